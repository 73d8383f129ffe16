"""Let what a school asked go with the agreement that it is about, and so with who learns there.

SQLite cannot add a rule to a table, so there it is made again from its own words.
"""

from alembic import op

revision = "0040"
down_revision = "0039"
branch_labels = None
depends_on = None

_NAME = "fk_school_question_leerbedrijf_id_profiel_id_werkplekprofiel"
_ORPHANS = (
    "DELETE FROM school_question WHERE NOT EXISTS (SELECT 1 FROM werkplekprofiel "
    "WHERE werkplekprofiel.id = school_question.profiel_id "
    "AND werkplekprofiel.organisation_id = school_question.leerbedrijf_id)"
)


def upgrade() -> None:
    op.execute(_ORPHANS)
    if op.get_bind().dialect.name == "sqlite":
        _make_again()
    else:
        op.create_foreign_key(
            op.f(_NAME),
            "school_question",
            "werkplekprofiel",
            ["leerbedrijf_id", "profiel_id"],
            ["organisation_id", "id"],
            ondelete="CASCADE",
        )
    op.create_index(op.f("ix_school_question_leerbedrijf_id"), "school_question", ["leerbedrijf_id"])


def _make_again() -> None:
    """Make the table again with the rule, and with its indexes; no other table names its rows."""
    words = "SELECT sql FROM sqlite_master WHERE tbl_name = 'school_question' AND sql IS NOT NULL ORDER BY type DESC"
    table, *indexes = op.get_bind().exec_driver_sql(words).scalars().all()
    columns, strict = table.rsplit(")", 1)
    rule = (
        f'CONSTRAINT "{_NAME}" FOREIGN KEY(leerbedrijf_id, profiel_id) '
        "REFERENCES werkplekprofiel (organisation_id, id) ON DELETE CASCADE"
    )
    op.execute("CREATE TEMPORARY TABLE kept AS SELECT * FROM school_question")
    op.drop_table("school_question")
    op.execute(f"{columns}, {rule}){strict}")
    op.execute("INSERT INTO school_question SELECT * FROM kept")
    op.execute("DROP TABLE kept")
    for each in indexes:
        op.execute(each)
