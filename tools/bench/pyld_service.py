"""The same endpoint on PyLD, as the manuals say: FastAPI, PyLD, cryptography, jsonschema.

Run as `python -m tools.bench.pyld_service PORT FOLDER PROCESSES`. The folder holds the did document of the
issuer and its status list: they are known here, and the list was read once, so nobody is asked for anything.
"""

import sys
from os import environ
from pathlib import Path
from typing import Any

import jsonschema
import orjson
import uvicorn
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from fastapi import FastAPI, Request

from badges import schema, status
from badges.achievement import AchievementCredential
from badges.ed25519 import PublicKey
from tools.bench.pyld_best import verify_plainly

FOLDER = "BENCH_FOLDER"


class Checker:
    """Check badges of one issuer."""

    def __init__(self, folder: Path) -> None:
        self._did: dict[str, Any] = orjson.loads((folder / "did.json").read_bytes())
        listed: dict[str, Any] = orjson.loads((folder / "list.json").read_bytes())
        self._bits = status.decode(listed["credentialSubject"]["encodedList"])
        self._validator = jsonschema.Draft202012Validator(schema.json_schema(AchievementCredential))

    def check(self, raw: bytes) -> dict[str, Any]:
        """Say whether a badge is what was signed, has the right form, and was not withdrawn."""
        document: Any = orjson.loads(raw)
        key = self._key(document["proof"][0]["verificationMethod"])
        try:
            verify_plainly(raw, key=key)
        except InvalidSignature:
            return {"verdict": "invalid"}
        errors = [error.message for error in self._validator.iter_errors(document)]
        is_withdrawn = status.read_bit(self._bits, index=status.entry_index(document["credentialStatus"]))
        return {"verdict": "invalid" if errors or is_withdrawn else "valid", "errors": errors}

    def _key(self, name: str) -> Ed25519PublicKey:
        """Find the key that a proof names, if the issuer lists it."""
        [method] = [each for each in self._did["verificationMethod"] if each["id"] == name]
        return Ed25519PublicKey.from_public_bytes(PublicKey.from_multikey(method["publicKeyMultibase"]).raw)


def create_app() -> FastAPI:
    """Make the app."""
    app = FastAPI()
    checker = Checker(Path(environ[FOLDER]))

    @app.post("/api/v1/verificaties")
    async def verify(request: Request) -> dict[str, Any]:
        return checker.check(await request.body())

    @app.get("/healthz")
    async def show_health() -> dict[str, str]:
        return {"status": "ok"}

    return app


def main(port: str, folder: str, processes: str) -> None:
    """Serve."""
    environ[FOLDER] = folder
    uvicorn.run(
        "tools.bench.pyld_service:create_app",
        factory=True,
        port=int(port),
        workers=int(processes),
        access_log=False,
        log_level="warning",
    )


if __name__ == "__main__":
    main(*sys.argv[1:])
