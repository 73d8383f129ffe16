"""Say of a badgeklasse of another organisation that one stands behind it: a gemeente, a branche.

What is said is signed and names what stands at the address to the byte. It stands beside it once the owner
says so (`letting_in`). It goes the way of a badge: it can be withdrawn, and after a theft it is signed again.
"""

from functools import partial
from typing import Final
from uuid import NAMESPACE_URL, UUID, uuid5

from sqlmodel import Session

from badges.relatedresource import RelatedResource
from badges.texts import normalize, text_problems
from issuers.badgeklassen.tables import Endorsement
from issuers.desk import IssuingDesk
from issuers.errors import FieldProblem, FormError, NotFoundError
from issuers.issuing.achievements import find_achievement
from issuers.issuing.issuing import IssuedBadge
from issuers.issuing.tables import Achievement, Badge
from issuers.people.permissions import Action, Actor, may, require
from issuers.praktijkverklaring.stating import Statement, state

COMMENT_LENGTH: Final = 300
EMPTY: Final = FieldProblem(
    "zin",
    "text-empty",
    "Schrijf in één of twee zinnen waarom jullie hierachter staan.",
    "Write in one or two sentences why you stand behind this.",
)


def endorse(desk: IssuingDesk, achievement_id: str, *, comment: str, actor: Actor) -> IssuedBadge:
    """Endorse a badgeklasse of another organisation; a second time gives the same endorsement.

    Its owner decides whether it stands beside it.

    Raises:
        PermissionDeniedError: the actor may not speak for his organisation here, or not any more.
        NotFoundError: there is no such badgeklasse, or it is the organisation's own.
        FormError: the comment says nothing, or what may not be said.
        OrganisationStoppedError: the organisation gives nothing now.
        IdempotencyConflictError: the organisation endorses it already, in other words.
        IssuersError: it could not be done now.
    """
    found = find_endorsable(desk, achievement_id, actor=actor)
    said = _read_comment(comment)
    url = desk.addresses.achievement(found.id)
    cited = RelatedResource.of_achievement(url, raw=found.document)
    statement = Statement(
        about_id=name_of(url),
        cited=cited,
        comment=said,
        action=Action.DESIGN,
        beside=partial(_lay_before_owner, found=found, about_id=name_of(url)),
    )
    return state(desk, statement, actor=actor)


def find_endorsable(desk: IssuingDesk, achievement_id: str, *, actor: Actor) -> Achievement:
    """Find a badgeklasse that the actor's organisation can stand behind.

    Raises:
        PermissionDeniedError: the actor may not speak for his organisation here.
        NotFoundError: there is no such badgeklasse, or it is the organisation's own, or a werkproces.
    """
    require(actor, Action.DESIGN)
    found = find_achievement(desk, achievement_id)
    if not _is_endorsable(found, actor=actor):
        raise NotFoundError
    return found


def may_endorse(found: Achievement, *, actor: Actor) -> bool:
    """Tell whether the actor's organisation can stand behind a badgeklasse."""
    return may(actor, Action.DESIGN) and _is_endorsable(found, actor=actor)


def name_of(url: str) -> UUID:
    """Name what stands at an address by a UUID, the same each time (RFC 9562 5.5)."""
    return uuid5(NAMESPACE_URL, url)


def _lay_before_owner(session: Session, badge: Badge, *, found: Achievement, about_id: UUID) -> None:
    """Let the owner know of it, who answers."""
    if session.get(Endorsement, badge.id) is None:
        session.add(
            Endorsement(
                badge_id=badge.id,
                organisation_id=found.organisation_id,
                endorser_id=badge.organisation_id,
                achievement_id=found.id,
                about_id=about_id,
                arrived=badge.reserved_at,
            )
        )


def _is_endorsable(found: Achievement, *, actor: Actor) -> bool:
    return found.work is None and found.organisation_id != actor.organisation_id


def _read_comment(comment: str) -> str:
    said = normalize(comment).strip()
    if not said:
        raise FormError([EMPTY])
    problems = [FieldProblem.of(each, field="zin") for each in text_problems(said, max_length=COMMENT_LENGTH)]
    if problems:
        raise FormError(problems)
    return said
