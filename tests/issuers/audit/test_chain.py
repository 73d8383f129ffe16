"""The hash of a record: what it covers, and that older records keep theirs."""

from datetime import UTC, datetime
from uuid import UUID

from issuers.audit.chain import GENESIS, link
from issuers.audit.tables import AuditKind, AuditRecord

ONE, OTHER = UUID(int=1), UUID(int=2)
OLDER = [
    "cb892e2fc8890a8e6488c9b6b91c1f48818991e8f44e01bceccccddac08df553",
    "a7baf7a0da47500fa1bb33d8f81f6b77e73a956d4a32e80c1cb93c4d286fcf00",
]
"""What these records hashed to before there were API keys."""


def record(*, person_id: UUID | None = None, by_key: UUID | None = None) -> AuditRecord:
    """Make the first record of a chain."""
    return AuditRecord(
        organisation_id="maas",
        sequence=1,
        previous=GENESIS,
        hash=b"",
        kind=AuditKind.BADGE_SIGNED,
        at=datetime(2026, 6, 26, 14, 5, tzinfo=UTC),
        actor_id=ONE,
        badge_id=OTHER,
        person_id=person_id,
        by_key=by_key,
        commitment=bytes(32),
    )


class TestLink:
    """`link`."""

    def test_is_what_it_always_was(self) -> None:
        """Chains of before there were API keys, and before records named people, still hold."""
        assert OLDER == [link(record()).hex(), link(record(person_id=ONE)).hex()]

    def test_covers_the_api_key(self) -> None:
        """Neither which one, nor that there was one, nor that it was a key and no person, changes unseen."""
        told = [
            record(),
            record(person_id=ONE),
            record(by_key=ONE),
            record(by_key=OTHER),
            record(person_id=ONE, by_key=ONE),
        ]
        assert len(told) == len({link(each) for each in told})
