"""What each page shows: one frozen dataclass per page, plain values only.

A view knows no request and no database: whoever answers a request fills one and calls
`rendering.render(NAME, view, language=...)`; the docstring of a view says its NAME, a file in `pages/`.
Text in a view is either signed text, a name, or a sentence that is already in the language of the page;
all other words are in the templates. Dates are `date` or aware `datetime`. Values from a form are the strings
that were typed, so that nothing typed is ever lost.
"""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Protocol

from markupsafe import Markup

Hidden = tuple[tuple[str, str], ...]
"""Names and values of hidden inputs, in order; a name may occur more than once."""


class State(StrEnum):
    """Name the ten answers of a check; each has its own sign, words and colours."""

    VALID = "valid"
    UNLISTED = "unlisted"  # authentic and in order, issuer unknown to us
    STALE = "stale"  # authentic, the status list is out of reach or past its date
    EXPIRED = "expired"
    EARLY = "early"  # not yet valid
    REPLACED = "replaced"
    REVOKED = "revoked"
    FAKE = "fake"  # not authentic
    UNSIGNED = "unsigned"
    UNSURE = "unsure"  # cannot be checked


@dataclass(frozen=True, kw_only=True)
class SignedIn:
    """Say who is signed in, and where their own pages are."""

    person: str
    organisation: str
    organisation_href: str
    issued_href: str
    sign_out_action: str  # POST


@dataclass(frozen=True, kw_only=True)
class Frame:
    """Hold what stands around every page: menu, language switch, banner."""

    path: (
        str | None
    )  # path and query of this page for the language switch; None (after a POST) hides the switch
    base_url: str
    signed_in: SignedIn | None = None
    demo: str | None = None  # not None shows the banner of a demo; the name of its organisation, or empty
    indexable: bool = False  # False writes robots noindex


class View(Protocol):
    """Be anything with a frame."""

    @property
    def frame(self) -> Frame:
        """Give what stands around the page."""
        ...


# -------------------------------------------------------------------------------- pieces


@dataclass(frozen=True, kw_only=True)
class Problem:
    """Tell what is wrong with one field: `field` is the name of the input, the message says what to do."""

    field: str
    message: str


@dataclass(frozen=True, kw_only=True)
class Tile:
    """Show one werkproces to choose: field, title, a soft line under it, our plain sentence."""

    href: str
    field: str
    title: str
    below: str
    plain: str | None = None


@dataclass(frozen=True, kw_only=True)
class Link:
    """Name a place."""

    href: str
    text: str


@dataclass(frozen=True, kw_only=True)
class KerntaakTiles:
    """Gather the werkprocessen of one kerntaak."""

    title: str
    tiles: tuple[Tile, ...]


@dataclass(frozen=True, kw_only=True)
class KwalificatieTiles:
    """Gather the werkprocessen of one kwalificatie, folded unless `unfolded`."""

    crebo: str
    name: str
    kerntaken: tuple[KerntaakTiles, ...]
    unfolded: bool = False

    @property
    def count(self) -> int:
        """Count the werkprocessen."""
        return sum(len(kerntaak.tiles) for kerntaak in self.kerntaken)


@dataclass(frozen=True, kw_only=True)
class SearchOutcome:
    """Show what a search found; `advice` (in the page's language) says what to do next."""

    query: str
    tiles: tuple[Tile, ...]
    advice: str | None = None


@dataclass(frozen=True, kw_only=True)
class ChosenWerkproces:
    """Show the werkproces that was chosen, with our explanation where we have one."""

    crebo: str
    code: str
    title: str
    kwalificatie: str
    field: str
    href: str  # its public page
    sentence: str | None = None  # ours: "Ik kan ..."
    explanation: str | None = None  # ours: "Wat valt hieronder?"


@dataclass(frozen=True, kw_only=True)
class SkillOption:
    """Offer one CompetentNL skill; `plain` is our everyday label."""

    uri: str
    label: str
    plain: str | None = None


@dataclass(frozen=True, kw_only=True)
class Typed:
    """Hold what was typed in the issue form, as it was typed; empty means not filled in.

    Names of the inputs: naam, zin, van, tot, zelfstandigheid, rol, leervorm, vaardigheid (repeated; a uri).
    Dates are ISO (`<input type=date>`) unless someone typed something else.
    """

    naam: str = ""
    zin: str = ""
    van: str = ""
    tot: str = ""
    zelfstandigheid: str = ""
    rol: str = ""
    leervorm: str = ""
    vaardigheden: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Facts:
    """Tell what stands on a badge, for the preview, the badge page and the report."""

    title: str
    issuer: str
    sentence: str | None = None  # ours: "Ik kan ..."
    name: str | None = None  # of the person, as the issuer wrote it
    narrative: str | None = None
    start: date | None = None
    end: date | None = None
    awarded: date | None = None
    independence: str | None = None  # met hulp | zelfstandig | kan het anderen uitleggen
    role: str | None = None  # stagiair | werknemer | vrijwilliger | bijbaan | leerling | deelnemer
    leervorm: str | None = None
    skills: tuple[str, ...] = ()
    werkproces_code: str | None = None
    kwalificatie: str | None = None
    issuer_kind: str | None = None  # "leerbedrijf" and so on
    issuer_href: str | None = None
    werkproces_href: str | None = None
    criteria: str | None = None


@dataclass(frozen=True, kw_only=True)
class CheckLine:
    """Tell one thing that was checked; outcome is pass, fail or unknown."""

    code: str
    outcome: str
    sentence: str
    clause: str | None = None


# -------------------------------------------------------------------------------- public pages


@dataclass(frozen=True, kw_only=True)
class Home:
    """Fill `home`."""

    frame: Frame


@dataclass(frozen=True, kw_only=True)
class TextPage:
    """Fill `privacy`, `toegankelijkheid` and `hulp`."""

    frame: Frame
    operator: str | None = None  # who runs this service
    contact: str | None = None  # an e-mail address or a https address; None says that there is none yet


@dataclass(frozen=True, kw_only=True)
class BadgePage:
    """Fill `badge`, the page behind the link and the QR code of one badge."""

    frame: Frame
    facts: Facts
    picture: Markup  # documents.badge.badge_svg
    qr: Markup  # documents.qr.qr_svg of `url`
    url: str  # absolute: what is shared
    png_href: str
    svg_href: str
    json_href: str
    check_href: str
    state: State = State.VALID  # VALID, REVOKED, REPLACED, EXPIRED or EARLY
    since: date | None = (
        None  # the day that the state began (withdrawn, replaced, expired) or will begin (early)
    )
    replaced_by_href: str | None = None


@dataclass(frozen=True, kw_only=True)
class CheckForm:
    """Fill `controleer`. Inputs: bestand (file), link, tekst; multipart POST to `action`."""

    frame: Frame
    action: str
    link: str = ""
    tekst: str = ""
    problems: tuple[Problem, ...] = ()  # fields: bestand, link, tekst
    example: str | None = None  # an address of this service, for the hint


@dataclass(frozen=True, kw_only=True)
class CheckResult:
    """Fill `controleer-uitkomst`: one of ten answers, then who, what, when and every check."""

    frame: Frame
    state: State
    checked_at: datetime
    checks: tuple[CheckLine, ...]
    again_href: str
    facts: Facts | None = None  # None when nothing in it may be shown or read
    picture: Markup | None = None
    badge_href: str | None = None
    since: date | None = (
        None  # withdrawn, replaced, expired on; valid from; date of the last list that we have
    )
    reason: str | None = None  # UNSURE and FAKE: one sentence, in the page's language
    replaced_by_href: str | None = None
    issuer_address: str | None = None  # of an unknown issuer: the did or the address that it names


@dataclass(frozen=True, kw_only=True)
class WerkprocesPage:
    """Fill `werkproces`: the text that was agreed, readable for ever under its digest."""

    frame: Frame
    crebo: str
    code: str
    title: str
    kwalificatie: str
    kwalificatie_href: str
    kerntaak_code: str
    kerntaak_title: str
    field: str
    digest: str
    source: str
    verified: bool
    level: int | None = None
    dossier: str | None = None
    sector: str | None = None
    note: str | None = None
    sentence: str | None = None
    explanation: str | None = None
    skills: tuple[SkillOption, ...] = ()
    sisters: tuple[Link, ...] = ()
    current_href: str | None = None  # of the newer text, when this one is no longer current
    issue_href: str | None = None


@dataclass(frozen=True, kw_only=True)
class KwalificatiePage:
    """Fill `kwalificatie`."""

    frame: Frame
    crebo: str
    name: str
    kerntaken: tuple[KerntaakTiles, ...]
    field: str
    source: str
    verified: bool
    level: int | None = None
    dossier: str | None = None
    sector: str | None = None
    note: str | None = None
    skills: tuple[SkillOption, ...] = ()
    sisters: tuple[Link, ...] = ()


@dataclass(frozen=True, kw_only=True)
class KwalificatieList:
    """Fill `kwalificaties`: search, and all kwalificaties as tiles."""

    frame: Frame
    action: str  # GET, input: zoek
    kwalificaties: tuple[Tile, ...]
    search: SearchOutcome | None = None


@dataclass(frozen=True, kw_only=True)
class OrganisationPage:
    """Fill `organisatie`: who signs, for people who want to know an issuer."""

    frame: Frame
    name: str
    kind: str | None  # "leerbedrijf" and so on, in the page's language
    did: str
    did_href: str
    website: str | None = None
    since: date | None = None
    badges: tuple[Tile, ...] = ()  # its badgeklassen
    demo: bool = False


@dataclass(frozen=True, kw_only=True)
class AchievementPage:
    """Fill `badgeklasse`: what every badge of this kind says."""

    frame: Frame
    title: str
    description: str
    criteria: str
    picture: Markup
    organisation: str
    organisation_href: str
    json_href: str
    werkproces_href: str | None = None
    sentence: str | None = None
    skills: tuple[str, ...] = ()
    leervorm: str | None = None


# -------------------------------------------------------------------------------- issuing


@dataclass(frozen=True, kw_only=True)
class SignIn:
    """Fill `inloggen`: one button in the demo, otherwise what is missing."""

    frame: Frame
    demo_action: str | None = None  # POST
    person: str | None = None
    organisation: str | None = None
    hidden: Hidden = ()
    missing: tuple[str, ...] = ()  # sentences in the page's language


@dataclass(frozen=True, kw_only=True)
class IssueStart:
    """Fill `uitreiken-kies`, step 1: what was used before, the organisation's kwalificaties, search."""

    frame: Frame
    organisation: str
    search_action: str  # GET, input: zoek
    used_before: tuple[Tile, ...] = ()
    kwalificaties: tuple[KwalificatieTiles, ...] = ()
    search: SearchOutcome | None = None
    all_href: str | None = None  # every kwalificatie


@dataclass(frozen=True, kw_only=True)
class IssueForm:
    """Fill `uitreiken-schrijf`, step 2; POST to `action` with `hidden` and the inputs that `Typed` names."""

    frame: Frame
    chosen: ChosenWerkproces
    action: str
    back_href: str
    today: date
    typed: Typed = Typed()
    problems: tuple[Problem, ...] = ()
    skills: tuple[SkillOption, ...] = ()
    hidden: Hidden = ()


@dataclass(frozen=True, kw_only=True)
class IssuePreview:
    """Fill `uitreiken-bekijk`, step 3: POST `hidden` and the checkbox `gelezen` to `action`.

    `hidden` holds everything typed and the idempotency key, so that a double click gives the same one badge;
    the button to change something POSTs `hidden` to `edit_action`.
    """

    frame: Frame
    facts: Facts
    picture: Markup
    action: str
    edit_action: str
    hidden: Hidden
    problems: tuple[Problem, ...] = ()  # field: gelezen


@dataclass(frozen=True, kw_only=True)
class Issued:
    """Fill `uitreiken-klaar`: the QR code, large, for the person to scan."""

    frame: Frame
    title: str
    url: str  # absolute address of the badge page
    qr: Markup
    picture: Markup
    another_href: str
    name: str | None = None


@dataclass(frozen=True, kw_only=True)
class IssuedRow:
    """Show one badge that was given."""

    title: str
    field: str
    awarded: date
    href: str
    name: str | None = None
    state: State = State.VALID
    since: date | None = None
    withdraw_href: str | None = None


@dataclass(frozen=True, kw_only=True)
class IssuedList:
    """Fill `gegeven`: what this organisation gave, newest first."""

    frame: Frame
    organisation: str
    rows: tuple[IssuedRow, ...]
    issue_href: str
    next_href: str | None = None
    previous_href: str | None = None
    done: str | None = None  # a sentence about what was just done, in the page's language


@dataclass(frozen=True, kw_only=True)
class WithdrawConfirm:
    """Fill `intrekken`; POST to `action` with `reden` (one of `reasons`)."""

    frame: Frame
    title: str
    awarded: date
    action: str
    back_href: str
    reasons: tuple[str, ...]  # keys of labels.WITHDRAWAL; another key is shown as it is
    name: str | None = None
    chosen: str = ""
    hidden: Hidden = ()
    problems: tuple[Problem, ...] = ()  # field: reden


# -------------------------------------------------------------------------------- the rest


@dataclass(frozen=True, kw_only=True)
class ErrorPage:
    """Fill `fout`: what happened, what is still there, the one next step."""

    frame: Frame
    status: int  # an HTTP status of 400 or more
    detail: str | None = None  # in the page's language
    next_href: str = "/"
    reference: str | None = None  # to find it in the log


@dataclass(frozen=True, kw_only=True)
class ApiDocs:
    """Fill `api`: the description of the API, in the vendored Swagger page."""

    frame: Frame
    openapi_href: str
