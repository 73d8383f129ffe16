"""Evidence for tests: made as the reader makes it, with one thing changed."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from badges.catalogue import embedded
from badges.judgement import Independence
from schools.evidence.evidence import Evidence, Identity
from schools.mapping.statements import Statement, WerkprocesSaid
from verifier.recognition import Recognised

ON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
AWARDED = datetime(2026, 6, 26, 14, 5, tzinfo=UTC)
MAAS = "did:web:bewijs.voorbeeld:organisaties:7fq2k9"


def said(key: str) -> WerkprocesSaid:
    """Say that a badge is about a werkproces as the catalogue has it today."""
    crebo, code = key.split("/")
    entry = embedded().entry(crebo, code)
    return WerkprocesSaid(crebo, code, entry.digest, entry.werkproces.title)


def evidence(*keys: str, id: str = "urn:uuid:1", **changes: Any) -> Evidence:  # noqa: A002 - what OB 3.0 calls it
    """Give strong evidence for werkprocessen: by a recognised leerbedrijf, independently."""
    statements: tuple[Statement, ...] = tuple(said(key) for key in keys or ("25774/B1-K2-W1",))
    found = Evidence(
        file=f"{id}.json",
        identity=Identity(MAAS, id),
        title="Verzamelt en controleert orders",
        issuer="Magazijn De Maas",
        judged_by="Magazijn De Maas",
        is_known=True,
        is_declared=False,
        is_of_school=False,
        is_own=False,
        name="Sam de Vries",
        statements=statements,
        independence=Independence.ZELFSTANDIG,
        recognised=Recognised.CONFIRMED,
        confirmed_by=(),
        rests_on=frozenset(),
        achievement=f"https://bewijs.voorbeeld/badgeklassen/{'-'.join(keys)}",
        awarded=AWARDED,
        judged=AWARDED,
        starts=datetime(2026, 1, 5, tzinfo=UTC),
        ends=datetime(2026, 6, 26, tzinfo=UTC),
        valid_from=AWARDED,
        valid_until=None,
    )
    return replace(found, **changes)
