"""A roster forgets how to tell somebody something when that has no more use."""

from issuers.database.scopes import WHOLE_SERVICE
from issuers.desk import IssuingDesk
from issuers.groups.forgetting import forget_done_channels
from issuers.groups.keeping import keep_group, list_lines
from issuers.groups.reading import read_roster
from issuers.groups.register import lines_of
from issuers.groups.states import LineState
from issuers.people.permissions import Actor
from issuers.spreadsheets import read_table
from tests.issuers.groups.rosters import GOOD, HEADER


class TestForgetDoneChannels:
    """`forget_done_channels` looks at every roster."""

    def test_forgets_them_where_something_came_of_a_line(self, desk: IssuingDesk, actor: Actor) -> None:
        """Once; what still waits keeps its own."""
        rows = (f"{GOOD};sam@voorbeeld.nl;", f"{GOOD.replace('s1', 's2')};;0612345678")
        table = read_table("\n".join((f"{HEADER};mail;telefoon", *rows)).encode())
        group = keep_group(desk, read_roster(table), name="Rooster", actor=actor)
        assert 0 == forget_done_channels(desk)

        def give_first(session: object) -> None:
            lines_of(session, group)[0].state = LineState.GIVEN  # type: ignore[arg-type]  # a row of ours

        desk.register.write(give_first, within=WHOLE_SERVICE)
        assert [1, 0] == [forget_done_channels(desk), forget_done_channels(desk)]
        assert [("", ""), ("", "0612345678")] == [
            (each.line.mail, each.line.phone) for each in list_lines(desk, group, actor=actor)
        ]
