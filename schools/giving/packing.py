"""The import pack: one zip with rows for the administration, the proposal, and the credentials themselves.

The same things on the same moment are the same bytes.
"""

import io
import json
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from badges.catalogue.catalogue import Catalogue
from badges.strictjson import Json, JsonObject
from issuers.sheets import as_csv
from schools.decisions.besluit import Besluit
from schools.evidence.credentials import Credential
from schools.evidence.evidence import Evidence
from schools.giving.decided import decided_as_json, decided_sheet
from schools.giving.rows import rows_as_json, rows_sheet
from schools.proposals.telling import Told, as_json

READ_ME: Final = "LEESMIJ.txt"
ROWS: Final = "koppeling"
PROPOSAL: Final = "voorstel"
CREDENTIALS: Final = "bewijzen"
RECORD: Final = "overzicht"
DECIDED: Final = "besluiten"

_SAID: Final = """Dit pakket hoort bij een voorstel. De examencommissie beslist.

voorstel.json       het voorstel, met bij elke regel waarom, volgens welke regel en welke bron
koppeling.csv       voor de studentenadministratie: een rij voor elk bewijs bij een werkproces
koppeling.json      hetzelfde, met de namen van het OKx-profiel (kwalificatieRef, competentNlRefs)
bewijzen/           de bewijzen die meetellen, zoals ze zijn ondertekend
"""
_COPY: Final = """
Dit is een kopie. Gaf de persoon toestemming, en eindigt die?
Haal het pakket dan weg, als er geen besluit op rust.
"""
_WITH_PDF: Final = "voorstel.pdf        het voorstel om te lezen, met de bewijzen erin\n"
_WITH_DECISIONS: Final = """\
besluiten.csv       wat de examencommissie besloot, per werkproces van een examenonderdeel
besluiten.json      hetzelfde, voor programma's
"""
_WITH_RECORD: Final = "overzicht.jwt       alle bewijzen bij elkaar (CLR 2.0), ondertekend door de school\n"
_NO_RECORD: Final = """
Het overzicht van alle bewijzen (overzicht.jwt) is er niet bij: de school kon het nu niet ondertekenen.
De bewijzen zelf zijn er wel bij, elk met zijn eigen handtekening.
"""
_LEFT_OUT: Final = "\nDeze bewijzen tellen mee en konden niet mee in het pakket. Vraag de persoon erom:\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pack:
    """Hold what goes in.

    Attributes:
        name: How the person is called.
        credentials: What goes along of what counts.
        pdf: The proposal on paper, where somebody could set it.
        records: Learner records that a school signed.
        is_unsigned: It could sign none now, of what it would have.
        decisions: What was decided about the person and stands, with the id of each.
    """

    told: Told
    name: str
    credentials: Sequence[Credential]
    pdf: bytes | None = None
    records: Sequence[bytes] = ()
    is_unsigned: bool = False
    decisions: Sequence[tuple[UUID, Besluit]] = ()

    @property
    def left_out(self) -> tuple[Evidence, ...]:
        """Give what counts and cannot go along: its host has it, or it was a token in a picture."""
        along = {each.identity for each in self.credentials}
        facts = self.told.coverage.facts
        return tuple(each for fact in facts for each in fact.evidence if each.identity not in along)


def packed(pack: Pack, *, catalogue: Catalogue) -> bytes:
    """Pack it."""
    out, at = io.BytesIO(), pack.told.proposal.on.timetuple()[:6]
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in _files(pack, catalogue=catalogue):
            archive.writestr(zipfile.ZipInfo(name, date_time=at), content, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _files(pack: Pack, *, catalogue: Catalogue) -> Iterator[tuple[str, bytes]]:
    rows = rows_as_json(pack.told, name=pack.name, catalogue=catalogue)
    rows["notAlong"] = [*_named(pack.left_out)]
    yield READ_ME, _read_me(pack).encode()
    yield f"{PROPOSAL}.json", _written(as_json(pack.told))
    yield f"{ROWS}.json", _written(rows)
    yield f"{ROWS}.csv", b"".join(as_csv(rows_sheet(rows)))
    if pack.decisions:
        decided = decided_as_json(pack.decisions, catalogue=catalogue)
        yield f"{DECIDED}.json", _written(decided)
        yield f"{DECIDED}.csv", b"".join(as_csv(decided_sheet(decided)))
    if pack.pdf is not None:
        yield f"{PROPOSAL}.pdf", pack.pdf
    for number, record in enumerate(pack.records, 1):
        yield f"{RECORD}{'' if number == 1 else f'-{number}'}.jwt", record
    for number, each in enumerate(pack.credentials, 1):
        ending, raw = each.as_file()
        yield f"{CREDENTIALS}/{number:02}.{ending}", raw


def _read_me(pack: Pack) -> str:
    said = _SAID
    if pack.pdf is not None:
        said += _WITH_PDF
    if pack.records:
        said += _WITH_RECORD
    if pack.decisions:
        said += _WITH_DECISIONS
    if pack.is_unsigned:
        said += _NO_RECORD
    said += _COPY
    lines = [f"- {each.title or each.identity.id} ({each.issuer})\n" for each in pack.left_out]
    return said + (_LEFT_OUT + "".join(lines) if lines else "")


def _named(evidence: Sequence[Evidence]) -> Iterator[Json]:
    for each in evidence:
        yield {"id": each.identity.id, "issuer": {"id": each.identity.issuer, "name": each.issuer}}


def _written(document: JsonObject) -> bytes:
    return json.dumps(document, indent=2, ensure_ascii=False).encode()
