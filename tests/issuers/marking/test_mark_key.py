"""The key that marks things as ours, as it lies in the register."""

from pathlib import Path

import pytest
from sqlmodel import Session

from issuers.database.scopes import WHOLE_SERVICE
from issuers.desk import IssuingDesk
from issuers.errors import KeyStoreError
from issuers.keystore.places import FilePlace
from issuers.marking.mark_key import keep_mark_key, opens, replace_closed_mark_key
from issuers.marking.marks import mark
from issuers.organisations.tables import Instance
from tests.issuers.people.test_code_secrets import opened_again

SAID = b"31612345678"


def keep(desk: IssuingDesk, *, key: bytes | None = None) -> bytes:
    """Keep the key, or this one as it lay there before keys were wrapped; give what lies there now."""

    def work(session: Session) -> bytes:
        row = session.get_one(Instance, 1)
        if key:
            row.challenge_key, row.challenge_wrapped_by = key, None
        keep_mark_key(row, desk=desk)
        return row.challenge_key or b""

    return desk.register.write(work, within=WHOLE_SERVICE)


class TestKeepMarkKey:
    """`keep_mark_key` wraps the key, and keeps it."""

    def test_wraps_one_of_before(self, desk: IssuingDesk) -> None:
        """It stays the same key, and does not lie there any more."""
        stored = keep(desk, key=bytes(range(32)))
        assert bytes(range(32)) not in stored
        before = "b98a24fd"  # HMAC-SHA256 by that key
        assert before == mark(desk, SAID).hex()[:8]

    def test_changes_nothing_that_is_wrapped(self, desk: IssuingDesk) -> None:
        """A start of the service is no reason."""
        assert keep(desk) == keep(desk)

    def test_follows_the_key_that_wraps(self, desk: IssuingDesk, data_dir: Path) -> None:
        """Marks of before stay good, also when the old one is gone."""
        before, place = mark(desk, SAID), FilePlace(data_dir / "keys" / "kek-lists")
        place.prepare()
        keep(desk)
        place.promote()
        place.old.unlink()
        assert before == mark(opened_again(desk, data_dir), SAID)


class TestReplaceClosedMarkKey:
    """`replace_closed_mark_key` goes on where the key does not open."""

    def test_marks_anew(self, desk: IssuingDesk, data_dir: Path) -> None:
        """Without the key that wraps it nothing is marked; then with a new one, and otherwise."""
        before = mark(desk, SAID)
        (data_dir / "keys" / "kek-lists").unlink()
        lost = opened_again(desk, data_dir)
        assert not opens(lost)
        with pytest.raises(KeyStoreError):
            mark(lost, SAID)
        lost.key_store.furnish()
        replace_closed_mark_key(lost)
        assert opens(lost)
        assert before != mark(lost, SAID)

    def test_leaves_one_that_opens(self, desk: IssuingDesk) -> None:
        """Forms that lie open do something."""
        before = mark(desk, SAID)
        replace_closed_mark_key(desk)
        assert before == mark(desk, SAID)
