"""The VC-API in conformance mode: every status that a public suite counts, and that it is off otherwise."""

from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from app.main import create_app
from app.settings import Settings
from badges import status, strictjson
from badges.jsonld import contexts
from badges.strictjson import Json, JsonObject
from tests import vcapi
from tests.app.serving import ADDRESS
from tests.fresh import fresh_in
from tests.once import Once
from tests.vcapi import SUITES, Api, credential, signed

each_suite = pytest.mark.parametrize("suite", SUITES)


class TestIssue:
    """POST /vc-api/credentials/issue."""

    @each_suite
    def test_signs_by_the_suite_of_the_address(self, api: Api, suite: str) -> None:
        """Each suite has a key of its own (201)."""
        proof = api.issued(credential(), suite=suite)["proof"]
        assert isinstance(proof, dict)
        assert suite == proof.get("cryptosuite", proof["type"])

    def test_signs_by_the_first_suite_without_one(self, api: Api) -> None:
        """The address of VCALM itself issues as Open Badges asks."""
        response = api.client.post("/vc-api/credentials/issue", json={"credential": credential()})
        assert (201, SUITES[0]) == (
            response.status_code,
            response.json()["verifiableCredential"]["proof"]["cryptosuite"],
        )

    def test_names_the_issuer_of_the_manifest(self, api: Api) -> None:
        """An example of an issuer gives way, an object keeps what else it says."""
        own = api.client.get("/vc-api").json()[SUITES[0]]["id"]
        asked = ({"id": own, "name": "Ons"}, {"id": "did:example:issuer", "name": "Ons"})
        expected = {"id": own, "name": "Ons"}
        assert [expected, expected] == [api.issued(credential(issuer=each))["issuer"] for each in asked]
        assert own == api.issued(credential())["issuer"]

    @pytest.mark.parametrize(
        "body", [b"", b"[]", b"{}", b'{"credential":1}', b'{"credential":null}', b'{"a":1,"a":2}', b"\xff"]
    )
    def test_refuses_what_is_no_request(self, api: Api, body: bytes) -> None:
        """A 400: not a 422, and not a 500."""
        response = api.client.post("/vc-api/credentials/issue", content=body)
        assert (400, "cannot-issue") == (response.status_code, response.json()["code"])

    def test_refuses_a_credential_that_was_signed(self, api: Api) -> None:
        """A second proof would say that the first was ours too (400)."""
        assert 400 == api.issue(api.issued(credential())).status_code

    def test_knows_no_other_suite(self, api: Api) -> None:
        """A suite that we do not sign by is no address (404)."""
        assert 404 == api.issue(credential(), suite="bbs-2023").status_code


class TestVerify:
    """POST /vc-api/credentials/verify."""

    @each_suite
    def test_says_yes_to_what_was_issued(self, api: Api, suite: str) -> None:
        """A 200 without problems."""
        response = api.verify(api.issued(credential(), suite=suite))
        expected = {"verified": True, "problemDetails": []}
        assert (200, expected) == (response.status_code, response.json())

    @each_suite
    def test_says_no_to_what_was_changed(self, api: Api, suite: str) -> None:
        """A suite counts a 200 as a yes, so it is a 400, with the kind of problem (VC-DI 4.7)."""
        changed = {**api.issued(credential(), suite=suite), "credentialSubject": {"id": "did:example:other"}}
        response = api.verify(changed)
        assert (400, False, ["PROOF_VERIFICATION_ERROR"]) == (
            response.status_code,
            response.json()["verified"],
            [problem["title"] for problem in response.json()["problemDetails"]],
        )

    def test_always_says_why_it_is_a_no(self, api: Api) -> None:
        """Also where only a check decides that no suite knows: work that ends before it starts."""
        subject: JsonObject = {
            "type": ["AchievementSubject"],
            "activityStartDate": "2026-01-02T00:00:00Z",
            "activityEndDate": "2025-01-02T00:00:00Z",
        }
        response = api.verify(signed(credential(contexts.OB_V3, credentialSubject=subject)))
        details = [problem["detail"] for problem in response.json()["problemDetails"]]
        expected = ["The dates of the work and the judgement cannot be right."]
        assert (400, expected) == (response.status_code, details)

    @pytest.mark.parametrize("body", [b"", b"[]", b"{}", b'{"verifiableCredential":1}', b'{"a":1,"a":2}'])
    def test_says_no_to_what_is_no_request(self, api: Api, body: bytes) -> None:
        """A 400: not a 422, and not a 500."""
        for kind in ("credentials", "presentations"):
            assert 400 == api.client.post(f"/vc-api/{kind}/verify", content=body).status_code

    @pytest.mark.parametrize("text", ["", "x", "eyJhbGciOiJub25lIn0.e30.", "https://voorbeeld.nl/"], ids=str)
    def test_says_no_to_a_text(self, api: Api, text: str) -> None:
        """A credential is an object here (VCALM 3.3.1): no link is followed."""
        assert 400 == api.verified(text)


class TestStatus:
    """POST /vc-api/credentials/status, and the list."""

    def test_withdraws_and_takes_back(self, api: Api) -> None:
        """What was withdrawn is not verified any more; taken back, it is again (200)."""
        name = "urn:uuid:0193a1b2-7c3d-7e4f-8a5b-6c7d8e9f0a42"
        document = api.issued(credential(id=name))
        entry: JsonObject = {"type": "BitstringStatusListEntry", "statusPurpose": "revocation"}
        for said, expected in ((True, 400), (False, 200)):
            assert 200 == api.set_status({"credentialId": name, "credentialStatus": entry, "status": said})
            assert expected == api.verified(document)

    def test_withdraws_by_the_name_that_was_asked_for(self, api: Api) -> None:
        """A credential without an id has the name that its issue gave it (VCALM 3.2.1)."""
        document = api.issued(credential(), credentialId="de-derde")
        assert 200 == api.set_status({"credentialId": "de-derde", "credentialStatus": {"status": "1"}})
        problems = api.verify(document).json()["problemDetails"]
        assert ["STATUS_VERIFICATION_ERROR"] == [problem["title"] for problem in problems]

    @pytest.mark.parametrize(
        ("body", "expected"),
        [
            ({"credentialId": "urn:x", "credentialStatus": {"status": "1"}}, 404),
            ({"credentialId": "urn:x"}, 400),
            ({"credentialStatus": {"status": "1"}}, 400),
            ({"credentialId": "urn:x", "credentialStatus": {"status": "9"}}, 400),
            ({"credentialId": "urn:x", "credentialStatus": {"type": "StatusList2021Entry"}}, 400),
            ({"credentialId": "urn:x", "credentialStatus": {"statusPurpose": "suspension"}}, 400),
        ],
        ids=str,
    )
    def test_says_what_is_not_there(self, api: Api, body: JsonObject, expected: int) -> None:
        """404 for an unknown credential, 400 for no request."""
        assert expected == api.set_status(body)

    def test_leaves_a_status_of_another_kind_alone(self, api: Api) -> None:
        """A credential that says itself where its status is has no place in our list (404)."""
        kind: Json = {"Eigen": "https://voorbeeld.nl/#Eigen"}
        name = "urn:uuid:0193a1b2-7c3d-7e4f-8a5b-6c7d8e9f0a43"
        document = api.issued(credential(kind, id=name, credentialStatus={"type": "Eigen"}))
        assert {"type": "Eigen"} == document["credentialStatus"]
        assert 404 == api.set_status({"credentialId": name, "credentialStatus": {"status": "1"}})

    @each_suite
    def test_shows_the_list_to_anybody(self, api: Api, suite: str) -> None:
        """The list is real, signed by the issuer, called JSON, and long enough to hide in (BSL 2.2)."""
        entry = api.issued(credential(), suite=suite)["credentialStatus"]
        assert isinstance(entry, dict)
        response = api.client.get(str(entry["statusListCredential"]))
        encoded = response.json()["credentialSubject"]["encodedList"]
        assert ("application/ld+json", "*", "u") == (
            response.headers["content-type"],
            response.headers["access-control-allow-origin"],
            encoded[0],
        )
        assert status.MINIMUM_ENTRIES == 8 * len(status.decode(encoded))
        assert 200 == api.verified(response.json())

    def test_points_into_the_list_and_not_at_it(self, api: Api) -> None:
        """The entry has an id of its own, and its place as a text (BSL 2.1)."""
        entry = api.issued(credential())["credentialStatus"]
        assert isinstance(entry, dict)
        assert entry["id"] == f"{entry['statusListCredential']}#{entry['statusListIndex']}"
        assert 0 <= int(str(entry["statusListIndex"])) < status.MINIMUM_ENTRIES

    def test_gives_each_credential_a_place_of_its_own(self, api: Api) -> None:
        """Neighbours tell nothing of each other."""
        places = set()
        for number in range(20):
            entry = api.issued(credential(id=f"urn:x:eigen:{number}"))["credentialStatus"]
            assert isinstance(entry, dict)
            places.add(entry["statusListIndex"])
        assert 20 == len(places)


class TestResolve:
    """GET /vc-api/identifiers/{did}."""

    def test_gives_the_document_of_each_issuer(self, api: Api) -> None:
        """The manifest names them, and each did leads to its keys (200)."""
        for each in api.client.get("/vc-api").json().values():
            response = api.resolve(each["id"])
            assert (200, vcapi.DID_RESOLUTION, each["id"]) == (
                response.status_code,
                response.headers["content-type"],
                response.json()["didDocument"]["id"],
            )

    @pytest.mark.parametrize(
        ("did", "query", "expected", "error"),
        [
            ("hallo", {}, 400, "invalidDid"),
            ("did:example:123", {}, 400, "invalidDid"),
            ("did:web:nergens.voorbeeld", {}, 404, "notFound"),
            (f"{vcapi.did_of()}/pad?vraag#x", {}, 400, "invalidDidUrl"),
            (vcapi.did_of(), {"publicKeyFormat": "unknown"}, 501, "unsupportedPublicKeyType"),
        ],
    )
    def test_gives_the_reason_in_a_body_of_the_same_shape(
        self, api: Api, did: str, query: dict[str, str], expected: int, error: str
    ) -> None:
        """A program reads the error where it reads the document (DID Resolution 0.3)."""
        response = api.resolve(did, **query)
        body = response.json()
        assert (expected, error) == (response.status_code, body["didResolutionMetadata"]["error"])
        assert {"@context", "didDocument", "didDocumentMetadata", "didResolutionMetadata"} <= body.keys()


class TestPublic:
    """The contexts of the suites, on a public check."""

    @pytest.mark.parametrize(
        "also", ["https://www.w3.org/ns/credentials/examples/v2", {"x": "urn:x:y"}], ids=str
    )
    def test_are_not_accepted(self, api: Api, also: Json) -> None:
        """What means something to the suites only is doubt for everybody else."""
        document = vcapi.signed(credential(also))
        assert 200 == api.verified(document)
        answer = api.client.post("/api/v1/verificaties", content=strictjson.dumps(document)).json()
        assert "valid" != answer["verdict"]
        assert "unknown" == next(check["outcome"] for check in answer["checks"] if check["code"] == "json-ld")


class TestMode:
    """app.conformance.add_conformance."""

    def test_is_off_unless_asked(self, tmp_path: Path, once: Once) -> None:
        """Without the setting there is nothing there."""
        folder = fresh_in(tmp_path / "data", once=once)
        app = create_app(Settings(mode="demo", base_url=ADDRESS, data_dir=folder))
        with TestClient(app, base_url=ADDRESS) as client:
            api = Api(client)
            answers = (api.issue(credential()), api.verify(credential()), api.resolve(vcapi.did_of()))
        assert [404, 404, 404] == [answer.status_code for answer in answers]

    @pytest.mark.parametrize("name", ["conformance", "tls_self_signed"])
    def test_is_refused_in_production(self, name: str) -> None:
        """An open door to signing never stands in production, nor a certificate that nobody trusts."""
        with pytest.raises(ValueError, match=name.upper()):
            Settings(mode="production", base_url="https://bewijs.voorbeeld", **{name: True})

    @pytest.mark.parametrize(
        ("settings", "expected"),
        [
            ({"base_url": "http://localhost:8000"}, "http://localhost:8000"),
            (
                {"base_url": "http://localhost:8000", "tls_self_signed": True, "port": 8443},
                "https://localhost:8443",
            ),
            ({"base_url": "https://toets.voorbeeld", "tls_self_signed": True}, "https://toets.voorbeeld"),
        ],
        ids=str,
    )
    def test_says_where_its_lists_are(self, settings: JsonObject, expected: str) -> None:
        """A suite fetches them over https, also where badges name another address."""
        assert expected == Settings(mode="demo", **settings).suite_url
