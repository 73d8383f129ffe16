"""A body that does not come, or does not end: asked of a real server, over a socket."""

import json
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread

import pytest
import uvicorn

from app.main import MAX_BODY, create_app
from app.settings import Settings
from tests.fresh import fresh_in
from tests.once import Once

HEAD = "POST {} HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\nContent-Type: {}\r\n\r\n"
JSON, FORM = "application/json", 'multipart/form-data; boundary="b"'
FILM = b'--b\r\nContent-Disposition: form-data; name="bestand"; filename="film"\r\n\r\n' + b"x" * MAX_BODY


@contextmanager
def serving(folder: Path, *, body_seconds: float) -> Iterator[tuple[str, int]]:
    """Serve with so much patience."""
    app = create_app(Settings(mode="demo", data_dir=folder, body_seconds=body_seconds))
    server = uvicorn.Server(uvicorn.Config(app, log_level="error"))
    with socket.create_server(("127.0.0.1", 0)) as listening:
        thread = Thread(target=server.run, kwargs={"sockets": [listening]})
        thread.start()
        yield listening.getsockname()
        server.should_exit = True
        thread.join()


@pytest.fixture(scope="module")
def address(once: Once) -> Iterator[tuple[str, int]]:
    """Serve with little patience."""
    with serving(fresh_in(once.folder("hasty"), once=once), body_seconds=0.2) as where:
        yield where


@pytest.fixture(scope="module")
def patient(once: Once) -> Iterator[tuple[str, int]]:
    """Serve with time enough to send what is too large."""
    with serving(fresh_in(once.folder("patient"), once=once), body_seconds=60) as where:
        yield where


def answer_to(address: tuple[str, int], *parts: bytes) -> tuple[bytes, bytes]:
    """Send these, wait until the server hangs up, and give the head and the body of its answer."""
    with socket.create_connection(address, timeout=30) as connection:
        for part in parts:
            connection.sendall(part)
        said = b"".join(iter(lambda: connection.recv(65536), b""))
    head, _, body = said.partition(b"\r\n\r\n")
    return head, body


class TestBodyLimits:
    """`BodyLimits`."""

    def test_answers_a_program_with_a_problem(self, address: tuple[str, int]) -> None:
        """What is sent by half gets 408, and the connection ends (RFC 9110 15.5.9)."""
        head, body = answer_to(address, HEAD.format("/api/v1/verificaties", JSON).encode(), b'{"half": ')
        assert head.startswith(b"HTTP/1.1 408 ")
        assert b"content-type: application/problem+json" in head
        assert (408, "http-408") == (json.loads(body)["status"], json.loads(body)["code"])

    def test_answers_a_person_with_a_page(self, address: tuple[str, int]) -> None:
        """A form from a phone that lost its connection reads what to do."""
        head, body = answer_to(address, HEAD.format("/controleer", FORM).encode(), b"--b\r\n")
        assert head.startswith(b"HTTP/1.1 408 ")
        assert "Wij kregen niet alles op tijd." in body.decode()

    def test_waits_no_longer_for_who_drips(self, address: tuple[str, int]) -> None:
        """The time is for the whole body: that something came does not make it longer."""
        with socket.create_connection(address, timeout=30) as connection:
            connection.sendall(HEAD.format("/api/v1/verificaties", JSON).encode())
            connection.settimeout(0.02)
            said = b""
            while not said:
                connection.sendall(b" ")
                try:
                    said = connection.recv(65536)
                except TimeoutError:
                    continue
        assert said.startswith(b"HTTP/1.1 408 ")

    def test_lets_a_whole_body_pass(self, address: tuple[str, int]) -> None:
        """Who sends all of it gets an answer about it, however long that takes."""
        head, _ = answer_to(
            address,
            b"POST /api/v1/verificaties HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
            b"Content-Length: 2\r\nContent-Type: application/json\r\n\r\n{}",
        )
        assert head.startswith(b"HTTP/1.1 400 ")

    def test_tells_a_program_what_is_too_much(self, patient: tuple[str, int]) -> None:
        """Who sends more than anybody reads gets 413 when all of it was sent (RFC 9110 15.5.14)."""
        head, body = answer_to(
            patient,
            f"POST /controleer HTTP/1.1\r\nHost: localhost\r\nAccept: {JSON}\r\n"
            f"Content-Length: {len(FILM)}\r\nContent-Type: {FORM}\r\n\r\n".encode(),
            FILM,
        )
        assert head.startswith(b"HTTP/1.1 413 ")
        assert b"content-type: application/problem+json" in head
        assert (413, "http-413") == (json.loads(body)["status"], json.loads(body)["code"])

    def test_tells_a_person_what_is_too_much(self, patient: tuple[str, int]) -> None:
        """A form of which nobody said the length is answered with what to do."""
        head, body = answer_to(
            patient,
            b"POST /controleer HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n"
            + f"Content-Type: {FORM}\r\n\r\n{len(FILM):x}\r\n".encode(),
            FILM + b"\r\n0\r\n\r\n",
        )
        assert head.startswith(b"HTTP/1.1 413 ")
        assert "kies een kleiner bestand." in body.decode()
