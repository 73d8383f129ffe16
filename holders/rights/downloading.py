"""Put everything of a holder in one zip: each badge in each form, a page to read, and all that is stored.

It is made while it is sent: nothing is kept, and no more than one badge stands in memory.
"""

import json
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from itertools import chain
from typing import Final, TypeAlias

from badges.facts import Nature
from holders.importing.importing import Foreign, find_foreign, list_foreign
from holders.keeping.telephones import KnownHolder
from holders.keeping.wallet import open_wallet
from holders.rights.gathering import Stored, gather
from holders.rights.zipping import Zipping, folder_of
from issuers.desk import IssuingDesk
from issuers.issuing.overview import Given
from issuers.publishing.documents import token_of
from templates.documents.baked import baked_png, baked_svg
from templates.documents.pdf import badge_pdf
from templates.errors import PictureError
from verifier.report import State
from web.locale import Language

MOST_BYTES: Final = 200_000_000
"""So large the zip gets at most; what does not fit any more is named in the page that goes along."""

STORED: Final = "wat-is-opgeslagen.json"
INDEX: Final = "index.html"


Form: TypeAlias = tuple[str, bytes]
"""The ending of a file, and its bytes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Hold a badge that goes into the zip; `url` is of its page here, None where it was given elsewhere."""

    title: str
    issuer: str
    url: str | None
    is_withdrawn: bool
    forms: Iterable[Form]


@dataclass(frozen=True, slots=True, kw_only=True)
class Packed:
    """Name a badge that is in the zip, with its files; none where it did not fit."""

    badge: Wanted
    files: tuple[str, ...]


Page: TypeAlias = Callable[[Iterable[Packed]], str]
"""Draw the page that goes along."""


def download(
    desk: IssuingDesk,
    *,
    holder: KnownHolder,
    page: Page,
    language: Language,
    most_bytes: int = MOST_BYTES,
) -> Iterator[bytes]:
    """Give the bytes of the zip, a file at a time.

    Raises:
        NotFoundError: this telephone is not his own, or shows only what one organisation gave.
    """
    stored = gather(desk, holder=holder)
    here = (_given_here(desk, each, language=language) for each in open_wallet(desk, holder).badges)
    elsewhere = (_given_elsewhere(desk, each, holder=holder) for each in list_foreign(desk, holder=holder))
    wanted = chain(here, elsewhere)
    return _packing(wanted, stored=stored, page=page, at=desk.clock.now(), most_bytes=most_bytes)


def _given_here(desk: IssuingDesk, given: Given, *, language: Language) -> Wanted:
    return Wanted(
        title=given.facts.title or "",
        issuer=given.facts.issuer.name,
        url=desk.addresses.badge(given.token),
        is_withdrawn=given.revoked_at is not None,
        forms=_forms(desk, given, language=language),
    )


def _given_elsewhere(desk: IssuingDesk, foreign: Foreign, *, holder: KnownHolder) -> Wanted:
    """Let a badge from elsewhere go along as the file that it came as."""
    return Wanted(
        title=foreign.title,
        issuer=foreign.issuer,
        url=None,
        is_withdrawn=foreign.state is State.REVOKED,
        forms=((foreign.ending, find_foreign(desk, each, holder=holder)[1]) for each in (foreign.id,)),
    )


def _packing(
    wanted: Iterable[Wanted],
    *,
    stored: Stored,
    page: Page,
    at: datetime,
    most_bytes: int,
) -> Iterator[bytes]:
    """Pack badges one after another, then what is stored, and last the page that names what is there."""
    archive = Zipping(at=at)
    packed: list[Packed] = []
    for number, badge in enumerate(wanted, 1):
        folder, files = folder_of(number, badge.title), []
        for ending, content in badge.forms:
            if archive.length + len(content) > most_bytes:
                break
            yield archive.add(f"{folder}/bewijs.{ending}", content)
            files.append(f"{folder}/bewijs.{ending}")
        packed.append(Packed(badge=badge, files=tuple(files)))
    yield archive.add(STORED, json.dumps(stored, indent=2, ensure_ascii=False).encode())
    yield archive.add(INDEX, page(packed).encode())
    yield archive.close()


def _forms(desk: IssuingDesk, given: Given, *, language: Language) -> Iterator[Form]:
    """Give each form of a badge: exactly what was signed, and pictures and a sheet with that in it.

    Of what was withdrawn or replaced there is no sheet: on paper it would not say so.
    """
    yield "json", given.raw
    token = token_of(desk, given.id)
    if token is not None:
        yield "jwt", token
    yield "png", baked_png(given.raw)
    yield "svg", baked_svg(given.raw)
    if given.facts.nature is Nature.BADGE and given.revoked_at is None:
        with suppress(PictureError):
            url = desk.addresses.badge(given.token)
            yield "pdf", badge_pdf(given.raw, url=url, catalogue=desk.catalogue, language=language)
