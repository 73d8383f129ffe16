"""Opening the desk: the right database, the right keys, the right address."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from badges import strictjson
from badges.catalogue import embedded
from issuers.desk import IssuingDesk
from issuers.errors import BaseUrlError, KeyStoreError, RegisterError
from issuers.fsck import fsck
from issuers.issuing import IssuedBadge
from issuers.opening import open_desk, stored_base_url
from issuers.people import demo_praktijkopleider
from issuers.publishing import own_status_list
from web.clock import FixedClock


def reopen(data_dir: Path, clock: FixedClock, *, base_url: str = "https://bewijs.voorbeeld") -> IssuingDesk:
    """Start the service again on the same folder."""
    return open_desk(
        f"sqlite:///{data_dir}/praktijkbewijs.db",
        data_dir=data_dir,
        base_url=base_url,
        clock=clock,
        catalogue=embedded(),
    )


class TestOpenDesk:
    """`open_desk` starts, or says in a sentence why not."""

    def test_starts_on_an_empty_folder_and_again(self, tmp_path: Path, clock: FixedClock) -> None:
        """The second start finds what the first one made."""
        first = reopen(tmp_path / "new", clock)
        actor = demo_praktijkopleider(first)
        first.register.close()
        second = reopen(tmp_path / "new", clock)
        assert actor == demo_praktijkopleider(second)
        second.register.close()

    def test_takes_another_address_while_there_are_no_badges(self, data_dir: Path, clock: FixedClock) -> None:
        """Trying out at another port first is no mistake; the lists are published under the new address."""
        desk = reopen(data_dir, clock, base_url="http://localhost:8080")
        organisation_id = demo_praktijkopleider(desk).organisation_id
        address = desk.addresses.status_list(organisation_id, number=1)
        published = strictjson.loads_object(own_status_list(desk, address) or b"{}")
        assert (address, desk.addresses.did(organisation_id)) == (published["id"], published["issuer"])
        assert () == fsck(desk)
        desk.register.close()

    def test_refuses_another_address_once_badges_exist(
        self, desk: IssuingDesk, data_dir: Path, clock: FixedClock, give: Callable[..., IssuedBadge]
    ) -> None:
        """Every signature names the old one; the sentence says what to set."""
        give()
        with pytest.raises(BaseUrlError, match="PRAKTIJKBEWIJS_BASE_URL=https://bewijs"):
            reopen(data_dir, clock, base_url="https://anders.voorbeeld")

    def test_refuses_the_keys_of_another_database(self, data_dir: Path, clock: FixedClock) -> None:
        """Found at the start, not at the first badge."""
        kek = data_dir / "keys" / "kek"
        kek.chmod(0o600)
        kek.write_bytes(b"\x07" * 32)
        kek.chmod(0o400)
        with pytest.raises(KeyStoreError, match="belongs to this database"):
            reopen(data_dir, clock)

    def test_refuses_a_database_of_a_newer_version(self, data_dir: Path, clock: FixedClock) -> None:
        """Older code would lose what it does not know."""
        with closing(sqlite3.connect(data_dir / "praktijkbewijs.db")) as connection:
            connection.execute("UPDATE alembic_version SET version_num = '9999'")
            connection.commit()
        with pytest.raises(RegisterError, match=r"newer version \(9999\).*backup"):
            reopen(data_dir, clock)
        with pytest.raises(RegisterError, match="newer version"):
            stored_base_url(f"sqlite:///{data_dir}/praktijkbewijs.db")

    def test_refuses_the_database_of_another_program(self, tmp_path: Path, clock: FixedClock) -> None:
        """Nothing is written into it."""
        with closing(sqlite3.connect(tmp_path / "praktijkbewijs.db")) as connection:
            connection.execute("CREATE TABLE badge (tante TEXT)")
            with pytest.raises(RegisterError, match="another program"):
                reopen(tmp_path, clock)
            tables = connection.execute("SELECT name FROM sqlite_master").fetchall()
        assert [("badge",)] == tables

    def test_refuses_when_the_key_file_is_gone(self, data_dir: Path, clock: FixedClock) -> None:
        """A restored database without its key file says so."""
        (data_dir / "keys" / "kek").unlink()
        with pytest.raises(KeyStoreError, match="missing"):
            reopen(data_dir, clock)


class TestStoredBaseUrl:
    """`stored_base_url` tells which service a database belongs to, and makes none."""

    def test_tells_what_signatures_name(self, data_dir: Path) -> None:
        """A command that looks at a service need not be told its address."""
        assert "https://bewijs.voorbeeld" == stored_base_url(f"sqlite:///{data_dir}/praktijkbewijs.db")

    def test_makes_nothing_where_nothing_is(self, tmp_path: Path) -> None:
        """To look is not to start a service."""
        path = tmp_path / "praktijkbewijs.db"
        assert stored_base_url(f"sqlite:///{path}") is None
        assert not path.exists()
