"""What may be signed as a learner record: what others signed, and no word more."""

from typing import Any

import pytest

from badges import strictjson
from badges.errors import LintError
from badges.learnerrecord import RecordSlot, compose_record
from badges.linting import lint_record
from badges.strictjson import JsonObject
from tests.world import NOW, World

EARTH = World()
BADGE = strictjson.loads_object(EARTH.signed())
SLOT = RecordSlot(
    record_id="urn:uuid:018f0000-0000-4000-8000-000000000001",
    subject_id="urn:uuid:018f0000-0000-4000-8000-000000000002",
    moment=NOW,
)


def problems(*credentials: JsonObject, issuer: str = EARTH.school.did, **members: Any) -> set[str]:
    """Compose a record of the school, change members of it, and give the codes of what is wrong."""
    unsigned = compose_record(credentials, slot=SLOT, publisher=EARTH.school.profile())
    subject = members.pop("subject", {})
    unsigned.document.update(members)
    held: Any = unsigned.document["credentialSubject"]
    held.update(subject)
    try:
        lint_record(unsigned, issuer=issuer)
    except LintError as error:
        return {each.code for each in error.problems}
    return set()


class TestLintRecord:
    def test_takes_a_record_of_signed_credentials(self) -> None:
        """As it is composed."""
        assert set() == problems(BADGE)

    @pytest.mark.parametrize(
        ("changes", "expected"),
        [
            ({"name": "Diploma"}, {"record-words"}),
            ({"awardedDate": "2026-11-22T12:00:00Z"}, {"record-words"}),
            ({"subject": {"achievement": []}}, {"record-words"}),
            ({"issuer": "did:web:kwaad.voorbeeld"}, {"issuer"}),
            ({"id": "https://bewijs.voorbeeld/b/1"}, {"id-form"}),
            ({"validFrom": "gisteren"}, {"dates"}),
            ({"subject": {"verifiableCredential": [BADGE, BADGE]}}, {"record-holds"}),
            ({"type": ["VerifiableCredential", "AchievementCredential"]}, {"type", "schema"}),
        ],
        ids=lambda each: str(sorted(each))[:40],  # a set has another order in each process
    )
    def test_refuses_a_word_of_its_own(self, changes: dict[str, Any], expected: set[str]) -> None:
        """Whatever is added, and whatever is not what every record is."""
        assert expected <= problems(BADGE, **changes)

    def test_refuses_what_nobody_signed(self) -> None:
        """Each credential in it has a proof of its own, and there is one at least."""
        bare = {name: value for name, value in BADGE.items() if name != "proof"}
        assert "record-holds" in problems(bare)
        assert "record-holds" in problems()
