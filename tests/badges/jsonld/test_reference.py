"""The reference: the suite of RDFC-1.0, the vectors of the specifications, and the data-loss gate."""

import json
from pathlib import Path

import pytest

from badges.errors import InvalidValueError, JsonLdError, KeywordError, TooComplexError, UndefinedTermError
from badges.jsonld import contexts, reference
from badges.jsonld.reference import Reference
from badges.strictjson import Json, JsonObject

RDFC = "conformance/w3c+rdf-canon"
EDDSA = "conformance/w3c+vc-di-eddsa/TestVectors"


def clique(size: int) -> str:
    """Make a graph in which each node is linked to each other: all look alike."""
    return "".join(
        f"_:n{one} <urn:x:p> _:n{other} .\n" for one in range(size) for other in range(size) if one != other
    )


def tree(parents: int, children: int) -> str:
    """Make look-alike parents with look-alike children."""
    return "".join(
        f"<urn:x:r> <urn:x:p> _:s{one} .\n_:s{one} <urn:x:c> _:s{one}c{other} .\n"
        for one in range(parents)
        for other in range(children)
    )


class TestCanonicalizeDataset:
    """reference.canonicalize_dataset."""

    def test_passes_the_suite_of_rdf_canon(self, corpus: Path) -> None:
        """All evaluation tests of RDFC-1.0 give the published bytes, the one with SHA-384 too."""
        manifest = json.loads((corpus / RDFC / "manifest.jsonld").read_text("utf-8"))
        tests = [entry for entry in manifest["entries"] if entry["type"] == "rdfc:RDFC10EvalTest"]
        wrong = [
            entry["id"]
            for entry in tests
            if (corpus / RDFC / entry["result"]).read_bytes()
            != reference.canonicalize_dataset(
                (corpus / RDFC / entry["action"]).read_bytes(),
                digest="sha384" if entry.get("hashAlgorithm") == "SHA384" else "sha256",
            )
        ]

        assert [] == wrong
        assert 64 == len(tests)

    def test_stops_at_the_poison_of_the_suite(self, corpus: Path) -> None:
        """The negative test, a clique of ten, is refused."""
        with pytest.raises(TooComplexError):
            reference.canonicalize_dataset((corpus / RDFC / "rdfc10/test074-in.nq").read_bytes())

    @pytest.mark.parametrize(
        "poison",
        [
            *(clique(size) for size in range(7, 13)),
            *(tree(2, children) for children in range(7, 13)),
            "".join(f"_:n{n} <urn:x:p> _:n{(n + 1) % 400} .\n" for n in range(400)),
        ],
    )
    def test_stops_at_poison(self, poison: str) -> None:
        """Cliques, trees of twins and long rings are refused before they cost anything."""
        with pytest.raises(TooComplexError):
            reference.canonicalize_dataset(poison.encode())

    def test_takes_a_thousand_look_alikes_that_cost_nothing(self) -> None:
        """Many equal parts side by side are no poison."""
        flat = "".join(f'<urn:x:r> <urn:x:p> _:n{n} .\n_:n{n} <urn:x:q> "x" .\n' for n in range(1_000))

        assert 2_000 == reference.canonicalize_dataset(flat.encode()).count(b"\n")

    def test_refuses_what_is_no_nquads(self) -> None:
        """Other bytes are refused as such."""
        with pytest.raises(InvalidValueError):
            reference.canonicalize_dataset(b"<urn:x> .")


class TestReference:
    """reference.Reference, with the contexts of the vectors."""

    def test_reproduces_the_w3c_vector(self, corpus: Path) -> None:
        """Document and proof options of VC-DI-EDDSA B.1 give the published bytes."""
        engine = Reference(also=contexts.examples())
        suite = corpus / EDDSA / "eddsa-rdfc-2022"
        document = json.loads((corpus / EDDSA / "unsigned.json").read_text("utf-8"))
        options = json.loads((suite / "proofConfigDataInt.json").read_text("utf-8"))

        assert (suite / "canonDocDataInt.txt").read_bytes() == engine.canonicalize(document)
        assert (suite / "proofCanonDataInt.txt").read_bytes() == engine.canonicalize(options)


class TestCanonicalize:
    """reference.canonicalize."""

    @pytest.mark.parametrize(
        ("pointer", "value", "error"),
        [
            ("cijfer", "10", UndefinedTermError),
            ("cijfer", [], UndefinedTermError),
            ("@index", "x", KeywordError),
            ("@nest", {}, KeywordError),
            ("name", None, InvalidValueError),
            ("name", {"@value": "x", "@language": "nl", "@type": "urn:x"}, KeywordError),
            ("name", {"@value": "x", "@index": "nl"}, KeywordError),
            ("name", {"@value": "x"}, KeywordError),
            ("name", {"@value": 1, "@language": "nl"}, InvalidValueError),
            ("name", {"@value": "x", "@direction": "schuin"}, InvalidValueError),
            ("name", {"nl": "x"}, UndefinedTermError),
            ("awardedDate", {"@value": "x", "@language": "nl"}, KeywordError),
            ("credentialSubject", {"@context": contexts.OB_V3, "id": "urn:x"}, KeywordError),
            ("https://schema.org/name", "x", UndefinedTermError),
            ("type", ["VerifiableCredential", "Onbekend"], UndefinedTermError),
            ("validFrom", float("nan"), InvalidValueError),
            ("name", "\ud800", InvalidValueError),
        ],
    )
    def test_refuses_what_a_signature_would_not_cover(
        self, badge: JsonObject, pointer: str, value: Json, error: type[JsonLdError]
    ) -> None:
        """What PyLD would leave out silently is an error."""
        with pytest.raises(JsonLdError) as caught:
            reference.canonicalize({**badge, pointer: value})

        assert error is type(caught.value)

    def test_names_the_place_of_an_undefined_key(self, badge: JsonObject) -> None:
        """The pointer leads to the key."""
        badge["issuer"] = {"id": "did:web:a.voorbeeld", "type": "Profile", "a/b~c": 1}

        with pytest.raises(UndefinedTermError) as caught:
            reference.canonicalize(badge)

        assert "/issuer/a~1b~0c" == caught.value.pointer

    def test_writes_a_fraction_as_xsd_float(self, badge: JsonObject) -> None:
        """Fractions have the canonical form of a double (JSON-LD API 8.6)."""
        subject = badge["credentialSubject"]
        assert isinstance(subject, dict)
        subject["creditsEarned"] = 2.5

        assert b'"2.5E0"^^<https://www.w3.org/2001/XMLSchema#float>' in reference.canonicalize(badge)

    def test_writes_the_graph_of_a_proof_inside(self, badge: JsonObject) -> None:
        """The proof of an endorsement is a graph of its own."""
        badge["endorsement"] = [
            {
                "id": "urn:x:1",
                "type": ["VerifiableCredential", "EndorsementCredential"],
                "proof": [{"type": "DataIntegrityProof", "cryptosuite": "eddsa-rdfc-2022"}],
            }
        ]

        lines = reference.canonicalize(badge).decode().splitlines()

        graphs = [line for line in lines if line.removesuffix(" .").rsplit(" ", 1)[-1].startswith("_:c14n")]
        assert 2 <= sum("eddsa-rdfc-2022" in line or "DataIntegrityProof" in line for line in graphs)

    def test_takes_contexts_in_any_order(self, badge: JsonObject) -> None:
        """Other lists of frozen contexts are legal, though not for the walker."""
        badge["@context"] = [contexts.OB_EXTENSIONS, contexts.CREDENTIALS_V2, contexts.OB_V3]

        assert reference.canonicalize(badge)

    def test_refuses_too_many_parts(self, badge: JsonObject) -> None:
        """A document of thousands of parts is no badge."""
        badge["evidence"] = [
            {"type": "Evidence", "name": [{"id": f"urn:x:{one}:{other}"} for other in range(500)]}
            for one in range(5)
        ]

        with pytest.raises(TooComplexError):
            reference.canonicalize(badge)

    def test_refuses_a_list_that_is_too_long(self, badge: JsonObject) -> None:
        """The work would grow with the square of its length."""
        badge["evidence"] = ["urn:x"] * 1_001

        with pytest.raises(TooComplexError) as caught:
            reference.canonicalize(badge)

        assert "/evidence" == caught.value.pointer

    @pytest.mark.parametrize("edition", ["context.json", "context/ob_v3p0.jsonld", "context-3.0.1.json"])
    def test_reads_early_badges(self, badge: JsonObject, edition: str) -> None:
        """On VC 1.1, where terms for objects had a datatype, and a class and a property shared an IRI."""
        early = {
            name: value for name, value in badge.items() if name not in ("validFrom", "credentialStatus")
        }
        early["@context"] = [contexts.CREDENTIALS_V1, f"https://purl.imsglobal.org/spec/ob/v3p0/{edition}"]
        early["issuanceDate"] = "2023-06-26T14:05:00Z"

        assert b"Verzamelt orders" in reference.canonicalize(early)
        with pytest.raises(UndefinedTermError):
            reference.canonicalize({**early, "cijfer": "10"})

    @pytest.mark.parametrize(
        ("value", "line"),
        [
            ({"@value": "Orders", "@language": "nl-NL"}, b'"Orders"@nl-nl'),
            ({"@value": "x", "@direction": "rtl"}, b'"x"^^<https://www.w3.org/ns/i18n#_rtl>'),
            (
                {"@value": "x", "@language": "ar", "@direction": "rtl"},
                b'"x"^^<https://www.w3.org/ns/i18n#ar_rtl>',
            ),
            ([{"@value": "a", "@language": "nl"}, {"@value": "b", "@language": "en"}], b'"b"@en'),
        ],
    )
    def test_writes_the_language_and_direction_of_a_text(
        self, badge: JsonObject, value: Json, line: bytes
    ) -> None:
        """Both are signed: the language as a tag, a direction in the datatype."""
        assert b"<https://schema.org/name> " + line in reference.canonicalize({**badge, "name": value})
