"""A mail server on this machine, small and real: it takes letters, or says why not."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage


@dataclass
class PostOffice:
    """Hold what was brought; `answers` says what a recipient gets instead of 250, `to_verbs` a verb.

    `senders` are those of the envelopes.
    """

    port: int = 0
    letters: list[EmailMessage] = field(default_factory=list)
    answers: dict[str, str] = field(default_factory=dict)
    to_verbs: dict[str, str] = field(default_factory=dict)
    senders: list[str] = field(default_factory=list)

    @property
    def url(self) -> str:
        """Give the address for the settings."""
        return f"smtp://127.0.0.1:{self.port}"

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Speak SMTP with one client (RFC 5321)."""
        writer.write(b"220 here\r\n")
        while line := (await reader.readline()).decode():
            verb = line[:4].upper()
            if verb == "DATA":
                writer.write(b"354 go on\r\n")
                raw = await reader.readuntil(b"\r\n.\r\n")
                letter = message_from_bytes(raw[:-3].replace(b"\r\n..", b"\r\n."), policy=policy.default)
                assert isinstance(letter, EmailMessage)
                self.letters.append(letter)
                writer.write(b"250 taken\r\n")
            elif verb == "RCPT":
                address = line.partition("<")[2].partition(">")[0]
                writer.write(f"{self.answers.get(address, '250 fine')}\r\n".encode())
            elif verb == "MAIL":
                self.senders.append(line.partition("<")[2].partition(">")[0])
                writer.write(f"{self.to_verbs.get(verb, '250 fine')}\r\n".encode())
            elif verb == "QUIT":
                writer.write(b"221 bye\r\n")
                break
            else:
                writer.write(f"{self.to_verbs.get(verb, '250 fine')}\r\n".encode())
        writer.close()


@contextmanager
def post_office() -> Iterator[PostOffice]:
    """Open one at a free port, in a thread."""
    office, loop, opened = PostOffice(), asyncio.new_event_loop(), threading.Event()

    async def run() -> None:
        server = await asyncio.start_server(office.serve, "127.0.0.1", 0)
        office.port = server.sockets[0].getsockname()[1]
        opened.set()
        await closing.wait()
        server.close()
        await server.wait_closed()

    closing = asyncio.Event()
    thread = threading.Thread(target=loop.run_until_complete, args=(run(),))
    thread.start()
    opened.wait()
    try:
        yield office
    finally:
        loop.call_soon_threadsafe(closing.set)
        thread.join()
        loop.close()
