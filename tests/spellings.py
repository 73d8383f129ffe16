"""More than twelve hundred ways to send somebody where he should not go.

An address inside can be spelled in a number of ways that some library understands; a name can answer with it;
a host can lead on to it. Every case names what it is, so that a failure says which guard is open.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from ipaddress import IPv4Address, IPv6Address

from tests.evil import TOWN_HALL

INSIDE = [
    IPv4Address(each)
    for each in (
        "127.0.0.1",
        "127.1.2.3",
        "0.0.0.0",  # noqa: S104 - nothing listens here
        "10.0.0.1",
        "100.64.0.1",
        "100.100.100.200",
        "168.63.129.16",
        "169.254.169.254",
        "172.16.0.1",
        "192.88.99.1",
        "192.168.1.1",
        "198.18.0.1",
        "224.0.0.1",
        "255.255.255.255",
    )
]
INSIDE_6 = [
    "::",
    "::1",
    "fe80::1",
    "fe80::1%lo",
    "fc00::1",
    "fd00:ec2::254",
    "fec0::1",
    "ff02::1",
    "2001:db8::1",
]
NAMES_INSIDE = [
    "localhost",
    "LOCALHOST",
    "localhost.",
    "a.localhost",
    "ip6-localhost",
    "printer.local",
    "a.internal",
]


@dataclass(frozen=True, slots=True)
class Case:
    """Hold an address to ask, and what names answer while it is asked, one answer after the other."""

    what: str
    url: str
    answers: tuple[tuple[str, ...], ...] = field(default=((TOWN_HALL,),))


def spellings(address: IPv4Address) -> dict[str, str]:
    """Spell an IPv4 address in every way that a resolver, a library or an operating system may understand."""
    a, b, c, d = address.packed
    number = int(address)
    hexed = f"{number:08x}"
    return {
        "dotted": str(address),
        "with a dot at the end": f"{address}.",
        "decimal": str(number),
        "decimal, once round": str(number + 2**32),
        "hexadecimal": f"0x{hexed}",
        "hexadecimal, upper case": f"0X{hexed.upper()}",
        "hexadecimal, long": f"0x{hexed:0>16}",
        "octal": f"0{number:o}",
        "octal, long": f"{number:o}".zfill(16),
        "dotted octal": ".".join(f"0{part:o}" for part in address.packed),
        "dotted octal, long": ".".join(f"{part:o}".zfill(6) for part in address.packed),
        "dotted hexadecimal": ".".join(f"0x{part:x}" for part in address.packed),
        "mixed": f"0x{a:x}.0{b:o}.{c}.{d}",
        "two parts": f"{a}.{int(address) & 0xFFFFFF}",
        "three parts": f"{a}.{b}.{int(address) & 0xFFFF}",
        "percent": str(address).replace(".", "%2e"),
        "percent, all of it": "".join(f"%{ord(each):02x}" for each in str(address)),
        "wide digits": "".join(chr(0xFF10 + int(each)) if each.isdigit() else each for each in str(address)),
        "circled digits": "".join(_circled(each) for each in str(address)),
        "wide dots": str(address).replace(".", "\uff0e"),
        "ideographic dots": str(address).replace(".", "\u3002"),
        "with a user": f"school.example@{address}",
        "behind a backslash": f"school.example\\@{address}",
        "behind a tab": f"\t{address}",
        "with a zero": f"{address}%00.school.example",
        **{f"[{what}]": f"[{each}]" for what, each in carriers(address).items()},
    }


def carriers(address: IPv4Address) -> dict[str, str]:
    """Give the IPv6 addresses that carry an IPv4 address."""
    number = int(address)
    high, low = number >> 16, number & 0xFFFF
    return {
        "mapped": f"::ffff:{address}",
        "mapped, hexadecimal": f"::ffff:{high:x}:{low:x}",
        "compatible": f"::{address}",
        "translated": f"::ffff:0:{address}",
        "NAT64": f"64:ff9b::{address}",
        "NAT64, local": f"64:ff9b:1::{address}",
        "6to4": f"2002:{high:x}:{low:x}::1",
        "Teredo": str(IPv6Address((0x20010000 << 96) | (number ^ 0xFFFFFFFF))),
        "ISATAP": f"2a00:1450:4001:800:0:5efe:{high:x}:{low:x}",
    }


def spelled_cases(port: int) -> Iterator[Case]:
    """Name the inside in the address itself."""
    hosts = {f"{each}, {what}": host for each in INSIDE for what, host in spellings(each).items()}
    hosts |= {each: f"[{each}]" for each in INSIDE_6} | {each: each for each in NAMES_INSIDE}
    for what, host in hosts.items():
        yield Case(f"spelled: {what}", f"https://{host}:{port}/")


def led_cases(port: int, *, leads_on: str) -> Iterator[Case]:
    """Name the inside in a redirect."""
    for case in spelled_cases(port):
        yield Case(f"led to {case.what}", f"{leads_on}?{case.url.partition(':')[2]}")
    for scheme in ("http", "file", "ftp", "gopher", "dict", "ldap", "jar:https", "wss", "data"):
        yield Case(f"led to {scheme}", f"{leads_on}?{scheme}://127.0.0.1:{port}/")


def named_cases(port: int) -> Iterator[Case]:
    """Name a host that says that it is inside: at once, among others, or only when it is asked again."""
    inside = [str(each) for each in INSIDE] + [
        each for address in INSIDE for each in carriers(address).values()
    ]
    for number, each in enumerate([*inside, *INSIDE_6]):
        url = f"https://n{number}.school.example:{port}/"
        yield Case(f"named: {each}", url, ((each,),))
        yield Case(f"named first: {each}", url, ((each, TOWN_HALL),))
        yield Case(f"named last: {each}", url, ((TOWN_HALL, each),))


def moved_cases(*, leads_on: str) -> Iterator[Case]:
    """Move a name between two questions: its redirect to itself asks it again."""
    for address in INSIDE:
        for each in (str(address), *list(carriers(address).values())[:4]):
            again = leads_on.partition(":")[2]
            yield Case(f"moved to {each}", f"{leads_on}?{again}", ((TOWN_HALL,), (each,)))


def all_cases(port: int, *, leads_on: str) -> list[Case]:
    """Give all of them; `port` is where somebody watches, `leads_on` a server that redirects to its query."""
    return [
        *spelled_cases(port),
        *led_cases(port, leads_on=leads_on),
        *named_cases(port),
        *moved_cases(leads_on=leads_on),
    ]


def _circled(digit: str) -> str:
    if digit == ".":
        return digit
    return chr(0x2460 + int(digit) - 1) if digit != "0" else "\u24ea"
