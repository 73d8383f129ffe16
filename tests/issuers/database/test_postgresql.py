"""PostgreSQL: durable or not at all, under a role that no wall lets through."""

from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.engine import make_url

from issuers.database.postgresql import PostgreSql
from issuers.database.scopes import WHOLE_SERVICE
from issuers.database.transactions import open_register
from issuers.errors import RegisterError
from tests.databases import PostgreSqlServer


class TestAssertDurable:
    """`PostgreSql.assert_durable` refuses what loses a badge, or sees what it should not."""

    def test_takes_the_usual_settings(self, server: PostgreSqlServer, tmp_path: Path) -> None:
        """A server as it is installed is durable."""
        register = open_register(server.url(tmp_path))
        found = register.read(
            lambda session: session.execute(text("SHOW synchronous_commit")).scalar(), within=WHOLE_SERVICE
        )
        register.close()
        assert "on" == found

    @pytest.mark.parametrize("weaker", ["synchronous_commit=off", "synchronous_commit=local"])
    def test_refuses_a_weaker_setting(self, server: PostgreSqlServer, tmp_path: Path, weaker: str) -> None:
        """The sentence names the setting."""
        kind = PostgreSql(make_url(server.url(tmp_path)), busy_milliseconds=1)
        with kind.engine.connect() as connection:
            kind.assert_durable(connection)
            connection.exec_driver_sql(f"SET {weaker}")
            with pytest.raises(RegisterError, match=weaker.partition("=")[0]):
                kind.assert_durable(connection)
        kind.close()

    @pytest.mark.parametrize("setting", ["fsync", "full_page_writes"])
    def test_refuses_a_server_that_may_forget(
        self, server: PostgreSqlServer, tmp_path: Path, setting: str
    ) -> None:
        """These hold for the whole server; while one is off, no register opens."""
        url = server.url(tmp_path)
        with server.set_to(setting, "off"), pytest.raises(RegisterError, match=f"{setting}=on"):
            open_register(url)
        open_register(url).close()

    @pytest.mark.parametrize("power", ["SUPERUSER", "BYPASSRLS"])
    def test_refuses_a_role_with_too_much_power(
        self, server: PostgreSqlServer, tmp_path: Path, power: str
    ) -> None:
        """It passes row security unseen; the sentence says what role to make."""
        url = server.url_of_role(tmp_path, name=f"te_veel_{power.lower()}", powers=power)
        with pytest.raises(RegisterError, match="CREATE ROLE praktijkbewijs"):
            open_register(url)


class TestBegin:
    """`PostgreSql.begin` lets a writer see what was written before."""

    def test_asks_for_the_isolation_that_it_needs(self, server: PostgreSqlServer, tmp_path: Path) -> None:
        """Also where the role's own default would show a writer what was there before it waited."""
        register = open_register(server.url(tmp_path))
        ask = text("ALTER ROLE CURRENT_USER SET default_transaction_isolation = 'repeatable read'")
        undo = text("ALTER ROLE CURRENT_USER RESET default_transaction_isolation")
        register.write(lambda session: session.execute(ask), within=WHOLE_SERVICE)
        register.engine.dispose()
        level = text("SHOW transaction_isolation")
        found = register.write(lambda session: session.execute(level).scalar(), within=WHOLE_SERVICE)
        register.write(lambda session: session.execute(undo), within=WHOLE_SERVICE)
        register.close()
        assert "read committed" == found


class TestEngine:
    """The pool of connections."""

    def test_heals_when_the_server_ended_a_connection(self, server: PostgreSqlServer, tmp_path: Path) -> None:
        """A server that was started again is no reason to start ourselves again."""
        register = open_register(server.url(tmp_path))
        one = text("SELECT 1")
        register.read(lambda session: session.execute(one), within=WHOLE_SERVICE)
        server.end_connections(tmp_path)
        assert 1 == register.read(lambda session: session.execute(one).scalar(), within=WHOLE_SERVICE)
        register.close()
