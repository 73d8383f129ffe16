"""Who runs the service as a whole; that is no role in an organisation, and gives none."""

from dataclasses import dataclass
from uuid import UUID

from sqlmodel import Session

from issuers.audit import chain
from issuers.audit.platform import decide
from issuers.audit.tables import AuditKind, PlatformKind
from issuers.database.scopes import WHOLE_SERVICE
from issuers.desk import IssuingDesk
from issuers.errors import FormError, NotFoundError
from issuers.identifiers import uuid7
from issuers.organisations.register import joining_invitations_by
from issuers.people.enrolling import add_link
from issuers.people.permissions import OPERATOR
from issuers.people.register import organisations_of, person_by_mail
from issuers.people.tables import Person, PlatformAdministrator
from issuers.reading import NO_NAME, no_mail, read_mail, read_name


@dataclass(frozen=True, slots=True)
class Rescued:
    """Hold a link for somebody who cannot sign in any more."""

    name: str
    token: str


def add_administrator(desk: IssuingDesk, name: str, *, mail: str) -> str:
    """Let someone run the service; give the token of a link to make a way to sign in.

    Asked again for the same mail address, it only gives another link.

    Raises:
        FormError: the name or the mail address cannot be one.
    """
    found_name, found_mail = read_name(name), read_mail(mail)
    if found_name is None or found_mail is None:
        raise FormError([*([] if found_name else [NO_NAME]), *([] if found_mail else [no_mail(mail)])])

    def work(session: Session) -> str:
        now = desk.clock.now()
        person = person_by_mail(session, mail=found_mail)
        if person is None:
            person = Person(id=uuid7(now), name=found_name, mail=found_mail, created=now)
            session.add(person)
            session.flush()
        held = session.get(PlatformAdministrator, person.id)
        row = held or PlatformAdministrator(person_id=person.id, created=now)
        if held is None or held.ended is not None:
            added = PlatformKind.ADMINISTRATOR_ADDED
            decide(session, added, person_id=person.id, desk=desk, by=OPERATOR)
        row.ended = None
        session.add(row)
        return _add_link(session, person.id, desk=desk)

    return desk.register.write(work, within=WHOLE_SERVICE)


def end_administrator(desk: IssuingDesk, mail: str) -> str:
    """Let someone run the service no more, and let nobody join at his word; give the name.

    Raises:
        NotFoundError: nobody of this mail address runs it.
    """

    def work(session: Session) -> str:
        person = person_by_mail(session, mail=read_mail(mail) or "")
        row = session.get(PlatformAdministrator, person.id) if person else None
        if person is None or row is None or row.ended is not None:
            raise NotFoundError
        row.ended = now = desk.clock.now()
        session.add(row)
        for invitation in joining_invitations_by(session, person.id):
            invitation.expires = min(invitation.expires, now)
        decide(session, PlatformKind.ADMINISTRATOR_ENDED, person_id=person.id, desk=desk, by=OPERATOR)
        return person.name

    return desk.register.write(work, within=WHOLE_SERVICE)


def rescue(desk: IssuingDesk, mail: str) -> Rescued:
    """Make a link for somebody who cannot sign in any more; it changes nothing of what he may do.

    For whoever has the machine: nobody else can let in the last beheerder of an organisation.

    Raises:
        NotFoundError: nobody has this mail address.
    """

    def work(session: Session) -> Rescued:
        person = person_by_mail(session, mail=read_mail(mail) or "")
        if person is None:
            raise NotFoundError
        return Rescued(name=person.name, token=_add_link(session, person.id, desk=desk))

    return desk.register.write(work, within=WHOLE_SERVICE)


def _add_link(session: Session, person_id: UUID, *, desk: IssuingDesk) -> str:
    """Make a link, and write that down here and where this person works: whoever has it can act for them."""
    decide(session, PlatformKind.LINK_GIVEN, person_id=person_id, desk=desk, by=OPERATOR)
    for organisation in organisations_of(session, person_id=person_id):
        event = chain.Event(
            organisation_id=organisation.id,
            kind=AuditKind.LINK_GIVEN,
            at=desk.clock.now(),
            actor_id=OPERATOR,
            person_id=person_id,
        )
        chain.append(session, event)
    return add_link(session, person_id, desk=desk)
