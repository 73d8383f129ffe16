"""Registers as files: who an issuer is, by its exact id, and clear words about a file that is none."""

import json
from contextlib import suppress
from datetime import date
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from badges.strictjson import JsonObject
from verifier.errors import RegisterFileError
from verifier.needs import KnownIssuer
from verifier.recognition import Recognised, Recognition
from verifier.registers import IssuerRegister, dump_register, find_issuer, read_register

MAAS = "did:web:maas.voorbeeld"
ANCHOR = "https://anker.voorbeeld/profiel"
LISTED: JsonObject = {"name": "Magazijn De Maas", "kind": "leerbedrijf", "since": "2024-01-01"}
OWN: JsonObject = {
    "name": "Leerbedrijven",
    "issuers": {MAAS: LISTED, ANCHOR: LISTED | {"until": "2026-06-30"}},
}
SBB: JsonObject = {
    "status": "confirmed",
    "crebos": ["25774", "25775"],
    "since": "2024-03-01",
    "until": "2028-02-29",
    "source": "SBB",
}
DCC: JsonObject = {
    "meta": {"created": "2020-12-02T02:32:16+0000", "updated": "2021-09-20T01:37:21+0000"},
    "registry": {
        "did:key:z6MktpnTfqTJ9nJcjnP3UMHLmZkkMMVsmXaTNeHpAUz3oDkS": {
            "name": "Example University",
            "location": "Cambridge, MA, USA",
            "url": "https://university.example",
        },
        MAAS: {"name": "De Maas", "url": "https://maas.voorbeeld"},
    },
}
TODAY = date(2026, 11, 22)


def read(document: Any, *, name: str = "lijst") -> IssuerRegister:
    """Read a document as a register."""
    return read_register(json.dumps(document).encode(), name=name)


def own(id_: str = MAAS, **changes: Any) -> JsonObject:
    """Give a register of one issuer, with something changed; None takes it out."""
    said = {key: value for key, value in (LISTED | changes).items() if value is not None}
    return {"name": "Leerbedrijven", "issuers": {id_: said}}


def recognised(**changes: Any) -> JsonObject:
    """Give a register of one leerbedrijf with one recognition, changed; None takes a part out."""
    said = {key: value for key, value in (SBB | changes).items() if value is not None}
    return own(recognitions=[said])


class TestReadRegister:
    """`read_register` reads both forms, and nothing else."""

    def test_reads_our_own_form(self) -> None:
        """Name, kind, and since when."""
        register = read(OWN)
        expected = KnownIssuer("Magazijn De Maas", "leerbedrijf", date(2024, 1, 1))
        assert ("Leerbedrijven", expected) == (register.name, register.find(MAAS, on=TODAY))

    def test_reads_for_what_a_leerbedrijf_is_recognised(self) -> None:
        """By whom, for which kwalificaties, from when to when; in the order of the file."""
        declared = {key: value for key, value in (SBB | {"status": "declared"}).items() if key != "until"}
        known = read(own(recognitions=[SBB, declared])).find(MAAS, on=TODAY)
        crebos, since = ("25774", "25775"), date(2024, 3, 1)
        assert known is not None
        assert known.recognitions == (
            Recognition(Recognised.CONFIRMED, crebos, since, "SBB", date(2028, 2, 29)),
            Recognition(Recognised.DECLARED, crebos, since, "SBB"),
        )

    def test_reads_what_of_the_kind_nobody_looked_up(self) -> None:
        """And writes it again: who checks without the service sees it too."""
        register = read(own(declared="leerbedrijf"))
        known = read_register(dump_register(register), name="x").find(MAAS, on=TODAY)
        assert known is not None
        assert "leerbedrijf" == known.declared

    def test_reads_the_form_of_the_dcc(self) -> None:
        """A name, and neither kind nor day: nothing is made up."""
        register = read(DCC, name="dcc")
        assert ("dcc", KnownIssuer("De Maas")) == (register.name, register.find(MAAS, on=TODAY))

    @pytest.mark.parametrize(
        ("document", "said"),
        [
            ([], "geen JSON-object"),
            ({}, 'schrijf "name" en "issuers"'),
            (OWN | {"version": 2}, "en niets anders"),
            (OWN | {"name": ""}, "/name: schrijf hier een naam"),
            (OWN | {"issuers": []}, "/issuers: schrijf hier een object"),
            ({"meta": {}, "registry": {MAAS: "De Maas"}}, f"/registry/{MAAS}: schrijf hier een object"),
            ({"meta": {}, "registry": {MAAS: {"url": "https://x"}}}, f"/registry/{MAAS}/name: "),
            (own(kind=None), f'/issuers/{MAAS}: schrijf "name", "kind" en "since"'),
            (own(till="2026-01-01"), "en niets anders"),
            (own(name=7), f"/issuers/{MAAS}/name: schrijf hier een naam"),
            (own(name="x" * 201), "van 1 tot 200 zichtbare tekens"),
            (own(name="De Maas\u202egnp"), "zichtbare tekens"),
            (own(name="De Maas\nErkend"), "zichtbare tekens"),
            (own(name=" De Maas"), "zichtbare tekens"),
            (own(kind=""), "/kind: schrijf hier een naam"),
            (own(since="1 januari 2024"), '/since: schrijf een dag, zoals "2026-06-26"'),
            (own(since="2024-02-30"), "/since: schrijf een dag"),
            (own(since="20240101"), "/since: schrijf een dag"),
            (own(since=2024), "/since: schrijf een dag"),
            (own(until="2023-12-31"), '"until" ligt voor "since"'),
            (own(recognitions={}), "/recognitions: schrijf hier een lijst"),
            (own(recognitions=["SBB"]), "/recognitions/0: schrijf hier een object"),
            (recognised(since=None), '/recognitions/0: schrijf "status", "crebos", "since" en "source"'),
            (recognised(till="2028-02-29"), "en niets anders"),
            (recognised(status="unknown"), '/status: schrijf "confirmed" of "declared"'),
            (recognised(crebos=[]), "/crebos: schrijf een lijst van crebonummers"),
            (recognised(crebos="25774"), "/crebos: schrijf een lijst van crebonummers"),
            (recognised(crebos=["25774", 25775]), "/crebos: schrijf een lijst van crebonummers"),
            (recognised(crebos=["2577"]), "/crebos: schrijf een lijst van crebonummers"),
            (recognised(source=""), "/source: schrijf hier een naam"),
            (recognised(until="2024-02-29"), '/recognitions/0: "until" ligt voor "since"'),
        ],
    )
    def test_says_what_is_wrong_and_where(self, document: Any, said: str) -> None:
        """Whoever keeps the file can mend it in one go."""
        with pytest.raises(RegisterFileError) as caught:
            read(document)
        assert said in str(caught.value)

    @pytest.mark.parametrize(
        "id_",
        [
            "",
            "Magazijn De Maas",
            "http://maas.voorbeeld",
            "did:web:Maas.voorbeeld",
            "did:web:maas.voorbeeld:..:x",
            "did:web:maas.voorbeeld%3a8443",
            "did:web:m\u0430\u0430s.voorbeeld",
            "did:web:10.0.0.1",
            "did:web:maas.voorbeeld\n",
            "did:web:maas.voorbeeld#sleutel",
        ],
    )
    def test_refuses_an_id_that_no_badge_can_have(self, id_: str) -> None:
        """One spelling: what only looks like an issuer would never be found, or found by mistake (T45)."""
        with pytest.raises(RegisterFileError):
            read(own(id_))

    def test_refuses_an_issuer_that_stands_twice(self) -> None:
        """Two readers would each read another one."""
        raw = f'{{"name":"x","issuers":{{"{MAAS}":{{}},"{MAAS}":{{}}}}}}'.encode()
        with pytest.raises(RegisterFileError, match="stands twice"):
            read_register(raw, name="x")

    @given(raw=st.binary(max_size=200))
    @example(raw=b'{"meta":{},"registry":{}}')
    def test_reads_or_refuses_any_bytes(self, raw: bytes) -> None:
        """Nothing else comes out."""
        with suppress(RegisterFileError):
            assert read_register(raw, name="x").listings == {}


class TestDumpRegister:
    """`dump_register` writes our own form."""

    def test_writes_what_is_read(self) -> None:
        """There and back again."""
        for document in (OWN, recognised(), recognised(until=None)):
            register = read(document)
            assert register == read_register(dump_register(register), name="x")

    def test_refuses_what_our_own_form_cannot_say(self) -> None:
        """No kind and no day are made up."""
        with pytest.raises(ValueError, match="without a kind"):
            dump_register(read(DCC))


class TestFind:
    """`IssuerRegister.find` looks an issuer up."""

    @pytest.mark.parametrize(
        ("day", "expected"),
        [
            (date(2023, 12, 31), False),
            (date(2024, 1, 1), True),
            (date(2026, 6, 30), True),
            (date(2026, 7, 1), False),
        ],
    )
    def test_goes_by_the_day(self, day: date, expected: bool) -> None:  # noqa: FBT001 - what is expected
        """From its first day up to and including its last."""
        assert expected == (read(OWN).find(ANCHOR, on=day) is not None)

    @pytest.mark.parametrize(
        "id_", [f"{MAAS}/", f"{MAAS}:x", MAAS.upper(), f"{MAAS}#key", "did:web:xn--ms-0ka.voorbeeld", ""]
    )
    def test_takes_nothing_that_looks_like_it(self, id_: str) -> None:
        """By the exact id, or not at all (T45)."""
        assert read(OWN).find(id_, on=TODAY) is None


class TestFindIssuer:
    """`find_issuer` asks several registers."""

    def test_takes_the_first_that_lists_it(self) -> None:
        """The order is that of trust."""
        assert find_issuer([read(OWN), read(DCC)], MAAS, on=TODAY) == KnownIssuer(
            "Magazijn De Maas", "leerbedrijf", date(2024, 1, 1)
        )
        assert find_issuer([read(DCC), read(OWN)], MAAS, on=TODAY) == KnownIssuer("De Maas")

    def test_goes_on_where_a_listing_has_ended(self) -> None:
        """What one register lists no longer, the next one may list."""
        ended = read(own(until="2025-01-01"))
        assert find_issuer([ended, read(DCC)], MAAS, on=TODAY) == KnownIssuer("De Maas")

    def test_knows_nobody_without_registers(self) -> None:
        """Nothing is nothing."""
        assert find_issuer([], MAAS, on=TODAY) is None
