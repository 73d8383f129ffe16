"""Keys that stand elsewhere than in a did:web: at an address of their own, or in a did:key."""

from typing import Any

import pytest

from badges import keys
from tests import world
from tests.places import edited
from tests.world import World
from verifier.needs import Absence, Missing
from verifier.report import State, Status, Verdict


class TestKeyAtItsOwnAddress:
    SCHOOL, KEY = "https://school.voorbeeld", "https://school.voorbeeld/keys/1"

    def state(self, earth: World, own: Any) -> State:
        """Check a badge of a school with a key beside its own document."""
        earth.documents[self.KEY] = {
            "id": self.KEY,
            "type": "Multikey",
            "controller": self.SCHOOL,
            "publicKeyMultibase": world.public_key(earth.issuer.key).multikey,
        }
        earth.documents[self.SCHOOL] = own
        document = edited(world.badge_of(earth.issuer), at="/issuer/id", to=self.SCHOOL)
        del document["credentialStatus"]
        return earth.report(world.sign(document, signer=earth.issuer.signer(method=self.KEY))).state

    @pytest.mark.parametrize(
        ("own", "state"),
        [
            (Missing(Absence.UNKNOWN), State.UNLISTED),
            ({"id": SCHOOL, "type": ["Profile"]}, State.UNLISTED),
            ({"id": SCHOOL, "assertionMethod": [KEY]}, State.UNLISTED),
            ({"id": SCHOOL, "assertionMethod": [f"{SCHOOL}/keys/2"]}, State.FAKE),
            ({"id": SCHOOL, "publicKey": f"{SCHOOL}/keys/2"}, State.FAKE),
            (Missing(Absence.UNREACHABLE), State.UNSURE),
            (Missing(Absence.UNREAD), State.UNSURE),
            (b'{"assertionMethod": [], "assertionMethod": ["x"]}', State.UNSURE),
        ],
        ids=str,
    )
    def test_counts_unless_its_issuer_lists_others(self, earth: World, own: Any, state: State) -> None:
        """Whose key it is, the issuer's own document says, where it says so (ADR 9)."""
        assert state is self.state(earth, own)


class TestDidKey:
    def test_needs_no_source(self, earth: World) -> None:
        """A did:key holds its own key, so nothing is asked for it."""
        did = keys.did_key(world.public_key("lone"))
        document = world.badge_of(earth.issuer)
        document["issuer"] = did
        del document["credentialStatus"]
        raw = world.sign(document, signer=world.Issuer(did, "", "lone", "lone").signer())
        report = earth.report(raw)
        assert (State.UNLISTED, Status.NONE) == (report.state, report.status)
        assert [] == earth.asked

    def test_of_another_kind_of_key_is_unsure(self, earth: World) -> None:
        """A did:key with a key that we do not read cannot be checked."""
        report = earth.report(
            world.sign(
                world.badge_of(earth.issuer) | {"issuer": "did:key:zDnaexample"},
                signer=earth.issuer.signer(method="did:key:zDnaexample#zDnaexample"),
            )
        )
        assert (Verdict.INDETERMINATE, State.UNSURE) == (report.verdict, report.state)
