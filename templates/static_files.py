"""Give static files names that hold their digest, so that a browser may keep them for ever.

The files stand in static/. The small badge picture of each field (`velden/zorg.svg`) is drawn when first
asked for.
A style sheet's own `url("...")` and what a script imports from beside it are rewritten to the hashed address.
"""

import gzip
import hashlib
import mimetypes
import re
from collections.abc import Callable, Mapping
from functools import cache, partial
from pathlib import Path, PurePosixPath
from typing import Final

from templates.documents.badge import FIELDS, badge_svg_small
from templates.documents.emblems import SIGNS, sign_svg
from templates.errors import StaticFileError

PREFIX: Final = "/static/"

_FOLDER: Final = Path(__file__).parent / "static"
_DRAWN: Final[Mapping[str, Callable[[], str]]] = {
    **{f"velden/{field}.svg": partial(badge_svg_small, field) for field in FIELDS},
    **{f"tekens/{sign}.svg": partial(sign_svg, sign) for sign in SIGNS},
}
_URL: Final = re.compile(r'url\("(?!data:|/|https?:)([^"#?]+)"\)')
_IMPORT: Final = re.compile(r'import\("\./([^"]+)"\)')
_MEDIA_TYPES: Final = {".woff2": "font/woff2", ".js": "text/javascript", ".svg": "image/svg+xml"}
_TEXT: Final = frozenset({"text/css", "text/javascript", "text/plain"})
_PACKED: Final = frozenset({".css", ".js", ".svg", ".txt"})


def static_url(name: str) -> str:
    """Give the address of a static file: look.css -> /static/look.1a2b3c4d5e6f.css.

    Raises:
        StaticFileError: there is no such file.
    """
    return PREFIX + _hashed(name)


def static_file(hashed_name: str) -> tuple[bytes, str] | None:
    """Give the bytes and the media type behind the part of an address after /static/, or None."""
    name = _names().get(hashed_name)
    return None if name is None else (_content(name), media_type(name))


@cache
def packed_file(hashed_name: str) -> bytes | None:
    """Give the same bytes as gzip; None where that makes them no smaller, or there is no such file."""
    name = _names().get(hashed_name)
    if name is None or Path(name).suffix not in _PACKED:
        return None
    packed = gzip.compress(_content(name), mtime=0)
    return packed if len(packed) < len(_content(name)) else None


def static_bytes(name: str) -> bytes:
    """Give a static file itself, for what has an address of its own.

    Raises:
        StaticFileError: there is no such file.
    """
    return _content(name)


def media_type(name: str) -> str:
    """Tell the media type of a file by its ending."""
    suffix = Path(name).suffix
    found = _MEDIA_TYPES.get(suffix) or mimetypes.types_map.get(suffix, "application/octet-stream")
    return f"{found}; charset=utf-8" if found in _TEXT else found


@cache
def _names() -> dict[str, str]:
    files = [path.relative_to(_FOLDER).as_posix() for path in sorted(_FOLDER.rglob("*")) if path.is_file()]
    return {_hashed(name): name for name in [*_DRAWN, *files]}


@cache
def _hashed(name: str) -> str:
    digest = hashlib.sha256(_content(name)).hexdigest()[:12]
    stem, dot, suffix = name.rpartition(".")
    return f"{stem}.{digest}{dot}{suffix}"


@cache
def _content(name: str) -> bytes:
    if name in _DRAWN:
        return _DRAWN[name]().encode()
    path = _FOLDER / name
    if not path.is_file() or not path.resolve().is_relative_to(_FOLDER.resolve()):
        raise StaticFileError(name)
    raw = path.read_bytes()
    if path.suffix == ".css":
        return _with_hashed_urls(raw.decode()).encode()
    if path.suffix == ".js":
        return _with_hashed_imports(raw.decode(), folder=PurePosixPath(name).parent).encode()
    return raw


def _with_hashed_urls(style_sheet: str) -> str:
    return _URL.sub(lambda found: f'url("{static_url(found[1])}")', style_sheet)


def _with_hashed_imports(script: str, *, folder: PurePosixPath) -> str:
    return _IMPORT.sub(lambda found: f'import("{static_url(str(folder / found[1]))}")', script)
