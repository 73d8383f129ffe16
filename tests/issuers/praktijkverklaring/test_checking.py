"""What a school writes down when it looked up the erkenning itself."""

from datetime import date

import pytest

from issuers.errors import FormError
from issuers.praktijkverklaring.checking import OwnCheck, read_check

TODAY, JUDGED = date(2026, 6, 26), date(2026, 6, 20)


class TestReadCheck:
    """`read_check`."""

    def test_reads_where_and_when(self) -> None:
        """In everyday words."""
        expected = OwnCheck(source="Register van SBB", looked=date(2026, 6, 25))
        assert expected == read_check(
            source=" Register  van SBB", day="25-6-2026", judged=JUDGED, today=TODAY
        )

    @pytest.mark.parametrize(
        ("source", "day", "codes"),
        [
            ("", "", ["missing", "date-unreadable"]),
            ("SBB", "27-6-2026", ["date-unreadable"]),
            ("SBB", "19-6-2026", ["date-too-early"]),
            ("mail ada@voorbeeld.nl", "25-6-2026", ["text-email"]),
        ],
    )
    def test_says_all_that_is_wrong(self, source: str, day: str, codes: list[str]) -> None:
        """At once; nobody looked on a day that is yet to come, or could before the work was judged."""
        with pytest.raises(FormError) as refused:
            read_check(source=source, day=day, judged=JUDGED, today=TODAY)
        assert codes == [each.code for each in refused.value.problems]
