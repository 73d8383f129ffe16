"""What everyone sees of an organisation, and what only it and the platform see: its name in a register.

The name that everyone sees stands on every badge, so it may be more neutral than the one in a register: that
one can tell something about the people whom an organisation works for. And it holds no word that law keeps
for others; the one in a register may, for that is a fact and stands on no badge.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final
from urllib.parse import urlsplit

from badges.protected import protected_word
from badges.sensitive import sensitive_word
from badges.texts import bsn_problems, character_problems, normalize
from issuers.errors import FieldProblem, FormError
from issuers.organisations.tables import Organisation

NAME_LENGTH: Final = 80
LINE_LENGTH: Final = 120
_HOST: Final = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Face:
    """Hold the names of an organisation, how to reach it, and where it works."""

    name: str
    official_name: str | None = None
    website: str | None = None
    contact: str | None = None
    gemeente: str | None = None
    arbeidsmarktregio: str | None = None


@dataclass(frozen=True, slots=True)
class TypedFace:
    """Hold this part of a form as it was typed; `naam_mag` is the tick that the name may be seen."""

    naam: str = ""
    officiele_naam: str = ""
    website: str = ""
    contact: str = ""
    gemeente: str = ""
    regio: str = ""
    naam_mag: str = ""


def read_face(typed: TypedFace) -> Face:
    """Read what everyone may see of an organisation.

    Raises:
        FormError: with every problem of every field.
    """
    problems: list[FieldProblem] = []
    name = _read_name(typed, problems=problems)
    face = Face(
        name=name,
        official_name=_read_line(typed.officiele_naam, field="officiele-naam", problems=problems),
        website=_read_website(typed.website, problems=problems),
        contact=_read_line(typed.contact, field="contact", problems=problems),
        gemeente=_read_line(typed.gemeente, field="gemeente", problems=problems),
        arbeidsmarktregio=_read_line(typed.regio, field="regio", problems=problems),
    )
    if problems:
        raise FormError(problems)
    return replace(face, official_name=face.official_name if face.official_name != name else None)


def face_of(organisation: Organisation) -> Face:
    """Give what is kept of an organisation's names and places."""
    return Face(
        name=organisation.name,
        official_name=organisation.official_name,
        website=organisation.website,
        contact=organisation.contact,
        gemeente=organisation.gemeente,
        arbeidsmarktregio=organisation.arbeidsmarktregio,
    )


def put_face(organisation: Organisation, face: Face) -> None:
    """Write the names and places into the row."""
    organisation.name, organisation.official_name = face.name, face.official_name
    organisation.website, organisation.contact = face.website, face.contact
    organisation.gemeente, organisation.arbeidsmarktregio = face.gemeente, face.arbeidsmarktregio


def _read_name(typed: TypedFace, *, problems: list[FieldProblem]) -> str:
    """Read the name that everyone sees, and ask once more where it tells something about people."""
    name = " ".join(normalize(typed.naam).split())
    if not name:
        problems.append(
            FieldProblem(
                "naam", "name-empty", "Vul in hoe iedereen jullie kent.", "Fill in how everyone knows you."
            )
        )
    problems += _line_problems(name, field="naam", most=NAME_LENGTH)
    problems += _protected_problems(name)
    word = sensitive_word(name)
    if word and not typed.naam_mag:
        problems.append(
            FieldProblem(
                "naam-mag",
                "name-reveals",
                f"In de naam staat '{word}'. Die naam komt op elk bewijs. "
                "Dan weet iedereen iets over de persoon. "
                "Kies een andere naam, of zet het vinkje als deze naam echt moet.",
                f"The name says '{word}'. That name is on every badge. "
                "Then everyone knows something about the person. "
                "Choose another name, or tick the box if it has to be this one.",
            )
        )
    return name


def _protected_problems(name: str) -> Sequence[FieldProblem]:
    """Refuse a name that makes a badge look like what only others may give."""
    word = protected_word(name)
    if word is None:
        return ()
    return (
        FieldProblem(
            "naam",
            "name-protected",
            f"In de naam staat '{word}'. Die naam komt op elk bewijs, en dan lijkt het iets wat het niet is. "
            "Kies een andere naam. De naam uit het register mag wel zo zijn.",
            f"The name says '{word}'. That name is on every badge, which then looks like what it is not. "
            "Choose another name. The name in the register may be like this.",
        ),
    )


def _read_line(text: str, *, field: str, problems: list[FieldProblem]) -> str | None:
    """Read one line of text; nothing is fine."""
    line = " ".join(normalize(text).split())
    if not line:
        return None
    problems += _line_problems(line, field=field, most=LINE_LENGTH)
    return line


def _line_problems(line: str, *, field: str, most: int) -> Sequence[FieldProblem]:
    found = [FieldProblem.of(each, field=field) for each in character_problems(line)]
    found += [FieldProblem.of(each, field=field) for each in bsn_problems(line)]
    if len(line) > most:
        found.append(
            FieldProblem(
                field,
                "text-too-long",
                f"Dit is te lang. Er passen {most} tekens.",
                f"This is too long. {most} characters fit.",
            )
        )
    return found


def _read_website(text: str, *, problems: list[FieldProblem]) -> str | None:
    """Read the address of a site; people leave https:// out."""
    line = _read_line(text, field="website", problems=problems)
    if line is None:
        return None
    address = line if "://" in line else f"https://{line}"
    try:
        parts = urlsplit(address)
        good = parts.scheme in {"http", "https"} and _HOST.fullmatch(parts.netloc) and " " not in address
    except ValueError:
        good = None
    if not good:
        problems.append(
            FieldProblem(
                "website",
                "website",
                "Dit is geen adres van een website. Schrijf het zo: www.naam.nl.",
                "This is no address of a website. Write it like this: www.name.nl.",
            )
        )
    return address
