"""Draw the picture of a badgeklasse, once for each process: it is the same for everyone who earned it."""

from functools import lru_cache

from badges import strictjson
from badges.catalogue.fields import field_of
from badges.emblem import Emblem, read_emblem
from badges.members import part, text
from issuers.desk import IssuingDesk
from issuers.issuing.achievements import find_achievement
from issuers.issuing.tables import Achievement
from issuers.organisations.founding import find_organisation
from templates.documents.badge import BadgePicture, badge_png, badge_svg


def picture_svg(desk: IssuingDesk, achievement_id: str) -> bytes:
    """Draw the picture as SVG.

    Raises:
        NotFoundError: there is no such badgeklasse.
    """
    return _svg(achievement_picture(desk, find_achievement(desk, achievement_id)))


def picture_png(desk: IssuingDesk, achievement_id: str) -> bytes:
    """Draw the picture as PNG.

    Raises:
        NotFoundError: there is no such badgeklasse.
    """
    return _png(achievement_picture(desk, find_achievement(desk, achievement_id)))


def achievement_picture(desk: IssuingDesk, achievement: Achievement) -> BadgePicture:
    """Say what stands on the picture of a badgeklasse."""
    organisation = find_organisation(desk, achievement.organisation_id)
    return BadgePicture(
        title=achievement.title,
        issuer=organisation.name,
        field=field_of(achievement.crebo),
        emblem=_emblem(achievement),
    )


def _emblem(achievement: Achievement) -> Emblem | None:
    """Read how the picture looks from its address, as whoever holds a badge of it does."""
    image = part(part(strictjson.loads(achievement.document)).get("image"))
    return read_emblem(text(image.get("id")) or "")


@lru_cache(maxsize=256)
def _svg(picture: BadgePicture) -> bytes:
    return str(badge_svg(picture)).encode()


@lru_cache(maxsize=64)
def _png(picture: BadgePicture) -> bytes:
    return badge_png(picture)
