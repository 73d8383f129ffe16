"""Who learns here, what was agreed with them, and what they have: what a roster is held against."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final, NamedTuple
from uuid import UUID

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Mapped
from sqlmodel import Session, col
from sqlmodel import select as select_rows

from badges.badgeklasse import AnyJudgement
from badges.moments import dutch_day
from issuers.erkenning.lapsing import lapsed
from issuers.erkenning.register import known_erkenningen
from issuers.holding.asking import JUDGEMENT
from issuers.holding.register import held_with_keys
from issuers.holding.tables import HeldState
from issuers.issuing.badgebook import by_idempotency_keys
from issuers.issuing.tables import PUBLISHED, Achievement, Badge, BadgeState
from issuers.recipients.register import recipients_of
from issuers.recipients.tables import Recipient
from issuers.werkplekprofiel.register import all_profielen_of
from issuers.werkplekprofiel.tables import AgreedWerkproces, Werkplekprofiel, WerkprocesKey

_WAIT: Final = frozenset({HeldState.WAITING, HeldState.COMING})


class GivenBadge(NamedTuple):
    """Name a badge that stands: on which day it was given, and with which key it was asked for."""

    day: date
    key: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """Hold what was asked for with a key before: a badge by its request, or what waits by what it says."""

    request_hash: bytes = b""
    profiel_id: UUID | None = None
    held: AnyJudgement | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Roll:
    """Hold what an organisation knows of those who learn there.

    Attributes:
        recipients: Who they are.
        profielen: What was agreed with each, the newest first.
        works: Which werkprocessen each agreement names.
        given: The badge that stands for each agreement and werkproces.
        named: The badge that was last given under each name for each werkproces, whoever it was.
        taken: What was given already with keys of the roster, or waits to be.
        lapsed: Until when the organisation was recognised for a werkproces for which it is not any more.
    """

    recipients: Sequence[Recipient]
    profielen: Mapping[UUID, Sequence[Werkplekprofiel]]
    works: Mapping[UUID, Collection[WerkprocesKey]]
    given: Mapping[tuple[UUID, WerkprocesKey], GivenBadge]
    named: Mapping[tuple[str, WerkprocesKey], GivenBadge]
    taken: Mapping[str, Taken]
    lapsed: Mapping[WerkprocesKey, date]


@dataclass(frozen=True, slots=True, kw_only=True)
class InRoster:
    """Hold what stands in a roster: names as they are compared, werkprocessen, and the key of each line."""

    names: Collection[str]
    works: Collection[WerkprocesKey]
    keys: Collection[str]


def read_roll(session: Session, roster: InRoster, *, organisation_id: str, day: date) -> Roll:
    """Read what is known of whoever may stand in it, with as many questions for ten as for a thousand."""
    profielen: dict[UUID, list[Werkplekprofiel]] = defaultdict(list)
    for row in reversed(all_profielen_of(session, organisation_id=organisation_id)):
        profielen[row.recipient_id].append(row)
    agreed: dict[UUID, set[WerkprocesKey]] = defaultdict(set)
    own = select_rows(AgreedWerkproces).where(AgreedWerkproces.organisation_id == organisation_id)
    for each in session.exec(own):
        agreed[each.profiel_id].add(each.key)
    of_profiel, of_name = col(Badge.profiel_id), col(Badge.folded_name)
    return Roll(
        recipients=recipients_of(session, organisation_id=organisation_id),
        profielen=profielen,
        works=agreed,
        given=_given(session, of_profiel, among=of_profiel.is_not(None), organisation_id=organisation_id),
        named=_given(session, of_name, among=of_name.in_(roster.names), organisation_id=organisation_id),
        taken=_taken(session, roster.keys, organisation_id=organisation_id),
        lapsed=lapsed(
            known_erkenningen(session, organisation_id=organisation_id), works=roster.works, day=day
        ),
    )


def _given(
    session: Session, of: Mapped[Any], *, among: ColumnElement[bool], organisation_id: str
) -> dict[tuple[Any, WerkprocesKey], GivenBadge]:
    """Find the badge that was last given for each werkproces, by what it is `of`, and that stands."""
    work = col(Achievement.crebo), col(Achievement.code)
    columns = of, *work, col(Badge.reserved_at), col(Badge.idempotency_key)
    rows = session.execute(
        select(*columns)
        .join(Achievement, col(Achievement.id) == col(Badge.achievement_id))
        .where(
            col(Badge.organisation_id) == organisation_id,
            col(Badge.state) == BadgeState.SIGNED,
            among,
            col(Achievement.crebo).is_not(None),
        )
        .order_by(col(Badge.reserved_at))
    )
    return {(whose, (crebo, code)): GivenBadge(dutch_day(at), key) for whose, crebo, code, at, key in rows}


def _taken(session: Session, keys: Collection[str], *, organisation_id: str) -> Mapping[str, Taken]:
    """Find what left the service with these keys, or waits to."""
    badges = by_idempotency_keys(session, organisation_id=organisation_id, idempotency_keys=keys)
    held = held_with_keys(session, keys, organisation_id=organisation_id)
    waits = {
        key: Taken(held=JUDGEMENT.validate_json(row.judgement))
        for key, row in held.items()
        if row.state in _WAIT and row.judgement
    }
    return waits | {
        key: Taken(request_hash=badge.request_hash or b"", profiel_id=badge.profiel_id)
        for key, badge in badges.items()
        if badge.state in PUBLISHED
    }
