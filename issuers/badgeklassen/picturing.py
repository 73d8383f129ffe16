"""Read how the picture of a badgeklasse is to look, and say what cannot be seen well."""

import re
from typing import Final

from badges.emblem import Emblem, Shape
from issuers.badgeklassen import problems as said
from issuers.badgeklassen.typed import TypedBadgeklasse
from issuers.errors import FieldProblem
from templates.documents.emblems import COLOURS, SIGNS, reads_well

OWN: Final = "eigen"
"""Chosen as colour: the one that stands in the field beside it; as sign: the letters there."""

_RGB: Final = re.compile(r"#?([0-9a-fA-F]{6})")
_LETTERS: Final = re.compile(r"[0-9A-Z]{1,4}", re.ASCII)


def read_emblem(typed: TypedBadgeklasse, *, problems: list[FieldProblem]) -> Emblem | None:
    """Read shape, colour and sign; None where one of them is wrong, which `problems` then tells."""
    before = len(problems)
    if typed.vorm not in set(Shape):
        problems.append(said.unknown_choice("vorm"))
    colour = _read_colour(typed, problems=problems)
    if typed.teken == OWN:
        letters = typed.letters.strip().upper()
        if not _LETTERS.fullmatch(letters):
            problems.append(said.LETTERS)
        sign = None
    else:
        letters, sign = None, typed.teken
        if sign not in SIGNS:
            problems.append(said.unknown_choice("teken"))
    if len(problems) > before:
        return None
    return Emblem(shape=Shape(typed.vorm), colour=colour, sign=sign, letters=letters)


def _read_colour(typed: TypedBadgeklasse, *, problems: list[FieldProblem]) -> str:
    """Read a named colour or one of the organisation's own, dark enough for what stands on it."""
    if typed.kleur != OWN:
        if typed.kleur not in COLOURS:
            problems.append(said.unknown_choice("kleur"))
        return typed.kleur
    found = _RGB.fullmatch(typed.eigen_kleur.strip())
    if found is None:
        problems.append(said.NO_COLOUR)
        return ""
    colour = found[1].lower()
    if not reads_well(colour):
        problems.append(said.LIGHT_COLOUR)
    return colour
