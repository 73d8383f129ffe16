"""Opening the desk: the right database, the right keys, the right address."""

from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import inspect

from badges import strictjson
from badges.catalogue import embedded
from issuers.audit.fsck import fsck
from issuers.database.transactions import open_register
from issuers.desk import IssuingDesk
from issuers.errors import BaseUrlError, KeyStoreError, RegisterError
from issuers.issuing.issuing import IssuedBadge
from issuers.opening import open_desk, stored_base_url
from issuers.people.members import demo_praktijkopleider
from issuers.publishing.documents import own_status_list
from tests.databases import Databases
from web.clock import FixedClock

Reopen = Callable[..., IssuingDesk]


@pytest.fixture
def reopen(clock: FixedClock, databases: Databases) -> Reopen:
    """Start the service again on the same folder."""

    def open_again(data_dir: Path, *, base_url: str = "https://bewijs.voorbeeld") -> IssuingDesk:
        return open_desk(
            databases.url(data_dir),
            data_dir=data_dir,
            base_url=base_url,
            clock=clock,
            catalogue=embedded(),
        )

    return open_again


class TestOpenDesk:
    """`open_desk` starts, or says in a sentence why not."""

    def test_starts_on_an_empty_folder_and_again(self, tmp_path: Path, reopen: Reopen) -> None:
        """The second start finds what the first one made."""
        first = reopen(tmp_path / "new")
        actor = demo_praktijkopleider(first)
        first.register.close()
        second = reopen(tmp_path / "new")
        assert actor == demo_praktijkopleider(second)
        second.register.close()

    def test_takes_another_address_while_there_are_no_badges(self, data_dir: Path, reopen: Reopen) -> None:
        """Trying out at another port first is no mistake; the lists are published under the new address."""
        desk = reopen(data_dir, base_url="http://localhost:8080")
        organisation_id = demo_praktijkopleider(desk).organisation_id
        address = desk.addresses.status_list(organisation_id, number=1)
        published = strictjson.loads_object(own_status_list(desk, address) or b"{}")
        assert (address, desk.addresses.did(organisation_id)) == (published["id"], published["issuer"])
        assert () == fsck(desk)
        desk.register.close()

    def test_refuses_another_address_once_badges_exist(
        self, desk: IssuingDesk, data_dir: Path, reopen: Reopen, give: Callable[..., IssuedBadge]
    ) -> None:
        """Every signature names the old one; the sentence says what to set."""
        give()
        with pytest.raises(BaseUrlError, match="PRAKTIJKBEWIJS_BASE_URL=https://bewijs"):
            reopen(data_dir, base_url="https://anders.voorbeeld")

    def test_refuses_the_keys_of_another_database(self, data_dir: Path, reopen: Reopen) -> None:
        """Found at the start, not at the first badge."""
        kek = data_dir / "keys" / "kek"
        kek.chmod(0o600)
        kek.write_bytes(b"\x07" * 32)
        kek.chmod(0o400)
        with pytest.raises(KeyStoreError, match="belongs to this database"):
            reopen(data_dir)

    def test_refuses_a_database_of_a_newer_version(
        self, data_dir: Path, reopen: Reopen, databases: Databases
    ) -> None:
        """Older code would lose what it does not know."""
        url = databases.url(data_dir)
        databases.tamper(url, "UPDATE alembic_version SET version_num = '9999'")
        with pytest.raises(RegisterError, match=r"newer version \(9999\).*backup"):
            reopen(data_dir)
        with pytest.raises(RegisterError, match="newer version"):
            stored_base_url(url)

    def test_refuses_the_database_of_another_program(
        self, tmp_path: Path, reopen: Reopen, databases: Databases
    ) -> None:
        """Nothing is written into it."""
        url = databases.url(tmp_path)
        databases.tamper(url, "CREATE TABLE badge (tante TEXT)")
        with pytest.raises(RegisterError, match="another program"):
            reopen(tmp_path)
        register = open_register(url)
        tables = inspect(register.engine).get_table_names()
        register.close()
        assert ["badge"] == tables

    def test_refuses_when_the_key_file_is_gone(self, data_dir: Path, reopen: Reopen) -> None:
        """A restored database without its key file says so."""
        (data_dir / "keys" / "kek").unlink()
        with pytest.raises(KeyStoreError, match="missing"):
            reopen(data_dir)


class TestStoredBaseUrl:
    """`stored_base_url` tells which service a database belongs to, and makes none."""

    def test_tells_what_signatures_name(self, data_dir: Path, databases: Databases) -> None:
        """A command that looks at a service need not be told its address."""
        assert "https://bewijs.voorbeeld" == stored_base_url(databases.url(data_dir))

    def test_makes_nothing_where_nothing_is(self, tmp_path: Path) -> None:
        """To look is not to start a service."""
        path = tmp_path / "praktijkbewijs.db"
        assert stored_base_url(f"sqlite:///{path}") is None
        assert not path.exists()
