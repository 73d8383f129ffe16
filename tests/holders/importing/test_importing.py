"""Badges from elsewhere come in after the report of the verifier, on a real database of each kind."""

import io
import zipfile
from datetime import timedelta
from uuid import uuid4

import pytest

from holders.cards.cards import make_own_card, open_by_card
from holders.cards.codes import Typed
from holders.importing.importing import (
    KEPT_UNSEEN,
    drop_foreign,
    find_foreign,
    forget_old_foreign,
    list_foreign,
    note_report,
    take,
)
from holders.importing.keeping_out import MOST_BYTES
from holders.keeping.telephones import KnownHolder
from holders.rights.downloading import INDEX, download
from issuers.desk import IssuingDesk
from issuers.errors import FormError, NotFoundError
from tests import world
from tests.holders.conftest import OWN, Keep
from tests.issuers.conftest import Issue
from tests.world import Issuer, World
from verifier.report import State
from web.clock import FixedClock

BREAD = ("bakkerij", "groen", "bakkerij")

ELSEWHERE = Issuer("did:web:school.elders.voorbeeld", "School Elders", "elders badges", "elders lists")


def abroad() -> World:
    """Give a world in which the badge is of an issuer that is not of this service."""
    return World(issuer=ELSEWHERE)


def refusal(desk: IssuingDesk, raw: bytes, *, holder: KnownHolder, earth: World) -> str:
    """Bring in something that is kept out; give the code of what is wrong."""
    with pytest.raises(FormError) as caught:
        take(desk, raw, earth.report(raw), holder=holder)
    assert "." in caught.value.problems[0].nl
    return caught.value.problems[0].code


class TestTake:
    def test_keeps_the_bytes_as_they_were(self, desk: IssuingDesk, holder: KnownHolder) -> None:
        """With what it says and who gave it, apart from what was given here."""
        earth = abroad()
        raw = earth.signed()
        foreign_id = take(desk, raw, earth.report(raw), holder=holder)
        [found] = list_foreign(desk, holder=holder)
        assert (found, raw) == find_foreign(desk, foreign_id, holder=holder)
        assert (found.title, found.state) == ("Verzamelt en controleert orders", State.VALID)

    def test_lets_them_go_along_in_the_zip(self, desk: IssuingDesk, holder: KnownHolder) -> None:
        """As the file that came."""
        earth = abroad()
        raw = earth.signed()
        take(desk, raw, earth.report(raw), holder=holder)
        parts = download(desk, holder=holder, page=lambda packed: str(len(list(packed))), language="nl")
        archive = zipfile.ZipFile(io.BytesIO(b"".join(parts)))
        assert raw == archive.read("02-verzamelt-en-controleert-orders/bewijs.json")
        assert b"2" == archive.read(INDEX)

    def test_keeps_the_same_badge_once(self, desk: IssuingDesk, holder: KnownHolder) -> None:
        """What was withdrawn meanwhile says so after the second time."""
        earth = abroad()
        raw = earth.signed()
        first = take(desk, raw, earth.report(raw), holder=holder)
        earth.publish_list(earth.issuer, revoked=(world.INDEX,))
        assert first == take(desk, raw, earth.report(raw), holder=holder)
        assert [State.REVOKED] == [each.state for each in list_foreign(desk, holder=holder)]

    def test_keeps_out_what_was_changed(self, desk: IssuingDesk, holder: KnownHolder) -> None:
        """And says so."""
        earth = abroad()
        assert "not-authentic" == refusal(
            desk, world.edited(earth.signed(), name="Anders"), holder=holder, earth=earth
        )
        assert () == list_foreign(desk, holder=holder)

    def test_keeps_out_what_nobody_can_check_now(self, desk: IssuingDesk, holder: KnownHolder) -> None:
        """Its key is out of reach: that does not say that it is fake."""
        assert "unsure" == refusal(desk, abroad().signed(), holder=holder, earth=World())

    def test_leads_to_the_link_for_what_was_given_here(self, desk: IssuingDesk, holder: KnownHolder) -> None:
        """A copy of it would never be replaced by a better version."""
        assert "ours" == refusal(desk, World().signed(), holder=holder, earth=World())

    def test_keeps_out_what_is_too_large(self, desk: IssuingDesk, holder: KnownHolder) -> None:
        """However good it is."""
        earth = abroad()
        report = earth.report(earth.signed())
        with pytest.raises(FormError):
            take(desk, b" " * (MOST_BYTES + 1), report, holder=holder)

    def test_is_seen_by_nobody_else(self, desk: IssuingDesk, give: Issue, keeping: Keep) -> None:
        """Neither looked at, nor changed, nor taken away."""
        earth = abroad()
        raw = earth.signed()
        own, other = keeping(give("een")), keeping(give("twee"))
        foreign_id = take(desk, raw, earth.report(raw), holder=own)
        assert () == list_foreign(desk, holder=other)
        for ask in (
            lambda: find_foreign(desk, foreign_id, holder=other),
            lambda: note_report(desk, foreign_id, earth.report(raw), holder=other),
            lambda: drop_foreign(desk, foreign_id, holder=other),
        ):
            with pytest.raises(NotFoundError):
                ask()


class TestDropForeign:
    def test_keeps_nothing(self, desk: IssuingDesk, holder: KnownHolder) -> None:
        """And tells of what is not there that it is not there."""
        earth = abroad()
        raw = earth.signed()
        drop_foreign(desk, take(desk, raw, earth.report(raw), holder=holder), holder=holder)
        assert () == list_foreign(desk, holder=holder)
        with pytest.raises(NotFoundError):
            drop_foreign(desk, uuid4(), holder=holder)


class TestForgetOldForeign:
    def test_forgets_what_is_of_who_never_looks(
        self, desk: IssuingDesk, give: Issue, keeping: Keep, clock: FixedClock
    ) -> None:
        """Who looked since keeps his; who opened by a card looked too."""
        earth = abroad()
        away, back = keeping(give("een")), keeping(give("twee"))
        for each in (away, back):
            take(desk, earth.signed(), earth.report(earth.signed()), holder=each)
        code = make_own_card(desk, BREAD, holder=back)
        clock.advance(KEPT_UNSEEN)
        open_by_card(desk, Typed(code=code, pictures=BREAD), on=OWN)
        assert 0 == forget_old_foreign(desk)
        clock.advance(timedelta(days=1))
        assert 1 == forget_old_foreign(desk)
        assert [0, 1] == [len(list_foreign(desk, holder=each)) for each in (away, back)]
