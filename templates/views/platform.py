"""The pages of whoever runs the service, and of those to report harm to him."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from templates.views.issuing import Hidden
from templates.views.pieces import Frame, Hindrance, Link, Problem


@dataclass(frozen=True, kw_only=True)
class ReportForm:
    """Fill `misbruik`; POST `wat` and `waar` to `action`."""

    frame: Frame
    action: str
    typed: Mapping[str, str]
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, kw_only=True)
class ReportAnswer:
    """Fill `misbruik-antwoord`: the answer to one report, or that there is none yet."""

    frame: Frame
    sent: date
    url: str  # absolute address of this page, to keep
    answer: str | None = None


@dataclass(frozen=True, kw_only=True)
class PlatformReport:
    """Show what somebody reported; POST `antwoord` to `action`."""

    id: str
    text: str
    sent: date
    action: str
    about: str | None = None


@dataclass(frozen=True, kw_only=True)
class PlatformRow:
    """Show an organisation that waits, or one that is here, in a line."""

    href: str
    name: str
    since: date | None = None  # the day on which it applied
    is_suspended: bool = False
    is_closed: bool = False
    merged_into: str | None = None  # the name of the organisation in which it went up


@dataclass(frozen=True, kw_only=True)
class PlatformPage:
    """Fill `platform`: what waits for whoever runs the service."""

    frame: Frame
    invite_action: str  # POST: makes a link for an organisation to join
    trail_href: str
    waiting: tuple[PlatformRow, ...] = ()
    to_look_up: tuple[PlatformRow, ...] = ()  # organisations of which something is not confirmed
    organisations: tuple[PlatformRow, ...] = ()
    reports: tuple[PlatformReport, ...] = ()
    problems: tuple[Problem, ...] = ()  # field: antwoord-ID
    link: str | None = None  # absolute; was just made, and is shown this once
    done: str | None = None
    mail_waits: datetime | None = None  # since when no mail goes out: a backup was put back


@dataclass(frozen=True, kw_only=True)
class PlatformNumber:
    """Show an official number."""

    kind: str  # a key of labels.NUMBERS
    value: str


@dataclass(frozen=True, kw_only=True)
class PlatformFact:
    """Show one thing that an organisation is, with its numbers; only whoever runs the service sees those."""

    kind: str  # a key of labels.ORGANISATIONS
    numbers: tuple[PlatformNumber, ...]
    id: str = ""
    school_kind: str | None = None  # a key of labels.SCHOOLS
    is_confirmed: bool = False
    source: str | None = None


@dataclass(frozen=True, kw_only=True)
class PlatformTwin:
    """Show that somebody else has the same number."""

    number: PlatformNumber
    name: str
    href: str
    has_joined: bool  # or wants to join


@dataclass(frozen=True, kw_only=True)
class PlatformApplication:
    """Fill `platform-aanmelding`: POST to `action`/goedkeuren, or `reden` to `action`/afwijzen."""

    frame: Frame
    name: str
    facts: tuple[PlatformFact, ...]
    person: str
    mail: str
    gives_badges: bool
    agreement: str
    sent: date
    action: str
    back_href: str
    official_name: str | None = None
    website: str | None = None
    contact: str | None = None
    twins: tuple[PlatformTwin, ...] = ()
    problems: tuple[Problem, ...] = ()  # field: reden
    hindrance: Hindrance | None = None  # why nobody can be let in now


@dataclass(frozen=True, kw_only=True)
class PlatformOrganisation:
    """Fill `platform-organisatie`.

    POST `bron` to `action`/feiten/ID, `reden` to `action`/stilzetten, nothing to `action`/hervatten or
    `action`/weghalen; `action`/samenvoegen is a page.
    """

    frame: Frame
    name: str
    facts: tuple[PlatformFact, ...]
    page_href: str
    action: str
    back_href: str
    official_name: str | None = None
    twins: tuple[PlatformTwin, ...] = ()
    is_suspended: bool = False
    is_closed: bool = False
    merged_into: Link | None = None  # the organisation in which it went up
    suspended_because: str | None = None
    shows_something: bool = False  # a picture or free text that can be taken down
    waits_for_first: bool = False  # nothing POSTed to `action`/uitnodiging makes the link anew
    link: str | None = None  # of its first beheerder; absolute, shown this once
    done: str | None = None
    problems: tuple[Problem, ...] = ()  # fields: reden, bron-ID


@dataclass(frozen=True, kw_only=True)
class PlatformMergeChoice:
    """Fill `platform-samenvoegen`: GET `naar` at `action`."""

    frame: Frame
    name: str
    action: str
    back_href: str
    others: Mapping[str, str]  # names by id
    problems: tuple[Problem, ...] = ()  # field: naar


@dataclass(frozen=True, kw_only=True)
class PlatformMergeConfirm:
    """Fill `platform-samenvoegen-zeker`: POST to `action` with `hidden` and the tick `zeker`."""

    frame: Frame
    name: str
    into: str
    action: str
    back_href: str
    hidden: Hidden
    typed: Mapping[str, str]
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, kw_only=True)
class PlatformErkenning:
    """Fill `platform-erkenning`: POST a table (input: bestand) with its source (herkomst) to `action`."""

    frame: Frame
    action: str
    back_href: str
    typed: Mapping[str, str]
    kept: int | None = None  # so many rows were just kept
    elsewhere: int = 0  # so many were of leerbedrijven that are not here
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, kw_only=True)
class PlatformTrailRow:
    """Tell one thing that was decided; `kind` is a key of labels.PLATFORM_DEEDS."""

    at: datetime
    kind: str
    who: str | None  # None: whoever has the machine
    whom: str | None = None
    about: Link | None = None  # an organisation


@dataclass(frozen=True, kw_only=True)
class PlatformTrail:
    """Fill `platform-wie-deed-wat`."""

    frame: Frame
    rows: tuple[PlatformTrailRow, ...]
    back_href: str
    older_href: str | None = None
    newer_href: str | None = None
