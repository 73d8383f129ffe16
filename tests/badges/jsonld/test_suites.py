"""The engine for the public suites: contexts of the document itself, and what they may not do."""

from typing import Any

import pytest

from badges.errors import JsonLdError, UndefinedTermError, UnknownContextError
from badges.jsonld import contexts, reference, suites
from badges.strictjson import Json, JsonObject

DEGREE: JsonObject = {"degree": "https://voorbeeld.nl/degree"}


def credential(*also: Json, **members: Any) -> JsonObject:
    """Give a credential with contexts besides that of VC 2.0."""
    return {
        "@context": [contexts.CREDENTIALS_V2, *also],
        "type": ["VerifiableCredential"],
        "issuer": "did:example:issuer",
        "credentialSubject": {"id": "did:example:subject"},
        **members,
    }


def graduate(*also: Json) -> JsonObject:
    """Give a credential with a word that no frozen context defines."""
    return credential(*also, credentialSubject={"id": "did:example:subject", "degree": "B.Sc."})


class TestCanonicalize:
    """suites.canonicalize."""

    def test_agrees_with_the_reference_where_both_read(self) -> None:
        """A document with frozen contexts only means the same here."""
        document = credential(name="Diploma")

        assert reference.canonicalize(document) == suites.canonicalize(document)

    def test_reads_a_context_of_the_document(self) -> None:
        """A word means what the document says that it means."""
        assert b'<https://voorbeeld.nl/degree> "B.Sc." .' in suites.canonicalize(graduate(DEGREE))

    def test_reads_one_that_is_written_as_a_file(self) -> None:
        """An object with `@context` in it is that context (JSON-LD API 5.1)."""
        assert suites.canonicalize(graduate(DEGREE)) == suites.canonicalize(graduate({"@context": DEGREE}))

    def test_reads_one_inside(self) -> None:
        """A credential in a presentation has contexts of its own."""
        presentation: JsonObject = {
            "@context": [contexts.CREDENTIALS_V2],
            "type": ["VerifiablePresentation"],
            "verifiableCredential": [graduate(DEGREE)],
        }

        assert b"<https://voorbeeld.nl/degree>" in suites.canonicalize(presentation)

    def test_reads_the_contexts_of_the_suites(self) -> None:
        """Under the second of them every word has a meaning."""
        found = suites.canonicalize(graduate(contexts.EXAMPLES_V2))

        assert b'<https://www.w3.org/ns/credentials/examples#degree> "B.Sc." .' in found

    @pytest.mark.parametrize(
        "also",
        [
            {"VerifiableCredential": "https://voorbeeld.nl/Other"},
            {"issuer": "https://voorbeeld.nl/issuer"},
            {"@import": "https://voorbeeld.nl/context"},
            {"degree": {"@id": "https://voorbeeld.nl/degree", "@context": "https://voorbeeld.nl/context"}},
            {"degree": "https ://voorbeeld.nl/degree"},
            {"@vocab": None},
        ],
        ids=str,
    )
    def test_refuses_a_context_that_takes_more_than_it_may(self, also: JsonObject) -> None:
        """Protected words keep their meaning, nothing is loaded, each word needs a meaning (VCDM 2.0 5.2)."""
        with pytest.raises(JsonLdError):
            suites.canonicalize(graduate(also))

    def test_refuses_words_without_meaning(self) -> None:
        """A context of its own does not define what it does not name."""
        with pytest.raises(UndefinedTermError):
            suites.canonicalize({**graduate(DEGREE), "grade": "8"})

    @pytest.mark.parametrize("also", [1, "https://voorbeeld.nl/", [DEGREE]], ids=str)
    def test_refuses_what_is_no_context(self, also: Json) -> None:
        """Only objects and known addresses are."""
        with pytest.raises(UnknownContextError):
            suites.canonicalize(graduate(also))

    def test_leaves_the_public_engine_as_it_was(self) -> None:
        """What was read for a suite is no context for anybody else."""
        suites.canonicalize(graduate(DEGREE))

        with pytest.raises(UnknownContextError):
            reference.canonicalize(graduate(DEGREE))
