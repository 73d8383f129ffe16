"""What an organisation says of itself can change; what it signed cannot."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from badges import strictjson
from issuers.desk import IssuingDesk
from issuers.errors import FormError, PermissionDeniedError
from issuers.issuing.issuing import IssuedBadge
from issuers.organisations.changing import Description, change, read_description
from issuers.organisations.declaring import TypedFacts
from issuers.organisations.face import Face, TypedFace, face_of
from issuers.organisations.facts import Confirmation, NewFact, confirm_fact, facts_of
from issuers.organisations.founding import find_organisation
from issuers.organisations.numbers import NumberKind, OfficialNumber
from issuers.organisations.tables import FactStatus, OrganisationKind
from issuers.people.permissions import Actor

FACE = Face(name="De Werf", official_name="Stichting De Werf Zuid", contact="010 1234567")
FACT = NewFact(OrganisationKind.MAATSCHAPPELIJK, (OfficialNumber(NumberKind.KVK, "99999990"),))


def confirmed(desk: IssuingDesk, description: Description, *, beheerder: Actor) -> None:
    """Say it, and have it looked up."""
    change(desk, description, actor=beheerder)
    (said,) = facts_of(desk, beheerder.organisation_id)
    looked_up = Confirmation(by=beheerder.person_id, source="Handelsregister")
    confirm_fact(desk, said.row.id, organisation_id=beheerder.organisation_id, confirmation=looked_up)


class TestReadDescription:
    """`read_description` reads both parts of the form."""

    def test_says_everything_at_once(self) -> None:
        """What is wrong with one part does not hide the other."""
        for facts, face, expected in (
            (TypedFacts(), TypedFace(), ["soort", "naam"]),
            (TypedFacts(), TypedFace(naam="De Werf"), ["soort"]),
            (TypedFacts(("gemeente",), {NumberKind.OIN: "9" * 20}), TypedFace(), ["naam"]),
        ):
            with pytest.raises(FormError) as refused:
                read_description(facts, face)
            assert expected == [each.field for each in refused.value.problems]


class TestChange:
    """`change` writes it down."""

    def test_keeps_what_was_read(self, desk: IssuingDesk, beheerder: Actor) -> None:
        """The face, and facts in the place of those before."""
        change(desk, Description(FACE, (FACT,)), actor=beheerder)
        (fact,) = facts_of(desk, beheerder.organisation_id)
        assert FACE == face_of(find_organisation(desk, beheerder.organisation_id))
        assert (FACT.kind, FACT.numbers, FactStatus.ZELF_VERKLAARD) == (
            fact.row.kind,
            fact.numbers,
            fact.row.status,
        )

    def test_leaves_the_name_on_what_was_signed(
        self, desk: IssuingDesk, beheerder: Actor, give: Callable[..., IssuedBadge]
    ) -> None:
        """The old badge says the old name, the next one the new; both name the same did."""
        old = strictjson.loads_object(give("een").raw)["issuer"]
        change(desk, Description(FACE, (FACT,)), actor=beheerder)
        new = strictjson.loads_object(give("twee").raw)["issuer"]
        assert ("Magazijn De Maas", "De Werf", old["id"]) == (old["name"], new["name"], new["id"])

    def test_tells_what_to_look_up_again(self, desk: IssuingDesk, beheerder: Actor) -> None:
        """What was confirmed was of that name and that number; other letters are no other name."""
        kind = {FACT.kind}
        for face, fact, again in (
            (FACE, FACT, set()),
            (replace(FACE, name="DE WERF", contact=None), FACT, set()),
            (replace(FACE, name="De Haven"), FACT, kind),
            (replace(FACE, official_name="Stichting De Haven"), FACT, kind),
            (replace(FACE, official_name=None), FACT, kind),
            (FACE, replace(FACT, numbers=(OfficialNumber(NumberKind.KVK, "99999991"),)), kind),
            (FACE, NewFact(OrganisationKind.GEMEENTE), set()),
        ):
            confirmed(desk, Description(FACE, (FACT,)), beheerder=beheerder)
            assert again == change(desk, Description(face, (fact,)), actor=beheerder)
            (now,) = facts_of(desk, beheerder.organisation_id)
            assert (fact.numbers, FACT == fact and not again) == (
                now.numbers,
                now.row.status is FactStatus.BEVESTIGD,
            )

    def test_is_for_the_beheerder(self, desk: IssuingDesk, actor: Actor) -> None:
        """A praktijkopleider gives badges, and does not rename the company."""
        with pytest.raises(PermissionDeniedError):
            change(desk, Description(FACE, (FACT,)), actor=actor)

    def test_reads_the_role_again(self, desk: IssuingDesk, former_beheerder: Actor) -> None:
        """A form that was open does not outlive the role."""
        with pytest.raises(PermissionDeniedError):
            change(desk, Description(FACE, (FACT,)), actor=former_beheerder)
        assert "Magazijn De Maas" == find_organisation(desk, former_beheerder.organisation_id).name
