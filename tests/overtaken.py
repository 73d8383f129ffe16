"""Somebody else who is first: what lies between reading and writing."""

from collections.abc import Callable
from typing import TypeVar

from sqlmodel import Session

from issuers.database.scopes import Insider
from issuers.database.transactions import Register
from issuers.desk import IssuingDesk

_Result = TypeVar("_Result")


class Overtaken(Register):
    """Let somebody else write something just before the next who writes."""

    def __init__(self, desk: IssuingDesk, *, first: Callable[[], None]) -> None:
        super().__init__(desk.register._database)
        self._first: Callable[[], None] | None = first

    def write(self, work: Callable[[Session], _Result], *, within: Insider) -> _Result:
        """Write as ever, as the second."""
        first, self._first = self._first, None
        if first:
            first()
        return super().write(work, within=within)
