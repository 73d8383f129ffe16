"""Make the tables of organisations, people, keys, badges and their audit."""

import sqlalchemy as sa
from alembic import op

from issuers.database.columns import UtcDateTime, UuidText

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "instance",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("base_url", sa.Text(), nullable=False),
        sa.Column("created", UtcDateTime(), nullable=False),
        sa.CheckConstraint("id = 1", name=op.f("ck_instance_one_row")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_instance")),
        sqlite_strict=True,
    )
    op.create_table(
        "organisation",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("created", UtcDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_organisation")),
        sqlite_strict=True,
    )
    op.create_table(
        "person",
        sa.Column("id", UuidText(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("created", UtcDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_person")),
        sqlite_strict=True,
    )
    op.create_table(
        "achievement",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("organisation_id", sa.Text(), nullable=False),
        sa.Column("fingerprint", sa.LargeBinary(), nullable=False),
        sa.Column("crebo", sa.Text(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.Column("leervorm", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("document", sa.LargeBinary(), nullable=False),
        sa.Column("created", UtcDateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisation.id"], name=op.f("fk_achievement_organisation_id_organisation")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_achievement")),
        sa.UniqueConstraint(
            "organisation_id", "fingerprint", name=op.f("uq_achievement_organisation_id_fingerprint")
        ),
        sa.UniqueConstraint("organisation_id", "id", name=op.f("uq_achievement_organisation_id_id")),
        sqlite_strict=True,
    )
    op.create_table(
        "audit_record",
        sa.Column("organisation_id", sa.Text(), nullable=False),
        sa.Column("sequence", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("previous", sa.LargeBinary(), nullable=False),
        sa.Column("hash", sa.LargeBinary(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.Column("actor_id", UuidText(), nullable=True),
        sa.Column("badge_id", UuidText(), nullable=True),
        sa.Column("key_id", UuidText(), nullable=True),
        sa.Column("commitment", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisation.id"],
            name=op.f("fk_audit_record_organisation_id_organisation"),
        ),
        sa.PrimaryKeyConstraint("organisation_id", "sequence", name=op.f("pk_audit_record")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_audit_record_badge_id"), "audit_record", ["badge_id"], unique=False)
    op.create_table(
        "audit_salt",
        sa.Column("organisation_id", sa.Text(), nullable=False),
        sa.Column("sequence", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("salt", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisation.id"], name=op.f("fk_audit_salt_organisation_id_organisation")
        ),
        sa.PrimaryKeyConstraint("organisation_id", "sequence", name=op.f("pk_audit_salt")),
        sqlite_strict=True,
    )
    op.create_table(
        "browser_session",
        sa.Column("token_hash", sa.Text(), nullable=False),
        sa.Column("organisation_id", sa.Text(), nullable=False),
        sa.Column("person_id", UuidText(), nullable=False),
        sa.Column("created", UtcDateTime(), nullable=False),
        sa.Column("expires", UtcDateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisation.id"],
            name=op.f("fk_browser_session_organisation_id_organisation"),
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_browser_session_person_id_person")
        ),
        sa.PrimaryKeyConstraint("token_hash", name=op.f("pk_browser_session")),
        sqlite_strict=True,
    )
    op.create_table(
        "membership",
        sa.Column("organisation_id", sa.Text(), nullable=False),
        sa.Column("person_id", UuidText(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("created", UtcDateTime(), nullable=False),
        sa.Column("ended", UtcDateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisation.id"], name=op.f("fk_membership_organisation_id_organisation")
        ),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_membership_person_id_person")),
        sa.PrimaryKeyConstraint("organisation_id", "person_id", "role", name=op.f("pk_membership")),
        sqlite_strict=True,
    )
    op.create_table(
        "organisation_kwalificatie",
        sa.Column("organisation_id", sa.Text(), nullable=False),
        sa.Column("crebo", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisation.id"],
            name=op.f("fk_organisation_kwalificatie_organisation_id_organisation"),
        ),
        sa.PrimaryKeyConstraint("organisation_id", "crebo", name=op.f("pk_organisation_kwalificatie")),
        sqlite_strict=True,
    )
    op.create_table(
        "signing_key",
        sa.Column("id", UuidText(), nullable=False),
        sa.Column("organisation_id", sa.Text(), nullable=True),
        sa.Column("purpose", sa.Text(), nullable=False),
        sa.Column("multikey", sa.Text(), nullable=False),
        sa.Column("wrapped", sa.LargeBinary(), nullable=False),
        sa.Column("created", UtcDateTime(), nullable=False),
        sa.Column("retired", UtcDateTime(), nullable=True),
        sa.Column("withdrawn", UtcDateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisation.id"], name=op.f("fk_signing_key_organisation_id_organisation")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_signing_key")),
        sa.UniqueConstraint("multikey", name=op.f("uq_signing_key_multikey")),
        sqlite_strict=True,
    )
    op.create_index(
        op.f("ix_signing_key_organisation_id_purpose"),
        "signing_key",
        ["organisation_id", "purpose"],
        unique=False,
    )
    op.create_table(
        "status_list",
        sa.Column("id", UuidText(), nullable=False),
        sa.Column("organisation_id", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("used", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("raw", sa.LargeBinary(), nullable=False),
        sa.Column("published_at", UtcDateTime(), nullable=False),
        sa.Column("valid_until", UtcDateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisation.id"], name=op.f("fk_status_list_organisation_id_organisation")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_status_list")),
        sa.UniqueConstraint("organisation_id", "id", name=op.f("uq_status_list_organisation_id_id")),
        sa.UniqueConstraint("organisation_id", "number", name=op.f("uq_status_list_organisation_id_number")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_status_list_published_at"), "status_list", ["published_at"], unique=False)
    op.create_table(
        "audit_checkpoint",
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.Column("signature", sa.LargeBinary(), nullable=False),
        sa.Column("key_id", UuidText(), nullable=False),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["key_id"], ["signing_key.id"], name=op.f("fk_audit_checkpoint_key_id_signing_key")
        ),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_audit_checkpoint")),
        sqlite_strict=True,
    )
    op.create_table(
        "badge",
        sa.Column("id", UuidText(), nullable=False),
        sa.Column("organisation_id", sa.Text(), nullable=False),
        sa.Column("achievement_id", sa.Text(), nullable=False),
        sa.Column("token", sa.Text(), nullable=False),
        sa.Column("subject_id", UuidText(), nullable=False),
        sa.Column("evidence_id", UuidText(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("idempotency_key", sa.Text(), nullable=True),
        sa.Column("request_hash", sa.LargeBinary(), nullable=False),
        sa.Column("status_list_id", UuidText(), nullable=False),
        sa.Column("status_index", sa.Integer(), nullable=False),
        sa.Column("issued_by", UuidText(), nullable=False),
        sa.Column("reserved_at", UtcDateTime(), nullable=False),
        sa.Column("key_id", UuidText(), nullable=False),
        sa.Column("intent", sa.LargeBinary(), nullable=True),
        sa.Column("raw", sa.LargeBinary(), nullable=True),
        sa.Column("signed_at", UtcDateTime(), nullable=True),
        sa.Column("failed_because", sa.Text(), nullable=True),
        sa.Column("revoked_at", UtcDateTime(), nullable=True),
        sa.Column("revoked_because", sa.Text(), nullable=True),
        sa.Column("revoked_by", UuidText(), nullable=True),
        sa.Column("replaced_by", UuidText(), nullable=True),
        sa.CheckConstraint(
            "(state = 'revoked') = (revoked_at IS NOT NULL)", name=op.f("ck_badge_revoked_has_moment")
        ),
        sa.CheckConstraint(
            "(state IN ('signed', 'revoked')) = (raw IS NOT NULL)", name=op.f("ck_badge_signed_has_bytes")
        ),
        sa.CheckConstraint(
            "status_index >= 0 AND status_index < 131072", name=op.f("ck_badge_status_index_in_list")
        ),
        sa.ForeignKeyConstraint(["issued_by"], ["person.id"], name=op.f("fk_badge_issued_by_person")),
        sa.ForeignKeyConstraint(["key_id"], ["signing_key.id"], name=op.f("fk_badge_key_id_signing_key")),
        sa.ForeignKeyConstraint(
            ["organisation_id", "achievement_id"],
            ["achievement.organisation_id", "achievement.id"],
            name=op.f("fk_badge_organisation_id_achievement_id_achievement"),
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id", "status_list_id"],
            ["status_list.organisation_id", "status_list.id"],
            name=op.f("fk_badge_organisation_id_status_list_id_status_list"),
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisation.id"], name=op.f("fk_badge_organisation_id_organisation")
        ),
        sa.ForeignKeyConstraint(["replaced_by"], ["badge.id"], name=op.f("fk_badge_replaced_by_badge")),
        sa.ForeignKeyConstraint(["revoked_by"], ["person.id"], name=op.f("fk_badge_revoked_by_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_badge")),
        sa.UniqueConstraint(
            "organisation_id", "idempotency_key", name=op.f("uq_badge_organisation_id_idempotency_key")
        ),
        sa.UniqueConstraint(
            "status_list_id", "status_index", name=op.f("uq_badge_status_list_id_status_index")
        ),
        sa.UniqueConstraint("token", name=op.f("uq_badge_token")),
        sqlite_strict=True,
    )
    op.create_index(
        op.f("ix_badge_organisation_id_reserved_at"),
        "badge",
        ["organisation_id", "reserved_at"],
        unique=False,
    )
    op.create_index(op.f("ix_badge_state_reserved_at"), "badge", ["state", "reserved_at"], unique=False)
    op.create_index(op.f("ix_badge_status_list_id_state"), "badge", ["status_list_id", "state"], unique=False)
