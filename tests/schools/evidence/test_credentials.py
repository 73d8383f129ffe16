"""The credentials themselves, as they go along with a proposal."""

from dataclasses import replace

from badges import strictjson
from badges.strictjson import JsonObject
from schools.evidence.credentials import (
    MOST_TOGETHER,
    credentials_in,
    load_credential,
    presentation_of,
)
from schools.evidence.evidence import Identity
from tests import world
from tests.docs.examples import in_a_token
from tests.world import World
from verifier.report import Part, Report


def kept(raw: bytes, *, earth: World) -> list[JsonObject]:
    """Check a file, and give what is kept of it."""
    found = credentials_in(Part(report=earth.report(raw)), raw=raw)
    return [each for each in found if isinstance(each, dict)]


def checked_again(found: list[JsonObject], *, earth: World) -> Report:
    """Put what was kept together, and check that."""
    raw = presentation_of([load_credential(each) for each in found])
    assert raw is not None
    return earth.report(raw)


class TestPresentationOf:
    def test_is_as_valid_as_what_was_taken_in(self) -> None:
        """A badge with its proof in it: the same verdict, out of the presentation."""
        earth = World()
        report = checked_again(kept(earth.signed(), earth=earth), earth=earth)
        assert [part.verdict.value for part in report.inside] == ["valid"]

    def test_takes_a_token_along_in_an_envelope(self) -> None:
        """Whoever gets it checks the signature of the issuer."""
        earth = World()
        token = in_a_token(kid=earth.issuer.signer().verification_method)(earth)
        assert earth.report(token).verdict.value == "valid"
        report = checked_again(kept(token, earth=earth), earth=earth)
        assert [part.verdict.value for part in report.inside] == ["valid"]

    def test_takes_nothing_along_that_is_not_genuine(self) -> None:
        """Nor the same badge twice."""
        earth = World()
        assert kept(world.edited(earth.signed(), name="Anders"), earth=earth) == []
        twice = [load_credential(each) for each in kept(earth.signed(), earth=earth) * 2]
        raw = presentation_of(twice)
        assert raw is not None
        held = strictjson.loads_object(raw)["verifiableCredential"]
        assert isinstance(held, list)
        assert (len(held), presentation_of([])) == (1, None)

    def test_puts_no_more_together_than_is_checked(self) -> None:
        """Fifty are looked at; with one more there is none, and they go along one by one."""
        earth = World()
        [one] = [load_credential(each) for each in kept(earth.signed(), earth=earth)]
        many = [
            replace(one, identity=Identity("did:web:x", f"urn:{each}")) for each in range(MOST_TOGETHER + 1)
        ]
        fifty = presentation_of(many[1:])
        assert presentation_of(many) is None
        assert fifty is not None
        assert len(earth.report(fifty).inside) == MOST_TOGETHER
