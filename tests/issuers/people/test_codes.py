"""Codes of an app, and codes on paper."""

from datetime import timedelta

import pytest
from sqlmodel import select

from issuers.database.scopes import WHOLE_SERVICE
from issuers.desk import IssuingDesk
from issuers.errors import (
    CodeError,
    CodeUsedError,
    FreshProofNeededError,
    HasAppError,
    LastWayInError,
    TooManyCodesError,
)
from issuers.people.codes import (
    begin_app,
    confirm_app,
    find_app,
    new_recovery_codes,
    prove_code,
    remove_app,
)
from issuers.people.sessions import list_sessions
from issuers.people.tables import CodeApp, Proof, RecoveryCode
from tests.issuers.people.conftest import Visit, code, device, enrolled
from web.clock import FixedClock


class TestConfirmApp:
    """`confirm_app` takes an app into use once it gave a right code."""

    def test_gives_ten_different_recovery_codes(self, app: tuple[str, tuple[str, ...]]) -> None:
        """Seen only now."""
        assert 10 == len(set(app[1]))

    def test_takes_no_wrong_code(self, desk: IssuingDesk, visit: Visit) -> None:
        """Until then the app opens nothing."""
        visitor = visit()
        secret = begin_app(desk, visitor=visitor).secret
        with pytest.raises(CodeError):
            confirm_app(desk, code(desk, secret, steps=9), visitor=visitor)
        assert find_app(desk, visitor=visitor) is None
        with pytest.raises(CodeError):
            prove_code(desk, code(desk, secret), visitor=visitor)

    def test_keeps_no_secret_that_can_be_read(
        self, desk: IssuingDesk, app: tuple[str, tuple[str, ...]]
    ) -> None:
        """Who has the database has no codes."""
        secret, codes = app
        rows = desk.register.read(
            lambda session: [
                *session.exec(select(CodeApp)).all(),
                *session.exec(select(RecoveryCode)).all(),
            ],
            within=WHOLE_SERVICE,
        )
        kept = repr([row.model_dump() for row in rows])
        assert [] == [each for each in (secret, *codes) if each in kept]

    def test_is_one_for_each_person(
        self, desk: IssuingDesk, visit: Visit, app: tuple[str, tuple[str, ...]]
    ) -> None:
        """A second one would put out the first unseen."""
        with pytest.raises(HasAppError):
            begin_app(desk, visitor=visit(Proof.TOTP))

    def test_is_not_for_an_account_elsewhere(self, desk: IssuingDesk, visit: Visit) -> None:
        """Else that account could make itself a proof."""
        with pytest.raises(FreshProofNeededError):
            begin_app(desk, visitor=visit(Proof.OIDC))


class TestProveCode:
    """`prove_code` checks a code of who is signed in by something else."""

    @pytest.mark.parametrize("steps", [-1, 0, 1])
    def test_takes_a_code_of_about_now(
        self, desk: IssuingDesk, visit: Visit, app: tuple[str, tuple[str, ...]], steps: int
    ) -> None:
        """A clock may be half a minute off."""
        prove_code(desk, code(desk, app[0], steps=steps), visitor=visit())

    @pytest.mark.parametrize("steps", [-3, -2, 2, 3, 10])
    def test_takes_no_code_of_another_time(
        self, desk: IssuingDesk, visit: Visit, app: tuple[str, tuple[str, ...]], steps: int
    ) -> None:
        """The sentence tells of the clock."""
        with pytest.raises(CodeError, match="clock"):
            prove_code(desk, code(desk, app[0], steps=steps), visitor=visit())

    def test_takes_each_code_once(
        self, desk: IssuingDesk, visit: Visit, app: tuple[str, tuple[str, ...]]
    ) -> None:
        """Whoever looked over a shoulder is too late, also with the one before."""
        visitor = visit()
        prove_code(desk, code(desk, app[0]), visitor=visitor)
        for steps in (0, -1):
            with pytest.raises(CodeUsedError):
                prove_code(desk, code(desk, app[0], steps=steps), visitor=visitor)

    def test_takes_each_recovery_code_once(
        self, desk: IssuingDesk, visit: Visit, app: tuple[str, tuple[str, ...]]
    ) -> None:
        """However it is typed."""
        visitor = visit()
        prove_code(desk, app[1][0].upper().replace("-", " "), visitor=visitor)
        with pytest.raises(CodeError):
            prove_code(desk, app[1][0], visitor=visitor)
        found = find_app(desk, visitor=visitor)
        assert found is not None
        assert 9 == found.codes_left

    def test_waits_after_five_wrong_ones(
        self, desk: IssuingDesk, visit: Visit, app: tuple[str, tuple[str, ...]], clock: FixedClock
    ) -> None:
        """A right one does not help then; a quarter of an hour later it does, in whatever session."""
        for _ in range(5):
            with pytest.raises(CodeError):
                prove_code(desk, "abcdef", visitor=visit())
        with pytest.raises(TooManyCodesError, match="15"):
            prove_code(desk, code(desk, app[0]), visitor=visit())
        clock.advance(timedelta(minutes=15))
        prove_code(desk, code(desk, app[0]), visitor=visit())

    def test_forgives_after_a_right_one(
        self, desk: IssuingDesk, visit: Visit, app: tuple[str, tuple[str, ...]], clock: FixedClock
    ) -> None:
        """Four typing errors a day are no attack."""
        visitor = visit()
        for _ in range(3):
            for _ in range(4):
                with pytest.raises(CodeError):
                    prove_code(desk, "abcdef", visitor=visitor)
            clock.advance(timedelta(minutes=2))
            prove_code(desk, code(desk, app[0]), visitor=visitor)

    def test_opens_nothing_without_an_app(self, desk: IssuingDesk, visit: Visit) -> None:
        """Neither with nothing."""
        for typed in ("", "123456", "\x00"):
            with pytest.raises(CodeError):
                prove_code(desk, typed, visitor=visit())


class TestNewRecoveryCodes:
    """`new_recovery_codes` makes new ones."""

    def test_puts_out_the_old_ones(
        self, desk: IssuingDesk, visit: Visit, app: tuple[str, tuple[str, ...]]
    ) -> None:
        """A paper that was lost opens nothing."""
        fresh = new_recovery_codes(desk, visitor=visit(Proof.TOTP))
        with pytest.raises(CodeError):
            prove_code(desk, app[1][0], visitor=visit())
        prove_code(desk, fresh[0], visitor=visit())


class TestRemoveApp:
    """`remove_app` removes an app."""

    def test_keeps_the_last_way_in(
        self, desk: IssuingDesk, visit: Visit, app: tuple[str, tuple[str, ...]]
    ) -> None:
        """Nobody locks himself out, and the recovery codes stay too."""
        with pytest.raises(LastWayInError):
            remove_app(desk, visitor=visit(Proof.TOTP))
        prove_code(desk, app[1][0], visitor=visit())

    @pytest.mark.usefixtures("app")
    def test_ends_what_it_opened(self, desk: IssuingDesk, visit: Visit) -> None:
        """And nothing that something else opened."""
        passkey_id = enrolled(desk, visit(Proof.TOTP), device())
        here = visit(Proof.PASSKEY, way_in=passkey_id)
        visit(Proof.TOTP)
        remove_app(desk, visitor=here)
        assert Proof.TOTP not in {each.proof for each in list_sessions(desk, here)}
        assert here.session_id in {each.id for each in list_sessions(desk, here)}


class TestByALink:
    """A link adds a way in, and no more (security T20)."""

    def test_shows_no_codes_and_removes_nothing(
        self, desk: IssuingDesk, visit: Visit, app: tuple[str, tuple[str, ...]]
    ) -> None:
        """Whoever opens somebody's mail does not come in by what that person has."""
        with pytest.raises(FreshProofNeededError):
            new_recovery_codes(desk, visitor=visit())
        with pytest.raises(FreshProofNeededError):
            remove_app(desk, visitor=visit())
        assert len(app[1]) == len(set(new_recovery_codes(desk, visitor=visit(Proof.PASSKEY))))
