"""Examine whatever somebody holds: a credential, a token, a presentation, a badge of before."""

from badges.credential import UnverifiedCredential
from verifier.errors import UnreadableError
from verifier.examining import examine
from verifier.means import Means
from verifier.reading import Assertion, Held, Presentation, Token
from verifier.report import Report


def examine_held(held: Held, *, means: Means) -> Report | None:
    """Report on what was read; None while the world has to be asked first.

    Raises:
        UnhandledShapeError: the fast engine leaves it to the second.
        UnreadableError: there is no credential in it.
    """
    match held:
        case UnverifiedCredential():
            return examine(held, means=means)
        case Token():
            raise UnreadableError("kind-jws")
        case Presentation():
            raise UnreadableError("presentation")
        case Assertion():
            raise UnreadableError("old-badge")
