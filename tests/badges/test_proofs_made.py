"""Proofs that are made: the exact bytes that were meant."""

import json
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta, timezone
from typing import Any

import orjson
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from badges import proofs
from badges.credential import LintedCredential, SignedCredential
from badges.errors import InvalidValueError, KeyBindingError, ProofMalformedError
from badges.jsonld import walker
from badges.proofs import ProofDraft
from tests.badges.signed_badge import NOW, OTHER, SIGNED, SIGNER, UNSIGNED, VECTORS, draft, linted
from tests.places import edited


class TestDraftProof:
    """`draft_proof` and `ProofDraft`."""

    def test_computes_the_bytes_to_sign_of_the_golden_files(self) -> None:
        """Hash of the options, then hash of the document."""
        assert draft().to_sign.hex() == (VECTORS / "to-sign.hex").read_text().strip()

    def test_writes_the_time_in_utc_and_whole_seconds(self) -> None:
        """Whatever zone the time came in, and however fine."""
        local = datetime(2026, 6, 26, 16, 5, 0, 999_999, tzinfo=timezone(timedelta(hours=2)))
        assert draft(created=local) == draft()

    def test_refuses_a_time_without_zone(self) -> None:
        """Nobody knows when it is."""
        with pytest.raises(ProofMalformedError):
            draft(created=datetime(2026, 6, 26))  # noqa: DTZ001 -- that is what is refused

    def test_refuses_a_document_with_a_proof(self) -> None:
        """A proof goes under a document once."""
        with pytest.raises(ProofMalformedError):
            proofs.draft_proof(
                LintedCredential(document=json.loads(SIGNED), canonical=b""),
                verification_method=SIGNER.verification_method,
                created=NOW,
            )

    def test_comes_back_from_storing_as_it_was(self) -> None:
        """A recovery signs what was meant, byte for byte."""
        stored = draft().dumps()
        assert ProofDraft.loads(stored) == draft()
        assert proofs.add_proof(ProofDraft.loads(stored), signer=SIGNER).raw == SIGNED

    @pytest.mark.parametrize(
        "change",
        [
            lambda stored: stored.update(document=stored["document"].replace("40 orders", "41 orders")),
            lambda stored: stored["options"].update(created="2026-06-26T14:05:01Z"),
            lambda stored: stored["options"].update(verificationMethod=OTHER.verification_method),
            lambda stored: stored.update(toSign="00" * 64),
            lambda stored: stored.update(toSign=None),
            lambda stored: stored.pop("toSign"),
            lambda stored: stored.pop("options"),
            lambda stored: stored.pop("document"),
            lambda stored: stored.update(options=[]),
            lambda stored: stored.update(document=5),
        ],
    )
    def test_refuses_a_stored_draft_that_was_changed(self, change: Callable[[Any], object]) -> None:
        """Another document, other options or other bytes to sign: it is not signed."""
        stored = json.loads(draft().dumps())
        change(stored)
        with pytest.raises(ProofMalformedError):
            ProofDraft.loads(orjson.dumps(stored))


class TestAddProof:
    """`add_proof`."""

    def test_gives_the_bytes_of_the_golden_files(self) -> None:
        """Compact JSON in the order of the document, the proof as a list of one behind it."""
        assert proofs.add_proof(draft(), signer=SIGNER).raw == SIGNED

    def test_gives_a_document_that_reads_like_its_bytes(self) -> None:
        """The document is what stands in the bytes."""
        signed = proofs.add_proof(draft(), signer=SIGNER)
        assert signed.document == json.loads(SIGNED)
        assert signed == SignedCredential(SIGNED)

    def test_refuses_the_draft_of_another_key(self) -> None:
        """A draft names its key; another cannot sign it."""
        with pytest.raises(KeyBindingError):
            proofs.add_proof(draft(), signer=OTHER)


SLOTS = {
    "id": "/id",
    "name": "/credentialSubject/identifier/0/identityHash",
    "narrative": "/evidence/0/narrative",
    "index": "/credentialStatus/statusListIndex",
}


def refuse_control_characters(values: Mapping[str, str]) -> None:
    """Admit values the way an issuer does, in small."""
    for name, text in values.items():
        if not text.isprintable():
            raise InvalidValueError("a control character", pointer=SLOTS[name])


class TestPrepared:
    """`Prepared`."""

    PREPARED = proofs.Prepared.compile(linted(UNSIGNED), slots=SLOTS, admit=refuse_control_characters)

    @settings(max_examples=60)
    @given(
        st.text(st.characters(categories=["L", "N", "P", "S", "Zs"])),
        st.text("\"\\/<>{}'é📦\u05d0", max_size=9),
    )
    def test_signs_the_same_bytes_as_the_long_way(self, narrative: str, name: str) -> None:
        """From a template or from a document: not a byte differs, and the proof holds."""
        values = {"id": "urn:uuid:0193a1b2-7c3d-7e4f-8a5b-000000000001", "name": name, "index": "7"}
        values["narrative"] = narrative
        try:
            refuse_control_characters(values)
        except InvalidValueError:
            return
        document = UNSIGNED | {"id": values["id"]}
        document = edited(document, at="/credentialSubject/identifier/0/identityHash", to=name)
        document = edited(document, at="/evidence/0/narrative", to=narrative)
        document = edited(document, at="/credentialStatus/statusListIndex", to="7")
        quick = self.PREPARED.sign(values, signer=SIGNER, created=NOW)
        assert quick == proofs.add_proof(draft(document), signer=SIGNER)
        proofs.check_proof(quick.document, key=SIGNER.public_key, canonicalize=walker.canonicalize)

    def test_drafts_what_can_be_stored(self) -> None:
        """The intent of a prepared badge is stored and recovered like any other."""
        values = {
            "id": "urn:uuid:0193a1b2-7c3d-7e4f-8a5b-000000000001",
            "name": "Sam",
            "narrative": "x",
            "index": "7",
        }
        made = self.PREPARED.draft(values, verification_method=SIGNER.verification_method, created=NOW)
        assert ProofDraft.loads(made.dumps()) == made

    def test_signs_no_value_that_is_not_admitted(self) -> None:
        """What goes into a slot is looked at like all else that is signed."""
        values = {"id": "urn:uuid:1", "name": "Sam", "narrative": "\x07", "index": "7"}
        with pytest.raises(InvalidValueError):
            self.PREPARED.sign(values, signer=SIGNER, created=NOW)
