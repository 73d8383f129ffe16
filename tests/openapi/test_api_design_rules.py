"""The NLgov REST API Design Rules, one test for each rule (publicatie.centrumvoorstandaarden.nl/api/adr)."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient
from openapi_spec_validator import validate

from app.main import create_app
from app.settings import Settings
from tests.fresh import fresh_in
from tests.once import Once

COMMITTED = Path("openapi/openapi.json")
METHODS = {"get", "post", "put", "patch", "delete"}
SINGLE = {"intrekking", "verbetering"}
"""What there is one of, below one other thing: no collection."""


@pytest.fixture(scope="module")
def client(once: Once) -> Iterator[TestClient]:
    """Serve a fresh service on an address of its own."""
    folder = fresh_in(once.folder("api"), once=once)
    app = create_app(Settings(mode="demo", data_dir=folder, base_url="http://localhost:8000"))
    with TestClient(app, base_url="http://localhost:8000") as client:
        yield client


@pytest.fixture(scope="module")
def document(client: TestClient) -> dict[str, Any]:
    """Give the description as it is served."""
    return client.get("/api/v1/openapi.json").json()


def operations(document: dict[str, Any]) -> list[tuple[str, str, dict[str, Any]]]:
    """List path, method and operation."""
    return [
        (path, method, operation)
        for path, methods in document["paths"].items()
        for method, operation in methods.items()
        if method in METHODS
    ]


class TestDescription:
    def test_is_valid_openapi_3(self, document: dict[str, Any]) -> None:
        """/core/doc-openapi: the API is described in OpenAPI 3."""
        assert document["openapi"].startswith("3.")
        validate(document)

    def test_is_published_for_everyone(self, client: TestClient) -> None:
        """/core/publish-openapi: at a fixed place, without a key, readable from any site."""
        response = client.get("/api/v1/openapi.json", headers={"Origin": "https://elders.voorbeeld"})
        assert response.status_code == 200
        assert response.headers["access-control-allow-origin"] == "*"

    def test_names_a_contact(self, document: dict[str, Any]) -> None:
        """/core/doc-openapi-contact: name, e-mail and address."""
        assert {"name", "email", "url"} <= document["info"]["contact"].keys()

    def test_has_a_semantic_version(self, document: dict[str, Any]) -> None:
        """/core/semver: three numbers."""
        assert re.fullmatch(r"\d+\.\d+\.\d+", document["info"]["version"])

    def test_has_the_major_version_in_the_address(self, document: dict[str, Any]) -> None:
        """/core/uri-version: the server ends in /v1, the paths do not repeat it."""
        major = document["info"]["version"].split(".")[0]
        assert all(server["url"].endswith(f"/v{major}") for server in document["servers"])
        assert not any(re.search(r"/v\d", path) for path, _, _ in operations(document))

    def test_is_in_dutch(self, document: dict[str, Any]) -> None:
        """/core/doc-language, /core/interface-language: every operation and parameter says it in Dutch."""
        for path, method, operation in operations(document):
            assert operation.get("summary"), f"{method} {path} has no summary"
            for parameter in operation.get("parameters", []):
                assert parameter.get("description"), f"{path} {parameter['name']} has no description"

    def test_is_the_committed_one(self) -> None:
        """What developers read in the repository is what the code describes."""
        from app.main import create_api
        from app.openapi import describe

        made = describe(create_api(Settings(base_url="https://bewijs.voorbeeld")))
        assert json.loads(COMMITTED.read_text()) == json.loads(json.dumps(made))


class TestNames:
    def test_paths_are_kebab_case_without_a_slash_at_the_end(self, document: dict[str, Any]) -> None:
        """/core/path-segments-kebab-case, /core/no-trailing-slash."""
        for path, _, _ in operations(document):
            for segment in path.strip("/").split("/"):
                assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*|_[a-z-]+|\{[a-z][A-Za-z]*\}", segment), path
            assert not path.endswith("/")

    def test_collections_are_plural_nouns(self, document: dict[str, Any]) -> None:
        """/core/naming-collections, /core/naming-resources: Dutch plurals end in -en, -s or -ies."""
        for path, _, _ in operations(document):
            for segment in path.strip("/").split("/"):
                if not segment.startswith(("{", "_")) and segment not in SINGLE:
                    assert segment.endswith(("en", "s")), path

    def test_query_keys_are_camel_case(self, document: dict[str, Any]) -> None:
        """/core/query-keys-camel-case."""
        for _, _, operation in operations(document):
            for parameter in operation.get("parameters", []):
                if parameter["in"] == "query":
                    assert re.fullmatch(r"[a-z][A-Za-z0-9]*", parameter["name"])

    def test_schemas_are_pascal_case_and_their_keys_camel_case(self, document: dict[str, Any]) -> None:
        """/core/schema-camel-case (of the linter)."""
        for name, schema in document["components"]["schemas"].items():
            assert re.fullmatch(r"[A-Z][A-Za-z0-9]*", name), name
            for key in schema.get("properties", {}):
                assert re.fullmatch(r"[a-z][A-Za-z0-9]*", key), f"{name}.{key}"

    def test_a_slash_too_many_is_not_found(self, client: TestClient) -> None:
        """/core/no-trailing-slash: 404, no redirect."""
        assert client.get("/api/v1/kwalificaties/", follow_redirects=False).status_code == 404


class TestAnswers:
    def test_good_answers_say_their_version(self, client: TestClient, document: dict[str, Any]) -> None:
        """/core/version-header: really sent, and described for each 2xx and 3xx."""
        response = client.get("/api/v1/kwalificaties")
        assert response.headers["api-version"] == document["info"]["version"]
        for path, method, operation in operations(document):
            for status, answer in operation["responses"].items():
                if status.startswith(("2", "3")):
                    assert "API-Version" in answer["headers"], f"{method} {path} {status}"

    def test_wrong_input_is_a_400(self, client: TestClient, document: dict[str, Any]) -> None:
        """/core/error-handling/invalid-input: 400 and never 422, in practice and in the description."""
        for _, _, operation in operations(document):
            assert "400" in operation["responses"]
            assert "422" not in operation["responses"]
        assert client.get("/api/v1/werkprocessen").status_code == 400
        assert client.get("/api/v1/werkprocessen?zoek=x&aantal=nul").status_code == 400

    def test_problems_have_their_own_media_type(self, client: TestClient, document: dict[str, Any]) -> None:
        """/core/error-handling/problem-details: application/problem+json with status, title and detail."""
        response = client.get("/api/v1/kwalificaties/99999")
        assert response.status_code == 404
        assert response.headers["content-type"] == "application/problem+json"
        assert {"status", "title", "detail"} <= response.json().keys()
        for _, _, operation in operations(document):
            for status, answer in operation["responses"].items():
                if status.startswith(("4", "5", "d")):
                    assert list(answer["content"]) == ["application/problem+json"]

    def test_tells_all_problems_at_once(self, client: TestClient) -> None:
        """/core/error-handling/all-errors: each wrong parameter is named."""
        body = client.get("/api/v1/werkprocessen?aantal=nul").json()
        assert {error["plaats"] for error in body["errors"]} == {"query/zoek", "query/aantal"}

    def test_unknown_methods_are_a_405(self, client: TestClient) -> None:
        """/core/http-methods, /core/http-response-code: with the methods that are there."""
        response = client.delete("/api/v1/kwalificaties")
        assert response.status_code == 405
        assert "GET" in response.headers["allow"]
        assert response.headers["content-type"] == "application/problem+json"

    def test_reading_changes_nothing(self, client: TestClient) -> None:
        """/core/http-safety, /core/stateless: a GET asked twice gives the same, and no cookie."""
        first, second = (client.get("/api/v1/kwalificaties/25774") for _ in range(2))
        assert first.content == second.content
        assert "set-cookie" not in first.headers

    def test_security_headers(self, client: TestClient) -> None:
        """/core/transport/security-headers."""
        headers = client.get("/api/v1/kwalificaties").headers
        assert headers["cache-control"] == "no-store"
        assert "frame-ancestors 'none'" in headers["content-security-policy"]
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["x-frame-options"] == "DENY"
        assert headers["content-type"] == "application/json"

    def test_moments_are_rfc_3339_in_utc(self, client: TestClient) -> None:
        """/core/date-time: answers are in UTC, with a Z."""
        unsigned = {"@context": ["https://www.w3.org/ns/credentials/v2"], "type": ["VerifiableCredential"]}
        report = client.post("/api/v1/verificaties", json=unsigned).json()
        assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", report["checkedAt"])
