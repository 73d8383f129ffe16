"""Where the libraries of others are known to differ, we refuse to sign; here is the difference itself.

Should one of these tests fail because a peer was repaired, the rule in `badges.linting` may be lifted.
"""

import pytest

from badges import linting
from badges.credential import UnsignedCredential
from badges.errors import LintError
from badges.strictjson import Json, JsonObject
from tests.peers import ours, samples
from tests.peers.oracles import PEERS
from tests.peers.outside import Verdict, World, our_world
from tests.places import Way, edited

pytestmark = pytest.mark.peers

TAGS = ("credentialSubject", "achievement", "tag")


@pytest.fixture(scope="module")
def world() -> World:
    """Give the world in which the test organisation signs."""
    return our_world()


def with_value(way: Way, value: Json) -> UnsignedCredential:
    """Compose the full badge with another value in one place."""
    return UnsignedCredential(document=edited(samples.shape("full").document, at=way, to=value))


def verdicts(signed: JsonObject, *, world: World) -> dict[str, bool]:
    """Ask everybody about one badge."""
    found: dict[str, Verdict] = {peer.name: peer.verify([signed], world=world)[0] for peer in PEERS}
    for name, engine in ours.ENGINES.items():
        found[name] = ours.verify(signed, world=world, canonicalize=engine)
    return {name: verdict.verified for name, verdict in found.items()}


def codes(unsigned: UnsignedCredential) -> set[str]:
    """Tell why we refuse to sign."""
    with pytest.raises(LintError) as refused:
        linting.lint(unsigned, issuer=samples.DID_WEB)
    return {problem.code for problem in refused.value.problems}


class TestControlCharacters:
    """Text with characters that RDFC-1.0 escapes and PyLD does not."""

    UNSIGNED = with_value(("evidence", 0, "narrative"), "Een piep \x07, een terugstap \b en een \x7f.")

    def test_are_refused_by_us(self) -> None:
        """We do not sign such text."""
        assert "text-control" in codes(self.UNSIGNED)

    def test_divide_the_verifiers(self, world: World) -> None:
        """Signed as the standard asks, the peers that hash PyLD's own N-Quads would call it false."""
        signed = samples.sign_unseen(samples.look_away(self.UNSIGNED))
        assert verdicts(signed, world=world) == {
            "openvc-core": False,
            "openbadgeslib": False,
            "@digitalbazaar/vc": True,
            "walker": True,
            "reference": True,
        }


class TestOrder:
    """Values that sort otherwise by UTF-16 unit than by code point."""

    UNSIGNED = with_value(TAGS, ["informeel leren", "\uff2d\uff22\uff2f", "\U0001f4e6 magazijn"])

    def test_is_refused_by_us(self) -> None:
        """We do not sign such values side by side."""
        assert "text-order" in codes(self.UNSIGNED)

    def test_divides_the_verifiers(self, world: World) -> None:
        """Signed in the order of code points, as RDFC-1.0 asks, JavaScript would call it false."""
        signed = samples.sign_unseen(samples.look_away(self.UNSIGNED))
        assert verdicts(signed, world=world) == {
            "openvc-core": True,
            "openbadgeslib": True,
            "@digitalbazaar/vc": False,
            "walker": True,
            "reference": True,
        }

    def test_is_no_reason_to_refuse_an_emoji_alone(self, world: World) -> None:
        """An emoji in a value that has no such neighbour is signed, and verifies everywhere."""
        signed = samples.sign(with_value(TAGS, ["informeel leren", "\U0001f4e6 magazijn"]))
        assert set(verdicts(signed, world=world).values()) == {True}
