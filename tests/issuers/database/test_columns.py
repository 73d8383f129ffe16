"""Column types: what goes in comes out, and sorts."""

from datetime import UTC, datetime, timedelta, timezone
from uuid import UUID

import pytest
from sqlalchemy import Dialect
from sqlalchemy.dialects import postgresql, sqlite

from issuers.database.columns import UtcDateTime, UuidText, Word
from issuers.people.tables import Role

SQLITE: Dialect = sqlite.dialect()
POSTGRESQL: Dialect = postgresql.dialect()  # type: ignore[no-untyped-call]  # not typed there
AMSTERDAM = timezone(timedelta(hours=2))
MOMENT = datetime(2026, 6, 26, 16, 5, tzinfo=AMSTERDAM)
BADGE = UUID("0193a1b2-7c3d-7e4f-8a5b-6c7d8e9f0a1b")


class TestUtcDateTime:
    """`UtcDateTime` keeps a moment, not a clock face."""

    def test_writes_utc_of_fixed_width(self) -> None:
        """Text that sorts as time does."""
        assert "2026-06-26T14:05:00.000000Z" == UtcDateTime().process_bind_param(MOMENT, SQLITE)

    @pytest.mark.parametrize("dialect", [SQLITE, POSTGRESQL])
    def test_gives_back_the_same_moment(self, dialect: Dialect) -> None:
        """Aware, in UTC."""
        stored = UtcDateTime().process_bind_param(MOMENT, dialect)
        found = UtcDateTime().process_result_value(stored, dialect)
        assert found == MOMENT
        assert found.tzinfo is UTC

    def test_refuses_a_moment_without_a_zone(self) -> None:
        """Nobody knows when that is."""
        with pytest.raises(ValueError, match="time zone"):
            UtcDateTime().process_bind_param(MOMENT.replace(tzinfo=None), SQLITE)

    def test_leaves_nothing_nothing(self) -> None:
        """What is not there is not there."""
        assert UtcDateTime().process_bind_param(None, SQLITE) is None
        assert UtcDateTime().process_result_value(None, SQLITE) is None


class TestUuidText:
    """`UuidText` keeps a UUID."""

    @pytest.mark.parametrize(("dialect", "stored"), [(SQLITE, str(BADGE)), (POSTGRESQL, BADGE)])
    def test_gives_back_the_same_uuid(self, dialect: Dialect, stored: UUID | str) -> None:
        """As text on SQLite, as itself on PostgreSQL."""
        assert stored == UuidText().process_bind_param(BADGE, dialect)
        assert BADGE == UuidText().process_result_value(stored, dialect)


class TestWord:
    """`Word` keeps a word of a fixed list."""

    def test_gives_back_the_word(self) -> None:
        """Not just text: comparing by identity works."""
        assert Role.LEZER is Word(Role).process_result_value("lezer", SQLITE)

    def test_refuses_another_word(self) -> None:
        """Neither in nor out."""
        with pytest.raises(ValueError, match="koning"):
            Word(Role).process_bind_param("koning", SQLITE)  # type: ignore[arg-type]  # the point of the test
        with pytest.raises(ValueError, match="koning"):
            Word(Role).process_result_value("koning", SQLITE)
