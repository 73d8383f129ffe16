"""Read from a form who learns here, or say everything that is wrong with it at once."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from badges.texts import normalize, text_problems
from issuers.errors import FieldProblem, FormError
from issuers.reading import read_mail
from issuers.recipients.tables import Channel

MOST_OF_A_NAME: Final = 80
MOST_OF_A_REFERENCE: Final = 40
_FORM: Final = re.compile(r"[ ().\-/]")
_ABROAD: Final = re.compile(r"\+[1-9]\d{7,14}", re.ASCII)
_HERE: Final = re.compile(r"0[1-9]\d{8}", re.ASCII)

NO_NAME: Final = FieldProblem(
    "naam",
    "missing",
    "Vul een naam in. Schrijf hem zoals de deelnemer genoemd wil worden.",
    "Fill in a name. Write it as the person wants to be called.",
)
NO_MAIL: Final = FieldProblem(
    "mail",
    "mail",
    "Dit mailadres kunnen wij niet lezen. Schrijf het zo: sam@voorbeeld.nl. Of laat het leeg.",
    "We cannot read this mail address. Write it like this: sam@example.nl. Or leave it empty.",
)
NO_PHONE: Final = FieldProblem(
    "telefoon",
    "phone",
    "Dit nummer kunnen wij niet lezen. Schrijf het zo: 06 12345678. Of laat het leeg.",
    "We cannot read this number. Write it like this: 06 12345678. Or leave it empty.",
)
TWO_CHANNELS: Final = FieldProblem(
    "telefoon",
    "two-channels",
    "Wij bewaren er 1: mail of telefoon. Haal het andere weg.",
    "We keep one of the two: mail or phone. Remove the other.",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class TypedRecipient:
    """Hold the form as it was typed; `ander` says that it is somebody else with the same name."""

    naam: str = ""
    mail: str = ""
    telefoon: str = ""
    kenmerk: str = ""
    ander: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewRecipient:
    """Hold who learns here; `address` belongs to the channel, and is None where there is none."""

    name: str
    channel: Channel = Channel.NONE
    address: str | None = None
    reference: str | None = None
    is_somebody_else: bool = False

    @property
    def folded_name(self) -> str:
        """Give the name as it is compared."""
        return self.name.casefold()


def read_recipient(typed: TypedRecipient) -> NewRecipient:
    """Read who learns here.

    Raises:
        FormError: with every problem of every field.
    """
    name, reference = _line(typed.naam), _line(typed.kenmerk)
    channel, address = Channel.NONE, None
    problems = list(_name_problems(name))
    if typed.mail.strip() and typed.telefoon.strip():
        problems.append(TWO_CHANNELS)
    elif typed.mail.strip():
        channel, address = Channel.MAIL, read_mail(typed.mail)
        problems += [] if address else [NO_MAIL]
    elif typed.telefoon.strip():
        channel, address = Channel.PHONE, read_phone(typed.telefoon)
        problems += [] if address else [NO_PHONE]
    problems += _text_problems(reference, field="kenmerk", most=MOST_OF_A_REFERENCE)
    if problems:
        raise FormError(problems)
    return NewRecipient(
        name=name,
        channel=channel,
        address=address,
        reference=reference or None,
        is_somebody_else=bool(typed.ander),
    )


def read_phone(typed: str) -> str | None:
    """Read a phone number as people write it, to `+31612345678` (ITU-T E.164); None when it is none.

    A number that begins with one 0 is Dutch.
    """
    number = _FORM.sub("", typed.strip().replace("(0)", ""))
    number = "+" + number[2:] if number.startswith("00") else number
    if _HERE.fullmatch(number):
        return "+31" + number[1:]
    return number if _ABROAD.fullmatch(number) else None


def _line(typed: str) -> str:
    return " ".join(normalize(typed).split())


def _name_problems(name: str) -> Iterator[FieldProblem]:
    if not name:
        yield NO_NAME
    yield from _text_problems(name, field="naam", most=MOST_OF_A_NAME)


def _text_problems(text: str, *, field: str, most: int) -> list[FieldProblem]:
    if not text:
        return []
    return [FieldProblem.of(each, field=field) for each in text_problems(text, max_length=most)]
