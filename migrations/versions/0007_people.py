"""Give people mail addresses, mandates, invitations and sessions that say how someone got in.

Sign-ins are made anew: until now only a demo had any.
"""

import sqlalchemy as sa
from alembic import op

from issuers.database.columns import UtcDateTime, UuidText

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("person", sa.Column("mail", sa.Text(), nullable=True))
    op.create_index(op.f("ix_person_mail"), "person", ["mail"], unique=True)
    op.add_column("membership", sa.Column("mandate_by", sa.Text(), nullable=True))
    op.add_column("membership", sa.Column("mandate_since", sa.Text(), nullable=True))
    op.add_column("audit_record", sa.Column("person_id", UuidText(), nullable=True))
    _make_ways_in()
    _make_sessions()
    _make_mail()


def _make_ways_in() -> None:
    op.create_table(
        "platform_administrator",
        sa.Column("person_id", UuidText(), nullable=False),
        sa.Column("created", UtcDateTime(), nullable=False),
        sa.Column("ended", UtcDateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_platform_administrator_person_id_person")
        ),
        sa.PrimaryKeyConstraint("person_id", name=op.f("pk_platform_administrator")),
        sqlite_strict=True,
    )
    op.create_table(
        "enrolment_link",
        sa.Column("token_hash", sa.Text(), nullable=False),
        sa.Column("person_id", UuidText(), nullable=False),
        sa.Column("created", UtcDateTime(), nullable=False),
        sa.Column("expires", UtcDateTime(), nullable=False),
        sa.Column("used", UtcDateTime(), nullable=True),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_enrolment_link_person_id_person")),
        sa.PrimaryKeyConstraint("token_hash", name=op.f("pk_enrolment_link")),
        sqlite_strict=True,
    )
    op.create_table(
        "invitation",
        sa.Column("id", UuidText(), nullable=False),
        sa.Column("organisation_id", sa.Text(), nullable=False),
        sa.Column("token_hash", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("mail", sa.Text(), nullable=False),
        sa.Column("roles", sa.Text(), nullable=False),
        sa.Column("mandate_by", sa.Text(), nullable=True),
        sa.Column("mandate_since", sa.Text(), nullable=True),
        sa.Column("invited_by", UuidText(), nullable=True),
        sa.Column("created", UtcDateTime(), nullable=False),
        sa.Column("expires", UtcDateTime(), nullable=False),
        sa.Column("accepted", UtcDateTime(), nullable=True),
        sa.Column("withdrawn", UtcDateTime(), nullable=True),
        sa.ForeignKeyConstraint(["invited_by"], ["person.id"], name=op.f("fk_invitation_invited_by_person")),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisation.id"], name=op.f("fk_invitation_organisation_id_organisation")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_invitation")),
        sa.UniqueConstraint("token_hash", name=op.f("uq_invitation_token_hash")),
        sqlite_strict=True,
    )


def _make_sessions() -> None:
    op.drop_table("browser_session")
    op.create_table(
        "browser_session",
        sa.Column("token_hash", sa.Text(), nullable=False),
        sa.Column("id", UuidText(), nullable=False),
        sa.Column("person_id", UuidText(), nullable=False),
        sa.Column("organisation_id", sa.Text(), nullable=True),
        sa.Column("proof", sa.Text(), nullable=False),
        sa.Column("device", sa.Text(), nullable=False),
        sa.Column("created", UtcDateTime(), nullable=False),
        sa.Column("proved", UtcDateTime(), nullable=False),
        sa.Column("seen", UtcDateTime(), nullable=False),
        sa.Column("expires", UtcDateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisation.id"], name=op.f("fk_browser_session_organisation_id_organisation")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_browser_session_person_id_person")
        ),
        sa.PrimaryKeyConstraint("token_hash", name=op.f("pk_browser_session")),
        sa.UniqueConstraint("id", name=op.f("uq_browser_session_id")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_browser_session_person_id"), "browser_session", ["person_id"])


def _make_mail() -> None:
    op.create_table(
        "outgoing_mail",
        sa.Column("id", UuidText(), nullable=False),
        sa.Column("organisation_id", sa.Text(), nullable=True),
        sa.Column("recipient", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("created", UtcDateTime(), nullable=False),
        sa.Column("due", UtcDateTime(), nullable=True),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("sent", UtcDateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisation.id"], name=op.f("fk_outgoing_mail_organisation_id_organisation")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outgoing_mail")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_outgoing_mail_due"), "outgoing_mail", ["due"])
