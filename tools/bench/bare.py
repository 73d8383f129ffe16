"""The least that a server does: an ASGI app that answers each request with the same bytes.

Run as `python -m tools.bench.bare PORT FILE`, with the server and the options of `praktijkbewijs serve`.
"""

import sys
from pathlib import Path

import uvicorn
from starlette.types import Receive, Scope, Send


class BareApp:
    """Read the request, answer with the bytes."""

    def __init__(self, body: bytes) -> None:
        self._body = body
        length = str(len(body)).encode()
        self._headers = [(b"content-type", b"application/vc+ld+json"), (b"content-length", length)]

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request (ASGI 3.0)."""
        if scope["type"] != "http":
            return
        while (await receive()).get("more_body"):
            pass
        await send({"type": "http.response.start", "status": 200, "headers": self._headers})
        await send({"type": "http.response.body", "body": self._body})


def main(port: str, path: str) -> None:
    """Serve the bytes of a file."""
    app = BareApp(Path(path).read_bytes())
    uvicorn.run(
        app, port=int(port), lifespan="off", access_log=False, log_level="warning", server_header=False
    )


if __name__ == "__main__":
    main(*sys.argv[1:])
