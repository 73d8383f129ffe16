"""Let a photo go along with a badge: only the recipient says so, before it is signed, and he can stop it.

His yes gives the photo an address that nobody guesses. The badge names that address and what its bytes hash
to; the photo itself stays where it was collected, once. So his no, or taking the photo away, ends it.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from uuid import UUID

from sqlmodel import Session

from badges.badgeklasse import AnyJudgement
from badges.composing import photos_of
from badges.judgement import Judgement
from badges.relatedresource import RelatedResource
from issuers.addresses import Addresses
from issuers.audit import chain
from issuers.audit.tables import AuditKind
from issuers.database.scopes import OneOrganisation
from issuers.desk import IssuingDesk
from issuers.errors import NotFoundError, OtherPhotosError
from issuers.evidence.collectors import Learner
from issuers.evidence.keeping import write_with
from issuers.evidence.register import Size, chosen_photos, is_in_badge, one_evidence
from issuers.evidence.tables import Evidence, EvidenceKind
from issuers.identifiers import public_token
from issuers.issuing.tables import Badge, BadgePhoto
from issuers.people.permissions import Action, Actor, require
from issuers.werkplekprofiel.keeping import require_open
from issuers.werkplekprofiel.tables import Werkplekprofiel, WerkprocesKey


@dataclass(frozen=True, slots=True, kw_only=True)
class ChosenPhoto:
    """Show a photo that the recipient wants with his badge, and how the badge will name it."""

    evidence_id: UUID
    size: Size
    cited: RelatedResource


def let_go_along(desk: IssuingDesk, evidence_id: UUID, *, by: Learner) -> None:
    """Let a photo go along with the badge for this work; once is enough.

    Raises:
        NotFoundError: there is no such photo for him, or it stood with a badge before.
        ProfielEndedError: the werkplekprofiel was stopped.
    """

    def choose(session: Session, profiel: Werkplekprofiel) -> None:
        row = one_evidence(session, require_open(profiel), evidence_id)
        if row is None or row.kind is not EvidenceKind.PHOTO:
            raise NotFoundError
        if row.token is not None:
            return
        if is_in_badge(session, row):
            raise NotFoundError
        row.token = public_token()
        _record(session, row, kind=AuditKind.PHOTO_CHOSEN, desk=desk)

    write_with(desk, choose, by=by)


def stop_showing(desk: IssuingDesk, evidence_id: UUID, *, by: Learner) -> None:
    """Let nobody see a photo any more by its address, also where the agreement was stopped.

    Raises:
        NotFoundError: there is no such photo for him.
    """

    def stop(session: Session, profiel: Werkplekprofiel) -> None:
        row = one_evidence(session, profiel, evidence_id)
        if row is None:
            raise NotFoundError
        if row.token is not None:
            row.token = None
            _record(session, row, kind=AuditKind.PHOTO_STOPPED, desk=desk)

    write_with(desk, stop, by=by)


def list_chosen(
    desk: IssuingDesk, profiel_id: UUID, work: WerkprocesKey, *, actor: Actor
) -> Sequence[ChosenPhoto]:
    """List the photos that the recipient wants with the badge for a werkproces, the oldest first.

    Raises:
        PermissionDeniedError: the actor may prepare nothing here.
    """
    require(actor, Action.DRAFT)
    asked = partial(
        _chosen, profiel_id=profiel_id, work=work, of=actor.organisation_id, addresses=desk.addresses
    )
    return desk.register.read(asked, within=OneOrganisation(actor.organisation_id))


def with_chosen(
    desk: IssuingDesk, judgement: Judgement, *, profiel_id: UUID | None, organisation_id: str
) -> Judgement:
    """Let the photos go along that the recipient wants with the work that is judged, and no others."""
    if profiel_id is None:
        return replace(judgement, photos=())
    asked = partial(
        _still, judgement=judgement, profiel_id=profiel_id, of=organisation_id, addresses=desk.addresses
    )
    still = desk.register.read(asked, within=OneOrganisation(organisation_id))
    return replace(judgement, photos=tuple(still))


def without_stopped(
    desk: IssuingDesk, judgement: AnyJudgement, *, profiel_id: UUID | None, organisation_id: str
) -> AnyJudgement:
    """Leave out of a judgement the photos that the recipient does not want with it any more."""
    if not isinstance(judgement, Judgement) or not judgement.photos:
        return judgement
    wanted = with_chosen(desk, judgement, profiel_id=profiel_id, organisation_id=organisation_id).photos
    return replace(judgement, photos=tuple(each for each in judgement.photos if each in wanted))


def require_chosen(
    session: Session,
    judgement: AnyJudgement,
    *,
    profiel_id: UUID | None,
    organisation_id: str,
    addresses: Addresses,
) -> None:
    """Let pass photos that the recipient wants with it at this moment.

    Raises:
        OtherPhotosError: he did not choose one of them, or not any more.
    """
    photos = photos_of(judgement)
    if not photos or not isinstance(judgement, Judgement):
        return
    still = _still(
        session, judgement=judgement, profiel_id=profiel_id, of=organisation_id, addresses=addresses
    )
    if not set(photos) <= set(still):
        raise OtherPhotosError


def note_photos(session: Session, badge: Badge, judgement: AnyJudgement) -> None:
    """Keep which photos a badge names, in the transaction that reserves it."""
    for each in photos_of(judgement):
        token = each.id.rpartition("/")[2]
        row = session.exec(chosen_photos().where(Evidence.token == token)).first()
        if row is not None:
            session.add(
                BadgePhoto(
                    badge_id=badge.id,
                    token=token,
                    organisation_id=badge.organisation_id,
                    evidence_id=row[0].id,
                )
            )


def _still(
    session: Session, *, judgement: Judgement, profiel_id: UUID | None, of: str, addresses: Addresses
) -> Sequence[RelatedResource]:
    """Give how a badge may name what the recipient chose for the work that is judged; none without him."""
    if profiel_id is None:
        return ()
    work = judgement.werkproces.crebo, judgement.werkproces.code
    found = _chosen(session, profiel_id=profiel_id, work=work, of=of, addresses=addresses)
    return [each.cited for each in found]


def _chosen(
    session: Session, *, profiel_id: UUID, work: WerkprocesKey, of: str, addresses: Addresses
) -> Sequence[ChosenPhoto]:
    theirs = chosen_photos().where(
        Evidence.organisation_id == of,
        Evidence.profiel_id == profiel_id,
        Evidence.crebo == work[0],
        Evidence.code == work[1],
    )
    return [
        ChosenPhoto(
            evidence_id=row.id,
            size=(photo.width, photo.height),
            cited=RelatedResource.of_photo(addresses.photo(row.token or ""), raw=photo.jpeg),
        )
        for row, photo in session.exec(theirs).all()
    ]


def _record(session: Session, row: Evidence, *, kind: AuditKind, desk: IssuingDesk) -> None:
    """Write down that he said so; of which photo, only who still has the salt can tell."""
    event = chain.Event(
        organisation_id=row.organisation_id,
        kind=kind,
        at=desk.clock.now(),
        content=row.id.bytes,
        actor_id=None,
    )
    chain.append(session, event)
