"""`POST /verificaties`: the report as JSON, and a clear refusal of what is no badge."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from starlette.requests import Request
from starlette.responses import JSONResponse

from badges import strictjson
from badges.baking import png, svg
from badges.members import parts
from badges.strictjson import JsonObject
from tests import world
from tests.world import PNG, SVG, World
from verifier import endpoints, reading
from verifier.errors import UnreadableError
from verifier.schemas import Verificatie, Verificaties
from web.limits import Limiter, Taking

LINK = f"{world.BASE}/b/3q2-7w"
EARTH = World()
SIGNED = EARTH.signed()
EARTH.links[LINK] = SIGNED


class NoCounters:
    """Count nothing: where there is no rate, nobody asks."""

    def key_of(self, day: int) -> bytes:
        """Give no key."""
        raise NotImplementedError

    def take(self, taking: Taking) -> int:
        """Count nothing."""
        raise NotImplementedError

    def close(self) -> None:
        """Close nothing."""


@pytest.fixture
def client() -> Iterator[TestClient]:
    """Give a bare app with this one endpoint."""
    app = FastAPI()
    app.include_router(endpoints.router, prefix="/api/v1")
    app.state.verifier = EARTH.verifier()
    app.state.limiter = Limiter(NoCounters(), per_minute={}, clock=EARTH.clock, tell=print)
    app.state.registers = ()

    @app.exception_handler(UnreadableError)
    async def told(request: Request, error: UnreadableError) -> JSONResponse:
        return JSONResponse({"code": error.code}, status_code=400)

    with TestClient(app) as client:
        yield client


def post(client: TestClient, body: bytes, *, media_type: str = "application/json") -> Any:
    """Send a body."""
    return client.post("/api/v1/verificaties", content=body, headers={"content-type": media_type})


def without_wrapping(report: JsonObject) -> JsonObject:
    """Leave out how the badge was handed over, and what is told because of that."""
    kept = {name: value for name, value in report.items() if name not in {"forms", "sha256", "notes"}}
    return kept | {"sources": [each for each in parts(report["sources"]) if each["purpose"] != "link"]}


class TestVerify:
    @pytest.mark.parametrize(
        ("body", "media_type"),
        [
            (SIGNED, "application/json"),
            (SIGNED, "application/vc+ld+json"),
            (SIGNED, "application/vc"),
            (SIGNED, "text/plain"),
            (b'{"bewijs":' + SIGNED + b"}", "application/json"),
            (json.dumps({"link": LINK}).encode(), "application/json"),
            (LINK.encode(), "text/plain"),
            (png.bake(PNG, credential=SIGNED), "image/png"),
            (svg.bake(SVG, credential=SIGNED), "image/svg+xml"),
        ],
    )
    def test_gives_the_same_report_for_each_form(
        self, client: TestClient, body: bytes, media_type: str
    ) -> None:
        """JSON, a picture, a link or an envelope: the badge is the same."""
        response = post(client, body, media_type=media_type)
        assert 200 == response.status_code
        assert without_wrapping(EARTH.report(SIGNED).as_json()) == without_wrapping(response.json())

    @pytest.mark.parametrize(
        "raw",
        [
            SIGNED,
            EARTH.signed(EARTH.stranger),
            EARTH.signed(validUntil="2026-11-01T00:00:00Z"),
            world.edited(SIGNED, name="x"),
            world.edited(SIGNED, **{"@context": ["https://elders.voorbeeld/"]}),
        ],
    )
    def test_gives_what_its_description_says(self, client: TestClient, raw: bytes) -> None:
        """The answer has the shape of the schema, nothing more and nothing else."""
        Verificatie.model_validate_json(post(client, raw).content, strict=False)

    def test_answers_a_bad_badge(self, client: TestClient) -> None:
        """A changed badge is an answer, not an error."""
        response = post(client, world.edited(SIGNED, name="x"))
        assert (200, "invalid") == (response.status_code, response.json()["verdict"])

    @pytest.mark.parametrize(
        ("body", "code"),
        [
            (b"", "empty"),
            (b"{}", "not-a-credential"),
            (b'{"bewijs":1}', "request"),
            (b'{"link":1}', "request"),
            (b'{"bewijs":{},"link":"x"}', "request"),
            (b'{"bewijs":{}}', "not-a-credential"),
            (b'{"link":"https://elders.voorbeeld/b/1"}', "link-elders"),
            (b'{"link":"/b/' + b"x" * 2000 + b'"}', "link-unknown"),
            (b'{"bewijs":{"a":1,"a":2}}', "json-duplicate-key"),
            (b'{"bewijs":1,"bewijs":2}', "json-duplicate-key"),
            (b'{"bewijs":{"a":NaN}}', "json-constant"),
            (b'{"bewijs":' + b'{"a":' * 33 + b"1" + b"}" * 34, "json-depth"),
            (b'{"bewijs":' + strictjson.dumps({"a": "x" * reading.MAX_BYTES}) + b"}", "too-large"),
            (b'{"bewijzen":[]}', "request-batch"),
            (b'{"bewijzen":' + strictjson.dumps(["x"] * 101) + b"}", "request-batch"),
            (b'{"bewijzen":[1]}', "request"),
            (b"x" * (reading.MAX_PHOTO_BYTES + 1), "too-large"),
        ],
        ids=lambda value: value if isinstance(value, str) else "",
    )
    def test_refuses_what_holds_no_badge(self, client: TestClient, body: bytes, code: str) -> None:
        """The body is read by our own strict parser, whatever the media type says."""
        response = post(client, body)
        assert (400, {"code": code}) == (response.status_code, response.json())

    def test_stops_reading_a_body_without_end(self, client: TestClient) -> None:
        """A body that does not tell its length is cut off at the limit."""

        def endless() -> Iterator[bytes]:
            for _ in range(300):
                yield b" " * 100_000

        response = client.post("/api/v1/verificaties", content=endless())
        assert (400, {"code": "too-large"}) == (response.status_code, response.json())

    def test_describes_every_form(self, client: TestClient) -> None:
        """The description names each media type and the shape of the answer."""
        operation = client.get("/openapi.json").json()["paths"]["/api/v1/verificaties"]["post"]
        assert {
            "application/json",
            "application/pdf",
            "application/vc",
            "application/vc+jwt",
            "application/vc+ld+json",
            "application/zip",
            "image/jpeg",
            "image/png",
            "image/svg+xml",
            "text/plain",
        } == set(operation["requestBody"]["content"])
        schema = operation["responses"]["200"]["content"]["application/json"]["schema"]
        names = [each["$ref"].rpartition("/")[2] for each in schema["anyOf"]]
        assert ["Verificatie", "Verificaties"] == names

    def test_answers_several_at_once(self, client: TestClient) -> None:
        """Each badge has its own answer, in the order of the question; what cannot be read says so."""
        asked: JsonObject = {"bewijzen": [strictjson.loads(SIGNED), LINK, "hallo", {"a": 1}]}
        response = post(client, strictjson.dumps(asked))
        Verificaties.model_validate_json(response.content)
        told = [
            each["report"]["verdict"] if "report" in each else each["problem"]["code"]
            for each in response.json()["parts"]
        ]
        assert ["valid", "valid", "kind-unknown", "not-a-credential"] == told
