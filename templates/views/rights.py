"""What the pages show of what is stored of a holder: to read it, take it along and erase it."""

from dataclasses import dataclass
from datetime import date

from templates.views.pieces import Frame, Problem


@dataclass(frozen=True, kw_only=True)
class Stored:
    """Fill `mijn-gegevens`: what is stored about who keeps badges, and the way to have it all."""

    frame: Frame
    count: int  # badges that he keeps
    givers: tuple[str, ...]  # organisations
    since: date
    seen: date
    devices: tuple[str, ...]  # which browser on what; empty where it did not say
    has_card: bool
    passkeys: int
    addresses: tuple[str, ...]  # a hint of each
    shares: int  # links that he made
    foreign: int  # badges that he got elsewhere
    seconds: int  # so long the zip takes
    download_href: str
    erase_href: str
    back_href: str


@dataclass(frozen=True, kw_only=True)
class FolderBadge:
    """Show a badge in the page of a zip; `files` are there, none where it did not fit."""

    title: str
    issuer: str
    url: str | None  # its page here; None of what was given elsewhere
    is_withdrawn: bool
    files: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Folder:
    """Fill `map`: the page that goes along in a zip of all that somebody keeps."""

    frame: Frame
    made: date
    badges: tuple[FolderBadge, ...]
    check_url: str


@dataclass(frozen=True, kw_only=True)
class HolderErasing:
    """Fill `bewijzen-weg`: what goes, what stays, and whether he is sure."""

    frame: Frame
    count: int  # badges that he keeps
    action: str  # POST
    back_href: str
    problems: tuple[Problem, ...] = ()
