"""Text messages: what goes to NotifyNL, and what its answers mean."""

import hmac
import json
from base64 import urlsafe_b64decode
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from uuid import UUID

import pytest

from web.clock import FixedClock
from web.egress import Fetched
from web.errors import EgressError, MailRefusedError, MailUnsentError, StatusError, UnreachableError
from web.purposes import Form, Purpose
from web.sms import Notify, Texter

SERVICE, SECRET = "26785a09-ab16-4eb0-8407-a37497a57506", "3d844edf-8d35-48ac-975b-e847b4f122b0"
NOTIFY = Notify.at("https://sms.voorbeeld", key=f"dienst-{SERVICE}-{SECRET}", template="sjabloon")
LETTER = UUID(int=7)
NOW = datetime(2026, 6, 26, 14, 5, tzinfo=UTC)


@dataclass(frozen=True)
class Message:
    """Hold one message."""

    id: UUID = LETTER
    recipient: str = "+31612345678"
    text: str = "Je kreeg een bewijs: https://bewijs.voorbeeld/b/x"


class Outside:
    """Be the world outside: remember what came, and answer as told."""

    def __init__(self, answer: EgressError | None = None) -> None:
        self.answer = answer
        self.sent: list[tuple[str, Form, Purpose]] = []

    async def post(self, url: str, *, form: Form, purpose: Purpose) -> Fetched:
        """Take what is sent."""
        self.sent.append((url, form, purpose))
        if self.answer:
            raise self.answer
        return Fetched(raw=b"{}", url=url, media_type="application/json")


def send(outside: Outside) -> None:
    """Send one message into this world."""
    Texter(NOTIFY, egress=outside, clock=FixedClock(NOW)).deliver(Message())  # type: ignore[arg-type]  # a fake


class TestDeliver:
    """`deliver` sends one message."""

    def test_says_what_to_whom_under_the_same_name(self) -> None:
        """The id of the letter goes along, so that a second copy is known."""
        outside = Outside()
        send(outside)
        [(url, form, purpose)] = outside.sent
        assert ("https://sms.voorbeeld/v2/notifications/sms", Purpose.TEXT_MESSAGE) == (url, purpose)
        assert {
            "phone_number": "+31612345678",
            "template_id": "sjabloon",
            "personalisation": {"tekst": Message().text},
            "reference": str(UUID(int=7)),
        } == json.loads(form.body)

    def test_proves_who_we_are_at_this_moment(self) -> None:
        """With a token that the secret signed (RFC 7519)."""
        outside = Outside()
        send(outside)
        signed, _, signature = (
            (outside.sent[0][1].authorization or "").removeprefix("Bearer ").rpartition(".")
        )
        assert hmac.digest(SECRET.encode(), signed.encode(), sha256) == urlsafe_b64decode(f"{signature}=")
        said = json.loads(urlsafe_b64decode(f"{signed.partition('.')[2]}=="))
        assert {"iss": SERVICE, "iat": int(NOW.timestamp())} == said

    @pytest.mark.parametrize(
        ("answer", "meaning"),
        [
            (StatusError(400), MailRefusedError),
            (StatusError(403), MailUnsentError),
            (StatusError(429), MailUnsentError),
            (StatusError(500), MailUnsentError),
            (UnreachableError("weg"), MailUnsentError),
        ],
        ids=["wrong-number", "wrong-key", "too-many", "broken", "unreachable"],
    )
    def test_tells_now_from_never(self, answer: EgressError, meaning: type[Exception]) -> None:
        """What may go better later is tried again."""
        with pytest.raises(meaning):
            send(Outside(answer))


class TestNotify:
    """`Notify.at` reads a key as NotifyNL gives it."""

    def test_takes_the_two_ids_off_the_end(self) -> None:
        """The name may hold dashes."""
        found = Notify.at("https://x", key=f"praktijk-bewijs-{SERVICE}-{SECRET}", template="t")
        assert (SERVICE, SECRET) == (found.service, found.secret)
        assert SECRET not in repr(found)

    @pytest.mark.parametrize("key", ["", "geheim", SERVICE, f"{SERVICE}{SECRET}", f"a-{SERVICE}_{SECRET}"])
    def test_refuses_what_is_no_key(self, key: str) -> None:
        """Before anything is sent."""
        with pytest.raises(ValueError, match="key of NotifyNL"):
            Notify.at("https://x", key=key, template="t")
