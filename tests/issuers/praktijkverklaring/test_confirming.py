"""A school confirms a badge, on a real database of each kind."""

from dataclasses import replace

import pytest
from sqlmodel import Session

from badges.members import at, objects
from badges.relatedresource import check_related_resource
from badges.strictjson import loads_object
from issuers.database.scopes import OneOrganisation
from issuers.desk import IssuingDesk
from issuers.errors import BadgeGoneError, NotFoundError, PermissionDeniedError
from issuers.issuing.correcting import find_correctable
from issuers.issuing.overview import find_by_token
from issuers.issuing.replacing import require_replaceable
from issuers.issuing.revoking import revoke
from issuers.issuing.tables import RevocationReason
from issuers.organisations.demo import add_person
from issuers.people.permissions import Actor
from issuers.people.tables import Role
from issuers.praktijkverklaring.confirming import confirm, confirmations_of
from issuers.werkplekprofiel.known import KnownProfiel
from tests.issuers.praktijkverklaring.conftest import Award
from tests.issuers.schooling import found_school


class TestConfirm:
    """`confirm`."""

    def test_signs_what_the_school_says_of_the_badge(
        self, desk: IssuingDesk, school: Actor, agreed: KnownProfiel, award: Award
    ) -> None:
        """With its own key, about the badge in its bytes, at an address of its own."""
        badge = award()
        given = confirm(desk, agreed.id, badge.id, actor=school)
        document = loads_object(find_by_token(desk, given.token).raw)
        assert desk.addresses.did(school.organisation_id) == at(document, "issuer", "id")
        assert badge.credential_id == at(document, "credentialSubject", "id")
        [cited] = objects(document, "relatedResource")
        check_related_resource(cited, badge.raw)

    def test_stands_beside_the_badge(
        self, desk: IssuingDesk, school: Actor, agreed: KnownProfiel, award: Award
    ) -> None:
        """Once, however often it was asked."""
        badge = award()
        first, second = (confirm(desk, agreed.id, badge.id, actor=school) for _ in range(2))
        assert first == second
        [found] = confirmations_of(desk, badge.id)
        assert ("School De Brug", first.token) == (found.by, found.token)

    def test_cannot_be_put_right_as_a_badge(
        self, desk: IssuingDesk, school: Actor, agreed: KnownProfiel, award: Award
    ) -> None:
        """A badge never takes the place of what a school says, and no form is opened for it."""
        given = confirm(desk, agreed.id, award().id, actor=school)

        def replace_it(session: Session) -> None:
            require_replaceable(session, given.id, organisation_id=school.organisation_id)

        with pytest.raises(NotFoundError):
            desk.register.write(replace_it, within=OneOrganisation(school.organisation_id))
        giver = replace(school, roles=frozenset({Role.PRAKTIJKOPLEIDER}))
        with pytest.raises(NotFoundError):
            find_correctable(desk, given.id, actor=giver)

    def test_can_be_taken_back_and_said_again(
        self, desk: IssuingDesk, school: Actor, agreed: KnownProfiel, award: Award
    ) -> None:
        """By its own place in the list of the school."""
        badge = award()
        given = confirm(desk, agreed.id, badge.id, actor=school)
        beheerder = add_person(desk, "Bo Vos", organisation_id=school.organisation_id, role=Role.BEHEERDER)
        revoke(desk, given.id, actor=beheerder, reason=RevocationReason.VERGISSING)
        assert () == confirmations_of(desk, badge.id)
        again = confirm(desk, agreed.id, badge.id, actor=school)
        assert [again.token] == [each.token for each in confirmations_of(desk, badge.id)]

    def test_refuses_what_was_withdrawn(
        self, desk: IssuingDesk, actor: Actor, school: Actor, agreed: KnownProfiel, award: Award
    ) -> None:
        """Meanwhile."""
        badge = award()
        revoke(desk, badge.id, actor=actor, reason=RevocationReason.VERGISSING)
        with pytest.raises(BadgeGoneError):
            confirm(desk, agreed.id, badge.id, actor=school)

    def test_is_for_the_school_that_is_a_party(
        self, desk: IssuingDesk, actor: Actor, agreed: KnownProfiel, award: Award
    ) -> None:
        """To another it is not there, and the leerbedrijf confirms nothing."""
        badge = award()
        with pytest.raises(NotFoundError):
            confirm(desk, agreed.id, badge.id, actor=found_school(desk, "School Aan Zee"))
        with pytest.raises(PermissionDeniedError):
            confirm(desk, agreed.id, badge.id, actor=actor)
