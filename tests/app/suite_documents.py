"""Credentials as the public suites of the W3C hand them over: ours, in the shapes that theirs have."""

from badges.jsonld import contexts
from badges.strictjson import Json, JsonObject
from tests.vcapi import credential, credential_v1, did_of

SUBJECT: JsonObject = {"id": "did:example:subject"}
KIND = "https://voorbeeld.nl/#Kind"
NAMED: Json = {"Eigen": "https://voorbeeld.nl/#Eigen"}
DUTCH: JsonObject = {"@value": "Hond", "@language": "nl"}
DIGEST = "https://www.w3.org/ns/credentials/v2"

GOOD: dict[str, JsonObject] = {
    "plain": credential(),
    "known contexts": credential(contexts.EXAMPLES_V2),
    "a context of its own": credential(NAMED, type=["VerifiableCredential", "Eigen"]),
    "a context as a file": credential({"@context": NAMED}, type=["VerifiableCredential", "Eigen"]),
    "a type as an address": credential(type=["VerifiableCredential", KIND]),
    "types in another order": credential(type=[KIND, "VerifiableCredential", f"{KIND}2"]),
    "a type of the examples": credential(contexts.EXAMPLES_V2, type=["VerifiableCredential", "Relationship"]),
    "an id": credential(id="https://voorbeeld.nl/credentials/3732"),
    "another id": credential(id="did:example:credential"),
    "several subjects": credential(credentialSubject=[SUBJECT, {"id": "did:example:other"}]),
    "a subject without id": credential(contexts.EXAMPLES_V2, credentialSubject={"alumniOf": "Voorbeeld"}),
    "an issuer as an object": credential(issuer={"id": "did:example:issuer"}),
    "an issuer with a name": credential(issuer={"id": "did:example:issuer", "name": DUTCH}),
    "a name": credential(name="Hond"),
    "a name in a language": credential(name=DUTCH),
    "a name with a direction": credential(name={**DUTCH, "@direction": "ltr"}),
    "names": credential(name=[DUTCH, {"@value": "Chien", "@language": "fr"}]),
    "a description in a language": credential(description=DUTCH),
    "milliseconds": credential(validFrom="2023-02-26T00:36:23.123Z", validUntil="2099-02-26T00:36:23.123Z"),
    "an offset": credential(validFrom="2023-02-26T00:36:23-05:00", validUntil="2099-02-26T00:36:23+14:00"),
    "evidence": credential(NAMED, evidence={"type": "Eigen"}),
    "several evidences": credential(NAMED, evidence=[{"type": "Eigen"}, {"type": "Eigen"}]),
    "terms of use": credential(NAMED, termsOfUse={"type": "Eigen", "id": "did:example:policies/1"}),
    "several terms of use": credential(NAMED, termsOfUse=[{"type": "Eigen"}, {"type": "Eigen"}]),
    "a refresh service": credential(refreshService={"type": KIND, "id": "did:example:refresh"}),
    "several refresh services": credential(refreshService=[{"type": KIND, "id": "urn:x:1"}, {"type": KIND}]),
    "version one": credential_v1(),
    "version one with words of its own": credential_v1(
        {"@context": {"name": "https://schema.org/name"}}, credentialSubject={**SUBJECT, "name": "Voorbeeld"}
    ),
}
"""What is to be issued, and verified."""

ISSUED: dict[str, JsonObject] = {
    "far in the future": credential(validFrom="9999-12-31T23:59:59Z"),
    "long ago": credential(validUntil="2020-01-01T00:00:00Z"),
    "a status of another kind": credential(NAMED, credentialStatus={"type": "Eigen"}),
    "a status with an id": credential(NAMED, credentialStatus={"type": "Eigen", "id": "did:example:status"}),
    "a schema of another kind": credential(credentialSchema={"type": KIND, "id": "did:example:schemas/1"}),
    "several schemas": credential(credentialSchema=[{"type": KIND, "id": f"urn:x:{at}"} for at in "12"]),
}
"""What is to be issued; a verifier may doubt it."""

BAD: dict[str, JsonObject] = {
    "no context": credential(**{"@context": ...}),
    "a context as a text": credential(**{"@context": contexts.CREDENTIALS_V2}),
    "another context first": credential(**{"@context": [contexts.EXAMPLES_V2, contexts.CREDENTIALS_V2]}),
    "an unknown context": credential("https://voorbeeld.nl/context"),
    "a context that is no address": credential("https ://geen-adres"),
    "a context as a number": credential(123_192_875),
    "an undefined term": credential(extra="x"),
    "an undefined term inside": credential(credentialSubject={**SUBJECT, "extra": "x"}),
    "an undefined type": credential(type=["VerifiableCredential", "Eigen"]),
    "an undefined type inside": credential(credentialSubject={**SUBJECT, "type": "Eigen"}),
    "a type without vocabulary": credential({"@vocab": None}, type=["VerifiableCredential", "Eigen"]),
    "a type that is no address": credential({"Eigen": "x y"}, type=["VerifiableCredential", "Eigen"]),
    "a protected type redefined": credential({"VerifiableCredential": KIND}),
    "a protected term redefined": credential({"@protected": True, "Eigen": KIND}, {"Eigen": f"{KIND}2"}),
    "no type": credential(type=...),
    "no type of credentials": credential(contexts.EXAMPLES_V2, type=["Relationship"]),
    "an id that is no address": credential(id="geen-adres"),
    "an id that is null": credential(id=None),
    "several ids": credential(id=["urn:x:1", "urn:x:2"]),
    "several ids of a subject": credential(credentialSubject={"id": ["urn:x:1", "urn:x:2"]}),
    "no subject": credential(credentialSubject=...),
    "a subject that is null": credential(credentialSubject=None),
    "a subject that says nothing": credential(credentialSubject={}),
    "one of two that says nothing": credential(credentialSubject=[SUBJECT, {}]),
    "a subject as a text": credential(credentialSubject="did:example:subject"),
    "an issuer that is no address": credential(issuer="geen-adres"),
    "an issuer that is null": credential(issuer=None),
    "an issuer without id": credential(issuer={"name": "Ons"}),
    "an issuer whose id is null": credential(issuer={"id": None}),
    "an issuer whose id is no address": credential(issuer={"id": "geen-adres"}),
    "another issuer": credential(issuer=did_of()),
    "a name as a number": credential(name=1),
    "a name that says more": credential(name={**DUTCH, "url": "did:example:dog"}),
    "a description that says more": credential(description={**DUTCH, "url": "did:example:dog"}),
    "an issuer's name that says more": credential(
        issuer={"id": "did:example:x", "name": {**DUTCH, "x": "y"}}
    ),
    "a start that is no time": credential(validFrom="26 februari"),
    "a start without an offset": credential(validFrom="2026-01-02T00:00:00"),
    "an end that is no time": credential(validUntil="26 februari"),
    "an end before the start": credential(
        validFrom="2026-01-02T00:00:00Z", validUntil="2026-01-01T00:00:00Z"
    ),
    "a status without type": credential(credentialStatus={"id": "did:example:status"}),
    "a status of a number": credential(credentialStatus={"id": "did:example:status", "type": 2}),
    "a status with several ids": credential(
        NAMED, credentialStatus={"type": "Eigen", "id": ["urn:x", "urn:y"]}
    ),
    "a status with no address": credential(NAMED, credentialStatus={"type": "Eigen", "id": "geen-adres"}),
    "a schema without type": credential(credentialSchema={"id": "did:example:schema"}),
    "a schema without id": credential(credentialSchema={"type": "JsonSchema"}),
    "a schema with a number": credential(credentialSchema={"type": "JsonSchema", "id": 1}),
    "evidence without type": credential(evidence={"id": "did:example:evidence"}),
    "terms of use without type": credential(termsOfUse={"id": "did:example:policy"}),
    "a refresh service without type": credential(refreshService={"id": "did:example:refresh"}),
    "a resource as a text": credential(relatedResource=[DIGEST]),
    "a resource without id": credential(relatedResource=[{"digestSRI": "sha256-AAAA"}]),
    "a resource without digest": credential(relatedResource=[{"id": DIGEST}]),
    "a resource with another digest": credential(
        relatedResource=[{"id": DIGEST, "digestSRI": "sha256-AAAA"}]
    ),
    "version one without a date": credential_v1(issuanceDate=...),
}
"""What may not be issued."""


OURS_TO_REFUSE = {
    *(name for name in BAD if "issuer" in name),
    "a resource with another digest",
}
"""What is wrong for our key only, for a stranger has another; or is about bytes elsewhere."""
