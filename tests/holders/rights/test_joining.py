"""Two lists of one person brought together, on a real database of each kind."""

from dataclasses import dataclass, replace
from datetime import timedelta

import pytest
from sqlmodel import select

from app.editions import OwnEditions
from holders.cards.cards import give_card, make_own_card, open_by_card
from holders.cards.codes import Typed
from holders.cards.tables import KeepCard
from holders.entering.ways_in import find_ways_in
from holders.errors import CardError, JoiningError, JoiningPartError
from holders.helping.inviting import NewHelper, invite_helper, list_helpers
from holders.importing.importing import list_foreign, take
from holders.keeping.tables import Holder
from holders.keeping.telephones import JOINING, KnownHolder, Telephone, find_holder
from holders.keeping.wallet import open_wallet
from holders.rights.joining import WAYS_IN, find_other, join, show_coming, what_is_of_holders
from holders.sharing.consenting import give_consent, list_consents
from holders.sharing.shared import open_share
from holders.sharing.sharing import Wish, find_share, make_share
from issuers.audit.fsck import fsck
from issuers.audit.platform import read_platform_trail
from issuers.audit.tables import PlatformKind
from issuers.database.scopes import WHOLE_SERVICE
from issuers.desk import IssuingDesk
from issuers.errors import NotFoundError
from issuers.issuing.issuing import IssuedBadge
from issuers.people.permissions import Actor
from tests.holders.conftest import OWN, Keep
from tests.holders.importing.test_importing import abroad
from tests.issuers.conftest import Issue
from tests.issuers.schooling import found_school
from web.clock import FixedClock

BREAD = ("bakkerij", "logistiek", "groen")
MOVED = {"kept_badge", "keep_card", "share", "school_consent", "helper", "foreign_badge", "decision_reader"}


@dataclass(frozen=True)
class Two:
    """Hold two lists of one person, a badge of each, and the card of the other."""

    here: KnownHolder
    there: KnownHolder
    own: IssuedBadge
    other: IssuedBadge
    card: Typed


@pytest.fixture
def two(desk: IssuingDesk, give: Issue, keeping: Keep) -> Two:
    """Keep a badge on one telephone and a badge on another."""
    own, other = give("een"), give("twee")
    here, there = keeping(own), keeping(other)
    code = make_own_card(desk, BREAD, holder=there)
    return Two(here, there, own, other, Typed(code=code, pictures=BREAD))


def proved(desk: IssuingDesk, two: Two) -> str:
    """Prove by the card of the other list that it is his too."""
    return open_by_card(desk, two.card, on=Telephone(is_own=False, joins=two.here.session_id))


class TestJoin:
    """`join` brings the other list to this one."""

    def test_moves_all_that_is_his(self, desk: IssuingDesk, two: Two) -> None:
        """Badges, links, who reads along, who helps, what came from elsewhere; once each."""
        there, raw = two.there, abroad().signed()
        for each in (two.here, there):
            take(desk, raw, abroad().report(raw), holder=each)
        wish = Wish(badge_ids=(two.other.id,), without=frozenset(), days=30, label="De bakker")
        share = make_share(desk, wish, holder=there, editions=OwnEditions(desk))
        token = find_share(desk, share, holder=there).token
        give_consent(desk, share, school_id=found_school(desk).organisation_id, holder=there)
        invite_helper(desk, NewHelper(label="Mijn zus", badges={two.other.id}, days=31), holder=there)
        secret = proved(desk, two)
        other = find_other(desk, secret, holder=two.here)
        assert other is not None
        coming = show_coming(desk, other)
        assert (1, 1, 1, ["School De Brug"], ["Mijn zus"]) == (
            coming.count,
            coming.foreign,
            coming.shares,
            list(coming.schools),
            list(coming.helpers),
        )
        join(desk, secret, holder=two.here)
        here = two.here
        assert {two.own.id, two.other.id} == {each.id for each in open_wallet(desk, here).badges}
        assert [two.other.id] == list(open_share(desk, token).kept)
        assert (1, 1, 1) == (
            len(list_foreign(desk, holder=here)),
            len(list_consents(desk, holder=here)),
            len(list_helpers(desk, holder=here)),
        )

    def test_ends_every_other_way_in(self, desk: IssuingDesk, two: Two) -> None:
        """Of the other list he proved only one; those of this list stay."""
        on_phone = open_by_card(desk, two.card, on=OWN)
        make_own_card(desk, BREAD, holder=two.here)
        join(desk, proved(desk, two), holder=two.here)
        assert find_holder(desk, on_phone) is None
        with pytest.raises(CardError):
            open_by_card(desk, two.card, on=OWN)
        ways = find_ways_in(desk, holder=two.here)
        assert (1, True) == (ways.devices, ways.card_since is not None)

    def test_leaves_a_record_and_a_whole_register(self, desk: IssuingDesk, two: Two) -> None:
        """Of ids; no organisation reads who keeps what."""
        join(desk, proved(desk, two), holder=two.here)
        assert PlatformKind.HOLDERS_JOINED is read_platform_trail(desk, page=0)[0].kind
        holders = desk.register.read(lambda session: session.exec(select(Holder)).all(), within=WHOLE_SERVICE)
        assert [two.here.holder_id] == [each.id for each in holders]
        assert () == fsck(desk)

    def test_is_done_once(self, desk: IssuingDesk, two: Two) -> None:
        """Whoever taps twice, or waits longer than ten minutes, is told that nothing is there."""
        secret = proved(desk, two)
        join(desk, secret, holder=two.here)
        with pytest.raises(NotFoundError):
            join(desk, secret, holder=two.here)

    def test_keeps_the_card_known_to_who_made_it(
        self, desk: IssuingDesk, two: Two, give: Issue, actor: Actor
    ) -> None:
        """The card of an organisation that is used for the first time brings its badge; then it is over."""
        third = give("drie")
        code = give_card(desk, third.id, pictures=BREAD, actor=actor)
        card = Typed(code=code, pictures=BREAD)
        join(desk, proved(desk, replace(two, card=card)), holder=two.here)
        assert third.id in {each.id for each in open_wallet(desk, two.here).badges}
        rows = desk.register.read(lambda session: session.exec(select(KeepCard)).all(), within=WHOLE_SERVICE)
        assert [(two.here.holder_id, True)] == [
            (each.holder_id, each.ended is not None) for each in rows if each.badge_id == third.id
        ]


class TestFindOther:
    """`find_other` asks for a proof that was made for this, here and now."""

    def test_takes_no_visit(self, desk: IssuingDesk, two: Two) -> None:
        """A friend who opened his badges here for an hour gives nothing away; nor does a proof elsewhere."""
        visit = open_by_card(desk, two.card, on=Telephone(is_own=False))
        elsewhere = open_by_card(desk, two.card, on=Telephone(is_own=False, joins=two.there.session_id))
        for secret in (visit, elsewhere, None, "x"):
            assert find_other(desk, secret, holder=two.here) is None
            with pytest.raises(NotFoundError):
                join(desk, secret, holder=two.here)

    def test_lets_a_proof_open_nothing(self, desk: IssuingDesk, two: Two, clock: FixedClock) -> None:
        """And it lasts ten minutes."""
        secret = proved(desk, two)
        assert find_holder(desk, secret) is None
        clock.advance(JOINING - timedelta(seconds=1))
        assert find_other(desk, secret, holder=two.here) is not None
        clock.advance(timedelta(seconds=1))
        assert find_other(desk, secret, holder=two.here) is None

    def test_says_what_is_wrong_with_it(self, desk: IssuingDesk, two: Two, actor: Actor) -> None:
        """The same list, or a card of which somebody else may know the code."""
        here = replace(two.there, session_id=two.here.session_id)
        with pytest.raises(JoiningError):
            find_other(desk, proved(desk, two), holder=here)
        code = give_card(desk, two.other.id, pictures=BREAD, actor=actor)
        part = replace(two, card=Typed(code=code, pictures=BREAD))
        with pytest.raises(JoiningPartError):
            find_other(desk, proved(desk, part), holder=two.here)

    @pytest.mark.parametrize("changes", [{"is_borrowed": True}, {"only_of": "x"}])
    def test_is_for_his_own_telephone(self, desk: IssuingDesk, two: Two, changes: dict[str, object]) -> None:
        """Nothing comes to a telephone of another."""
        with pytest.raises(NotFoundError):
            find_other(desk, proved(desk, two), holder=replace(two.here, **changes))  # type: ignore[arg-type]


class TestWhatIsOfHolders:
    """`what_is_of_holders` names each table."""

    def test_moves_or_ends_each(self) -> None:
        """Whoever makes another that is of holders decides here which of both."""
        assert MOVED | WAYS_IN == {table.name for table, _ in what_is_of_holders()}
