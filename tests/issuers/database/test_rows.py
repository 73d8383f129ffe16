"""Many rows in one statement: what is written so, reads as what was written one by one."""

from datetime import datetime, timedelta, timezone
from uuid import UUID

import pytest
from sqlmodel import Session, col, select

from issuers.database.rows import Values, insert_all, update_all
from issuers.database.scopes import WHOLE_SERVICE
from issuers.desk import IssuingDesk
from issuers.issuing.tables import StatusList
from issuers.people.permissions import Actor

MORNING = datetime(2026, 6, 26, 9, 30, tzinfo=timezone(timedelta(hours=2)))


def rows(actor: Actor) -> list[Values]:
    """Say what is in three rows; the first two have a moment together."""
    moments = (MORNING, MORNING, MORNING + timedelta(days=1))
    return [
        {
            "id": UUID(int=number),
            "organisation_id": actor.organisation_id,
            "number": 100 + number,
            "raw": bytes([number]),
            "published_at": moment,
            "valid_until": MORNING,
        }
        for number, moment in enumerate(moments)
    ]


def stored(session: Session) -> list[StatusList]:
    """Read them by their number."""
    found = select(StatusList).where(col(StatusList.number) >= 100)
    return [*session.exec(found.order_by(col(StatusList.number)))]


class TestInsertAll:
    """`insert_all` adds rows of one table."""

    def test_stores_each_value_as_its_column_does(self, desk: IssuingDesk, actor: Actor) -> None:
        """A column that was left out has its own value."""
        desk.register.write(
            lambda session: insert_all(session, StatusList, rows(actor)), within=WHOLE_SERVICE
        )
        found = desk.register.read(stored, within=WHOLE_SERVICE)
        assert rows(actor) == [{name: getattr(each, name) for name in rows(actor)[0]} for each in found]
        assert {(0, 0)} == {(each.used, each.version) for each in found}

    def test_refuses_a_value_that_its_column_would(self, desk: IssuingDesk, actor: Actor) -> None:
        """A moment without a time zone is none."""
        naive = [each | {"published_at": MORNING.replace(tzinfo=None)} for each in rows(actor)]
        with pytest.raises(ValueError, match="time zone"):
            desk.register.write(lambda session: insert_all(session, StatusList, naive), within=WHOLE_SERVICE)


class TestUpdateAll:
    """`update_all` changes rows of one table."""

    def test_changes_only_what_is_as_was_said(self, desk: IssuingDesk, actor: Actor) -> None:
        """It tells how many those were."""
        changed = [{"id": each["id"], "used": 7, "raw": b"new"} for each in rows(actor)]

        def work(session: Session) -> int:
            insert_all(session, StatusList, rows(actor))
            return update_all(session, StatusList, changed, where={"published_at": MORNING})

        assert 2 == desk.register.write(work, within=WHOLE_SERVICE)
        found = desk.register.read(stored, within=WHOLE_SERVICE)
        assert [(7, b"new"), (7, b"new"), (0, b"\x02")] == [(each.used, each.raw) for each in found]

    def test_changes_all_where_nothing_was_said(self, desk: IssuingDesk, actor: Actor) -> None:
        """A row that is not there is none of them."""
        changed = [{"id": each["id"], "used": 7} for each in rows(actor)]
        changed.append({"id": UUID(int=99), "used": 7})

        def work(session: Session) -> int:
            insert_all(session, StatusList, rows(actor))
            return update_all(session, StatusList, changed)

        assert 3 == desk.register.write(work, within=WHOLE_SERVICE)
