"""Tell what happened, each thing once, by the channel that somebody chose.

A job looks for what was not told yet, so that neither a crash nor who gave a badge (a page, a group,
recovery) makes a difference. That it was told is written down with the letter, in one transaction. What
happened longer ago than `FRESH` is not told any more: nobody gets a pile of letters at once.
"""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from typing import Final, TypeAlias
from uuid import UUID, uuid5

from sqlmodel import Session

from issuers.database.scopes import WHOLE_SERVICE, OneOrganisation
from issuers.desk import IssuingDesk
from issuers.holding.tables import Held
from issuers.issuing.tables import Badge, CorrectionKind
from issuers.mailing.outbox import Letter, post
from issuers.organisations.tables import Organisation
from issuers.people.tables import Person
from issuers.praktijkverklaring.tables import SchoolQuestion
from issuers.publishing.keeping import keep_urls
from issuers.recipients.tables import Channel, Recipient
from issuers.telling.register import (
    answered_since,
    asked_since,
    ending_between,
    endorsed_since,
    given_since,
    held_since,
    objected_held_since,
    objected_since,
    unopened_between,
    untold_by,
    was_told,
    withdrawn_since,
)
from issuers.telling.tables import Event, Told

FRESH: Final = timedelta(days=3)
UNOPENED_AFTER: Final = timedelta(days=7)
UNOPENED_UNTIL: Final = timedelta(days=21)
ENDING_BEFORE: Final = timedelta(days=30)


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """Hold what is told to whom, and the page that it is about."""

    about_id: UUID
    event: Event
    organisation_id: str
    channel: Channel
    address: str
    url: str
    round: int = 0
    until: datetime | None = None

    @property
    def letter_id(self) -> UUID:
        """Name the letter: the same each time, so that a second copy is known as such."""
        return uuid5(self.about_id, f"{self.event}:{self.round}")


Write: TypeAlias = Callable[[News, str], tuple[str, str]]
"""Write the subject and the text of news, in the name of an organisation."""


def tell_due(desk: IssuingDesk, *, by: Collection[Channel], write: Write) -> int:
    """Post what is to be told by these channels; tell how many letters that are."""
    news = desk.register.read(partial(_due, desk=desk, by=by), within=WHOLE_SERVICE)
    posted = [
        desk.register.write(
            partial(_tell, news=each, write=write, now=desk.clock.now()),
            within=OneOrganisation(each.organisation_id),
        )
        for each in news
    ]
    return sum(posted)


def _due(session: Session, *, desk: IssuingDesk, by: Collection[Channel]) -> list[News]:
    """Gather what was not told yet."""
    now = desk.clock.now()
    unopened = unopened_between(session, now - UNOPENED_UNTIL, now - UNOPENED_AFTER, by=by)
    of_badges: dict[Event, Sequence[tuple[Badge, Recipient]]] = {
        Event.WITHDRAWN: withdrawn_since(session, now - FRESH, by=by),
        Event.ENDING: ending_between(session, now, now + ENDING_BEFORE, by=by),
    }
    to_keep = keep_urls(desk)
    news = [_given(*each, desk=desk, to_keep=to_keep) for each in given_since(session, now - FRESH, by=by)]
    news += [_of(*each, event=Event.UNOPENED, url_of=to_keep) for each in unopened]
    news += [
        _of(*each, event=event, url_of=desk.addresses.badge)
        for event, found in of_badges.items()
        for each in found
    ]
    news += [_held(*each, desk=desk) for each in held_since(session, now - FRESH, by=by)]
    return news + (_to_people(session, now - FRESH, desk=desk) if Channel.MAIL in by else [])


def _given(badge: Badge, recipient: Recipient, *, desk: IssuingDesk, to_keep: Callable[[str], str]) -> News:
    """Tell that there is a badge, or a better one; who gets what was somebody else's, gets his first.

    Who keeps a badge keeps its better version too, so that one is shown at once.
    """
    is_first = badge.replaces is None or badge.replaces_because is CorrectionKind.ANDERE_PERSOON
    if is_first:
        return _of(badge, recipient, event=Event.GIVEN, url_of=to_keep)
    return _of(badge, recipient, event=Event.CORRECTED, url_of=desk.addresses.badge)


def _of(badge: Badge, recipient: Recipient, *, event: Event, url_of: Callable[[str], str]) -> News:
    return News(
        about_id=badge.id,
        event=event,
        organisation_id=badge.organisation_id,
        channel=recipient.channel,
        address=recipient.address or "",
        url=url_of(badge.token),
        until=badge.valid_until,
    )


def _to_people(session: Session, moment: datetime, *, desk: IssuingDesk) -> list[News]:
    """Gather what is told to who works at an organisation."""
    asked = [
        _question(
            *each, event=Event.ASKED, at=each[0].leerbedrijf_id, url=f"{desk.base_url}/vragen/{each[0].id}"
        )
        for each in asked_since(session, moment)
    ]
    answered = [
        _question(
            *each,
            event=Event.ANSWERED,
            at=each[0].organisation_id,
            url=f"{desk.base_url}/school/{each[0].profiel_id}",
        )
        for each in answered_since(session, moment)
    ]
    return [
        *_objections(session, moment, desk=desk),
        *asked,
        *answered,
        *_endorsements(session, moment, desk=desk),
    ]


def _endorsements(session: Session, moment: datetime, *, desk: IssuingDesk) -> list[News]:
    """Tell who decides it that another organisation stands behind a badgeklasse."""
    return [
        News(
            about_id=endorsement.badge_id,
            event=Event.ENDORSED,
            organisation_id=endorsement.organisation_id,
            channel=Channel.MAIL,
            address=person.mail or "",
            url=f"{desk.base_url}/bevestigingen",
        )
        for endorsement, person in endorsed_since(session, moment)
    ]


def _question(question: SchoolQuestion, person: Person, *, event: Event, at: str, url: str) -> News:
    return News(
        about_id=question.id,
        event=event,
        organisation_id=at,
        channel=Channel.MAIL,
        address=person.mail or "",
        url=url,
    )


def _held(held: Held, recipient: Recipient, *, desk: IssuingDesk) -> News:
    """Tell that a badge is coming, so that he can read it before it is signed."""
    return News(
        about_id=held.id,
        event=Event.HELD,
        organisation_id=held.organisation_id,
        channel=recipient.channel,
        address=recipient.address or "",
        url=desk.addresses.held(held.token),
        until=held.reads_until,
    )


def _objections(session: Session, moment: datetime, *, desk: IssuingDesk) -> list[News]:
    """Tell who proposed or gave what is not right."""
    of_held = [
        News(
            about_id=held.id,
            event=Event.HELD_OBJECTED,
            organisation_id=held.organisation_id,
            channel=Channel.MAIL,
            address=person.mail or "",
            url=f"{desk.base_url}/onderweg/{held.id}",
        )
        for held, person in objected_held_since(session, moment)
    ]
    return of_held + [
        News(
            about_id=profiel.id,
            event=Event.OBJECTED,
            organisation_id=profiel.organisation_id,
            channel=Channel.MAIL,
            address=person.mail or "",
            url=f"{desk.base_url}/afspraken/{profiel.id}",
            round=profiel.revision,
        )
        for profiel, person in objected_since(session, moment)
    ]


def _tell(session: Session, *, news: News, write: Write, now: datetime) -> bool:
    """Write down that it was told, with its letter; tell whether there is one."""
    if was_told(session, news.about_id, news.event, round=news.round):
        return False
    is_wanted = news.event not in untold_by(session, news.organisation_id)
    session.add(
        Told(
            about_id=news.about_id,
            event=news.event,
            round=news.round,
            organisation_id=news.organisation_id,
            letter_id=news.letter_id if is_wanted else None,
            at=now,
        )
    )
    if is_wanted:
        subject, text = write(news, session.get_one(Organisation, news.organisation_id).name)
        letter = Letter(
            id=news.letter_id, recipient=news.address, subject=subject, text=text, channel=news.channel
        )
        post(session, letter, now=now, organisation_id=news.organisation_id)
    return is_wanted
