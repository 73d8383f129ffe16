"""The form of a proof: what is read, and what is refused before any key is asked for."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from badges import proofs
from badges.errors import ProofMalformedError, ProofMissingError, SuiteNotAcceptedError
from badges.jsonld import walker
from tests.badges.signed_badge import BAD_FORMS, ISSUER, NOW, SIGNED, SIGNER, UNSIGNED, changed


class TestReadProofs:
    """`read_proofs`."""

    @pytest.mark.parametrize("change", BAD_FORMS)
    def test_refuses_another_form(self, change: Callable[[Any], object]) -> None:
        """A member missing, of another type, or written in another way (VC-DI-EDDSA, negative cases)."""
        document = changed(lambda made: change(made["proof"][0]))
        with pytest.raises(ProofMalformedError):
            proofs.check_proof(document, key=SIGNER.public_key, canonicalize=walker.canonicalize)

    @pytest.mark.parametrize("proof", [5, "z", True, [None], ["z"], [[]], {}, [{}]])
    def test_refuses_what_is_no_proof(self, proof: Any) -> None:
        """Anything but objects."""
        with pytest.raises(ProofMalformedError):
            proofs.read_proofs({**UNSIGNED, "proof": proof})

    def test_refuses_a_crowd(self) -> None:
        """Seventeen proofs are more than any badge has."""
        document = changed(lambda made: made.update(proof=made["proof"] * 17))
        with pytest.raises(ProofMalformedError):
            proofs.read_proofs(document)

    @pytest.mark.parametrize("proof", [{}, {"proof": []}, {"proof": None}], ids=str)
    def test_says_that_there_is_none(self, proof: dict[str, Any]) -> None:
        """A document without the member has no proof, nor has one in which the member holds nothing."""
        with pytest.raises(ProofMissingError):
            proofs.read_proofs({**UNSIGNED, **proof})

    @pytest.mark.parametrize(
        "changes",
        [
            {"type": "Ed25519Signature2018"},
            {"type": "JsonWebSignature2020"},
            {"type": "dataintegrityproof"},
            {"cryptosuite": "ecdsa-sd-2023"},
            {"cryptosuite": "Ed25519Signature2020"},
            {"cryptosuite": "none"},
        ],
    )
    def test_cannot_judge_other_suites(self, changes: dict[str, object]) -> None:
        """Not in the list is no verdict, also when the signature would hold."""
        document = changed(lambda made: made["proof"][0].update(changes))
        with pytest.raises(SuiteNotAcceptedError):
            proofs.read_proofs(document)

    def test_reads_one_object_as_a_list_of_one(self) -> None:
        """The standard allows a proof without a list around it."""
        document = changed(lambda made: made.update(proof=made["proof"][0]))
        assert proofs.read_proofs(document) == proofs.read_proofs(json.loads(SIGNED))

    def test_knows_under_whom_the_key_stands(self) -> None:
        """The controller is the address up to the #."""
        (proof,) = proofs.read_proofs(json.loads(SIGNED))
        assert (proof.controller, proof.created) == (ISSUER, NOW)
