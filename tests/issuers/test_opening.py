"""Opening the desk: the right database, the right keys, the right address."""

from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import inspect
from sqlmodel import Session, select

from badges import strictjson
from badges.catalogue import embedded
from badges.judgement import Judgement
from issuers.audit.fsck import fsck
from issuers.database.scopes import WHOLE_SERVICE
from issuers.database.transactions import open_register
from issuers.desk import IssuingDesk
from issuers.errors import BaseUrlError, KeyStoreError, LostRegisterError, RegisterError, SealedError
from issuers.issuing.issuing import IssuedBadge, issue
from issuers.issuing.revoking import revoke
from issuers.issuing.tables import RevocationReason
from issuers.keys.managing import list_keys, rotate_key, sealed_because, withdraw_key
from issuers.keys.tables import SEALABLE, Key, KeyPurpose
from issuers.keystore.encryption import KeyEncryptionKey
from issuers.keystore.places import FilePlace
from issuers.keystore.store import KeyLabel
from issuers.marking.mark_key import open_mark_key
from issuers.opening import open_desk, stored_base_url
from issuers.organisations.demo import demo_praktijkopleider
from issuers.organisations.founding import NewOrganisation, create_organisation
from issuers.organisations.tables import Instance
from issuers.people.permissions import Actor, operator
from issuers.publishing.documents import own_status_list
from tests.databases import ON_BOTH, ON_SQLITE, Databases
from web.clock import FixedClock

pytestmark = ON_BOTH

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

    @ON_SQLITE
    @pytest.mark.parametrize("left", [None, b""], ids=["gone", "empty"])
    def test_begins_nothing_beside_the_keys_of_another(
        self, tmp_path: Path, reopen: Reopen, left: bytes | None
    ) -> None:
        """The disk with the database did not come up."""
        reopen(tmp_path).register.close()
        for file in tmp_path.glob("praktijkbewijs.db*"):
            file.unlink()
        if left is not None:
            (tmp_path / "praktijkbewijs.db").write_bytes(left)
        with pytest.raises(LostRegisterError):
            reopen(tmp_path)

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

    def test_refuses_the_list_keys_of_another_database(self, data_dir: Path, reopen: Reopen) -> None:
        """Found at the start, not when the first list gets old."""
        _put_another(data_dir / "keys" / "kek-lists")
        with pytest.raises(KeyStoreError, match="another one"):
            reopen(data_dir)

    def test_starts_sealed_without_the_key_of_what_signs_badges(
        self, data_dir: Path, reopen: Reopen, give: Callable[..., IssuedBadge], judgement: Judgement
    ) -> None:
        """What was given can be withdrawn and lists stay fresh; nothing is signed until it is back."""
        badge = give()
        kek = data_dir / "keys" / "kek"
        kek.rename(kek.with_name("away"))
        desk = reopen(data_dir)
        actor = demo_praktijkopleider(desk)
        assert "missing" in str(sealed_because(desk))
        with pytest.raises(SealedError):
            issue(desk, judgement, actor=actor, idempotency_key="verzegeld")
        revoke(desk, badge.id, actor=actor, reason=RevocationReason.VERGISSING)
        assert not kek.exists()
        kek.with_name("away").rename(kek)
        assert sealed_because(desk) is None
        assert issue(desk, judgement, actor=actor, idempotency_key="verzegeld").raw
        desk.register.close()

    def test_makes_no_key_while_it_is_sealed_by_another_key(
        self, data_dir: Path, reopen: Reopen, actor: Actor
    ) -> None:
        """What that one wrapped would be lost once the mistake is found."""
        _put_another(data_dir / "keys" / "kek")
        sealed = reopen(data_dir)
        beheerder = operator(actor.organisation_id, now=sealed.clock.now())
        with pytest.raises(SealedError, match="another one"):
            create_organisation(sealed, NewOrganisation(name="Bakkerij Het Anker", facts=()))
        with pytest.raises(SealedError, match="another one"):
            rotate_key(sealed, KeyPurpose.TOKEN, actor=beheerder)
        assert "another one" in str(sealed_because(sealed))
        rotate_key(sealed, KeyPurpose.LIST, actor=beheerder)
        sealed.register.close()

    def test_distrusts_a_key_while_it_is_sealed(
        self, data_dir: Path, reopen: Reopen, actor: Actor, judgement: Judgement
    ) -> None:
        """Whoever has the key must not be trusted so much longer; the next badge has a key of its own."""
        kek = data_dir / "keys" / "kek"
        kept = kek.rename(kek.with_name("away"))
        desk = reopen(data_dir)
        beheerder = operator(actor.organisation_id, now=desk.clock.now())
        stolen = next(key for key in list_keys(desk, actor=beheerder) if key.purpose is KeyPurpose.ASSERTION)
        assert withdraw_key(desk, stolen.id, actor=beheerder) is None
        kept.rename(kek)
        badge = issue(desk, judgement, actor=actor, idempotency_key="daarna")
        assert stolen.multikey.encode() not in badge.raw
        assert () == fsck(desk)
        desk.register.close()

    def test_starts_sealed_with_another_key(self, data_dir: Path, reopen: Reopen) -> None:
        """A wrong key opens nothing, and is told from a missing one."""
        _put_another(data_dir / "keys" / "kek")
        desk = reopen(data_dir)
        assert "another one" in str(sealed_because(desk))
        desk.register.close()

    def test_parts_the_keys_of_an_older_database(
        self, desk: IssuingDesk, data_dir: Path, reopen: Reopen
    ) -> None:
        """There all keys were wrapped by one; now the lists can do without it."""
        _wrap_as_before(desk, data_dir / "keys")
        reopen(data_dir).register.close()
        (data_dir / "keys" / "kek").unlink()
        later = reopen(data_dir)
        assert {"key-sealed"} == {finding.code for finding in fsck(later)}
        later.register.close()

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

    def test_refuses_when_the_key_file_of_lists_is_gone(self, data_dir: Path, reopen: Reopen) -> None:
        """A restored database without its key file says so."""
        (data_dir / "keys" / "kek-lists").unlink()
        with pytest.raises(KeyStoreError, match="missing"):
            reopen(data_dir)


def _put_another(path: Path) -> None:
    """Put another key in the place of this one."""
    path.unlink()
    FilePlace(path).furnish()


def _wrap_as_before(desk: IssuingDesk, keys: Path) -> None:
    """Wrap all keys by the one key that there was, in rows that do not name it."""
    kek, lists = (KeyEncryptionKey((keys / name).read_bytes()) for name in ("kek", "kek-lists"))

    def work(session: Session) -> None:
        for key in session.exec(select(Key)).all():
            label = KeyLabel.of(key).dumps()
            opens = kek if key.purpose in SEALABLE else lists
            key.wrapped, key.wrapped_by = kek.wrap(opens.unwrap(key.wrapped, label=label), label=label), None
        row = session.get_one(Instance, 1)
        row.challenge_key, row.challenge_wrapped_by = open_mark_key(row, desk=desk), None

    desk.register.write(work, within=WHOLE_SERVICE)
    (keys / "kek-lists").unlink()


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
