"""What is typed about who does what."""

from datetime import date

import pytest

from issuers.errors import FormError
from issuers.organisations.tables import OrganisationKind
from issuers.people.appointing import (
    Appointment,
    Mandate,
    NewMember,
    TypedAppointment,
    read_appointment,
    read_new_member,
    roles_offered,
)
from issuers.people.tables import Role

TODAY = date(2026, 6, 26)
SCHOOL = roles_offered({OrganisationKind.SCHOOL})
LEERBEDRIJF = roles_offered({OrganisationKind.LEERBEDRIJF})


def problems(typed: TypedAppointment, offered: tuple[Role, ...] = SCHOOL) -> list[tuple[str, str]]:
    """Read what was typed, and give what is wrong with it."""
    with pytest.raises(FormError) as caught:
        read_new_member(typed, offered=offered, today=TODAY)
    return [(each.field, each.code) for each in caught.value.problems]


class TestReadNewMember:
    """`read_new_member` reads who is invited, or says all that is wrong."""

    def test_reads_all_of_it(self) -> None:
        """Spaces and capitals of the mail address do not count."""
        typed = TypedAppointment(
            naam=" Tom  Ros ",
            mail=" Tom@Maas.Voorbeeld ",
            rollen=("bevestiger", "lezer"),
            mandaat="De directeur",
            sinds="2026-01-01",
        )
        expected = NewMember(
            name="Tom Ros",
            mail="tom@maas.voorbeeld",
            appointment=Appointment(
                roles=frozenset({Role.BEVESTIGER, Role.LEZER}),
                mandate=Mandate(given_by="De directeur", since=date(2026, 1, 1)),
            ),
        )
        assert expected == read_new_member(typed, offered=SCHOOL, today=TODAY)

    def test_says_all_at_once(self) -> None:
        """In the order of the form."""
        assert [("naam", "missing"), ("mail", "mail"), ("rol", "missing")] == problems(TypedAppointment())

    def test_has_bevestigers_only_in_a_school(self) -> None:
        """Others have nothing to confirm."""
        typed = TypedAppointment(naam="Tom", mail="t@a.nl", rollen=("bevestiger",))
        assert [("rol", "no-school")] == problems(typed, LEERBEDRIJF)

    @pytest.mark.parametrize(
        ("mandaat", "sinds", "expected"),
        [
            ("", "", [("mandaat", "missing"), ("sinds", "day")]),
            ("De directeur", "gisteren", [("sinds", "day")]),
            ("De directeur", "2026-06-27", [("sinds", "future")]),
        ],
    )
    def test_asks_a_bevestiger_for_a_mandate(
        self, mandaat: str, sinds: str, expected: list[tuple[str, str]]
    ) -> None:
        """Who gave it, and since when; it holds already."""
        typed = TypedAppointment(
            naam="Tom", mail="t@a.nl", rollen=("bevestiger",), mandaat=mandaat, sinds=sinds
        )
        assert expected == problems(typed)

    def test_takes_no_number_of_a_person(self) -> None:
        """Neither in the name of a colleague nor in who gave the mandate (UAVG 46)."""
        typed = TypedAppointment(
            naam="Tom 123456782",
            mail="t@a.nl",
            rollen=("bevestiger",),
            mandaat="Directeur, 123 456 782",
            sinds="2026-01-01",
        )
        assert [("naam", "text-bsn"), ("mandaat", "text-bsn")] == problems(typed)

    def test_knows_its_roles(self) -> None:
        """Nobody makes one up in a form."""
        typed = TypedAppointment(naam="Tom", mail="t@a.nl", rollen=("platform",))
        assert [("rol", "unknown")] == problems(typed)

    @pytest.mark.parametrize(("typed", "code"), [("zoë@maas.nl", "mail-letters"), ("noor@maas", "mail")])
    def test_says_why_not(self, typed: str, code: str) -> None:
        """In the form, and not after 17 hours of letters that a server refuses."""
        assert [("mail", code)] == problems(TypedAppointment(naam="Zoë", mail=typed, rollen=("lezer",)))


class TestReadAppointment:
    """`read_appointment` reads which roles someone gets."""

    def test_drops_a_mandate_that_nobody_needs(self) -> None:
        """A lezer has none, whatever stands in the field."""
        typed = TypedAppointment(rollen=("lezer",), mandaat="De directeur", sinds="2026-01-01")
        assert Appointment(roles=frozenset({Role.LEZER})) == read_appointment(
            typed, offered=SCHOOL, today=TODAY
        )
