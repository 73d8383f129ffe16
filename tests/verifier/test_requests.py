"""What is asked in a request: an envelope is opened here, and nothing that takes long to read."""

import pytest

from verifier import requests
from verifier.requests import One, Several


class TestAsked:
    def test_opens_an_envelope(self) -> None:
        """Up to a hundred badges, each as it stands."""
        assert Several((b'{"a":1}', b"x")) == requests.asked(b'{"bewijzen":[{"a":1},"x"]}')

    @pytest.mark.parametrize(
        "raw",
        [
            b'{"bewijzen":[' + b",".join([b"{}"] * requests.MOST_PARTS) + b"]}",
            b'{"bewijs":[' + b",".join([b"1"] * (requests.MOST_COMMAS + 2)) + b"]}",
        ],
        ids=["brackets", "commas"],
    )
    def test_leaves_what_is_intricate_to_a_worker(self, raw: bytes) -> None:
        """Millions of small parts would hold up everybody while we read them (security R10)."""
        assert One(raw) == requests.asked(raw)

    def test_opens_an_envelope_with_as_much_as_it_may_hold(self) -> None:
        """A hundred badges, each with a long text."""
        badge = b'{"narrative":"' + b"Sam deed dit, en dat. " * 200 + b'"}'
        asked = requests.asked(b'{"bewijzen":[' + b",".join([badge] * 100) + b"]}")
        assert isinstance(asked, Several)
