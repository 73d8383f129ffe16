"""The pages that anyone can open."""

from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from templates.views.evidence import Photo
from templates.views.pieces import (
    ConfirmationLine,
    Facts,
    Frame,
    KerntaakTiles,
    Link,
    Preview,
    SearchOutcome,
    SkillOption,
    State,
    Tile,
)


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
    """Fill `badge`, the page behind the link and the QR code of one badge.

    It fills `praktijkverklaring` and `bevestiging` too, where that is what was given.
    """

    frame: Frame
    facts: Facts
    picture: Markup  # documents.badge.badge_svg
    qr: Markup  # documents.qr.qr_svg of `url`
    url: str  # absolute: what is shared
    png_href: str
    svg_href: str
    json_href: str
    jwt_href: str | None  # none for a badge from before there were any
    check_href: str
    whose_href: str  # where the code on the telephone of who shows it is typed
    pdf_href: str | None = None  # none for what was withdrawn or replaced, and for what is no badge
    state: State = State.VALID  # VALID, REVOKED, REPLACED, EXPIRED or EARLY
    since: date | None = (
        None  # the day that the state began (withdrawn, replaced, expired) or will begin (early)
    )
    replaced_by_href: str | None = None
    is_by_link: bool = (
        False  # who keeps it made the link: he has what took its place, and can be asked for it
    )
    about_href: str | None = None  # the badgeklasse that an endorsement is about
    confirmations: tuple[ConfirmationLine, ...] = ()
    opened_action: str = ""  # POST: somebody looks at it
    photos: tuple[Photo, ...] = ()  # of the work, that the holder lets be seen
    is_mistake: bool = False  # it was withdrawn, for it was given by mistake
    preview: Preview | None = None
    until: date | None = None  # so long the link works, where its keeper said so
    up_href: str | None = None  # all that is shown together with it


@dataclass(frozen=True, kw_only=True)
class PublishedKey:
    """Show the public half of a key, and when it signed; `purpose` is a key of labels.KEYS."""

    purpose: str
    multikey: str
    since: date
    until: date | None = None
    compromised: date | None = None  # since when it is not trusted


@dataclass(frozen=True, kw_only=True)
class OrganisationFact:
    """Say one thing that an organisation is, and how far that is known."""

    kind: str  # a key of labels.ORGANISATIONS
    status: str  # "bevestigd", "zelf-verklaard" or "onbekend"
    confirmed: date | None = None
    source: str | None = None


@dataclass(frozen=True, kw_only=True)
class OrganisationPage:
    """Fill `organisatie`: who signs, for people who want to know an issuer."""

    frame: Frame
    name: str
    did: str
    did_href: str
    facts: tuple[OrganisationFact, ...] = ()
    picture_href: str | None = None
    website: str | None = None
    contact: str | None = None
    gemeente: str | None = None
    arbeidsmarktregio: str | None = None
    standing: str | None = None  # "gestopt", "samengegaan" or "stil"; None where it gives badges
    merged_into: Link | None = None
    since: date | None = None
    badges: tuple[Tile, ...] = ()  # its badgeklassen
    keys: tuple[PublishedKey, ...] = ()
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
    steps: tuple[tuple[str, str], ...] = ()  # name and criteria of each level
    editions: tuple[Link, ...] = ()  # the same in another language; `text` is its code
    words_in: str = "nl"  # the language of its words
    endorsements: tuple[ConfirmationLine, ...] = ()  # who stands behind it
    endorse_href: str | None = None  # only for who may speak for another organisation
    is_endorsement_shown: bool | None = None  # what became of his; None where there is none


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
class ErrorPage:
    """Fill `fout`: what happened, what is still there, the one next step."""

    frame: Frame
    status: int  # an HTTP status of 400 or more
    detail: str | None = None  # in the page's language
    next_href: str = "/"
    reference: str | None = None  # to find it in the log


@dataclass(frozen=True, kw_only=True)
class ApiParameter:
    """Name a parameter of an operation; its words are translated as those of the page."""

    name: str
    description: str
    required: bool


@dataclass(frozen=True, kw_only=True)
class ApiOperation:
    """Describe one operation, with commands to copy; its words are translated as those of the page."""

    method: str
    path: str
    summary: str
    description: str
    parameters: tuple[ApiParameter, ...] = ()
    examples: tuple[str, ...] = ()
    needs_key: bool = False  # asked by a system, with an API key


@dataclass(frozen=True, kw_only=True)
class ApiDocs:
    """Fill `api`: the operations of the API, readable without JavaScript."""

    frame: Frame
    openapi_href: str
    try_href: str
    operations: tuple[ApiOperation, ...]


@dataclass(frozen=True, kw_only=True)
class ApiTry:
    """Fill `api-proberen`: the vendored Swagger page, to try calls."""

    frame: Frame
    openapi_href: str
    back_href: str
