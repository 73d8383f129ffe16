"""The programs of PostgreSQL: which are used, how, and what is said when they are not there."""

from pathlib import Path

import pytest
import sqlalchemy
from sqlalchemy import make_url

from issuers.backups import programs
from issuers.errors import BackupToolError

_SPY = """#!/bin/sh
if [ "$1" = --version ]; then echo "{name} (PostgreSQL) {version}"; exit 0; fi
echo "$@" > {folder}/said
echo "$PGPASSWORD" > {folder}/password
echo "{name}: error: no such host" >&2
echo "DETAIL: Wim Verdwenen" >&2
exit 1
"""
URL = make_url("postgresql://praktijkbewijs:heel%20geheim@server/register")
IN_QUERY = make_url("postgresql://praktijkbewijs@server/register?password=heel%20geheim")


def _put(folder: Path, *, name: str, version: str) -> None:
    (folder / name).write_text(_SPY.format(name=name, version=version, folder=folder))
    (folder / name).chmod(0o700)


class TestDump:
    """`dump` starts pg_dump of a version that knows the server, and nothing else."""

    def test_says_that_the_program_is_not_there(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """And what to install."""
        monkeypatch.setenv("PATH", str(tmp_path))
        with pytest.raises(BackupToolError) as refused:
            programs.dump(URL, to=tmp_path / "dump", server=18)
        assert "postgresql-client" in refused.value.nl

    @pytest.mark.parametrize("version", ["15.18", "9.6.1", "?"])
    def test_refuses_one_that_is_older_than_the_server(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, version: str
    ) -> None:
        """It would refuse itself, in English and halfway."""
        monkeypatch.setenv("PATH", str(tmp_path), prepend=":")
        _put(tmp_path, name="pg_dump", version=version)
        with pytest.raises(BackupToolError) as refused:
            programs.dump(URL, to=tmp_path / "dump", server=18)
        assert "ouder dan de PostgreSQL-server (18)" in refused.value.nl
        assert not (tmp_path / "said").exists()

    @pytest.mark.parametrize("url", [URL, IN_QUERY], ids=["before the server", "in the query"])
    def test_shows_the_password_to_no_other_user(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, url: sqlalchemy.URL
    ) -> None:
        """It is in the environment of the program, never on its command line, and rows are not told on."""
        monkeypatch.setenv("PATH", str(tmp_path), prepend=":")
        _put(tmp_path, name="pg_dump", version="18.4")
        with pytest.raises(BackupToolError) as refused:
            programs.dump(url, to=tmp_path / "dump", server=18)
        said = (tmp_path / "said").read_text()
        assert "geheim" not in said
        assert "postgresql://praktijkbewijs@server/register" in said
        assert (tmp_path / "password").read_text() == "heel geheim\n"
        assert "no such host" in str(refused.value)
        assert "Verdwenen" not in str(refused.value)


class TestReadThrough:
    def test_refuses_what_is_no_dump(self, tmp_path: Path) -> None:
        """A file that was cut off at its beginning."""
        (tmp_path / "dump").write_bytes(b"PGDMP")
        with pytest.raises(BackupToolError):
            programs.read_through(tmp_path / "dump")
