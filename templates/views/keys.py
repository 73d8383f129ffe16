"""The pages about the keys of an organisation and of its systems, and about who did what."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from templates.views.pieces import Frame, Hindrance, Problem


@dataclass(frozen=True, kw_only=True)
class KeyRow:
    """Show one key; `name` is the end of its public half, which tells it from others."""

    name: str
    since: datetime
    until: datetime | None  # when it stopped signing
    compromised: datetime | None  # since when it is not trusted
    to_reissue: int  # badges that have only its signature, though it is not trusted
    lost_href: str | None
    reissue_href: str | None


@dataclass(frozen=True, kw_only=True)
class KeyGroup:
    """Show the keys of one purpose, the newest first; `purpose` is a key of labels.KEYS."""

    purpose: str
    rows: tuple[KeyRow, ...]
    replace_href: str | None  # None where no new key can be made now


@dataclass(frozen=True, kw_only=True)
class Keys:
    """Fill `sleutels`."""

    frame: Frame
    organisation: str
    groups: tuple[KeyGroup, ...]
    is_sealed: bool
    hindrance: Hindrance | None = None  # why no new key signs badges
    done: str | None = None


@dataclass(frozen=True, kw_only=True)
class KeyReplace:
    """Fill `sleutel-nieuw`; `purpose` is a key of labels.KEYS."""

    frame: Frame
    purpose: str
    action: str
    back_href: str


@dataclass(frozen=True, kw_only=True)
class KeyLost:
    """Fill `sleutel-kwijt`. Names of the inputs: sinds, zeker."""

    frame: Frame
    purpose: str
    name: str
    created: datetime
    earliest: str  # as the value of a datetime-local
    latest: str
    since: str  # as it was typed
    action: str
    back_href: str
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Reissue:
    """Fill `sleutel-opnieuw`. Names of the inputs: gedaan."""

    frame: Frame
    action: str
    done: int
    left: int
    is_stuck: bool  # what is left is not in the history, and is not signed again
    back_href: str


@dataclass(frozen=True, kw_only=True)
class ApiKeyRow:
    """Show one key of a system; `actions` and `works_for` are keys of labels.API_ACTIONS."""

    name: str
    ending: str
    maker: str
    actions: tuple[str, ...]
    works_for: tuple[str, ...]  # what it opens now
    created: date
    expires: date
    withdrawn: date | None
    used: date | None
    withdraw_action: str | None  # POST; only where it is not over


@dataclass(frozen=True, kw_only=True)
class ApiKeys:
    """Fill `api-sleutels`."""

    frame: Frame
    organisation: str
    rows: tuple[ApiKeyRow, ...]
    over: tuple[ApiKeyRow, ...]  # withdrawn, or past their time
    make_href: str
    docs_href: str
    hindrance: Hindrance | None = None  # why no key can be made now
    done: str | None = None


@dataclass(frozen=True, kw_only=True)
class ApiKeyForm:
    """Fill `api-sleutel-nieuw`. Names of the inputs: naam, mag (several), duur."""

    frame: Frame
    actions: tuple[str, ...]  # keys of labels.API_ACTIONS: what its maker may do himself
    lifetimes: tuple[str, ...]  # keys of labels.LIFETIMES
    may_issue: bool
    people_href: str
    action: str
    back_href: str
    typed: Mapping[str, str] = field(default_factory=dict)  # naam and duur, as they were typed
    chosen: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()
    hindrance: Hindrance | None = None  # why no key can be made now


@dataclass(frozen=True, kw_only=True)
class ApiKeyMade:
    """Fill `api-sleutel-gemaakt`: the secret, this once."""

    frame: Frame
    name: str
    secret: str
    until: date
    back_href: str


@dataclass(frozen=True, kw_only=True)
class TrailRow:
    """Tell one thing that happened; `kind` is a key of labels.DEEDS."""

    at: datetime
    kind: str
    who: str | None  # None: the service itself
    whom: str | None = None
    by_key: str | None = None  # the API key of the system that did it in the name of `who`
    purpose: str | None = None  # a key of labels.KEYS, where it is about a key
    was_lost: bool = False  # nothing opened that key any more


@dataclass(frozen=True, kw_only=True)
class Trail:
    """Fill `wie-deed-wat`."""

    frame: Frame
    organisation: str
    rows: tuple[TrailRow, ...]
    older_href: str | None
    newer_href: str | None
