"""The numbers by which organisations are known in the Netherlands, read as people type them.

Spaces, dots and small letters are taken away first. What is wrong is said with the rule that it breaks, and
with what was typed only as far as needed to find the mistake: how many digits it has.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from badges.texts import passes_elfproef
from issuers.errors import NumberError

_SEPARATORS: Final = re.compile(r"[\s.\-]")
_DIGITS: Final = re.compile(r"[0-9]*")
_BRIN: Final = re.compile(r"[0-9]{2}[A-Z]{2}")
_BRIN_LOCATION: Final = re.compile(r"[0-9]{2}[A-Z]{2}[0-9]{2}")
_OIN_PREFIX: Final = 8
_RSIN_IN_OIN: Final = "00000001"
_KVK_IN_OIN: Final = "00000003"


class NumberKind(StrEnum):
    """Say which register a number is of.

    `kvk`: an organisation in the Handelsregister. `vestiging`: one of its places there. `rsin`: a legal
    person, also one that is not in the Handelsregister. `brin`: a school. `brin-vestiging`: its place.
    `leerbedrijf`: a leerbedrijf at SBB. `oin`: a government organisation (Logius, OIN-stelsel).
    """

    KVK = "kvk"
    VESTIGING = "vestiging"
    RSIN = "rsin"
    BRIN = "brin"
    BRIN_VESTIGING = "brin-vestiging"
    LEERBEDRIJF = "leerbedrijf"
    OIN = "oin"


@dataclass(frozen=True, slots=True)
class OfficialNumber:
    """Hold a number as its register writes it: no spaces, letters large."""

    kind: NumberKind
    value: str

    @property
    def may_be_of_a_person(self) -> bool:
        """Tell whether a BSN looks the same: then ask whether it is really that of a legal person."""
        return self.kind is NumberKind.RSIN


def read_number(text: str, *, kind: NumberKind) -> OfficialNumber:
    """Read a number of this kind.

    >>> read_number("1234 5678", kind=NumberKind.KVK).value
    '12345678'
    >>> read_number("99xy00", kind=NumberKind.BRIN_VESTIGING).value
    '99XY00'

    Raises:
        NumberError: it breaks the rule of its kind; the sentence says which, and what to do.
    """
    value = _SEPARATORS.sub("", text).upper()
    _RULES[kind](value)
    return OfficialNumber(kind, value)


def _digits(count: int, *, nl: str, en: str) -> Callable[[str], None]:
    """Make the rule that a number has so many digits and nothing else."""

    def check(value: str) -> None:
        if not _DIGITS.fullmatch(value):
            raise NumberError(
                "number-not-digits",
                nl=f"{nl} heeft alleen cijfers. Haal de letters en tekens weg.",
                en=f"{en} has digits only. Take the letters and signs away.",
            )
        if len(value) != count:
            raise NumberError(
                "number-length",
                nl=f"{nl} heeft {count} cijfers. Hier staan er {len(value)}. Kijk het na.",
                en=f"{en} has {count} digits. Here are {len(value)}. Look it up again.",
            )
        if not value.strip("0"):
            raise NumberError(
                "number-zero",
                nl=f"{nl} met alleen nullen bestaat niet. Kijk het na.",
                en=f"{en} of zeros only does not exist. Look it up again.",
            )

    return check


def _rsin(value: str) -> None:
    """Check the length and the elfproef."""
    _NINE_OF_RSIN(value)
    if not passes_elfproef(value):
        raise NumberError(
            "number-elfproef",
            nl="Dit RSIN kan niet bestaan: het voldoet niet aan de elfproef. Kijk of er een cijfer fout is.",
            en="This RSIN cannot exist: it fails the elfproef (mod 11). See whether a digit is wrong.",
        )


def _brin(pattern: re.Pattern[str], *, nl: str, en: str) -> Callable[[str], None]:
    """Make the rule of two digits and two letters, with or without a place."""

    def check(value: str) -> None:
        if not pattern.fullmatch(value):
            raise NumberError("number-brin", nl=nl, en=en)

    return check


def _oin(value: str) -> None:
    """Check the length, and the number of another register that it holds."""
    _TWENTY_OF_OIN(value)
    prefix, rest = value[:_OIN_PREFIX], value[_OIN_PREFIX:]
    if prefix == _RSIN_IN_OIN and not (rest.endswith("000") and passes_elfproef(rest[:9])):
        raise NumberError(
            "number-oin-rsin",
            nl="Dit OIN begint met 00000001, en dan hoort er een RSIN in. Dat klopt niet. Kijk het na.",
            en="This OIN begins with 00000001, so it holds an RSIN. That is not right. Look it up again.",
        )
    if prefix == _KVK_IN_OIN and not rest.endswith("0000"):
        raise NumberError(
            "number-oin-kvk",
            nl="Dit OIN begint met 00000003, en eindigt dan op 0000. Dat klopt niet. Kijk het na.",
            en="This OIN begins with 00000003, so it ends with 0000. That is not right. Look it up again.",
        )


_NINE_OF_RSIN: Final = _digits(9, nl="Een RSIN", en="An RSIN")
_TWENTY_OF_OIN: Final = _digits(20, nl="Een OIN", en="An OIN")
_RULES: Final[Mapping[NumberKind, Callable[[str], None]]] = {
    NumberKind.KVK: _digits(8, nl="Een KvK-nummer", en="A KvK number"),
    NumberKind.VESTIGING: _digits(12, nl="Een vestigingsnummer", en="A vestigingsnummer"),
    NumberKind.RSIN: _rsin,
    NumberKind.BRIN: _brin(
        _BRIN,
        nl="Een BRIN is 2 cijfers en dan 2 letters, zoals 99XY. Kijk het na.",
        en="A BRIN is 2 digits and then 2 letters, such as 99XY. Look it up again.",
    ),
    NumberKind.BRIN_VESTIGING: _brin(
        _BRIN_LOCATION,
        nl="Een vestiging van een school is de BRIN en dan 2 cijfers, zoals 99XY00. Kijk het na.",
        en="A place of a school is the BRIN and then 2 digits, such as 99XY00. Look it up again.",
    ),
    NumberKind.LEERBEDRIJF: _digits(9, nl="Een leerbedrijf-ID van SBB", en="A leerbedrijf-ID of SBB"),
    NumberKind.OIN: _oin,
}
