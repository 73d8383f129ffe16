"""How `make bench` asks a server, and reads what that costs."""

import asyncio
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import cycle
from pathlib import Path

import pytest

from tools.bench.http import Request, UnexpectedAnswerError, cpu_seconds, family, is_answered, send

needs_proc = pytest.mark.xfail(not Path("/proc/self/stat").exists(), reason="no /proc here", run=False)


class Echo(BaseHTTPRequestHandler):
    """Answer with what was sent; `no` is refused."""

    protocol_version = "HTTP/1.1"

    def do_POST(self) -> None:
        """Answer one request; whoever has heard enough may hang up."""
        body = self.rfile.read(int(self.headers["Content-Length"]))
        assert isinstance(self.server, Server)
        self.server.seen.append(body)
        self.send_response(400 if body == b"no" else 200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


class Server(ThreadingHTTPServer):
    """Keep what was sent, and quiet about clients that hang up."""

    def __init__(self) -> None:
        """Listen at any port."""
        self.seen: list[bytes] = []
        super().__init__(("127.0.0.1", 0), Echo)

    def handle_error(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def server() -> Iterator[Server]:
    """Run a small server."""
    found = Server()
    found.daemon_threads = True
    thread = threading.Thread(target=found.serve_forever)
    thread.start()
    yield found
    found.shutdown()
    thread.join()
    found.server_close()


def post(server: Server, body: bytes) -> Request:
    """Write a request to it."""
    return Request.make(server.server_address[1], method="POST", path="/", headers={}, body=body)


class TestSend:
    """`send`."""

    def test_lets_requests_take_turns(self, server: Server) -> None:
        """Each is sent as often as the others."""
        send(cycle([post(server, b"a"), post(server, b"b")]), count=16)
        seen = server.seen
        assert (seen.count(b"a"), seen.count(b"b")) == (8, 8)

    @pytest.mark.parametrize("count", [1, 3, 20])
    def test_sends_just_that_many(self, server: Server, count: int) -> None:
        """What is counted as sent was sent, whatever the number of connections."""
        send(cycle([post(server, b"a")]), count=count)
        assert count == len(server.seen)

    def test_goes_on_where_it_was(self, server: Server) -> None:
        """Of more badges than fit in one go, the last ones have their turn in the next."""
        turns = cycle([post(server, body) for body in (b"a", b"b", b"c")])
        for _ in range(3):
            send(turns, count=2)
        assert [b"a", b"a", b"b", b"b", b"c", b"c"] == sorted(server.seen)

    def test_stops_at_an_answer_that_is_no_200(self, server: Server) -> None:
        """A server that refuses is quick, and not what is measured."""
        with pytest.raises(UnexpectedAnswerError):
            send([post(server, b"no")], count=1)


class TestIsAnswered:
    """`is_answered`."""

    @pytest.mark.parametrize(("body", "expected"), [(b"yes", True), (b"no", False)])
    def test_tells_200_from_the_rest(self, server: Server, body: bytes, *, expected: bool) -> None:
        """Poison is refused, and the bench goes on."""
        assert asyncio.run(is_answered(post(server, body))) is expected


class TestFamily:
    """`family` and `cpu_seconds`."""

    @needs_proc
    def test_counts_what_a_process_started(self) -> None:
        """The worker of a service is part of what it costs."""
        code = "import subprocess, sys; subprocess.run([sys.executable, '-c', 'input()'])"
        with subprocess.Popen([sys.executable, "-c", code], stdin=subprocess.PIPE) as parent:
            try:
                while len(family(parent.pid)) < 2:
                    assert parent.poll() is None
                assert family(parent.pid)[0] == parent.pid
            finally:
                assert parent.stdin is not None
                parent.stdin.close()

    @needs_proc
    def test_counts_the_time_of_what_has_ended(self) -> None:
        """A worker that was replaced has cost what it has cost."""
        before = cpu_seconds(os.getpid())
        subprocess.run([sys.executable, "-c", "sum(range(10**7))"], check=True)
        assert cpu_seconds(os.getpid()) > before
