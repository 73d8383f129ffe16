"""What several views share: the frame around a page, tiles, facts, problems."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Protocol

from markupsafe import Markup

from templates.hulptalen import Hulptaal


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
class Gone:
    """Name a badge that stands no more, and how: REVOKED or REPLACED."""

    title: str
    state: State


@dataclass(frozen=True, kw_only=True)
class SignedIn:
    """Say who is signed in, and where their own pages are."""

    person: str
    mark: str  # goes along with every form
    account_href: str
    sign_out_action: str  # POST
    organisation: str | None = None  # for which this person acts now, if for any
    organisation_href: str | None = None
    issue_href: str | None = None  # only for who may give badges
    held_href: str | None = None  # only for who may give badges, while something waits to be signed
    held: int = 0  # so much waits
    designs_href: str | None = None  # only for who may design them
    issued_href: str | None = None
    recipients_href: str | None = None  # only for who works with them
    school_href: str | None = None  # only for who confirms there
    proposals_href: str | None = None  # as above
    people_href: str | None = None  # only for who manages them
    settings_href: str | None = None  # only for who looks after the organisation
    keys_href: str | None = None
    api_keys_href: str | None = None
    trail_href: str | None = None
    platform_href: str | None = None  # only for who runs the service


@dataclass(frozen=True, kw_only=True)
class Copy:
    """Say for which sign-in a telephone may keep a page, to show it without internet."""

    mark: str
    worker_href: str
    moment: datetime  # when the page was made
    last_day: date  # after it nothing of a copy is shown that was not renewed


@dataclass(frozen=True, kw_only=True)
class Frame:
    """Hold what stands around every page: menu, language switch, banner."""

    path: str | None  # path and query of this page for the language switch; None after a POST
    base_url: str
    signed_in: SignedIn | None = None
    demo: str | None = None  # not None shows the banner of a demo; the name of its organisation, or empty
    indexable: bool = False  # False writes robots noindex
    hulptalen: tuple[Hulptaal, ...] = ()  # those that are on here
    copy: Copy | None = None  # None where no telephone may keep it
    form_path: str | None = None  # after a POST that went wrong: the page from which it was sent

    @property
    def switch_path(self) -> str | None:
        """Give where the language switch leads; None after a POST that went well."""
        return self.path if self.path is not None else self.form_path


@dataclass(frozen=True, kw_only=True)
class Preview:
    """Tell other programs what to show of a link (Open Graph): nothing that says who it is about."""

    title: str
    issuer: str
    image: str | None  # absolute
    url: str


class View(Protocol):
    """Be anything with a frame."""

    @property
    def frame(self) -> Frame:
        """Give what stands around the page."""
        ...


@dataclass(frozen=True, kw_only=True)
class Problem:
    """Tell what is wrong with one field: `field` is the name of the input, the message says what to do."""

    field: str
    message: str


@dataclass(frozen=True, kw_only=True)
class Hindrance:
    """Tell what stands in the way of something, though nobody typed anything wrong, and who can help."""

    reason: str
    because: str | None = None  # in the words of who stopped it
    helpers: tuple[str, ...] = ()  # beheerders of the organisation, by name
    contact: str | None = None  # mail address of who runs the service
    is_for_good: bool = False  # it does not pass: there is no use in trying again


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
class ToDoLine:
    """Show one thing that is still to be done; `what` is a word of `macros/todo.html`."""

    what: str
    title: str = ""
    crebo: str = ""
    day: date | None = None
    count: int = 1  # badges that it counts for
    href: str | None = None  # where it is done, by who reads


@dataclass(frozen=True, kw_only=True)
class ToDo:
    """Show what is still to be done before a praktijkverklaring: by who reads it, and by the other."""

    own: tuple[ToDoLine, ...]
    others: tuple[ToDoLine, ...]
    other: str

    @property
    def total(self) -> int:
        """Count it all."""
        return len(self.own) + len(self.others)


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
class SkillOption:
    """Offer one CompetentNL skill; `plain` is our everyday label, `sign` our pictogram."""

    uri: str
    label: str
    plain: str | None = None
    sign: str | None = None


@dataclass(frozen=True, kw_only=True)
class ConfirmationLine:
    """Show who stands behind a badge or a badgeklasse, and where that stands."""

    by: str
    on: date
    href: str


@dataclass(frozen=True, kw_only=True)
class OwnBadge:
    """Offer a badge that the organisation designed itself."""

    name: str
    description: str
    picture: Markup
    href: str


@dataclass(frozen=True, kw_only=True)
class JudgedLine:
    """Show one werkproces of a praktijkverklaring."""

    title: str
    crebo: str
    code: str
    kwalificatie: str | None = None
    sentence: str | None = None  # ours: "Ik kan ..."
    href: str | None = None


@dataclass(frozen=True, kw_only=True)
class Facts:
    """Tell what stands on a badge, for the preview, the badge page and the report."""

    title: str
    issuer: str
    sentence: str | None = None  # ours: "Ik kan ..."
    name: str | None = None  # of the person, as the issuer wrote it
    narrative: str | None = None
    photos: int = 0  # that go along with it
    start: date | None = None
    end: date | None = None
    awarded: date | None = None
    independence: str | None = None  # met hulp | zelfstandig | kan het anderen uitleggen
    level: str | None = None  # beginner | gevorderd | expert
    level_means: str | None = None  # in the words of who designed it
    role: str | None = None  # stagiair | werknemer | vrijwilliger | bijbaan | leerling | deelnemer
    leervorm: str | None = None
    skills: tuple["SkillOption", ...] = ()
    werkproces_code: str | None = None
    points_at: str | None = None  # the werkproces that a badge with a name of its own belongs to
    kwalificatie: str | None = None
    issuer_kind: str | None = None  # "leerbedrijf" and so on
    issuer_href: str | None = None
    werkproces_href: str | None = None
    criteria: str | None = None
    valid_until: date | None = None
    judged_by: str | None = None  # where that is another than who gave it
    judged_by_href: str | None = None
    werkprocessen: tuple["JudgedLine", ...] = ()  # of a praktijkverklaring
    about: str | None = None  # what a badgeklasse is, or of which kwalificaties a praktijkverklaring


@dataclass(frozen=True, kw_only=True)
class Corrects:
    """Say which badge is put right, and whether the old one leads on to the better one."""

    title: str
    awarded: date
    leads_on: bool = True
