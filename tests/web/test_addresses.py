"""Which addresses we go to at all."""

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from web.addresses import Address, read_address
from web.errors import AddressError

EVERY_PORT = range(1, 65_536)


class TestReadAddress:
    @pytest.mark.parametrize(
        ("written", "expected"),
        [
            ("https://school.example", "https://school.example/"),
            ("HTTPS://School.Example/A", "https://school.example/A"),
            ("https://school.example:443/a?b=c#d", "https://school.example/a?b=c"),
            ("https://school.example?b", "https://school.example/?b"),
            (
                "https://school.example/a/b.json?x=%C3%A9&y=[1]",
                "https://school.example/a/b.json?x=%C3%A9&y=[1]",
            ),
            ("https://school.example/één", "https://school.example/%C3%A9%C3%A9n"),
            ('https://school.example/a"{b}', "https://school.example/a%22%7Bb%7D"),
            ("https://xn--mnchen-3ya.example/", "https://xn--mnchen-3ya.example/"),
            ("https://3m.example/", "https://3m.example/"),
            ("https://a.b-c.example/...", "https://a.b-c.example/..."),
        ],
    )
    def test_gives_the_one_spelling(self, written: str, expected: str) -> None:
        """What is shown is what is asked."""
        assert expected == read_address(written).url

    @pytest.mark.parametrize(
        "written",
        [
            "",
            "school.example",
            "http://school.example/",
            "ftp://school.example/",
            "https:school.example",
            "https:/school.example",
            "https:///school.example",
            "https://",
            "https://school/",
            "https://school.example./",
            "https://.school.example/",
            "https://school..example/",
            "https://-school.example/",
            "https://school-.example/",
            "https://school_a.example/",
            f"https://{'a' * 64}.example/",
            f"https://{'a.' * 127}example/",
            f"https://school.example/{'a' * 2000}",
            f"https://school.example/{'é' * 400}",
            "https://you@school.example/",
            "https://you:secret@school.example/",
            "https://school.example@127.0.0.1/",
            "https://school.example\\@evil.example/",
            "https://school.example\t/",
            "https://school.example\n/",
            " https://school.example/",
            "https://school.example/a b",
            "https://school.example/a\u00a0b\u2028",
            "https://school.example/%",
            "https://school.example/%zz",
            "https://school.example/\ud800",
            "https://school%2eexample/",
            "https://schöol.example/",
            "https://school\uff0eexample/",
            "https://school\u3002example/",
            "https://ｓchool.example/",
            "https://sch\u00adool.example/",
            "https://ab--c.example/",
            "https://xn--.example/",
            "https://xn--a.example/",
            "https://xn--school-.example/",
            "https://xn--a-ecp.ru\u200d/",
            "https://127.0.0.1/",
            "https://127.1/",
            "https://2130706433/",
            "https://0177.0.0.1/",
            "https://0x7f.1/",
            "https://0x7f000001/",
            "https://a.0x7f/",
            "https://1.2.3.4.5/",
            "https://[::1]/",
            "https://[::ffff:127.0.0.1]/",
            "https://localhost/",
            "https://a.localhost/",
            "https://printer.local/",
            "https://metadata.google.internal/",
            "https://1.0.0.127.in-addr.arpa/",
            "https://school.example:/",
            "https://school.example:80/",
            "https://school.example:0443/",
            "https://school.example:99999/",
            "https://school.example:443:443/",
            "https://school.example/a/../b",
            "https://school.example/a/%2E./b",
            "https://school.example/.",
            "did:web:school.example",
            "javascript:alert(1)",
            "file:///etc/passwd",
        ],
    )
    def test_refuses(self, written: str) -> None:
        """Another scheme, a number for a host, a user, a sign that nobody sees, or a second spelling."""
        with pytest.raises(AddressError):
            read_address(written)

    def test_goes_to_ports_that_are_listed(self) -> None:
        """An administrator can list another port; then it is part of the address."""
        found = read_address("https://school.example:8443/a", ports={443, 8443})
        assert Address("school.example", 8443, "/a") == found
        assert "https://school.example:8443/a" == found.url

    @settings(deadline=None)
    @given(st.text(max_size=60))
    def test_is_settled_after_one_reading(self, text: str) -> None:
        """Whatever is read reads the same again; whatever is not is an AddressError."""
        for written in (text, f"https://{text}", f"https://a.example/{text}"):
            try:
                found = read_address(written, ports=EVERY_PORT)
            except AddressError:
                continue
            assert found == read_address(found.url, ports=EVERY_PORT)
            assert found.url.isascii()

    def test_reads_no_address_that_browsers_cannot(self, corpus: Path) -> None:
        """Of the addresses that the URL standard calls failures, none is read, with any scheme."""
        for case in _cases(corpus):
            if case.get("failure") and "://" in case["input"]:
                for scheme in ("http", "https"):
                    written = f"{scheme}://{case['input'].partition('://')[2]}"
                    with pytest.raises(AddressError):
                        read_address(written, ports=EVERY_PORT)

    def test_reads_the_others_as_browsers_do(self, corpus: Path) -> None:
        """Where both read an address, they read the same: no difference of hosts to make use of."""
        both = 0
        for case in _cases(corpus):
            written = case["input"].replace("http://", "https://")
            if case.get("failure") or not case["href"].replace("http://", "https://").startswith("https://"):
                continue
            try:
                found = read_address(written, ports=EVERY_PORT)
            except AddressError:
                continue
            both += 1
            assert case["hostname"] == found.host
            assert case["pathname"] + case["search"] == found.target.removesuffix("?")
        assert both > 20


class TestLedOn:
    @pytest.mark.parametrize(
        ("location", "expected"),
        [
            ("https://other.example/x", "https://other.example/x"),
            ("//other.example/x", "https://other.example/x"),
            ("/x", "https://school.example/x"),
            ("x", "https://school.example/a/x"),
            ("../x", "https://school.example/x"),
            ("?q", "https://school.example/a/b?q"),
            ("https:///evil.example", "https://school.example/evil.example"),
        ],
    )
    def test_follows_as_the_standard_says(self, location: str, expected: str) -> None:
        """An address may be whole, or relative to the one that was asked (RFC 3986 5.2)."""
        assert expected == read_address("https://school.example/a/b").led_on(location).url

    @pytest.mark.parametrize(
        "location",
        [
            "",
            "http://school.example/",
            "//127.0.0.1/",
            "//[",
            "//[::1]/",
            "/\\evil.example",
            "/a\r\nX: y",
            "file:///etc/passwd",
            "https://school.example:22/",
            "https://you@school.example/",
        ],
    )
    def test_refuses_what_it_would_not_ask(self, location: str) -> None:
        """A redirect gives no more rights than an address has."""
        with pytest.raises(AddressError):
            read_address("https://school.example/a/b").led_on(location)


def _cases(corpus: Path) -> list[dict[str, str]]:
    path = corpus / "security/ada-url+ada/tests/wpt/urltestdata.json"
    return [case for case in json.loads(path.read_bytes()) if isinstance(case, dict)]
