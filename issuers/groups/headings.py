"""Say which columns of a roster are not read: a heading that is typed wrong would else be passed over."""

from collections.abc import Sequence
from difflib import get_close_matches
from typing import Final

from issuers.errors import FieldProblem
from issuers.groups.reading import COLUMNS, FILE, are_names, title_of
from issuers.spreadsheets import Row

MOST_TOLD: Final = 10
MOST_OF_A_HEADING: Final = 40
_NEAR: Final = 0.75
_CALLED: Final = {title: name for name, called in COLUMNS.items() for title in called}


def unread_headings(table: Sequence[Row]) -> tuple[str, ...]:
    """Name the columns of a roster that are not read, as they are called there; the first of them."""
    if are_names(table):
        return ()
    unread = [each.text for each in table[0].cells if each.text and title_of(each) not in _CALLED]
    return tuple(" ".join(each.split())[:MOST_OF_A_HEADING] for each in unread[:MOST_TOLD])


def tell_unread(headings: Sequence[str]) -> tuple[FieldProblem, ...]:
    """Say of each that it is not read, with the one that may be meant, and at the end which we know."""
    told = [_unread(each) for each in headings[:MOST_TOLD]]
    return (*told, _KNOWN) if told else ()


def _unread(heading: str) -> FieldProblem:
    near = get_close_matches(heading.lower(), _CALLED, n=1, cutoff=_NEAR)
    nl, en = f"De kolom ‘{heading}’ lezen wij niet.", f"We do not read the column ‘{heading}’."
    if near:
        nl, en = f"{nl} Bedoel je ‘{near[0]}’?", f"{en} Do you mean ‘{near[0]}’?"
    return FieldProblem(FILE, "column-unread", nl, en)


_KNOWN: Final = FieldProblem(
    FILE,
    "columns-known",
    f"Deze kolommen kennen wij: {', '.join(COLUMNS)}.",
    f"These columns we know: {', '.join(COLUMNS)}.",
)
