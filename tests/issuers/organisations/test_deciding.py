"""Why the platform decides something is read, and kept within bounds."""

import pytest

from issuers.errors import FormError
from issuers.organisations.deciding import MOST_OF_A_REASON, read_reason


class TestReadReason:
    """`read_reason` reads why."""

    def test_takes_some_sentences(self) -> None:
        """As they were typed."""
        assert "Er kwam een melding." == read_reason(" Er kwam een melding. ")

    @pytest.mark.parametrize(
        ("typed", "code"),
        [
            (" ", "missing"),
            ("x" * (MOST_OF_A_REASON + 1), "text-too-long"),
            ("Het gaat om 123456782.", "text-bsn"),
        ],
    )
    def test_refuses_what_nobody_should_read(self, typed: str, code: str) -> None:
        """Nothing, too much, or the number of a person."""
        with pytest.raises(FormError) as caught:
            read_reason(typed)
        assert [("reden", code)] == [(each.field, each.code) for each in caught.value.problems]
