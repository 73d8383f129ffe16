"""How a message between us and a worker looks: its kind (1 byte), its job (8), its length (4), its bytes.

An answer carries the random number of its job, so no worker can answer a job that it was not given yet.
The worker waits in `read`; our side waits in the event loop only (`receive`, `send`). Whatever a worker sends
is nothing but bytes to us.
"""

import asyncio
import os
from enum import IntEnum
from struct import Struct
from typing import NamedTuple

MAX_JOB = 20 * 1024 * 1024
"""The largest file that we take, 20 MB, and what is asked of it."""

MAX_ANSWER = 28 * 1024 * 1024
"""What is in the largest zip, 20 MB, in base64 and with the names of a hundred files."""

_HEADER = Struct(">B8sI")
_CHUNK = 1024 * 1024


class Kind(IntEnum):
    """Say what a message is.

    `READY`: the worker can begin (`READINESS`). `JOB`: do this. `ANSWER`: done. `LAST`: done, and this
    worker ends. `FAILED`: not done, the name of the error is inside, and this worker ends.
    """

    READY = 1
    JOB = 2
    ANSWER = 3
    LAST = 4
    FAILED = 5


READINESS = Struct(">I?")
"""Process id, and whether the kernel holds the worker."""

EXIT = Struct(">i")
"""How a process ended: its exit code, or the number of the signal below zero."""


class Message(NamedTuple):
    """Hold what is said, and about which job."""

    kind: Kind
    number: bytes
    body: bytes

    def pack(self) -> bytes:
        """Write it as bytes."""
        return _HEADER.pack(self.kind, self.number, len(self.body)) + self.body


def read(descriptor: int) -> Message:
    """Wait for a message.

    Raises:
        EOFError, OSError: the other side is gone.
    """
    kind, number, length = _HEADER.unpack(_read_exactly(descriptor, _HEADER.size))
    return Message(Kind(kind), number, _read_exactly(descriptor, length))


def write(descriptor: int, message: Message) -> None:
    """Write a message, and wait until all of it is on its way.

    Raises:
        OSError: the other side is gone.
    """
    rest = memoryview(message.pack())
    while rest:
        rest = rest[os.write(descriptor, rest) :]


async def send(descriptor: int, message: bytes) -> None:
    """Write a message without holding up the loop.

    Raises:
        OSError: the other side is gone.
    """
    rest = memoryview(message)
    while rest:
        try:
            rest = rest[os.write(descriptor, rest) :]
        except BlockingIOError:
            await _writable(descriptor)


async def receive(descriptor: int) -> Message:
    """Read a message without holding up the loop.

    Raises:
        EOFError, OSError: the other side is gone.
        ValueError: it is no message, longer than an answer may be, or more than one.
    """
    received = bytearray()
    while len(received) < _HEADER.size:
        received += await _received(descriptor, _CHUNK)
    kind, number, length = _HEADER.unpack_from(received)
    if length > MAX_ANSWER:
        raise ValueError
    while len(received) < _HEADER.size + length:
        received += await _received(descriptor, _CHUNK)
    if len(received) > _HEADER.size + length:
        raise ValueError
    return Message(Kind(kind), number, bytes(received[_HEADER.size :]))


async def receive_exactly(descriptor: int, length: int) -> bytes:
    """Read so many bytes without holding up the loop.

    Raises:
        EOFError, OSError: the other side is gone.
    """
    received = bytearray()
    while len(received) < length:
        received += await _received(descriptor, length - len(received))
    return bytes(received)


async def _received(descriptor: int, most: int) -> bytes:
    """Read what is there, or wait until something is.

    Raises:
        EOFError, OSError: the other side is gone.
    """
    await _readable(descriptor)
    chunk = os.read(descriptor, min(most, _CHUNK))
    if not chunk:
        raise EOFError
    return chunk


def _read_exactly(descriptor: int, length: int) -> bytes:
    received = bytearray()
    while len(received) < length:
        chunk = os.read(descriptor, min(length - len(received), _CHUNK))
        if not chunk:
            raise EOFError
        received += chunk
    return bytes(received)


async def _readable(descriptor: int) -> None:
    loop = asyncio.get_running_loop()
    ready = loop.create_future()
    loop.add_reader(descriptor, _settle, ready)
    try:
        await ready
    finally:
        loop.remove_reader(descriptor)


async def _writable(descriptor: int) -> None:
    loop = asyncio.get_running_loop()
    ready = loop.create_future()
    loop.add_writer(descriptor, _settle, ready)
    try:
        await ready
    finally:
        loop.remove_writer(descriptor)


def _settle(ready: "asyncio.Future[None]") -> None:
    """Wake whoever waits; a descriptor may say more than once that it is ready."""
    if not ready.done():
        ready.set_result(None)
