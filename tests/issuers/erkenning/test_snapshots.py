"""What was known of the recognition when a badge was given, and is never written again."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from badges.judgement import Judgement
from issuers.desk import IssuingDesk
from issuers.erkenning.keeping import Kept, confirm, declare, erkenningen_of, remove
from issuers.erkenning.reading import NewErkenning
from issuers.erkenning.snapshots import KnownThen, known_then
from issuers.issuing.issuing import IssuedBadge, issue
from issuers.organisations.numbers import NumberKind
from issuers.organisations.tables import FactStatus
from issuers.people.permissions import Actor
from issuers.publishing.documents import own_recognition
from tests.issuers.conftest import FRIDAY
from tests.issuers.erkenning.conftest import LEERBEDRIJF, ROW, look_up, now_is

Issue = Callable[..., IssuedBadge]
TODAY = FRIDAY.date()


def then(desk: IssuingDesk, badge: IssuedBadge) -> tuple[FactStatus, str | None]:
    """Give what was known when a badge was given."""
    found = known_then(desk, badge.id)
    assert found is not None
    return found.status, found.source


class TestTake:
    """`take` writes down what is known on the day."""

    def test_knows_when_nobody_told(self, desk: IssuingDesk, beheerder: Actor, give: Issue) -> None:
        """Unknown is not refused: there is no source that said no."""
        badge = give()
        expected = KnownThen(
            organisation_id=beheerder.organisation_id,
            status=FactStatus.ONBEKEND,
            crebo="25774",
            day=TODAY,
            source=None,
        )
        assert expected == known_then(desk, badge.id)

    @pytest.mark.parametrize(
        ("row", "status"),
        [
            (ROW, FactStatus.ZELF_VERKLAARD),
            (replace(ROW, werkproces="B1-K2-W1"), FactStatus.ZELF_VERKLAARD),
            (replace(ROW, since=TODAY, until=TODAY), FactStatus.ZELF_VERKLAARD),
            (replace(ROW, until=None), FactStatus.ZELF_VERKLAARD),
            (replace(ROW, werkproces="B1-K2-W2"), FactStatus.ONBEKEND),
            (replace(ROW, crebo="25743"), FactStatus.ONBEKEND),
            (replace(ROW, until=date(2026, 6, 25)), FactStatus.ONBEKEND),
            (replace(ROW, since=date(2026, 6, 27)), FactStatus.ONBEKEND),
        ],
    )
    def test_looks_at_the_work_and_the_day(
        self, desk: IssuingDesk, beheerder: Actor, give: Issue, row: NewErkenning, status: FactStatus
    ) -> None:
        """A whole kwalificatie or a part of it, from the first day to the last."""
        declare(desk, [row], source="Brief", actor=beheerder)
        assert status is then(desk, give())[0]

    def test_prefers_what_was_confirmed(self, desk: IssuingDesk, beheerder: Actor, give: Issue) -> None:
        """Whoever recognises knows best."""
        declare(desk, [ROW], source="Brief", actor=beheerder)
        confirm(desk, [ROW], source="SBB", by=beheerder.person_id)
        assert (FactStatus.BEVESTIGD, "SBB") == then(desk, give())

    def test_forgets_it_with_the_number(self, desk: IssuingDesk, beheerder: Actor, give: Issue) -> None:
        """What was confirmed of one leerbedrijf-ID says nothing of the next."""
        confirm(desk, [ROW], source="SBB", by=beheerder.person_id)
        now_is(desk, {NumberKind.LEERBEDRIJF: "999999982"}, actor=beheerder)
        look_up(desk, actor=beheerder)
        assert (FactStatus.ONBEKEND, None) == then(desk, give())

    def test_is_no_surer_than_the_number(self, desk: IssuingDesk, beheerder: Actor, give: Issue) -> None:
        """The same leerbedrijf-ID with another number beside it: until somebody looked, their own word."""
        confirm(desk, [ROW], source="SBB", by=beheerder.person_id)
        now_is(desk, {NumberKind.LEERBEDRIJF: LEERBEDRIJF, NumberKind.KVK: "99999990"}, actor=beheerder)
        before = give("een")
        look_up(desk, actor=beheerder)
        after = give("twee")
        assert [(FactStatus.ZELF_VERKLAARD, "SBB"), (FactStatus.BEVESTIGD, "SBB")] == [
            then(desk, before),
            then(desk, after),
        ]

    def test_is_of_one_place(self, desk: IssuingDesk, beheerder: Actor, give: Issue) -> None:
        """SBB recognises a leerbedrijf at a vestiging; at another it is not known."""
        here = {NumberKind.LEERBEDRIJF: LEERBEDRIJF, NumberKind.VESTIGING: "999999999990"}
        now_is(desk, here, actor=beheerder)
        look_up(desk, actor=beheerder)
        row = replace(ROW, vestiging=here[NumberKind.VESTIGING])
        assert Kept(rows=1) == confirm(desk, [row], source="SBB", by=beheerder.person_id)
        before = give("een")
        now_is(desk, here | {NumberKind.VESTIGING: "999999999983"}, actor=beheerder)
        after = give("twee")
        assert [(FactStatus.BEVESTIGD, "SBB"), (FactStatus.ONBEKEND, None)] == [
            then(desk, before),
            then(desk, after),
        ]

    def test_is_never_written_again(self, desk: IssuingDesk, beheerder: Actor, give: Issue) -> None:
        """Neither when more is known later, nor when it is taken back."""
        before = give("een")
        declare(desk, [ROW], source="Brief", actor=beheerder)
        between = give("twee")
        remove(desk, erkenningen_of(desk, actor=beheerder)[0].row.id, actor=beheerder)
        assert [(FactStatus.ONBEKEND, None), (FactStatus.ZELF_VERKLAARD, "Brief")] == [
            then(desk, before),
            then(desk, between),
        ]

    def test_counts_nothing_of_another_organisation(
        self, desk: IssuingDesk, beheerder: Actor, stranger: Actor, judgement: Judgement
    ) -> None:
        """Each is recognised by itself."""
        declare(desk, [ROW], source="Brief", actor=beheerder)
        assert (
            FactStatus.ONBEKEND
            is then(desk, issue(desk, judgement, actor=stranger, idempotency_key="drie"))[0]
        )


class TestOwnRecognition:
    """`own_recognition` tells it to whoever checks a badge."""

    def test_is_asked_by_the_names_in_the_badge(
        self, desk: IssuingDesk, beheerder: Actor, stranger: Actor, give: Issue
    ) -> None:
        """Of its own issuer only."""
        badge = give()
        did, other = (desk.addresses.did(each.organisation_id) for each in (beheerder, stranger))
        assert own_recognition(desk, badge.credential_id, issuer=did) == known_then(desk, badge.id)
        for credential_id, issuer in (
            (badge.credential_id, other),
            (badge.credential_id, "did:web:elders.voorbeeld"),
            ("urn:uuid:niets", did),
            (str(badge.id), did),
        ):
            assert own_recognition(desk, credential_id, issuer=issuer) is None
