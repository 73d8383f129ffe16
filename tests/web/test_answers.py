"""What of an answer is read."""

import asyncio
from collections.abc import AsyncGenerator

import pytest

from web.answers import Head, check_head, read_body
from web.errors import GoneError, NotFoundError, StatusError, UnfitError
from web.purposes import RULES, Purpose

RULES_OF_A_KEY = RULES[Purpose.KEY]


class TestHead:
    @pytest.mark.parametrize(
        ("written", "expected"),
        [
            (b"application/json", "application/json"),
            (b"Application/VC+LD+JSON; charset=utf-8", "application/vc+ld+json"),
            (b"", ""),
            (b"json", ""),
            (b"text/html/x", ""),
            (b"text/<b>", ""),
            (b"\xff/\xfe", ""),
        ],
    )
    def test_reads_the_media_type(self, written: bytes, expected: str) -> None:
        """In lower case, without its parameters; nonsense is none."""
        assert expected == Head(200, [(b"Content-Type", written)]).media_type

    def test_reads_a_header_of_more_lines(self) -> None:
        """Two lines are one list (RFC 9110 5.3)."""
        head = Head(200, [(b"Content-Encoding", b"gzip"), (b"content-encoding", b"br")])
        assert "gzip, br" == head.header(b"content-encoding")


class TestCheckHead:
    @pytest.mark.parametrize(
        ("status", "expected"),
        [
            (201, StatusError),
            (204, StatusError),
            (206, StatusError),
            (304, StatusError),
            (404, NotFoundError),
            (410, GoneError),
            (503, StatusError),
        ],
    )
    def test_reads_only_what_is_there(self, status: int, expected: type[StatusError]) -> None:
        """200 and nothing else; 404 and 410 say more than the others."""
        with pytest.raises(expected) as caught:
            check_head(Head(status, []), rules=RULES_OF_A_KEY)
        assert expected is type(caught.value)
        assert status == caught.value.status

    @pytest.mark.parametrize(
        ("name", "value", "expected"),
        [
            (b"Content-Encoding", b"gzip", "coded"),
            (b"Content-Encoding", b"identity, br", "coded"),
            (b"Content-Type", b"text/html; charset=utf-8", "wrong-type"),
            (b"Content-Length", b"65537", "too-large"),
        ],
    )
    def test_refuses_what_cannot_be_it(self, name: bytes, value: bytes, expected: str) -> None:
        """Coded though nobody asked, a page for people, or more than we read."""
        with pytest.raises(UnfitError) as caught:
            check_head(Head(200, [(name, value)]), rules=RULES_OF_A_KEY)
        assert expected == caught.value.code

    @pytest.mark.parametrize(
        ("name", "value"),
        [
            (b"Content-Encoding", b"identity"),
            (b"Content-Type", b"text/plain"),
            (b"Content-Length", b"65536"),
        ],
    )
    def test_lets_the_rest_through(self, name: bytes, value: bytes) -> None:
        """Hosts name documents as they like; what is in them is looked at later."""
        check_head(Head(200, [(name, value)]), rules=RULES_OF_A_KEY)

    def test_lets_a_page_through_where_a_visitor_asked_for_it(self) -> None:
        """A link may lead to a page."""
        check_head(Head(200, [(b"Content-Type", b"text/html")]), rules=RULES[Purpose.LINK])


class TestReadBody:
    def test_reads_a_body_in_pieces(self) -> None:
        """As many as there are, up to the limit."""
        assert bytes(65_536) == asyncio.run(read_body(pieces(64, of=1_024), rules=RULES_OF_A_KEY))

    def test_reads_a_small_body_in_crumbs(self) -> None:
        """A thousand of one byte is odd, but small."""
        assert bytes(1_000) == asyncio.run(read_body(pieces(1_000, of=1), rules=RULES_OF_A_KEY))

    @pytest.mark.parametrize(("count", "of"), [(65, 1_024), (60_000, 1), (100_000, 0)])
    def test_stops_at_its_limit(self, count: int, of: int) -> None:
        """Too many bytes, or too many crumbs: each costs more to read than to send."""
        with pytest.raises(UnfitError) as caught:
            asyncio.run(read_body(pieces(count, of=of), rules=RULES_OF_A_KEY))
        assert "too-large" == caught.value.code


async def pieces(count: int, *, of: int) -> AsyncGenerator[bytes, None]:
    """Give a body in pieces."""
    for _ in range(count):
        yield bytes(of)
