"""What stands at the foot of badges together on paper: where they are, and how to check them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlsplit

from templates.documents.qr import printed_qr_svg
from templates.documents.sheet import Writer


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """Hold where the badges are shown together, and until when."""

    url: str
    until: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Foot:
    """Hold what `foot` of `house.typ` sets; `notes` is what the badges are not, its first part in bold."""

    url: str
    url_shown: str
    qr: str
    qr_alt: str
    heading: str
    check: str
    notes: tuple[tuple[str, str], ...]


def foot_of(notes: Iterable[tuple[str, str]], *, link: Link, writer: Writer) -> Foot:
    """Write the foot last: the last of its notes tells what could not be written above it."""
    place = urlsplit(link.url)
    return Foot(
        url=link.url,
        url_shown=f"{place.netloc}{place.path}",
        qr=printed_qr_svg(link.url, title="QR"),
        qr_alt=writer.own("qr-of-all", url=link.url),
        heading=writer.own("is-it-real"),
        check=writer.own("check-all", place=f"{place.netloc}/controleer"),
        notes=tuple(notes),
    )
