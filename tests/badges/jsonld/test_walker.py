"""The walker: what it writes, what it refuses and where, what it leaves to the reference."""

import copy
import hashlib
import json
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from badges.errors import (
    InvalidValueError,
    JsonLdError,
    KeywordError,
    RelativeIriError,
    TooComplexError,
    UndefinedTermError,
    UnhandledShapeError,
    UnknownContextError,
)
from badges.jsonld import contexts, reference, walker
from badges.jsonld.template import with_values
from badges.strictjson import Json, JsonObject
from tests.places import edited

OB = "conformance/1EdTech+openbadges-specification/test-vectors/obv3p0"


class TestCanonicalize:
    """walker.canonicalize."""

    def test_reproduces_the_open_badges_vector(self, corpus: Path) -> None:
        """The document of the OB 3.0 specification gives the published bytes and hash."""
        document = json.loads((corpus / OB / "ob-unsigned-credential.json").read_text("utf-8"))
        expected = (corpus / OB / "document-canon.txt").read_bytes()

        actual = walker.canonicalize(document)

        assert expected == actual
        assert hashlib.sha256(actual).hexdigest().startswith("87f65a76d4014620")

    def test_reproduces_the_proof_configuration_of_the_vector(self, corpus: Path) -> None:
        """The proof options, with the contexts of the document, give the published bytes."""
        signed = json.loads((corpus / OB / "ob-signed-credential.json").read_text("utf-8"))
        proof = signed["proof"][0] if isinstance(signed["proof"], list) else signed["proof"]
        options = {key: value for key, value in proof.items() if key != "proofValue"}

        actual = walker.canonicalize({"@context": signed["@context"], **options})

        assert (corpus / OB / "proof-canon.txt").read_bytes() == actual

    def test_labels_blank_nodes_in_the_order_of_their_hashes(self, badge: JsonObject) -> None:
        """Eight nodes have no id: criteria, name, result, two alignments, three cells of a list."""
        lines = walker.canonicalize(badge).decode().splitlines()

        labels = {line.split(" ", 1)[0] for line in lines if line.startswith("_:")}
        assert {f"_:c14n{number}" for number in range(8)} == labels

    def test_writes_sorted_lines_once(self, badge: JsonObject) -> None:
        """The lines are in code point order, and a value that stands there twice is one quad."""
        twice = edited(
            badge, at="/credentialSubject/achievement/tag", to=["é", "z", "é", "\uff21", "\U0001f600"]
        )

        lines = walker.canonicalize(twice).decode().splitlines()

        assert sorted(set(lines)) == lines
        assert 1 == sum('"é"' in line for line in lines)

    def test_writes_a_quad_once_that_two_keys_say(self, badge: JsonObject) -> None:
        """Two keys may have one predicate: what both say is one quad."""
        twins: Json = {"type": "Address", "geo": "x", "GeoCoordinates": "x"}

        actual = walker.canonicalize(edited(badge, at="/issuer/address", to=twins))

        assert 1 == actual.count(b'#GeoCoordinates> "x" .')

    def test_writes_a_node_once_that_stands_there_twice(self, badge: JsonObject) -> None:
        """A node with an id may be described in two places."""
        actual = walker.canonicalize(edited(badge, at="/credentialSubject/source", to=badge["issuer"]))

        assert 1 == actual.count(b'<did:web:bewijs.voorbeeld> <https://schema.org/name> "Magazijn De Maas" .')

    def test_escapes_as_rdfc_asks(self, badge: JsonObject) -> None:
        """Controls, DEL, quotes, backslashes and two more are escaped; all others stand as they are."""
        text = '"\\\b\t\n\f\r\x00\x1f\x7f\ufffe\uffff\x80é\u2028😀'

        actual = walker.canonicalize(edited(badge, at="/credentialSubject/role", to=text)).decode()

        assert '"\\"\\\\\\b\\t\\n\\f\\r\\u0000\\u001F\\u007F\\uFFFE\\uFFFF\x80é\u2028😀"' in actual

    def test_does_not_see_the_order_of_keys(self, badge: JsonObject) -> None:
        """A document says the same in any order of its keys."""
        turned = dict(reversed(badge.items()))

        assert walker.canonicalize(badge) == walker.canonicalize(turned)

    def test_leaves_the_document_as_it_is(self, badge: JsonObject) -> None:
        """The walk changes nothing in what it reads."""
        before = copy.deepcopy(badge)

        walker.canonicalize(badge)

        assert before == badge

    def test_gives_the_same_in_many_threads(self, badge: JsonObject) -> None:
        """Threads share the tables and nothing else."""
        documents = [
            with_values(badge, slots={"role": "/credentialSubject/role"}, values={"role": f"rol {n}"})
            for n in range(64)
        ]
        expected = [walker.canonicalize(document) for document in documents]

        with ThreadPoolExecutor(16) as threads:
            actual = list(threads.map(walker.canonicalize, documents * 4))

        assert expected * 4 == actual

    @pytest.mark.parametrize(
        ("pointer", "value", "error"),
        [
            ("/cijfer", "10", UndefinedTermError),
            ("/cijfer", [], UndefinedTermError),
            ("/credentialSubject/achievement/cijfer", {"a": 1}, UndefinedTermError),
            ("/credentialSubject/achievement/alignment/1/schema:name", "x", UndefinedTermError),
            ("/issuer/type", ["Profile", "Baas"], UndefinedTermError),
            ("/issuer/targetName", "x", UndefinedTermError),
            ("/issuer/@id", "urn:x", KeywordError),
            ("/credentialSubject/@graph", [], KeywordError),
            ("/evidence/0/@index", "x", KeywordError),
            ("/id", "geen adres", RelativeIriError),
            ("/id", "_:b0", RelativeIriError),
            ("/credentialSubject/achievement/id", "/badgeklassen/1", RelativeIriError),
            ("/issuer", "https://bewijs.voorbeeld/a b", RelativeIriError),
            ("/credentialStatus/statusListCredential", "https://a/<x>", RelativeIriError),
            ("/id", 1, InvalidValueError),
            ("/id", None, InvalidValueError),
            ("/issuer/name", None, InvalidValueError),
            ("/issuer/type", ["Profile", 1], InvalidValueError),
            ("/credentialSubject/achievement/tag/0", None, InvalidValueError),
        ],
    )
    def test_refuses_with_the_place(
        self, badge: JsonObject, pointer: str, value: Json, error: type[JsonLdError]
    ) -> None:
        """What is not defined, not absolute or not a value is an error that names its JSON pointer."""
        with pytest.raises(error) as caught:
            walker.canonicalize(edited(badge, at=pointer, to=value))

        assert error is type(caught.value)
        assert caught.value.pointer in {pointer, f"{pointer}/1"}

    @pytest.mark.parametrize("types", [["Achievement", "Result"], ["AchievementSubject", "IdentifierEntry"]])
    def test_refuses_types_that_contradict_each_other(self, types: list[Json]) -> None:
        """Two types that give one protected term two meanings cannot stand together, in either engine."""
        document: JsonObject = {
            "@context": [contexts.CREDENTIALS_V2, contexts.OB_V3],
            "id": "urn:uuid:0193a1b2-7c3d-7e4f-8a5b-6c7d8e9f0a1b",
            "type": types,
        }
        for engine in (walker, reference):
            with pytest.raises(InvalidValueError):
                engine.canonicalize(document)

    def test_refuses_a_text_that_is_no_unicode(self, badge: JsonObject) -> None:
        """A lone surrogate has no UTF-8."""
        with pytest.raises(InvalidValueError):
            walker.canonicalize(edited(badge, at="/issuer/name", to="\ud800"))

    def test_refuses_an_unknown_context(self, badge: JsonObject) -> None:
        """A context that is not frozen is refused before anything else."""
        with pytest.raises(UnknownContextError):
            walker.canonicalize(edited(badge, at="/@context/1", to="https://voorbeeld.nl/"))

    @pytest.mark.parametrize("depth", [100, 250, 5_000])
    def test_refuses_a_document_that_is_too_deep(self, badge: JsonObject, depth: int) -> None:
        """No depth brings it down."""
        node: JsonObject = {"type": "Profile"}
        for _ in range(depth):
            node = {"type": "Profile", "parentOrg": node}

        with pytest.raises((TooComplexError, UnhandledShapeError)):
            walker.canonicalize(edited(badge, at="/credentialSubject/source", to=[node, {}, {}]))

    @pytest.mark.parametrize(
        ("pointer", "value"),
        [
            ("/credentialSubject/creditsEarned", 2.5),
            ("/credentialSubject/creditsEarned", 2**53),
            ("/credentialSubject/achievement/tag", [["x"]]),
            ("/issuer/image", 1),
            ("/proof", {"type": "DataIntegrityProof"}),
            ("/validFrom", {"id": "urn:x"}),
            ("/name", {"@value": "Order picking", "@language": "en"}),
            ("/credentialSubject/@context", {"@vocab": "https://voorbeeld.nl/"}),
            ("/evidence", [{"type": "Evidence"}, {"type": "Evidence"}]),
            ("/@context", [contexts.OB_V3, contexts.CREDENTIALS_V2]),
        ],
    )
    def test_leaves_rare_shapes_to_the_reference(self, badge: JsonObject, pointer: str, value: Json) -> None:
        """Fractions, graphs, look-alikes, languages and what stands inside are not for the walker."""
        with pytest.raises(UnhandledShapeError):
            walker.canonicalize(edited(badge, at=pointer, to=value))

    def test_writes_integers_and_truth_values(self, badge: JsonObject) -> None:
        """Numbers and truth values carry the datatype of their term, or that of JSON."""
        credits_earned = walker.canonicalize(edited(badge, at="/credentialSubject/creditsEarned", to=3))
        points = walker.canonicalize(edited(badge, at="/credentialSubject/role", to=7))

        assert b'#creditsEarned> "3"^^<https://www.w3.org/2001/XMLSchema#float> .' in credits_earned
        assert b'#hashed> "false"^^<https://www.w3.org/2001/XMLSchema#boolean> .' in credits_earned
        assert b'#role> "7"^^<http://www.w3.org/2001/XMLSchema#integer> .' in points
