"""Facts of an organisation: declared by itself, confirmed by somebody who looked."""

from functools import partial
from uuid import UUID

import pytest
from sqlmodel import select

from issuers.audit.tables import AuditKind, AuditRecord
from issuers.database.scopes import WHOLE_SERVICE
from issuers.desk import IssuingDesk
from issuers.errors import NotFoundError, RegisterError
from issuers.organisations.facts import (
    Confirmation,
    NewFact,
    confirm_fact,
    facts_of,
    kinds_in_words,
    public_facts,
    replace_facts,
)
from issuers.organisations.founding import NewOrganisation, create_organisation
from issuers.organisations.numbers import NumberKind, OfficialNumber
from issuers.organisations.tables import FactStatus, OrganisationKind, OrganisationNumber, SchoolKind
from issuers.people.permissions import Actor

SCHOOL = NewFact(
    OrganisationKind.SCHOOL,
    numbers=(OfficialNumber(NumberKind.BRIN, "99XY"), OfficialNumber(NumberKind.BRIN_VESTIGING, "99XY01")),
    school_kind=SchoolKind.VSO,
)
STICHTING = NewFact(OrganisationKind.MAATSCHAPPELIJK, numbers=(OfficialNumber(NumberKind.RSIN, "123456782"),))


@pytest.fixture
def school(desk: IssuingDesk) -> str:
    """Take in a school that is a stichting too."""
    new = NewOrganisation(name="De Werf", facts=(STICHTING, SCHOOL))
    return create_organisation(desk, new).id


def recorded(desk: IssuingDesk, organisation_id: str) -> list[AuditKind]:
    """Give what the chain tells about facts."""
    kinds = desk.register.read(
        lambda session: session.exec(
            select(AuditRecord.kind)
            .where(AuditRecord.organisation_id == organisation_id)
            .order_by(AuditRecord.sequence)
        ).all(),
        within=WHOLE_SERVICE,
    )
    return [kind for kind in kinds if kind.value.startswith("fact")]


class TestFactsOf:
    """`facts_of` lists what an organisation is."""

    def test_gives_what_was_declared(self, desk: IssuingDesk, school: str) -> None:
        """With the numbers, in the order of the form."""
        found = facts_of(desk, school)
        assert [SCHOOL, STICHTING] == [
            NewFact(each.row.kind, numbers=each.numbers, school_kind=each.row.school_kind) for each in found
        ]
        assert {FactStatus.ZELF_VERKLAARD} == {each.row.status for each in found}
        assert [AuditKind.FACT_DECLARED] * 2 == recorded(desk, school)

    def test_knows_when_nobody_said(self, desk: IssuingDesk, actor: Actor) -> None:
        """The demo has a kind and no numbers: that is no declaration."""
        (fact,) = facts_of(desk, actor.organisation_id)
        assert (FactStatus.ONBEKEND, ()) == (fact.row.status, fact.numbers)

    def test_gives_nothing_of_another_organisation(
        self, desk: IssuingDesk, school: str, actor: Actor
    ) -> None:
        """Each has its own."""
        assert {actor.organisation_id} == {
            each.row.organisation_id for each in facts_of(desk, actor.organisation_id)
        }

    def test_keeps_no_rsin_of_which_nobody_said_that_it_is_of_no_person(
        self, desk: IssuingDesk, school: str
    ) -> None:
        """The database itself refuses it, whatever the code does."""
        fact = facts_of(desk, school)[0].row
        number = OrganisationNumber(
            organisation_id=school, fact_id=fact.id, kind=NumberKind.RSIN, value="123456782"
        )
        with pytest.raises(RegisterError):
            desk.register.write(lambda session: session.add(number), within=WHOLE_SERVICE)


class TestConfirmFact:
    """`confirm_fact` says who looked, where and when."""

    def test_says_by_whom_and_in_which_source(self, desk: IssuingDesk, school: str, actor: Actor) -> None:
        """One fact is confirmed, the other stays as it is."""
        fact = facts_of(desk, school)[0].row
        told = Confirmation(by=actor.person_id, source="RIO, 26 juni 2026")
        confirm_fact(desk, fact.id, organisation_id=school, confirmation=told)
        confirmed, other = (each.row for each in facts_of(desk, school))
        assert (FactStatus.BEVESTIGD, told.by, told.source, desk.clock.now()) == (
            confirmed.status,
            confirmed.confirmed_by,
            confirmed.source,
            confirmed.confirmed_at,
        )
        assert FactStatus.ZELF_VERKLAARD is other.status
        assert AuditKind.FACT_CONFIRMED is recorded(desk, school)[-1]

    def test_finds_no_fact_of_another_organisation(
        self, desk: IssuingDesk, school: str, actor: Actor
    ) -> None:
        """An id alone is not enough."""
        fact = facts_of(desk, school)[0].row
        told = Confirmation(by=actor.person_id, source="RIO")
        for fact_id, organisation_id in ((fact.id, actor.organisation_id), (UUID(int=1), school)):
            with pytest.raises(NotFoundError):
                confirm_fact(desk, fact_id, organisation_id=organisation_id, confirmation=told)


class TestReplaceFacts:
    """`replace_facts` puts what is said now in the place of what was said."""

    def test_leaves_confirmed_what_did_not_change(self, desk: IssuingDesk, school: str, actor: Actor) -> None:
        """Only what is new must be looked up again."""
        fact = facts_of(desk, school)[0].row
        told = Confirmation(by=actor.person_id, source="RIO")
        confirm_fact(desk, fact.id, organisation_id=school, confirmation=told)
        other = NewFact(OrganisationKind.MAATSCHAPPELIJK, (OfficialNumber(NumberKind.KVK, "99999990"),))
        replace = partial(
            replace_facts,
            facts=(SCHOOL, other),
            desk=desk,
            organisation_id=school,
            actor_id=actor.person_id,
        )
        desk.register.write(replace, within=WHOLE_SERVICE)
        statuses = [(each.row.kind, each.row.status) for each in facts_of(desk, school)]
        assert [
            (OrganisationKind.SCHOOL, FactStatus.BEVESTIGD),
            (OrganisationKind.MAATSCHAPPELIJK, FactStatus.ZELF_VERKLAARD),
        ] == statuses
        assert [AuditKind.FACT_ENDED, AuditKind.FACT_DECLARED] == recorded(desk, school)[-2:]


class TestKindsInWords:
    """`kinds_in_words` names what an organisation is beside its name."""

    def test_never_names_the_kind_of_school(self, desk: IssuingDesk, school: str) -> None:
        """It would say something about every pupil with a badge."""
        assert "school, maatschappelijk" == kinds_in_words(public_facts(desk, school))

    def test_is_silent_where_nothing_is_known(self) -> None:
        """No word is better than a guess."""
        assert kinds_in_words(()) is None
