"""Keep who stands behind a badgeklasse of another organisation, and whether its owner shows that.

What was said before waits for an answer too: its owner was never asked. Whoever said it sees what became of it,
everyone only what is shown.
"""

import json

import sqlalchemy as sa
from alembic import op

from issuers.database.columns import UtcDateTime, UuidText
from issuers.database.scopes import OneOrganisation, Public
from migrations import walls

revision = "0042"
down_revision = "0041"
branch_labels = None
depends_on = None

_ANSWERED = "(answer IS NULL) = (answered IS NULL) AND (answer IS NULL) = (answered_by IS NULL)"


def upgrade() -> None:
    table = _make()
    for column in ("organisation_id", "endorser_id", "about_id"):
        op.create_index(op.f(f"ix_endorsement_{column}"), "endorsement", [column])
    for row in _said_before():
        op.execute(table.insert().values(**row))
    walls.build("endorsement")
    said = f"endorser_id = {walls.OF}"
    walls.let_in("endorsement", OneOrganisation, rows=said)
    walls.let_in("endorsement", OneOrganisation, rows=f"{said} AND answer IS NULL", to="INSERT")
    walls.let_in("endorsement", Public, rows=f"about_id::text = {walls.OF} AND answer = 'laat-zien'")


def _make() -> sa.Table:
    return op.create_table(
        "endorsement",
        sa.Column("badge_id", UuidText(), nullable=False),
        sa.Column("organisation_id", sa.Text(), nullable=False),
        sa.Column("endorser_id", sa.Text(), nullable=False),
        sa.Column("achievement_id", sa.Text(), nullable=False),
        sa.Column("about_id", UuidText(), nullable=False),
        sa.Column("arrived", UtcDateTime(), nullable=False),
        sa.Column("answer", sa.Text(), nullable=True),
        sa.Column("answered", UtcDateTime(), nullable=True),
        sa.Column("answered_by", UuidText(), nullable=True),
        sa.CheckConstraint(_ANSWERED, name=op.f("ck_endorsement_answer_has_moment")),
        sa.ForeignKeyConstraint(["badge_id"], ["badge.id"], name=op.f("fk_endorsement_badge_id_badge")),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisation.id"], name=op.f("fk_endorsement_organisation_id_organisation")
        ),
        sa.ForeignKeyConstraint(
            ["endorser_id"], ["organisation.id"], name=op.f("fk_endorsement_endorser_id_organisation")
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id", "achievement_id"],
            ["achievement.organisation_id", "achievement.id"],
            name=op.f("fk_endorsement_organisation_id_achievement_id_achievement"),
        ),
        sa.ForeignKeyConstraint(
            ["answered_by"], ["person.id"], name=op.f("fk_endorsement_answered_by_person")
        ),
        sa.PrimaryKeyConstraint("badge_id", name=op.f("pk_endorsement")),
        sqlite_strict=True,
    )


def _said_before() -> list[dict[str, object]]:
    """Find what was signed of badgeklassen; what a school says of a badge is on a werkplekprofiel."""
    badge = sa.table(
        "badge",
        sa.column("id", UuidText()),
        sa.column("organisation_id", sa.Text()),
        sa.column("kind", sa.Text()),
        sa.column("about_id", UuidText()),
        sa.column("profiel_id", UuidText()),
        sa.column("raw", sa.LargeBinary()),
        sa.column("reserved_at", UtcDateTime()),
    )
    achievement = sa.table("achievement", sa.column("id", sa.Text()), sa.column("organisation_id", sa.Text()))
    owners = dict(op.get_bind().execute(sa.select(achievement.c.id, achievement.c.organisation_id)).all())
    said = sa.select(badge).where(
        badge.c.kind == "bevestiging", badge.c.profiel_id.is_(None), badge.c.raw.is_not(None)
    )
    rows = []
    for each in op.get_bind().execute(said).all():
        achievement_id = json.loads(each.raw)["credentialSubject"]["id"].rpartition("/")[2]
        if achievement_id in owners:
            rows.append(
                {
                    "badge_id": each.id,
                    "organisation_id": owners[achievement_id],
                    "endorser_id": each.organisation_id,
                    "achievement_id": achievement_id,
                    "about_id": each.about_id,
                    "arrived": each.reserved_at,
                }
            )
    return rows
