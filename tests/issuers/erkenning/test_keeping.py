"""What is known of recognition: who said it, and of whom."""

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest

from issuers.database.scopes import WHOLE_SERVICE
from issuers.desk import IssuingDesk
from issuers.erkenning.keeping import Kept, confirm, declare, erkenningen_of, remove
from issuers.erkenning.known import Place
from issuers.erkenning.register import leerbedrijven
from issuers.erkenning.sources import NOWHERE, refresh
from issuers.errors import FormError, NotFoundError, PermissionDeniedError
from issuers.organisations.facts import NewFact, add_fact
from issuers.organisations.numbers import NumberKind, OfficialNumber
from issuers.organisations.tables import FactStatus, OrganisationKind
from issuers.people.permissions import Actor
from tests.issuers.erkenning.conftest import LEERBEDRIJF, ROW


def known(desk: IssuingDesk, actor: Actor) -> list[tuple[FactStatus, date | None, str]]:
    """Give what is known of an organisation."""
    return [(each.row.status, each.row.until, each.row.source) for each in erkenningen_of(desk, actor=actor)]


class TestDeclare:
    """`declare` keeps what an organisation says of itself."""

    def test_is_never_confirmed(self, desk: IssuingDesk, beheerder: Actor) -> None:
        """It says so itself, with where it stands."""
        assert Kept(rows=1) == declare(desk, [ROW], source="Brief van SBB", actor=beheerder)
        assert [(FactStatus.ZELF_VERKLAARD, ROW.until, "Brief van SBB")] == known(desk, beheerder)

    def test_takes_the_place_of_what_it_said_before(self, desk: IssuingDesk, beheerder: Actor) -> None:
        """The same work from the same day, with another end."""
        declare(desk, [ROW], source="Brief", actor=beheerder)
        declare(desk, [replace(ROW, until=date(2028, 12, 31))], source="Brief 2", actor=beheerder)
        assert [(FactStatus.ZELF_VERKLAARD, date(2028, 12, 31), "Brief 2")] == known(desk, beheerder)

    def test_is_about_itself_only(self, desk: IssuingDesk, beheerder: Actor) -> None:
        """One row of another leerbedrijf or place refuses them all, and each is told with its row."""
        rows = [
            ROW,
            replace(ROW, leerbedrijf="999999982", number=3),
            replace(ROW, vestiging="999999999983", number=4),
        ]
        with pytest.raises(FormError) as refused:
            declare(desk, rows, source="Brief", actor=beheerder)
        assert [
            "Rij 3, leerbedrijf-id: Dit leerbedrijf-ID is niet van jullie.",
            "Rij 4, vestigingsnummer: Dit vestigingsnummer hoort niet bij dit leerbedrijf-ID.",
        ] == [each.nl.partition(" Zet het eerst")[0] for each in refused.value.problems]
        assert [] == known(desk, beheerder)

    def test_is_for_the_beheerder(self, desk: IssuingDesk, beheerder: Actor, actor: Actor) -> None:
        """Not for who gives badges."""
        with pytest.raises(PermissionDeniedError):
            declare(desk, [ROW], source="Brief", actor=actor)

    def test_reads_the_role_again(self, desk: IssuingDesk, beheerder: Actor, former_beheerder: Actor) -> None:
        """Whatever the session remembers."""
        with pytest.raises(PermissionDeniedError):
            declare(desk, [ROW], source="Brief", actor=former_beheerder)
        assert [] == known(desk, beheerder)


class TestConfirm:
    """`confirm` keeps what a source says that the platform trusts."""

    def test_stands_beside_what_was_declared(self, desk: IssuingDesk, beheerder: Actor) -> None:
        """Neither takes the other away."""
        declare(desk, [ROW], source="Brief", actor=beheerder)
        confirm(desk, [ROW], source="SBB, lijst van juni", by=beheerder.person_id)
        assert {FactStatus.ZELF_VERKLAARD, FactStatus.BEVESTIGD} == {
            each[0] for each in known(desk, beheerder)
        }

    def test_leaves_out_who_is_not_here(self, desk: IssuingDesk, beheerder: Actor) -> None:
        """A list of the whole country is fine."""
        rows = [ROW, replace(ROW, leerbedrijf="999999982"), replace(ROW, vestiging="999999999983")]
        assert Kept(rows=1, elsewhere=2) == confirm(desk, rows, source="SBB", by=beheerder.person_id)

    def test_is_what_a_register_behind_the_port_gives(self, desk: IssuingDesk, beheerder: Actor) -> None:
        """Today there is none behind it."""

        class Sbb:
            name = "SBB"

            def ask(self, leerbedrijf: str) -> list[object]:
                return [replace(ROW, leerbedrijf=leerbedrijf)]

        asked = [LEERBEDRIJF]
        assert Kept(rows=0) == refresh(desk, asked, recogniser=NOWHERE, by=beheerder.person_id)
        assert Kept(rows=1) == refresh(desk, asked, recogniser=Sbb(), by=beheerder.person_id)


class TestRemove:
    """`remove` takes back what was declared."""

    def test_takes_it_back(self, desk: IssuingDesk, beheerder: Actor) -> None:
        """A mistake."""
        declare(desk, [ROW], source="Brief", actor=beheerder)
        remove(desk, erkenningen_of(desk, actor=beheerder)[0].row.id, actor=beheerder)
        assert [] == known(desk, beheerder)

    def test_leaves_what_was_confirmed(self, desk: IssuingDesk, beheerder: Actor) -> None:
        """And what is of another, or nothing at all."""
        confirm(desk, [ROW], source="SBB", by=beheerder.person_id)
        for erkenning_id in (erkenningen_of(desk, actor=beheerder)[0].row.id, UUID(int=1)):
            with pytest.raises(NotFoundError):
                remove(desk, erkenning_id, actor=beheerder)

    def test_reads_the_role_again(self, desk: IssuingDesk, beheerder: Actor, former_beheerder: Actor) -> None:
        """Whatever the session remembers."""
        declare(desk, [ROW], source="Brief", actor=beheerder)
        [declared] = erkenningen_of(desk, actor=beheerder)
        with pytest.raises(PermissionDeniedError):
            remove(desk, declared.row.id, actor=former_beheerder)
        assert 1 == len(known(desk, beheerder))


class TestLeerbedrijven:
    """`leerbedrijven`."""

    def test_believes_no_number_that_was_only_typed(
        self, desk: IssuingDesk, beheerder: Actor, stranger: Actor
    ) -> None:
        """Who types the number of another gets nothing of what is confirmed of it."""
        copied = NewFact(OrganisationKind.LEERBEDRIJF, (OfficialNumber(NumberKind.LEERBEDRIJF, LEERBEDRIJF),))
        desk.register.write(
            lambda session: add_fact(session, copied, desk=desk, organisation_id=stranger.organisation_id),
            within=WHOLE_SERVICE,
        )
        found = desk.register.read(leerbedrijven, within=WHOLE_SERVICE)
        assert {LEERBEDRIJF: Place(beheerder.organisation_id, vestiging=None)} == found
