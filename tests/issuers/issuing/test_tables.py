"""The indexes of badges: each question that must stay quick reads one, though most hold a few badges only."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any
from uuid import UUID, uuid4

import pytest
from sqlalchemy import Connection, event
from sqlmodel import Session, select

from issuers.database.scopes import WHOLE_SERVICE
from issuers.desk import IssuingDesk
from issuers.issuing import badgebook
from issuers.issuing.register import revoked_indexes
from issuers.issuing.tables import Badge
from issuers.praktijkverklaring.register import confirmations_about
from issuers.recipients.tables import Channel
from issuers.telling.register import ending_between, given_since, withdrawn_since
from tests.databases import ON_SQLITE

MOMENT = datetime(2026, 6, 26, 14, 5, tzinfo=UTC)
BY = tuple(Channel)
ONE: UUID = uuid4()


def plan_of(desk: IssuingDesk, ask: Callable[[Session], object]) -> str:
    """Give how SQLite answers a question."""
    asked: list[tuple[str, Any]] = []

    def note(_connection: Connection, _cursor: object, statement: str, parameters: Any, *_: object) -> None:
        asked.append((statement, parameters))

    event.listen(desk.register.engine, "before_cursor_execute", note)
    try:
        desk.register.read(ask, within=WHOLE_SERVICE)
    finally:
        event.remove(desk.register.engine, "before_cursor_execute", note)
    explained = [(f"EXPLAIN QUERY PLAN {text}", values) for text, values in asked if "badge" in text]

    def explain(session: Session) -> str:
        connection = session.connection()
        found = [connection.exec_driver_sql(text, values).all() for text, values in explained]
        return "\n".join(str(row[3]) for rows in found for row in rows)

    return desk.register.read(explain, within=WHOLE_SERVICE)


@ON_SQLITE
class TestBadge:
    """`Badge` is found by an index, also where that holds few of all badges."""

    @pytest.mark.parametrize(
        ("index", "ask"),
        [
            ("state_reserved_at", lambda session: badgebook.unfinished_before(session, MOMENT)),
            ("revoked", lambda session: revoked_indexes(session, status_list_id=ONE)),
            ("replaces", lambda session: badgebook.replacing(session, ONE)),
            ("key_id", lambda session: badgebook.count_signed_by(session, key_id=ONE)),
            ("profiel_id", lambda session: session.exec(select(Badge).where(Badge.profiel_id == ONE)).all()),
            ("about_id", lambda session: confirmations_about(session, ONE)),
            ("state_revoked_at", lambda session: withdrawn_since(session, MOMENT, by=BY)),
            ("state_reserved_at", lambda session: given_since(session, MOMENT, by=BY)),
            ("state_valid_until", lambda session: ending_between(session, MOMENT, MOMENT, by=BY)),
        ],
    )
    def test_is_found_by_an_index(
        self, desk: IssuingDesk, index: str, ask: Callable[[Session], object]
    ) -> None:
        """A question whose words the index does not know would read all badges that there ever were."""
        assert f"INDEX ix_badge_{index} " in plan_of(desk, ask)
