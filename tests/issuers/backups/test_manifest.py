"""What a backup says of itself, and what is seen of a backup that is not whole any more."""

from collections.abc import Callable
from pathlib import Path

import pytest

from issuers.backups.manifest import NAME, FileOf, Manifest, digest_of, files_in, read_whole
from issuers.errors import BackupUnreadableError
from tests.issuers.conftest import FRIDAY


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Give a small backup: two files and a manifest."""
    folder = tmp_path / "backup"
    (folder / "catalogue").mkdir(parents=True)
    (folder / "praktijkbewijs.db").write_bytes(b"rows")
    (folder / "catalogue" / "2027.json").write_bytes(b"{}")
    manifest = Manifest(
        program="1.0",
        migration="0046",
        made=FRIDAY,
        database="sqlite",
        base_url="https://bewijs.voorbeeld",
        journal={"here.jsonl": FileOf(3, "abc")},
        files=files_in(folder),
    )
    (folder / NAME).write_bytes(manifest.written())
    return folder


class TestReadWhole:
    """`read_whole` gives what a backup is of, or says which file is not what it was."""

    def test_gives_what_was_written(self, folder: Path) -> None:
        """Every member comes back, and the files by their path."""
        read = read_whole(folder)
        assert (FRIDAY, "0046", "https://bewijs.voorbeeld") == (read.made, read.migration, read.base_url)
        assert {"catalogue/2027.json", "praktijkbewijs.db"} == set(read.files)
        assert {"here.jsonl": FileOf(3, "abc")} == read.journal

    @pytest.mark.parametrize("name", ["praktijkbewijs.db", "catalogue/2027.json", NAME])
    def test_finds_every_byte_that_was_changed(self, folder: Path, name: str) -> None:
        """Of every file each byte, also of the manifest itself; the sentence names the file."""
        raw = (folder / name).read_bytes()
        for place in range(len(raw)):
            changed = bytearray(raw)
            changed[place] ^= 1
            (folder / name).write_bytes(changed)
            with pytest.raises(BackupUnreadableError) as refused:
                read_whole(folder)
            assert name in refused.value.nl or "andere versie" in refused.value.nl

    @pytest.mark.parametrize("name", ["praktijkbewijs.db", NAME])
    def test_refuses_what_was_cut_off(self, folder: Path, name: str) -> None:
        """A copy that stopped halfway."""
        raw = (folder / name).read_bytes()
        (folder / name).write_bytes(raw[:-1])
        with pytest.raises(BackupUnreadableError, match=name):
            read_whole(folder)

    @pytest.mark.parametrize(
        ("change", "said"),
        [
            (lambda folder: (folder / "praktijkbewijs.db").unlink(), "praktijkbewijs.db ontbreekt"),
            (lambda folder: (folder / NAME).unlink(), "geen back-up die af is"),
            (lambda folder: (folder / "extra").write_bytes(b""), "niet bij hoort: extra"),
            (lambda folder: (folder / NAME).write_bytes(b"[]"), "beschadigd"),
            (lambda folder: (folder / "link").symlink_to("/etc/passwd"), "niet bij hoort: link"),
        ],
        ids=["no file", "no manifest", "one too many", "other JSON", "a link"],
    )
    def test_says_what_is_wrong(self, folder: Path, change: Callable[[Path], object], said: str) -> None:
        """In a Dutch sentence, for whoever stands there with a backup and no service."""
        change(folder)
        with pytest.raises(BackupUnreadableError) as refused:
            read_whole(folder)
        assert said in refused.value.nl

    def test_refuses_a_folder_that_is_not_there(self, tmp_path: Path) -> None:
        """A typing error in the name."""
        with pytest.raises(BackupUnreadableError):
            read_whole(tmp_path / "nergens")


class TestDigestOf:
    def test_reads_no_further_than_it_is_asked(self, tmp_path: Path) -> None:
        """A journal grew since."""
        path = tmp_path / "here.jsonl"
        path.write_bytes(b"abc")
        before = digest_of(path)
        path.write_bytes(b"abcdef")
        assert before == digest_of(path, most=3)
        assert before != digest_of(path)
