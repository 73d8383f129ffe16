"""Migrations: one line of them, and at its end exactly our tables."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from uuid import uuid4

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.operations import Operations
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, text
from sqlmodel import Session, SQLModel

import holders.tables
import issuers.tables
import migrations
import schools.tables
from issuers.badgeklassen.endorsing import endorse
from issuers.badgeklassen.letting_in import list_endorsements
from issuers.database.scopes import WHOLE_SERVICE
from issuers.database.transactions import Register, open_register
from issuers.desk import IssuingDesk
from issuers.errors import RegisterError
from issuers.people.permissions import Actor
from tests.databases import ON_BOTH, ON_SQLITE, Databases
from tests.issuers.badgeklassen.test_endorsing import WHY, achievement_id

pytestmark = ON_BOTH

__all__ = ["achievement_id"]


@pytest.fixture
def register(tmp_path: Path, databases: Databases) -> Iterator[Register]:
    """Open an empty database."""
    opened = open_register(databases.url(tmp_path))
    yield opened
    opened.close()


def run(connection: Connection, *, until: str) -> None:
    """Run the migrations up to one of them, as an older version of the program did."""
    config = Config()
    config.set_main_option("script_location", str(Path(migrations.__file__).parent))
    config.attributes["connection"] = connection
    command.upgrade(config, until)


def upgrade(register: Register) -> None:
    """Run the migrations that are due, as a start does."""
    register.write(lambda session: migrations.upgrade(session.connection()), within=WHOLE_SERVICE)


class TestUpgrade:
    """`migrations.upgrade` brings any database to the present shape."""

    def test_leaves_nothing_for_autogenerate(self, register: Register) -> None:
        """The tables in the code are the tables in the database, to the type and the constraint."""
        upgrade(register)
        with register.engine.connect() as connection:
            context = MigrationContext.configure(connection, opts={"compare_type": True})
            assert [] == compare_metadata(context, SQLModel.metadata)

    def test_knows_its_own_end(self) -> None:
        """There is one head, and it is the one that a start compares with."""
        config = Config()
        config.set_main_option("script_location", str(Path(migrations.__file__).parent))
        assert [migrations.HEAD] == ScriptDirectory.from_config(config).get_heads()

    def test_follows_the_numbers_of_the_files(self) -> None:
        """Each goes on from the one before it: who reads them in order, reads what happens."""
        run_in_order = ScriptDirectory(str(Path(migrations.__file__).parent)).walk_revisions()
        files = sorted(Path(migrations.__file__).parent.glob("versions/[0-9]*.py"), reverse=True)
        assert [each.stem for each in files] == [Path(each.path).stem for each in run_in_order]

    def test_does_nothing_the_second_time(self, register: Register) -> None:
        """An up-to-date database is read, not written."""
        upgrade(register)
        upgrade(register)
        with register.engine.connect() as connection:
            assert migrations.HEAD == migrations.current(connection)

    def test_runs_once_when_many_start_together(self, register: Register) -> None:
        """The others wait, and find it done."""
        with ThreadPoolExecutor(4) as pool:
            list(pool.map(upgrade, [register] * 4))
        with register.engine.connect() as connection:
            assert 1 == connection.execute(text("SELECT count(*) FROM alembic_version")).scalar_one()

    def test_makes_strict_tables_only(self, tmp_path: Path) -> None:
        """A column of SQLite holds its type or the write fails, as on PostgreSQL."""
        register = open_register(f"sqlite:///{tmp_path}/p.db")
        upgrade(register)
        tables = text(
            "SELECT name FROM pragma_table_list "
            "WHERE strict = 0 AND schema = 'main' AND name NOT LIKE 'sqlite%'"
        )
        with register.engine.connect() as connection:
            assert ["alembic_version"] == list(connection.execute(tables).scalars())
        with pytest.raises(RegisterError):
            register.write(
                lambda session: session.execute(
                    text("INSERT INTO audit_salt VALUES (1, 'een', zeroblob(32))")
                ),
                within=WHOLE_SERVICE,
            )
        register.close()

    def test_gives_every_table_of_a_tenant_its_organisation(self) -> None:
        """What belongs to an organisation says to which; the rest is the service's own."""
        own = {
            "instance",
            "organisation",
            "person",
            "platform_administrator",
            "linked_account",
            "passkey",
            "sign_in_attempt",
            "code_app",
            "recovery_code",
            "spent_challenge",
            "audit_checkpoint",
            "platform_record",
            "application",
            "joining_invitation",
            "abuse_report",
            "holder",
            "kept_badge",
            "holder_session",
            "holder_passkey",
            "device_ask",
            "holder_address",
            "address_code",
            "foreign_badge",
            "share",
            "shared_badge",
            "share_views",
            "helper",
            "helper_badge",
            "helper_look",
        }
        tables = SQLModel.metadata.tables.values()
        assert (
            issuers.tables.issuing.Badge.metadata
            is SQLModel.metadata
            is holders.tables.keeping.Holder.metadata
        )
        assert schools.tables.importing.Candidate.metadata is SQLModel.metadata
        assert own == {table.name for table in tables if "organisation_id" not in table.columns}


class TestFacts:
    """0003 makes the kind of an organisation its first fact."""

    def test_keeps_what_each_organisation_was_said_to_be(self, register: Register) -> None:
        """Nobody looked it up, so it is unknown how far it is true."""

        def older(session: Session) -> None:
            run(session.connection(), until="0002")
            insert = text("INSERT INTO organisation VALUES ('maas', 'De Maas', 'leerbedrijf', :at)")
            session.execute(insert, {"at": "2026-01-05T08:00:00.000000Z"})

        register.write(older, within=WHOLE_SERVICE)
        upgrade(register)
        look = text("SELECT organisation_id, kind, status FROM organisation_fact")
        facts = register.read(lambda session: session.execute(look).all(), within=WHOLE_SERVICE)
        assert [("maas", "leerbedrijf", "onbekend")] == [tuple(row) for row in facts]


class TestQuestionsGoAlong:
    """0040 ties what a school asked to the agreement that it is about."""

    def test_keeps_what_is_about_somebody(self, register: Register) -> None:
        """And forgets what was left of who is gone; the rest goes with who it is about."""
        day, moment = "2026-01-05", "2026-01-05T08:00:00.000000Z"
        maas, sam, profiel, noor, kept, gone = ("maas", *(str(uuid4()) for _ in range(5)))
        asked = {"organisation_id": maas, "leerbedrijf_id": maas, "badge_id": sam, "question": "Wie?"}
        rows: list[tuple[str, dict[str, object]]] = [
            ("organisation", {"id": maas, "name": "De Maas", "created": moment}),
            ("person", {"id": noor, "name": "Noor", "created": moment}),
            ("recipient", {"id": sam, "organisation_id": maas, "name": "Sam", "folded_name": "sam"}),
            (
                "werkplekprofiel",
                {
                    "id": profiel,
                    "organisation_id": maas,
                    "recipient_id": sam,
                    "token": "t",
                    "revision": 1,
                    "start": day,
                    "proposed": moment,
                    "proposed_by": noor,
                },
            ),
            ("school_question", {"id": kept, "profiel_id": profiel, **asked}),
            ("school_question", {"id": gone, "profiel_id": gone, **asked}),
        ]
        rows[2][1].update({"channel": "geen", "added": moment, "added_by": noor})
        for _, row in rows[-2:]:
            row.update({"asked": moment, "asked_by": noor})

        def older(session: Session) -> None:
            run(session.connection(), until="0039")
            for name, row in rows:
                names = ", ".join(row)
                values = ", ".join(f":{each}" for each in row)
                session.execute(text(f"INSERT INTO {name} ({names}) VALUES ({values})"), row)  # noqa: S608 (our own names)

        register.write(older, within=WHOLE_SERVICE)
        upgrade(register)
        look = text("SELECT id FROM school_question")

        def found(session: Session) -> list[str]:
            return [str(each) for each in session.execute(look).scalars().all()]

        assert [kept] == register.read(found, within=WHOLE_SERVICE)
        register.write(lambda session: session.execute(text("DELETE FROM recipient")), within=WHOLE_SERVICE)
        assert [] == register.read(found, within=WHOLE_SERVICE)


class TestOwnAchievement:
    """0024 makes the table of achievements again, on SQLite, while badges name its rows."""

    @ON_SQLITE
    def test_keeps_every_row_that_badges_name(self, busy: IssuingDesk) -> None:
        """The rows are what they were, and no badge names one that is not there."""
        rows = text("SELECT * FROM achievement ORDER BY id")
        before = busy.register.read(lambda session: session.execute(rows).all(), within=WHOLE_SERVICE)
        step = ScriptDirectory(str(Path(migrations.__file__).parent)).get_revision("0024")

        def again(session: Session) -> None:
            context = MigrationContext.configure(session.connection())
            with Operations.context(context):
                step.module.upgrade()

        busy.register.write(again, within=WHOLE_SERVICE)
        after = busy.register.read(lambda session: session.execute(rows).all(), within=WHOLE_SERVICE)
        missing = busy.register.read(
            lambda session: session.execute(text("PRAGMA foreign_key_check")).all(), within=WHOLE_SERVICE
        )
        assert (before, []) == (after, missing)
        assert before


class TestEndorsement:
    """0042 lays before each owner what was said of its badgeklassen before it was asked."""

    def test_finds_what_was_said_before(
        self, desk: IssuingDesk, actor: Actor, stranger: Actor, achievement_id: str
    ) -> None:
        """It waits for an answer like what is said after it."""
        endorse(desk, achievement_id, comment=WHY, actor=stranger)
        known = list_endorsements(desk, actor=actor)

        def back(session: Session) -> None:
            session.execute(text("DROP TABLE endorsement"))
            session.execute(text("UPDATE alembic_version SET version_num = '0041'"))

        desk.register.write(back, within=WHOLE_SERVICE)
        desk.register.write(lambda session: run(session.connection(), until="0042"), within=WHOLE_SERVICE)
        assert known == list_endorsements(desk, actor=actor)
        assert known


class TestCheckOfADay:
    """0064 keeps once what a school looked up for each badge of a day."""

    def test_keeps_the_newest(self, busy: IssuingDesk, actor: Actor) -> None:
        """Of each leerbedrijf, kwalificatie and day."""
        of = text("SELECT badge_id, organisation_id, crebo, day FROM badge_erkenning ORDER BY badge_id")
        put = text(
            "INSERT INTO erkenning_check (badge_id, organisation_id, source, looked, checked_by, written) "
            "VALUES (:badge, :school, :source, '2026-06-26', :person, :written)"
        )

        def older(session: Session) -> list[tuple[str, str, str]]:
            session.execute(text("DROP TABLE erkenning_check"))
            make_again(session, "0029", "_make_checks")
            rows = session.execute(of).all()
            for number, row in enumerate(rows):
                written = f"2026-06-26T08:00:{number:02}.000000Z"
                said = {"badge": row.badge_id, "school": actor.organisation_id, "written": written}
                session.execute(put, said | {"source": f"{number}", "person": str(actor.person_id)})
            make_again(session, "0064", "upgrade")
            return [(row.organisation_id, row.crebo, str(row.day)) for row in rows]

        known = busy.register.write(older, within=WHOLE_SERVICE)
        look = text("SELECT leerbedrijf_id, crebo, day, source FROM erkenning_check ORDER BY source")

        def found(session: Session) -> dict[tuple[str, str, str], str]:
            rows = session.execute(look).all()
            return {(row.leerbedrijf_id, row.crebo, str(row.day)): row.source for row in rows}

        assert {each: f"{number}" for number, each in enumerate(known)} == busy.register.read(
            found, within=WHOLE_SERVICE
        )
        assert len(known) > len(set(known))


def make_again(session: Session, revision: str, what: str) -> None:
    """Do again what a step does."""
    step = ScriptDirectory(str(Path(migrations.__file__).parent)).get_revision(revision)
    with Operations.context(MigrationContext.configure(session.connection())):
        getattr(step.module, what)()
