"""What the pages show on which somebody chooses what to show, and what a link of his shows."""

from dataclasses import dataclass, replace
from datetime import date

from markupsafe import Markup

from templates.views.pieces import Facts, Frame, Preview, Problem, SkillOption, State


@dataclass(frozen=True, kw_only=True)
class Choice:
    """Show a badge that can be shared; `value` goes along where it is chosen."""

    value: str
    title: str
    issuer: str
    picture_href: str
    is_chosen: bool
    is_whole: bool = False  # nothing of it can be left out: a praktijkverklaring


@dataclass(frozen=True, kw_only=True)
class ShareForm:
    """Fill `delen`. POST `action` with bewijs (each), laat (keys of labels.PARTS), dagen, voor and verder.

    `onward` is the value of verder: papier where somebody comes for the paper that is made of the link.
    """

    frame: Frame
    action: str
    back_href: str
    choices: tuple[Choice, ...]
    days: tuple[int, ...]
    chosen_days: str
    chosen_parts: tuple[str, ...]
    voor: str = ""
    onward: str = ""
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, kw_only=True)
class EvcBundle:
    """Fill `mijn-evc`. GET `action` with bewijs (each) gives the zip; what is not ours has no picture."""

    frame: Frame
    action: str
    choices: tuple[Choice, ...]
    back_href: str
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Outdated:
    """Tell who made a link what became of a badge that it shows; nothing of one that stands.

    `becoming`: better, not-yet, not-signed, not-agreed or withdrawn. `href` leads to what he can do, or read.
    """

    title: str
    issuer: str
    becoming: str
    since: date
    href: str
    links: int = 1  # that show it


@dataclass(frozen=True, kw_only=True)
class OldLink:
    """Name a link that shows an old version; `value` goes along where it is chosen."""

    value: str
    href: str
    label: str
    until: date
    becoming: str
    is_elsewhere: bool = False  # on this borrowed telephone nothing can be done with it
    is_chosen: bool = True
    schools: tuple[str, ...] = ()  # that may take in what it shows


@dataclass(frozen=True, kw_only=True)
class OpenLink:
    """Name a link that shows a badge, also where the page of the badge is closed; there he can stop it."""

    href: str
    label: str
    until: date


@dataclass(frozen=True, kw_only=True)
class RenewalGroup:
    """Show what links say now and would say then; they leave out the same."""

    old: Facts
    new: Facts
    links: tuple[OldLink, ...]

    @property
    def is_same(self) -> bool:
        """Tell whether whoever has such a link would read the same, but for the day."""
        return replace(self.old, awarded=None) == replace(self.new, awarded=None)


@dataclass(frozen=True, kw_only=True)
class Renewal:
    """Fill `nieuwe-versie`: what the better badge says, for who has links that show the old one.

    POST `action` with link (each). `stays` are the links that cannot show it.
    """

    frame: Frame
    title: str
    issuer: str
    since: date
    action: str
    back_href: str
    groups: tuple[RenewalGroup, ...]
    stays: tuple[OldLink, ...] = ()
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, kw_only=True)
class ShareRow:
    """Show one link among those that somebody made."""

    href: str
    titles: tuple[str, ...]
    label: str
    until: date
    is_over: bool
    outdated: tuple[Outdated, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Shares:
    """Fill `gedeeld`: the links that somebody made."""

    frame: Frame
    rows: tuple[ShareRow, ...]
    make_href: str
    back_href: str


@dataclass(frozen=True, kw_only=True)
class ShareWeek:
    """Tell how often somebody looked in the week of this Monday."""

    monday: date
    count: int


@dataclass(frozen=True, kw_only=True)
class ShareMade:
    """Fill `gedeeld-een`, and `gedeeld-groot` with nothing but the code: one link for who made it."""

    frame: Frame
    titles: tuple[str, ...]
    label: str
    url: str
    qr: Markup  # documents.qr.qr_svg of `url`
    look_href: str
    large_href: str
    back_href: str
    stop_action: str  # POST
    again_href: str  # shows the next code
    code: str
    until: date
    parts: tuple[str, ...]  # what may be seen: keys of labels.PARTS
    weeks: tuple[ShareWeek, ...] = ()
    linkedin_href: str | None = None  # adds the one badge to a profile there
    schools: tuple[str, ...] = ()  # that may take it in
    school_href: str = ""
    schools_href: str = ""
    sheet_href: str | None = None  # all of it on one A4 to write on, while any of it stands
    is_over: bool = False
    is_elsewhere: bool = False  # it works longer than its address may stand on this borrowed telephone
    outdated: tuple[Outdated, ...] = ()
    done: str | None = None


@dataclass(frozen=True, kw_only=True)
class SchoolChoice:
    """Offer a school."""

    value: str
    name: str


@dataclass(frozen=True, kw_only=True)
class ConsentForm:
    """Fill `school-lezen`: which school may take in what, until when. POST `action` with school.

    Of a link that is there: `titles` and `until`. Otherwise as `ShareForm`, with bewijs, laat and dagen.
    """

    frame: Frame
    action: str
    back_href: str
    schools: tuple[SchoolChoice, ...]
    school: str = ""
    titles: tuple[str, ...] = ()
    until: date | None = None
    choices: tuple[Choice, ...] = ()
    days: tuple[int, ...] = ()
    chosen_days: str = ""
    chosen_parts: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, kw_only=True)
class ConsentRow:
    """Show what a school may take in, and since when it has it."""

    school: str
    titles: tuple[str, ...]
    until: date
    taken: date | None
    is_over: bool
    share_href: str | None
    stop_action: str


@dataclass(frozen=True, kw_only=True)
class Consents:
    """Fill `scholen`: which schools may take in what."""

    frame: Frame
    rows: tuple[ConsentRow, ...]
    new_href: str
    back_href: str
    done: str | None = None


@dataclass(frozen=True, kw_only=True)
class PassportBadge:
    """Show one badge of a skillspaspoort."""

    href: str
    title: str
    judged_by: str
    given_by: str | None  # where that is another: of a praktijkverklaring
    picture_href: str
    awarded: date | None
    sentence: str | None  # ours: "Ik kan ..."
    werkprocessen: tuple[str, ...] = ()  # of a praktijkverklaring
    state: State = State.VALID


@dataclass(frozen=True, kw_only=True)
class PassportSkill:
    """Show one skill, and on how many of the badges it stands."""

    skill: SkillOption
    count: int


@dataclass(frozen=True, kw_only=True)
class Passport:
    """Fill `skillspaspoort`: several badges on one page, what somebody can do first."""

    frame: Frame
    name: str | None
    skills: tuple[PassportSkill, ...]
    works: tuple[str, ...]  # occupations, after the skills
    badges: tuple[PassportBadge, ...]
    url: str
    qr: Markup  # documents.qr.qr_svg of `url`
    check_href: str
    json_href: str
    pdf_href: str | None
    whose_href: str
    until: date
    opened_action: str  # POST: somebody looks at it
    preview: Preview | None = None


@dataclass(frozen=True, kw_only=True)
class ShareEnded:
    """Fill `gedeeld-weg`: a link shows nothing, and says nothing of what it was."""

    frame: Frame
