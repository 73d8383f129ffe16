"""What the pages of a holder show."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from markupsafe import Markup

from templates.arches import Stone
from templates.views.pieces import Facts, Frame, Problem, State
from templates.views.signing_in import PasskeyAsk


class Keeping(StrEnum):
    """Say what can be done with a badge that somebody was given to keep."""

    FIRST = "first"  # nothing is kept on this telephone yet
    ADDED = "added"  # it would come beside what is kept here
    OWN = "own"  # it is kept here
    OTHERS = "others"  # somebody keeps it, and not here
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, kw_only=True)
class Keep:
    """Fill `bewaar`: the badge that was given, and then the question whether to keep it."""

    frame: Frame
    facts: Facts
    picture: Markup  # documents.badge.badge_svg
    standing: Keeping
    action: str  # POST
    look_href: str
    wallet_href: str
    opened_action: str  # POST: somebody looks at it
    is_borrowed: bool = False  # what is open here is of who borrows this telephone


@dataclass(frozen=True, kw_only=True)
class Shelf:
    """Show one badge among those that somebody keeps."""

    href: str
    title: str
    issuer: str
    picture_href: str
    sentence: str | None = None  # ours: "Ik kan ..."
    state: State = State.VALID


@dataclass(frozen=True, kw_only=True)
class RoutePart:
    """Show a kerntaak of which there is something, with an arch; an open stone is no judgement."""

    title: str
    stones: tuple[Stone, ...]
    have: int
    of: int
    partly: int = 0


@dataclass(frozen=True, kw_only=True)
class RouteRow:
    """Show what badges lead toward; `kind` is a word of `labels.ROUTES`."""

    title: str
    kind: str
    href: str | None
    parts: tuple[RoutePart, ...]


@dataclass(frozen=True, kw_only=True)
class HolderRoutes:
    """Show toward what badges lead, or only the button to see it again. POST both actions."""

    rows: tuple[RouteRow, ...]
    hide_action: str | None
    show_action: str | None

    @property
    def has_partly(self) -> bool:
        """Tell whether something counts for a part."""
        return any(part.partly for row in self.rows for part in row.parts)


@dataclass(frozen=True, kw_only=True)
class DecidedRow:
    """Show what a school decided on what somebody shared; `outcome` is a key of labels.OWN_OUTCOMES."""

    href: str
    title: str
    school: str
    outcome: str
    day: date
    is_advice: bool = False
    is_replaced: bool = False


@dataclass(frozen=True, kw_only=True)
class Wallet:
    """Fill `mijn-bewijzen`; `badges` is None where nothing is kept on this telephone."""

    frame: Frame
    badges: tuple[Shelf, ...] | None
    count: int
    leave_action: str  # POST
    card_href: str  # where a card is typed
    passkey_href: str  # where a passkey opens them
    address_href: str | None = None  # where a code does that is sent; None where nothing is sent
    share_href: str | None = None  # where he shows several together; None where this telephone may not
    shares_href: str | None = None  # what he shares now
    schools_href: str | None = None  # which schools may take it in
    evc_href: str | None = None  # where he makes a zip for a provider of EVC; None as with `ways_href`
    helpers_href: str | None = None  # who helps him; None as with `ways_href`
    ways_href: str | None = None  # how else he comes here; None where this telephone may not tell
    is_only_this: bool = False  # nothing is left once this telephone is gone
    has_given_card: bool = False  # an organisation made a card that opens what it gave
    take_over_action: str | None = None  # POST: let nothing of before open what is shown here
    take_over_from: date | None = None  # from which day that may be; None where nothing is to be taken over
    only_of: str | None = None  # the one organisation whose badges this telephone shows
    is_borrowed: bool = False  # it shows them for an hour
    stored_href: str | None = None  # what is stored about him; None where this telephone may not
    foreign: tuple[Shelf, ...] = ()  # what he got elsewhere
    import_href: str | None = None  # where he brings such a badge in; None where this telephone may not
    decided: tuple[DecidedRow, ...] = ()  # what schools decided on what he shared
    routes: HolderRoutes | None = None  # toward what they lead
    done: str | None = None


@dataclass(frozen=True, kw_only=True)
class Away:
    """Fill `zonder-internet`: a page is not on this telephone, and there is no internet to fetch it."""

    frame: Frame
    wallet_href: str


@dataclass(frozen=True, kw_only=True)
class ImportForm:
    """Fill `van-elders-erbij`: bring in a badge from elsewhere. POST `action` with bestand, or tekst."""

    frame: Frame
    action: str
    back_href: str
    tekst: str = ""
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, kw_only=True)
class ForeignBadge:
    """Fill `van-elders`: a badge that somebody got elsewhere."""

    frame: Frame
    title: str
    issuer: str
    state: State
    heading: str  # what the verifier said, in Dutch or English
    checked: date
    file_href: str  # the bytes as they came
    kind: str  # what kind of file that is
    again_action: str | None  # POST: look again; None where this telephone may not
    drop_action: str | None  # POST
    back_href: str
    done: str | None = None


@dataclass(frozen=True, kw_only=True)
class Stored:
    """Fill `mijn-gegevens`: what is stored about who keeps badges, and the way to have it all."""

    frame: Frame
    count: int  # badges that he keeps
    givers: tuple[str, ...]  # organisations
    since: date
    seen: date
    devices: tuple[str, ...]  # which browser on what; empty where it did not say
    has_card: bool
    passkeys: int
    addresses: tuple[str, ...]  # a hint of each
    shares: int  # links that he made
    foreign: int  # badges that he got elsewhere
    seconds: int  # so long the zip takes
    download_href: str
    erase_href: str
    back_href: str


@dataclass(frozen=True, kw_only=True)
class FolderBadge:
    """Show a badge in the page of a zip; `files` are there, none where it did not fit."""

    title: str
    issuer: str
    url: str | None  # its page here; None of what was given elsewhere
    is_withdrawn: bool
    files: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Folder:
    """Fill `map`: the page that goes along in a zip of all that somebody keeps."""

    frame: Frame
    made: date
    badges: tuple[FolderBadge, ...]
    check_url: str


@dataclass(frozen=True, kw_only=True)
class HolderErasing:
    """Fill `bewijzen-weg`: what goes, what stays, and whether he is sure."""

    frame: Frame
    count: int  # badges that he keeps
    action: str  # POST
    back_href: str
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, kw_only=True)
class KeptBadge:
    """Fill `mijn-bewijs`: one badge for who keeps it, with the code that says that it is his."""

    frame: Frame
    facts: Facts
    picture: Markup  # documents.badge.badge_svg
    show_href: str | None  # None on a borrowed telephone: it works for ever
    back_href: str
    code: str
    again_href: str  # shows the next code
    share_href: str  # where he chooses what to show of it, and until when
    close_action: str  # POST: nobody sees its page any more
    reopen_action: str | None  # POST; None on a borrowed telephone
    qr: Markup | None = None  # documents.qr.qr_svg of where it is shown; None where nobody is shown it
    is_closed: bool = False
    asks_parent: bool = False  # nobody is shown it before a parent agreed
    done: str | None = None


@dataclass(frozen=True, kw_only=True)
class WhoseBadge:
    """Fill `van-wie`: whether a badge is of who shows it. POST `action` with code."""

    frame: Frame
    title: str
    action: str
    back_href: str
    hindrance: str | None = None  # why no code can be asked for
    is_right: bool = False
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, kw_only=True)
class CardChoice:
    """Fill `kaart-maken`: three pictures for a card. POST `action`: plaatje-1, plaatje-2, plaatje-3."""

    frame: Frame
    by_field: tuple[str, ...]  # keys of labels.CARD_PICTURES
    action: str
    back_href: str
    is_own: bool  # the holder makes it; otherwise it is made for whoever stands there
    has_one: bool = False  # which opens nothing once this one is made
    is_kept: bool = False  # somebody keeps the badge: the card opens what its organisation gave, and no more
    title: str = ""
    typed: Mapping[str, str] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, kw_only=True)
class CardMade:
    """Fill `kaart`: the card itself, to print or to copy; its code is shown this one time."""

    frame: Frame
    code: str  # as it is typed: K7P-4QD9
    qr: Markup  # documents.qr.qr_svg of `url`
    url: str  # absolute: where it is typed
    pdf_action: str  # POST with code and taal, for the same card as a PDF
    back_href: str
    picture: Markup | None = None
    title: str | None = None
    organisation: str | None = None  # that makes another when it is lost; None where the holder does


@dataclass(frozen=True, kw_only=True)
class CardTyped:
    """Fill `kaart-openen`. POST `action` with code, plaatje-1 to plaatje-3, and eigen (ja, nee)."""

    frame: Frame
    by_field: tuple[str, ...]
    action: str
    joins: bool = False  # it proves that other badges are his too
    join_href: str | None = None  # where badges stand on this telephone already: to bring them together
    typed: Mapping[str, str] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()


class WayOut(StrEnum):
    """Say why no passkey can be made or used here."""

    APP = "app"  # the browser is part of another app
    ADDRESS = "address"  # the service was opened at another address than its own, or its own is a number


@dataclass(frozen=True, kw_only=True)
class KeptPasskey:
    """Show one passkey that opens what somebody keeps."""

    device: str
    made: date
    used: date | None
    remove_action: str  # POST


@dataclass(frozen=True, kw_only=True)
class KeptAddress:
    """Show by which address a code opens what somebody keeps."""

    is_phone: bool
    hint: str  # n…@m….nl
    made: date
    remove_action: str  # POST


@dataclass(frozen=True, kw_only=True)
class GivenCard:
    """Show a card that an organisation made in the place of what somebody lost."""

    organisation: str
    made: date
    stop_action: str  # POST


@dataclass(frozen=True, kw_only=True)
class WaysIn:
    """Fill `mijn-toegang`: how somebody comes to what he keeps, and what he can add."""

    frame: Frame
    is_only_this: bool
    devices: int
    devices_href: str
    add_device_href: str
    passkeys: tuple[KeptPasskey, ...]
    make_passkey_href: str
    make_card_href: str
    end_card_action: str  # POST
    back_href: str
    join_href: str  # to bring other badges of his here
    card_since: date | None = None
    addresses: tuple[KeptAddress, ...] = ()
    given_cards: tuple[GivenCard, ...] = ()
    add_address_href: str | None = None  # None where nothing is sent
    by_phone: bool = False
    done: str | None = None


@dataclass(frozen=True, kw_only=True)
class ComingAlong:
    """Show what comes along from another list; `more` is how many badges are not named."""

    titles: tuple[str, ...]
    more: int = 0
    foreign: int = 0
    shares: int = 0
    schools: tuple[str, ...] = ()
    helpers: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class JoinLists:
    """Fill `mijn-samen`: how somebody proves that other badges are his too, and then what comes along."""

    frame: Frame
    action: str  # POST: bring them together
    card_href: str
    passkey_href: str
    address_href: str | None  # None where nothing is sent
    back_href: str
    coming: ComingAlong | None = None  # once they were proved
    problem: str | None = None


@dataclass(frozen=True, kw_only=True)
class KeepPasskey:
    """Fill `mijn-passkey`: make a passkey for what one keeps."""

    frame: Frame
    passkey: PasskeyAsk
    back_href: str
    add_device_href: str  # how they come to the browser of the telephone
    address: str  # where it does work
    way_out: WayOut | None = None


@dataclass(frozen=True, kw_only=True)
class OpenByPasskey:
    """Fill `passkey-openen`: open what one keeps, on one's own telephone or on that of another."""

    frame: Frame
    own: PasskeyAsk
    borrowed: PasskeyAsk | None  # None where it proves that other badges are his too
    back_href: str
    address: str  # where it does work
    way_out: WayOut | None = None
    join_href: str | None = None  # where badges stand on this telephone already: to bring them together


@dataclass(frozen=True, kw_only=True)
class KeptDevice:
    """Show one telephone on which somebody sees what he keeps."""

    kind: str  # which browser on what; empty where it did not say
    since: date
    seen: date
    remove_action: str  # POST
    until: datetime | None = None  # when it shows nothing any more, if it is not his own
    is_here: bool = False
    only_of: str | None = None  # the one organisation whose badges it shows


@dataclass(frozen=True, kw_only=True)
class Devices:
    """Fill `mijn-toestellen`."""

    frame: Frame
    devices: tuple[KeptDevice, ...]
    add_href: str
    back_href: str
    done: str | None = None


@dataclass(frozen=True, kw_only=True)
class AddDevice:
    """Fill `toestel-erbij`: let another device in; it has `code` while none asks, `asks` when one does."""

    frame: Frame
    begin_action: str  # POST: show a code
    look_href: str  # this page, as it stands by then
    back_href: str
    code: str | None = None  # as it is typed: K7P4-QD9M
    qr: Markup | None = None  # documents.qr.secret_qr_svg of `url`
    url: str | None = None  # absolute, with the code in it
    type_url: str | None = None  # absolute: where it is typed
    asks: str | None = None  # which kind of device; empty where it did not say
    allow_action: str | None = None  # POST `hoe`: altijd, uur
    refuse_action: str | None = None  # POST


@dataclass(frozen=True, kw_only=True)
class JoinDevice:
    """Fill `toestel`: type the code that another device shows. POST `action` with code."""

    frame: Frame
    action: str
    typed: Mapping[str, str] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, kw_only=True)
class WaitForDevice:
    """Fill `toestel-wacht`: wait until the other device says yes, then open. POST `action`."""

    frame: Frame
    is_let_in: bool
    action: str
    look_href: str


@dataclass(frozen=True, kw_only=True)
class AskAddress:
    """Fill `adres`: where a code is sent that opens what somebody keeps. POST `action` with adres."""

    frame: Frame
    action: str
    is_opening: bool  # otherwise it is added
    by_mail: bool
    by_phone: bool
    back_href: str
    joins: bool = False  # it proves that other badges are his too
    typed: Mapping[str, str] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, kw_only=True)
class TypeCode:
    """Fill `adres-code`. POST `action` with code, and eigen (ja, nee) where it opens."""

    frame: Frame
    action: str
    is_opening: bool
    again_href: str
    card_href: str | None = None  # other ways in, where it opens
    passkey_href: str | None = None
    joins: bool = False  # it proves that other badges are his too
    join_href: str | None = None  # where badges stand on this telephone already: to bring them together
    typed: Mapping[str, str] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, kw_only=True)
class LookRow:
    """Say on which day a helper looked at what; None is the list."""

    day: date
    title: str | None


@dataclass(frozen=True, kw_only=True)
class HelperRow:
    """Show who helps to whom he helps."""

    label: str
    until: date
    has_come: bool
    is_over: bool
    invite_href: str  # shows the invitation again, while he has not come
    stop_action: str  # POST
    titles: tuple[str, ...]
    looks: tuple[LookRow, ...]


@dataclass(frozen=True, kw_only=True)
class Helpers:
    """Fill `mijn-helpers`: who helps, and what each looked at."""

    frame: Frame
    helpers: tuple[HelperRow, ...]
    new_href: str
    back_href: str
    done: str | None = None


@dataclass(frozen=True, kw_only=True)
class HelperChoice:
    """Fill `helper-nieuw`. POST `action` with wie, bewijs (repeated), duur (a key of labels.HELP_SPANS)."""

    frame: Frame
    action: str
    back_href: str
    badges: tuple[tuple[str, str, str], ...]  # id, title, issuer
    spans: tuple[str, ...]
    chosen: frozenset[str] = frozenset()
    typed: Mapping[str, str] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, kw_only=True)
class HelperInvitation:
    """Fill `helper-uitnodiging`: the link and the code for who helps."""

    frame: Frame
    label: str
    until: date
    url: str
    qr: Markup
    back_href: str


@dataclass(frozen=True, kw_only=True)
class HelpAsked:
    """Fill `helpen-vraag`: whether somebody helps. POST to `action`."""

    frame: Frame
    count: int
    until: date
    action: str


@dataclass(frozen=True, kw_only=True)
class HelpedRow:
    """Show one whom somebody helps: nobody is named."""

    href: str
    until: date


@dataclass(frozen=True, kw_only=True)
class Helped:
    """Fill `helpen`: whom somebody helps, in this browser."""

    frame: Frame
    helped: tuple[HelpedRow, ...]


@dataclass(frozen=True, kw_only=True)
class HelpShelf:
    """Fill `helpen-bij`: the badges that somebody who helps may see."""

    frame: Frame
    badges: tuple[Shelf, ...]
    until: date
    back_href: str


@dataclass(frozen=True, kw_only=True)
class HelpBadge:
    """Fill `helpen-bewijs`: one badge for who helps; with nothing to share it by."""

    frame: Frame
    facts: Facts
    picture: Markup  # documents.badge.badge_svg
    state: State
    back_href: str
