"""Who went to a provider, and comes back."""

from datetime import timedelta
from uuid import uuid4

import pytest
from sqlmodel import select

from issuers.accounts.attempts import Attempt, begin, finish, new_attempt
from issuers.accounts.tables import SignInAttempt
from issuers.database.scopes import WHOLE_SERVICE
from issuers.desk import IssuingDesk
from issuers.errors import AttemptError
from issuers.people.sessions import forget_expired
from web.clock import FixedClock

BROWSER = "het geheim van een browser"


@pytest.fixture
def attempt() -> Attempt:
    """Give an attempt of somebody who was typing."""
    return new_attempt("school", session_id=uuid4(), path="/mijn", kept='[["tekst", "Sam de Vries"]]')


def rows(desk: IssuingDesk) -> list[SignInAttempt]:
    """List what is written down."""
    return desk.register.read(lambda session: list(session.exec(select(SignInAttempt))), within=WHOLE_SERVICE)


class TestFinish:
    """`finish` gives what somebody went for."""

    def test_gives_it_once(self, desk: IssuingDesk, attempt: Attempt) -> None:
        """And keeps nothing of it."""
        state = begin(desk, attempt, browser=BROWSER)
        assert attempt == finish(desk, state, browser=BROWSER, provider="school")
        assert [] == rows(desk)
        with pytest.raises(AttemptError):
            finish(desk, state, browser=BROWSER, provider="school")

    @pytest.mark.parametrize("changes", [{"browser": "een andere"}, {"browser": None}, {"provider": "werk"}])
    def test_is_used_up_by_whoever_tries(
        self, desk: IssuingDesk, attempt: Attempt, changes: dict[str, str | None]
    ) -> None:
        """Another browser, none, another provider: it cannot be tried again."""
        state = begin(desk, attempt, browser=BROWSER)
        with pytest.raises(AttemptError):
            finish(desk, state, **({"browser": BROWSER, "provider": "school"} | changes))  # type: ignore[arg-type]  # by name
        with pytest.raises(AttemptError):
            finish(desk, state, browser=BROWSER, provider="school")

    @pytest.mark.parametrize(("seconds", "counts"), [(599, True), (600, False)])
    def test_waits_ten_minutes(
        self, desk: IssuingDesk, attempt: Attempt, clock: FixedClock, *, seconds: int, counts: bool
    ) -> None:
        """No longer."""
        state = begin(desk, attempt, browser=BROWSER)
        clock.advance(timedelta(seconds=seconds))
        if counts:
            assert attempt == finish(desk, state, browser=BROWSER, provider="school")
        else:
            with pytest.raises(AttemptError):
                finish(desk, state, browser=BROWSER, provider="school")


class TestBegin:
    """`begin` writes it down."""

    def test_tells_the_database_nothing(self, desk: IssuingDesk, attempt: Attempt) -> None:
        """Neither what was typed, nor what would be needed to come back."""
        state = begin(desk, attempt, browser=BROWSER)
        [row] = rows(desk)
        held = row.sealed + row.state_hash.encode()
        for secret in ("Sam de Vries", attempt.nonce, attempt.verifier, state, BROWSER):
            assert secret.encode() not in held

    def test_is_forgotten_when_nobody_comes_back(
        self, desk: IssuingDesk, attempt: Attempt, clock: FixedClock
    ) -> None:
        """By the job of each minute."""
        begin(desk, attempt, browser=BROWSER)
        clock.advance(timedelta(minutes=10))
        forget_expired(desk)
        assert [] == rows(desk)
