"""The code and the pictures of a card to keep: how they are made, read, printed, and what is kept of them."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from issuers.desk import IssuingDesk
from issuers.errors import FieldProblem, FormError
from issuers.marking.marks import mark

PICTURES: Final = (
    "bakkerij",
    "logistiek",
    "groen",
    "techniek",
    "schoonmaak",
    "winkel",
    "ict",
    "sport",
    "bouw",
)
"""What there is to choose from, by the name of its picture."""

CHOSEN: Final = 3
LETTERS: Final = "3479ACDEFHJKMNPQRTUVWXY"
"""No two of these look alike, in print or in handwriting."""

LENGTH: Final = 7
"""With the pictures one in 2,500,000,000,000."""

_HEAD: Final = 3
_CODE: Final = b"praktijkbewijs/card/1\n"
_PICKED: Final = b"praktijkbewijs/card-pictures/1\n"

NOT_CHOSEN: Final = FieldProblem(
    "plaatjes", "missing", "Kies bij elk nummer 1 plaatje.", "Choose one picture at each number."
)
NO_CODE: Final = FieldProblem(
    "code", "missing", "Typ de letters en cijfers van je kaart.", "Type the letters and digits of your card."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Typed:
    """Hold what was typed to open by a card: its code as the card has it, and the pictures in their order."""

    code: str
    pictures: tuple[str, ...]


def read_pictures(chosen: Sequence[str]) -> tuple[str, ...]:
    """Read which three pictures were chosen, in their order.

    Raises:
        FormError: it is not one at each number.
    """
    if len(chosen) != CHOSEN or not set(chosen) <= set(PICTURES):
        raise FormError([NOT_CHOSEN])
    return tuple(chosen)


def read_typed(code: str, *, chosen: Sequence[str]) -> Typed:
    """Read a code, however it was typed, and the pictures.

    Raises:
        FormError: with every problem of every field.
    """
    written = plain_code(code)
    problems = [] if written else [NO_CODE]
    try:
        pictures = read_pictures(chosen)
    except FormError as error:
        raise FormError([*problems, *error.problems]) from error
    if problems:
        raise FormError(problems)
    return Typed(code=written, pictures=pictures)


def plain_code(typed: str) -> str:
    """Give a code as it was made, however it is written.

    >>> plain_code(" k7p-4qd9")
    'K7P4QD9'
    """
    return "".join(each for each in typed.upper() if each.isalnum())


def printed(code: str) -> str:
    """Write a code as it stands on the card: K7P-4QD9."""
    return f"{code[:_HEAD]}-{code[_HEAD:]}"


def new_code() -> str:
    """Make a code for a card."""
    return "".join(secrets.choice(LETTERS) for _ in range(LENGTH))


def code_hash(desk: IssuingDesk, code: str) -> str:
    """Give what is kept of a code: a mark that only we can make."""
    return mark(desk, _CODE + code.encode()).hex()


def picked(desk: IssuingDesk, pictures: tuple[str, ...], *, card_id: UUID) -> str:
    """Give what is kept of the pictures of a card: a mark that only we can make."""
    return mark(desk, _PICKED + card_id.bytes + ",".join(pictures).encode()).hex()
