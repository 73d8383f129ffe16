"""Looking through the register: whatever is changed behind our back is found."""

# ruff: noqa: E501 (a statement is easier to check in one line)

import random
from collections.abc import Callable
from datetime import timedelta

import pytest
from sqlmodel import Session, select

from issuers.audit import chain
from issuers.audit.checkpoints import make_checkpoint, read_heads
from issuers.audit.fsck import fsck
from issuers.audit.tables import AuditCheckpoint, AuditKind, AuditRecord
from issuers.database.scopes import WHOLE_SERVICE
from issuers.desk import IssuingDesk
from issuers.errors import ClockBehindError
from issuers.issuing.issuing import IssuedBadge
from issuers.people.permissions import Actor
from tests.databases import Databases
from web.clock import FixedClock

Issue = Callable[..., IssuedBadge]

TAMPERINGS = {
    "a record is changed": "UPDATE audit_record SET at = '2020-01-01T00:00:00.000000Z' WHERE sequence = 3",
    "a record says another kind": "UPDATE audit_record SET kind = 'badge-failed' WHERE kind = 'badge-signed'",
    "a record says no kind": "UPDATE audit_record SET kind = 'niets' WHERE sequence = 3",
    "a record has another actor": "UPDATE audit_record SET actor_id = NULL WHERE kind = 'badge-signed'",
    "a record names another API key": "UPDATE audit_record SET by_key = actor_id WHERE kind = 'badge-signed'",
    "a record takes a person for an API key": "UPDATE audit_record SET by_key = person_id, person_id = NULL",
    "a record commits to something else": "UPDATE audit_record SET commitment = zeroblob(32) WHERE sequence = 6",
    "a record has another hash": "UPDATE audit_record SET hash = zeroblob(32) WHERE sequence = 4",
    "a record is taken out": "DELETE FROM audit_record WHERE sequence = 5",
    "the first record is taken out": "DELETE FROM audit_record WHERE sequence = 1",
    "the last records are cut off": "DELETE FROM audit_record WHERE sequence > 6",
    "the whole chain is gone": "DELETE FROM audit_record",
    "two records change places": "UPDATE audit_record SET sequence = CASE sequence WHEN 3 THEN -4 ELSE -3 END "
    "WHERE sequence IN (3, 4); UPDATE audit_record SET sequence = -sequence WHERE sequence < 0",
    "a salt is changed": "UPDATE audit_salt SET salt = zeroblob(32)",
    "a badge's bytes are changed": "UPDATE badge SET raw = CAST(replace(CAST(raw AS TEXT), 'Sam', 'Tom') AS BLOB)",
    "a badge is taken out": "DELETE FROM badge",
    "a badge is called erased": "INSERT INTO erased_badge SELECT id, organisation_id, token, status_list_id, status_index, "
    "state, revoked_at, signed_at FROM badge; DELETE FROM badge",
    "a badge is withdrawn in silence": "UPDATE badge SET state = 'revoked', revoked_because = 'anders', "
    "revoked_at = '2026-06-26T14:05:00.000000Z' WHERE state = 'signed'",
    "a withdrawal is undone": "UPDATE badge SET state = 'signed', revoked_at = NULL WHERE state = 'revoked'",
    "a withdrawal is dated back": "UPDATE badge SET revoked_at = '2020-01-01T00:00:00.000000Z' WHERE state = 'revoked'",
    "a withdrawal gets another reason": "UPDATE badge SET revoked_because = 'anders' WHERE state = 'revoked'",
    "a signed badge is called failed": "UPDATE badge SET state = 'failed', raw = NULL WHERE state = 'signed'",
    "a list is emptied": "UPDATE status_list SET raw = CAST('{}' AS BLOB)",
    "a list is changed": "UPDATE status_list SET raw = CAST(replace(CAST(raw AS TEXT), '26T', '27T') AS BLOB)",
    "keys change places": "UPDATE signing_key SET wrapped = (SELECT wrapped FROM signing_key LIMIT 1)",
    "a public key is another": "UPDATE signing_key SET multikey = 'z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK' "
    "WHERE purpose = 'list'",
    "a checkpoint is changed": "UPDATE audit_checkpoint SET body = CAST(replace(CAST(body AS TEXT), '26T', '27T') AS BLOB)",
    "a checkpoint is signed by nobody": "UPDATE audit_checkpoint SET signature = zeroblob(64)",
    "a checkpoint is taken out": "DELETE FROM audit_checkpoint WHERE number = 1",
}


def codes(desk: IssuingDesk) -> set[str]:
    """Look, and give the kinds of what was found."""
    return {finding.code for finding in fsck(desk)}


class TestFsck:
    """`fsck` finds any change, and nothing where nothing was changed."""

    def test_finds_nothing_in_an_honest_register(self, busy: IssuingDesk) -> None:
        """All fits."""
        assert () == fsck(busy)

    @pytest.mark.parametrize("statement", TAMPERINGS.values(), ids=TAMPERINGS)
    def test_finds(self, busy: IssuingDesk, databases: Databases, statement: str) -> None:
        """Each of these changes is found."""
        databases.tamper(busy.register.engine.url, statement)
        assert fsck(busy)

    def test_finds_a_cut_that_takes_the_checkpoints_along(
        self, busy: IssuingDesk, databases: Databases
    ) -> None:
        """Only the checkpoint that was kept elsewhere still knows of the end of the chain."""
        kept = busy.register.read(
            lambda session: session.exec(select(AuditCheckpoint.body)).all(), within=WHOLE_SERVICE
        )
        databases.tamper(
            busy.register.engine.url,
            "DELETE FROM audit_record WHERE sequence > 8; DELETE FROM audit_checkpoint WHERE number > 1; "
            "DELETE FROM badge_jwt WHERE badge_id IN (SELECT id FROM badge WHERE idempotency_key = 'twee'); "
            "DELETE FROM badge WHERE idempotency_key = 'twee'; "
            "UPDATE badge SET state = 'signed', revoked_at = NULL, revoked_because = NULL",
        )
        assert {"list-differs"} == codes(busy)
        assert "chain-cut" in {finding.code for finding in fsck(busy, kept_elsewhere=kept)}

    def test_finds_a_token_that_says_something_else(self, busy: IssuingDesk, databases: Databases) -> None:
        """Each badge has its own token, and no other."""
        databases.tamper(
            busy.register.engine.url,
            "UPDATE badge_jwt SET raw = (SELECT raw FROM badge_jwt ORDER BY badge_id LIMIT 1)",
        )
        assert {"jwt-differs"} == codes(busy)

    def test_finds_nothing_wrong_when_a_salt_was_deleted(
        self, busy: IssuingDesk, databases: Databases
    ) -> None:
        """Forgetting is allowed: the chain holds without the salts."""
        databases.tamper(busy.register.engine.url, "DELETE FROM audit_salt")
        assert () == fsck(busy)

    def test_finds_any_changed_bit_of_a_chain(self, busy: IssuingDesk) -> None:
        """Thirty random bits, each found, each put back."""
        chance = random.Random(20260626)  # noqa: S311 (which bit is tried, no secret)
        for _ in range(30):
            column, sequence = chance.choice(("previous", "hash", "commitment")), chance.randint(1, 11)
            bit = 1 << chance.randrange(256)
            flip(busy, column=column, sequence=sequence, bit=bit)
            assert fsck(busy)
            flip(busy, column=column, sequence=sequence, bit=bit)
        assert () == fsck(busy)


def flip(desk: IssuingDesk, *, column: str, sequence: int, bit: int) -> None:
    """Turn one bit of a record over."""

    def work(session: Session) -> None:
        record = session.exec(select(AuditRecord).where(AuditRecord.sequence == sequence)).one()
        value = int.from_bytes(getattr(record, column)) ^ bit
        setattr(record, column, value.to_bytes(32))

    desk.register.write(work, within=WHOLE_SERVICE)


class TestAppend:
    """`append` makes the chain."""

    def test_counts_without_gaps_from_one(self, busy: IssuingDesk) -> None:
        """Nobody can take out a record and close the row."""
        numbers = busy.register.read(
            lambda session: session.exec(select(AuditRecord.sequence)).all(), within=WHOLE_SERVICE
        )
        assert list(range(1, 12)) == sorted(numbers)

    @pytest.mark.parametrize(("behind", "refused"), [(5, False), (6, True)])
    def test_refuses_a_clock_that_runs_behind(
        self, desk: IssuingDesk, actor: Actor, clock: FixedClock, *, behind: int, refused: bool
    ) -> None:
        """Five seconds are the difference between two machines; more is a wrong clock."""
        at = clock.now() - timedelta(seconds=behind)
        event = chain.Event(organisation_id=actor.organisation_id, kind=AuditKind.MEMBER_ADDED, at=at)
        if refused:
            with pytest.raises(ClockBehindError):
                desk.register.write(lambda session: chain.append(session, event), within=WHOLE_SERVICE)
        else:
            desk.register.write(lambda session: chain.append(session, event), within=WHOLE_SERVICE)
            assert () == fsck(desk)

    def test_tells_nothing_about_a_person(self, busy: IssuingDesk) -> None:
        """Ids and commitments only."""
        records = busy.register.read(
            lambda session: session.exec(select(AuditRecord)).all(), within=WHOLE_SERVICE
        )
        assert "Sam" not in repr(records)


class TestMakeCheckpoint:
    """`make_checkpoint` signs where the chains end."""

    def test_makes_none_when_nothing_happened(self, busy: IssuingDesk) -> None:
        """A quiet night is no row a minute."""
        assert make_checkpoint(busy) is None

    def test_tells_every_chain(self, desk: IssuingDesk, stranger: Actor, actor: Actor) -> None:
        """Also that of an organisation that did nothing but join."""
        made = make_checkpoint(desk)
        assert made is not None
        assert {stranger.organisation_id, actor.organisation_id} == {
            head.organisation_id for head in read_heads(made.body)
        }

    @pytest.mark.parametrize("body", [b"", b"{}", b"[]", b'{"heads": [1]}', b'{"heads": [["a", 1, "zz"]]}'])
    def test_reads_no_heads_in_what_is_no_checkpoint(self, body: bytes) -> None:
        """Bytes from elsewhere are read carefully."""
        with pytest.raises(ValueError, match=r"checkpoint|head|hexadecimal"):
            read_heads(body)
