"""A folder with all that is public, to check badges away from us: written and read here.

Each file stands where its address says, so that a web server can serve the folder as it is:
`https://HOST/organisaties/x/did.json` is `organisaties/x/did.json`. What is at an address that is a folder
as well is `index.json` in that folder. `bundle.json` names each address with its file, its digest, and the
moment that it speaks of; `register.json` says who our organisations are.

`bundle.json` is written last, so a folder that was half written has the old one, or none. The digests find
damage, not forgery: whoever can change the folder decides what is genuine in it.
"""

import asyncio
import hashlib
import os
from collections.abc import Iterable, Sequence
from datetime import datetime
from pathlib import Path, PurePosixPath
from typing import Annotated, Final

from pydantic import AwareDatetime, BaseModel, ConfigDict, StringConstraints, ValidationError, field_validator
from pydantic.alias_generators import to_camel

from app.settings import SettingsError
from badges.dids import did_web_url
from badges.errors import KeyFormatError
from issuers.publishing.exporting import PublicFile
from verifier.errors import RegisterFileError
from verifier.needs import (
    Absence,
    Confirmed,
    Found,
    Identity,
    KnownIssuer,
    Missing,
    Need,
    Purpose,
    Withdrawal,
)
from verifier.recognition import Recognition
from verifier.registers import IssuerRegister, dump_register, read_register
from web.clock import Clock

CONTENTS: Final = "bundle.json"
REGISTER: Final = "register.json"
OF_A_FOLDER: Final = "index.json"

_ELSEWHERE: Final = Missing(Absence.ELDERS)
_UNREAD: Final = Missing(Absence.UNREAD)


class _Shape(BaseModel):
    """Be written in camelCase, and hold nothing else."""

    model_config = ConfigDict(frozen=True, extra="forbid", alias_generator=to_camel, populate_by_name=True)


class BundledFile(_Shape):
    """Say where in the folder something is, what it is, which bytes, and of when."""

    file: Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9._/-]+$")]
    media_type: str
    as_of: AwareDatetime
    sha256: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]

    @field_validator("file")
    @classmethod
    def _inside(cls, value: str) -> str:
        """Accept no path that leads out of the folder."""
        if not set(value.split("/")).isdisjoint({"", ".", ".."}):
            raise ValueError("a path inside the folder")
        return value


class Contents(_Shape):
    """Say what there is in a folder, of which service, as of when."""

    base_url: str
    as_of: AwareDatetime
    issuers: BundledFile
    files: dict[str, BundledFile]


def write_bundle(
    folder: Path, files: Iterable[PublicFile], *, register: IssuerRegister, base_url: str, as_of: datetime
) -> Contents:
    """Write everything into a folder; the same again gives the same bytes.

    Each file is whole or not there at all. What an earlier export left is no longer named.
    """
    public = list(files)
    places = _places([each.address.removeprefix(base_url) for each in public])
    listed = {each.address: _write(folder, place, each) for each, place in zip(public, places, strict=True)}
    raw = dump_register(register)
    listing = _write(folder, REGISTER, PublicFile(f"{base_url}/{REGISTER}", "application/json", raw, as_of))
    contents = Contents(base_url=base_url, as_of=as_of, issuers=listing, files=listed)
    _write_whole(folder / CONTENTS, contents.model_dump_json(by_alias=True, indent=1).encode())
    return contents


class BundleSources:
    """Answer the verifier from such a folder, as of when it was written; what is not in it is elsewhere."""

    def __init__(self, folder: Path, *, clock: Clock) -> None:
        """Read what is in the folder.

        Raises:
            SettingsError: it is not one that `export-public` wrote, or it is damaged.
        """
        self._folder = folder
        self._clock = clock
        self.contents = _read_contents(folder)
        self._register = self._read_register()

    async def fetch(self, need: Need) -> Found | Missing:
        """Give what the folder has, with the moment that it speaks of."""
        address = _address_of(need)
        named = self.contents.files.get(address)
        if named is None:
            return _ELSEWHERE
        raw = await asyncio.to_thread(_read, self._folder, named)
        if raw is None:
            return _UNREAD
        return Found(raw=raw, url=address, media_type=named.media_type, at=named.as_of)

    async def known_issuer(self, issuer: str) -> KnownIssuer | None:
        """Say which organisation of the service this was."""
        return self._register.find(issuer, on=self._clock.today())

    async def withdrawal(self, identity: Identity) -> Withdrawal | None:  # noqa: ARG002 - the port has it
        """Know of none: the status lists say which badges were withdrawn."""
        return None

    async def recognition(self, identity: Identity) -> Recognition | None:  # noqa: ARG002 - the port has it
        """Know of none: it is in the register of the service, and not in the folder."""
        return None

    async def confirmations(self, identity: Identity) -> tuple[Confirmed, ...]:  # noqa: ARG002 - as above
        """Know of none: they are in the register of the service too."""
        return ()

    def _read_register(self) -> IssuerRegister:
        raw = _read(self._folder, self.contents.issuers)
        try:
            return read_register(raw or b"", name=REGISTER)
        except RegisterFileError as error:
            raise SettingsError(f"{self._folder / REGISTER} klopt niet: {error.reason}.") from error


def _address_of(need: Need) -> str:
    """Tell at which address something is; nothing is at the address of a did that has none."""
    if need.purpose is Purpose.LINK or not need.address.startswith("did:"):
        return need.address
    try:
        return did_web_url(need.address)
    except KeyFormatError:
        return ""


def _places(paths: Sequence[str]) -> list[str]:
    """Give each path of an address its place; where others lie under it, that is in its folder."""
    own = [PurePosixPath(path.removeprefix("/")) for path in paths]
    folders = {parent for each in own for parent in each.parents}
    return [str(each / OF_A_FOLDER if each in folders else each) for each in own]


def _write(folder: Path, place: str, public: PublicFile) -> BundledFile:
    """Write a file, and say what was written."""
    _write_whole(folder / place, public.content)
    digest = hashlib.sha256(public.content).hexdigest()
    return BundledFile(file=place, media_type=public.media_type, as_of=public.at, sha256=digest)


def _write_whole(path: Path, content: bytes) -> None:
    """Write a file beside its place and put it there when it is whole."""
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}.{os.getpid()}.new")
    try:
        beside.write_bytes(content)
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)


def _read_contents(folder: Path) -> Contents:
    try:
        return Contents.model_validate_json((folder / CONTENTS).read_bytes())
    except OSError as error:
        raise SettingsError(
            f"{folder} is geen map die export-public schreef: {CONTENTS} is niet te lezen ({error.strerror})."
        ) from error
    except ValidationError as error:
        raise SettingsError(
            f"{folder / CONTENTS} is niet zoals export-public het schrijft. Maak de map opnieuw."
        ) from error


def _read(folder: Path, named: BundledFile) -> bytes | None:
    """Read a file, if it is there and still what was written."""
    try:
        raw = (folder / named.file).read_bytes()
    except OSError:
        return None
    return raw if hashlib.sha256(raw).hexdigest() == named.sha256 else None
