"""Messages over a pipe: whole, or an error."""

import asyncio
import os
import threading
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verifier.workers.frames import MAX_ANSWER, Kind, Message, read, receive, receive_exactly, send, write

MESSAGES = st.builds(
    Message, st.sampled_from(Kind), st.binary(min_size=8, max_size=8), st.binary(max_size=1_000)
)
LARGE = Message(Kind.ANSWER, b"12345678", bytes(1_000_000))


class Line:
    """Hold the two ends of a pipe."""

    def __init__(self) -> None:
        self.out, self.into = os.pipe()
        os.set_blocking(self.out, False)

    def hang_up(self) -> None:
        """Close the end that is written to."""
        os.close(self.into)
        self.into = -1

    def close(self) -> None:
        """Close what is open."""
        for end in (self.out, self.into):
            if end >= 0:
                os.close(end)


@pytest.fixture
def line() -> Iterator[Line]:
    """Give a pipe whose reading end does not wait."""
    line = Line()
    yield line
    line.close()


class TestRead:
    def test_gives_what_was_written(self, line: Line) -> None:
        """A message comes out as it went in, also through a pipe that holds less."""
        os.set_blocking(line.out, True)
        writing = threading.Thread(target=write, args=(line.into, LARGE))
        writing.start()
        assert LARGE == read(line.out)
        writing.join()

    def test_raises_when_the_other_side_is_gone(self, line: Line) -> None:
        """Half a message is none."""
        os.set_blocking(line.out, True)
        os.write(line.into, LARGE.pack()[:100])
        line.hang_up()
        with pytest.raises(EOFError):
            read(line.out)


class TestReceive:
    @given(message=MESSAGES)
    def test_gives_what_was_sent(self, message: Message) -> None:
        """Any message comes out as it went in, and nothing is left."""
        line = Line()
        try:
            write(line.into, message)
            line.hang_up()
            assert message == asyncio.run(receive(line.out))
            assert b"" == os.read(line.out, 1)
        finally:
            line.close()

    def test_waits_for_the_rest(self, line: Line) -> None:
        """A message that comes in two parts is one."""

        async def in_two_parts() -> Message:
            receiving = asyncio.create_task(receive(line.out))
            packed = Message(Kind.ANSWER, b"12345678", b"hoi").pack()
            for part in (packed[:5], packed[5:14], packed[14:]):
                await asyncio.sleep(0)
                os.write(line.into, part)
            return await receiving

        assert b"hoi" == asyncio.run(in_two_parts()).body

    def test_refuses_a_message_above_the_limit(self, line: Line) -> None:
        """Its length is enough, whatever comes of it."""
        os.write(line.into, b"\x03" + bytes(8) + (MAX_ANSWER + 1).to_bytes(4, "big") + b"rest")
        with pytest.raises(ValueError):  # noqa: PT011  # no message
            asyncio.run(receive(line.out))

    def test_refuses_more_than_one_message(self, line: Line) -> None:
        """Nobody asked for a second."""
        write(line.into, Message(Kind.ANSWER, b"12345678", b"hoi"))
        write(line.into, Message(Kind.ANSWER, b"12345678", b"en nog iets"))
        with pytest.raises(ValueError):  # noqa: PT011  # no message
            asyncio.run(receive(line.out))

    def test_refuses_a_kind_that_does_not_exist(self, line: Line) -> None:
        """What is no message is none."""
        os.write(line.into, bytes(13))
        with pytest.raises(ValueError):  # noqa: PT011  # no message
            asyncio.run(receive(line.out))


class TestReceiveExactly:
    def test_raises_when_the_other_side_is_gone(self, line: Line) -> None:
        """Fewer bytes than asked are none."""
        os.write(line.into, b"hoi")
        line.hang_up()
        with pytest.raises(EOFError):
            asyncio.run(receive_exactly(line.out, 4))


class TestSend:
    def test_writes_while_the_other_side_reads(self, line: Line) -> None:
        """A message may be larger than the pipe; nobody waits but in the loop."""
        os.set_blocking(line.into, False)

        async def both() -> Message:
            receiving = asyncio.create_task(receive(line.out))
            await send(line.into, LARGE.pack())
            return await receiving

        assert LARGE == asyncio.run(both())
