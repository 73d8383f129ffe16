"""The tenant matrix: every route, as everyone, about the things of three organisations.

The routes are those of the running service; `tests.matrix.table` says what each of them promises.
"""

import asyncio
import os
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from uuid import UUID

import pytest
from fastapi import FastAPI
from fastapi.responses import Response

from app.main import create_app
from app.problems import tell_problems
from app.settings import Settings
from issuers.accounts.directory import Directory
from issuers.accounts.providers import Provider
from issuers.database.counting import FileCounters
from issuers.database.scopes import WHOLE_SERVICE
from issuers.dependencies import Desk, SignedInActor
from issuers.errors import PermissionDeniedError
from issuers.issuing.tables import Badge
from issuers.people.tables import Invitation, Role
from tests.databases import ON_BOTH, ON_SQLITE, Databases, SqliteFiles
from tests.fresh import fresh_in
from tests.issuers.groups.rosters import Inline
from tests.matrix.asking import Matrix
from tests.matrix.callers import NOBODY, PLATFORM, SYSTEM
from tests.matrix.furnishing import furnish
from tests.matrix.judging import Outcome
from tests.matrix.promises import ALL_ROLES, Line, only
from tests.matrix.questions import SAFE
from tests.matrix.routes import routes_of
from tests.matrix.rows import Rows
from tests.matrix.table import ROUTES
from tests.matrix.things import BADGE, INVITATION
from tests.once import Once
from tests.provider import CLIENT, ISSUER, SECRET
from tests.provider import Provider as School
from tests.schools.importing.inline import Started
from web.clock import FixedClock, SystemClock
from web.limits import Limiter

SCHOOL = Provider(key="school", name="School", issuer=ISSUER, client_id=CLIENT, client_secret=SECRET)
ADDRESS = "https://bewijs.voorbeeld"
FEW = Role.BEHEERDER, SYSTEM, PLATFORM, NOBODY
WHOLE = bool(os.environ.get("CI") or os.environ.get("WHOLE_MATRIX"))


@pytest.fixture(scope="module")
def matrix(once: Once, databases: Databases) -> Iterator[Matrix]:
    """Open the service as in production, with three organisations in it, without limits.

    Its clock stands still, so that nothing is written only because it is later.
    """
    folder = fresh_in(once.folder("matrix"), once=once, databases=databases)
    url = databases.url(folder)
    app = create_app(Settings(mode="production", base_url=ADDRESS, data_dir=folder, database_url=url))
    app.state.desk = replace(app.state.desk, clock=FixedClock(datetime.now(UTC)))
    app.state.groups = Inline(app.state.desk)
    app.state.intakes = Started()
    app.state.limiter.close()
    counters = FileCounters(folder.with_name("limits.db"))
    app.state.limiter = Limiter(counters, per_minute={}, clock=SystemClock(), tell=pytest.fail)
    app.state.accounts = Directory([SCHOOL], outside=School(), clock=SystemClock(), tell=pytest.fail)
    furnished = furnish(app.state.desk)
    yield Matrix(app=app, furnished=furnished, put_back=databases.remember(folder))
    for each in (app.state.desk.register, app.state.limiter, app.state.egress, app.state.verifier):
        each.close()


@pytest.fixture(scope="module")
def outcome(matrix: Matrix, databases: Databases) -> Outcome:
    """Ask every route everything, and print how it went.

    On PostgreSQL once more, as four of the callers and but for the pages of nobody: the verbs are the same
    there, and the walls behind them know organisations, not roles. In `make test` only those four ask about
    what is another's: `make matrix` and CI leave nothing out.
    """
    asked = ROUTES
    if not isinstance(databases, SqliteFiles):
        asked = {route: line for route, line in ROUTES.items() if line.is_about_somebody}
        matrix = matrix.with_callers(*FEW)
    if not WHOLE or asked is not ROUTES:
        matrix = matrix.with_curious(*FEW)
    found = asyncio.run(matrix.ask(asked))
    print(found)  # noqa: T201 (`make matrix` is for this line)
    return found


@(ON_BOTH if WHOLE else ON_SQLITE)
class TestMatrix:
    """`make matrix`; `make test` leaves PostgreSQL out, whose walls have tests of their own."""

    def test_has_a_line_for_every_route_and_a_route_for_every_line(self, matrix: Matrix) -> None:
        """Who adds a route says in tests/matrix/table_*.py for whom it is, and whose things it names."""
        assert sorted(ROUTES) == sorted(routes_of(matrix.app))

    def test_shows_and_changes_nothing_of_others(self, outcome: Outcome) -> None:
        """No id, no text, in no body and no header; no row of theirs is another than before."""
        assert [] == outcome.leaks
        assert outcome.requests > 300

    def test_answers_as_promised(self, outcome: Outcome) -> None:
        """What is one's own works; what is another's is not there (404); who may not is refused."""
        assert [] == outcome.faults


@ON_SQLITE
class TestOtherSites:
    """No page of another site can make a browser do anything here."""

    @pytest.mark.parametrize(
        "headers",
        [
            {"Sec-Fetch-Site": "cross-site"},
            {"Sec-Fetch-Site": "same-site"},
            {"Sec-Fetch-Site": "cross-site", "Origin": ADDRESS},
            {"Origin": "https://elders.voorbeeld"},
            {"Origin": "https://bewijs.voorbeeld.elders.voorbeeld"},
            {"Origin": "null"},
        ],
        ids=str,
    )
    def test_are_refused_on_every_route_that_does_something(
        self, matrix: Matrix, headers: dict[str, str]
    ) -> None:
        """Who may do most, and nobody: 403 before anything is read, and not a row is changed."""
        matrix = matrix.with_callers(Role.BEHEERDER, NOBODY)
        before = Rows.read(matrix.app.state.desk)
        unsafe = [route for route in routes_of(matrix.app) if route.split()[0] not in SAFE]
        answers = {route: asyncio.run(matrix.statuses(route, headers=headers)) for route in unsafe}
        assert len(unsafe) > 40
        assert {} == {route: found for route, found in answers.items() if found != {403}}
        assert set() == before.differing(Rows.read(matrix.app.state.desk))

    def test_does_not_stop_our_own_pages(self, matrix: Matrix) -> None:
        """What the browser says of a form of ours lets it through."""
        own = {"Sec-Fetch-Site": "same-origin", "Origin": ADDRESS}
        assert {200, 401, 403} == asyncio.run(
            matrix.statuses("POST /uitreiken/{crebo}/{code}/bekijk", headers=own)
        )


def planted(matrix: Matrix, *, get: Callable[..., Response]) -> Matrix:
    """Open a service on the same desk that has one careless route only."""
    app = FastAPI()
    app.state = matrix.app.state
    tell_problems(app)
    app.get("/lek/{badge_id}")(get)
    return replace(matrix, app=app)


def asked(matrix: Matrix, line: Line) -> Outcome:
    """Ask the careless route everything."""
    return asyncio.run(matrix.ask({"GET /lek/{badge_id}": line}))


def found(desk: Desk, badge_id: UUID) -> Badge:
    """Find a badge of whomever."""
    return desk.register.read(lambda session: session.get_one(Badge, badge_id), within=WHOLE_SERVICE)


class TestCarelessRoute:
    """A route that is careless with what is of others is found."""

    def test_that_shows_it(self, matrix: Matrix) -> None:
        """For each of six roles the two badges that are not theirs, and what should be 404 is 200."""

        def show(desk: Desk, actor: SignedInActor, badge_id: UUID) -> Response:
            return Response(found(desk, badge_id).raw)

        outcome = asked(planted(matrix, get=show), only(ALL_ROLES, path=BADGE))
        assert (33, 12) == (outcome.requests, len(outcome.faults))
        assert 12 == len({leak.split(":")[0] for leak in outcome.leaks})
        assert any("roodborst" in leak for leak in outcome.leaks)

    def test_that_shows_it_in_a_header_of_a_404(self, matrix: Matrix) -> None:
        """The status is right, and still."""

        def tell(desk: Desk, actor: SignedInActor, badge_id: UUID) -> Response:
            is_own = found(desk, badge_id).organisation_id == actor.organisation_id
            headers = {"X-Token": found(desk, badge_id).token}
            return Response(headers=headers, status_code=200 if is_own else 404)

        outcome = asked(planted(matrix, get=tell), only(ALL_ROLES, path=BADGE))
        assert (12, []) == (len(outcome.leaks), outcome.faults)

    def test_that_changes_it(self, matrix: Matrix) -> None:
        """Whoever asks, of whichever organisation: the answer tells nothing, and a row is gone."""

        def withdraw(desk: Desk, badge_id: UUID) -> Response:
            desk.register.write(
                lambda session: session.delete(session.get_one(Invitation, badge_id)), within=WHOLE_SERVICE
            )
            return Response(status_code=401)

        line = only(frozenset(), path={"badge_id": INVITATION["invitation_id"]})
        outcome = asked(planted(matrix, get=withdraw), line)
        assert (33, []) == (len(outcome.leaks), outcome.faults)

    def test_that_says_403_of_what_is_not_his(self, matrix: Matrix) -> None:
        """So he learns that it is there."""

        def refuse(desk: Desk, actor: SignedInActor, badge_id: UUID) -> Response:
            if found(desk, badge_id).organisation_id != actor.organisation_id:
                raise PermissionDeniedError(action="read")
            return Response()

        assert 12 == len(asked(planted(matrix, get=refuse), only(ALL_ROLES, path=BADGE)).faults)

    def test_that_lets_everyone_in(self, matrix: Matrix) -> None:
        """Each of the eleven who may not, three times."""

        def nothing() -> Response:
            return Response()

        everywhere = asked(planted(matrix, get=nothing), only(frozenset(), path=BADGE))
        assert 33 == len(everywhere.faults)

    def test_that_refuses_what_is_ones_own(self, matrix: Matrix) -> None:
        """Who sees nothing at all leaks nothing, and is found too."""
        nowhere = asked(planted(matrix, get=lambda: Response(status_code=404)), only(ALL_ROLES, path=BADGE))
        assert 6 + 3 * 5 == len(nowhere.faults)
