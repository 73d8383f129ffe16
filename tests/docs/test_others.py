"""What docs/verifying.md says of the libraries of others is what `make peers` holds."""

import re
from pathlib import Path

from tests.peers.differences import Difference

PAGE = Path(__file__).parent.parent.parent / "docs" / "verifying.md"


class TestWhereOthersSaySomethingElse:
    """The section of that name."""

    def test_gives_every_reason_in_its_order(self) -> None:
        """The rows of the table are the kinds of differences that the run knows, and no others."""
        section = PAGE.read_text().partition("## Where others say something else")[2].partition("\n## ")[0]
        rows = re.findall(r"^\| (?!why)([^|]+) \|", section, re.MULTILINE)
        assert rows == [kind.value for kind in Difference]
