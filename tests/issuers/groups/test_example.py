"""The roster to begin with is one that is read without a problem."""

import io
from zipfile import ZipFile

import pytest

from issuers.desk import IssuingDesk
from issuers.groups.example import COLUMNS, example_sheet
from issuers.groups.headings import unread_headings
from issuers.groups.keeping import keep_group, list_lines
from issuers.groups.previewing import look_over
from issuers.groups.reading import read_roster
from issuers.organisations.demo import add_person
from issuers.organisations.founding import NewOrganisation, create_organisation
from issuers.people.permissions import Actor
from issuers.people.tables import Role
from issuers.sheets import as_xlsx
from issuers.spreadsheets import read_table


def made(desk: IssuingDesk, actor: Actor) -> bytes:
    """Make the example of somebody's organisation."""
    return b"".join(as_xlsx(example_sheet(desk, actor=actor)))


class TestExampleSheet:
    def test_is_read_without_a_problem(self, desk: IssuingDesk, actor: Actor) -> None:
        """Every column is one that we read, every row one that could be given as it stands."""
        table = read_table(made(desk, actor))
        assert list(COLUMNS) == [each.text for each in table[0].cells]
        assert () == unread_headings(table)
        group_id = keep_group(desk, read_roster(table), name="Voorbeeld", actor=actor)
        lines = list_lines(desk, group_id, actor=actor)
        assert [()] * 3 == [each.problems for each in look_over(desk, lines, actor=actor)]

    @pytest.mark.parametrize(("chosen", "named"), [(("25774",), {"25774"}), ((), None)])
    def test_is_about_work_of_the_organisation(
        self, desk: IssuingDesk, chosen: tuple[str, ...], named: set[str] | None
    ) -> None:
        """Who chose no kwalificaties yet gets work of another, which reads as well."""
        organisation = create_organisation(desk, NewOrganisation(name="Nieuw", facts=(), crebos=chosen))
        actor = add_person(desk, "Ada Smit", organisation_id=organisation.id, role=Role.PRAKTIJKOPLEIDER)
        lines = read_roster(read_table(made(desk, actor)))
        assert all(desk.catalogue.last_entry(each.crebo, each.code) for each in lines)
        assert named is None or named == {each.crebo for each in lines}

    def test_holds_no_formula(self, desk: IssuingDesk, actor: Actor) -> None:
        """Not one cell computes anything."""
        with ZipFile(io.BytesIO(made(desk, actor))) as book:
            assert b"<f>" not in book.read("xl/worksheets/sheet1.xml")
