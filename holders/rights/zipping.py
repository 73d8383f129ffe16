"""Write a zip that is sent while it is made: nothing is kept, and no more than one file stands in memory."""

import io
import re
import unicodedata
import zipfile
from datetime import datetime
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from typing_extensions import Buffer

_MOST_OF_A_NAME: Final = 40


class Zipping:
    """Take files, and give the bytes of the zip as far as they are there."""

    def __init__(self, *, at: datetime) -> None:
        """Begin; `at` is the moment that each file names."""
        self._pipe = _Pipe()
        self._archive = zipfile.ZipFile(self._pipe, "w")
        self._at = at.timetuple()[:6]

    @property
    def length(self) -> int:
        """Tell how many bytes there are so far."""
        return self._pipe.length

    def add(self, name: str, content: bytes) -> bytes:
        """Add a file; give what can be sent now."""
        entry = zipfile.ZipInfo(name, date_time=self._at)
        self._archive.writestr(entry, content, zipfile.ZIP_DEFLATED)
        return self._pipe.take()

    def close(self) -> bytes:
        """End it; give the rest."""
        self._archive.close()
        return self._pipe.take()


def folder_of(number: int, title: str) -> str:
    """Name the folder of a badge, so that every machine takes it."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().casefold()
    slug = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:_MOST_OF_A_NAME].strip("-")
    return f"{number:02}-{slug or 'bewijs'}"


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
