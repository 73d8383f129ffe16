"""The pages of the card on paper that opens a list again."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from markupsafe import Markup

from templates.views.pieces import Frame, Problem


@dataclass(frozen=True, kw_only=True)
class CardChoice:
    """Fill `kaart-maken`: three pictures for a card. POST `action`: plaatje-1, plaatje-2, plaatje-3."""

    frame: Frame
    by_field: tuple[str, ...]  # keys of labels.CARD_PICTURES
    action: str
    back_href: str
    is_own: bool  # the holder makes it; otherwise it is made for whoever stands there
    has_one: bool = False  # which opens nothing once this one is made
    is_kept: bool = False  # somebody keeps the badge: the card opens what its organisation gave, and no more
    title: str = ""
    typed: Mapping[str, str] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, kw_only=True)
class CardMade:
    """Fill `kaart`: the card itself, to print or to copy; its code is shown this one time."""

    frame: Frame
    code: str  # as it is typed: K7P-4QD9
    qr: Markup  # documents.qr.qr_svg of `url`
    url: str  # absolute: where it is typed
    pdf_action: str  # POST with code and taal, for the same card as a PDF
    back_href: str
    picture: Markup | None = None
    title: str | None = None
    organisation: str | None = None  # that makes another when it is lost; None where the holder does


@dataclass(frozen=True, kw_only=True)
class CardTyped:
    """Fill `kaart-openen`. POST `action` with code, plaatje-1 to plaatje-3, and eigen (ja, nee)."""

    frame: Frame
    by_field: tuple[str, ...]
    action: str
    joins: bool = False  # it proves that other badges are his too
    join_href: str | None = None  # where badges stand on this telephone already: to bring them together
    typed: Mapping[str, str] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
