"""The period of validity, in the words of each edition of the data model."""

from datetime import UTC, datetime

import pytest

from badges.edition import Period, period_of
from badges.jsonld.contexts import CREDENTIALS_V1, CREDENTIALS_V2
from badges.strictjson import JsonObject

EARLY, LATE = "2026-01-01T00:00:00Z", "2026-06-01T00:00:00Z"
EARLY_MOMENT, LATE_MOMENT = datetime(2026, 1, 1, tzinfo=UTC), datetime(2026, 6, 1, tzinfo=UTC)


class TestPeriodOf:
    @pytest.mark.parametrize(
        "stated",
        [
            {"@context": [CREDENTIALS_V2], "validFrom": EARLY, "validUntil": LATE},
            {"@context": [CREDENTIALS_V1], "issuanceDate": EARLY, "expirationDate": LATE},
            {"@context": [CREDENTIALS_V1], "validFrom": EARLY, "validUntil": LATE},
        ],
    )
    def test_reads_the_words_of_the_edition(self, stated: JsonObject) -> None:
        """Version 1.1 has both words for each."""
        assert Period((EARLY_MOMENT,), (LATE_MOMENT,)) == period_of(stated)

    def test_leaves_the_older_words_out_where_they_mean_nothing(self) -> None:
        """The context of 2.0 has no `expirationDate`."""
        stated: JsonObject = {"@context": [CREDENTIALS_V2], "validFrom": EARLY, "expirationDate": LATE}
        assert Period((EARLY_MOMENT,), ()) == period_of(stated)

    def test_is_as_narrow_as_its_words(self) -> None:
        """The last start counts, and the first end."""
        stated: JsonObject = {
            "@context": [CREDENTIALS_V1],
            "issuanceDate": EARLY,
            "validFrom": LATE,
            "expirationDate": LATE,
            "validUntil": EARLY,
        }
        period = period_of(stated)
        assert (LATE_MOMENT, EARLY_MOMENT) == (period.start, period.end)

    def test_is_not_readable_where_one_word_is_not(self) -> None:
        """A moment that cannot be read is not left out."""
        period = period_of({"@context": [CREDENTIALS_V1], "issuanceDate": EARLY, "validUntil": "ooit"})
        assert (False, (None,)) == (period.is_readable, period.ends)
