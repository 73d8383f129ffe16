"""Which badges from elsewhere are kept out, and what somebody is told then."""

from typing import Final

from badges.facts import Facts
from badges.wording import Sentence
from issuers.desk import IssuingDesk
from issuers.errors import FieldProblem, FormError
from verifier.report import Answer, Form, Kind, Report
from verifier.states import HOLDERS

MOST_BYTES: Final = 2_000_000
"""So large a badge may be; a picture with one in it is a tenth of that."""

MOST_FOREIGN: Final = 100
_BADGES: Final = frozenset({Kind.BADGE, Kind.OPEN_BADGES_2})
_FILES: Final = frozenset({Form.JSON, Form.JWS, Form.PNG, Form.SVG, Form.PDF})
_NOT_KEPT: Final = Sentence("We hebben het niet bewaard.", "We did not keep it.")
SEVERAL: Final = Sentence(
    "Hier zitten meer bewijzen in. Kies er 1 tegelijk.",
    "There are several badges in this. Choose one at a time.",
)
NO_BADGE: Final = Sentence(
    "Dit hoort bij een bewijs, maar het is er zelf geen. Kies het bewijs.",
    "This goes with a badge, but is none itself. Choose the badge.",
)
PHOTO: Final = Sentence(
    "Dit is een foto van een code. Plak de link, of kies het bestand dat je kreeg.",
    "This is a photo of a code. Paste the link, or choose the file that you got.",
)
TOO_LARGE: Final = Sentence(
    "Dit bestand is te groot. Het mag 2 MB zijn. Kies een ander bestand van dit bewijs.",
    "This file is too large. It may be 2 MB. Choose another file of this badge.",
)
TOO_MANY: Final = Sentence(
    f"Je hebt hier {MOST_FOREIGN} bewijzen van ergens anders. Haal er eerst 1 weg.",
    f"You have {MOST_FOREIGN} badges from elsewhere here. Remove one first.",
)
OURS: Final = Sentence(
    "Dit bewijs is hier gegeven. Open de link of de kaart die je erbij kreeg. Dan staat het bij je bewijzen.",
    "This badge was given here. Open the link or the card that came with it. Then it is with your badges.",
)


def require_keepable(desk: IssuingDesk, raw: bytes, report: Report) -> Facts:
    """Let pass a badge that is what its issuer signed, and give what it says.

    Raises:
        FormError: it is not; the sentence says why it is kept out, and what to do.
    """
    if report.kind in HOLDERS:
        raise refused("several", SEVERAL)
    if report.authentic is Answer.NO:
        raise refused("not-authentic", _because(report))
    if report.authentic is not Answer.YES or report.facts is None:
        raise refused("unsure", _because(report))
    if report.kind not in _BADGES:
        raise refused("no-badge", NO_BADGE)
    if report.forms[0] not in _FILES:
        raise refused("photo", PHOTO)
    if len(raw) > MOST_BYTES:
        raise refused("too-large", TOO_LARGE)
    if _is_ours(desk, report.facts.issuer.id):
        raise refused("ours", OURS)
    return report.facts


def _is_ours(desk: IssuingDesk, issuer: str) -> bool:
    """Tell whether an issuer is an organisation of this service."""
    own = desk.addresses.service_did
    return issuer == own or issuer.startswith(f"{own}:")


def _because(report: Report) -> Sentence:
    """Say what the verifier found, and that nothing is kept."""
    heading, text = report.heading, report.text
    return Sentence(
        f"{heading.nl}. {text.nl} {_NOT_KEPT.nl}",
        f"{heading.en}. {text.en} {_NOT_KEPT.en}",
    )


def refused(code: str, sentence: Sentence) -> FormError:
    """Say in one sentence why something is not kept."""
    return FormError([FieldProblem("bestand", code, sentence.nl, sentence.en)])
