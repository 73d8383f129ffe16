"""The folder with which badges are checked away from us."""

import asyncio
import hashlib
import json
import shutil
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from app.commands.demo import issue_examples
from app.commands.export_public import own_register
from app.main import create_app
from app.offline import CONTENTS, REGISTER, BundleSources, Contents, write_bundle
from app.settings import Settings, SettingsError
from badges import strictjson
from badges.factfinding import issuer_id
from issuers.desk import IssuingDesk
from issuers.publishing.exporting import PublicFile, public_files
from tests.app.serving import desk_of
from tests.fresh import fresh_in
from tests.once import Once
from tests.world import Here
from verifier.engine import Verifier
from verifier.needs import Absence, Found, Missing, Need, Purpose
from verifier.report import Report, State
from web.clock import FixedClock, SystemClock

ADDRESS = "http://localhost:8000"
NEVER = timedelta(0)
TWO_DAYS = timedelta(days=2)


@pytest.fixture(scope="module")
def client(once: Once) -> Iterator[TestClient]:
    """Run a demo."""
    folder = fresh_in(once.folder("offline"), once=once)
    app = create_app(Settings(mode="demo", base_url=ADDRESS, data_dir=folder))
    with TestClient(app, base_url=ADDRESS) as client:
        yield client


@pytest.fixture(scope="module")
def desk(client: TestClient) -> IssuingDesk:
    """Give its desk."""
    return desk_of(client)


@pytest.fixture(scope="module")
def badge(desk: IssuingDesk) -> bytes:
    """Give a badge of it."""
    _, badge = next(issue_examples(desk))
    return badge.raw


@pytest.fixture(scope="module")
def did(badge: bytes) -> str:
    """Give the did of its issuer."""
    return str(issuer_id(strictjson.loads_object(badge)))


@pytest.fixture(scope="module")
def written(desk: IssuingDesk, badge: bytes, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write its folder, after the badge was given."""
    return write(desk, tmp_path_factory.mktemp("written"))


@pytest.fixture
def folder(written: Path, tmp_path: Path) -> Path:
    """Give a folder to break."""
    return Path(shutil.copytree(written, tmp_path / "folder"))


def some_files(desk: IssuingDesk) -> list[PublicFile]:
    """Give all that is public now, and of the many texts of werkprocessen those of one kwalificatie."""
    files = public_files(desk)
    return [each for each in files if "/werkprocessen/" not in each.address or "/25743/" in each.address]


def write(desk: IssuingDesk, folder: Path) -> Path:
    """Write a folder as of now."""
    write_bundle(
        folder,
        some_files(desk),
        register=own_register(desk),
        base_url=desk.base_url,
        as_of=desk.clock.now(),
    )
    return folder


def contents_of(folder: Path) -> Contents:
    """Read what a folder says of itself."""
    return Contents.model_validate_json((folder / CONTENTS).read_bytes())


def opened(folder: Path, *, later: timedelta = NEVER) -> BundleSources:
    """Open a folder at the moment that it speaks of, or later."""
    return BundleSources(folder, clock=FixedClock(contents_of(folder).as_of + later))


def fetched(folder: Path, address: str, *, purpose: Purpose = Purpose.KEY) -> Found | Missing:
    """Fetch something from a folder."""
    return asyncio.run(opened(folder).fetch(Need(purpose, address)))


def report(folder: Path, raw: bytes, *, later: timedelta = NEVER) -> Report:
    """Verify with nothing but a folder."""
    sources = opened(folder, later=later)
    clock = FixedClock(contents_of(folder).as_of + later)
    verifier = Verifier(sources=sources, clock=clock, workers=Here())
    try:
        return asyncio.run(verifier.verify(raw))
    finally:
        verifier.close()


def edited(folder: Path, change: Callable[[Any], None]) -> Path:
    """Change what the folder says of itself."""
    said = json.loads((folder / CONTENTS).read_text())
    change(said)
    (folder / CONTENTS).write_text(json.dumps(said))
    return folder


class TestWriteBundle:
    """`write_bundle` lays everything out by its address."""

    def test_can_be_served_as_it_is(self, written: Path, client: TestClient) -> None:
        """Each file is what the service itself gives there; only a werkproces it shows as a page."""
        for address, said in contents_of(written).files.items():
            if "/werkprocessen/" not in address:
                answer = client.get(address)
                assert (written / said.file).read_bytes() == answer.content, address
                assert said.media_type == answer.headers["content-type"], address

    def test_puts_each_where_its_address_says(self, written: Path) -> None:
        """What is a folder as well is `index.json` in it, and nothing else is."""
        for address, said in contents_of(written).files.items():
            path = address.removeprefix(f"{ADDRESS}/")
            is_folder = (written / path).is_dir()
            assert said.file == (f"{path}/index.json" if is_folder else path)

    def test_says_what_is_in_each(self, written: Path) -> None:
        """By its SHA-256; and there is no file that is not named."""
        contents = contents_of(written)
        named = {each.file: each.sha256 for each in (*contents.files.values(), contents.issuers)}
        found = {
            str(path.relative_to(written)): hashlib.sha256(path.read_bytes()).hexdigest()
            for path in written.rglob("*")
            if path.is_file() and path.name != CONTENTS
        }
        assert named == found

    def test_gives_the_same_again(self, desk: IssuingDesk, tmp_path: Path) -> None:
        """The same service at the same moment, written over it or beside it, byte for byte."""
        files, register = some_files(desk), own_register(desk)
        as_of = desk.clock.now()
        for name in ("a", "b", "a"):
            write_bundle(tmp_path / name, files, register=register, base_url=desk.base_url, as_of=as_of)
        first, second = (
            {
                path.relative_to(tmp_path / name): path.read_bytes()
                for path in (tmp_path / name).rglob("*.json")
            }
            for name in ("a", "b")
        )
        assert first == second

    def test_leaves_the_old_folder_readable_when_it_breaks_off(
        self, folder: Path, desk: IssuingDesk, badge: bytes
    ) -> None:
        """Half an export changes nothing of what the folder says of itself, and leaves nothing half."""

        def breaking() -> Iterator[Any]:
            yield from some_files(desk)[:3]
            raise KeyboardInterrupt

        before = (folder / CONTENTS).read_bytes()
        with pytest.raises(KeyboardInterrupt):
            write_bundle(
                folder,
                breaking(),
                register=own_register(desk),
                base_url=desk.base_url,
                as_of=desk.clock.now(),
            )
        assert before == (folder / CONTENTS).read_bytes()
        assert [] == list(folder.rglob("*.new"))
        assert report(folder, badge).state is State.VALID


class TestBundleSources:
    """`BundleSources` answers the verifier from a folder."""

    def test_is_enough_to_check_a_badge(self, written: Path, badge: bytes) -> None:
        """Keys, list and register: genuine, and the issuer is known."""
        found = report(written, badge)
        assert (State.VALID, "Magazijn De Maas") == (
            found.state,
            found.known_issuer and found.known_issuer.name,
        )

    def test_says_of_when_it_speaks(self, written: Path, badge: bytes) -> None:
        """Two days later the list is too old to say that nothing was withdrawn."""
        found = report(written, badge, later=TWO_DAYS)
        assert (State.STALE, contents_of(written).as_of.date()) == (
            found.state,
            found.list_of and found.list_of.date(),
        )

    def test_gives_each_thing_with_its_moment(self, written: Path, did: str) -> None:
        """A did by the address of its document, all else by its own."""
        address = f"{ADDRESS}/organisaties/{did.rpartition(':')[2]}/did.json"
        by_did, by_address = fetched(written, did), fetched(written, address)
        assert by_did == by_address
        assert isinstance(by_did, Found)
        assert by_did.at == contents_of(written).files[address].as_of

    @pytest.mark.parametrize(
        "address",
        [
            f"{ADDRESS}/organisaties/niemand/did.json",
            "did:web:elders.voorbeeld",
            "did:web:",
            "did:key:z6Mk",
            "https://elders.voorbeeld/did.json",
            "../../etc/passwd",
            "",
        ],
    )
    def test_cannot_say_of_what_is_not_in_it(self, written: Path, address: str) -> None:
        """Not there is not the same as: does not exist."""
        assert fetched(written, address) == Missing(Absence.ELDERS)

    @pytest.mark.parametrize("content", [b"", b"{}", None])
    def test_gives_nothing_that_was_changed(self, folder: Path, did: str, content: bytes | None) -> None:
        """A file that is not the one that was written is no answer."""
        file = folder / "organisaties" / did.rpartition(":")[2] / "did.json"
        file.unlink()
        if content is not None:
            file.write_bytes(content)
        assert fetched(folder, did) == Missing(Absence.UNREAD)

    def test_knows_our_organisations(self, written: Path, did: str) -> None:
        """Who was ours when it was written; nobody else, and nothing is known to be withdrawn."""
        sources = opened(written)
        known = asyncio.run(sources.known_issuer(did))
        assert known is not None
        assert ("Magazijn De Maas", "leerbedrijf") == (known.name, known.kind)
        assert asyncio.run(sources.known_issuer(f"{did}:x")) is None

    def test_refuses_a_folder_that_is_none(self, tmp_path: Path) -> None:
        """It says what should be there."""
        with pytest.raises(SettingsError, match=r"geen map die export-public schreef: bundle\.json"):
            BundleSources(tmp_path, clock=SystemClock())

    @pytest.mark.parametrize("file", ["../x.json", "/etc/passwd", "a/../../x", "a//b", "./a", "", "a\\b"])
    def test_refuses_a_path_that_leads_out(self, folder: Path, file: str) -> None:
        """Nothing outside the folder is read."""
        edited(folder, lambda said: said["issuers"].update(file=file))
        with pytest.raises(SettingsError, match="niet zoals export-public het schrijft"):
            BundleSources(folder, clock=SystemClock())

    @pytest.mark.parametrize(
        "change",
        [
            lambda said: said.update(version=2),
            lambda said: said.pop("asOf"),
            lambda said: said["issuers"].update(sha256="x"),
            lambda said: said["issuers"].update(asOf="2026-06-26T14:05:00"),
        ],
    )
    def test_refuses_what_it_does_not_know(self, folder: Path, change: Callable[[Any], None]) -> None:
        """Strict, as with everything that is read."""
        with pytest.raises(SettingsError, match="niet zoals export-public het schrijft"):
            BundleSources(edited(folder, change), clock=SystemClock())

    def test_refuses_a_damaged_register(self, folder: Path) -> None:
        """Better no answer than one that calls a known issuer unknown."""
        (folder / REGISTER).write_bytes(b"{}")
        with pytest.raises(SettingsError, match=r"register\.json klopt niet"):
            opened(folder)
