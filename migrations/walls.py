"""Walls between organisations, by the row security of PostgreSQL; on SQLite nothing happens here.

A table that is made later gets its wall in the same migration, in one line: `walls.build("invitation")`. Then
`let_in` opens it as far as others must see it. Without a line that lets them in, nobody sees or writes a row:
neither the owner of the tables, as whom the service and its migrations run, nor who forgot to say for whom
he asks (`issuers.database.scopes`).
"""

from typing import Final, Literal

from alembic import op

from issuers.database.scopes import OF_SETTING, SCOPE_SETTING, OneHolder, OneOrganisation, Scope, WholeService

OF: Final = f"(SELECT current_setting('{OF_SETTING}', true))"
"""What the scope names, as text; asked once for each statement, not for each row."""

_SCOPE: Final = f"(SELECT current_setting('{SCOPE_SETTING}', true))"

OF_HOLDER: Final = f"(SELECT CASE WHEN {_SCOPE} = '{OneHolder.word}' THEN {OF}::uuid END)"
"""The holder whom the scope names, as an id, so that an index finds his rows; nobody in another scope."""

Deed = Literal["ALL", "SELECT", "INSERT", "UPDATE"]


def build(table: str) -> None:
    """Wall in a table whose rows each belong to an organisation, which sees and changes its own."""
    enclose(table)
    let_in(table, OneOrganisation, rows=f"organisation_id = {OF}", to="ALL")


def enclose(table: str) -> None:
    """Wall in a table that only the service as a whole sees and changes."""
    _run(f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY")
    _run(f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY")
    let_in(table, WholeService, rows="true", to="ALL")


def let_in(table: str, scope: type[Scope], *, rows: str, to: Deed = "SELECT") -> None:
    """Let a scope look at rows, or do more with them; also what it writes must be such a row."""
    rule = "WITH CHECK" if to == "INSERT" else "USING"
    name = f"{scope.word}_{to.lower()}"
    _run(f"CREATE POLICY {name} ON {table} FOR {to} {rule} ({_SCOPE} = '{scope.word}' AND ({rows}))")


def shut_out(table: str, scope: type[Scope], *, to: Deed = "SELECT") -> None:
    """Take back that a scope was let in, to say anew for which rows it is."""
    _run(f"DROP POLICY {scope.word}_{to.lower()} ON {table}")


def _run(statement: str) -> None:
    if op.get_bind().dialect.name == "postgresql":
        op.execute(statement)
