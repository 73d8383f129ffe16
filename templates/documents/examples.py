"""Badges to show before anyone has one; the issuer is "Voorbeeld", so that nobody takes them for real."""

from collections.abc import Mapping
from typing import Final

from markupsafe import Markup

from templates.documents.badge import BadgePicture, badge_svg

_TITLES: Final[Mapping[str, str]] = {
    "zorg": "Ondersteunt bij voeding",
    "logistiek": "Verzamelt en controleert orders",
    "techniek": "Voert onderhoudsbeurt aan de fiets uit",
}


def example_badge(field: str) -> Markup:
    """Draw the example of a field."""
    return badge_svg(BadgePicture(title=_TITLES[field], issuer="Voorbeeld", field=field))
