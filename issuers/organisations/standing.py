"""Suspend an organisation, let it go on, close it, or let it go up in another.

Whatever happens, what it signed stays to be checked: its did document, badgeklassen and pages stay, and
its status lists are signed again every hour, for the key that signs them is never retired.
"""

from uuid import UUID

from sqlmodel import Session

from badges import strictjson
from badges.strictjson import JsonObject
from issuers.audit import chain
from issuers.audit.platform import decide
from issuers.audit.tables import AuditKind, PlatformKind
from issuers.database.scopes import WHOLE_SERVICE, OneOrganisation
from issuers.desk import IssuingDesk
from issuers.errors import (
    NotFoundError,
    OrganisationEndedError,
)
from issuers.keys.keyring import retire_signing_keys
from issuers.organisations.register import require_organisation
from issuers.organisations.tables import Organisation
from issuers.people.acting import require_still
from issuers.people.permissions import Action, Actor, require, require_fresh


def suspend(desk: IssuingDesk, organisation_id: str, *, by: UUID, reason: str) -> None:
    """Let an organisation give no badges for a while; its people can read why.

    Raises:
        NotFoundError: there is no such organisation.
        OrganisationStoppedError: it was closed, and gives none ever.
    """

    def work(session: Session) -> None:
        organisation = _still_open(session, organisation_id)
        organisation.suspended, organisation.suspended_because = desk.clock.now(), reason
        _record(session, organisation, kind=AuditKind.ORGANISATION_SUSPENDED, desk=desk, actor_id=by)
        decide(session, PlatformKind.ORGANISATION_SUSPENDED, about=organisation.id, desk=desk, by=by)

    desk.register.write(work, within=WHOLE_SERVICE)


def resume(desk: IssuingDesk, organisation_id: str, *, by: UUID) -> None:
    """Let an organisation give badges again; where it does, nothing changes and nothing is written down.

    Raises:
        NotFoundError: there is no such organisation.
        OrganisationStoppedError: it was closed, and gives none ever.
    """

    def work(session: Session) -> None:
        organisation = _still_open(session, organisation_id)
        if organisation.suspended is None:
            return
        organisation.suspended = organisation.suspended_because = None
        _record(session, organisation, kind=AuditKind.ORGANISATION_RESUMED, desk=desk, actor_id=by)
        decide(session, PlatformKind.ORGANISATION_RESUMED, about=organisation.id, desk=desk, by=by)

    desk.register.write(work, within=WHOLE_SERVICE)


def close(desk: IssuingDesk, *, actor: Actor) -> None:
    """End giving badges for good: the keys that sign them are retired.

    Raises:
        PermissionDeniedError: the actor may not close the organisation.
        FreshProofNeededError: the actor's proof is too old for what cannot be undone.
        OrganisationStoppedError: it was closed before.
    """
    require(actor, Action.MANAGE_ORGANISATION)
    require_fresh(actor, now=desk.clock.now())

    def work(session: Session) -> None:
        require_still(session, actor, Action.MANAGE_ORGANISATION)
        organisation = _still_open(session, actor.organisation_id)
        _end(session, organisation, desk=desk, actor_id=actor.person_id)
        _record(
            session,
            organisation,
            kind=AuditKind.ORGANISATION_CLOSED,
            desk=desk,
            actor_id=actor.person_id,
        )

    desk.register.write(work, within=OneOrganisation(actor.organisation_id))


def merge(desk: IssuingDesk, organisation_id: str, *, into: str, by: UUID) -> None:
    """Let an organisation go up in another: its badges stay its own, its page points to the other.

    Raises:
        NotFoundError: one of the two is not there, or they are the same.
        OrganisationStoppedError: one of the two was closed before.
    """
    if organisation_id == into:
        raise NotFoundError

    def work(session: Session) -> None:
        organisation, other = _still_open(session, organisation_id), _still_open(session, into)
        organisation.merged_into = other.id
        _end(session, organisation, desk=desk, actor_id=by)
        _record(session, organisation, kind=AuditKind.ORGANISATION_MERGED, desk=desk, actor_id=by)
        _record(session, other, kind=AuditKind.ORGANISATION_ABSORBED, desk=desk, actor_id=by)
        decide(session, PlatformKind.ORGANISATION_MERGED, about=organisation.id, desk=desk, by=by)

    desk.register.write(work, within=WHOLE_SERVICE)


def _end(session: Session, organisation: Organisation, *, desk: IssuingDesk, actor_id: UUID) -> None:
    organisation.closed = desk.clock.now()
    retire_signing_keys(session, desk=desk, organisation_id=organisation.id, actor_id=actor_id)


def _still_open(session: Session, organisation_id: str) -> Organisation:
    organisation = require_organisation(session, organisation_id)
    if organisation.closed is not None:
        raise OrganisationEndedError
    return organisation


def _record(
    session: Session, organisation: Organisation, *, kind: AuditKind, desk: IssuingDesk, actor_id: UUID
) -> None:
    content: JsonObject = {"because": organisation.suspended_because, "merged_into": organisation.merged_into}
    event = chain.Event(
        organisation_id=organisation.id,
        kind=kind,
        at=desk.clock.now(),
        content=strictjson.dumps(content),
        actor_id=actor_id,
    )
    chain.append(session, event)
