"""What happened with somebody who learns here, from the first proposal on."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from functools import partial
from typing import Final
from uuid import UUID

from sqlmodel import Session

from badges.catalogue import Catalogue
from issuers.database.scopes import OneOrganisation
from issuers.desk import IssuingDesk
from issuers.drafts.register import drafts_of
from issuers.issuing.tables import Badge, CorrectionKind
from issuers.overview.register import badges_of_recipient
from issuers.people.permissions import Action, Actor, require
from issuers.werkplekprofiel.register import agreed_werkprocessen, profielen_of
from issuers.werkplekprofiel.tables import Werkplekprofiel


class Moment(StrEnum):
    """Name what happened."""

    PROPOSED = "voorgesteld"
    AGREED = "ja-gezegd"
    OBJECTED = "klopt-niet"
    ENDED = "gestopt"
    WRITTEN = "geschreven"
    GIVEN = "gegeven"
    CORRECTED = "verbeterd"
    WITHDRAWN = "ingetrokken"


_ORDER: Final = {what: place for place, what in enumerate(Moment)}
"""Of what happened in one moment, what comes first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Happened:
    """Say what happened when, and with which work or badge, if with one."""

    at: datetime
    what: Moment
    title: str | None = None
    badge_id: UUID | None = None
    profiel_id: UUID | None = None


def list_timeline(desk: IssuingDesk, recipient_id: UUID, *, actor: Actor) -> Sequence[Happened]:
    """List what happened with somebody, the newest first.

    Raises:
        PermissionDeniedError: the actor may prepare nothing here.
    """
    require(actor, Action.DRAFT)
    asked = partial(
        _timeline,
        recipient_id=recipient_id,
        organisation_id=actor.organisation_id,
        catalogue=desk.catalogue,
    )
    return desk.register.read(asked, within=OneOrganisation(actor.organisation_id))


def _timeline(
    session: Session, *, recipient_id: UUID, organisation_id: str, catalogue: Catalogue
) -> Sequence[Happened]:
    happened: list[Happened] = []
    for profiel in profielen_of(session, recipient_id, organisation_id=organisation_id):
        happened += _of_profiel(profiel)
        happened += _of_drafts(session, profiel, catalogue=catalogue)
    for badge, title in badges_of_recipient(session, recipient_id, organisation_id=organisation_id):
        happened += _of_badge(badge, title=title)
    return sorted(happened, key=lambda each: (each.at, _ORDER[each.what]), reverse=True)


def _of_profiel(profiel: Werkplekprofiel) -> Iterator[Happened]:
    moments = {
        Moment.PROPOSED: profiel.proposed,
        Moment.AGREED: profiel.agreed,
        Moment.OBJECTED: profiel.objected,
        Moment.ENDED: profiel.ended,
    }
    for what, at in moments.items():
        if at:
            yield Happened(at=at, what=what, profiel_id=profiel.id)


def _of_drafts(session: Session, profiel: Werkplekprofiel, *, catalogue: Catalogue) -> Iterator[Happened]:
    works = {each.key: each.digest for each in agreed_werkprocessen(session, profiel)}
    for draft, _ in drafts_of(session, profiel.id, organisation_id=profiel.organisation_id):
        digest = works[draft.crebo, draft.code]
        title = catalogue.edition(draft.crebo, draft.code, digest).werkproces.title
        yield Happened(at=draft.written, what=Moment.WRITTEN, title=title, profiel_id=profiel.id)


def _of_badge(badge: Badge, *, title: str) -> Iterator[Happened]:
    is_better = badge.replaces and badge.replaces_because is not CorrectionKind.ANDERE_PERSOON
    what = Moment.CORRECTED if is_better else Moment.GIVEN
    yield Happened(at=badge.signed_at or badge.reserved_at, what=what, title=title, badge_id=badge.id)
    if badge.revoked_at and badge.replaced_by is None:
        yield Happened(at=badge.revoked_at, what=Moment.WITHDRAWN, title=title, badge_id=badge.id)
