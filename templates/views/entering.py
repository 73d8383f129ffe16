"""What the pages show of how a holder comes to his badges: devices, passkeys, addresses and cards."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from markupsafe import Markup

from templates.views.pieces import Frame, Problem
from templates.views.signing_in import PasskeyAsk


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
