"""Let somebody who helps see some of what one keeps: the badges that were ticked, until a day, and no more.

A helper sees no hours, drafts or photos, and shares, keeps and closes nothing: he has no way into what a
holder keeps, but pages of his own (`holders.helping`). Each look is written down for the holder, who stops it
when he likes.
"""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import partial
from typing import Final
from uuid import UUID

from sqlmodel import Session

from badges.moments import dutch_day
from badges.texts import bsn_problems
from holders.helping.register import badges_ticked, forget_helpers, helper_of, helpers_of, looks_of
from holders.helping.tables import Helper, HelperBadge
from holders.keeping.register import badges_kept
from holders.keeping.telephones import KnownHolder, require_all
from holders.keeping.wallet import MOST_SHOWN
from issuers.database.scopes import WHOLE_SERVICE, OneHolder
from issuers.desk import IssuingDesk
from issuers.errors import FieldProblem, FormError, NotFoundError
from issuers.identifiers import uuid7
from issuers.issuing.overview import as_given
from issuers.marking.marks import mark
from issuers.reading import read_name
from web.session import token_hash

SPANS: Final = {"1-maand": 30, "3-maanden": 91, "6-maanden": 182, "1-jaar": 365}
"""For how many days somebody helps, by what is chosen."""

USUAL: Final = "3-maanden"
REMEMBERED: Final = timedelta(days=365)
"""So long after it ended we still say who looked at what."""

MOST_OF_A_LABEL: Final = 40
MOST: Final = 20
_INVITE: Final = b"praktijkbewijs/helper/1\n"

NO_LABEL: Final = FieldProblem(
    "wie",
    "missing",
    "Schrijf wie je helpt. Bijvoorbeeld: mijn zus.",
    "Write who helps you. For instance: my sister.",
)
NO_BADGE: Final = FieldProblem("bewijs", "missing", "Kies 1 of meer bewijzen.", "Choose one badge or more.")
TOO_MANY: Final = FieldProblem(
    "wie",
    "too-many",
    "Er helpen je al 20 mensen. Stop er eerst 1.",
    "Twenty people help you already. Stop one first.",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class NewHelper:
    """Hold who is to help, what he may see, and for how long."""

    label: str
    badges: AbstractSet[UUID]
    days: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """Say on which day a helper looked at what; None is the list."""

    day: date
    title: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownHelper:
    """Show who helps to whom he helps.

    Attributes:
        has_come: Whether he opened the invitation and said yes.
        is_over: Whether he sees nothing any more: it was stopped, or the day came.
        token: The last part of the address of the invitation, while he has not come.
    """

    id: UUID
    label: str
    until: date
    has_come: bool
    is_over: bool
    token: str
    titles: Sequence[str] = ()
    looks: Sequence[Look] = ()


def read_helper(label: str, *, badges: AbstractSet[UUID], span: str) -> NewHelper:
    """Read who is to help.

    Raises:
        FormError: with every problem of every field.
    """
    name = read_name(label)
    problems = [] if name else [NO_LABEL]
    problems += [FieldProblem.of(each, field="wie") for each in bsn_problems(name or "")]
    if not badges:
        problems.append(NO_BADGE)
    if problems or name is None:
        raise FormError(problems)
    return NewHelper(label=name[:MOST_OF_A_LABEL], badges=badges, days=SPANS.get(span, SPANS[USUAL]))


def invite_helper(desk: IssuingDesk, new: NewHelper, *, holder: KnownHolder) -> UUID:
    """Make an invitation; give its id.

    Raises:
        NotFoundError: this telephone is not his own, or he does not keep one of the badges.
        FormError: more people help him than anybody needs.
    """
    require_all(holder)
    whose, now = holder.holder_id, desk.clock.now()
    helper_id = uuid7(now)

    def work(session: Session) -> UUID:
        rows = badges_kept(session, holder_id=whose, only_of=None, limit=MOST_SHOWN)
        if not new.badges <= {each.id for each in rows}:
            raise NotFoundError
        if sum(not _is_over(each, now=now) for each in helpers_of(session, holder_id=whose)) >= MOST:
            raise FormError([TOO_MANY])
        session.add(
            Helper(
                id=helper_id,
                holder_id=whose,
                label=new.label,
                invite_hash=token_hash(invite_token(desk, helper_id)),
                made=now,
                until=now + timedelta(days=new.days),
            )
        )
        session.flush()
        session.add_all(HelperBadge(helper_id=helper_id, badge_id=each) for each in new.badges)
        return helper_id

    return desk.register.write(work, within=OneHolder(whose))


def list_helpers(desk: IssuingDesk, *, holder: KnownHolder) -> Sequence[KnownHelper]:
    """List who helps, or did, the newest first, with what each looked at.

    Raises:
        NotFoundError: this telephone is not his own, or shows only what one organisation gave.
    """
    require_all(holder)

    def work(session: Session) -> Sequence[KnownHelper]:
        rows = helpers_of(session, holder_id=holder.holder_id)
        return [_known(session, each, desk=desk) for each in rows]

    return desk.register.read(work, within=OneHolder(holder.holder_id))


def stop_helper(desk: IssuingDesk, helper_id: UUID, *, holder: KnownHolder) -> None:
    """Let a helper see nothing any more, and nobody use his invitation.

    Raises:
        NotFoundError: this telephone is not his own, or nobody of that id helps him.
    """
    require_all(holder)

    def work(session: Session) -> None:
        row = helper_of(session, helper_id, holder_id=holder.holder_id)
        if row is None:
            raise NotFoundError
        row.ended = row.ended or desk.clock.now()

    desk.register.write(work, within=OneHolder(holder.holder_id))


def invite_token(desk: IssuingDesk, helper_id: UUID) -> str:
    """Give the secret of an invitation: it follows from its id, so that it can be shown again."""
    return mark(desk, _INVITE + helper_id.bytes).hex()


def forget_old_helpers(desk: IssuingDesk) -> int:
    """Forget who helped long ago, and what they looked at; tell how many."""
    work = partial(forget_helpers, before=desk.clock.now() - REMEMBERED)
    return desk.register.write(work, within=WHOLE_SERVICE)


def _is_over(row: Helper, *, now: datetime) -> bool:
    return row.ended is not None or row.until <= now


def _known(session: Session, row: Helper, *, desk: IssuingDesk) -> KnownHelper:
    """Show a helper with what he may see, and what he looked at."""
    titles = {each.id: as_given(each).facts.title or "" for each in badges_ticked(session, helper_id=row.id)}
    return KnownHelper(
        id=row.id,
        label=row.label,
        until=dutch_day(row.until),
        has_come=row.device_hash is not None,
        is_over=_is_over(row, now=desk.clock.now()),
        token=invite_token(desk, row.id),
        titles=tuple(titles.values()),
        looks=[
            Look(day=each.day, title=titles.get(each.badge_id, "") if each.badge_id else None)
            for each in looks_of(session, helper_id=row.id)
        ],
    )
