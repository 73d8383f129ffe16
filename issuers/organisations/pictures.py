"""Keep the picture of an organisation, drawn anew from what somebody sent."""

from collections.abc import Mapping
from threading import BoundedSemaphore
from typing import Final

from sqlmodel import Session

from badges.errors import LogoError
from badges.logos import redraw
from issuers.database.scopes import PUBLIC, OneOrganisation
from issuers.desk import IssuingDesk
from issuers.errors import FieldProblem, FormError, NotFoundError
from issuers.organisations.recording import record_change
from issuers.organisations.tables import OrganisationPicture
from issuers.people.acting import require_still
from issuers.people.permissions import Action, Actor, require

FIELD: Final = "beeld"
_AT_ONCE: Final = BoundedSemaphore(1)
"""One picture is decoded at a time: each may take as much memory as its limits allow."""

_SENTENCES: Final[Mapping[str, tuple[str, str]]] = {
    "logo-empty": ("Kies eerst een plaatje.", "Choose a picture first."),
    "logo-bytes": (
        "Dit plaatje is te groot. Het mag 5 MB zijn. Maak het kleiner en probeer het nog een keer.",
        "This picture is too large. It may be 5 MB. Make it smaller and try again.",
    ),
    "logo-svg": (
        "Een SVG nemen wij niet aan: daar kan een programma in zitten. Maak er een PNG of JPG van.",
        "We take no SVG: there can be a program in it. Make it a PNG or JPG.",
    ),
    "logo-heif": (
        "Deze soort foto (HEIC) lezen wij niet. Maak er een JPG van, of maak een schermafdruk.",
        "We do not read this kind of photo (HEIC). Make it a JPG, or take a screenshot.",
    ),
    "logo-kind": (
        "Dit is geen plaatje dat wij lezen. Kies een PNG of JPG.",
        "This is no picture that we read. Choose a PNG or JPG.",
    ),
    "logo-pixels": (
        "Dit plaatje is te groot: het heeft meer dan 16 miljoen punten. Maak het kleiner.",
        "This picture is too large: it has more than 16 million pixels. Make it smaller.",
    ),
    "logo-damaged": (
        "Dit plaatje is beschadigd. Kies een ander, of sla het opnieuw op.",
        "This picture is damaged. Choose another, or save it again.",
    ),
}


def set_picture(desk: IssuingDesk, raw: bytes, *, actor: Actor) -> None:
    """Keep a picture in the place of the one before.

    Raises:
        PermissionDeniedError: the actor may not change the organisation.
        FormError: it is no picture that we keep; the sentence says why.
    """
    require(actor, Action.MANAGE_ORGANISATION)
    try:
        with _AT_ONCE:
            png = redraw(raw)
    except LogoError as error:
        nl, en = _SENTENCES[error.code]
        raise FormError([FieldProblem(FIELD, error.code, nl, en)]) from error

    def work(session: Session) -> None:
        require_still(session, actor, Action.MANAGE_ORGANISATION)
        now = desk.clock.now()
        row = OrganisationPicture(organisation_id=actor.organisation_id, png=png, changed=now)
        session.merge(row)
        record_change(session, actor.organisation_id, content=png, desk=desk, actor_id=actor.person_id)

    desk.register.write(work, within=OneOrganisation(actor.organisation_id))


def remove_picture(desk: IssuingDesk, *, actor: Actor) -> None:
    """Take the picture away.

    Raises:
        PermissionDeniedError: the actor may not change the organisation.
    """
    require(actor, Action.MANAGE_ORGANISATION)

    def work(session: Session) -> None:
        require_still(session, actor, Action.MANAGE_ORGANISATION)
        row = session.get(OrganisationPicture, actor.organisation_id)
        if row is not None:
            session.delete(row)
            record_change(session, actor.organisation_id, content=b"", desk=desk, actor_id=actor.person_id)

    desk.register.write(work, within=OneOrganisation(actor.organisation_id))


def has_picture(desk: IssuingDesk, organisation_id: str) -> bool:
    """Tell whether an organisation has a picture."""
    found = desk.register.read(
        lambda session: session.get(OrganisationPicture, organisation_id), within=PUBLIC
    )
    return found is not None


def picture_of(desk: IssuingDesk, organisation_id: str) -> bytes:
    """Give the picture as PNG.

    Raises:
        NotFoundError: the organisation has none.
    """
    found = desk.register.read(
        lambda session: session.get(OrganisationPicture, organisation_id), within=PUBLIC
    )
    if found is None:
        raise NotFoundError
    return found.png
