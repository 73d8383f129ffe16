"""What a recipient sees of his school, on a real database of each kind."""

import pytest
from sqlmodel import Session, select

from issuers.database.scopes import OneOrganisation, Public
from issuers.desk import IssuingDesk
from issuers.issuing.revoking import revoke
from issuers.issuing.tables import Badge, BadgeKind, RevocationReason
from issuers.organisations.demo import add_person
from issuers.people.permissions import Actor
from issuers.people.tables import Role
from issuers.praktijkverklaring.confirming import confirm
from issuers.praktijkverklaring.giving import give
from issuers.praktijkverklaring.receiving import received_with
from issuers.praktijkverklaring.wording import Choice
from issuers.recipients.keeping import add_recipient
from issuers.recipients.reading import NewRecipient
from issuers.werkplekprofiel.answering import agree
from issuers.werkplekprofiel.keeping import find_profiel, propose
from issuers.werkplekprofiel.known import KnownProfiel
from tests.databases import ON_BOTH
from tests.issuers.praktijkverklaring.conftest import Award, ids
from tests.issuers.werkplekprofiel.conftest import ORDERS, new_profiel


@pytest.fixture
def other(desk: IssuingDesk, actor: Actor, school: Actor) -> KnownProfiel:
    """Agree with somebody else of the same school and the same leerbedrijf."""
    kim = add_recipient(desk, NewRecipient(name="Kim Bos"), actor=actor)
    new = new_profiel(desk, ORDERS, school_id=school.organisation_id)
    known = find_profiel(desk, propose(desk, kim, new, actor=actor), actor=actor)
    agree(desk, known.token, revision=known.revision, name="Kim")
    return known


@pytest.mark.usefixtures("recognised")
class TestReceivedWith:
    """`received_with`."""

    def test_shows_what_the_school_gave_to_him_alone(
        self, desk: IssuingDesk, school: Actor, agreed: KnownProfiel, other: KnownProfiel, award: Award
    ) -> None:
        """By whom, and where it stands; who has another token sees nothing of it."""
        badge = award()
        confirm(desk, agreed.id, badge.id, actor=school)
        assert () == received_with(desk, agreed.token)
        given = give(desk, agreed.id, Choice(badges=ids(badge)), actor=school, idempotency_key="een")
        [found] = received_with(desk, agreed.token)
        assert (given.id, given.token, school.organisation_id, "Praktijkverklaring") == (
            found.id,
            found.token,
            found.by_id,
            found.facts.title,
        )
        assert [(), ()] == [received_with(desk, each) for each in (other.token, "geen-token")]

    def test_shows_nothing_that_was_withdrawn(
        self, desk: IssuingDesk, school: Actor, agreed: KnownProfiel, award: Award
    ) -> None:
        """It is at its own link still, and says so there."""
        given = give(desk, agreed.id, Choice(badges=ids(award())), actor=school, idempotency_key="een")
        beheerder = add_person(desk, "Bo", organisation_id=school.organisation_id, role=Role.BEHEERDER)
        revoke(desk, given.id, actor=beheerder, reason=RevocationReason.VERGISSING)
        assert () == received_with(desk, agreed.token)

    @pytest.mark.parametrize("databases", ["postgresql"], indirect=True)
    @ON_BOTH
    def test_is_held_to_it_by_the_wall(
        self, desk: IssuingDesk, school: Actor, agreed: KnownProfiel, other: KnownProfiel, award: Award
    ) -> None:
        """Whatever is asked with the token: of all badges, those of his school; of the rest, none."""
        given = give(desk, agreed.id, Choice(badges=ids(award())), actor=school, idempotency_key="een")

        def all_seen(session: Session) -> list[tuple[object, BadgeKind]]:
            return [(each.id, each.kind) for each in session.exec(select(Badge)).all()]

        seen = {
            token: desk.register.read(all_seen, within=Public(holding=token))
            for token in (agreed.token, other.token, "", str(agreed.id))
        }
        own = [(given.id, BadgeKind.PRAKTIJKVERKLARING)]
        assert {agreed.token: own, other.token: [], "": [], str(agreed.id): []} == seen
        at_leerbedrijf = desk.register.read(all_seen, within=OneOrganisation(agreed.organisation_id))
        assert [BadgeKind.BADGE] == [kind for _, kind in at_leerbedrijf]
