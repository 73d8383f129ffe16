"""What a link shows to whoever has it: its editions as they stand now, and nothing that tells of more."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import partial
from itertools import chain
from uuid import UUID

from sqlmodel import Session

from badges import strictjson
from badges.jsonld.contexts import CREDENTIALS_V2
from badges.strictjson import Json
from holders.errors import ShareEndedError
from holders.keeping.register import MOST_STEPS, keeper_of
from holders.keeping.telephones import KnownHolder
from holders.sharing.presenting import present_codes, require_code
from holders.sharing.register import (
    FirstTwiceError,
    badges_shared,
    count_one,
    is_shown_whole,
    share_by_token,
)
from holders.sharing.sharing import KnownShare
from holders.sharing.tables import Share, SharedBadge
from issuers.database.scopes import WHOLE_SERVICE, OneHolder, Public
from issuers.desk import IssuingDesk
from issuers.errors import NotFoundError
from issuers.issuing.overview import Given, find_by_id
from issuers.recipients.consent import may_share

_SHARE = b"praktijkbewijs/presence-of-share/1\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """Hold what a link shows.

    Attributes:
        id: The link; nobody is told.
        token: The secret of its address.
        until: Until when it works.
        badges: The editions, in the order of their keeper.
        kept: The badges that they are editions of; nobody is told.
    """

    id: UUID
    token: str
    holder_id: UUID
    until: datetime
    badges: tuple[Given, ...]
    kept: tuple[UUID, ...]

    def at(self, place: int) -> Given:
        """Give the badge at a place, counted from 1.

        Raises:
            NotFoundError: there is none.
        """
        if not 1 <= place <= len(self.badges):
            raise NotFoundError
        return self.badges[place - 1]


def open_share(desk: IssuingDesk, token: str) -> Shown:
    """Give what a link shows now.

    Raises:
        ShareEndedError: there is no such link, or it shows nothing any more.
    """

    def work(session: Session) -> tuple[Share, tuple[SharedBadge, ...]]:
        share = share_by_token(session, token)
        if share is None or share.stopped is not None or share.until <= desk.clock.now():
            raise ShareEndedError
        return share, tuple(badges_shared(session, share.id))

    share, rows = desk.register.read(work, within=Public(holding=token))
    kept = tuple(each for each in rows if _may_be_seen(desk, each.badge_id, holder_id=share.holder_id))
    if not kept:
        raise ShareEndedError
    return Shown(
        id=share.id,
        token=token,
        holder_id=share.holder_id,
        until=share.until,
        badges=tuple(_edition(desk, each) for each in kept),
        kept=tuple(each.badge_id for each in kept),
    )


def count_view(desk: IssuingDesk, token: str, *, holder: KnownHolder | None) -> None:
    """Count that somebody looked this week, unless that is its keeper himself; who it was, nobody keeps.

    Raises:
        ShareEndedError: there is no such link, or it shows nothing any more.
    """
    shown = open_share(desk, token)
    if holder is not None and holder.holder_id == shown.holder_id:
        return
    today = desk.clock.today()
    work = partial(count_one, share_id=shown.id, week=today - timedelta(days=today.weekday()))
    try:
        desk.register.write(work, within=OneHolder(shown.holder_id))
    except FirstTwiceError:  # the other is there now, and this one is the second
        desk.register.write(work, within=OneHolder(shown.holder_id))


def own_share_code(desk: IssuingDesk, share: KnownShare) -> str:
    """Give the code of this moment to who made a link, to show that what it shows is his."""
    return present_codes(desk, _SHARE + share.id.bytes)[0]


def check_share_code(desk: IssuingDesk, token: str, *, typed: str) -> None:
    """Check a code that somebody reads from the telephone of who showed him a link.

    That of the link counts, and where it shows one badge, that of the badge, or of what took its place: its
    keeper sees only the newest.

    Raises:
        ShareEndedError: there is no such link, or it shows nothing any more.
        OtherCodeError: it is not the code of this minute.
    """
    shown = open_share(desk, token)
    right = [*present_codes(desk, _SHARE + shown.id.bytes)]
    if len(shown.kept) == 1:
        right += chain.from_iterable(
            present_codes(desk, each.bytes)
            for each in _versions(desk, shown.kept[0], holder_id=shown.holder_id)
        )
    require_code(typed, right=right)


def _versions(desk: IssuingDesk, badge_id: UUID, *, holder_id: UUID) -> Iterator[UUID]:
    """Give a badge, and what took its place, as far as the same person keeps it."""
    better: UUID | None = badge_id
    for _ in range(MOST_STEPS):
        if better is None or not _is_kept(desk, better, holder_id=holder_id):
            return
        yield better
        better = find_by_id(desk, better).replaced_by


def may_lead_on(desk: IssuingDesk, badge_id: UUID) -> bool:
    """Tell whether a check may lead from a badge that was put right to the better one.

    Not where its keeper showed one of the two by a link: then he says who sees the better one.
    """
    versions: list[UUID] = []
    better: UUID | None = badge_id
    while better is not None and len(versions) < MOST_STEPS:
        versions.append(better)
        better = find_by_id(desk, better).replaced_by
    asked = partial(is_shown_whole, badge_ids=versions)
    return not desk.register.read(asked, within=WHOLE_SERVICE)


def presentation(badges: Iterable[Given]) -> bytes:
    """Put badges together, each as it was signed (VCDM 2.0 4.13, VerifiablePresentation).

    Nobody signs it: who keeps badges has no key, and what is in it stands on its own.
    """
    inside: list[Json] = [strictjson.loads_object(each.raw) for each in badges]
    return strictjson.dumps(
        {"@context": [CREDENTIALS_V2], "type": ["VerifiablePresentation"], "verifiableCredential": inside}
    )


def shared_bytes(desk: IssuingDesk, token: str, *, place: int | None = None) -> bytes:
    """Give the exact bytes of what a link shows: of one badge, or all of them put together.

    Raises:
        ShareEndedError: there is no such link, or it shows nothing any more.
        NotFoundError: it shows nothing at this place.
    """
    shown = open_share(desk, token)
    if place is None and len(shown.badges) > 1:
        return presentation(shown.badges)
    return shown.at(place or 1).raw


def _edition(desk: IssuingDesk, row: SharedBadge) -> Given:
    """Find an edition; its badgeklasse is that of the badge that it is made of."""
    edition = find_by_id(desk, row.edition_id)
    if row.edition_id == row.badge_id:
        return edition
    return replace(edition, achievement_id=find_by_id(desk, row.badge_id).achievement_id)


def _may_be_seen(desk: IssuingDesk, badge_id: UUID, *, holder_id: UUID) -> bool:
    """Tell whether who made a link still keeps a badge, and may show it."""
    if not _is_kept(desk, badge_id, holder_id=holder_id):
        return False
    given = find_by_id(desk, badge_id)
    return may_share(desk, given.profiel_id, organisation_id=given.organisation_id)


def _is_kept(desk: IssuingDesk, badge_id: UUID, *, holder_id: UUID) -> bool:
    kept_by = desk.register.read(partial(keeper_of, badge_id=badge_id), within=Public(holding=str(badge_id)))
    return kept_by == holder_id
