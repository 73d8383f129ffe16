"""Who may open the pages of the platform: those who run the service, and prove that it is they."""

from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends, Form
from starlette.requests import Request

from issuers.dependencies import Desk, SignedInPerson
from issuers.desk import IssuingDesk
from issuers.errors import NotFoundError, ProofNeededError
from issuers.people.permissions import STRONG, require_fresh
from issuers.people.sessions import Visitor
from web.locale import Language, language_of

HERE = "/platform"
DONE = {
    "afgewezen": {"nl": "De aanmelding is afgewezen.", "en": "The application was refused."},
    "bevestigd": {"nl": "Het feit is bevestigd.", "en": "The fact is confirmed."},
    "stil": {"nl": "De organisatie geeft nu geen bewijzen.", "en": "The organisation gives no badges now."},
    "hervat": {"nl": "De organisatie kan weer verder.", "en": "The organisation can go on."},
    "samen": {"nl": "De organisaties zijn samengegaan.", "en": "The organisations have merged."},
    "beantwoord": {"nl": "Het antwoord is bewaard.", "en": "The answer is kept."},
    "uitgenodigd": {"nl": "Er gaat een nieuwe mail uit.", "en": "A new letter is sent."},
    "weg": {"nl": "Plaatje en teksten zijn weg.", "en": "Picture and texts are gone."},
}
REASON = {"nl": "Schrijf op waarom. De organisatie leest dit.", "en": "Say why. The organisation reads this."}


@dataclass(frozen=True, slots=True)
class Visit:
    """Hold who runs the service, and what he asks."""

    request: Request
    desk: IssuingDesk
    visitor: Visitor

    @property
    def language(self) -> Language:
        """Give the language of the page."""
        return language_of(self.request)

    def done(self, key: str) -> str | None:
        """Say what was just done."""
        return DONE[key][self.language] if key in DONE else None


def looking(request: Request, desk: Desk, visitor: SignedInPerson) -> Visit:
    """Let in who runs the service; for others there is no such page.

    Raises:
        NotFoundError: the visitor does not run it.
        ProofNeededError: the visitor may, and has to prove who he is.
    """
    if not visitor.runs_platform:
        raise NotFoundError
    if visitor.proof not in STRONG:
        raise ProofNeededError
    return Visit(request, desk, visitor)


def deciding(visit: Annotated[Visit, Depends(looking)]) -> Visit:
    """Let in who proved just now that it is he.

    Raises:
        FreshProofNeededError: that was too long ago.
    """
    require_fresh(visit.visitor, now=visit.desk.clock.now())
    return visit


Looking = Annotated[Visit, Depends(looking)]
Deciding = Annotated[Visit, Depends(deciding)]
Text = Annotated[str, Form()]
