"""Give a praktijkverklaring as a school, on the badges with which a praktijkopleider judged."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Final
from uuid import UUID

from sqlmodel import Session

from badges.catalogue import Catalogue
from badges.composing import IssuerProfile
from badges.credential import LintedCredential
from badges.judgement import WerkprocesReference
from badges.linting import lint_praktijkverklaring
from badges.praktijkverklaring import (
    Praktijkopleider,
    Praktijkverklaring,
    VerklaringSlot,
    compose_praktijkverklaring,
)
from badges.relatedresource import RelatedResource
from issuers.desk import IssuingDesk
from issuers.errors import FieldProblem, FormError, VerklaringChangedError, VerklaringHinderedError
from issuers.issuing.badgebook import Reservation
from issuers.issuing.drafting import profile_of
from issuers.issuing.issuing import IssuedBadge
from issuers.issuing.tables import BadgeKind
from issuers.organisations.founding import find_organisation
from issuers.people.permissions import Action, Actor, require
from issuers.praktijkverklaring.following import follow_up
from issuers.praktijkverklaring.hindering import title_for
from issuers.praktijkverklaring.line import Order, give_in_line
from issuers.praktijkverklaring.offering import Offer, find_offer
from issuers.praktijkverklaring.register import has_mandate
from issuers.reading import read_date
from issuers.werkplekprofiel.schooling import SeenBadge, SeenProfiel, seen_profiel

YEARS_AHEAD: Final = 1
BAD_DAY: Final = FieldProblem(
    "dag-mbo",
    "date-unreadable",
    "Wij kunnen de datum van de mbo-verklaring niet lezen. Schrijf hem zo: 26-6-2026. Of laat hem leeg.",
    "We cannot read the date of the mbo-verklaring. Write it like this: 26-6-2026. Or leave it empty.",
)


def read_mbo_day(typed: str, *, today: date) -> date | None:
    """Read the day of the mbo-verklaring that it is part of; it may not be known yet.

    Raises:
        FormError: it is no day, or one far away.
    """
    if not typed.strip():
        return None
    day = read_date(typed)
    if day is None or day.year > today.year + YEARS_AHEAD:
        raise FormError([BAD_DAY])
    return day


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """Hold on which badges it is given, and the day of the mbo-verklaring of which it is part, if known."""

    badges: frozenset[UUID]
    mbo_verklaring: date | None = None


def give(
    desk: IssuingDesk, profiel_id: UUID, choice: Choice, *, actor: Actor, idempotency_key: str
) -> IssuedBadge:
    """Give the praktijkverklaring on the chosen badges; asked again with the same key, give the same.

    It takes the place of what was given on this work while the mbo-verklaring had no day yet.

    Raises:
        PermissionDeniedError: the actor confirms nothing here, or not any more.
        NotFoundError: the school is no party of it, or the recipient did not say yes (any more).
        VerklaringHinderedError: something stands in the way, of the school or of a badge.
        VerklaringChangedError: something changed while it was made.
        OrganisationStoppedError: the school gives nothing now.
        IdempotencyConflictError: the key was used before for something else.
        LintError: we refuse to sign this; nothing was signed.
        IssuersError: it could not be done now.
    """
    require(actor, Action.CONFIRM)
    offer = find_offer(desk, profiel_id, actor=actor)
    badges = _unhindered(offer, chosen=choice.badges)
    said = _said(desk, offer, badges=badges, mbo_verklaring=choice.mbo_verklaring)
    order = Order(
        kind=BadgeKind.PRAKTIJKVERKLARING,
        key=idempotency_key,
        says=repr(said),
        profiel_id=profiel_id,
        about_id=None,
        name=said.name,
        admit=partial(_require_same, desk=desk, seen=offer.profiel, badges=badges, actor=actor),
        compose=partial(_compose, desk=desk, said=said),
    )
    found = give_in_line(desk, order, actor=actor)
    follow_up(desk, found.id, profiel_id=profiel_id, actor=actor)
    return found


def _unhindered(offer: Offer, *, chosen: Collection[UUID]) -> tuple[SeenBadge, ...]:
    """Take the chosen badges, where nothing stands in the way.

    Raises:
        VerklaringHinderedError: something does, or none was chosen that is there.
    """
    taken = [each for each in offer.candidates if each.badge.id in chosen]
    if offer.hindrances or not taken or any(each.hindrances for each in taken):
        raise VerklaringHinderedError
    return tuple(each.badge for each in taken)


def _said(
    desk: IssuingDesk, offer: Offer, *, badges: Sequence[SeenBadge], mbo_verklaring: date | None
) -> Praktijkverklaring:
    """Say what it will say: only what the badges say, who judged them, and of what it is part."""
    seen = offer.profiel
    title = title_for(offer.kinds, is_dated=mbo_verklaring is not None)
    leerbedrijf = find_organisation(desk, seen.leerbedrijf_id)
    days = [day for each in badges for day in (each.facts.activity_start, each.facts.activity_end) if day]
    return Praktijkverklaring(
        title=title,
        mbo_verklaring=mbo_verklaring,
        name=seen.name,
        werkprocessen=_werkprocessen(badges, catalogue=desk.catalogue),
        badges=tuple(RelatedResource.of_badge(each.facts.credential_id, raw=each.raw) for each in badges),
        leerbedrijf=profile_of(leerbedrijf, addresses=desk.addresses),
        praktijkopleider=(
            Praktijkopleider(seen.trainer, seen.trainer_function)
            if seen.trainer and seen.trainer_function
            else None
        ),
        start=min(days).date(),
        end=max(days).date(),
    )


def _werkprocessen(badges: Sequence[SeenBadge], *, catalogue: Catalogue) -> tuple[WerkprocesReference, ...]:
    """Name each werkproces once, in the words in which it was judged."""
    named = {(found.crebo, found.code): found for each in badges if (found := each.facts.werkproces)}
    return tuple(
        WerkprocesReference(
            crebo=each.crebo,
            code=each.code,
            title=each.title,
            kwalificatie=catalogue.kwalificatie(each.crebo).name,
            url=each.url or "",
        )
        for each in named.values()
    )


def _require_same(
    session: Session, *, desk: IssuingDesk, seen: SeenProfiel, badges: Sequence[SeenBadge], actor: Actor
) -> None:
    """Let pass what is at this moment as it was looked at, by who has a mandate at this moment.

    Raises:
        VerklaringHinderedError: the mandate is gone.
        VerklaringChangedError: a badge was withdrawn or signed again, or what is said of people changed.
        NotFoundError: the school is no party of it (any more).
    """
    school_id = actor.organisation_id
    if not has_mandate(session, school_id=school_id, person_id=actor.person_id):
        raise VerklaringHinderedError
    now = seen_profiel(session, profiel_id=seen.id, school_id=school_id, catalogue=desk.catalogue)
    same_people = (now.name, now.trainer, now.trainer_function)
    if not set(badges) <= set(now.badges) or same_people != (seen.name, seen.trainer, seen.trainer_function):
        raise VerklaringChangedError


def _compose(
    reservation: Reservation, school: IssuerProfile, *, desk: IssuingDesk, said: Praktijkverklaring
) -> LintedCredential:
    row = reservation.badge
    slot = VerklaringSlot(
        credential_id=row.credential_id,
        subject_id=row.subject_id.urn,
        achievement_id=row.evidence_id.urn,
        status_list_id=desk.addresses.status_list(row.organisation_id, number=reservation.list_number),
        status_index=row.status_index,
        awarded=row.reserved_at,
    )
    unsigned = compose_praktijkverklaring(said, slot=slot, school=school)
    return lint_praktijkverklaring(unsigned, issuer=school.id)
