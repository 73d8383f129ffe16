"""Show a badgeklasse on a page: its picture, how far it is, what it says."""

from markupsafe import Markup

from badges.emblem import Emblem
from issuers.badgeklassen.finding import KnownDesign
from issuers.badgeklassen.picturing import read_emblem
from issuers.badgeklassen.typed import TypedBadgeklasse
from templates.documents import emblems
from templates.documents.badge import DEFAULT_FIELD, BadgePicture, badge_svg


def standing_of(known: KnownDesign) -> str:
    """Name how far it is, by a key of labels.DESIGNS."""
    if known.archived:
        return "weggelegd"
    if known.current is None:
        return "concept"
    return "nieuwe-versie" if known.draft else "gepubliceerd"


def drawn(typed: TypedBadgeklasse, *, issuer: str) -> Markup | None:
    """Draw the picture as it was typed; None where what was chosen cannot be drawn."""
    emblem = read_emblem(typed, problems=[])
    return draw(typed.naam, issuer=issuer, emblem=emblem) if emblem else None


def small(typed: TypedBadgeklasse) -> Markup:
    """Draw the picture small, to stand beside the name; nothing where what was chosen cannot be drawn."""
    emblem = read_emblem(typed, problems=[])
    return emblems.small(emblem) if emblem else Markup()


def draw(name: str, *, issuer: str, emblem: Emblem, level: str | None = None) -> Markup:
    """Draw the picture of a badgeklasse, or of a badge of it that says how far somebody is."""
    return badge_svg(BadgePicture(title=name, issuer=issuer, field=DEFAULT_FIELD, emblem=emblem, level=level))
