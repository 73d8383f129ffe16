"""The kinds of values of Open Badges 2.0."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from badges.openbadges2 import values


class TestReadMoment:
    """`read_moment`."""

    @pytest.mark.parametrize(
        "text",
        [
            "2016-12-31T23:59:59+00:00",
            "2016-12-31T23:59:59Z",
            "2016-12-31T23:59:59.000000Z",
            "2017-01-01T00:59:59+0100",
            "2017-01-01T00:59:59+01",
        ],
    )
    def test_reads_a_date_with_a_zone(self, text: str) -> None:
        """Offsets in each form of ISO 8601 give the same moment (OB 2.0 DateTime)."""
        assert datetime(2016, 12, 31, 23, 59, 59, tzinfo=UTC) == values.read_moment(text)

    def test_reads_a_date_without_seconds(self) -> None:
        """Seconds may be left out."""
        assert datetime(2016, 12, 31, 23, 59, tzinfo=UTC) == values.read_moment("2016-12-31T23:59Z")

    @pytest.mark.parametrize(
        "value",
        [
            *("2016-12-31", "2016-12-31T23:59:59", "2016-12-31 23:59:59Z", "31-12-2016T23:59:59Z", ""),
            *(
                "2016-13-31T23:59:59Z",
                "2016-12-31T23:59:59Z ",
                "2016-12-31T23:59:59−01:00",
                "٢016-12-31T23:59Z",
            ),
            *(1483228799, None, True, ["2016-12-31T23:59:59Z"]),
        ],
    )
    def test_reads_nothing_else(self, value: object) -> None:
        """A date without a time or a zone, a number of seconds (OB 1.0), or no date at all."""
        assert values.read_moment(value) is None  # type: ignore[arg-type]  # what a stranger wrote


class TestPlaceOf:
    """`place_of`."""

    @pytest.mark.parametrize(
        ("url", "place"),
        [
            ("https://school.voorbeeld/a?b#c", "school.voorbeeld"),
            ("HTTPS://School.Voorbeeld", "school.voorbeeld"),
            ("https://school.voorbeeld:443/", "school.voorbeeld"),
            ("http://school.voorbeeld:80/", "school.voorbeeld"),
            ("https://school.voorbeeld:8443/", "school.voorbeeld:8443"),
            ("https://[2001:db8::1]:8443/", "2001:db8::1:8443"),
        ],
    )
    def test_gives_the_host(self, url: str, place: str) -> None:
        """In lower case, and with the port where that is another than usual."""
        assert place == values.place_of(url)

    @pytest.mark.parametrize(
        "url",
        [
            *("", "school.voorbeeld", "//school.voorbeeld/a", "ftp://school.voorbeeld/", "urn:uuid:1"),
            *(
                "https://",
                "https:///a",
                "https://school.voorbeeld@else.voorbeeld/",
                "https://@school.voorbeeld/",
            ),
            *("https://school.voorbeeld\\@else.voorbeeld/", "https://school.voorbeeld/a b", " https://a.nl/"),
            *(
                "https://school.voorbeeld:x/",
                "https://school.voorbeeld:70000/",
                "https://[::1/",
                "https://é.nl/",
            ),
            *("https://school.voorbeeld/a\n", "javascript:alert(1)", "data:image/png;base64,AA"),
        ],
    )
    def test_gives_none_where_readers_may_differ(self, url: str) -> None:
        """No host, a name before the host, a backslash, blanks, and other schemes."""
        assert values.place_of(url) is None

    @given(st.text())
    def test_answers_anything(self, url: str) -> None:
        """Whatever comes in, a host or nothing comes out."""
        assert isinstance(values.place_of("https://" + url), str | None)


class TestIsPicture:
    """`is_picture`."""

    @pytest.mark.parametrize(
        ("value", "good"),
        [
            ("https://school.voorbeeld/a.png", True),
            ("data:image/png;base64,iVBORw0KGgo=", True),
            ("data:image/svg+xml,%3Csvg/%3E", True),
            ("data:image/gif;base64,R0lGOD", False),
            ("data:text/html,hoi", False),
            ("a.png", False),
            (7, False),
        ],
    )
    def test_takes_an_address_or_a_png_or_svg(self, value: object, *, good: bool) -> None:
        """Nothing else is the picture of a badge (OB 2.0 Image)."""
        assert good is values.is_picture(value)  # type: ignore[arg-type]  # what a stranger wrote
