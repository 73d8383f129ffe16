"""The pages to join, and to look after an organisation."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from templates.texts import Block
from templates.views.issuing import Hidden
from templates.views.pieces import Frame, Link, Problem


@dataclass(frozen=True, kw_only=True)
class JoinForm:
    """Fill `aanmelden`; POST to `action` with the inputs of macros/organisation.html and these.

    persoon, mail, and the ticks geeft-zelf, overeenkomst, edities. `typed` holds what was sent by the name of
    its input, `kinds` which of labels.ORGANISATIONS were ticked.
    """

    frame: Frame
    action: str
    typed: Mapping[str, str]
    agreement_href: str
    version: str
    kinds: tuple[str, ...] = ()
    invited: bool = False  # the platform asked: nobody needs to approve
    sends_mail: bool = True
    hidden: Hidden = ()
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, kw_only=True)
class JoinProgress:
    """Fill `aanmelden-stand`: how far it came with one application."""

    frame: Frame
    name: str
    state: str  # "nieuw", "goedgekeurd" or "afgewezen"
    sent: date
    url: str  # absolute address of this page, to keep
    decided: date | None = None
    reason: str | None = None  # in the words of who refused
    organisation_href: str | None = None
    sends_mail: bool = True


@dataclass(frozen=True, kw_only=True)
class Agreement:
    """Fill `verwerkersovereenkomst`: the text of one version."""

    frame: Frame
    blocks: tuple[Block, ...]
    is_current: bool = True


@dataclass(frozen=True, kw_only=True)
class Agreed:
    """Show with which version of the verwerkersovereenkomst an organisation agreed, and who did when.

    `newer_version` is there if there is one, and stands at `newer_href`; `action` agrees with it (input:
    akkoord, with that version).
    """

    version: str
    by: str
    on: date
    href: str
    newer_version: str | None
    newer_href: str
    action: str


@dataclass(frozen=True, kw_only=True)
class OrganisationSettings:
    """Fill `organisatie-beheer`: POST the inputs of macros/organisation.html to `action`.

    A picture goes to `action`/beeld (input: beeld), and away by `action`/beeld/weg.
    """

    frame: Frame
    action: str
    typed: Mapping[str, str]
    kinds: tuple[str, ...]
    page_href: str
    agreed: Agreed | None = None
    picture_href: str | None = None
    is_closed: bool = False
    merged_into: Link | None = None  # the organisation in which it went up
    suspended_because: str | None = None  # in the words of the platform
    problems: tuple[Problem, ...] = ()
    done: str | None = None  # a sentence about what was just done, in the page's language


@dataclass(frozen=True, kw_only=True)
class KwalificatieOption:
    """Show a kwalificatie with which an organisation can work."""

    crebo: str
    name: str
    level: int | None = None


@dataclass(frozen=True, kw_only=True)
class KwalificatieChoice:
    """Fill `organisatie-kwalificaties`; POST `crebo`, as often as is ticked, to `action`.

    With the button `zoekt` and the word `zoek` the page comes back with what was found; the ticks stay.
    """

    frame: Frame
    action: str
    back_href: str
    ticked: tuple[KwalificatieOption, ...] = ()
    found: tuple[KwalificatieOption, ...] = ()  # what answers `query` and is not ticked
    others: tuple[KwalificatieOption, ...] = ()
    query: str = ""
    has_answers: bool = False  # something answers `query`, ticked or not
    is_kept: bool = True  # what is ticked is what was kept
    problems: tuple[Problem, ...] = ()  # field: crebo
    done: str | None = None  # a sentence about what was just done, in the page's language


@dataclass(frozen=True, kw_only=True)
class StopConfirm:
    """Fill `organisatie-stoppen`; POST to `action` with the tick `zeker`."""

    frame: Frame
    name: str
    action: str
    back_href: str
    data_href: str
    typed: Mapping[str, str]
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, kw_only=True)
class ErkenningRow:
    """Show one thing for which a leerbedrijf is recognised."""

    work: str  # a crebo, or crebo/werkproces
    leerbedrijf: str
    since: date
    source: str
    is_confirmed: bool
    counts_as: str  # a FactStatus: "onbekend" where its number is not theirs now
    until: date | None = None
    remove_action: str | None = None  # POST; only of what the organisation declared itself


@dataclass(frozen=True, kw_only=True)
class ErkenningPage:
    """Fill `erkenning`: POST leerbedrijf, vestiging, crebo, werkproces, van, tot and bron to `action`.

    Or a table (input: bestand) with its source (herkomst) to `action`/tabel.
    """

    frame: Frame
    action: str
    back_href: str
    typed: Mapping[str, str]
    is_leerbedrijf: bool
    rows: tuple[ErkenningRow, ...] = ()
    problems: tuple[Problem, ...] = ()
    done: str | None = None  # a sentence about what was just done, in the page's language
