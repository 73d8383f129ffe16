"""A form with a file that is too large: what was typed beside it arrives all the same."""

import asyncio

import pytest
from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.types import Message, Receive, Scope, Send

from web.bodies import TAIL, TOO_LARGE, BodyLimits

SIZE = 300_000
CHUNK = 65_536
BEFORE = b'--b\r\nContent-Disposition: form-data; name="eerst"\r\n\r\nervoor\r\n'
PHOTO = b'--b\r\nContent-Disposition: form-data; name="foto"; filename="foto.jpg"\r\n\r\n'
AFTER = b'\r\n--b\r\nContent-Disposition: form-data; name="bijschrift"\r\n\r\nEen taart\r\n--b--\r\n'
LARGE = b"x" * 4 * SIZE


def sent(
    body: bytes, *, path: str = "/foto", kind: bytes = b"multipart/form-data; boundary=b"
) -> dict[str, object]:
    """Send a body in pieces, as a server hands it on, and give what a form reads of it."""
    pieces = [body[at : at + CHUNK] for at in range(0, len(body), CHUNK)]
    found: dict[str, object] = {}

    async def receive() -> Message:
        piece = pieces.pop(0)
        return {"type": "http.request", "body": piece, "more_body": bool(pieces)}

    async def form(scope: Scope, receive: Receive, send: Send) -> None:
        async with Request(scope, receive).form() as read:
            found.update(
                {name: each.size if isinstance(each, UploadFile) else each for name, each in read.items()}
            )

    async def send(_message: Message) -> None:
        """Answer nothing."""

    scope = {"type": "http", "method": "POST", "path": path, "headers": [(b"content-type", kind)]}
    limits = BodyLimits(form, seconds=60, size=SIZE, cuts="/foto".__eq__)
    asyncio.run(limits(scope, receive, send))
    return found


def refused(body: bytes, **said: str) -> bool:
    """Tell whether a body is refused whole."""
    with pytest.raises(HTTPException) as error:
        sent(body, **said)
    return error.value.status_code == TOO_LARGE


class TestBodyLimits:
    """`BodyLimits` cuts the one file of a form that is too large."""

    @pytest.mark.parametrize("more", [0, 1, CHUNK - 1, TAIL, SIZE])
    def test_gives_what_was_typed_beside_it(self, more: int) -> None:
        """Wherever the pieces end; of the file so much is left that it is too large still."""
        found = sent(BEFORE + PHOTO + LARGE + b"x" * more + AFTER)
        assert ("ervoor", "Een taart") == (found["eerst"], found["bijschrift"])
        assert isinstance(found["foto"], int)
        assert SIZE - CHUNK - 1_000 < found["foto"] < SIZE + TAIL

    def test_leaves_what_fits_as_it_is(self) -> None:
        """To the byte."""
        assert {"foto": 1_000, "bijschrift": "Een taart"} == sent(PHOTO + b"x" * 1_000 + AFTER)

    @pytest.mark.parametrize(
        "at", [*range(SIZE // CHUNK * CHUNK - 8, SIZE // CHUNK * CHUNK + 2), SIZE, 2 * SIZE]
    )
    def test_never_makes_one_file_of_two(self, at: int) -> None:
        """Where another begins in what would be left out, also across two pieces, all is refused."""
        first = PHOTO + b"x" * (at - len(PHOTO))
        assert refused(first + b"\r\n" + PHOTO + LARGE + AFTER)

    def test_refuses_all_else_as_before(self) -> None:
        """Another place, a form that breaks off, and what is no form with files."""
        whole = PHOTO + LARGE + AFTER
        assert all((refused(whole, path="/zip"), refused(PHOTO + LARGE), refused(whole[:-8])))
