"""Until when a key signs for its issuer."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from badges import keys
from badges.errors import KeyBindingError, KeyEndError, KeyRevokedError
from tests.badges.issuers import DID, METHOD, ONE, document

NOON = datetime(2026, 6, 26, 12, tzinfo=UTC)


class TestFindKeyThatEnds:
    """`find_key`, of a key that was withdrawn or has an end."""

    @pytest.mark.parametrize("is_listed", [True, False])
    @pytest.mark.parametrize(
        ("at", "is_after"),
        [(NOON - timedelta(days=300), False), (NOON, True), (NOON + timedelta(days=1), True), (None, False)],
    )
    def test_lets_a_withdrawn_key_serve_nothing_by_itself(
        self, at: datetime | None, *, is_after: bool, is_listed: bool
    ) -> None:
        """Whoever has it can write any date; the key is given along, for whom the issuer's register asks."""

        def withdraw(made: Any) -> None:
            made["verificationMethod"][0].update(revoked="2026-06-26T12:00:00Z")
            if not is_listed:
                made["assertionMethod"] = []

        with pytest.raises(KeyRevokedError) as caught:
            keys.find_key(document(withdraw), verification_method=METHOD, issuer=DID, at=at)
        assert (ONE, is_after) == (caught.value.key, caught.value.is_after)

    @pytest.mark.parametrize("end", ["2026-06-26", "ooit", 5, True, [], ""])
    def test_takes_a_withdrawal_that_cannot_be_read_for_one(self, end: object) -> None:
        """That it was withdrawn is sure; only when is not."""
        made = document(lambda made: made["verificationMethod"][0].update(revoked=end))
        with pytest.raises(KeyRevokedError) as caught:
            keys.find_key(made, verification_method=METHOD, issuer=DID, at=NOON)
        assert caught.value.is_after

    def test_lets_a_key_with_an_end_serve_only_proofs_from_before(self) -> None:
        """A proof from before the end counts; from the end on it does not; of no known time, who can say."""
        made = document(lambda made: made["verificationMethod"][0].update(expires="2026-06-26T12:00:00Z"))
        before = NOON - timedelta(seconds=1)
        assert keys.find_key(made, verification_method=METHOD, issuer=DID, at=before) == ONE
        for at in (NOON, NOON + timedelta(days=1)):
            with pytest.raises(KeyBindingError):
                keys.find_key(made, verification_method=METHOD, issuer=DID, at=at)
        with pytest.raises(KeyEndError):
            keys.find_key(made, verification_method=METHOD, issuer=DID, at=None)

    @pytest.mark.parametrize("end", ["2026-06-26", "2026-06-26T12:00:00", "ooit", 5, True, [], ""])
    def test_refuses_a_key_whose_end_cannot_be_read(self, end: object) -> None:
        """An end that is no time with a zone counts as ended."""
        made = document(lambda made: made["verificationMethod"][0].update(expires=end))
        with pytest.raises(KeyBindingError):
            keys.find_key(made, verification_method=METHOD, issuer=DID, at=NOON - timedelta(days=1000))
