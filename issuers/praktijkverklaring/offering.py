"""What a school sees before it gives: each badge, how it stands, and what stands in the way."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from uuid import UUID

from sqlmodel import Session

from badges.moments import dutch_day
from badges.strictjson import loads_object
from issuers.database.scopes import PUBLIC, OneOrganisation
from issuers.desk import IssuingDesk
from issuers.erkenning.snapshots import KnownThen, all_known_then
from issuers.issuing.tables import Badge, BadgeState
from issuers.organisations.register import current_facts
from issuers.organisations.tables import FactStatus, SchoolKind
from issuers.people.permissions import Action, Actor, require
from issuers.praktijkverklaring.asking import asked_by_us
from issuers.praktijkverklaring.checking import OwnCheck, about_of, own_checks
from issuers.praktijkverklaring.hindering import Hindrance, Standing, badge_hindrances, school_hindrances
from issuers.praktijkverklaring.register import confirmations_by, has_mandate, verklaringen_by
from issuers.praktijkverklaring.resting import cited_in
from issuers.werkplekprofiel.schooling import SeenBadge, SeenProfiel, find_seen, list_seen


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """Show a badge of a werkproces, what is known of it, and what stands in its way.

    `confirmed` is the day on which the school confirmed it, if it did.
    """

    badge: SeenBadge
    known: KnownThen | None
    check: OwnCheck | None
    confirmed: date | None
    confirmation_token: str | None
    hindrances: tuple[Hindrance, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenVerklaring:
    """Show a praktijkverklaring that the school gave on this.

    `rests` tells whether all badges that it cites stand still.
    """

    id: UUID
    token: str
    title: str
    given: date
    is_revoked: bool
    rests: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """Show what a school can give on a werkplekprofiel; `hindrances` are those of the school itself."""

    profiel: SeenProfiel
    kinds: frozenset[SchoolKind]
    hindrances: tuple[Hindrance, ...]
    candidates: tuple[Candidate, ...]
    given: tuple[GivenVerklaring, ...]


def find_offer(desk: IssuingDesk, profiel_id: UUID, *, actor: Actor) -> Offer:
    """Show what the actor's school can give on a werkplekprofiel.

    Raises:
        PermissionDeniedError: the actor confirms nothing here.
        NotFoundError: his school is no party of it, or the recipient did not say yes (any more).
    """
    require(actor, Action.CONFIRM)
    profiel = find_seen(desk, profiel_id, actor=actor)
    ids = [each.id for each in profiel.badges]
    kinds = kinds_of_school(desk, actor.organisation_id)
    asked = partial(has_mandate, school_id=actor.organisation_id, person_id=actor.person_id)
    within = OneOrganisation(actor.organisation_id)
    mandate = desk.register.read(asked, within=within)
    said = partial(confirmations_by, by=actor.organisation_id, about=ids)
    confirmed = {each.about_id: each for each in desk.register.read(said, within=within) if _stands(each)}
    checks = own_checks(desk, profiel.leerbedrijf_id, actor=actor)
    known = all_known_then(desk, ids, within=within)
    return Offer(
        profiel=profiel,
        kinds=kinds,
        hindrances=school_hindrances(kinds=kinds, has_mandate=mandate),
        candidates=tuple(
            _candidate(
                each,
                known=known.get(each.id),
                check=checks.get(about) if (about := about_of(each)) else None,
                confirmed=confirmed.get(each.id),
            )
            for each in profiel.badges
            if each.facts.werkproces is not None
        ),
        given=_given(desk, profiel, actor=actor),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class WaitingLearner:
    """Show a werkplekprofiel in the list, and how many of its badges the school did not confirm.

    `answers` counts what the leerbedrijf answered about those. `rests` tells whether all badges stand that
    are cited by the praktijkverklaringen that stand.
    """

    profiel: SeenProfiel
    badges: int
    waiting: int
    answers: int
    rests: bool


def waiting_for(desk: IssuingDesk, *, actor: Actor) -> tuple[WaitingLearner, ...]:
    """List whose school this is, with what waits for it.

    Raises:
        PermissionDeniedError: the actor confirms nothing here.
    """
    require(actor, Action.CONFIRM)
    profielen = list_seen(desk, actor=actor)
    standing = {profiel.id: _standing(profiel) for profiel in profielen}
    about = frozenset[UUID]().union(*standing.values())
    said = partial(confirmations_by, by=actor.organisation_id, about=about)
    rows = desk.register.read(said, within=OneOrganisation(actor.organisation_id))
    confirmed = {each.about_id for each in rows if _stands(each)}
    asked = asked_by_us(desk, about - confirmed, actor=actor)
    answered = Counter(each.profiel_id for each in asked if each.answer is not None)
    shaken = _shaken(desk, profielen, actor=actor)
    return tuple(
        WaitingLearner(
            profiel=each,
            badges=len(standing[each.id]),
            waiting=len(standing[each.id] - confirmed),
            answers=answered[each.id],
            rests=each.id not in shaken,
        )
        for each in profielen
    )


def kinds_of_school(desk: IssuingDesk, school_id: str) -> frozenset[SchoolKind]:
    """Tell what kinds of school it says it is; on no page but its own."""

    def work(session: Session) -> frozenset[SchoolKind]:
        facts = current_facts(session, organisation_id=school_id)
        return frozenset(each.school_kind for each in facts if each.school_kind)

    return desk.register.read(work, within=PUBLIC)


def _candidate(
    badge: SeenBadge, *, known: KnownThen | None, check: OwnCheck | None, confirmed: Badge | None
) -> Candidate:
    standing = Standing(
        is_revoked=badge.is_revoked,
        is_replaced=badge.is_replaced,
        independence=badge.facts.independence,
        is_recognised=check is not None or (known is not None and known.status is FactStatus.BEVESTIGD),
    )
    return Candidate(
        badge=badge,
        known=known,
        check=check,
        confirmed=dutch_day(confirmed.signed_at or confirmed.reserved_at) if confirmed else None,
        confirmation_token=confirmed.token if confirmed else None,
        hindrances=badge_hindrances(standing),
    )


def _given(desk: IssuingDesk, profiel: SeenProfiel, *, actor: Actor) -> tuple[GivenVerklaring, ...]:
    gone = _gone([profiel])
    documents = [(row, loads_object(row.raw or b"{}")) for row in _given_on(desk, [profiel], actor=actor)]
    return tuple(
        GivenVerklaring(
            id=row.id,
            token=row.token,
            title=str(document["name"]),
            given=dutch_day(row.signed_at or row.reserved_at),
            is_revoked=row.state is BadgeState.REVOKED,
            rests=gone.isdisjoint(cited_in(document)),
        )
        for row, document in documents
    )


def _shaken(desk: IssuingDesk, profielen: Sequence[SeenProfiel], *, actor: Actor) -> frozenset[UUID | None]:
    """Name the werkplekprofielen with a praktijkverklaring that stands on a badge that does not any more."""
    gone = _gone(profielen)
    touched = [each for each in profielen if any(badge.is_revoked for badge in each.badges)]
    standing = (row for row in _given_on(desk, touched, actor=actor) if _stands(row))
    return frozenset(
        row.profiel_id for row in standing if not gone.isdisjoint(cited_in(loads_object(row.raw or b"{}")))
    )


def _given_on(desk: IssuingDesk, profielen: Sequence[SeenProfiel], *, actor: Actor) -> Sequence[Badge]:
    """List the praktijkverklaringen that the actor's school gave on these, withdrawn or not."""
    ids = [each.id for each in profielen]
    asked = partial(verklaringen_by, school_id=actor.organisation_id, profielen=ids)
    return desk.register.read(asked, within=OneOrganisation(actor.organisation_id)) if ids else ()


def _gone(profielen: Sequence[SeenProfiel]) -> frozenset[str]:
    """Name the badges that were withdrawn."""
    badges = (badge for profiel in profielen for badge in profiel.badges)
    return frozenset(each.facts.credential_id for each in badges if each.is_revoked)


def _standing(profiel: SeenProfiel) -> frozenset[UUID]:
    """Name the badges of a werkproces that stand; on others a school gives nothing."""
    return frozenset(each.id for each in profiel.badges if not each.is_revoked and each.facts.werkproces)


def _stands(given: Badge) -> bool:
    return given.state is BadgeState.SIGNED
