"""Who comes back from a provider with something else than he was sent for is not signed in."""

from typing import Final

import pytest
from fastapi.testclient import TestClient

from tests.app.accounts.journey import (
    Change,
    brought,
    elsewhere,
    late,
    lets_nobody_in,
    replayed,
    twice,
    with_another_errand,
)
from tests.provider import (
    CLIENT,
    ISSUER,
    LEFT_OUT,
)

DOES_NOT: Final[dict[str, Change]] = {
    # the way back
    "no state": brought(state=LEFT_OUT),
    "an empty state": brought(state=""),
    "another state": brought(state="A" * 43),
    "a state twice": twice("state"),
    "a code twice": twice("code"),
    "a state that was used": replayed,
    "another browser": elsewhere,
    "another browser with an errand of its own": with_another_errand,
    "eleven minutes": late(minutes=11),
    "no code": brought(code=LEFT_OUT),
    "a code that nobody gave": brought(code="verzonnen"),
    "a code and an error": brought(error="access_denied"),
    "an error": brought(code=LEFT_OUT, error="access_denied"),
    "an error that nobody knows": brought(code=LEFT_OUT, error="<script>"),
    "trouble of the provider": brought(code=LEFT_OUT, error="server_error"),
    "back at another provider": lambda journey: setattr(journey, "back", "/inloggen/elders/werk/terug"),
    "the issuer of another provider": brought(iss="https://inloggen.werk.voorbeeld"),
    "an issuer twice": twice("iss"),
    "no issuer where one was announced": brought(iss=LEFT_OUT),
    "an issuer with a slash more": brought(iss=f"{ISSUER}/"),
    "a token in the address": lambda journey: journey.provider.answer.update(
        code=LEFT_OUT, id_token=journey.provider._id_token({"client_id": CLIENT, "nonce": "x"})
    ),
    # what the service asks, changed on the way
    "a challenge of somebody else": lambda journey: setattr(
        journey, "between", lambda journey: journey.asked.update(code_challenge="x" * 43)
    ),
    "plain PKCE": lambda journey: setattr(
        journey, "between", lambda journey: journey.asked.update(code_challenge_method="plain")
    ),
    "another redirect_uri": lambda journey: setattr(
        journey, "between", lambda journey: journey.asked.update(redirect_uri="https://elders.voorbeeld")
    ),
}


class TestComingBack:
    """`/inloggen/elders/.../terug` counts once, for who went, where he went."""

    @pytest.mark.parametrize("case", DOES_NOT)
    def test_lets_nobody_in(self, service: TestClient, case: str) -> None:
        """No sign-in is made, and whoever tried is told what to do, in words."""
        lets_nobody_in(service, DOES_NOT[case])
