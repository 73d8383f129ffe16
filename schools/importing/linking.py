"""Link a badge to a werkproces by hand, with a reason: who does that answers for it, and can take it back."""

from dataclasses import dataclass
from functools import partial
from typing import Final
from uuid import UUID

from sqlmodel import Session

from badges.errors import CatalogueError
from badges.moments import dutch_day
from badges.texts import normalize, text_problems
from issuers.audit.tables import AuditKind
from issuers.database.scopes import OneOrganisation
from issuers.desk import IssuingDesk
from issuers.errors import FieldProblem, FormError, NotFoundError
from issuers.identifiers import uuid7
from issuers.people.acting import require_still
from issuers.people.permissions import Action, Actor, require
from issuers.people.recording import record
from schools.errors import ReasonMissingError, WerkprocesUnknownError
from schools.evidence.counting import Link
from schools.evidence.evidence import Identity
from schools.importing.candidates import require_candidate
from schools.importing.register import link_of, links_of, lock_candidate
from schools.importing.tables import HandLink
from schools.mapping.statements import LinkedByHand

MOST: Final = 500
NOT_CHOSEN: Final = FieldProblem(
    "bewijs", "missing", "Kies een bewijs dat meetelt.", "Choose a badge that counts."
)


@dataclass(frozen=True, slots=True)
class KnownLink:
    """Show a link that somebody made."""

    id: UUID
    link: Link


@dataclass(frozen=True, slots=True, kw_only=True)
class NewLink:
    """Hold what is to be linked to which werkproces, and why, as it was typed; None where none was chosen."""

    identity: Identity | None
    crebo: str
    code: str
    reason: str


def link_by_hand(desk: IssuingDesk, candidate_id: UUID, new: NewLink, *, actor: Actor) -> UUID:
    """Link a badge of somebody to a werkproces; the same a second time is the link that is there.

    Raises:
        PermissionDeniedError: the actor confirms nothing here, or not any more.
        NotFoundError: this school has no such candidate.
        FormError: no badge was chosen, there is no reason, or it holds what may not stand there.
    """
    require(actor, Action.CONFIRM)
    reason = normalize(new.reason).strip()
    _require_werkproces(desk, new)
    identity = _checked(new, reason=reason)
    now = desk.clock.now()
    link_id = uuid7(now)

    def work(session: Session) -> UUID:
        require_still(session, actor, Action.CONFIRM)
        lock_candidate(session, require_candidate(session, candidate_id, actor=actor))
        made = (identity, new.crebo, new.code, reason)
        for each in links_of(session, candidate_id=candidate_id, organisation_id=actor.organisation_id):
            if made == (Identity(each.issuer, each.credential_id), each.crebo, each.code, each.reason):
                return each.id
        session.add(
            HandLink(
                id=link_id,
                organisation_id=actor.organisation_id,
                candidate_id=candidate_id,
                issuer=identity.issuer,
                credential_id=identity.id,
                crebo=new.crebo,
                code=new.code,
                reason=reason,
                by_name=actor.name,
                by=actor.person_id,
                at=now,
            )
        )
        record(session, AuditKind.BADGE_LINKED, content=link_id.bytes, desk=desk, actor=actor)
        return link_id

    return desk.register.write(work, within=OneOrganisation(actor.organisation_id))


def list_links(desk: IssuingDesk, candidate_id: UUID, *, actor: Actor) -> tuple[KnownLink, ...]:
    """List the links that were made for somebody, the oldest first.

    Raises:
        PermissionDeniedError: the actor confirms nothing here.
    """
    require(actor, Action.CONFIRM)
    asked = partial(links_of, candidate_id=candidate_id, organisation_id=actor.organisation_id)
    return desk.register.read(
        lambda session: tuple(map(_known, asked(session))), within=OneOrganisation(actor.organisation_id)
    )


def unlink(desk: IssuingDesk, candidate_id: UUID, link_id: UUID, *, actor: Actor) -> None:
    """Take a link back.

    Raises:
        PermissionDeniedError: the actor confirms nothing here, or not any more.
        NotFoundError: this school has no such link for this candidate.
    """
    require(actor, Action.CONFIRM)

    def work(session: Session) -> None:
        require_still(session, actor, Action.CONFIRM)
        row = link_of(session, link_id, candidate_id=candidate_id, organisation_id=actor.organisation_id)
        if row is None:
            raise NotFoundError
        session.delete(row)
        record(session, AuditKind.BADGE_UNLINKED, content=link_id.bytes, desk=desk, actor=actor)

    desk.register.write(work, within=OneOrganisation(actor.organisation_id))


def as_link(row: HandLink) -> Link:
    """Give what somebody linked."""
    said = LinkedByHand(row.crebo, row.code, reason=row.reason, by=row.by_name, on=dutch_day(row.at))
    return Link(Identity(row.issuer, row.credential_id), said)


def _known(row: HandLink) -> KnownLink:
    return KnownLink(row.id, as_link(row))


def _require_werkproces(desk: IssuingDesk, new: NewLink) -> None:
    try:
        desk.catalogue.werkproces(new.crebo, new.code)
    except CatalogueError as error:
        raise FormError([FieldProblem.of(WerkprocesUnknownError(), field="werkproces")]) from error


def _checked(new: NewLink, *, reason: str) -> Identity:
    """Give the badge that is linked.

    Raises:
        FormError: with everything that is wrong with the form.
    """
    problems = [NOT_CHOSEN] if new.identity is None else []
    if not reason:
        problems.append(FieldProblem.of(ReasonMissingError(), field="reden"))
    else:
        found = text_problems(reason, max_length=MOST)
        problems += [FieldProblem.of(each, field="reden") for each in found]
    if problems or new.identity is None:
        raise FormError(problems)
    return new.identity
