"""A verifier on a small world, and a link to hand over to it."""

from tests import world
from tests.world import Here, World
from verifier.engine import Verifier

LINK = f"{world.BASE}/b/3q2-7w"


def verifier_with(earth: World, workers: Here) -> Verifier:
    """Give a verifier whose questions are answered by this runner."""
    return Verifier(sources=earth, clock=earth.clock, workers=workers)
