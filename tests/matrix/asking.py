"""Ask every route as everyone, about everyone's things."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

import httpx
from fastapi import FastAPI

from tests.matrix.furnishing import Furnished
from tests.matrix.judging import Outcome
from tests.matrix.promises import Line
from tests.matrix.questions import Question
from tests.matrix.rows import Rows
from tests.matrix.table import ROUTES


@dataclass(frozen=True, slots=True, kw_only=True)
class Matrix:
    """Hold the service, what is in it, and how to make it again what it was.

    Attributes:
        curious: Who asks about the things of one other too; everyone does, of all, where nobody is named.
    """

    app: FastAPI
    furnished: Furnished
    put_back: Callable[[], None]
    curious: tuple[str, ...] = ()

    def with_callers(self, *names: str) -> "Matrix":
        """Let only these ask."""
        callers = tuple(each for each in self.furnished.callers if each.name in names)
        return replace(self, furnished=replace(self.furnished, callers=callers))

    def with_curious(self, *names: str) -> "Matrix":
        """Let only these ask about the things of another, and of one other."""
        return replace(self, curious=names)

    async def ask(self, routes: Mapping[str, Line]) -> Outcome:
        """Ask these routes everything; after each request that changed something, put it back."""
        desk, outcome = self.app.state.desk, Outcome()
        before = Rows.read(desk)
        markers, version = before.markers(self.furnished), desk.register.version()
        transport = httpx.ASGITransport(self.app, raise_app_exceptions=False)
        async with httpx.AsyncClient(transport=transport, base_url=desk.base_url) as client:
            for question in self.questions(routes):
                answer = await client.request(**question.request())
                client.cookies.clear()
                outcome.note(question, answer, markers=markers)
                if desk.register.version() != version:
                    outcome.note_changes(question, changed=before.differing(Rows.read(desk)))
                    self.put_back()
                    version = desk.register.version()
        return outcome

    async def statuses(self, route: str, *, headers: Mapping[str, str]) -> set[int]:
        """Ask one route as everyone about his own things, with these headers besides; give what came back."""
        transport = httpx.ASGITransport(self.app, raise_app_exceptions=False)
        async with httpx.AsyncClient(transport=transport, base_url=self.app.state.desk.base_url) as client:
            answers = set()
            for question in self.questions({route: ROUTES[route]}):
                if question.about is question.home:
                    sent = question.request()
                    answer = await client.request(**sent | {"headers": sent["headers"] | headers})
                    answers.add(answer.status_code)
                    client.cookies.clear()
            return answers

    def questions(self, routes: Mapping[str, Line]) -> Iterator[Question]:
        """List every route as every caller about every organisation."""
        home, other, *_ = self.furnished.tenants
        for route, line in routes.items():
            for caller in self.furnished.callers:
                for about in self.furnished.tenants:
                    is_asked = about is other and caller.name in self.curious
                    if about is home or is_asked or not self.curious:
                        yield Question(route=route, line=line, caller=caller, about=about, home=home)
