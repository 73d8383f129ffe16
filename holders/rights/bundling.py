"""Make an EVC bundle: what a holder gives to somebody who looks at what he can do already.

He makes it himself, of what he chooses, and takes it along himself: nothing is sent, and nothing is decided.
It holds each badge as it was signed, a sheet of it to read, and a list in the names that schools know.
"""

import json
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from badges.facts import Nature
from badges.strictjson import JsonObject
from holders.importing.importing import Foreign, find_foreign, list_foreign
from holders.keeping.telephones import KnownHolder, require_all
from holders.rights.listing import listed, listed_elsewhere, listing_sheet
from holders.rights.zipping import Zipping, folder_of
from holders.sharing.sharing import NO_BADGE, can_be_shared
from issuers.desk import IssuingDesk
from issuers.errors import FieldProblem, FormError
from issuers.issuing.overview import Given
from issuers.sheets import as_csv
from templates.documents.pdf import badge_pdf
from templates.errors import PictureError
from verifier.report import State
from web.locale import Language

LIST: Final = "lijst"
READ_ME: Final = "LEESMIJ.txt"
SAID: Final = """Dit zijn bewijzen van wat iemand in de praktijk deed.
Zij zijn bedoeld voor wie een EVC-traject doet (erkennen van verworven competenties).
Wie ze gaf, staat in elk bewijs. Dit is geen besluit en geen ervaringscertificaat.

Elk bewijs heeft een eigen map:
  bewijs.json of een ander bestand: het bewijs, zoals het is ondertekend
  bewijs.pdf: om te lezen, met het bewijs erin
lijst.csv en lijst.json: bij welk werkproces een bewijs hoort, in de namen van het OKx-profiel

Controleer elk bewijs, of deze hele zip: {check}
"""
GONE: Final = FieldProblem(
    "bewijs",
    "gone",
    "Een bewijs dat je koos, kan nu niet mee. Het is veranderd of weg. Kijk wat hieronder staat.",
    "One of the badges that you chose cannot go along now. It has changed or is gone. See what is below.",
)
_COUNTS: Final = frozenset({State.VALID, State.UNLISTED})


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """Offer one badge for the bundle; one from elsewhere has no address here."""

    id: UUID
    title: str
    issuer: str
    badge: Given | Foreign


def choices(desk: IssuingDesk, *, holder: KnownHolder) -> tuple[Choice, ...]:
    """List what may go in: what stands, and from elsewhere what was genuine and valid the last time.

    Raises:
        NotFoundError: this telephone is not his own, or shows only what one organisation gave.
    """
    require_all(holder)
    own = can_be_shared(desk, holder=holder)
    foreign = (each for each in list_foreign(desk, holder=holder) if each.state in _COUNTS)
    return (
        *(
            Choice(id=each.id, title=each.facts.title or "", issuer=each.facts.issuer.name, badge=each)
            for each in own
        ),
        *(Choice(id=each.id, title=each.title, issuer=each.issuer, badge=each) for each in foreign),
    )


def bundle(
    desk: IssuingDesk, chosen: Collection[UUID], *, holder: KnownHolder, language: Language
) -> Iterator[bytes]:
    """Give the bytes of the zip, a file at a time.

    Raises:
        NotFoundError: this telephone is not his own, or shows only what one organisation gave.
        FormError: nothing was chosen, or one of it cannot go in (any more).
    """
    found = [each for each in choices(desk, holder=holder) if each.id in chosen]
    if len(found) < len(chosen):
        raise FormError([GONE])
    if not found:
        raise FormError([NO_BADGE])
    return _packing(desk, found, holder=holder, language=language)


def _packing(
    desk: IssuingDesk, chosen: Sequence[Choice], *, holder: KnownHolder, language: Language
) -> Iterator[bytes]:
    archive, rows = Zipping(at=desk.clock.now()), list[JsonObject]()
    yield archive.add(READ_ME, SAID.format(check=f"{desk.base_url}/controleer").encode())
    for number, each in enumerate(chosen, 1):
        names = []
        for ending, content in _files(desk, each, holder=holder, language=language):
            names.append(f"{folder_of(number, each.title)}/bewijs.{ending}")
            yield archive.add(names[-1], content)
        rows.append(_row(desk, each) | {"files": [*names]})
    yield from _lists(archive, rows, made=desk.clock.today().isoformat())
    yield archive.close()


def _lists(archive: Zipping, rows: Sequence[JsonObject], *, made: str) -> Iterable[bytes]:
    document: JsonObject = {"made": made, "badges": [*rows]}
    yield archive.add(f"{LIST}.json", json.dumps(document, indent=2, ensure_ascii=False).encode())
    yield archive.add(f"{LIST}.csv", b"".join(as_csv(listing_sheet(document))))


def _files(
    desk: IssuingDesk, choice: Choice, *, holder: KnownHolder, language: Language
) -> Iterator[tuple[str, bytes]]:
    """Give a badge as it was signed, and a sheet of one of ours."""
    if isinstance(choice.badge, Foreign):
        yield choice.badge.ending, find_foreign(desk, choice.id, holder=holder)[1]
        return
    yield "json", choice.badge.raw
    if choice.badge.facts.nature is Nature.BADGE:
        with suppress(PictureError):
            url = desk.addresses.badge(choice.badge.token)
            yield "pdf", badge_pdf(choice.badge.raw, url=url, catalogue=desk.catalogue, language=language)


def _row(desk: IssuingDesk, choice: Choice) -> JsonObject:
    if isinstance(choice.badge, Foreign):
        return listed_elsewhere(choice.title, issuer=choice.issuer)
    return listed(choice.badge.facts, catalogue=desk.catalogue)
