"""Several proofs under one badge: whoever holds it can put any beside the issuer's (VC-DI 2.1.1, 4.5)."""

from collections.abc import Callable
from datetime import timedelta
from typing import TypeAlias

import pytest

from badges import keys, moments, strictjson
from badges.strictjson import Json, JsonObject
from tests import world
from tests.places import there
from tests.world import AWARDED, NOW, World, public_key
from verifier.report import Outcome, Report, State, Verdict
from verifier.vouching import address_of

Making: TypeAlias = Callable[[World], JsonObject]

UNREAD_SUITE: JsonObject = {
    "type": "DataIntegrityProof",
    "cryptosuite": "slh-dsa-2030",
    "created": moments.write(AWARDED),
    "verificationMethod": "did:web:elders.voorbeeld#sleutel",
    "proofPurpose": "assertionMethod",
    "proofValue": "z5",
}
UNREAD_TYPE: JsonObject = {**UNREAD_SUITE, "type": "LatereProof2030"}
FAR_KEY: JsonObject = {**UNREAD_SUITE, "cryptosuite": "eddsa-rdfc-2022"}
UPON_ANOTHER: JsonObject = {**UNREAD_SUITE, "previousProof": "urn:uuid:0193a1b2-0000-7000-8000-000000000001"}


def proof_of(document: JsonObject) -> JsonObject:
    """Give the only proof under a document."""
    [proof] = there(document, "/proof")
    assert isinstance(proof, dict)
    return proof


def with_proofs(document: JsonObject, *proofs: Json) -> bytes:
    """Write a document with these proofs instead of its own."""
    return strictjson.dumps({**document, "proof": [*proofs]})


def read(raw: bytes) -> JsonObject:
    """Read what was signed."""
    return strictjson.loads_object(raw)


def outcome_of(report: Report, code: str) -> Outcome:
    """Give what one check found."""
    return next(check.outcome for check in report.checks if check.code == code)


def changed(earth: World) -> JsonObject:
    """Give a badge that was changed after its issuer signed it."""
    return read(world.edited(earth.signed(), name="Iets anders"))


def stolen(earth: World) -> JsonObject:
    """Give a badge by a key that was withdrawn, of which the issuer's register knows nothing."""
    issuer = earth.issuer
    withdrawn = {public_key(issuer.key): NOW - timedelta(days=1)}
    listed = [public_key(issuer.list_key)]
    earth.documents[issuer.did] = keys.did_document(issuer.did, assertion=listed, withdrawn=withdrawn)
    earth.issued = set()
    return read(earth.signed())


def expired(earth: World) -> JsonObject:
    """Give a badge that is the issuer's, and has ended."""
    return read(earth.signed(validUntil="2026-07-01T00:00:00Z"))


def withdrawn(earth: World) -> JsonObject:
    """Give a badge that its issuer took back."""
    earth.publish_list(earth.issuer, revoked=(world.INDEX,))
    return read(earth.signed())


def ended(earth: World) -> JsonObject:
    """Give a badge of which the proof has ended."""
    return read(
        world.sign_by_reference(
            world.badge_of(earth.issuer), signer=earth.issuer.signer(), expires="2026-07-01T00:00:00Z"
        )
    )


class TestSomethingPutBeside:
    @pytest.mark.parametrize("added", [UNREAD_SUITE, UNREAD_TYPE, FAR_KEY, UPON_ANOTHER])
    @pytest.mark.parametrize("first", [True, False])
    @pytest.mark.parametrize("make", [changed, stolen, expired, withdrawn, ended])
    def test_makes_nothing_bad_doubtful(
        self, earth: World, make: Making, added: JsonObject, *, first: bool
    ) -> None:
        """A proof that we cannot judge takes nothing away from what another one shows, in either order."""
        bad = make(earth)
        alone = earth.report(strictjson.dumps(bad))
        proofs = [added, proof_of(bad)] if first else [proof_of(bad), added]
        report = earth.report(with_proofs(bad, *proofs))
        assert (Verdict.INVALID, alone.state) == (report.verdict, report.state)

    @pytest.mark.parametrize("added", [UNREAD_SUITE, UNREAD_TYPE, FAR_KEY])
    def test_leaves_a_good_badge_in_doubt(self, earth: World, added: JsonObject) -> None:
        """Every proof has to hold; of this one nobody knows."""
        good = read(earth.signed())
        report = earth.report(with_proofs(good, proof_of(good), added))
        assert (State.UNSURE, None) == (report.state, report.document)

    @pytest.mark.parametrize("added", [UNREAD_SUITE, FAR_KEY])
    def test_does_not_let_a_badge_pass_that_is_in_doubt_by_itself(
        self, earth: World, added: JsonObject
    ) -> None:
        """An issuer out of reach signs nothing, also where the badge says that it has ended."""
        bad = expired(earth)
        del earth.documents[earth.issuer.did]
        assert State.UNSURE is earth.report(with_proofs(bad, proof_of(bad), added)).state


class TestOfTwoProofs:
    def test_the_one_that_is_wrong_counts(self, earth: World) -> None:
        """The proof of another badge, beside one that nobody can read the key of."""
        forged, other = read(earth.signed(name="Iets anders")), read(earth.signed())
        report = earth.report(with_proofs(forged, FAR_KEY, proof_of(forged), proof_of(other)))
        assert (State.FAKE, Outcome.FAIL) == (report.state, outcome_of(report, "signature"))

    @pytest.mark.parametrize("first", [True, False])
    def test_a_real_one_does_not_cover_one_of_a_stolen_key(self, earth: World, *, first: bool) -> None:
        """The thief puts the issuer's own signature of another badge beside his."""
        forged, real = stolen(earth), read(earth.signed(name="Iets anders"))
        earth.issued = {address_of(real, signature=str(proof_of(real)["proofValue"]).encode())}
        pair = (proof_of(forged), proof_of(real))
        report = earth.report(with_proofs(forged, *(pair if first else pair[::-1])))
        assert (State.FAKE, Outcome.FAIL) == (report.state, outcome_of(report, "key"))

    def test_both_of_a_withdrawn_key_hold_where_the_register_knows_both(self, earth: World) -> None:
        """The same proof twice is no other signature."""
        real = stolen(earth)
        earth.issued = {address_of(real, signature=str(proof_of(real)["proofValue"]).encode())}
        assert State.VALID is earth.report(with_proofs(real, proof_of(real), proof_of(real))).state

    def test_both_count_where_each_is_of_another_organisation(self, earth: World) -> None:
        """A badge that somebody else confirmed stays the issuer's."""
        document = world.badge_of(earth.issuer)
        own, other = (
            read(world.sign(document, signer=each.signer())) for each in (earth.issuer, earth.stranger)
        )
        assert State.VALID is earth.report(with_proofs(own, proof_of(other), proof_of(own))).state

    @pytest.mark.parametrize("first", [True, False])
    def test_a_withdrawn_key_of_another_makes_the_issuers_own_no_fake(
        self, earth: World, *, first: bool
    ) -> None:
        """The register of the issuer does not know what others confirmed."""
        other = earth.stranger
        document = world.badge_of(earth.issuer)
        pair = [proof_of(read(world.sign(document, signer=each.signer()))) for each in (earth.issuer, other)]
        withdrawn = {public_key(other.key): NOW - timedelta(days=1)}
        earth.documents[other.did] = keys.did_document(other.did, assertion=[], withdrawn=withdrawn)
        earth.issued = set()
        report = earth.report(with_proofs(document, *(pair if first else pair[::-1])))
        assert (State.UNSURE, Outcome.UNKNOWN) == (report.state, outcome_of(report, "key"))

    def test_neither_is_real_where_both_are_of_a_thief(self, earth: World) -> None:
        """A withdrawn key of his own beside the stolen one changes nothing."""
        forged, other = stolen(earth), earth.stranger
        withdrawn = {public_key(other.key): NOW - timedelta(days=1)}
        earth.documents[other.did] = keys.did_document(other.did, assertion=[], withdrawn=withdrawn)
        bare = {name: part for name, part in forged.items() if name != "proof"}
        own = proof_of(read(world.sign(bare, signer=other.signer())))
        for pair in ((own, proof_of(forged)), (proof_of(forged), own), (own,)):
            assert State.FAKE is earth.report(with_proofs(forged, *pair)).state
