"""Links with which a person may make a way to sign in, and nothing more; each is used once.

A link comes by mail to whoever asks for it, from a beheerder, or from who runs the service.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from typing import Final, TypeAlias
from uuid import UUID

from sqlmodel import Session

from issuers.audit import chain
from issuers.audit.tables import AuditKind
from issuers.database.scopes import OneOrganisation, OnePerson, Public
from issuers.database.transactions import go_on_within
from issuers.desk import IssuingDesk
from issuers.errors import LinkError, NotFoundError, WorksElsewhereError
from issuers.mailing.outbox import Letter, post
from issuers.people.acting import require_still
from issuers.people.links import check_link, end_links, works_only_for
from issuers.people.permissions import Action, Actor, require, require_fresh
from issuers.people.register import person_by_mail, roles_of
from issuers.people.tables import EnrolmentLink, Person
from web.session import new_token, token_hash

LIFETIME: Final = timedelta(days=1)

Write: TypeAlias = Callable[[str, str, str], Letter]
"""Write the letter of a link: to which address, to whom by name, with which token."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """Hold a link that a beheerder made for somebody."""

    name: str
    mail: str | None
    token: str


def add_link(session: Session, person_id: UUID, *, desk: IssuingDesk, actor: Actor | None = None) -> str:
    """Make a link in the transaction of who asks; give its token, which is kept nowhere.

    It takes the place of those before it. One that the beheerder of an organisation makes is `actor`'s.
    """
    token, now = new_token(), desk.clock.now()
    end_links(session, person_id, now=now)
    session.add(
        EnrolmentLink(
            token_hash=token_hash(token),
            person_id=person_id,
            created=now,
            expires=now + LIFETIME,
            organisation_id=actor.organisation_id if actor else None,
            given_by=actor.person_id if actor else None,
        )
    )
    session.flush()
    return token


def ask_link(desk: IssuingDesk, mail: str, *, write: Write) -> None:
    """Write a letter with a link to whoever has this mail address; tell nobody whether somebody has."""
    person = desk.register.read(partial(person_by_mail, mail=mail), within=Public(holding=mail))
    if person is None:
        return
    who = person

    def work(session: Session) -> None:
        letter = write(mail, who.name, add_link(session, who.id, desk=desk))
        post(session, letter, now=desk.clock.now(), organisation_id=None)

    desk.register.write(work, within=OnePerson(who.id))


def give_link(desk: IssuingDesk, person_id: UUID, *, actor: Actor, write: Write) -> Given:
    """Make a link for somebody of the actor's organisation who cannot sign in any more.

    Whoever makes a link could use it himself. So this is only for who works for this organisation alone:
    nobody comes to act for another one by it. Where else somebody works, his organisation does not see: that
    part of the transaction runs for him.

    Raises:
        PermissionDeniedError: the actor does not manage people, or not any more.
        FreshProofNeededError: it was too long ago that he proved who he is.
        NotFoundError: nobody of that id works here.
        WorksElsewhereError: this person works for others too, or runs the service.
    """
    require(actor, Action.MANAGE_PEOPLE)
    require_fresh(actor, now=desk.clock.now())

    def work(session: Session) -> Given:
        _record_given(session, person_id=person_id, actor=actor, at=desk.clock.now())
        go_on_within(session, OnePerson(person_id))
        return _give(session, person_id, desk=desk, actor=actor, write=write)

    return desk.register.write(work, within=OneOrganisation(actor.organisation_id))


def find_link(desk: IssuingDesk, token: str) -> str:
    """Tell whose link this is: the name; this changes nothing.

    Raises:
        LinkError: it opens nothing (any more).
    """
    found = _find(desk, token)

    def work(session: Session) -> str:
        check_link(session, found, now=desk.clock.now())
        return session.get_one(Person, found.person_id).name

    return desk.register.read(work, within=OnePerson(found.person_id))


def use_link(desk: IssuingDesk, token: str) -> UUID:
    """Use a link: give who may now make a way to sign in.

    Raises:
        LinkError: it opens nothing (any more).
    """
    found = _find(desk, token)

    def work(session: Session) -> UUID:
        row = session.get_one(EnrolmentLink, found.token_hash)
        check_link(session, row, now=desk.clock.now())
        row.used = desk.clock.now()
        return row.person_id

    return desk.register.write(work, within=OnePerson(found.person_id))


def _give(session: Session, person_id: UUID, *, desk: IssuingDesk, actor: Actor, write: Write) -> Given:
    """Make the link, and the letter with it where there is mail."""
    if not works_only_for(session, person_id, organisation_id=actor.organisation_id):
        raise WorksElsewhereError
    person = session.get_one(Person, person_id)
    token = add_link(session, person_id, desk=desk, actor=actor)
    given = Given(name=person.name, mail=person.mail, token=token)
    if desk.sends_mail and given.mail:
        letter = write(given.mail, given.name, given.token)
        post(session, letter, now=desk.clock.now(), organisation_id=None)
    return given


def _record_given(session: Session, *, person_id: UUID, actor: Actor, at: datetime) -> None:
    """Write down that a beheerder gave somebody of the organisation a link."""
    require_still(session, actor, Action.MANAGE_PEOPLE)
    if not roles_of(session, person_id=person_id, organisation_id=actor.organisation_id):
        raise NotFoundError
    event = chain.Event(
        organisation_id=actor.organisation_id,
        kind=AuditKind.LINK_GIVEN,
        at=at,
        actor_id=actor.person_id,
        person_id=person_id,
    )
    chain.append(session, event)


def _find(desk: IssuingDesk, token: str) -> EnrolmentLink:
    held = token_hash(token)
    row = desk.register.read(lambda session: session.get(EnrolmentLink, held), within=Public(holding=held))
    if row is None:
        raise LinkError
    return row
