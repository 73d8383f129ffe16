"""Set the card to keep on A5, to fold once: on one half how to open by it, on the other what it is for.

PDF/A-3a and PDF/UA-1, as the sheet of a badge. There is no credential in it, no name of whoever it is for,
and not the pictures that he chose.
"""

from dataclasses import asdict, dataclass, replace
from datetime import datetime
from typing import Final

from badges.texts import shown as readable
from templates.documents.badge import BadgePicture
from templates.documents.glyphs import with_breaks, writable
from templates.documents.pdf import badge_drawing, logo, set_in
from templates.documents.qr import printed_qr_svg
from templates.hulptalen import HULPTALEN
from templates.labels.cards import CARD, STEPS
from templates.rendering import SOURCE, Tongue, translated

LAYOUT: Final = "card.typ"


@dataclass(frozen=True, slots=True, kw_only=True)
class KeepCard:
    """Hold what stands on a card.

    Attributes:
        code: As it is typed: K7P-4QD9.
        url: Where it is typed.
        picture: Of the badge that it was made for; None where it opens all that somebody keeps.
        organisation: Who makes another when it is lost; None where its holder does.
    """

    code: str
    url: str
    picture: BadgePicture | None = None
    organisation: str | None = None

    @property
    def opens(self) -> str:
        """Give the address that the QR code leads to."""
        return f"{self.url}?code={self.code}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Folded:
    """Hold everything that `card.typ` sets."""

    language: Tongue
    rtl: bool
    how: str
    steps: tuple[str, ...]
    code_label: str
    code: str
    qr: str
    qr_alt: str
    no_camera: str
    url: str
    url_shown: str
    small: tuple[str, ...]
    yours: str
    keep: str
    picture: str | None
    picture_alt: str | None
    logo: str
    helped: tuple[str, str] | None
    """That this is a hulpvertaling, in that language and in Dutch."""


def card_pdf(card: KeepCard, *, language: Tongue, moment: datetime) -> bytes:
    """Give a PDF of the card, of one page.

    Args:
        card: What stands on it.
        language: The language of our words.
        moment: When it was made.

    Raises:
        PictureError: it could not be set.
    """
    return set_in(LAYOUT, asdict(folded(card, language=language)), credential=None, moment=moment)


def folded(card: KeepCard, *, language: Tongue) -> Folded:
    """Write what stands on the card."""

    def own(key: str, **values: str) -> str:
        return _plain(_words(translated(CARD[key], language=language)) % values)

    lost = own("lost-there", name=card.organisation) if card.organisation else own("lost")
    drawn = card.picture
    return Folded(
        language=language,
        rtl=language in HULPTALEN and HULPTALEN[language].direction == "rtl",
        how=own("how"),
        steps=tuple(map(own, STEPS)),
        code_label=own("code"),
        code=card.code,
        qr=printed_qr_svg(card.opens, title="QR"),
        qr_alt=own("qr"),
        no_camera=own("no-camera"),
        url=card.opens,
        url_shown=card.url.partition("://")[2],
        small=(own("pictures"), with_breaks(lost)),
        yours=own("yours"),
        keep=own("keep"),
        picture=badge_drawing(_written(drawn)) if drawn else None,
        picture_alt=own("picture", issuer=drawn.issuer, title=drawn.title) if drawn else None,
        logo=logo(),
        helped=_helped(language),
    )


def _helped(language: Tongue) -> tuple[str, str] | None:
    """Say of a hulpvertaling that it is one, and who read it."""
    known = HULPTALEN.get(language)
    if known is None:
        return None
    key = "read" if known.read_by else "unread"
    here, dutch = (translated(CARD[key], language=each) for each in (language, SOURCE))
    return here % {"name": known.read_by}, dutch % {"name": known.read_by}


def _written(drawn: BadgePicture) -> BadgePicture:
    return replace(drawn, title=_plain(drawn.title), issuer=_plain(drawn.issuer))


def _plain(text: str) -> str:
    """Leave out what turns text around, and put a sign for what cannot be written."""
    return writable(readable(text))


def _words(sentence: str) -> str:
    """Take out what only a page understands: a hulpvertaling marks a name that runs the other way."""
    return sentence.replace("<bdi>", "").replace("</bdi>", "")
