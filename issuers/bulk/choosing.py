"""Choose badges, to do the same to each of them; nothing happens to them yet."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from typing import Final, TypeAlias
from uuid import UUID

from sqlmodel import Session

from issuers.bulk.register import badges_among, bulk_of, counts_of, lines_of, own_among, touched_before
from issuers.bulk.tables import Bulk, BulkLine, BulkState, Deed, LineState
from issuers.database.rows import insert_all
from issuers.database.scopes import WHOLE_SERVICE, OneOrganisation
from issuers.desk import IssuingDesk
from issuers.errors import FieldProblem, FormError, NotFoundError
from issuers.groups.lines import read_problems
from issuers.groups.register import group_of, standing_badges
from issuers.identifiers import uuid7
from issuers.issuing.overview import Given, as_given
from issuers.overview.listing import looking_for
from issuers.overview.looking import Wanted
from issuers.overview.register import standing_among
from issuers.people.acting import require_still
from issuers.people.permissions import Action, Actor, require

MOST: Final = 2_000
"""So many at once; what one looks for is narrowed to a period or a word, where it is more."""

KEPT: Final = timedelta(days=90)
"""So long it is kept what was done to which badges."""

KEPT_CHOSEN: Final = timedelta(days=1)
"""So long it is kept what was chosen only."""

NOTHING: Final = FieldProblem(
    "bewijs",
    "nothing-chosen",
    "Kies eerst een of meer bewijzen: zet een vinkje.",
    "Choose one or more badges first: tick a box.",
)
TOO_MANY: Final = FieldProblem(
    "bewijs",
    "too-many-chosen",
    f"Dat zijn er meer dan {MOST}. Kies een kortere periode, of zoek op een woord.",
    f"Those are more than {MOST}. Choose a shorter period, or look for a word.",
)

Find: TypeAlias = Callable[[Session], Sequence[UUID]]
"""Find which badges, in the transaction that keeps that."""

NEEDED: Final[Mapping[Deed, tuple[Action, ...]]] = {
    Deed.WITHDRAW: (Action.REVOKE,),
    Deed.CORRECT: (Action.ISSUE, Action.REVOKE),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownBulk:
    """Show what is done to how many badges, why, and how far it is."""

    id: UUID
    deed: Deed
    state: BulkState
    because: Mapping[str, str]
    counts: Mapping[LineState, int]
    stopped: tuple[FieldProblem, ...]

    @property
    def total(self) -> int:
        """Count all badges."""
        return sum(self.counts.values())

    @property
    def done(self) -> int:
        """Count the badges of which something came."""
        return self.total - self.counts.get(LineState.OPEN, 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """Show one of the badges, and what came of it."""

    given: Given
    state: LineState
    better_id: UUID | None
    problems: tuple[FieldProblem, ...]


def choose(desk: IssuingDesk, badge_ids: Sequence[UUID], *, deed: Deed, actor: Actor) -> UUID:
    """Choose these badges.

    Raises:
        PermissionDeniedError: the actor may not do this, or not any more.
        NotFoundError: one of them is no badge of the organisation.
        FormError: there is none, or there are too many.
    """

    def find(session: Session) -> Sequence[UUID]:
        chosen = list(dict.fromkeys(badge_ids))
        if set(chosen) - own_among(session, chosen, organisation_id=actor.organisation_id):
            raise NotFoundError
        return chosen

    return _choose(desk, find, deed=deed, actor=actor)


def choose_found(desk: IssuingDesk, wanted: Wanted, *, deed: Deed, actor: Actor) -> UUID:
    """Choose all that stands of what is looked for.

    Raises:
        PermissionDeniedError: the actor may not do this, or not any more.
        FormError: there is none, or there are too many.
    """
    looking = looking_for(desk, actor)

    def find(session: Session) -> Sequence[UUID]:
        return standing_among(session, wanted, looking=looking, limit=MOST + 1)

    return _choose(desk, find, deed=deed, actor=actor)


def choose_group(desk: IssuingDesk, group_id: UUID, *, deed: Deed, actor: Actor) -> UUID:
    """Choose all that stands of what a group gave.

    Raises:
        PermissionDeniedError: the actor may not do this, or not any more.
        NotFoundError: the organisation has no such group.
        FormError: there is none, or there are too many.
    """

    def find(session: Session) -> Sequence[UUID]:
        group = group_of(session, group_id, organisation_id=actor.organisation_id)
        return [each.id for each in standing_badges(session, group.id, limit=MOST + 1)]

    return _choose(desk, find, deed=deed, actor=actor)


def find_bulk(desk: IssuingDesk, bulk_id: UUID, *, actor: Actor) -> KnownBulk:
    """Find what the organisation does to many badges.

    Raises:
        PermissionDeniedError: the actor may not do this.
        NotFoundError: it does nothing of the kind.
    """
    require(actor, Action.REVOKE)

    def work(session: Session) -> KnownBulk:
        row = bulk_of(session, bulk_id, organisation_id=actor.organisation_id)
        return KnownBulk(
            id=row.id,
            deed=row.deed,
            state=row.state,
            because=json.loads(row.because),
            counts=counts_of(session, bulk_id),
            stopped=read_problems(row.stopped or "[]"),
        )

    return desk.register.read(work, within=OneOrganisation(actor.organisation_id))


def list_chosen(
    desk: IssuingDesk, bulk_id: UUID, *, actor: Actor, limit: int | None = None, offset: int = 0
) -> list[Chosen]:
    """List the badges, in the order in which they were chosen.

    Raises:
        PermissionDeniedError: the actor may not do this.
        NotFoundError: the organisation does nothing of the kind.
    """
    require(actor, Action.REVOKE)

    def work(session: Session) -> list[Chosen]:
        bulk_of(session, bulk_id, organisation_id=actor.organisation_id)
        lines = lines_of(session, bulk_id, limit=limit, offset=offset)
        badges = badges_among(session, [each.badge_id for each in lines])
        return [
            Chosen(
                given=as_given(badges[each.badge_id]),
                state=each.state,
                better_id=each.better_id,
                problems=read_problems(each.problems),
            )
            for each in lines
        ]

    return desk.register.read(work, within=OneOrganisation(actor.organisation_id))


def forget_old_bulks(desk: IssuingDesk) -> None:
    """Keep nothing any more of what was done long ago, or chosen and left."""
    now = desk.clock.now()
    ended = (BulkState.DONE, BulkState.STOPPED)

    def work(session: Session) -> None:
        for row in (
            *touched_before(session, now - KEPT_CHOSEN, states=[BulkState.CHOSEN]),
            *touched_before(session, now - KEPT, states=ended),
        ):
            session.delete(row)

    desk.register.write(work, within=WHOLE_SERVICE)


def require_still_all(session: Session, actor: Actor, *, deed: Deed) -> None:
    """Let pass who may do this at this very moment.

    Raises:
        PermissionDeniedError: he may not, or not any more.
    """
    for action in NEEDED[deed]:
        require_still(session, actor, action)


def _choose(desk: IssuingDesk, find: Find, *, deed: Deed, actor: Actor) -> UUID:
    """Keep what was found, to look at it and to decide."""
    for action in NEEDED[deed]:
        require(actor, action)
    work = partial(_keep, find=find, deed=deed, actor=actor, desk=desk)
    return desk.register.write(work, within=OneOrganisation(actor.organisation_id))


def _keep(session: Session, *, find: Find, deed: Deed, actor: Actor, desk: IssuingDesk) -> UUID:
    require_still_all(session, actor, deed=deed)
    badge_ids = find(session)
    if not badge_ids or len(badge_ids) > MOST:
        raise FormError([TOO_MANY if badge_ids else NOTHING])
    now = desk.clock.now()
    bulk = Bulk(
        id=uuid7(now),
        organisation_id=actor.organisation_id,
        deed=deed,
        state=BulkState.CHOSEN,
        made_by=actor.person_id,
        proof=actor.proof,
        proved=actor.proved,
        touched=now,
    )
    session.add(bulk)
    session.flush()
    rows = [
        {
            "bulk_id": bulk.id,
            "place": place,
            "organisation_id": actor.organisation_id,
            "badge_id": badge_id,
            "state": LineState.OPEN,
            "problems": "[]",
        }
        for place, badge_id in enumerate(badge_ids)
    ]
    insert_all(session, BulkLine, rows)
    return bulk.id
