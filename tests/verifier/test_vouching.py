"""A key that was withdrawn: only the register of its issuer says which signatures are the issuer's."""

from datetime import datetime, timedelta

import pytest

from badges import jws, keys, strictjson
from badges.credential import SignedCredential
from badges.dids import Multikey
from badges.ecdsa import P256Signer
from badges.proofs import read_proofs
from badges.tokens import write_token
from tests.world import AWARDED, NOW, World, public_key, seed
from verifier.report import Outcome, Report, State
from verifier.vouching import address_of, read_address


@pytest.fixture
def earth() -> World:
    """Give a small world in which the issuer withdrew its key yesterday."""
    world = World()
    withdraw(world, public_key(world.issuer.key), since=NOW - timedelta(days=1))
    return world


def withdraw(world: World, key: Multikey, *, since: datetime) -> None:
    """Publish that a key of the issuer fell into other hands; the one of its lists did not."""
    issuer = world.issuer
    world.documents[issuer.did] = keys.did_document(
        issuer.did, assertion=[public_key(issuer.list_key)], withdrawn={key: since}, tokens=[key]
    )


def key_of(report: Report) -> tuple[Outcome, State, str]:
    """Give what was found of the key, the state, and the sentence."""
    [check] = [each for each in report.checks if each.code == "key"]
    return check.outcome, report.state, check.sentence.nl


def signature_of(raw: bytes) -> str:
    """Name the signature under a badge."""
    document = strictjson.loads_object(raw)
    [proof] = read_proofs(document)
    return address_of(document, signature=proof.value.encode())


class TestVouchedResult:
    """`vouched_result`."""

    def test_finds_a_badge_genuine_that_the_register_knows(self, earth: World) -> None:
        """It was given before the key fell into other hands, or after: the register saw it made."""
        raw = earth.signed()
        earth.issued = {signature_of(raw)}
        outcome, state, sentence = key_of(earth.report(raw))
        assert (Outcome.PASS, State.VALID) == (outcome, state)
        assert "staat in zijn register" in sentence

    def test_finds_a_badge_false_that_the_register_does_not_know(self, earth: World) -> None:
        """Whoever took the key signed it, whatever date stands in it."""
        earth.issued = set()
        outcome, state, sentence = key_of(earth.report(earth.signed()))
        assert (Outcome.FAIL, State.FAKE) == (outcome, state)
        assert "niet in zijn register" in sentence

    def test_does_not_take_one_badge_for_another(self, earth: World) -> None:
        """The thief copies the id of a real badge, and changes what it says."""
        earth.issued = {signature_of(earth.signed())}
        outcome, state, _ = key_of(earth.report(earth.signed(name="Iets anders")))
        assert (Outcome.FAIL, State.FAKE) == (outcome, state)

    def test_finds_a_change_behind_a_signature_that_the_register_knows(self, earth: World) -> None:
        """The signature is still looked at, with the key of before."""
        raw = earth.signed()
        earth.issued = {signature_of(raw)}
        changed = raw.replace(b"Sam de Vries", b"Pim de Vries")
        assert raw != changed
        report = earth.report(changed)
        assert (State.FAKE, {"signature"}) == (
            report.state,
            {check.code for check in report.checks if check.outcome is Outcome.FAIL},
        )

    def test_cannot_say_where_nobody_keeps_a_register(self, earth: World) -> None:
        """It may be from before, and it may not."""
        outcome, state, sentence = key_of(earth.report(earth.signed()))
        assert (Outcome.UNKNOWN, State.UNSURE) == (outcome, state)
        assert "van daarvoor" in sentence

    def test_refuses_what_says_itself_that_it_is_from_after(self, earth: World) -> None:
        """No register is needed for that."""
        withdraw(earth, public_key(earth.issuer.key), since=AWARDED - timedelta(days=1))
        outcome, state, sentence = key_of(earth.report(earth.signed()))
        assert (Outcome.FAIL, State.FAKE) == (outcome, state)
        assert "al ingetrokken" in sentence

    def test_asks_nothing_while_no_key_was_withdrawn(self) -> None:
        """Nobody learns which badge is checked (security T30)."""
        world = World()
        world.report(world.signed())
        assert [] == [each for each in world.asked if "signature=" in each]


class TestTokens:
    """The same for a badge as a token."""

    def test_asks_the_register_too(self, earth: World) -> None:
        """By the signature of the token."""
        signer = P256Signer(seed("tokens"), verification_method="")
        method = f"{earth.issuer.did}#{signer.public_key.multikey}"
        signer = P256Signer(seed("tokens"), verification_method=method)
        withdraw(earth, signer.public_key, since=NOW)
        raw = write_token(SignedCredential(earth.signed()), signer=signer)
        signed = jws.credential_in(jws.split(raw))
        assert State.UNSURE is earth.report(raw).state
        earth.issued = set()
        assert State.FAKE is earth.report(raw).state
        earth.issued = {address_of(signed.document, signature=signed.token.signature)}
        assert State.VALID is earth.report(raw).state


class TestReadAddress:
    """`read_address` reads what `address_of` wrote, and nothing else."""

    def test_reads_what_was_written(self) -> None:
        """Issuer, id, digest."""
        document = {"id": "urn:uuid:1&signature=x", "issuer": {"id": "did:web:a.voorbeeld:b"}}
        found = read_address(address_of(document, signature=b"zABC"))
        assert found is not None
        assert ("did:web:a.voorbeeld:b", "urn:uuid:1&signature=x", 32) == (found[0], found[1], len(found[2]))

    @pytest.mark.parametrize("address", ["", "did:web:a", "did:web:a?id=x", "did:web:a?id=x&signature=*"])
    def test_reads_nothing_else(self, address: str) -> None:
        """A text that is no question."""
        assert read_address(address) is None
