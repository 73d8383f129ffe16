"""Which addresses we go to at all, and in which one spelling: what is shown is what is asked.

An address is read once, here, by one expression, and never again by another library: two readers that
disagree about the host are how a guard is passed. Stricter than browsers, which mend what they are given.
"""

import re
from collections.abc import Container
from dataclasses import dataclass
from typing import Self
from urllib.parse import quote, urljoin

from web.errors import AddressError

HTTPS = 443
HTTPS_ONLY: Container[int] = frozenset({HTTPS})

_MOST_CHARACTERS = 2_000
_MOST_OF_A_NAME = 253
_LAST_PORT = 65_535
_AS_IT_IS = "%/?:@!$&'()*+,;=-._~[]"
"""What RFC 3986 allows in a path and a query, and the brackets that many write there."""

_ADDRESS = re.compile(
    r"(?i:https)://(?P<host>[^/?#:@]+)(?::(?P<port>[1-9][0-9]{0,4}))?"
    r"(?P<path>/[^?#]*)?(?P<query>\?[^#]*)?(?:#.*)?",
    re.ASCII,
)
_UNSEEN = re.compile(r"[\x00-\x20\x7f-\x9f\\\u2028\u2029\ud800-\udfff]|%(?![0-9A-Fa-f]{2})")
_LABEL = r"(?!-)[a-z0-9-]{1,63}(?<!-)"
_NAME = re.compile(rf"(?:{_LABEL}\.)+(?P<last>(?!0x)(?![0-9]+\Z){_LABEL})", re.ASCII)
_STEP_ASIDE = re.compile(r"/(?:\.|%2e){1,2}(?=/|\Z)", re.IGNORECASE)
_NEVER_PUBLIC = frozenset({"alt", "arpa", "internal", "local", "localhost", "onion"})
"""Last parts of names that no public host has (RFC 6761, 6762, 7686, 9476; ICANN for `internal`)."""


@dataclass(frozen=True, slots=True)
class Address:
    """Hold an address at https: a name, a port, and what is asked there."""

    host: str
    port: int
    target: str

    @property
    def place(self) -> str:
        """Give the host, with its port where that is not the usual one: what a `Host` header says."""
        return self.host if self.port == HTTPS else f"{self.host}:{self.port}"

    @property
    def url(self) -> str:
        """Write the address in its one spelling."""
        return f"https://{self.place}{self.target}"

    def led_on(self, location: str, *, ports: Container[int] = HTTPS_ONLY) -> Self:
        """Give where a redirect leads (RFC 9110 10.2.2).

        Raises:
            AddressError: not to an address that we go to.
        """
        if not location or _UNSEEN.search(location):
            raise AddressError("a redirect leads to what is no address")
        try:
            joined = urljoin(self.url, location)
        except ValueError as error:  # a host that cannot be one: `//[`
            raise AddressError("a redirect leads to what is no address") from error
        found = read_address(joined, ports=ports)
        return type(self)(found.host, found.port, found.target)


def read_address(url: str, *, ports: Container[int] = HTTPS_ONLY) -> Address:
    """Read an address at https with a name for a host: no IP address in any spelling, nobody's password.

    A name is in ASCII, as it is asked; one that is written in another script in browsers begins with `xn--`.
    What comes after `#` is for the reader, and is dropped.

    Raises:
        AddressError: any other address.
    """
    if len(url) > _MOST_CHARACTERS or _UNSEEN.search(url):
        raise AddressError(
            "an address is not this long, and has no spaces, signs that nobody sees, or bare %"
        )
    match = _ADDRESS.fullmatch(url)
    if match is None:
        raise AddressError("only an address at https, with a host and no name of a user, is fetched")
    port = int(match["port"] or HTTPS)
    if port not in ports or port > _LAST_PORT:
        raise AddressError("nothing is fetched at this port")
    path = match["path"] or "/"
    if _STEP_ASIDE.search(path):
        raise AddressError("a path that steps aside has two spellings")
    target = quote(path + (match["query"] or ""), safe=_AS_IT_IS)
    found = Address(_name(match["host"].lower()), port, target)
    if len(found.url) > _MOST_CHARACTERS:
        raise AddressError("an address is not this long")
    return found


def _name(host: str) -> str:
    """Check that this is the name of a host, and no number (WHATWG URL 3.5, `ends in a number`)."""
    match = _NAME.fullmatch(host)
    if match is None or len(host) > _MOST_OF_A_NAME:
        raise AddressError("a host has a name of two or more parts, in ASCII, and not only a number")
    if match["last"] in _NEVER_PUBLIC:
        raise AddressError("no public host has such a name")
    if not all(_is_spelled_once(label) for label in host.split(".") if label[2:4] == "--"):
        raise AddressError("a part of this name says that it is in another script, and is not")
    return host


def _is_spelled_once(label: str) -> bool:
    """Tell whether a label with `--` is a proper A-label: it holds another script, in its one spelling."""
    if not label.startswith("xn--"):
        return False
    written = label.removeprefix("xn--")
    try:
        said = written.encode("ascii").decode("punycode")
        again = said.encode("punycode").decode("ascii")
    except UnicodeError:
        return False
    return again == written and said.isprintable() and not said.isascii()
