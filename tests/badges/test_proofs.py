"""Proofs that are checked: none that does not hold, of this badge, by this key, in its time."""

import dataclasses
import json
import os
import random
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from badges import proofs, strictjson
from badges.ed25519 import PublicKey
from badges.errors import (
    DocumentError,
    JsonLdError,
    ProofEarlyError,
    ProofError,
    ProofExpiredError,
    ProofMalformedError,
    SignatureError,
    UndefinedTermError,
)
from badges.jsonld import contexts, reference, walker
from badges.strictjson import JsonObject
from tests.badges.signed_badge import (
    BAD_FORMS,
    BAD_OPTIONS,
    ISSUER,
    NOW,
    OTHER,
    SIGNED,
    SIGNER,
    UNSIGNED,
    changed,
    draft,
    resigned,
)
from tests.places import Way, edited, there, ways


def texts_of(document: JsonObject) -> list[Way]:
    """List the way to every text in a document."""
    return [way for way in ways(document) if isinstance(there(document, way), str)]


def proof_members() -> set[str]:
    """Name the members that a proof has or may have, and one that no context defines."""
    ours = {*draft().options, "proofValue", "@context", "id", "expires", "domain", "challenge", "nonce"}
    return ours | {"previousProof", "rang", "@id", "@type", "proof"}


JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.text(max_size=9)
    | st.sampled_from([ISSUER, "2026-06-26T14:05:00Z"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=9), inner, max_size=3),
    max_leaves=5,
)
EDIT = st.tuples(st.integers(min_value=0, max_value=len(SIGNED) - 1), st.integers(min_value=0, max_value=255))


def accepts_other_facts(edit: tuple[int, int]) -> bool:
    """Tell whether a badge of which one byte was replaced holds, and says something else."""
    place, byte = edit
    raw = SIGNED[:place] + bytes([byte]) + SIGNED[place + 1 :]
    try:
        document = strictjson.loads_object(raw)
        proofs.check_proof(document, key=SIGNER.public_key, canonicalize=walker.canonicalize)
    except (DocumentError, ProofError, JsonLdError):
        return False
    return document != json.loads(SIGNED)


class TestCheckProof:
    """`check_proof` and `proof_result`."""

    @pytest.mark.parametrize("canonicalize", [walker.canonicalize, reference.canonicalize])
    def test_accepts_the_golden_file(self, canonicalize: Any) -> None:
        """By either engine."""
        proofs.check_proof(json.loads(SIGNED), key=SIGNER.public_key, canonicalize=canonicalize)

    def test_accepts_the_vector_of_open_badges(self, corpus: Path) -> None:
        """The signed credential of the OB 3.0 vector holds under its key."""
        folder = corpus / "conformance/1EdTech+openbadges-specification/test-vectors/obv3p0"
        document = json.loads((folder / "ob-signed-credential.json").read_text())
        key = PublicKey.from_multikey(document["proof"]["verificationMethod"].partition("#")[2])
        assert proofs.proof_result(document, key=key) == proofs.ProofResult(error=None)

    @pytest.mark.parametrize("way", texts_of(json.loads(SIGNED)))
    def test_refuses_an_edit_of_any_text(self, way: Way) -> None:
        """Every text of the badge and of its proof is signed: one more letter, and it does not hold."""
        signed = json.loads(SIGNED)
        document = edited(signed, at=way, to=there(signed, way) + "1")
        with pytest.raises((ProofError, JsonLdError)):
            proofs.check_proof(document, key=SIGNER.public_key, canonicalize=walker.canonicalize)

    @pytest.mark.parametrize(
        "changes",
        [
            {"expires": "2030-01-01T00:00:00Z"},
            {"id": "urn:uuid:0193a1b2-7c3d-7e4f-8a5b-6c7d8e9f0a1b"},
            {"nonce": "x"},
            {"challenge": "x", "domain": "https://bewijs.voorbeeld"},
            {"domain": ["https://bewijs.voorbeeld", "https://elders.voorbeeld"]},
            {"created": "2026-06-26T14:05:00.5+02:00"},
            {"@context": [contexts.CREDENTIALS_V2, contexts.OB_V3]},
        ],
    )
    @pytest.mark.parametrize("canonicalize", [walker.canonicalize, reference.canonicalize])
    def test_accepts_options_that_the_standard_has(
        self, changes: dict[str, object], canonicalize: Any
    ) -> None:
        """More options than ours are signed with the rest, and taken out again the same way."""
        document = resigned(changes)
        proofs.check_proof(document, key=SIGNER.public_key, canonicalize=canonicalize)

    @pytest.mark.parametrize("change", [list.pop, list.reverse])
    def test_signs_domains_as_a_set(self, change: Callable[[list[str]], object]) -> None:
        """Their order says nothing, but none can be taken out (VC-DI 2.1)."""
        document: Any = resigned({"domain": ["https://a.voorbeeld", "https://b.voorbeeld"]})
        change(document["proof"][0]["domain"])
        assert proofs.proof_result(document, key=SIGNER.public_key).holds is (change is list.reverse)

    def test_accepts_a_proof_without_time(self) -> None:
        """`created` may be left out (VC-DI 2.1)."""
        proofs.check_proof(resigned({}, drop=("created",)), key=SIGNER.public_key)

    @pytest.mark.parametrize("name", ["expires", "id", "nonce", "challenge", "domain"])
    def test_refuses_an_option_that_was_added(self, name: str) -> None:
        """Options are signed: none can be put in later."""
        value = "2030-01-01T00:00:00Z" if name == "expires" else "urn:x:y"
        document = changed(lambda made: made["proof"][0].update({name: value}))
        with pytest.raises(SignatureError):
            proofs.check_proof(document, key=SIGNER.public_key)

    @pytest.mark.parametrize("canonicalize", [walker.canonicalize, reference.canonicalize])
    def test_refuses_an_option_without_meaning(self, canonicalize: Any) -> None:
        """What no context defines would not be signed, so it may not stand there."""
        document = changed(lambda made: made["proof"][0].update(rang="hoog"))
        with pytest.raises(UndefinedTermError):
            proofs.check_proof(document, key=SIGNER.public_key, canonicalize=canonicalize)

    def test_refuses_another_key(self) -> None:
        """The key of somebody else made no such proof."""
        assert isinstance(proofs.proof_result(json.loads(SIGNED), key=OTHER.public_key).error, SignatureError)

    def test_refuses_the_proof_of_another_badge(self) -> None:
        """A proof cannot be moved."""
        other = proofs.add_proof(
            draft({**UNSIGNED, "id": "urn:uuid:0193a1b2-0000-7e4f-8a5b-6c7d8e9f0a1b"}), signer=SIGNER
        )
        document = {**UNSIGNED, "proof": other.document["proof"]}
        assert not proofs.proof_result(document, key=SIGNER.public_key).holds

    @pytest.mark.parametrize("change", BAD_OPTIONS)
    def test_refuses_another_form_though_it_was_truly_signed(self, change: Callable[[Any], object]) -> None:
        """Not the signature is against it, but the form: a signer cannot make it good."""
        options: Any = dict(draft().options)
        change(options)
        dropped = tuple(name for name in draft().options if name not in options)
        with pytest.raises(ProofMalformedError):
            proofs.check_proof(
                resigned(options, drop=dropped), key=SIGNER.public_key, canonicalize=walker.canonicalize
            )

    @given(st.sampled_from(sorted(proof_members())), JSON)
    def test_refuses_any_other_value_of_any_member(self, name: str, value: Any) -> None:
        """Whatever JSON is put in the place of a member, or added: it does not hold."""
        document = changed(lambda made: made["proof"][0].update({name: value}))
        unchanged = document == json.loads(SIGNED) or (
            name == "@context" and value == contexts.CREDENTIALS_V2
        )
        result = proofs.proof_result(document, key=SIGNER.public_key, canonicalize=walker.canonicalize)
        assert result.holds == unchanged

    @given(EDIT)
    def test_accepts_no_edit_of_the_bytes_that_changes_a_fact(self, edit: tuple[int, int]) -> None:
        """One byte replaced: the badge cannot be read, does not hold, or says the same."""
        assert not accepts_other_facts(edit)

    @pytest.mark.torture
    def test_accepts_no_edit_of_the_bytes_at_length(self) -> None:
        """Ten thousand times the same question."""
        share = float(os.environ.get("PRAKTIJKBEWIJS_TORTURE", "1.0"))
        chance = random.Random(20260626)  # noqa: S311 -- the same edits each time
        edits_made = [
            (chance.randrange(len(SIGNED)), chance.randrange(256)) for _ in range(int(10_000 * share))
        ]
        assert [edit for edit in edits_made if accepts_other_facts(edit)] == []

    def test_result_tells_what_check_raises(self) -> None:
        """The two manners have one truth."""
        for change in BAD_FORMS:
            document = changed(lambda made, change=change: change(made["proof"][0]))  # type: ignore[misc]  # mypy sees no default
            with pytest.raises(ProofError) as caught:
                proofs.check_proof(document, key=SIGNER.public_key, canonicalize=walker.canonicalize)
            result = proofs.proof_result(document, key=SIGNER.public_key, canonicalize=walker.canonicalize)
            assert (result.holds, repr(result.error)) == (False, repr(caught.value))


class TestCheckTimes:
    """`check_times`."""

    @pytest.mark.parametrize(
        ("changes", "late"),
        [
            ({}, timedelta(0)),
            ({}, timedelta(days=9000)),
            ({}, -proofs.CLOCK_SKEW),
            ({"expires": "2026-06-26T14:05:01Z"}, timedelta(0)),
        ],
    )
    def test_accepts_a_proof_in_its_time(self, changes: dict[str, object], late: timedelta) -> None:
        """Made before now, give or take the skew of two clocks, and not expired."""
        document = changed(lambda made: made["proof"][0].update(changes))
        proofs.check_times(proofs.read_proofs(document), now=NOW + late)

    @pytest.mark.parametrize(
        ("changes", "late", "error"),
        [
            ({}, -proofs.CLOCK_SKEW - timedelta(seconds=1), ProofEarlyError),
            ({"expires": "2026-06-26T14:05:00Z"}, timedelta(0), ProofExpiredError),
            ({"expires": "2026-06-26T16:05:00+02:00"}, timedelta(0), ProofExpiredError),
        ],
    )
    def test_refuses_a_proof_out_of_its_time(
        self, changes: dict[str, object], late: timedelta, error: type[ProofError]
    ) -> None:
        """Made in the future, or expired, in whatever zone it says so."""
        document = changed(lambda made: made["proof"][0].update(changes))
        with pytest.raises(error):
            proofs.check_times(proofs.read_proofs(document), now=NOW + late)


class TestProofResult:
    """`ProofResult`."""

    def test_cannot_be_changed(self) -> None:
        """A verdict stays what it is."""
        with pytest.raises(dataclasses.FrozenInstanceError):
            proofs.ProofResult(error=None).error = None  # type: ignore[misc]  # the point of the test


class TestContextsOfAProof:
    def test_may_repeat_those_of_the_document(self) -> None:
        """A proof that names exactly the contexts of its document says nothing new."""
        document = json.loads(SIGNED)
        document["proof"][0]["@context"] = document["@context"]
        proofs.check_proof(document, key=SIGNER.public_key)

    def test_may_not_be_fewer_than_what_was_signed(self) -> None:
        """With fewer contexts the document means something else, or nothing."""
        document = json.loads(SIGNED)
        document["proof"][0]["@context"] = document["@context"][:1]
        with pytest.raises((ProofError, JsonLdError)):
            proofs.check_proof(document, key=SIGNER.public_key)
