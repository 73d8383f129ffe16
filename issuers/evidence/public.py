"""Show a photo at the address that a badge names: while such a badge stands, and the recipient wants it."""

from functools import partial

from sqlmodel import Session

from issuers.database.scopes import Public
from issuers.desk import IssuingDesk
from issuers.errors import NotFoundError, PhotoGoneError
from issuers.evidence.register import chosen_photos, named_in
from issuers.evidence.tables import Evidence, EvidencePhoto
from issuers.issuing.tables import PUBLISHED, Badge, BadgePhoto, BadgeState, ClosedPage
from issuers.recipients.consent import may_share


def find_public_photo(desk: IssuingDesk, token: str) -> EvidencePhoto:
    """Find the photo at a public address.

    Raises:
        NotFoundError: no badge that left the service names it.
        PhotoGoneError: none of them stands any more, or the recipient stopped it, or it was taken away.
    """
    named = desk.register.read(partial(named_in, token=token), within=Public(holding=token))
    states = {_state(desk, each) for each in named}
    if states.isdisjoint(PUBLISHED):
        raise NotFoundError
    photo = desk.register.read(partial(_photo, token=token), within=Public(holding=token))
    if BadgeState.SIGNED not in states or photo is None:
        raise PhotoGoneError
    return photo


def _state(desk: IssuingDesk, named: BadgePhoto) -> BadgeState | None:
    """Tell how a badge stands that names a photo: so much, whoever has its id may know.

    One whose page was closed shows as little as one that was withdrawn.
    """

    def work(session: Session) -> tuple[Badge, bool] | None:
        badge = session.get(Badge, named.badge_id)
        return (badge, session.get(ClosedPage, badge.id) is not None) if badge else None

    found = desk.register.read(work, within=Public(holding=str(named.badge_id)))
    if found is None:
        return None
    badge, is_shut = found
    is_shown = not is_shut and may_share(desk, badge.profiel_id, organisation_id=badge.organisation_id)
    return badge.state if is_shown else BadgeState.REVOKED


def _photo(session: Session, *, token: str) -> EvidencePhoto | None:
    found = session.exec(chosen_photos().where(Evidence.token == token)).first()
    return found[1] if found else None
