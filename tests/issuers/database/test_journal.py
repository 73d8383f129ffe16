"""The journal: on the disk before anything counts, and readable after a crash."""

import stat
from pathlib import Path

import pytest
from sqlmodel import Session

from issuers.database.journal import Journal, note, read_journals
from issuers.database.scopes import WHOLE_SERVICE
from issuers.database.transactions import Register, open_register
from issuers.errors import RegisterError


def _file_in(folder: Path) -> Path:
    [path] = folder.iterdir()
    return path


class TestAppend:
    """`append` makes a file longer, and nothing else."""

    def test_gives_back_what_was_written(self, tmp_path: Path) -> None:
        """The oldest first, from the files of all machines; for nobody else to read."""
        Journal(tmp_path / "j").append([{"kind": "b", "at": "2026-06-27"}, {"kind": "a", "at": "2026-06-26"}])
        other = tmp_path / "j" / "elders.jsonl"
        _file_in(tmp_path / "j").rename(other)
        Journal(tmp_path / "j").append([{"kind": "c", "at": "2026-06-25"}])
        read = read_journals(tmp_path / "j")
        assert (["c", "a", "b"], 0) == ([each["kind"] for each in read.entries], read.unreadable)
        assert stat.S_IMODE(other.stat().st_mode) == 0o600
        assert stat.S_IMODE(other.parent.stat().st_mode) == 0o700

    @pytest.mark.parametrize("left", range(1, 29, 4))
    def test_goes_on_after_a_line_that_a_crash_cut_off(self, tmp_path: Path, left: int) -> None:
        """That one is not read, and was never committed; all others are."""
        journal = Journal(tmp_path)
        journal.append([{"kind": "a"}])
        path = _file_in(tmp_path)
        whole = path.read_bytes()
        path.write_bytes(whole + whole[:left])
        journal.append([{"kind": "b"}])
        read = read_journals(tmp_path)
        assert (["a", "b"], 1) == ([each["kind"] for each in read.entries], read.unreadable)

    def test_says_that_it_cannot_be_written(self, tmp_path: Path) -> None:
        """A file stands where the folder should be."""
        (tmp_path / "j").write_text("")
        with pytest.raises(RegisterError, match="journal"):
            Journal(tmp_path / "j").append([{"kind": "a"}])


class TestNote:
    """What a transaction noted is in the journal before it commits."""

    @pytest.fixture
    def register(self, tmp_path: Path) -> Register:
        """Open a database with a journal."""
        return open_register(f"sqlite:///{tmp_path}/x.db", journal=Journal(tmp_path / "j"))

    def test_is_written_with_what_is_committed(self, register: Register, tmp_path: Path) -> None:
        """Once, and of a transaction that noted nothing there is nothing."""
        register.write(lambda session: note(session, {"kind": "a"}), within=WHOLE_SERVICE)
        register.write(lambda _: None, within=WHOLE_SERVICE)
        assert ["a"] == [each["kind"] for each in read_journals(tmp_path / "j").entries]
        register.close()

    def test_is_not_written_of_what_never_was(self, register: Register, tmp_path: Path) -> None:
        """The work failed after it noted something."""

        def fail(session: Session) -> None:
            note(session, {"kind": "a"})
            raise ValueError("no")

        with pytest.raises(ValueError, match="no"):
            register.write(fail, within=WHOLE_SERVICE)
        assert () == read_journals(tmp_path / "j").entries
        register.close()

    def test_stops_what_cannot_be_written_down(self, register: Register, tmp_path: Path) -> None:
        """Nothing is committed of which the journal does not know."""
        (tmp_path / "j").write_text("")

        def work(session: Session) -> None:
            session.connection().exec_driver_sql("CREATE TABLE made (x INTEGER)")
            note(session, {"kind": "a"})

        with pytest.raises(RegisterError):
            register.write(work, within=WHOLE_SERVICE)
        found = register.read(
            lambda session: (
                session.connection().exec_driver_sql("SELECT 1 FROM sqlite_master WHERE name='made'").first()
            ),
            within=WHOLE_SERVICE,
        )
        assert found is None
        register.close()
