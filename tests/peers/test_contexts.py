"""The contexts that no npm package has stand byte for byte in a package for Python."""

from importlib.resources import files

import pytest

from badges.jsonld import contexts

pytestmark = pytest.mark.peers

THEIRS = "clr_context_2.0.1.json"
OURS = "https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json"


class TestFrozenContexts:
    """The frozen contexts and those of openbadgeslib."""

    def test_are_the_same_for_clr(self) -> None:
        """The context of CLR 2.0 is the one of the package."""
        theirs = files("openbadgeslib.ob3.contexts") / THEIRS

        assert theirs.read_bytes() == contexts.raw(OURS)
