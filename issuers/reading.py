"""Read what forms of every wing hold: a day, a name, a mail address."""

import re
from collections.abc import Callable
from datetime import date
from typing import Final

from badges.texts import bsn_problems, character_problems, normalize
from badges.wording import MAANDEN
from issuers.errors import FieldProblem

MOST_CHARACTERS: Final = 80
MOST_OF_AN_ADDRESS: Final = 254
_MAIL: Final = re.compile(
    r"(?!.*=\?)[^@\s<>,;:\"()\[\]\\]{1,64}@(?:[^@\s.<>,;:\"()\[\]\\]+\.)+[^@\s.\d<>,;:\"()\[\]\\]{2,}"
)
NO_NAME: Final = FieldProblem(
    "naam",
    "missing",
    "Vul de naam van deze persoon in, met 80 tekens of minder.",
    "Fill in the name of this person, with 80 signs or fewer.",
)
NO_MAIL: Final = FieldProblem(
    "mail",
    "mail",
    "Vul een mailadres in, zoals noor@voorbeeld.nl.",
    "Fill in a mail address, such as noor@example.nl.",
)
ODD_LETTERS: Final = FieldProblem(
    "mail",
    "mail-letters",
    "Voor de @ staat een letter die niet elke mailserver kent, zoals é of ü. Vraag om een ander mailadres.",
    "Before the @ stands a letter that not every mail server knows, such as é or ü. Ask for another address.",
)

_SHORT_MONTH = 3
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})", re.ASCII)
_NUMBERS = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})", re.ASCII)
_WORDS = re.compile(r"(\d{1,2}) ([a-z]+)\.? (\d{4})", re.ASCII | re.IGNORECASE)


def read_date(text: str) -> date | None:
    """Read a date as people write it: 2026-06-26, 26-6-2026, 26 juni 2026; None if it is none."""
    numbers = _numbers(text)
    try:
        return date(*numbers) if numbers else None
    except ValueError:
        return None


def names_a_day(text: str) -> bool:
    """Tell whether it is written as a date, also of a day that does not exist: 31-11-2026."""
    return _numbers(text) is not None


def _numbers(text: str) -> tuple[int, int, int] | None:
    """Give the year, the month and the day of what is written as a date."""
    text = " ".join(text.split()).lower()
    readings: tuple[tuple[re.Pattern[str], Callable[[tuple[str, ...]], tuple[int, int, int]]], ...] = (
        (_ISO, lambda parts: (int(parts[0]), int(parts[1]), int(parts[2]))),
        (_NUMBERS, lambda parts: (int(parts[2]), int(parts[1]), int(parts[0]))),
        (_WORDS, lambda parts: (int(parts[2]), _month(parts[1]), int(parts[0]))),
    )
    for pattern, order in readings:
        if found := pattern.fullmatch(text):
            return order(found.groups())
    return None


def _month(word: str) -> int:
    """Give the number of a month by its first three letters; 0 if there is none (`mrt` is maart).

    One or two letters are not enough: `m` is maart and mei.
    """
    short = "maa" if word[:3] == "mrt" else word[:3]
    found = (number for number, name in enumerate(MAANDEN, 1) if name.startswith(short))
    return next(found, 0) if len(short) == _SHORT_MONTH else 0


def read_name(typed: str) -> str | None:
    """Read a name on one line; None when there is none, or it has signs that nobody sees."""
    name = " ".join(normalize(typed).split())
    fits = 0 < len(name) <= MOST_CHARACTERS and not character_problems(name)
    return name if fits else None


def name_problems(typed: str, *, field: str, missing: FieldProblem) -> list[FieldProblem]:
    """Say what is wrong with a name: it is none, or it holds what looks like a BSN (UAVG 46)."""
    if read_name(typed) is None:
        return [missing]
    return [FieldProblem.of(each, field=field) for each in bsn_problems(normalize(typed))]


def read_mail(typed: str) -> str | None:
    """Read a mail address, in lower case and as mail servers write it; None when it is none that all take.

    What mail would decode (`=?utf-8?...`, RFC 2047) could lead elsewhere than it reads: it is none. Nor is
    what only some servers take: letters beyond ASCII before the @ (RFC 6531).
    """
    name, at, domain = typed.strip().lower().rpartition("@")
    mail = f"{name}{at}{_as_servers_write(domain)}"
    fits = len(mail) <= MOST_OF_AN_ADDRESS and mail.isascii() and mail.isprintable()
    return mail if fits and _MAIL.fullmatch(mail) else None


def no_mail(typed: str) -> FieldProblem:
    """Say why this is no mail address that we can write to."""
    return NO_MAIL if typed.strip().rpartition("@")[0].isascii() else ODD_LETTERS


def _as_servers_write(domain: str) -> str:
    """Give a domain in ASCII (RFC 3490); as it is where that would be read back as another one."""
    try:
        written = domain.encode("idna").decode()
        return written if written.encode().decode("idna") == domain else domain
    except UnicodeError:
        return domain
