"""Status lists: what the world reads is what the register says."""

import math
from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from sqlmodel import Session, select

from badges import status, strictjson
from badges.keys import find_key
from badges.proofs import check_proof, read_proofs
from issuers.database.scopes import WHOLE_SERVICE
from issuers.desk import IssuingDesk
from issuers.errors import KeyStoreError, NotFoundError
from issuers.issuing.issuing import IssuedBadge
from issuers.issuing.tables import StatusList
from issuers.keys.tables import Key
from issuers.people.permissions import Actor
from issuers.publishing.documents import organisation_did_document, own_status_list, status_list
from issuers.statuslists import HALF_FULL, republish_due, take_entry
from tests.databases import ON_SQLITE
from tests.places import there
from web.clock import FixedClock

Issue = Callable[..., IssuedBadge]


def subject(raw: bytes) -> strictjson.JsonObject:
    """Read the list inside its credential."""
    found = strictjson.loads_object(raw)["credentialSubject"]
    assert isinstance(found, dict)
    return found


def fill(desk: IssuingDesk, *, used: int) -> None:
    """Count this many entries as handed out."""

    def work(session: Session) -> None:
        row = session.exec(select(StatusList).order_by(StatusList.number.desc())).first()  # type: ignore[attr-defined]  # a column
        assert row is not None
        row.used = used

    desk.register.write(work, within=WHOLE_SERVICE)


class TestPublishList:
    """`publish_list` signs what the register knows."""

    def test_is_published_from_the_first_moment(self, desk: IssuingDesk, actor: Actor) -> None:
        """Nobody meets a badge whose list is not there yet."""
        raw = status_list(desk, actor.organisation_id, number=1)
        bits = status.decode(str(subject(raw)["encodedList"]))
        assert bytes(status.MINIMUM_ENTRIES // 8) == bits

    def test_is_signed_by_the_organisation_itself(self, desk: IssuingDesk, actor: Actor) -> None:
        """Peers reject a list of another issuer; ours has the did of the badges, and a key of its own."""
        document = strictjson.loads_object(status_list(desk, actor.organisation_id, number=1))
        issuer = desk.addresses.did(actor.organisation_id)
        [proof] = read_proofs(document)
        published = organisation_did_document(desk, actor.organisation_id)
        key = find_key(published, verification_method=proof.verification_method, issuer=issuer)
        check_proof(document, key=key)
        assert issuer == document["issuer"]

    def test_is_signed_with_another_key_than_the_badges(self, desk: IssuingDesk, give: Issue) -> None:
        """The list key is never sealed, the assertion key may be."""
        badge = give()
        raws = (badge.raw, status_list(desk, badge.organisation_id, number=1))
        methods = [read_proofs(strictjson.loads_object(raw))[0].verification_method for raw in raws]
        assert methods[0] != methods[1]


class TestRepublishDue:
    """`republish_due` keeps every list younger than an hour."""

    @pytest.mark.parametrize(("minutes", "renewed"), [(59, 0), (60, 1), (600, 1)])
    def test_renews_after_an_hour(
        self, desk: IssuingDesk, actor: Actor, clock: FixedClock, minutes: int, renewed: int
    ) -> None:
        """An hour old is due, younger is not."""
        clock.advance(timedelta(minutes=minutes))
        assert renewed == republish_due(desk)

    def test_holds_for_a_day_from_then(self, desk: IssuingDesk, actor: Actor, clock: FixedClock) -> None:
        """A list that was renewed says so in both its dates."""
        clock.advance(timedelta(hours=5))
        republish_due(desk)
        document = strictjson.loads_object(status_list(desk, actor.organisation_id, number=1))
        moments = [datetime.fromisoformat(str(document[name])) for name in ("validFrom", "validUntil")]
        assert [clock.now(), clock.now() + timedelta(hours=24)] == moments

    def test_goes_on_with_the_others_when_one_cannot_be_signed(
        self, desk: IssuingDesk, actor: Actor, stranger: Actor, clock: FixedClock
    ) -> None:
        """One organisation without a key is told, and the list of another does not grow old for it."""

        def spoil(session: Session) -> None:
            keys = session.exec(select(Key).where(Key.organisation_id == actor.organisation_id)).all()
            for key in keys:
                key.wrapped = bytes(60)

        desk.register.write(spoil, within=WHOLE_SERVICE)
        clock.advance(timedelta(hours=2))
        with pytest.raises(KeyStoreError):
            republish_due(desk)
        raw = status_list(desk, stranger.organisation_id, number=1)
        assert clock.now() == datetime.fromisoformat(str(strictjson.loads_object(raw)["validFrom"]))

    def test_counts_its_versions_up(self, desk: IssuingDesk, actor: Actor, clock: FixedClock) -> None:
        """A version never comes back."""
        clock.advance(timedelta(hours=5))
        republish_due(desk)
        versions = desk.register.read(
            lambda session: session.exec(select(StatusList.version)).all(), within=WHOLE_SERVICE
        )
        assert [2] == versions


class TestTakeEntry:
    """`take_entry` hands out places that tell nothing."""

    def test_opens_a_further_list_at_half_full(self, desk: IssuingDesk, give: Issue) -> None:
        """The last place of the first half is on list 1, the next on list 2, and both are published."""
        give("een")
        fill(desk, used=HALF_FULL - 1)
        lists = [
            there(strictjson.loads_object(give(name).raw), "/credentialStatus/statusListCredential")
            for name in ("twee", "drie")
        ]
        assert ["1", "2"] == [str(each).rpartition("/")[2] for each in lists]
        assert all(own_status_list(desk, str(each)) for each in lists)

    @ON_SQLITE
    def test_hands_out_without_order(self, desk: IssuingDesk, actor: Actor) -> None:
        """Over 500 places the number does not follow the time, and no eighth of the list is preferred."""

        def work(session: Session) -> list[int]:
            return [
                take_entry(session, desk=desk, organisation_id=actor.organisation_id)[1] for _ in range(500)
            ]

        places = desk.register.write(work, within=WHOLE_SERVICE)
        middle, half = sum(places) / 500, 249.5
        covariance = sum((place - middle) * (turn - half) for turn, place in enumerate(places))
        spread = math.sqrt(
            sum((place - middle) ** 2 for place in places) * sum((turn - half) ** 2 for turn in range(500))
        )
        eighths = [sum(place * 8 // status.MINIMUM_ENTRIES == part for place in places) for part in range(8)]
        assert abs(covariance / spread) < 0.25
        assert sum((count - 62.5) ** 2 / 62.5 for count in eighths) < 40


class TestOwnStatusList:
    """`own_status_list` answers for addresses of ours only."""

    @pytest.mark.parametrize(
        "address",
        [
            "https://elders.voorbeeld/organisaties/{id}/status/1",
            "https://bewijs.voorbeeld/organisaties/{id}/status/2",
            "https://bewijs.voorbeeld/organisaties/{id}/status/01",
            "https://bewijs.voorbeeld/organisaties/{id}/status/1/",
            "https://bewijs.voorbeeld/organisaties/{id}/status/99999999999999999999999",
            "https://bewijs.voorbeeld/organisaties/../organisaties/{id}/status/1",
            "/organisaties/{id}/status/1",
            "",
        ],
    )
    def test_knows_no_other_address(self, desk: IssuingDesk, actor: Actor, address: str) -> None:
        """Only the address that stands in badges is the list."""
        assert own_status_list(desk, address.format(id=actor.organisation_id)) is None

    def test_refuses_a_number_that_no_list_has(self, desk: IssuingDesk, actor: Actor) -> None:
        """Also a number that the database could not hold."""
        for number in (0, -1, 2, 10**40):
            with pytest.raises(NotFoundError):
                status_list(desk, actor.organisation_id, number=number)
