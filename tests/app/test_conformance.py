"""The VC-API as public suites call it: issue, verify, tamper, and the status codes that they count."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from fastapi.testclient import TestClient

from app.main import create_app
from app.settings import Settings
from badges import multibase, status
from badges.jsonld import contexts
from badges.strictjson import JsonObject

ADDRESS = "http://localhost:8000"
V2, V1 = contexts.CREDENTIALS_V2, contexts.CREDENTIALS_V1
SUITES = [
    *("eddsa-rdfc-2022", "ecdsa-rdfc-2019", "eddsa-jcs-2022", "ecdsa-jcs-2019"),
    "Ed25519Signature2020",
]
each_suite = pytest.mark.parametrize("suite", SUITES)


@pytest.fixture(scope="module")
def suite_client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """Run the service in conformance mode."""
    folder = tmp_path_factory.mktemp("data")
    app = create_app(Settings(mode="demo", base_url=ADDRESS, data_dir=folder, conformance=True))
    with TestClient(app, base_url=ADDRESS) as client:
        yield client


def credential(**members: Any) -> JsonObject:
    """Give a credential as the suites make them."""
    return {
        "@context": [V2, contexts.EXAMPLES_V2],
        "id": "urn:uuid:86294362-4254-4f36-854f-3952fe42555d",
        "type": ["VerifiableCredential"],
        "credentialSubject": {"id": "did:key:z6MktKwz7Ge1Yxzr4JHavN33wiwa8y81QdcMRLXQsrH9T53b"},
        **members,
    }


def without(document: JsonObject, *names: str) -> JsonObject:
    """Leave members out."""
    return {name: value for name, value in document.items() if name not in names}


def issued(client: TestClient, document: JsonObject, *, suite: str = SUITES[0]) -> Any:
    """Ask to issue."""
    return client.post(f"/vc-api/{suite}/credentials/issue", json={"credential": document, "options": {}})


def signed(client: TestClient, *, suite: str = SUITES[0], **members: Any) -> JsonObject:
    """Give an issued credential."""
    response = issued(client, credential(**members), suite=suite)
    assert 201 == response.status_code, response.text
    found: JsonObject = response.json()["verifiableCredential"]
    return found


def verified(client: TestClient, document: Any) -> int:
    """Ask to verify; gives the status."""
    body = {"verifiableCredential": document, "options": {"checks": ["proof"]}}
    return client.post("/vc-api/credentials/verify", json=body).status_code


class TestIssueAndVerify:
    @each_suite
    def test_what_is_issued_is_verified(self, suite_client: TestClient, suite: str) -> None:
        """Each suite signs, and its proof holds."""
        assert 200 == verified(suite_client, signed(suite_client, suite=suite))

    @each_suite
    def test_what_was_changed_is_refused(self, suite_client: TestClient, suite: str) -> None:
        """A 200 would count as a yes, so it is a 400."""
        document = signed(suite_client, suite=suite)
        changed = {**document, "credentialSubject": {"id": "did:example:other"}}
        assert 400 == verified(suite_client, changed)

    @pytest.mark.parametrize("suite", SUITES[:4])
    def test_of_version_one_too(self, suite_client: TestClient, suite: str) -> None:
        """The context of the proof is added where the data model does not know it."""
        document = credential(**{"@context": [V1], "issuanceDate": "2020-01-01T00:00:00Z", "issuer": None})
        response = issued(suite_client, without(document, "issuer"), suite=suite)
        assert 201 == response.status_code, response.text
        assert 200 == verified(suite_client, response.json()["verifiableCredential"])

    def test_far_in_the_future_is_issued(self, suite_client: TestClient) -> None:
        """When it starts is for the issuer to say."""
        assert 201 == issued(suite_client, credential(validFrom="2099-01-01T00:00:00Z")).status_code


REFUSED: dict[str, JsonObject] = {
    "undefined term": credential(**{"@context": [V2]}, foo="bar"),
    "undefined type": credential(**{"@context": [V2]}, type=["VerifiableCredential", "Foo"]),
    "no subject": without(credential(), "credentialSubject"),
    "empty subject": credential(credentialSubject={}),
    "no type": without(credential(), "type"),
    "another first context": credential(**{"@context": [contexts.EXAMPLES_V2, V2]}),
    "context as text": credential(**{"@context": V2}),
    "relative id": credential(id="not-a-url"),
    "several ids": credential(id=["urn:uuid:1", "urn:uuid:2"]),
    "status without type": credential(credentialStatus={"id": "https://x.example/1"}),
    "schema without id": credential(credentialSchema={"type": "JsonSchema"}),
    "another issuer": credential(issuer="did:example:other"),
    "issuer without id": credential(issuer={"name": "x"}),
    "name as number": credential(name=1),
    "ends before it starts": credential(validFrom="2026-01-02T00:00:00Z", validUntil="2026-01-01T00:00:00Z"),
    "time without offset": credential(validFrom="2026-01-02T00:00:00"),
    "malformed status": credential(
        credentialStatus={
            "type": "BitstringStatusListEntry",
            "statusPurpose": "revocation",
            "statusListIndex": "-1",
            "statusListCredential": "https://x.example/1",
        }
    ),
    "wrong digest": credential(relatedResource=[{"id": V2, "digestSRI": "sha256-AAAA"}]),
    "redefined term": credential(**{"@context": [V2, {"type": "https://x.example/type"}]}),
}


class TestRefusals:
    @pytest.mark.parametrize("name", REFUSED)
    def test_of_what_the_data_model_does_not_allow(self, suite_client: TestClient, name: str) -> None:
        """Each is a 400, and nothing is signed."""
        assert 400 == issued(suite_client, REFUSED[name]).status_code

    @pytest.mark.parametrize("body", [b"", b"[]", b"{}", b'{"credential":1}', b'{"a":1,"a":2}'])
    def test_of_what_is_no_request(self, suite_client: TestClient, body: bytes) -> None:
        """Not a 422, and not a 500."""
        for place in ("issue", "verify"):
            assert 400 == suite_client.post(f"/vc-api/credentials/{place}", content=body).status_code

    @pytest.mark.parametrize(
        "change",
        [
            {"type": "UnknownProofType"},
            {"cryptosuite": "eddsa-2022"},
            {"created": "2020-01-01"},
            {"expires": "x"},
            {"proofPurpose": "authentication"},
            {"proofValue": "u1234"},
            {"verificationMethod": "relative"},
            {"verificationMethod": None},
            {"previousProof": "urn:uuid:not-there"},
            {"previousProof": 1},
        ],
        ids=str,
    )
    def test_of_a_changed_proof(self, suite_client: TestClient, change: JsonObject) -> None:
        """Each option of a proof counts (VC-DI-EDDSA tests)."""
        document = signed(suite_client)
        proof = document["proof"]
        assert isinstance(proof, dict)
        assert 400 == verified(suite_client, {**document, "proof": {**proof, **change}})

    def test_of_a_proof_that_is_no_object(self, suite_client: TestClient) -> None:
        """Nor is a missing one a proof."""
        document = signed(suite_client)
        assert 400 == verified(suite_client, {**document, "proof": "x"})
        assert 400 == verified(suite_client, without(document, "proof"))


class TestStatus:
    def test_entry_points_at_a_signed_list(self, suite_client: TestClient) -> None:
        """The list is real, signed by the issuer, and long enough to hide in."""
        document = signed(suite_client)
        entry = document["credentialStatus"]
        assert isinstance(entry, dict)
        listed = suite_client.get(str(entry["statusListCredential"])).json()
        encoded = listed["credentialSubject"]["encodedList"]
        assert status.MINIMUM_ENTRIES <= 8 * len(status.decode(encoded))
        assert 200 == verified(suite_client, listed)

    def test_withdraws(self, suite_client: TestClient) -> None:
        """What was withdrawn is not verified any more; taken back, it is again."""
        name = "urn:uuid:0193a1b2-7c3d-7e4f-8a5b-6c7d8e9f0a42"
        document = signed(suite_client, id=name)
        for said, expected in (("1", 400), ("0", 200)):
            body = {
                "credentialId": name,
                "credentialStatus": [{"type": "BitstringStatusListEntry", "status": said}],
            }
            assert 200 == suite_client.post("/vc-api/credentials/status", json=body).status_code
            assert expected == verified(suite_client, document)

    @pytest.mark.parametrize(
        ("body", "expected"),
        [
            ({"credentialId": "urn:x", "credentialStatus": [{"status": "1"}]}, 404),
            ({"credentialId": "urn:x"}, 400),
            ({"credentialId": "urn:x", "credentialStatus": [{"status": "9"}]}, 400),
        ],
    )
    def test_of_what_is_not_there(self, suite_client: TestClient, body: JsonObject, expected: int) -> None:
        """404 for an unknown credential, 400 for no request."""
        assert expected == suite_client.post("/vc-api/credentials/status", json=body).status_code


class TestPresentations:
    def test_without_a_proof_are_refused(self, suite_client: TestClient) -> None:
        """Nobody signed for showing it."""
        shown = {
            "@context": [V2],
            "type": ["VerifiablePresentation"],
            "verifiableCredential": [signed(suite_client)],
        }
        body = {"verifiablePresentation": shown, "options": {"challenge": "x", "domain": "y"}}
        assert 400 == suite_client.post("/vc-api/presentations/verify", json=body).status_code

    @pytest.mark.parametrize("name", ["urn:uuid:0193a1b2-7c3d-7e4f-8a5b-6c7d8e9f0a42", "data:x"])
    def test_that_nobody_signed_are_refused_whatever_their_id(
        self, suite_client: TestClient, name: str
    ) -> None:
        """An id that looks like an envelope is none."""
        shown = {"@context": [V2], "id": name, "type": ["VerifiablePresentation"]}
        shown["verifiableCredential"] = [signed(suite_client)]
        for options in ({}, {"challenge": "x"}):
            body = {"verifiablePresentation": shown, "options": options}
            assert 400 == suite_client.post("/vc-api/presentations/verify", json=body).status_code

    def test_are_not_credentials_nor_the_other_way_round(self, suite_client: TestClient) -> None:
        """Each endpoint verifies one kind."""
        shown = {"@context": [V2], "type": ["VerifiablePresentation"]}
        assert 400 == verified(suite_client, shown)
        body = {"verifiablePresentation": signed(suite_client), "options": {}}
        assert 400 == suite_client.post("/vc-api/presentations/verify", json=body).status_code


class TestResolving:
    @pytest.mark.parametrize(
        ("did", "expected", "error"),
        [
            ("did:key:z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK", 200, None),
            (
                f"did:key:z{multibase.encode(bytes.fromhex('ed01') + bytes(31))}",
                400,
                "invalidPublicKeyLength",
            ),
            ("did:key:zQ3shokFTS3brHcDQrn82RUDfCZESWL1ZdCEJwekUDPQiYBme", 501, "unsupportedPublicKeyType"),
            ("did:key:u6Mk", 400, "invalidDid"),
            ("did:example:123", 501, "methodNotSupported"),
            ("did:key:z6Mkha#x", 400, "invalidDidUrl"),
            ("hallo", 400, "invalidDid"),
        ],
    )
    def test_gives_the_document_or_why_not(
        self, suite_client: TestClient, did: str, expected: int, error: str | None
    ) -> None:
        """The error stands in a body of the same shape (DID Resolution 0.3)."""
        response = suite_client.get(f"/vc-api/identifiers/{quote(did, safe='')}")
        assert (expected, error) == (
            response.status_code,
            response.json()["didResolutionMetadata"].get("error"),
        )


class TestMode:
    def test_is_off_unless_asked(self, tmp_path: Path) -> None:
        """Without the setting there is nothing there."""
        app = create_app(Settings(mode="demo", base_url=ADDRESS, data_dir=tmp_path))
        with TestClient(app, base_url=ADDRESS) as client:
            assert 404 == issued(client, credential()).status_code

    def test_is_refused_in_production(self) -> None:
        """An open door to signing never stands in production."""
        with pytest.raises(ValueError, match="CONFORMANCE"):
            Settings(mode="production", base_url="https://bewijs.voorbeeld", conformance=True)
