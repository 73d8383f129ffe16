"""Put a badge right: a better one takes its place.

A signed badge never changes. So there is a new one, with a link and a day of its own, and the old one leads
on to it; where it was given to the wrong person it leads nowhere, for the new one is somebody else's.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from sqlmodel import Session

from badges.facts import Facts
from issuers.database.scopes import OneOrganisation
from issuers.desk import IssuingDesk
from issuers.errors import NotFoundError, RevocationError
from issuers.issuing import badgebook
from issuers.issuing.judging import TypedJudgement
from issuers.issuing.overview import Given, as_given, find_given
from issuers.issuing.replacing import Correction
from issuers.issuing.tables import CorrectionKind
from issuers.people.permissions import Action, Actor, require
from issuers.werkplekprofiel.keeping import find_profiel
from issuers.werkplekprofiel.known import KnownProfiel


def find_correctable(desk: IssuingDesk, badge_id: UUID, *, actor: Actor) -> Given:
    """Find a badge of the actor's organisation that can be put right.

    Raises:
        PermissionDeniedError: the actor may not issue, or not withdraw.
        NotFoundError: the organisation has no such badge, or it is what a school gave on one.
        RevocationError: it does not stand.
    """
    require(actor, Action.ISSUE)
    require(actor, Action.REVOKE)
    given = find_given(desk, badge_id, actor=actor)
    if given.achievement_id is None:
        raise NotFoundError
    if given.revoked_at:
        raise RevocationError
    return given


@dataclass(frozen=True, slots=True, kw_only=True)
class Begun:
    """Hold what the form begins with, and the werkplekprofiel that the better badge is for."""

    typed: TypedJudgement
    profiel_id: UUID | None


def begin_correction(desk: IssuingDesk, correction: Correction, *, actor: Actor) -> Begun:
    """Begin with what was given, under the name that the recipient chose since, if he chose one.

    It stays with the same recipient, also where it is about work that was not agreed with him.

    Raises:
        PermissionDeniedError: the actor may not issue, or not withdraw.
        NotFoundError: the organisation has no such badge, or no such werkplekprofiel.
        RevocationError: it does not stand.
    """
    given = find_correctable(desk, correction.badge_id, actor=actor)
    return begin_with(desk, given, correction, actor=actor)


def begin_with(desk: IssuingDesk, given: Given, correction: Correction, *, actor: Actor) -> Begun:
    """Begin with a badge that was found before.

    Raises:
        NotFoundError: the organisation has no such werkplekprofiel.
    """
    typed = typed_again(given.facts, kind=correction.kind)
    is_other_person = correction.kind is CorrectionKind.ANDERE_PERSOON
    profiel_id = correction.profiel_id if is_other_person else given.profiel_id
    if profiel_id is None:
        return Begun(typed=typed, profiel_id=None)
    profiel = find_profiel(desk, profiel_id, actor=actor)
    return Begun(typed=replace(typed, naam=profiel.chosen_name or ""), profiel_id=profiel_id)


def list_under_other_name(desk: IssuingDesk, profiel: KnownProfiel, *, actor: Actor) -> Sequence[Given]:
    """List the badges that stand under another name than the one that the recipient chose since.

    Raises:
        PermissionDeniedError: the actor may not see them.
    """
    require(actor, Action.READ)

    def look(session: Session) -> Sequence[Given]:
        standing = badgebook.standing_for(session, profiel.id, organisation_id=actor.organisation_id)
        return [as_given(each) for each in standing]

    found = desk.register.read(look, within=OneOrganisation(actor.organisation_id))
    return [each for each in found if (each.facts.name or "") != (profiel.chosen_name or "")]


def typed_again(facts: Facts, *, kind: CorrectionKind) -> TypedJudgement:
    """Fill the form with what was given; of somebody else the name is not known yet."""
    start, end = facts.activity_start, facts.activity_end
    typed = TypedJudgement(
        naam=facts.name or "",
        zin="\n".join(facts.narratives),
        van=start.date().isoformat() if start else "",
        tot=end.date().isoformat() if end else "",
        zelfstandigheid=facts.independence or "",
        rol=facts.role or "",
        leervorm=next(iter(facts.learning), ""),
        vaardigheden=tuple(skill.url for skill in facts.skills if skill.url),
    )
    return replace(typed, naam="") if kind is CorrectionKind.ANDERE_PERSOON else typed
