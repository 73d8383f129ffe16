"""Read the official XML of SBB (`Dossiers geldig vanaf 2015`, `Herziening dossiers 2026`) into an edition.

A werkproces has no code in that file: it has a place (`hoofdstuk`) in a kerntaak, which has one in the
basisdeel or in a profiel, which has one too. B1-K2-W3 is the third werkproces of the second kerntaak of the
basisdeel. Where a place is missing we stop: a guessed code would name another piece of work.
"""

import hashlib
import io
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Protocol
from xml.etree.ElementTree import Element, ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import iterparse

from badges.catalogue.model import Edition, Kerntaak, Kwalificatie, Werkproces, code_order
from badges.errors import CatalogueError

MAX_BYTES = 200_000_000
"""The largest file that we read; the whole structure of SBB stays under it."""

MAX_DEPTH = 64
MAX_TEXT = 20_000

_PLACE = re.compile(r"[0-9]{1,2}", re.ASCII)
_CODE = re.compile(r"[BP][0-9]{1,2}-K[0-9]{1,2}(?:-W[0-9]{1,2})?", re.ASCII)
_CREBO = re.compile(r"[0-9]{5}", re.ASCII)
_LEVEL = re.compile(r"[1-4]", re.ASCII)


class _Events(Protocol):
    def __iter__(self) -> Iterator[tuple[str, Element]]: ...


@dataclass(frozen=True, slots=True)
class _Found:
    """Hold a kwalificatie with what tells the newer of two with one crebo."""

    rank: tuple[bool, str, tuple[int, ...]]
    kwalificatie: Kwalificatie


def read(raw: bytes, *, made: date, max_bytes: int = MAX_BYTES) -> Edition:
    """Read all kwalificaties of a file; `made` is the day of the import.

    Of two dossiers that hold one crebo, the one that is valid on that day wins, then the later one.

    Raises:
        CatalogueError: it is no such file, it holds a DTD, it is too large or too deep, or a code is missing.
    """
    if len(raw) > max_bytes:
        raise CatalogueError(f"The file is larger than {max_bytes} bytes.")
    source = f"SBB, kwalificatiedossiers (XML), sha256 {hashlib.sha256(raw).hexdigest()}"
    newest: dict[str, _Found] = {}
    for found in _read_all(raw, made=made.isoformat(), source=source):
        crebo = found.kwalificatie.crebo
        if crebo not in newest or newest[crebo].rank <= found.rank:
            newest[crebo] = found
    if not newest:
        raise CatalogueError("The file holds no kwalificatie with a crebo.")
    return Edition(
        made=made.isoformat(),
        explanation="Ingelezen uit de officiële XML van SBB. Vaardigheden van CompetentNL staan er niet in.",
        code_pattern=_CODE.pattern,
        kwalificaties=tuple(newest[crebo].kwalificatie for crebo in sorted(newest)),
    )


def _read_all(raw: bytes, *, made: str, source: str) -> Iterator[_Found]:
    """Read dossier by dossier and let each go, so that a large file needs little memory."""
    sectors: dict[str, str] = {}
    path: list[Element] = []
    for event, element in _events(raw):
        if event == "start":
            path.append(element)
            _check_path(path)
            continue
        path.pop()
        where = [parent.tag for parent in path]
        if where == ["sbb", "sectorkamers"] and element.get("nr"):
            sectors[element.get("nr", "")] = element.get("titel", "")
        if where == ["sbb", "dossiers"] and element.tag == "dossier":
            yield from _read_dossier(element, sectors=sectors, made=made, source=source)
        if len(path) in {1, 2}:
            element.clear()
            path[-1].remove(element)


def _events(raw: bytes) -> Iterator[tuple[str, Element]]:
    """Parse without DTDs, entities or anything from outside; wrap what the parser raises."""
    try:
        events: _Events = iterparse(io.BytesIO(raw), events=("start", "end"), forbid_dtd=True)
        yield from events
    except DefusedXmlException as error:
        raise CatalogueError("The file holds a DTD or an entity; the XML of SBB has none.") from error
    except (ParseError, ValueError, LookupError) as error:
        raise CatalogueError(f"The file is no XML that we read: {error}.") from error


def _check_path(path: list[Element]) -> None:
    if path[0].tag != "sbb":
        raise CatalogueError(f"The file begins with <{path[0].tag[:40]}>; the XML of SBB begins with <sbb>.")
    if len(path) > MAX_DEPTH:
        raise CatalogueError(f"The file is nested deeper than {MAX_DEPTH} elements.")


def _read_dossier(dossier: Element, *, sectors: dict[str, str], made: str, source: str) -> Iterator[_Found]:
    basis = tuple(dossier.iterfind("basis/basistaken/basiskerntaken/kerntaak"))
    own = next(dossier.iterfind("dossiercrebos/dossiercrebo"), None)
    chamber = next(dossier.iterfind("voorblad/omschrijving/penvoerder/sectorkamer"), None)
    sector = None if chamber is None else sectors.get(chamber.get("referentie", "")) or None
    for profiel in dossier.iterfind("profielen/profiel"):
        for place in profiel.iterfind("creboinformatie/crebo"):
            crebo = _crebo(place)
            kwalificatie = Kwalificatie(
                crebo=crebo,
                name=_title(profiel),
                kerntaken=_kerntaken(basis, profiel=profiel, crebo=crebo),
                source=source,
                verified=True,
                level=_level(profiel),
                level_source="onbekend" if _level(profiel) is None else "bron",
                dossier_name=dossier.get("titel") or None,
                dossier_crebo=None if own is None else _crebo(own),
                sector=sector,
                version=dossier.get("versie") or None,
                status=dossier.get("status") or None,
                valid_from=place.get("Geldig_vanaf") or None,
                intake_ends=place.get("Datum_einde_instroom") or None,
                programme_ends=place.get("Datum_einde_opleiding") or None,
            )
            yield _Found(rank=_rank(kwalificatie, made=made), kwalificatie=kwalificatie)


def _rank(kwalificatie: Kwalificatie, *, made: str) -> tuple[bool, str, tuple[int, ...]]:
    valid_from = kwalificatie.valid_from or ""
    version = tuple(int(part) for part in re.findall(r"[0-9]{1,9}", kwalificatie.version or ""))
    return (valid_from <= made, valid_from, version)


def _kerntaken(basis: Iterable[Element], *, profiel: Element, crebo: str) -> tuple[Kerntaak, ...]:
    found = [_kerntaak(row, part="B1", path="basiswerkprocessen/werkproces", crebo=crebo) for row in basis]
    for row in profiel.iterfind("profielkerntaken/kerntaak"):
        part = f"P{_place(profiel)}" if _own_code(row) is None else ""
        found.append(_kerntaak(row, part=part, path="profielwerkprocessen/werkproces", crebo=crebo))
    codes = [kerntaak.code for kerntaak in found]
    codes += [werkproces.code for kerntaak in found for werkproces in kerntaak.werkprocessen]
    twice = sorted({code for code in codes if codes.count(code) > 1})
    if twice:
        raise CatalogueError(f"{crebo}/{twice[0]} stands in one dossier twice.")
    return tuple(sorted(found, key=lambda kerntaak: code_order(kerntaak.code)))


def _kerntaak(row: Element, *, part: str, path: str, crebo: str) -> Kerntaak:
    code = _own_code(row) or f"{part}-K{_place(row)}"
    title = _title(row)
    werkprocessen = [
        Werkproces(
            crebo=crebo,
            code=_own_code(child) or f"{code}-W{_place(child)}",
            title=_title(child),
            kerntaak_code=code,
            kerntaak_title=title,
            description=_text(child.find("werkprocesomschrijving")),
            result=_text(child.find("werkprocesresultaat")),
            behaviour=_text(child.find("werkprocesgedrag")),
        )
        for child in row.iterfind(path)
    ]
    werkprocessen.sort(key=lambda werkproces: code_order(werkproces.code))
    return Kerntaak(code=code, title=title, werkprocessen=tuple(werkprocessen))


def _own_code(row: Element) -> str | None:
    """Take the code where a file writes it out, of a kerntaak or of a werkproces."""
    number = row.get("nr", "")
    wanted = 2 if row.tag == "werkproces" else 1
    return number if _CODE.fullmatch(number) and number.count("-") == wanted else None


def _place(row: Element) -> int:
    place = row.get("hoofdstuk", "")
    if not _PLACE.fullmatch(place) or int(place) == 0:
        raise CatalogueError(f"<{row.tag}> {_title(row)!r} has no place (hoofdstuk), so it has no code.")
    return int(place)


def _crebo(row: Element) -> str:
    crebo = _text(row) or ""
    if not _CREBO.fullmatch(crebo):
        raise CatalogueError(f"{crebo[:40]!r} is no crebo.")
    return crebo


def _level(profiel: Element) -> int | None:
    level = profiel.get("niveau", "")
    return int(level) if _LEVEL.fullmatch(level) else None


def _title(row: Element) -> str:
    title = _squeeze(row.get("titel", ""))
    if not title:
        raise CatalogueError(f"A <{row.tag}> has no title.")
    return title


def _text(row: Element | None) -> str | None:
    return None if row is None else _squeeze("".join(row.itertext())) or None


def _squeeze(text: str) -> str:
    squeezed = " ".join(text.split())
    if len(squeezed) > MAX_TEXT:
        raise CatalogueError(f"A text in the file is longer than {MAX_TEXT} characters.")
    return squeezed
