"""The pages on which anyone checks a badge: the form, and what was found."""

from collections import Counter
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from markupsafe import Markup

from templates.views.pieces import ConfirmationLine, Facts, Frame, Problem, State


class Kind(StrEnum):
    """Name what was checked; `clr`, `presentation` and `bundle` (a zip) are there for what they hold."""

    BADGE = "badge"
    ENDORSEMENT = "endorsement"
    CLR = "clr"
    OPEN_BADGES_2 = "open-badges-2"
    CREDENTIAL = "credential"
    PRESENTATION = "presentation"
    BUNDLE = "bundle"


class Recognition(StrEnum):
    """Say whether the leerbedrijf was recognised for the work on the day of the judgement."""

    CONFIRMED = "confirmed"
    DECLARED = "declared"  # by the leerbedrijf itself
    UNKNOWN = "unknown"


@dataclass(frozen=True, kw_only=True)
class CheckForm:
    """Fill `controleer`. Inputs: bestand and foto (files), tekst; multipart POST to `action`."""

    frame: Frame
    action: str
    tekst: str = ""  # a link, JSON or a JWT, as it was typed
    problems: tuple[Problem, ...] = ()  # fields: bestand, foto, tekst
    example: str | None = None  # an address of this service, for the hint


@dataclass(frozen=True, kw_only=True)
class CheckLine:
    """Tell one thing that was checked; outcome is pass, fail or unknown."""

    code: str
    outcome: str
    sentence: str
    clause: str | None = None


@dataclass(frozen=True, kw_only=True)
class SourceLine:
    """Tell what was fetched for the check, from where, and how old it is."""

    what: str  # key | status-list | revocation-list | schema | refresh | hosted | link
    address: str
    at: datetime
    from_memory: bool = False  # it was fetched for an earlier check


@dataclass(frozen=True, kw_only=True)
class Checked:
    """Tell what was found about one thing: one of ten answers, who, what, when, and every check."""

    state: State  # about the thing itself
    heading: str  # the answer in one line, and what stands under it; in the page's language
    text: str
    notes: tuple[str, ...] = ()  # what was not signed, and which sites were asked
    checks: tuple[CheckLine, ...]
    gravest: State  # of it and of all that it holds: what the page looks like
    several: tuple[State, ...] = ()  # where the answer is about what it holds: each answer, the gravest first
    kind: Kind = Kind.BADGE
    facts: Facts | None = None  # None when nothing in it may be shown or read
    field: str = "samenwerken"  # whose small picture stands for it among others
    picture: Markup | None = None  # drawn by us
    signed_picture: str | None = None  # as it stands in the signed document: a data URL
    meaning: tuple[str, ...] = ()  # what it says, and what it is not; in the page's language
    suspended: bool = False  # withdrawn for now
    recognition: Recognition | None = None  # None where there is nothing to recognise
    recognition_source: str | None = None  # who says so
    confirmed: tuple[ConfirmationLine, ...] = ()  # by whom, as our register says
    issuer_declared: str | None = None  # as much of `facts.issuer_kind` as nobody looked up
    badge_href: str | None = None
    replaced_by_href: str | None = None
    issuer_id: str | None = None  # the did or the address that the issuer signs with
    issuer_domain: str | None = None  # whose domain that is
    sources: tuple[SourceLine, ...] = ()
    forms: tuple[str, ...] = ()  # json | jws | png | svg | pdf | photo | zip | link, the outer one first
    digest: str | None = None  # SHA-256 of what was handed over, in hex
    held: tuple["CheckedPart", ...] = ()  # the parts for which it was handed over
    beside: tuple[str, ...] = ()  # names of files in the zip that are no badges
    endorsements: tuple["CheckedPart", ...] = ()  # what others say of it

    @property
    def trusted(self) -> bool:
        """Say whether what it tells was signed by who it names."""
        return self.state not in {State.FAKE, State.UNSIGNED, State.UNSURE}

    @property
    def tally(self) -> dict[State, int]:
        """Count the answers about what it holds, the gravest first."""
        return dict(Counter(self.several))


@dataclass(frozen=True, kw_only=True)
class CheckedPart:
    """Tell of one thing among several what was found, or that it could not be read."""

    checked: Checked | None = None
    unread: str | None = None  # what is wrong with it and what to do, in the page's language
    name: str | None = None  # of its file

    @property
    def state(self) -> State:
        """Give its answer; about what cannot be read we cannot say."""
        return self.checked.gravest if self.checked else State.UNSURE


@dataclass(frozen=True, kw_only=True)
class CheckResult:
    """Fill `controleer-uitkomst`: the answer, on the page and as a report on paper."""

    frame: Frame
    checked: Checked
    checked_at: datetime
    again_href: str
    file_name: str | None = None  # of what was handed over
