"""Who may open the pages of the platform: those who run the service, and prove that it is they."""

from dataclasses import dataclass
from typing import Annotated, Final

from fastapi import Depends, Form
from starlette.requests import Request

from issuers.dependencies import Desk, SignedInPerson
from issuers.desk import IssuingDesk
from issuers.errors import NotFoundError, ProofNeededError
from issuers.people.permissions import STRONG, require_fresh
from issuers.people.sessions import Visitor
from issuers.saying import Done, done_of

HERE = "/platform"
DONE: Final[Done] = {
    "afgewezen": {"nl": "De aanmelding is afgewezen.", "en": "The application was refused."},
    "bevestigd": {"nl": "Het feit is bevestigd.", "en": "The fact is confirmed."},
    "stil": {"nl": "De organisatie staat nu stil.", "en": "The organisation is stopped for a while."},
    "hervat": {"nl": "De organisatie kan weer verder.", "en": "The organisation can go on."},
    "samen": {"nl": "De organisaties zijn samengegaan.", "en": "The organisations have merged."},
    "beantwoord": {"nl": "Het antwoord is bewaard.", "en": "The answer is kept."},
    "uitgenodigd": {"nl": "Er gaat een nieuwe mail uit.", "en": "A new letter is sent."},
    "weg": {"nl": "Plaatje en teksten zijn weg.", "en": "Picture and texts are gone."},
}


@dataclass(frozen=True, slots=True)
class PlatformVisit:
    """Hold who runs the service, and what he asks."""

    request: Request
    desk: IssuingDesk
    visitor: Visitor

    def done(self, word: str) -> str | None:
        """Say what was just done."""
        return done_of(self.request, word, done=DONE)


def looking(request: Request, desk: Desk, visitor: SignedInPerson) -> PlatformVisit:
    """Let in who runs the service; for others there is no such page.

    Raises:
        NotFoundError: the visitor does not run it.
        ProofNeededError: the visitor may, and has to prove who he is.
    """
    if not visitor.runs_platform:
        raise NotFoundError
    if visitor.proof not in STRONG:
        raise ProofNeededError
    return PlatformVisit(request, desk, visitor)


def deciding(visit: Annotated[PlatformVisit, Depends(looking)]) -> PlatformVisit:
    """Let in who proved just now that it is he.

    Raises:
        FreshProofNeededError: that was too long ago.
    """
    require_fresh(visit.visitor, now=visit.desk.clock.now())
    return visit


Looking = Annotated[PlatformVisit, Depends(looking)]
Deciding = Annotated[PlatformVisit, Depends(deciding)]
Text = Annotated[str, Form()]
