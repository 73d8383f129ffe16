"""Send text messages through NotifyNL, which speaks as GOV.UK Notify does: a JWT, and one POST a message.

A message bears the id of its letter as `reference`, by which who looks there finds a second copy.
"""

import asyncio
import hmac
import json
import re
from base64 import urlsafe_b64encode
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Final, Protocol, Self
from uuid import UUID

from web.clock import Clock
from web.egress import Egress
from web.errors import EgressError, MailRefusedError, MailUnsentError, StatusError
from web.purposes import Form, Purpose

_UUID: Final = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}"
_KEY: Final = re.compile(f".*-({_UUID})-({_UUID})", re.ASCII)
_REFUSED: Final = 400
"""The message will not do. Anything else may go better later: with another key, or a clock that is right."""


class Message(Protocol):
    """Say what a message holds."""

    @property
    def id(self) -> UUID:
        """Name it, for ever the same."""
        ...

    @property
    def recipient(self) -> str:
        """Give the phone number that it goes to."""
        ...

    @property
    def text(self) -> str:
        """Say what it says."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Notify:
    """Hold where messages go, by which template, and how we prove there who we are."""

    url: str
    template: str
    service: str
    secret: str = field(repr=False)

    @classmethod
    def at(cls, url: str, *, key: str, template: str) -> Self:
        """Read a key as NotifyNL gives it: a name, the id of the service, and a secret, with dashes between.

        Raises:
            ValueError: it is no such key.
        """
        found = _KEY.fullmatch(key)
        if found is None:
            raise ValueError("not a key of NotifyNL")
        service, secret = found.groups()
        return cls(url=url, template=template, service=service, secret=secret)


class Texter:
    """Bring messages to NotifyNL."""

    def __init__(self, notify: Notify, *, egress: Egress, clock: Clock) -> None:
        self._notify = notify
        self._egress = egress
        self._clock = clock

    def deliver(self, message: Message) -> None:
        """Send one message.

        Raises:
            MailUnsentError: it did not work now.
            MailRefusedError: it never will.
        """
        try:
            asyncio.run(self._send(message))
        except StatusError as error:
            kind = MailRefusedError if error.status == _REFUSED else MailUnsentError
            raise kind(f"NotifyNL said {error.status}") from error
        except EgressError as error:
            raise MailUnsentError(type(error).__name__) from error

    async def _send(self, message: Message) -> None:
        body = {
            "phone_number": message.recipient,
            "template_id": self._notify.template,
            "personalisation": {"tekst": message.text},
            "reference": str(message.id),
        }
        form = Form(
            body=json.dumps(body).encode(),
            authorization=f"Bearer {self._token()}",
            media_type="application/json",
        )
        address = f"{self._notify.url}/v2/notifications/sms"
        await self._egress.post(address, form=form, purpose=Purpose.TEXT_MESSAGE)

    def _token(self) -> str:
        """Say who we are, at this moment (RFC 7519, HS256)."""
        said = {"iss": self._notify.service, "iat": int(self._clock.now().timestamp())}
        signed = b".".join(
            _part(json.dumps(each).encode()) for each in ({"typ": "JWT", "alg": "HS256"}, said)
        )
        signature = hmac.digest(self._notify.secret.encode(), signed, sha256)
        return b".".join((signed, _part(signature))).decode()


def _part(raw: bytes) -> bytes:
    return urlsafe_b64encode(raw).rstrip(b"=")
