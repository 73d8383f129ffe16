"""Say through a poster what one did, and look at what was said: it becomes nothing by itself.

Whoever gives badges goes on from it to the ordinary form, which it fills in, or puts it away. What nobody
looked at is forgotten after `KEPT`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import partial
from typing import Final
from uuid import UUID

from sqlmodel import Session

from badges.moments import dutch_day
from badges.texts import normalize, text_problems
from issuers.database.scopes import WHOLE_SERVICE, OneOrganisation, Public
from issuers.desk import IssuingDesk
from issuers.errors import FieldProblem, FormError, NotFoundError, PosterEndedError, PosterFullError
from issuers.identifiers import uuid7
from issuers.issuing.judging import NARRATIVE_LENGTH
from issuers.people.acting import require_still
from issuers.people.permissions import Action, Actor, require
from issuers.posters.making import KnownPoster, known
from issuers.posters.register import (
    count_sayings,
    forget_before,
    poster_of,
    poster_with,
    saying_of,
    sayings_of,
    work_of,
)
from issuers.posters.tables import Poster, Saying
from issuers.reading import read_date
from issuers.recipients.reading import MOST_OF_A_NAME
from issuers.werkplekprofiel.tables import WerkprocesKey

MOST_WAITING: Final = 100
"""So many wait of one poster: a code on a wall may be photographed."""

KEPT: Final = timedelta(days=30)
LONG_AGO: Final = timedelta(days=366)

NO_WORK: Final = FieldProblem("werkproces", "missing", "Kies wat je deed.", "Choose what you did.")
NO_NAME: Final = FieldProblem("naam", "missing", "Schrijf hoe je heet.", "Write your name.")
NO_TEXT: Final = FieldProblem(
    "wat", "missing", "Schrijf wat je deed. 1 zin is genoeg.", "Write what you did. One sentence is enough."
)
NO_DAY: Final = FieldProblem(
    "dag",
    "date-unreadable",
    "Kies de dag. Schrijf hem zo: 26-6-2026.",
    "Choose the day. Write it like this: 26-6-2026.",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class TypedSaying:
    """Hold the form as it was typed."""

    werkproces: str = ""
    naam: str = ""
    wat: str = ""
    dag: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewSaying:
    """Hold who says that he did what, and when."""

    work: WerkprocesKey
    name: str
    text: str
    day: date


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownSaying:
    """Show what somebody said that he did."""

    id: UUID
    poster: str
    work: WerkprocesKey
    name: str
    text: str
    day: date
    said: datetime


def find_open_poster(desk: IssuingDesk, token: str) -> KnownPoster:
    """Find the poster that was scanned.

    Raises:
        NotFoundError: there is none.
        PosterEndedError: its code does not work any more.
    """
    poster = _scanned(desk, token)

    def work(session: Session) -> KnownPoster:
        return known(session, poster, desk=desk)

    found = desk.register.read(work, within=OneOrganisation(poster.organisation_id))
    if not found.is_open:
        raise PosterEndedError
    return found


def read_saying(typed: TypedSaying, *, poster: KnownPoster, today: date) -> NewSaying:
    """Read what somebody says that he did.

    Raises:
        FormError: with every problem of every field.
    """
    offered = {each.werkproces.key: (each.werkproces.crebo, each.werkproces.code) for each in poster.work}
    name, text = " ".join(normalize(typed.naam).split()), normalize(typed.wat).strip()
    day = read_date(typed.dag)
    problems = [] if typed.werkproces in offered else [NO_WORK]
    problems += _read(name, field="naam", most=MOST_OF_A_NAME, missing=NO_NAME)
    problems += _read(text, field="wat", most=NARRATIVE_LENGTH, missing=NO_TEXT)
    if day is None or not today - LONG_AGO <= day <= today:
        problems.append(NO_DAY)
    if problems or day is None:
        raise FormError(problems)
    return NewSaying(work=offered[typed.werkproces], name=name, text=text, day=day)


def say(desk: IssuingDesk, token: str, new: NewSaying) -> None:
    """Leave what one did, for somebody to look at.

    Raises:
        NotFoundError: there is no such poster, or it is not for this work.
        PosterEndedError: its code does not work any more.
        PosterFullError: too much waits already.
    """
    scanned, now = _scanned(desk, token), desk.clock.now()

    def work(session: Session) -> None:
        poster = poster_of(session, scanned.id, organisation_id=scanned.organisation_id)
        if poster is None or new.work not in {(each.crebo, each.code) for each in work_of(session, poster)}:
            raise NotFoundError
        if poster.stopped is not None or dutch_day(now) > poster.until:
            raise PosterEndedError
        if count_sayings(session, poster) >= MOST_WAITING:
            raise PosterFullError
        crebo, code = new.work
        session.add(
            Saying(
                id=uuid7(now),
                organisation_id=poster.organisation_id,
                poster_id=poster.id,
                crebo=crebo,
                code=code,
                name=new.name,
                text=new.text,
                day=new.day,
                said=now,
            )
        )

    desk.register.write(work, within=OneOrganisation(scanned.organisation_id))


def list_sayings(desk: IssuingDesk, *, actor: Actor) -> Sequence[KnownSaying]:
    """List what waits at the actor's organisation, the oldest first.

    Raises:
        PermissionDeniedError: the actor may give no badges.
    """
    require(actor, Action.ISSUE)
    asked = partial(sayings_of, organisation_id=actor.organisation_id, limit=MOST_WAITING)
    rows = desk.register.read(asked, within=OneOrganisation(actor.organisation_id))
    return [_known(saying, poster=poster.name) for saying, poster in rows]


def find_saying(desk: IssuingDesk, saying_id: UUID, *, actor: Actor) -> KnownSaying | None:
    """Find what was said; None where somebody looked at it before.

    Raises:
        PermissionDeniedError: the actor may give no badges.
    """
    require(actor, Action.ISSUE)
    asked = partial(saying_of, saying_id=saying_id, organisation_id=actor.organisation_id)
    row = desk.register.read(asked, within=OneOrganisation(actor.organisation_id))
    return _known(row) if row else None


def put_away(desk: IssuingDesk, saying_id: UUID, *, actor: Actor) -> None:
    """Keep nothing of what was said: there is a badge for it, or there will be none.

    Raises:
        PermissionDeniedError: the actor may give no badges, or not any more.
        NotFoundError: nothing of that id waits at his organisation (any more).
    """
    require(actor, Action.ISSUE)

    def work(session: Session) -> None:
        require_still(session, actor, Action.ISSUE)
        row = saying_of(session, saying_id, organisation_id=actor.organisation_id)
        if row is None:
            raise NotFoundError
        session.delete(row)

    desk.register.write(work, within=OneOrganisation(actor.organisation_id))


def forget_old_sayings(desk: IssuingDesk) -> int:
    """Keep nothing of what nobody looked at for so long; tell how many that were."""
    before = desk.clock.now() - KEPT
    return desk.register.write(partial(forget_before, moment=before), within=WHOLE_SERVICE)


def _scanned(desk: IssuingDesk, token: str) -> Poster:
    found = desk.register.read(partial(poster_with, token=token), within=Public(holding=token))
    if found is None:
        raise NotFoundError
    return found


def _known(saying: Saying, *, poster: str = "") -> KnownSaying:
    return KnownSaying(
        id=saying.id,
        poster=poster,
        work=(saying.crebo, saying.code),
        name=saying.name,
        text=saying.text,
        day=saying.day,
        said=saying.said,
    )


def _read(text: str, *, field: str, most: int, missing: FieldProblem) -> list[FieldProblem]:
    if not text:
        return [missing]
    return [FieldProblem.of(each, field=field) for each in text_problems(text, max_length=most)]
