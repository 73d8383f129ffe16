"""Those who stand in a roster and are not known yet: added where somebody asks for that."""

from issuers.desk import IssuingDesk
from issuers.groups.keeping import keep_group, list_lines
from issuers.groups.previewing import look_over
from issuers.groups.reading import read_roster
from issuers.groups.welcoming import strangers, welcome
from issuers.people.permissions import Actor
from issuers.recipients.keeping import list_recipients
from issuers.recipients.tables import Channel
from issuers.spreadsheets import read_table
from tests.issuers.groups.rosters import GOOD, HEADER

ROWS = (
    f"{GOOD};",
    f"{GOOD.replace('W1', 'W2')};sam@voorbeeld.nl",
    f"{GOOD.replace('Sam', 'Alex').replace('s1', '')};",
    f"{GOOD.replace('Sam', 'Kim').replace('s1', '')};kim at voorbeeld",
    f"{GOOD.replace('Sam;', ';').replace('s1', '')};",
)


class TestWelcome:
    """`welcome` adds each person once, with the channel that stands with any of his rows."""

    def test_adds_who_is_not_known(self, desk: IssuingDesk, actor: Actor) -> None:
        """What cannot be read is told with its row; who has no name is nobody to add."""
        table = read_table("\n".join((f"{HEADER};mail", *ROWS)).encode())
        group = keep_group(desk, read_roster(table), name="Rooster", actor=actor)
        lines = list_lines(desk, group, actor=actor)
        found = look_over(desk, lines, actor=actor)
        assert [[], [], [], ["mail"], []] == [[each.field for each in about.problems] for about in found]
        assert 3 == len(strangers(lines, found))
        assert 2 == welcome(desk, group, actor=actor)
        assert 0 == welcome(desk, group, actor=actor)
        assert [("Alex", None, Channel.NONE, None), ("Sam", "s1", Channel.MAIL, "sam@voorbeeld.nl")] == [
            (each.name, each.reference, each.channel, each.address)
            for each in list_recipients(desk, actor=actor)
        ]

    def test_keeps_the_channels_no_longer_in_the_group(self, desk: IssuingDesk, actor: Actor) -> None:
        """They stand with the person; of who could not be taken in, they stay to be put right."""
        table = read_table("\n".join((f"{HEADER};mail", *ROWS)).encode())
        group = keep_group(desk, read_roster(table), name="Rooster", actor=actor)
        welcome(desk, group, actor=actor)
        lines = list_lines(desk, group, actor=actor)
        assert ["kim at voorbeeld"] == [each.line.mail for each in lines if each.line.mail]
