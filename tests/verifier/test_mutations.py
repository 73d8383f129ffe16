"""No edit of a signed badge is ever valid (security T1-T5)."""

import asyncio
import copy
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from badges import keys, multibase, strictjson
from badges.strictjson import Json, JsonObject
from tests import world
from tests.places import Way, edited, there, ways, without
from tests.world import World
from verifier.errors import UnreadableError
from verifier.report import Report, State, Verdict

Verify = Callable[[bytes], Report]

EARTH = World()
SIGNED = EARTH.signed()
DOCUMENT = strictjson.loads_object(SIGNED)


@pytest.fixture(scope="module")
def verify() -> Iterator[Verify]:
    """Give one verifier for all edits, in one loop."""
    verifier = EARTH.verifier()
    with asyncio.Runner() as loop:
        yield lambda raw: loop.run(verifier.verify(raw))
    verifier.close()


def verdict(verify: Verify, document: JsonObject) -> Verdict | None:
    """Verify a document; None when it is no credential any more."""
    try:
        return verify(strictjson.dumps(document)).verdict
    except UnreadableError:
        return None


def is_leaf(way: Way) -> bool:
    """Tell a text, number or truth value from an object or list."""
    return not isinstance(there(DOCUMENT, way), (dict, list))


LEAVES = [way for way in ways(DOCUMENT) if is_leaf(way)]
OBJECTS = [way for way in ways(DOCUMENT) if isinstance(there(DOCUMENT, way), dict)]
MEMBERS = [way for way in ways(DOCUMENT) if way and isinstance(way[-1], str)]


def changed(value: Any) -> list[Any]:
    """Give other values than this one, some of them close to it."""
    if isinstance(value, bool):
        return [not value, None]
    return [value + "x", value[:-1], value.upper(), [value, "x"], None, 1, {"@value": "x"}]


class TestEdits:
    @pytest.mark.parametrize("way", LEAVES, ids=str)
    def test_of_a_value_are_never_valid(self, verify: Verify, way: Way) -> None:
        """Every single value is covered by the signature."""
        original = there(DOCUMENT, way)
        for other in changed(original):
            if other == original:
                continue
            assert Verdict.VALID is not verdict(verify, edited(DOCUMENT, at=way, to=other)), other

    @pytest.mark.parametrize("way", MEMBERS, ids=str)
    def test_that_drop_a_member_are_never_valid(self, verify: Verify, way: Way) -> None:
        """Nothing can be left out."""
        assert Verdict.VALID is not verdict(verify, without(DOCUMENT, at=way))

    @pytest.mark.parametrize("way", MEMBERS, ids=str)
    def test_that_rename_a_member_are_never_valid(self, verify: Verify, way: Way) -> None:
        """No member can go by another name."""
        document = copy.deepcopy(DOCUMENT)
        parent = there(document, way[:-1])
        parent[f"{way[-1]}X"] = parent.pop(way[-1])
        assert Verdict.VALID is not verdict(verify, document)

    @pytest.mark.parametrize("way", OBJECTS, ids=str)
    def test_that_add_a_member_are_never_valid(self, verify: Verify, way: Way) -> None:
        """At no place can something be added, not even what JSON-LD would drop in silence."""
        for added in ADDITIONS:
            document = copy.deepcopy(DOCUMENT)
            node = there(document, way)
            if added.keys() & node.keys():
                continue
            node |= added
            assert Verdict.VALID is not verdict(verify, document), added


ADDITIONS: list[JsonObject] = [
    {"grade": "A+"},
    {"nested": {"grade": "A+"}},
    {"nothing": None},
    {"empty": []},
    {"@index": "x"},
    {"@nest": {}},
    {"@foo": "x"},
    {"@context": {"@vocab": "https://kwaad.voorbeeld/"}},
    {"@context": "https://www.w3.org/ns/credentials/v2"},
    {"@id": "https://kwaad.voorbeeld/"},
    {"@type": "Kwaad"},
    {"@graph": []},
    {"@included": []},
    {"@reverse": {}},
    {"@base": "https://kwaad.voorbeeld/"},
    {"": "x"},
]

OWN_CONTEXTS: list[Json] = there(DOCUMENT, "/@context")
CONTEXTS: list[Json] = [
    [],
    None,
    "https://www.w3.org/ns/credentials/v2",
    [world.BASE],
    ["https://www.w3.org/2018/credentials/v1", OWN_CONTEXTS[1]],
    list(reversed(OWN_CONTEXTS)),
    [*OWN_CONTEXTS, {"name": "https://schema.org/description"}],
    [*OWN_CONTEXTS, {"@vocab": "https://kwaad.voorbeeld/"}],
    [*OWN_CONTEXTS, OWN_CONTEXTS[1]],
    [None, *OWN_CONTEXTS],
    {"@import": "https://www.w3.org/ns/credentials/v2"},
]


class TestContexts:
    @pytest.mark.parametrize("contexts", CONTEXTS, ids=str)
    def test_that_differ_are_never_valid(self, verify: Verify, contexts: Json) -> None:
        """The list of contexts is part of what was signed."""
        assert Verdict.VALID is not verdict(verify, DOCUMENT | {"@context": contexts})


def with_proof(edit: Callable[[JsonObject], Json]) -> JsonObject:
    """Give the badge with its one proof edited."""
    return edited(DOCUMENT, at="/proof", to=edit(there(DOCUMENT, "/proof/0")))


def small_order(proof: JsonObject) -> JsonObject:
    """Sign with a point of small order and nothing: holds for sloppy verifiers."""
    return proof | {"proofValue": "z" + keys_encode(bytes([1]) + bytes(63))}


def keys_encode(raw: bytes) -> str:
    """Write bytes in base58btc."""
    return multibase.encode(raw)


def malleable(proof: JsonObject) -> JsonObject:
    """Add the order of the group to S: the same signature for those who do not look (RFC 8032 5.1.7)."""
    signature = multibase.decode(str(proof["proofValue"])[1:], size=64)
    order = 2**252 + 27742317777372353535851937790883648493
    shifted = int.from_bytes(signature[32:], "little") + order
    return proof | {"proofValue": "z" + multibase.encode(signature[:32] + shifted.to_bytes(32, "little"))}


def resigned(proof: JsonObject) -> JsonObject:
    """Take the proof of another badge of the same issuer."""
    other: JsonObject = there(strictjson.loads_object(EARTH.signed(name="Iets anders")), "/proof/0")
    return other


PROOFS: dict[str, Callable[[JsonObject], Json]] = {
    "none": lambda _: [],
    "null": lambda _: None,
    "text": lambda _: "proof",
    "empty object": lambda _: {},
    "twice, one broken": lambda proof: [proof, proof | {"proofValue": "z" + "1" * 64}],
    "garbage beside it": lambda proof: [proof, {"type": "DataIntegrityProof"}],
    "another type": lambda proof: [proof | {"type": "Ed25519Signature2020"}],
    "no type": lambda proof: [{key: value for key, value in proof.items() if key != "type"}],
    "another suite": lambda proof: [proof | {"cryptosuite": "eddsa-jcs-2022"}],
    "another purpose": lambda proof: [proof | {"proofPurpose": "authentication"}],
    "another time": lambda proof: [proof | {"created": "2026-06-26T14:05:01Z"}],
    "a time of the future": lambda proof: [proof | {"created": "2027-06-26T14:05:01Z"}],
    "a time that is none": lambda proof: [proof | {"created": "gisteren"}],
    "an end": lambda proof: [proof | {"expires": "2027-01-01T00:00:00Z"}],
    "a domain": lambda proof: [proof | {"domain": "kwaad.voorbeeld"}],
    "a challenge": lambda proof: [proof | {"challenge": "1"}],
    "a previous proof": lambda proof: [
        proof | {"previousProof": "urn:uuid:0193a1b2-0000-7e4f-8a5b-6c7d8e9f0a1b"}
    ],
    "an undefined member": lambda proof: [proof | {"grade": "A+"}],
    "another context": lambda proof: [proof | {"@context": "https://kwaad.voorbeeld/"}],
    "prefix u": lambda proof: [proof | {"proofValue": "u" + str(proof["proofValue"])[1:]}],
    "prefix f": lambda proof: [proof | {"proofValue": "f" + "00" * 64}],
    "63 bytes": lambda proof: [proof | {"proofValue": "z" + keys_encode(bytes([9]) * 63)}],
    "65 bytes": lambda proof: [proof | {"proofValue": "z" + keys_encode(bytes([9]) * 65)}],
    "zeros": lambda proof: [proof | {"proofValue": "z" + "1" * 64}],
    "small order": lambda proof: [small_order(proof)],
    "S past the order": lambda proof: [malleable(proof)],
    "of another badge": lambda proof: [resigned(proof)],
    "key is relative": lambda proof: [proof | {"verificationMethod": "#key"}],
    "key is a list": lambda proof: [proof | {"verificationMethod": [proof["verificationMethod"]]}],
    "key is inline": lambda proof: [
        proof
        | {"verificationMethod": {"id": "#key", "publicKeyMultibase": world.public_key("evil").multikey}}
    ],
    "key without fragment": lambda proof: [proof | {"verificationMethod": EARTH.issuer.did}],
    "key of nobody": lambda proof: [proof | {"verificationMethod": f"{EARTH.issuer.did}#z6MkNobody"}],
}


class TestProofs:
    @pytest.mark.parametrize("name", PROOFS)
    def test_that_differ_are_never_valid(self, verify: Verify, name: str) -> None:
        """A proof counts whole, in the form of the standard, or not at all (security 3.2)."""
        assert Verdict.VALID is not verdict(verify, with_proof(PROOFS[name]))

    def test_as_one_object_are_as_good_as_a_list(self, verify: Verify) -> None:
        """VC-DI 2.1 allows both; the canonical OB 3.0 schema asks a list, so this is no valid Open Badge."""
        found = verify(strictjson.dumps(with_proof(lambda proof: proof)))
        outcomes = {check.code: check.outcome.value for check in found.checks}
        assert "pass" == outcomes["signature"]


class TestIssuers:
    def test_a_strangers_key_under_the_issuers_name(self, verify: Verify) -> None:
        """A key that the issuer does not list signs nothing for it."""
        method = f"{EARTH.issuer.did}#{world.public_key('evil').multikey}"
        raw = world.sign(world.badge_of(EARTH.issuer), signer=EARTH.issuer.signer("evil", method=method))
        assert Verdict.INVALID is verify(raw).verdict

    def test_a_known_issuers_key_for_anothers_badge(self, verify: Verify) -> None:
        """A good signature of somebody else says nothing about this issuer."""
        raw = world.sign(world.badge_of(EARTH.issuer), signer=EARTH.stranger.signer())
        assert Verdict.INVALID is verify(raw).verdict

    def test_a_did_key_for_anothers_badge(self, verify: Verify) -> None:
        """A did:key is bound to itself only."""
        lone = world.Issuer(keys.did_key(world.public_key("lone")), "", "lone", "lone")
        raw = world.sign(world.badge_of(EARTH.issuer), signer=lone.signer())
        assert Verdict.INVALID is verify(raw).verdict

    def test_another_issuer_in_the_signed_badge(self, verify: Verify) -> None:
        """The issuer is part of what was signed."""
        document = edited(DOCUMENT, at="/issuer/id", to=EARTH.stranger.did)
        assert Verdict.VALID is not verdict(verify, document)

    def test_a_second_proof_by_another_issuer_is_welcome(self, verify: Verify) -> None:
        """A proof set holds when all hold and one is the issuer's."""
        other = strictjson.loads_object(
            world.sign(world.badge_of(EARTH.issuer), signer=EARTH.stranger.signer())
        )
        both = [*there(DOCUMENT, "/proof"), *there(other, "/proof")]
        assert Verdict.VALID is verdict(verify, DOCUMENT | {"proof": both})


def with_methods(**members: Json) -> Callable[[JsonObject], Json]:
    """Give the edit of a did document that puts members in each of its keys."""
    return lambda document: (
        document
        | {"verificationMethod": [method | members for method in there(document, "/verificationMethod")]}
    )


EVIL_DOCUMENTS: dict[str, Callable[[JsonObject], Json]] = {
    "id of another": lambda document: document | {"id": EARTH.stranger.did},
    "no assertionMethod": lambda document: {k: v for k, v in document.items() if k != "assertionMethod"},
    "only under authentication": lambda document: {
        ("authentication" if k == "assertionMethod" else k): v for k, v in document.items()
    },
    "no verificationMethod": lambda document: document | {"verificationMethod": []},
    "two keys of one id": lambda document: (
        document | {"verificationMethod": there(document, "/verificationMethod") * 2}
    ),
    "another controller": with_methods(controller=EARTH.stranger.did),
    "controller is a list": with_methods(controller=[EARTH.issuer.did]),
    "key had ended": with_methods(expires="2026-01-01T00:00:00Z"),
    "secret in the open": with_methods(secretKeyMultibase="z3u2"),
}


class TestDidDocuments:
    @pytest.mark.parametrize("name", EVIL_DOCUMENTS)
    def test_that_do_not_list_the_key_are_never_valid(self, name: str) -> None:
        """A key counts only where the issuer itself names it for making claims (security T5)."""
        earth = World()
        earth.documents[earth.issuer.did] = EVIL_DOCUMENTS[name](earth.issuer.document())
        assert Verdict.INVALID is earth.report(SIGNED).verdict

    @pytest.mark.parametrize(
        "document", [{}, {"error": "later"}, {"id": EARTH.issuer.did, "type": "Profile"}], ids=str
    )
    def test_that_say_nothing_of_keys_leave_doubt(self, document: JsonObject) -> None:
        """A profile, or an error in JSON, does not say that the key is somebody else's."""
        earth = World()
        earth.documents[earth.issuer.did] = document
        report = earth.report(SIGNED)
        assert (Verdict.INDETERMINATE, State.UNSURE) == (report.verdict, report.state)
