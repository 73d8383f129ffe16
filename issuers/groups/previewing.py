"""Look a roster over before anything is given: what is wrong by row and column, and who is there twice."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import Final

from issuers.database.scopes import OneOrganisation
from issuers.desk import IssuingDesk
from issuers.errors import FieldProblem, JudgementError
from issuers.groups.giving import ask_for
from issuers.groups.judging import CHANGED, judge
from issuers.groups.lines import KnownLine
from issuers.groups.recognising import Recognised, folded_name, recognise, with_own_keys, work_of
from issuers.groups.roll import InRoster, Roll, Taken, read_roll
from issuers.groups.states import Tie
from issuers.issuing.chunk_stages import Asked
from issuers.people.permissions import Action, Actor, require

KENMERK_TWICE: Final = FieldProblem(
    "kenmerk",
    "kenmerk-twice",
    "Dit kenmerk staat er vaker bij dit werkproces. Sla een van de rijen over, of verbeter het kenmerk.",
    "This reference is there more often with this werkproces. Skip one of the rows, or correct it.",
)
SAME_NAME: Final = FieldProblem(
    "ander",
    "name-twice",
    "Deze naam staat er vaker bij dit werkproces. Is het iemand anders? Zeg dat hier, of geef een kenmerk.",
    "This name is there more often with this werkproces. Is it somebody else? Say so, or give a reference.",
)


def look_over(desk: IssuingDesk, lines: Sequence[KnownLine], *, actor: Actor) -> list[Recognised]:
    """Give for each line who it is about, and what is wrong with it; nothing is given or promised."""
    kenmerken = Counter(_kenmerk(each) for each in lines)
    names = Counter(_name(each) for each in lines)
    roll = roll_for(desk, lines, actor=actor)
    return [
        replace(
            found,
            problems=(
                *_alone(desk, known, found=found, roll=roll),
                *_among(known, kenmerken=kenmerken, names=names),
                *found.problems,
            ),
        )
        for known, found in zip(with_own_keys(lines), recognise(lines, roll), strict=True)
    ]


def roll_for(desk: IssuingDesk, lines: Sequence[KnownLine], *, actor: Actor) -> Roll:
    """Read what the actor's organisation knows of whoever stands in these lines.

    Raises:
        PermissionDeniedError: the actor may prepare nothing here.
    """
    require(actor, Action.DRAFT)
    asked = partial(
        read_roll,
        roster=InRoster(
            names={folded_name(each) for each in lines},
            works={work_of(each) for each in lines},
            keys={each.line.key for each in with_own_keys(lines)},
        ),
        organisation_id=actor.organisation_id,
        day=desk.clock.today(),
    )
    return desk.register.read(asked, within=OneOrganisation(actor.organisation_id))


def _alone(desk: IssuingDesk, known: KnownLine, *, found: Recognised, roll: Roll) -> Sequence[FieldProblem]:
    """Say what is wrong with a line by itself, or that its badge was given before with other data."""
    try:
        judgement = judge(desk, known.line)
    except JudgementError as error:
        return error.problems
    taken = roll.taken.get(known.line.key) if found.is_given else None
    asked = ask_for(replace(known.line, tie=_tie(found, roll=roll)), judgement)
    return [CHANGED] if taken and not _is_same(asked, taken) else ()


def _tie(found: Recognised, *, roll: Roll) -> Tie | None:
    """Name the agreement that a badge would be for, with the name that its learner chose."""
    for profiel in roll.profielen.get(found.recipient_id, ()) if found.recipient_id else ():
        if profiel.id == found.profiel_id:
            return Tie(profiel.id, profiel.chosen_name or "")
    return None


def _is_same(asked: Asked, taken: Taken) -> bool:
    """Tell whether what was asked for before says the same, as giving asks too."""
    return taken.held in (asked.judgement, asked.said) if taken.held else asked.is_of(taken)


def _among(
    known: KnownLine, *, kenmerken: Counter[tuple[str, ...]], names: Counter[tuple[str, ...]]
) -> Sequence[FieldProblem]:
    """Say what cannot be seen in one line: two people of one name are asked about, or told apart."""
    if known.line.kenmerk:
        return [KENMERK_TWICE] if kenmerken[_kenmerk(known)] > 1 else []
    is_twice = bool(known.line.name) and names[_name(known)] > 1
    return [SAME_NAME] if is_twice and not known.is_other else []


def _kenmerk(known: KnownLine) -> tuple[str, ...]:
    return known.line.kenmerk, *work_of(known)


def _name(known: KnownLine) -> tuple[str, ...]:
    return folded_name(known), *work_of(known)
