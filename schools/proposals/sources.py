"""Say in the words of a person who told of a text: which document, of which day, and where it stands."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Final
from urllib.parse import quote

_EDITION: Final = re.compile(r" \(editie (?P<made>\d{4}-\d{2}-\d{2}), tekst [0-9a-f]+\)")
_FILE: Final = re.compile(
    r"github\.com/(?P<repository>[\w.-]+/[\w.-]+)@(?P<commit>[0-9a-f]{40})(?: \([^()]*\))? "
    r"(?P<path>[^;]*?)(?: p\.\d+)? ?\((?P<name>[^()]+)\)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Hold a source: how people call it, the day of our copy, where it stands, and all that was written."""

    name: str
    made: date | None
    href: str | None
    exact: str | None


def source_of(written: str) -> Source:
    """Read what stands with a match; what we know nothing better for stays as it is, and is its own name."""
    edition, file = _EDITION.search(written), _FILE.search(written)
    if edition is None and file is None:
        return Source(name=written, made=None, href=None, exact=None)
    return Source(
        name=file["name"] if file else _EDITION.sub("", written),
        made=date.fromisoformat(edition["made"]) if edition else None,
        href=_address(file) if file else None,
        exact=written,
    )


def _address(file: re.Match[str]) -> str:
    """Give the address of a file in a repository; of the whole repository then, where it is a folder."""
    at = f"https://github.com/{file['repository']}"
    path = file["path"]
    if path.endswith("/"):
        return f"{at}/tree/{file['commit']}"
    return f"{at}/blob/{file['commit']}/{quote(path)}"
