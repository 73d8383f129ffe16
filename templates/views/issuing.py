"""The pages for whoever gives a badge."""

from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from templates.views.evidence import Beside, Photo
from templates.views.holding import HeldRow
from templates.views.pieces import (
    Corrects,
    Facts,
    Frame,
    Hindrance,
    KwalificatieTiles,
    Link,
    OwnBadge,
    Problem,
    SearchOutcome,
    SkillOption,
    State,
    Tile,
)
from templates.views.recipients import WaitingRow

Hidden = tuple[tuple[str, str], ...]
"""Names and values of hidden inputs, in order; a name may occur more than once."""


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
class ReadyRow:
    """Lead to what somebody wrote for another to read and give."""

    name: str
    title: str
    by: str
    href: str


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
    hindrance: Hindrance | None = None  # why nothing can be given now
    to_confirm: tuple[HeldRow, ...] = ()  # what others gave and ask the reader to confirm
    ready: tuple[ReadyRow, ...] = ()  # what others wrote for the reader to read and give
    questions: tuple[WaitingRow, ...] = ()  # what schools ask about badges
    objected: tuple[HeldRow, ...] = ()  # what the reader gave, and its recipient says is not right
    held_href: str | None = None  # all that is not signed yet, where there is any
    held: int = 0  # so much: the same as in the menu
    posters_href: str | None = None  # what was said at the workplace
    hidden: Hidden = ()  # goes along with a search: which badge was given for the wrong werkproces
    own_badges: tuple[OwnBadge, ...] = ()  # what the organisation designed itself
    design_href: str | None = None  # only for who may design them


@dataclass(frozen=True, kw_only=True)
class OtherName:
    """Show a badge that stands under another name than the one that its recipient chose since."""

    title: str
    href: str  # where it is put right
    name: str | None = None


@dataclass(frozen=True, kw_only=True)
class AgreedName:
    """Show where the recipient chooses how his name reads: on his own phone, by the code."""

    url: str
    qr: Markup
    again_action: str  # POST what was typed to see the name as he chose it now
    others: tuple[OtherName, ...] = ()


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
    hindrance: Hindrance | None = None  # why nothing can be given now
    keep_action: str | None = None  # keeps it as a draft, for work that was agreed
    agreed_name: AgreedName | None = None  # for work that was agreed: then the recipient chose the name
    corrects: Corrects | None = None
    gives: bool = True  # False for who may only write
    beside: Beside | None = None  # what was judged and collected of work that was agreed
    done: str | None = None  # that it was judged just now


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
    hindrance: Hindrance | None = None  # why it was not given just now; the box stays ticked
    corrects: Corrects | None = None
    photos: tuple[Photo, ...] = ()  # that the recipient chose
    asks: str = "niemand"  # or "tweede-persoon": a colleague confirms it before it is signed
    undo_minutes: int = 0  # so long it can be taken back before it is signed
    lapsed: date | None = None  # until when the organisation was recognised for this work, if it is over
    done: str | None = None


@dataclass(frozen=True, kw_only=True)
class Issued:
    """Fill `uitreiken-klaar`: the QR code, large, for the person to scan."""

    frame: Frame
    title: str
    url: str  # absolute address of the badge page
    keep_url: str  # where the person looks at it first, and keeps it
    qr: Markup  # documents.qr.qr_svg of `keep_url`
    picture: Markup
    another_href: str  # all work, or the agreement that it was given for
    is_agreed: bool = False
    next: Link | None = None  # to other work of that agreement, of which nothing was given yet
    name: str | None = None
    is_better: bool = False  # it took the place of another
    state: State = State.VALID  # or REVOKED, or REPLACED by what stands at `replaced_by_href`
    since: date | None = None  # the day on which it was withdrawn
    replaced_by_href: str | None = None
    card_href: str | None = None  # where a card on paper is made for it
    correct_href: str | None = None
    withdraw_href: str | None = None
    erase_href: str | None = None


@dataclass(frozen=True, kw_only=True)
class BadgeErasing:
    """Fill `bewijs-wissen`: what goes, what stays, and whether the person asked for it."""

    frame: Frame
    title: str
    name: str | None
    awarded: date
    action: str  # POST
    back_href: str
    problems: tuple[Problem, ...] = ()


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
    correct_href: str | None = None
    id: str = ""
    recipient: str | None = None  # as the organisation knows who got it
    reference: str | None = None
    given_by: str | None = None


@dataclass(frozen=True, kw_only=True)
class GivenSearch:
    """Show what is looked for among what was given. POST `action`: zoek, stand, van, tot."""

    action: str
    standings: tuple[str, ...]  # keys of labels.GIVEN
    zoek: str = ""
    stand: str = ""
    van: str = ""
    tot: str = ""

    @property
    def is_narrow(self) -> bool:
        """Tell whether anything is looked for."""
        return bool(self.zoek or self.stand or self.van or self.tot)


@dataclass(frozen=True, kw_only=True)
class IssuedList:
    """Fill `gegeven`: what this organisation gave, newest first."""

    frame: Frame
    organisation: str
    rows: tuple[IssuedRow, ...]
    search: GivenSearch | None = None
    choose_action: str | None = None  # POST with `bewijs` of each that was chosen, or `alles`, and `doe`
    may_correct: bool = False
    csv_action: str | None = None  # POST with what is looked for, as the next two
    xlsx_action: str | None = None
    problems: tuple[Problem, ...] = ()  # fields: van, tot
    issue_href: str | None = None  # only for who may give badges
    next_from: str | None = None  # POST `search.action` with it as `ouder`
    previous_from: str | None = None  # and this one as `nieuwer`
    done: str | None = None  # a sentence about what was just done, in the page's language


@dataclass(frozen=True, kw_only=True)
class Resting:
    """Say what a school said that rests on a badge; `said` is a word of `macros/resting.html`."""

    school: str
    said: str


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
    correct_href: str | None = None
    resting: Resting | None = None
    problems: tuple[Problem, ...] = ()  # field: reden


@dataclass(frozen=True, kw_only=True)
class CorrectWhat:
    """Fill `verbeteren`: what is wrong with a badge; GET `action` with `fout` (one of `kinds`)."""

    frame: Frame
    title: str
    awarded: date
    action: str
    back_href: str
    withdraw_href: str
    kinds: tuple[str, ...]  # keys of labels.CORRECTIONS
    name: str | None = None
    resting: Resting | None = None
    problems: tuple[Problem, ...] = ()  # field: fout


@dataclass(frozen=True, kw_only=True)
class PersonOption:
    """Offer somebody who learns this werkproces here."""

    href: str
    name: str
    reference: str | None = None


@dataclass(frozen=True, kw_only=True)
class CorrectWho:
    """Fill `verbeteren-wie`: for whom the badge is; somebody who agreed to learn this, or anybody else."""

    frame: Frame
    title: str
    people: tuple[PersonOption, ...]
    other_href: str
    back_href: str
