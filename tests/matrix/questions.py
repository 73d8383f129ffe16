"""One request of the matrix: a route, who asks, and about whose things."""

import re
from dataclasses import dataclass
from typing import Any, Final

from tests.matrix.callers import Caller
from tests.matrix.furnishing import Tenant
from tests.matrix.promises import Line, Of, Value

BROWSER: Final = {"Accept": "text/html"}
SAFE: Final = frozenset({"GET", "HEAD", "OPTIONS"})
BAD_REQUEST: Final = 400
_NAME: Final = re.compile(r"\{(\w+)(?::\w+)?\}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """Hold one request: which route, what that promises, who asks, and about whose things."""

    route: str
    line: Line
    caller: Caller
    about: Tenant
    home: Tenant

    def __str__(self) -> str:
        return f"{self.route} as {self.caller.name}, about {self.about.letter}"

    @property
    def is_for(self) -> bool:
        """Tell whether the caller may ask this at all."""
        return self.line.who is None or self.caller.name in self.line.who

    @property
    def is_foreign(self) -> bool:
        """Tell whether it is about what is not the caller's own, nor for whoever has its address."""
        is_of_someone = self.line.names_things and self.line.who is not None and not self.line.is_of_platform
        return is_of_someone and self.about is not self.home

    @property
    def wanted(self) -> int:
        """Give the status that the table promises to who may ask."""
        line = self.line
        return line.foreign if self.is_foreign else line.but.get(self.caller.name, line.status)

    @property
    def may_change(self) -> frozenset[str]:
        """Name the organisations of which this may change a row: of another's thing, at most one's own."""
        does = not self.is_foreign or self.line.foreign < BAD_REQUEST
        own = {self.home.organisation_id} if self.is_for and does else set()
        is_told = self.is_for and (self.line.is_of_platform or self.line.is_told_owner)
        is_open = self.line.who is None or is_told
        return frozenset(own | ({self.about.organisation_id} if is_open else set()))

    def request(self) -> dict[str, Any]:
        """Give the request, as `httpx` takes it; what names no thing names the organisation beside it."""
        method, path = self.route.split(" ", 1)
        sent: dict[str, Any] = {"method": method, "headers": BROWSER | dict(self.caller.headers)}
        sent["url"] = _NAME.sub(lambda name: str(self._filled(self.line.path[name[1]])), path)
        if not self.line.names_things:
            named = self.about.organisation_id
            sent["params"] = {"organisation_id": named, "organisatie": named}
        if self.line.json is not None:
            sent["json"] = self.line.json
        elif method not in SAFE:
            sent["data"] = {name: self._filled(value) for name, value in self.line.form.items()}
        return sent

    def _filled(self, value: Value) -> str | list[str]:
        if not isinstance(value, Of):
            return value
        own = self.caller.own if self.about is self.home else {}
        return own.get(value.thing) or self.about.things[value.thing]
