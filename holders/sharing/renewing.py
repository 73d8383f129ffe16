"""Say what became of a badge that a link shows, and let the link show the better one: once its maker read it.

A link never follows a correction by itself (ADR 34): the better badge may hold words that were not in the
old one, and only its keeper knows for whom the link was.
"""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from functools import partial
from typing import Final
from uuid import UUID

from sqlmodel import Session

from badges.credential import parse
from badges.factfinding import read_facts
from badges.facts import Facts
from badges.fewer import Part, left_after
from holders.keeping.editions import Editions
from holders.keeping.telephones import KnownHolder
from holders.sharing.register import Fallen, fallen, replace_shown
from holders.sharing.sharing import is_elsewhere, sign_shown
from issuers.database.scopes import OneHolder
from issuers.desk import IssuingDesk
from issuers.errors import FieldProblem, FormError
from issuers.issuing.overview import Given, as_given, find_by_id
from issuers.recipients.consent import may_share

NO_LINK: Final = FieldProblem("link", "missing", "Kies 1 link of meer.", "Choose 1 link or more.")
CHANGED: Final = FieldProblem(
    "link",
    "changed",
    "Hier is intussen iets veranderd. Kijk het nog een keer na.",
    "Something has changed here since. Have another look.",
)


class Becoming(StrEnum):
    """Say what became of a badge that a link shows, for who made the link."""

    STANDS = "stands"
    BETTER = "better"
    """There is a better one, and the link can show it."""
    NOT_YET = "not-yet"
    """There is a better one, and he does not keep it."""
    NOT_SIGNED = "not-signed"
    """Who gave it signs nothing now, and never signed this edition of the better one."""
    NOT_AGREED = "not-agreed"
    """A parent has to agree first with showing the better one."""
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True, kw_only=True)
class Outdated:
    """Hold a badge that a link shows and that stands no more, with the newest of it that he keeps, or itself.

    `is_elsewhere` where the link is for his own telephone only, which this is not.
    """

    share_id: UUID
    label: str
    until: datetime
    without: frozenset[Part]
    shown: Given
    edition_id: UUID
    newest: Given
    becoming: Becoming
    is_elsewhere: bool


def become(
    shown: Given, *, newest: Given, is_agreed: Callable[[], bool], is_signable: Callable[[], bool]
) -> Becoming:
    """Say what became of a badge, by the newest of it that who shows it keeps; ask only what matters."""
    if shown.revoked_at is None:
        return Becoming.STANDS
    if newest.revoked_at is not None:
        return Becoming.NOT_YET if newest.replaced_by else Becoming.WITHDRAWN
    if not is_agreed():
        return Becoming.NOT_AGREED
    return Becoming.BETTER if is_signable() else Becoming.NOT_SIGNED


def list_outdated(desk: IssuingDesk, *, holder: KnownHolder, editions: Editions) -> tuple[Outdated, ...]:
    """List what the links of a holder that work show and that stands no more, the newest link first.

    By a card that an organisation made anew he has no links.
    """
    if holder.only_of is not None:
        return ()
    asked = partial(fallen, holder_id=holder.holder_id, now=desk.clock.now())
    rows = desk.register.read(asked, within=OneHolder(holder.holder_id))
    return tuple(_outdated(desk, each, holder=holder, editions=editions) for each in rows)


def _outdated(desk: IssuingDesk, row: Fallen, *, holder: KnownHolder, editions: Editions) -> Outdated:
    share, shown, newest = row.share, as_given(row.badge), as_given(row.newest)
    return Outdated(
        share_id=share.id,
        label=share.label,
        until=share.until,
        without=share.without,
        shown=shown,
        edition_id=row.edition_id,
        newest=newest,
        becoming=become(
            shown,
            newest=newest,
            is_agreed=lambda: may_share(desk, newest.profiel_id, organisation_id=newest.organisation_id),
            is_signable=lambda: editions.can_sign(newest.id, without=share.without),
        ),
        is_elsewhere=is_elsewhere(share, holder=holder),
    )


def shown_now(desk: IssuingDesk, outdated: Outdated) -> Facts:
    """Give what the link says now: what its edition says."""
    return find_by_id(desk, outdated.edition_id).facts


def shown_then(outdated: Outdated) -> Facts:
    """Give what the link would say: what an edition of the better one says that leaves out the same."""
    return read_facts(left_after(parse(outdated.newest.raw).document, without=outdated.without))


def read_links(chosen: Collection[str]) -> frozenset[UUID]:
    """Read which links were chosen.

    Raises:
        FormError: none was, or what was sent is no link.
    """
    if not chosen:
        raise FormError([NO_LINK])
    try:
        return frozenset(map(UUID, chosen))
    except ValueError as error:
        raise FormError([CHANGED]) from error


def can_be_renewed(outdated: Outdated) -> bool:
    """Tell whether who has this telephone can let the link show the better one."""
    return outdated.becoming is Becoming.BETTER and not outdated.is_elsewhere


def renew(
    desk: IssuingDesk, badge_id: UUID, *, share_ids: Collection[UUID], holder: KnownHolder, editions: Editions
) -> None:
    """Let links show this better badge in the place of the old one: the rest of a link stays as it is.

    The editions are signed first, so that each link shows one of the two at any moment.

    Raises:
        FormError: one of the links cannot show it (any more), or no edition can be made.
    """
    found = [
        each
        for each in list_outdated(desk, holder=holder, editions=editions)
        if each.share_id in share_ids and each.newest.id == badge_id and can_be_renewed(each)
    ]
    if {each.share_id for each in found} != set(share_ids):
        raise FormError([CHANGED])
    signed = [(each, sign_shown(each.newest, without=each.without, editions=editions)) for each in found]

    def work(session: Session) -> None:
        for each, edition_id in signed:
            replace_shown(session, each.share_id, old=each.shown.id, better=badge_id, edition_id=edition_id)

    desk.register.write(work, within=OneHolder(holder.holder_id))
