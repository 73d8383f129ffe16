"""The walls on a real PostgreSQL: each sees and changes what is its own, whatever a verb forgot to ask."""

from collections.abc import Iterator
from datetime import UTC, datetime
from functools import cache, partial
from typing import Final
from uuid import UUID, uuid4

import pytest
from sqlalchemy import (
    Column,
    ColumnClause,
    Executable,
    Integer,
    LargeBinary,
    TableClause,
    column,
    create_engine,
    delete,
    func,
    insert,
    select,
    table,
    text,
    update,
)
from sqlalchemy.exc import ProgrammingError
from sqlmodel import Session, SQLModel

import holders.tables
import issuers.tables
import migrations
import schools.tables
from issuers.database.columns import Count, UtcDateTime, UuidText
from issuers.database.scopes import PUBLIC, WHOLE_SERVICE, OneOrganisation, OnePerson, Public, Scope
from issuers.database.transactions import Register, go_on_within, open_register
from issuers.errors import RegisterError
from tests.databases import PostgreSqlServer

_VALUES: Final[dict[type, object]] = {
    UtcDateTime: datetime(2026, 6, 26, tzinfo=UTC),
    LargeBinary: b"",
    Integer: 1,
    Count: 1,
}
_ALLOWED: Final[dict[tuple[str, str], object]] = {
    ("recipient", "channel"): "geen",
    ("badge_erkenning", "status"): "onbekend",
    ("holding_rule", "undo_minutes"): 10,
    ("keep_card", "badge_id"): UUID(int=0),
}
"""What a rule of the table lets pass, of the columns that have one."""
ROOMS: Final = (issuers.tables, holders.tables, schools.tables)  # naming it is what fills the metadata
TABLES: Final = {each.name: each for each in SQLModel.metadata.sorted_tables}
TENANTS: Final = [name for name, each in TABLES.items() if "organisation_id" in each.columns]
OWN_ROWS: Final = [*TENANTS, "organisation", "person"]
OF_HOLDERS: Final = {"school_consent"}
"""What a holder gives and takes back: an organisation looks at it and marks it, and makes or removes none."""
PEOPLE: Final = {"a": uuid4(), "b": uuid4()}


@pytest.fixture(scope="module")
def register(server: PostgreSqlServer, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Register]:
    """Open a register with a row of the organisations `a` and `b` in every table of theirs."""
    folder = tmp_path_factory.mktemp("walls")
    opened = open_register(server.url(folder))
    opened.write(lambda session: migrations.upgrade(session.connection()), within=WHOLE_SERVICE)
    superuser = create_engine(server.superuser_url(folder))
    with superuser.begin() as connection:
        connection.execute(text("SET session_replication_role = replica"))
        for name in OWN_ROWS:
            connection.execute(insert(bare(name)), [row_of(name, organisation=each) for each in PEOPLE])
    superuser.dispose()
    yield opened
    opened.close()


@cache
def bare(name: str) -> TableClause:
    """Name a table without what the code knows of its types: any word will do."""
    return table(name, *(column(each.name) for each in TABLES[name].columns))


def row_of(name: str, *, organisation: str) -> dict[str, object]:
    """Make a row with something in every column that needs something."""
    return {
        each.name: _value(each, organisation=organisation)
        for each in TABLES[name].columns
        if not each.nullable or each.name == "organisation_id" or (name, each.name) in _ALLOWED
    }


def _value(wanted: "Column[object]", *, organisation: str) -> object:
    if (wanted.table.name, wanted.name) in _ALLOWED:
        return _ALLOWED[wanted.table.name, wanted.name]
    match (wanted.table.name, wanted.name):
        case ("organisation", "id") | (_, "organisation_id"):
            return organisation
        case ("person", "id") | (_, "person_id"):
            return PEOPLE.get(organisation, UUID(int=0))
    if isinstance(wanted.type, UuidText):
        return uuid4()
    return next(
        (value for kind, value in _VALUES.items() if isinstance(wanted.type, kind)),
        f"{organisation}-{wanted.name}",
    )


def whose(name: str) -> "ColumnClause[object]":
    """Give the column that says whose a row is."""
    return bare(name).columns["organisation_id" if name in TENANTS else "id"]


def seen(register: Register, name: str, *, within: Scope) -> set[str]:
    """Say of which organisations rows are seen."""
    found = register.read(lambda session: session.execute(select(whose(name))).scalars().all(), within=within)
    return {_ORGANISATIONS.get(each, each) for each in found}


def _execute(session: Session, *, statement: Executable) -> None:
    session.execute(statement)


_ORGANISATIONS: Final = {person: name for name, person in PEOPLE.items()}


def tried(register: Register, statement: Executable, *, within: Scope) -> int:
    """Count the rows that a statement reaches; what it does to them is undone."""

    def work(session: Session) -> int:
        found: int = session.execute(statement).rowcount  # type: ignore[attr-defined]  # it is no SELECT
        session.rollback()
        return found

    return register.write(work, within=within)  # type: ignore[arg-type]  # also who may not write at all


class TestBuild:
    """`walls.build` stands around what belongs to an organisation."""

    def test_is_forgotten_by_no_migration(self, register: Register) -> None:
        """Each table has its wall, and holds its owner to it; only Alembic's own has none."""
        look = text(
            "SELECT relname FROM pg_class WHERE relkind IN ('r', 'p') "
            "AND relnamespace = 'public'::regnamespace AND NOT (relrowsecurity AND relforcerowsecurity)"
        )
        assert ["alembic_version"] == register.read(
            lambda session: session.execute(look).scalars().all(), within=WHOLE_SERVICE
        )

    def test_lets_each_organisation_in_by_one_rule(self, register: Register) -> None:
        """On a table of tenants an organisation has one rule, and it names the organisation."""
        look = text(
            "SELECT tablename FROM pg_policies WHERE qual LIKE '%''organisation''%' AND cmd = 'ALL' "
            "AND qual LIKE '%(organisation_id = ( SELECT current_setting(''praktijkbewijs.of''%' "
        )
        found = register.read(lambda session: session.execute(look).scalars().all(), within=WHOLE_SERVICE)
        assert sorted({*TENANTS} - OF_HOLDERS) == sorted(found)

    @pytest.mark.parametrize("name", OWN_ROWS)
    def test_shows_an_organisation_its_own_rows(self, register: Register, name: str) -> None:
        """Also where a verb asks for all."""
        assert {"a"} == seen(register, name, within=OneOrganisation("a"))

    @pytest.mark.parametrize("name", OWN_ROWS)
    def test_lets_no_organisation_change_rows_of_another(self, register: Register, name: str) -> None:
        """They are not there, whatever is done to them."""
        own = PEOPLE["a"] if name == "person" else "a"
        others = whose(name).is_distinct_from(own)
        for statement in (update(bare(name)).values({whose(name).name: own}), delete(bare(name))):
            assert 0 == tried(register, statement.where(others), within=OneOrganisation("a"))

    @pytest.mark.parametrize("name", [*TENANTS, "organisation"])
    def test_lets_no_organisation_write_for_another(self, register: Register, name: str) -> None:
        """Neither a new row, nor by giving one of its own away."""
        new = insert(bare(name)).values(row_of(name, organisation="c"))
        given_away = update(bare(name)).values({whose(name).name: "b"})
        for statement in (new, given_away):
            with pytest.raises(RegisterError, match="InsufficientPrivilege"):
                tried(register, statement, within=OneOrganisation("a"))

    @pytest.mark.parametrize("name", TABLES)
    def test_shows_nobody_in_particular_nothing(self, register: Register, name: str) -> None:
        """Who forgot to say for whom, as the owner of the tables, on a connection that others used."""
        seen(register, "organisation", within=WHOLE_SERVICE)
        with register.engine.connect() as connection:
            assert 0 == connection.execute(select(func.count()).select_from(bare(name))).scalar_one()
            with pytest.raises(ProgrammingError, match="row-level security"):
                connection.execute(insert(bare(name)).values(row_of(name, organisation="c")))


class TestScope:
    """What each scope sees, and how long."""

    def test_ends_with_the_transaction(self, register: Register) -> None:
        """The connection goes back to the pool without it."""
        look = text(
            "SELECT pg_backend_pid(), current_setting('praktijkbewijs.scope', true), count(*) "
            "FROM organisation"
        )
        pid, *during = register.read(lambda session: session.execute(look).one(), within=OneOrganisation("a"))
        with register.engine.connect() as connection:
            after = connection.execute(look).one()
        assert ([*during], tuple(after)) == (["organisation", 1], (pid, "", 0))

    def test_gives_way_to_the_next_in_a_transaction(self, register: Register) -> None:
        """What the first might see is behind a wall then; never both at once."""

        def work(session: Session) -> list[str]:
            before = session.execute(select(whose("membership"))).scalars().all()
            go_on_within(session, OneOrganisation("b"))
            return [*before, *session.execute(select(whose("membership"))).scalars()]

        assert ["a", "b"] == register.write(work, within=OneOrganisation("a"))

    def test_of_the_public_shows_what_anyone_may_read(self, register: Register) -> None:
        """A new table is not among these unless somebody let the public in."""
        found = {name for name in OWN_ROWS if seen(register, name, within=PUBLIC)}
        public = {"achievement", "signing_key", "status_list"}
        faces = {"organisation", "organisation_fact", "organisation_picture"}
        assert public | faces == found

    @pytest.mark.parametrize("name", OWN_ROWS)
    def test_of_the_public_changes_nothing(self, register: Register, name: str) -> None:
        """Not even what it sees."""
        same = update(bare(name)).values({whose(name).name: whose(name)})
        assert 0 == tried(register, same, within=PUBLIC)
        assert 0 == tried(register, delete(bare(name)), within=PUBLIC)
        with pytest.raises(RegisterError, match="InsufficientPrivilege"):
            tried(register, insert(bare(name)).values(row_of(name, organisation="c")), within=PUBLIC)

    def test_of_a_person_shows_where_they_work(self, register: Register) -> None:
        """Their own sign-ins and memberships, the history of where they work, and no badge of anybody."""
        within = OnePerson(PEOPLE["b"])
        found = {name: rows for name in OWN_ROWS if (rows := seen(register, name, within=within))}
        history = ("audit_record", "audit_salt")
        own = {
            name: {"b"} for name in ("person", "membership", "browser_session", "enrolment_link", *history)
        }
        assert own | {"organisation": {"a", "b"}} == found

    @pytest.mark.parametrize("kind", ["token", "id"])
    def test_of_who_holds_a_badge_shows_that_badge(self, register: Register, kind: str) -> None:
        """Once it left the service, and no other."""
        held_by = select(bare("badge").columns[kind]).where(whose("badge") == "a")
        held = register.read(lambda session: session.execute(held_by).scalar_one(), within=WHOLE_SERVICE)
        within = Public(holding=str(held))
        self.mark(register, state="reserved", raw=None)
        assert set() == seen(register, "badge", within=within)
        self.mark(register, state="signed", raw=b"{}")
        assert {"a"} == seen(register, "badge", within=within)

    def mark(self, register: Register, *, state: str, raw: bytes | None) -> None:
        """Say how far all badges came."""
        statement = update(bare("badge")).values(state=state, raw=raw)
        register.write(lambda session: session.execute(statement), within=WHOLE_SERVICE)

    def test_of_a_school_shows_what_a_recipient_said_yes_to(self, register: Register) -> None:
        """What was agreed and given with it as a party, from the yes on, to read only; to no other."""
        tables = {"werkplekprofiel": "id", "agreed_werkproces": "profiel_id", "badge": "profiel_id"}
        profiel = uuid4()
        self.mark(register, state="signed", raw=b"{}")
        for name, column_name in tables.items():
            shared = update(bare(name)).where(whose(name) == "a").values({column_name: profiel})
            register.write(partial(_execute, statement=shared), within=WHOLE_SERVICE)
        party = update(bare("werkplekprofiel")).where(whose("werkplekprofiel") == "a")
        said: list[tuple[dict[str, object], set[str]]] = [
            ({"school_id": "b"}, {"b"}),
            (
                {"agreed": datetime(2026, 6, 26, tzinfo=UTC), "agreed_by": "papier", "chosen_name": ""},
                {"a", "b"},
            ),
            ({"school_id": "c"}, {"b"}),
        ]
        for change, expected in said:
            register.write(partial(_execute, statement=party.values(change)), within=WHOLE_SERVICE)
            assert dict.fromkeys(tables, expected) == {
                name: seen(register, name, within=OneOrganisation("b")) for name in tables
            }
        register.write(partial(_execute, statement=party.values(school_id="b")), within=WHOLE_SERVICE)
        for name in tables:
            statement = delete(bare(name)).where(whose(name) == "a")
            assert 0 == tried(register, statement, within=OneOrganisation("b"))

    def test_of_a_school_shows_what_a_recipient_lets_it_see(self, register: Register) -> None:
        """Of what was collected, with its photo, while both his yes and that of the agreement stand."""
        [profiel] = self.of_a(register, "werkplekprofiel", "id")
        [thing] = self.of_a(register, "evidence_photo", "evidence_id")
        row = {"school_id": "b", "agreed": None, "agreed_by": None, "chosen_name": None}
        agreed = {"agreed": datetime(2026, 6, 26, tzinfo=UTC), "agreed_by": "papier", "chosen_name": ""}
        changes: list[tuple[str, dict[str, object], set[str]]] = [
            ("werkplekprofiel", row, {"b"}),
            ("agreed_werkproces", {"profiel_id": profiel}, {"b"}),
            ("evidence", {"id": thing, "profiel_id": profiel}, {"b"}),
            ("evidence", {"shown_to": "b"}, {"b"}),
            ("werkplekprofiel", agreed, {"a", "b"}),
            ("evidence", {"shown_to": "c"}, {"b"}),
            ("evidence", {"shown_to": "b"}, {"a", "b"}),
            ("werkplekprofiel", {"school_id": "c"}, {"b"}),
        ]
        for name, change, expected in changes:
            statement = update(bare(name)).where(whose(name) == "a").values(change)
            register.write(partial(_execute, statement=statement), within=WHOLE_SERVICE)
            tables = ("evidence", "evidence_photo")
            found = [seen(register, each, within=OneOrganisation("b")) for each in tables]
            assert [expected] * 2 == found, (name, change)
        back = update(bare("werkplekprofiel")).where(whose("werkplekprofiel") == "a").values(school_id="b")
        register.write(partial(_execute, statement=back), within=WHOLE_SERVICE)
        for name in ("evidence", "evidence_photo"):
            assert 0 == tried(
                register, delete(bare(name)).where(whose(name) == "a"), within=OneOrganisation("b")
            )

    def of_a(self, register: Register, name: str, column_name: str) -> list[object]:
        """Read a column of the rows of `a`."""
        asked = select(bare(name).columns[column_name]).where(whose(name) == "a")
        return register.read(
            lambda session: list(session.execute(asked).scalars().all()), within=WHOLE_SERVICE
        )

    def test_of_who_holds_a_badge_shows_who_confirmed_it(self, register: Register) -> None:
        """What a school said of it, by the id of the badge; and nothing by another."""
        about = uuid4()
        self.mark(register, state="signed", raw=b"{}")
        said = update(bare("badge")).where(whose("badge") == "b").values(about_id=about, kind="bevestiging")
        register.write(partial(_execute, statement=said), within=WHOLE_SERVICE)
        assert {"b"} == seen(register, "badge", within=Public(holding=str(about)))
        assert set() == seen(register, "badge", within=Public(holding=str(uuid4())))

    def test_of_a_leerbedrijf_shows_what_a_school_asked_it(self, register: Register) -> None:
        """To read and to answer, and not to take away."""
        table_name = "school_question"
        profiel = bare("werkplekprofiel")
        of_a = select(profiel.c.id).where(profiel.c.organisation_id == "a").limit(1).scalar_subquery()
        moved = {"leerbedrijf_id": "a", "profiel_id": of_a}
        asked = update(bare(table_name)).where(whose(table_name) == "b").values(moved)
        register.write(partial(_execute, statement=asked), within=WHOLE_SERVICE)
        within, of_b = OneOrganisation("a"), whose(table_name) == "b"
        assert {"a", "b"} == seen(register, table_name, within=within)
        answered = update(bare(table_name)).where(of_b).values(question="x")
        assert 1 == tried(register, answered, within=within)
        assert 0 == tried(register, delete(bare(table_name)).where(of_b), within=within)
        assert {"c"}.isdisjoint(seen(register, table_name, within=OneOrganisation("c")))

    def test_of_an_endorser_shows_what_became_of_what_it_said(self, register: Register) -> None:
        """To read, and to lay before the owner without an answer; the public sees only what is shown."""
        table_name, about = "endorsement", uuid4()
        said = {"endorser_id": "a", "about_id": about}
        moved = update(bare(table_name)).where(whose(table_name) == "b").values(said)
        register.write(partial(_execute, statement=moved), within=WHOLE_SERVICE)
        within, public = OneOrganisation("a"), Public(holding=str(about))
        assert {"a", "b"} == seen(register, table_name, within=within)
        answered = update(bare(table_name)).where(whose(table_name) == "b").values(answer="laat-zien")
        assert 0 == tried(register, answered, within=within)
        assert set() == seen(register, table_name, within=public)
        changed = update(bare(table_name)).where(whose(table_name) == "b").values(about_id=uuid4())
        assert 1 == tried(register, changed, within=OneOrganisation("b"))

    def test_of_who_holds_a_sign_in_shows_that_sign_in(self, register: Register) -> None:
        """By the hash of what is in the browser."""
        within = Public(holding="a-token_hash")
        assert ({"a"}, set()) == (
            seen(register, "browser_session", within=within),
            seen(register, "person", within=within),
        )


class TestPlans:
    """A wall costs no index: what is asked for is found before the wall looks at it."""

    @pytest.mark.parametrize(
        ("scope", "asked", "index"),
        [
            (Public(holding="t"), "token = 't' AND state IN ('signed', 'revoked')", "uq_badge_token"),
            (Public(holding=str(UUID(int=1))), f"id = '{UUID(int=1)}'", "pk_badge"),
            (OneOrganisation("a"), "organisation_id = 'a'", "ix_badge_overview"),
            (WHOLE_SERVICE, "state = 'reserved' AND reserved_at < now()", "ix_badge_state_reserved_at"),
        ],
    )
    def test_use_the_index(self, register: Register, scope: Scope, asked: str, index: str) -> None:
        """Where looking at every row is the last resort, it is not needed."""
        rows = str(select(column("raw")).select_from(bare("badge")).where(text(asked)))
        order = " ORDER BY reserved_at DESC" if isinstance(scope, OneOrganisation) else ""

        def work(session: Session) -> str:
            session.execute(text("SET LOCAL enable_seqscan = off"))
            session.execute(text("SET LOCAL enable_bitmapscan = off"))
            return "\n".join(session.execute(text(f"EXPLAIN {rows}{order}")).scalars())

        plan = register.read(work, within=scope)
        assert (True, True, False) == (index in plan, "Index Cond" in plan, "Seq Scan on badge" in plan), plan
