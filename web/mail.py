"""Send letters through the mail server that the administrator named: plain text, one recipient each.

The password goes over TLS only. A letter is sent at least once; its Message-ID is made from its id, so that a
second copy is known as the same letter.
"""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from email.message import EmailMessage
from email.policy import SMTP as LINES
from email.utils import format_datetime, formataddr
from typing import Protocol, Self
from urllib.parse import unquote, urlsplit
from uuid import UUID

import aiosmtplib

from web.clock import Clock
from web.egress import dial, tls_context
from web.errors import MailRefusedError, MailUnsentError, UnreachableError

SECONDS = 20.0
SUBMISSION, SUBMISSIONS = 587, 465
FIRST_PERMANENT = 500
_OURSELVES = frozenset({"localhost", "127.0.0.1", "::1"})


class Letter(Protocol):
    """Say what a letter holds."""

    @property
    def id(self) -> UUID:
        """Name it, for ever the same."""
        ...

    @property
    def recipient(self) -> str:
        """Give the mail address that it goes to."""
        ...

    @property
    def subject(self) -> str:
        """Say on one line what it is about."""
        ...

    @property
    def text(self) -> str:
        """Say what it says."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class MailServer:
    """Hold where letters go, and how we prove there who we are."""

    host: str
    port: int
    is_tls: bool
    username: str | None = None
    password: str | None = field(default=None, repr=False)

    @classmethod
    def at(cls, url: str) -> Self:
        """Read `smtp://name:password@host:587` (TLS begins on the way) or `smtps://...:465` (TLS at once).

        Raises:
            ValueError: it is no such address.
        """
        parts = urlsplit(url)
        if parts.scheme not in {"smtp", "smtps"} or not parts.hostname or parts.path not in {"", "/"}:
            raise ValueError("not an address of a mail server")
        is_tls = parts.scheme == "smtps"
        return cls(
            host=parts.hostname,
            port=parts.port or (SUBMISSIONS if is_tls else SUBMISSION),
            is_tls=is_tls,
            username=unquote(parts.username) if parts.username else None,
            password=unquote(parts.password) if parts.password else None,
        )

    @property
    def starts_tls(self) -> bool:
        """Tell whether TLS must begin on the way: everywhere but on this very machine."""
        return not self.is_tls and self.host not in _OURSELVES


class Postman:
    """Bring letters to one mail server, each over a connection of its own.

    `returns` gives the address to which a letter comes back that cannot be brought (RFC 5321 4.4);
    without, it comes back to the sender.
    """

    def __init__(
        self,
        server: MailServer,
        *,
        sender: str,
        clock: Clock,
        returns: Callable[[UUID], str] | None = None,
    ) -> None:
        self._server = server
        self._sender = sender
        self._clock = clock
        self._returns = returns or (lambda _id: sender)

    def deliver(self, letter: Letter) -> None:
        """Send one letter.

        Raises:
            MailUnsentError: it did not work now.
            MailRefusedError: the server will never take this letter for this recipient. That it will take
                nothing from us is no fault of the letter: it goes when that is put right.
        """
        try:
            asyncio.run(self._send(self._message(letter), back=self._returns(letter.id), to=letter.recipient))
        except aiosmtplib.SMTPRecipientsRefused as error:
            raise _refusal(max(each.code for each in error.recipients)) from error
        except aiosmtplib.SMTPDataError as error:
            raise _refusal(error.code) from error
        except (aiosmtplib.SMTPException, UnreachableError, OSError) as error:
            raise MailUnsentError(type(error).__name__) from error

    async def _send(self, message: EmailMessage, *, back: str, to: str) -> None:
        server = self._server
        line = await asyncio.to_thread(dial, server.host, server.port, seconds=SECONDS)
        await aiosmtplib.send(
            message,
            sender=back,
            recipients=[to],
            sock=line,
            hostname=server.host,
            username=server.username,
            password=server.password,
            use_tls=server.is_tls,
            start_tls=server.starts_tls,
            tls_context=tls_context() if server.is_tls or server.starts_tls else None,
            local_hostname=self._sender.rpartition("@")[2],
            timeout=SECONDS,
        )

    def _message(self, letter: Letter) -> EmailMessage:
        message = EmailMessage(policy=LINES)
        message["From"] = formataddr(("Praktijkbewijs", self._sender))
        message["To"] = letter.recipient
        message["Subject"] = letter.subject
        message["Date"] = format_datetime(self._clock.now())
        message["Message-ID"] = f"<{letter.id}@{self._sender.rpartition('@')[2]}>"
        message["Auto-Submitted"] = "auto-generated"
        message.set_content(letter.text, cte="quoted-printable")
        return message


def _refusal(code: int) -> MailUnsentError | MailRefusedError:
    """Tell from its code whether the server means now or never (RFC 5321 4.2.1)."""
    kind = MailRefusedError if code >= FIRST_PERMANENT else MailUnsentError
    return kind(f"the mail server said {code}")
