"""How the work of an agreement stands on the way to a praktijkverklaring, for the leerbedrijf."""

from functools import partial
from uuid import UUID

from sqlmodel import Session

from badges.judgement import Independence
from issuers.database.scopes import OneOrganisation
from issuers.desk import IssuingDesk
from issuers.erkenning.snapshots import KnownThen, all_known_then
from issuers.holding.known import list_waiting_for
from issuers.organisations.tables import FactStatus
from issuers.people.permissions import Actor
from issuers.praktijkverklaring.asking import asked_of_us
from issuers.praktijkverklaring.receiving import received_with
from issuers.praktijkverklaring.steps import AgreedWork, Step, leerbedrijf_steps
from issuers.werkplekprofiel.known import Goal, KnownProfiel, Received, received
from issuers.werkplekprofiel.register import badges_for, profiel_of


def find_steps(desk: IssuingDesk, known: KnownProfiel, *, actor: Actor) -> tuple[Step, ...]:
    """List what is still to be done before the school of an agreement gives a praktijkverklaring.

    Raises:
        PermissionDeniedError: the actor works with no recipients here.
    """
    questions = asked_of_us(desk, known.id, actor=actor)
    held = list_waiting_for(desk, known.id, actor=actor)
    within = OneOrganisation(actor.organisation_id)
    asked = partial(_given, profiel_id=known.id, organisation_id=actor.organisation_id)
    badges = {each.id: each for each in desk.register.read(asked, within=within)}
    then = all_known_then(desk, list(badges), within=within)
    works = [
        _work(
            goal,
            badge=badges.get(goal.badge_id) if goal.badge_id else None,
            then=then.get(goal.badge_id) if goal.badge_id else None,
            held_id=held.get(goal.entry.werkproces.key),
        )
        for goal in known.goals
    ]
    return leerbedrijf_steps(works, questions, given=received_with(desk, known.token))


def _given(session: Session, *, profiel_id: UUID, organisation_id: str) -> list[Received]:
    row = profiel_of(session, profiel_id, organisation_id=organisation_id)
    return [received(badge) for badge, _ in badges_for(session, row)] if row else []


def _work(goal: Goal, *, badge: Received | None, then: KnownThen | None, held_id: UUID | None) -> AgreedWork:
    is_known = then is not None and then.status is FactStatus.BEVESTIGD
    return AgreedWork(
        title=goal.entry.werkproces.title,
        work=goal.key,
        badge_id=badge.id if badge else None,
        held_id=held_id,
        is_with_help=badge is not None and badge.facts.independence == Independence.MET_HULP,
        unknown_since=then.day if then and not is_known else None,
    )
