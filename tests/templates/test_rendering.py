"""Dates, addresses and long words, as pages write them."""

from datetime import UTC, date, datetime
from typing import get_args

import pytest

from templates.rendering import (
    LANGUAGES,
    Language,
    format_day,
    format_moment,
    switch_href,
    whatsapp_href,
    with_breaks,
    with_hyphens,
)


class TestFormatDay:
    """Dates in words."""

    @pytest.mark.parametrize(("language", "expected"), [("nl", "26 juni 2026"), ("en", "26 June 2026")])
    def test_writes_the_month_in_words(self, language: Language, expected: str) -> None:
        """No one has to guess which figure is the month."""
        assert expected == format_day(date(2026, 6, 26), language=language)

    def test_takes_the_day_of_a_moment_in_the_netherlands(self) -> None:
        """A letter at night says the same day as the page beside it."""
        assert format_day(datetime(2026, 6, 26, 22, 30, tzinfo=UTC), language="nl") == "27 juni 2026"


class TestFormatMoment:
    """Moments in Dutch time."""

    @pytest.mark.parametrize(
        ("moment", "expected"),
        [
            (datetime(2026, 11, 22, 9, 15, tzinfo=UTC), "22 november 2026, 10.15"),
            (datetime(2026, 6, 26, 22, 30, tzinfo=UTC), "27 juni 2026, 00.30"),
        ],
    )
    def test_follows_summer_and_winter(self, moment: datetime, expected: str) -> None:
        """A report printed here says the time on the clock here."""
        assert expected == format_moment(moment, language="nl")


class TestSwitchHref:
    """The link to the other language."""

    @pytest.mark.parametrize(
        ("path", "expected"),
        [
            ("/", "/?taal=en"),
            ("/uitreiken?zoek=a%26b&taal=nl", "/uitreiken?zoek=a%26b&taal=en"),
            ("//elders.voorbeeld/x", "/x?taal=en"),
        ],
    )
    def test_keeps_the_rest_of_the_address(self, path: str, expected: str) -> None:
        """Only the language changes, and never the site."""
        assert expected == switch_href(path, to="en")


class TestWhatsappHref:
    """The link that opens WhatsApp."""

    def test_escapes_the_text(self) -> None:
        """The address of the badge arrives whole."""
        assert "https://wa.me/?text=Dit%20kan%20ik%3A%20https%3A%2F%2Fb%2F1%3Fa%26b" == whatsapp_href(
            "Dit kan ik: https://b/1?a&b"
        )


class TestWithBreaks:
    """Where a long word may end a line."""

    def test_breaks_after_a_bracket_and_escapes(self) -> None:
        """A long title fits on a phone, and stays text."""
        assert "(voorraad-)<wbr>administratieve &lt;b&gt;" == with_breaks("(voorraad-)administratieve <b>")


class TestLanguages:
    """The languages of the pages."""

    def test_are_those_of_the_type(self) -> None:
        """The list and the type cannot part ways."""
        assert LANGUAGES == get_args(Language)


class TestWithHyphens:
    """Our longest word on a small shelf."""

    def test_divides_it_and_no_other(self) -> None:
        """What others wrote is escaped as before."""
        assert "Praktijk&shy;verklaring" == with_hyphens("Praktijkverklaring")
        assert "Praktijkdag &lt;b&gt;" == with_hyphens("Praktijkdag <b>")
