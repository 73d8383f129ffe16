"""Be a public suite: call the VC-API as those do, and sign as a stranger what they would let us verify."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any
from urllib.parse import quote

from fastapi.testclient import TestClient
from httpx import Response

from badges import base64url, strictjson
from badges.cryptosuites import ACCEPTED, Unsecured, jcs
from badges.cryptosuites.suite import write_value
from badges.ed25519 import Ed25519Signer
from badges.jsonld import contexts, suites
from badges.strictjson import Json, JsonObject
from tests import world

SUITES = (
    *("eddsa-rdfc-2022", "ecdsa-rdfc-2019", "eddsa-jcs-2022", "ecdsa-jcs-2019"),
    "Ed25519Signature2020",
)
DID_RESOLUTION = 'application/ld+json;profile="https://w3id.org/did-resolution"'


def credential(*also: Json, **members: Any) -> JsonObject:
    """Give a credential as the suites make them, with more contexts; `...` leaves a member out."""
    document: dict[str, Any] = {
        "@context": [contexts.CREDENTIALS_V2, *also],
        "type": ["VerifiableCredential"],
        "credentialSubject": {"id": "did:example:subject"},
        **members,
    }
    return {name: value for name, value in document.items() if value is not ...}


def credential_v1(*also: Json, **members: Any) -> JsonObject:
    """Give a credential on VC 1.1."""
    return credential(
        **{
            "@context": [contexts.CREDENTIALS_V1, *also],
            "issuanceDate": "2020-03-16T22:37:26.544Z",
            **members,
        }
    )


def presentation(*held: Json, also: tuple[Json, ...] = (), **members: Any) -> JsonObject:
    """Give a presentation of these credentials; `...` leaves a member out."""
    document: dict[str, Any] = {
        "@context": [contexts.CREDENTIALS_V2, *also],
        "type": ["VerifiablePresentation"],
        "verifiableCredential": list(held),
        **members,
    }
    return {name: value for name, value in document.items() if value is not ...}


@dataclass(frozen=True)
class Api:
    """Call the endpoints, and give what the suites look at."""

    client: TestClient

    def issue(self, document: Json, *, suite: str = SUITES[0], **options: Json) -> Response:
        """Ask to issue."""
        body = {"credential": document, "options": options}
        return self.client.post(f"/vc-api/{suite}/credentials/issue", json=body)

    def issued(self, document: Json, *, suite: str = SUITES[0], **options: Json) -> JsonObject:
        """Give an issued credential."""
        response = self.issue(document, suite=suite, **options)
        assert 201 == response.status_code, response.text
        found: JsonObject = response.json()["verifiableCredential"]
        return found

    def verify(self, document: Json, **options: Json) -> Response:
        """Ask to verify a credential."""
        body = {"verifiableCredential": document, "options": {"checks": ["proof"], **options}}
        return self.client.post("/vc-api/credentials/verify", json=body)

    def verified(self, document: Json, **options: Json) -> int:
        """Ask to verify a credential; gives the status."""
        return self.verify(document, **options).status_code

    def shown(self, document: Json, **options: Json) -> int:
        """Ask to verify a presentation; gives the status."""
        body = {"verifiablePresentation": document, "options": options}
        return self.client.post("/vc-api/presentations/verify", json=body).status_code

    def set_status(self, body: Json, *, suite: str = SUITES[0]) -> int:
        """Ask to change the status of a credential; gives the status."""
        return self.client.post(f"/vc-api/{suite}/credentials/status", json=body).status_code

    def resolve(self, did: str, **query: str) -> Response:
        """Ask for the document of a did."""
        address = f"/vc-api/identifiers/{quote(did, safe='')}"
        return self.client.get(address, params=query, headers={"Accept": DID_RESOLUTION})


@cache
def stranger(name: str = "stranger") -> Ed25519Signer:
    """Give the key of somebody with a did:key."""
    multikey = world.public_key(name).multikey
    return Ed25519Signer(world.seed(name), verification_method=f"did:key:{multikey}#{multikey}")


def did_of(name: str = "stranger") -> str:
    """Give the did:key of somebody."""
    return stranger(name).verification_method.partition("#")[0]


def proven(
    document: JsonObject,
    *,
    by: str = "stranger",
    suite: str = SUITES[0],
    after: tuple[JsonObject, ...] = (),
    **options: Any,
) -> JsonObject:
    """Give a proof under a document, set upon the proofs in `after`; `...` leaves an option out."""
    wanted: dict[str, Any] = {
        "type": "DataIntegrityProof",
        "cryptosuite": suite,
        "created": "2025-01-02T03:04:05Z",
        "verificationMethod": stranger(by).verification_method,
        "proofPurpose": "assertionMethod",
        **options,
    }
    made: JsonObject = {name: value for name, value in wanted.items() if value is not ...}
    covered = {**document, "proof": list(after)} if after else document
    data = ACCEPTED[suite].to_sign(Unsecured(covered, suites.canonicalize), options=made, algorithm="Ed25519")
    return {**made, "proofValue": write_value(stranger(by).sign(data))}


def blindly_proven(document: JsonObject) -> JsonObject:
    """Give a proof over JSON, by somebody who does not ask what it means."""
    options: JsonObject = {
        "type": "DataIntegrityProof",
        "cryptosuite": "eddsa-jcs-2022",
        "created": "2025-01-02T03:04:05Z",
        "verificationMethod": stranger().verification_method,
        "proofPurpose": "assertionMethod",
    }
    if "@context" in document:
        options["@context"] = document["@context"]
    data = jcs.to_sign(Unsecured(document, suites.canonicalize), options=options, algorithm="Ed25519")
    return {**options, "proofValue": write_value(stranger().sign(data))}


def signed(document: JsonObject, *, by: str = "stranger", **how: Any) -> JsonObject:
    """Give a credential that a stranger issued."""
    own = {**document, "issuer": did_of(by)}
    return {**own, "proof": proven(own, by=by, **how)}


def shown_by(document: JsonObject, *, by: str = "holder", **options: Any) -> JsonObject:
    """Give a presentation that somebody signed for."""
    return {**document, "proof": proven(document, by=by, **{"proofPurpose": "authentication", **options})}


def enveloped(document: JsonObject, *, by: str = "holder") -> JsonObject:
    """Give a presentation in a token, in an envelope (VCDM 2.0 4.13.2)."""
    header: JsonObject = {"alg": "EdDSA", "kid": stranger(by).verification_method, "typ": "vp+jwt"}
    text = ".".join(base64url.encode(strictjson.dumps(each)) for each in (header, document))
    token = f"{text}.{base64url.encode(stranger(by).sign(text.encode()))}"
    return {
        "@context": [contexts.CREDENTIALS_V2],
        "id": f"data:application/vp+jwt,{token}",
        "type": "EnvelopedVerifiablePresentation",
    }
