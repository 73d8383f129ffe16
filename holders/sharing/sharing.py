"""Make a link that shows some of what somebody keeps, look it up, and stop it.

A link shows one edition of each badge and nothing else, in every form. Its keeper says what is left out,
until when it works, and for whom it is in words that only he sees.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from functools import partial
from typing import Final
from uuid import UUID

from sqlmodel import Session

from badges.errors import LintError
from badges.fewer import Part
from badges.texts import normalize, text_problems
from holders.keeping.editions import Editions
from holders.keeping.telephones import KnownHolder
from holders.keeping.wallet import find_kept, list_ever_kept, open_wallet
from holders.sharing.consentbook import end_consents
from holders.sharing.register import (
    badges_shared,
    forget_shares,
    lock_holder,
    share_of,
    shares_of,
    tapped_before,
    views_of,
)
from holders.sharing.tables import Share, SharedBadge
from issuers.database.scopes import WHOLE_SERVICE, OneHolder
from issuers.desk import IssuingDesk
from issuers.errors import (
    FieldProblem,
    FormError,
    IssuersError,
    NotFoundError,
    OrganisationStoppedError,
    RevocationError,
)
from issuers.identifiers import public_token, uuid7
from issuers.issuing.overview import Given
from issuers.recipients.consent import may_share

DAYS: Final = (1, 7, 30, 90, 365)
"""For how many days a link can work."""

USUAL: Final = 30
DAYS_BORROWED: Final = (1, 7)
"""For how many days a link can work that is made on the telephone of another, or whose address stands there.

Its owner may have it too. A week, because who has only a card has no telephone of his own to send it from,
and who gets it may need some days to look; he stops it on any day, wherever he opens his badges.
"""

USUAL_BORROWED: Final = 7
MOST_BADGES: Final = 20
MOST_SHARES: Final = 50
MOST_WEEKS: Final = 8
LABEL_LENGTH: Final = 60
KEPT_AFTER: Final = timedelta(days=90)
"""So long its maker still sees a link that is over."""

NO_BADGE: Final = FieldProblem("bewijs", "missing", "Kies 1 bewijs of meer.", "Choose 1 badge or more.")
TOO_MANY: Final = FieldProblem(
    "bewijs",
    "too-many",
    f"Kies {MOST_BADGES} bewijzen of minder.",
    f"Choose {MOST_BADGES} badges or fewer.",
)
NOT_AGREED: Final = FieldProblem(
    "bewijs",
    "not-agreed",
    "Een ouder moet het eerst goed vinden. Vraag het aan wie je het bewijs gaf.",
    "A parent has to agree first. Ask whoever gave you the badge.",
)
TOO_LONG: Final = FieldProblem(
    "dagen",
    "too-long",
    f"Op de telefoon van een ander werkt een link hooguit {DAYS_BORROWED[-1]} dagen. Kies een kortere tijd.",
    f"On the phone of another, a link works for {DAYS_BORROWED[-1]} days at most. Choose a shorter time.",
)
NO_TERM: Final = FieldProblem(
    "dagen", "choice-unknown", "Kies tot wanneer de link werkt.", "Choose until when the link works."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class TypedShare:
    """Hold what was chosen, as it was sent; `left_in` are the parts that may be seen."""

    badges: tuple[str, ...]
    left_in: tuple[str, ...]
    days: str
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """Hold what somebody wants to show, and how."""

    badge_ids: tuple[UUID, ...]
    without: frozenset[Part]
    days: int
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownShare:
    """Hold a link for who made it: the badges that it shows as he keeps them; the last week first.

    `is_elsewhere` where it works longer than its address may stand on this telephone, which is not his own.
    """

    id: UUID
    token: str
    label: str
    without: frozenset[Part]
    made: datetime
    until: datetime
    is_over: bool
    badges: tuple[Given, ...]
    weeks: tuple[tuple[date, int], ...] = ()
    is_elsewhere: bool = False


def days_for(holder: KnownHolder) -> tuple[int, ...]:
    """Say for how many days a link can work that is made on this telephone."""
    return DAYS_BORROWED if holder.is_borrowed else DAYS


def usual_days(holder: KnownHolder) -> int:
    """Say which of these is chosen beforehand."""
    return USUAL_BORROWED if holder.is_borrowed else USUAL


def can_be_shared(desk: IssuingDesk, *, holder: KnownHolder) -> tuple[Given, ...]:
    """List what a holder can show by a link: what he keeps and stands.

    Raises:
        NotFoundError: this telephone shows only what one organisation gave.
    """
    _require_all(holder)
    return tuple(
        each
        for each in open_wallet(desk, holder).badges
        if each.revoked_at is None and may_share(desk, each.profiel_id, organisation_id=each.organisation_id)
    )


def read_share(typed: TypedShare) -> Wish:
    """Read what was chosen.

    Raises:
        FormError: with every problem of every field.
    """
    problems: list[FieldProblem] = []
    if not typed.badges or len(typed.badges) > MOST_BADGES:
        problems.append(TOO_MANY if typed.badges else NO_BADGE)
    if typed.days not in map(str, DAYS):
        problems.append(NO_TERM)
    label = " ".join(normalize(typed.label).split())
    found = text_problems(label, max_length=LABEL_LENGTH) if label else ()
    problems += [FieldProblem.of(each, field="voor") for each in found]
    try:
        badges = tuple(dict.fromkeys(map(UUID, typed.badges)))
    except ValueError:
        badges, problems = (), [*problems, NO_BADGE]
    if problems:
        raise FormError(problems)
    without = frozenset(Part) - {part for part in Part if part.value in typed.left_in}
    return Wish(badge_ids=badges, without=without, days=int(typed.days), label=label)


def make_share(desk: IssuingDesk, wish: Wish, *, holder: KnownHolder, editions: Editions) -> UUID:
    """Make a link; give its id. The same within seconds is one tap, and one link.

    The editions are signed first: a link that is there shows what it says.

    Raises:
        NotFoundError: he does not keep one of the badges, or this telephone may not show it.
        FormError: there is no such edition of one of them, and none can be made; or it would work too long
            for one that is made on the telephone of another.
    """
    _require_all(holder)
    if wish.days not in days_for(holder):
        raise FormError([TOO_LONG])
    kept = [find_kept(desk, each, holder=holder) for each in wish.badge_ids]
    if not all(may_share(desk, each.profiel_id, organisation_id=each.organisation_id) for each in kept):
        raise FormError([NOT_AGREED])
    shown = [(each.id, sign_shown(each, without=wish.without, editions=editions)) for each in kept]
    now = desk.clock.now()
    share = Share(
        id=uuid7(now),
        holder_id=holder.holder_id,
        token=public_token(),
        label=wish.label,
        without=wish.without,
        made=now,
        until=now + timedelta(days=wish.days),
    )

    def work(session: Session) -> UUID:
        lock_holder(session, holder.holder_id)
        if before := tapped_before(session, share, shown=shown):
            return before
        session.add(share)
        session.flush()
        session.add_all(
            SharedBadge(share_id=share.id, place=place, badge_id=badge_id, edition_id=edition_id)
            for place, (badge_id, edition_id) in enumerate(shown, 1)
        )
        return share.id

    return desk.register.write(work, within=OneHolder(holder.holder_id))


def find_share(desk: IssuingDesk, share_id: UUID, *, holder: KnownHolder) -> KnownShare:
    """Find a link that a holder made.

    Raises:
        NotFoundError: he made no such link, or this telephone shows only what one organisation gave.
    """
    _require_all(holder)
    asked = partial(_read, share_id=share_id, holder=holder)
    share, shown, weeks = desk.register.read(asked, within=OneHolder(holder.holder_id))
    known = _known(desk, share, shown=shown, kept=_ever_kept(desk, holder))
    return replace(known, weeks=weeks, is_elsewhere=is_elsewhere(share, holder=holder))


def list_shares(desk: IssuingDesk, *, holder: KnownHolder) -> tuple[KnownShare, ...]:
    """List the links that a holder made, the newest first.

    Raises:
        NotFoundError: this telephone shows only what one organisation gave.
    """
    _require_all(holder)

    def work(session: Session) -> list[tuple[Share, Sequence[SharedBadge]]]:
        found = shares_of(session, holder_id=holder.holder_id, limit=MOST_SHARES)
        return [(each, badges_shared(session, each.id)) for each in found]

    rows, kept = desk.register.read(work, within=OneHolder(holder.holder_id)), _ever_kept(desk, holder)
    return tuple(_known(desk, share, shown=shown, kept=kept) for share, shown in rows)


def stop_share(desk: IssuingDesk, share_id: UUID, *, holder: KnownHolder) -> None:
    """Let a link show nothing any more, to no school either, for good; a second time changes nothing.

    Raises:
        NotFoundError: he made no such link, or this telephone shows only what one organisation gave.
    """
    _require_all(holder)

    def work(session: Session) -> None:
        share = share_of(session, share_id, holder_id=holder.holder_id)
        if share is None:
            raise NotFoundError
        share.stopped = share.stopped or desk.clock.now()
        end_consents(session, share_id=share_id, at=share.stopped)

    desk.register.write(work, within=OneHolder(holder.holder_id))


def forget_old_shares(desk: IssuingDesk) -> int:
    """Forget the links that show nothing for so long that nobody asks for them; tell how many."""
    work = partial(forget_shares, over_since=desk.clock.now() - KEPT_AFTER)
    return desk.register.write(work, within=WHOLE_SERVICE)


def sign_shown(kept: Given, *, without: frozenset[Part], editions: Editions) -> UUID:
    """Give the edition of a badge that a link shows.

    Raises:
        FormError: there is none, and none can be made.
    """
    try:
        return editions.sign(kept.id, without=without)
    except (IssuersError, LintError) as error:
        raise FormError([_refused(error, title=kept.facts.title or "")]) from error


def _refused(error: Exception, *, title: str) -> FieldProblem:
    """Say which badge it is about, why, and what can be done."""
    match error:
        case OrganisationStoppedError():
            nl = "Wie dit gaf, maakt niets nieuws meer. Laat alles staan, of alleen je naam of verhaal weg."
            en = "Who gave this makes nothing new any more. Choose all, or leave out only name or story."
        case RevocationError():
            nl, en = "Dit bewijs is ingetrokken. Kies een ander.", "This badge was withdrawn. Choose another."
        case NotFoundError():
            nl = "Dit laat je altijd helemaal zien. Kies alles, of maak hiervoor een eigen link."
            en = "This is always shown whole. Choose all parts, or make a link for this alone."
        case _:
            nl, en = "Dit lukt nu niet. Probeer het straks nog een keer.", "This fails now. Try again later."
    return FieldProblem("laat", "no-edition", f"{title}: {nl}", f"{title}: {en}")


def _require_all(holder: KnownHolder) -> None:
    """Let pass who sees all that he keeps: a card that an organisation made again may be known to others."""
    if holder.only_of is not None:
        raise NotFoundError


def is_elsewhere(share: Share, *, holder: KnownHolder) -> bool:
    """Tell whether the address of a link is for his own telephone only."""
    return holder.is_borrowed and share.until - share.made > timedelta(days=DAYS_BORROWED[-1])


def _read(
    session: Session, *, share_id: UUID, holder: KnownHolder
) -> tuple[Share, Sequence[SharedBadge], tuple[tuple[date, int], ...]]:
    share = share_of(session, share_id, holder_id=holder.holder_id)
    if share is None:
        raise NotFoundError
    weeks = tuple((each.week, each.count) for each in views_of(session, share_id, limit=MOST_WEEKS))
    return share, badges_shared(session, share_id), weeks


def _ever_kept(desk: IssuingDesk, holder: KnownHolder) -> dict[UUID, Given]:
    """Give what he keeps, also what a better version took the place of: a link shows the old one still."""
    return {each.id: each for each in list_ever_kept(desk, holder)}


def _known(
    desk: IssuingDesk, share: Share, *, shown: Sequence[SharedBadge], kept: dict[UUID, Given]
) -> KnownShare:
    return KnownShare(
        id=share.id,
        token=share.token,
        label=share.label,
        without=share.without,
        made=share.made,
        until=share.until,
        is_over=share.stopped is not None or share.until <= desk.clock.now(),
        badges=tuple(kept[each.badge_id] for each in shown if each.badge_id in kept),
    )
