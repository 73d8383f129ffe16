"""A proof with contexts of its own: whoever holds the document can name more of them behind those."""

from hashlib import sha256

import pytest

from badges import moments, strictjson
from badges.cryptosuites import jcs
from badges.cryptosuites.suite import write_value
from badges.jsonld import contexts, reference
from badges.strictjson import JsonObject
from tests import world
from tests.world import World
from verifier.report import Outcome, Report, State

V2_ALONE = [contexts.CREDENTIALS_V2]
BOTH = [contexts.CREDENTIALS_V2, contexts.OB_V3]
each_suite = pytest.mark.parametrize("suite", ["eddsa-rdfc-2022", "eddsa-jcs-2022"])


@pytest.fixture(scope="module")
def earth() -> World:
    """Give a small world."""
    return World()


def signed(earth: World, *, suite: str, by_contexts: list[str]) -> JsonObject:
    """Sign a badge with a proof that repeats these contexts."""
    signer = earth.issuer.signer()
    document: JsonObject = {**world.badge_of(earth.issuer), "@context": [*by_contexts]}
    options: JsonObject = {
        "type": "DataIntegrityProof",
        "cryptosuite": suite,
        "created": moments.write(world.AWARDED),
        "verificationMethod": signer.verification_method,
        "proofPurpose": "assertionMethod",
    }
    write = reference.canonicalize if "rdfc" in suite else jcs.canonical_json
    signed_options: JsonObject = {**options, "@context": [*by_contexts]}
    data = sha256(write(signed_options)).digest() + sha256(write(document)).digest()
    proof: JsonObject = {**signed_options, "proofValue": write_value(signer.sign(data))}
    return {**document, "proof": [proof]}


def report_on(earth: World, document: JsonObject, *, named: list[str]) -> Report:
    """Report on a document that names these contexts."""
    return earth.report(strictjson.dumps({**document, "@context": [*named]}))


def meaning(report: Report) -> Outcome:
    """Give whether the document means what it says."""
    return next(check.outcome for check in report.checks if check.code == "json-ld")


class TestOwnContexts:
    @each_suite
    def test_that_are_those_of_the_document_change_nothing(self, earth: World, suite: str) -> None:
        """Many signers repeat them (VC-DI 2.1)."""
        document = signed(earth, suite=suite, by_contexts=BOTH)
        assert State.VALID is report_on(earth, document, named=BOTH).state

    @each_suite
    def test_may_be_fewer_where_the_others_change_no_word(self, earth: World, suite: str) -> None:
        """What was added says nothing of the words in it (VC-DI 4.4)."""
        document = signed(earth, suite=suite, by_contexts=BOTH)
        assert State.VALID is report_on(earth, document, named=[*BOTH, contexts.OB_EXTENSIONS]).state

    @each_suite
    @pytest.mark.parametrize("added", [contexts.CREDENTIALS_V1, "https://kwaad.voorbeeld/context.json"])
    def test_leave_doubt_where_the_others_mean_something_else(
        self, earth: World, suite: str, added: str
    ) -> None:
        """Other readers would refuse it, or read something else."""
        report = report_on(earth, signed(earth, suite=suite, by_contexts=BOTH), named=[*BOTH, added])
        assert (State.UNSURE, Outcome.UNKNOWN) == (report.state, meaning(report))

    def test_leave_doubt_where_the_signed_words_meant_nothing(self, earth: World) -> None:
        """Canonical JSON signs any word; a context that a stranger added makes no badge of it."""
        document = signed(earth, suite="eddsa-jcs-2022", by_contexts=V2_ALONE)
        report = report_on(earth, document, named=BOTH)
        assert (State.UNSURE, Outcome.UNKNOWN) == (report.state, meaning(report))


class TestWrongSignature:
    @pytest.mark.parametrize(
        ("added", "expected"), [({"name": "Directeur"}, Outcome.PASS), ({"oordeel": "goed"}, Outcome.UNKNOWN)]
    )
    def test_hides_no_word_without_a_meaning(
        self, earth: World, added: JsonObject, expected: Outcome
    ) -> None:
        """A suite that signs the very text does not look at what it means; that is asked all the same."""
        document = signed(earth, suite="eddsa-jcs-2022", by_contexts=BOTH) | added
        report = report_on(earth, document, named=BOTH)
        assert (State.FAKE, expected) == (report.state, meaning(report))
