"""Put everything of a holder in one zip: each badge in each form, a page to read, and all that is stored.

It is made while it is sent: nothing is kept, and no more than one badge stands in memory.
"""

import io
import json
import re
import unicodedata
import zipfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from itertools import chain
from typing import TYPE_CHECKING, Final, TypeAlias

from badges.facts import Nature
from holders.gathering import Stored, gather
from holders.importing import Foreign, find_foreign, list_foreign
from holders.telephones import KnownHolder
from holders.wallet import open_wallet
from issuers.desk import IssuingDesk
from issuers.issuing.overview import Given
from issuers.publishing.documents import token_of
from templates.documents.baked import baked_png, baked_svg
from templates.documents.pdf import badge_pdf
from templates.errors import PictureError
from verifier.report import State
from web.locale import Language

if TYPE_CHECKING:
    from typing_extensions import Buffer

MOST_BYTES: Final = 200_000_000
"""So large the zip gets at most; what does not fit any more is named in the page that goes along."""

STORED: Final = "wat-is-opgeslagen.json"
INDEX: Final = "index.html"
_MOST_OF_A_NAME: Final = 40


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


class _Pipe(io.RawIOBase):
    """Be a file that is written and never read: what stands in it is taken out by who sends it."""

    def __init__(self) -> None:
        super().__init__()
        self._parts: list[bytes] = []
        self.length = 0

    def writable(self) -> bool:
        """Say that it can be written."""
        return True

    def write(self, part: "Buffer", /) -> int:
        """Take a part."""
        self._parts.append(bytes(part))
        self.length += len(self._parts[-1])
        return len(self._parts[-1])

    def take(self) -> bytes:
        """Give what was written since."""
        taken, self._parts = b"".join(self._parts), []
        return taken


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
    pipe = _Pipe()
    packed: list[Packed] = []
    with zipfile.ZipFile(pipe, "w") as archive:

        def add(name: str, content: bytes) -> bytes:
            entry = zipfile.ZipInfo(name, date_time=at.timetuple()[:6])
            archive.writestr(entry, content, zipfile.ZIP_DEFLATED)
            return pipe.take()

        for number, badge in enumerate(wanted, 1):
            folder, files = f"{number:02}-{_slug(badge.title)}", []
            for ending, content in badge.forms:
                if pipe.length + len(content) > most_bytes:
                    break
                yield add(f"{folder}/bewijs.{ending}", content)
                files.append(f"{folder}/bewijs.{ending}")
            packed.append(Packed(badge=badge, files=tuple(files)))
        yield add(STORED, json.dumps(stored, indent=2, ensure_ascii=False).encode())
        yield add(INDEX, page(packed).encode())
    yield pipe.take()


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


def _slug(title: str) -> str:
    """Make the name of a folder that every machine takes."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().casefold()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:_MOST_OF_A_NAME].strip("-") or "bewijs"
