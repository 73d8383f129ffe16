"""Make a poster, see what it is for, and stop it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from typing import Final
from uuid import UUID

from sqlmodel import Session

from badges.catalogue import Catalogue
from badges.catalogue.model import Entry
from badges.errors import CatalogueError
from badges.moments import dutch_day
from badges.texts import normalize, text_problems
from issuers.database.scopes import OneOrganisation
from issuers.desk import IssuingDesk
from issuers.errors import FieldProblem, FormError, NotFoundError
from issuers.going import require_going
from issuers.identifiers import public_token, uuid7
from issuers.people.acting import require_still
from issuers.people.permissions import Action, Actor, require
from issuers.posters.register import poster_of, posters_of, work_of
from issuers.posters.tables import Poster, PosterWerkproces

MOST_OF_A_NAME: Final = 60
MOST_WORK: Final = 20
TERMS: Final = {
    "1-maand": timedelta(days=31),
    "3-maanden": timedelta(days=92),
    "1-jaar": timedelta(days=365),
}

NO_NAME: Final = FieldProblem(
    "naam", "missing", "Schrijf waar de poster hangt.", "Write where the poster hangs."
)
NO_WORK: Final = FieldProblem(
    "werkproces",
    "missing",
    f"Kies 1 tot {MOST_WORK} werkprocessen.",
    f"Choose 1 to {MOST_WORK} werkprocessen.",
)
NO_TERM: Final = FieldProblem(
    "termijn", "missing", "Kies hoe lang de code werkt.", "Choose how long the code works."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class NewPoster:
    """Hold what a poster is for, where it hangs, and how long its code works."""

    name: str
    work: tuple[Entry, ...]
    term: timedelta


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownPoster:
    """Show a poster."""

    id: UUID
    organisation_id: str
    name: str
    token: str
    until: date
    is_open: bool
    work: tuple[Entry, ...]


def read_poster(name: str, *, work: Sequence[str], term: str, catalogue: Catalogue) -> NewPoster:
    """Read the form; each werkproces is named as `25774/B1-K2-W1`.

    Raises:
        FormError: with every problem of every field.
    """
    line = " ".join(normalize(name).split())
    problems = [
        FieldProblem.of(each, field="naam")
        for each in (text_problems(line, max_length=MOST_OF_A_NAME) if line else ())
    ]
    problems += [] if line else [NO_NAME]
    try:
        entries = tuple(catalogue.entry(*each.split("/", 1)) for each in dict.fromkeys(work) if "/" in each)
    except CatalogueError:
        entries = ()
    problems += [] if 0 < len(entries) <= MOST_WORK else [NO_WORK]
    problems += [] if term in TERMS else [NO_TERM]
    if problems:
        raise FormError(problems)
    return NewPoster(name=line, work=entries, term=TERMS[term])


def make_poster(desk: IssuingDesk, new: NewPoster, *, actor: Actor) -> UUID:
    """Make a poster.

    Raises:
        PermissionDeniedError: the actor may give no badges, or not any more.
        OrganisationStoppedError: the organisation gives no badges now.
    """
    require(actor, Action.ISSUE)
    now = desk.clock.now()
    poster_id = uuid7(now)

    def work(session: Session) -> None:
        require_still(session, actor, Action.ISSUE)
        require_going(session, actor.organisation_id)
        poster = Poster(
            id=poster_id,
            organisation_id=actor.organisation_id,
            token=public_token(),
            name=new.name,
            made=now,
            made_by=actor.person_id,
            until=dutch_day(now + new.term),
        )
        session.add(poster)
        session.flush()
        session.add_all(
            PosterWerkproces(
                poster_id=poster_id,
                organisation_id=actor.organisation_id,
                crebo=each.werkproces.crebo,
                code=each.werkproces.code,
                digest=each.digest,
            )
            for each in new.work
        )

    desk.register.write(work, within=OneOrganisation(actor.organisation_id))
    return poster_id


def stop_poster(desk: IssuingDesk, poster_id: UUID, *, actor: Actor) -> None:
    """Let the code of a poster work no longer; what was said through it still waits.

    Raises:
        PermissionDeniedError: the actor may give no badges, or not any more.
        NotFoundError: the organisation has no such poster.
    """
    require(actor, Action.ISSUE)

    def work(session: Session) -> None:
        require_still(session, actor, Action.ISSUE)
        poster = poster_of(session, poster_id, organisation_id=actor.organisation_id)
        if poster is None:
            raise NotFoundError
        poster.stopped = poster.stopped or desk.clock.now()

    desk.register.write(work, within=OneOrganisation(actor.organisation_id))


def find_poster(desk: IssuingDesk, poster_id: UUID, *, actor: Actor) -> KnownPoster:
    """Find a poster of the actor's organisation.

    Raises:
        PermissionDeniedError: the actor may give no badges.
        NotFoundError: the organisation has no such poster.
    """
    require(actor, Action.ISSUE)

    def work(session: Session) -> KnownPoster:
        poster = poster_of(session, poster_id, organisation_id=actor.organisation_id)
        if poster is None:
            raise NotFoundError
        return known(session, poster, desk=desk)

    return desk.register.read(work, within=OneOrganisation(actor.organisation_id))


def list_posters(desk: IssuingDesk, *, actor: Actor) -> Sequence[KnownPoster]:
    """List the posters of the actor's organisation, the newest first.

    Raises:
        PermissionDeniedError: the actor may give no badges.
    """
    require(actor, Action.ISSUE)
    asked = partial(_known, desk=desk, organisation_id=actor.organisation_id)
    return desk.register.read(asked, within=OneOrganisation(actor.organisation_id))


def known(session: Session, poster: Poster, *, desk: IssuingDesk) -> KnownPoster:
    """Show a poster with the work that it is for, in the words of the day on which it was made."""
    return KnownPoster(
        id=poster.id,
        organisation_id=poster.organisation_id,
        name=poster.name,
        token=poster.token,
        until=poster.until,
        is_open=poster.stopped is None and desk.clock.today() <= poster.until,
        work=tuple(
            desk.catalogue.edition(each.crebo, each.code, each.digest) for each in work_of(session, poster)
        ),
    )


def _known(session: Session, *, desk: IssuingDesk, organisation_id: str) -> Sequence[KnownPoster]:
    return [known(session, each, desk=desk) for each in posters_of(session, organisation_id=organisation_id)]
