"""The pages to sign in, and about how one does."""

from dataclasses import dataclass
from datetime import date, datetime

from markupsafe import Markup

from templates.views.issuing import Hidden
from templates.views.pieces import Frame, Problem


@dataclass(frozen=True, kw_only=True)
class Resume:
    """Go on with a form that was interrupted: POST `hidden` to `action`."""

    action: str
    hidden: Hidden


@dataclass(frozen=True, kw_only=True)
class PasskeyAsk:
    """Tell the script where to ask for options and where to bring what the device answers (both POST, JSON).

    Then it goes to `next_href`, or where the answer says.
    """

    options_action: str
    action: str
    next_href: str | None = None


@dataclass(frozen=True, kw_only=True)
class AccountAsk:
    """Go to a provider of accounts: POST to `action`."""

    name: str
    action: str


@dataclass(frozen=True, kw_only=True)
class GoElsewhere:
    """Fill `inloggen-elders`: on the way to a provider, without a press more."""

    frame: Frame
    name: str
    href: str


@dataclass(frozen=True, kw_only=True)
class AccountRow:
    """Show one account elsewhere of one's own; `name` is that of its provider."""

    name: str
    created: date
    remove_action: str | None  # None where nothing else would be left
    used: datetime | None = None


@dataclass(frozen=True, kw_only=True)
class DemoDoor:
    """Come in as somebody of another organisation of the demo: POST `value` as `als`."""

    value: str
    name: str
    role: str
    organisation: str


@dataclass(frozen=True, kw_only=True)
class DemoSignIn:
    """Sign in to the demo with one button: POST to `action`, as the beheerder or another with `als`."""

    action: str
    organisation: str
    person: str
    beheerder: str
    others: tuple[DemoDoor, ...] = ()


@dataclass(frozen=True, kw_only=True)
class SignIn:
    """Fill `inloggen`: sign in, or (with `person`) show once more that it is you."""

    frame: Frame
    passkey: PasskeyAsk
    lost_href: str
    code_action: str | None = None  # POST `code` of an app, for who has one
    reason: str | None = None  # why this is asked, in the page's language
    person: str | None = None  # who is signed in already
    wrong_address: str | None = None  # the address at which passkeys do work
    demo: DemoSignIn | None = None
    others: tuple[AccountAsk, ...] = ()
    hidden: Hidden = ()  # where to go on, for every form of the page
    resume: Resume | None = None
    problems: tuple[Problem, ...] = ()  # field: code


@dataclass(frozen=True, kw_only=True)
class Denied:
    """Fill `mag-niet`: this is not for this person; who can help, and what was typed is not lost."""

    frame: Frame
    reason: str  # in the page's language
    next_href: str
    helpers: tuple[str, ...] = ()  # names
    own_href: str | None = None  # for a beheerder, who changes roles: his own
    resume: Resume | None = None


@dataclass(frozen=True, kw_only=True)
class Choose:
    """Act for another organisation, and go on with a form there: POST `hidden` to `action`."""

    action: str
    name: str
    hidden: Hidden


@dataclass(frozen=True, kw_only=True)
class OtherSender:
    """Fill `ander-formulier`: what was sent is somebody else's form, or (with `choose`) for elsewhere."""

    frame: Frame
    reason: str  # in the page's language
    next_href: str
    choose: Choose | None = None


@dataclass(frozen=True, kw_only=True)
class GoOn:
    """Fill `verder`: signed in again; one button goes on with what was interrupted."""

    frame: Frame
    resume: Resume


@dataclass(frozen=True, kw_only=True)
class LinkPage:
    """Fill `instellen`, for who opened a link to make a way to sign in; POST to `action`."""

    frame: Frame
    name: str
    action: str


@dataclass(frozen=True, kw_only=True)
class MakeWayIn:
    """Fill `inloggen-instellen`: make a passkey."""

    frame: Frame
    passkey: PasskeyAsk
    replaces: bool  # what this person had before opens nothing any more
    app_action: str | None = None  # POST: an app with codes instead
    code_href: str | None = None  # for who has such an app already
    others: tuple[AccountAsk, ...] = ()  # that open all that this person may do
    wrong_address: str | None = None
    back_href: str | None = None
    problem: str | None = None  # in the page's language


@dataclass(frozen=True, kw_only=True)
class NewCodeApp:
    """Fill `app-nieuw`: scan or type the secret, then POST a first `code` to `action`."""

    frame: Frame
    qr: Markup
    secret: str
    uri: str
    action: str
    problems: tuple[Problem, ...] = ()  # field: code


@dataclass(frozen=True, kw_only=True)
class RecoveryCodes:
    """Fill `reservecodes`: shown once, to write down."""

    frame: Frame
    codes: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class PasskeyRow:
    """Show one passkey of one's own."""

    name: str
    created: date
    rename_action: str
    remove_action: str | None  # None where nothing else would be left
    used: datetime | None = None


@dataclass(frozen=True, kw_only=True)
class CodeAppRow:
    """Show one's app with codes, or how to make one; all of it POSTs."""

    new_action: str
    remove_action: str | None  # None where nothing else would be left
    codes_action: str
    since: date | None = None  # None where there is none
    codes_left: int = 0


@dataclass(frozen=True, kw_only=True)
class SessionRow:
    """Show one place where one is signed in."""

    device: str
    proof: str  # key of labels.PROOFS
    seen: datetime
    end_action: str
    is_current: bool = False


@dataclass(frozen=True, kw_only=True)
class WorkplaceRow:
    """Show one organisation that one works for; POST `organisatie` to choose it."""

    organisation_id: str
    name: str
    is_current: bool = False


@dataclass(frozen=True, kw_only=True)
class Account:
    """Fill `mijn`: one's own organisations, ways to sign in, and where one is signed in."""

    frame: Frame
    name: str
    workplaces: tuple[WorkplaceRow, ...]
    choose_action: str
    passkeys: tuple[PasskeyRow, ...]
    ways_in_href: str
    sessions: tuple[SessionRow, ...]
    end_all_action: str
    accounts: tuple[AccountRow, ...] = ()
    others: tuple[AccountAsk, ...] = ()  # that can be linked
    app: CodeAppRow | None = None  # None where an app is of no use
    mail: str | None = None
    runs_platform: bool = False
    done: str | None = None
    problem: str | None = None


@dataclass(frozen=True, kw_only=True)
class Lost:
    """Fill `inloggen-hulp`: ask for a letter with a link; POST `mail` to `action`."""

    frame: Frame
    sends_mail: bool
    action: str
    contact: str  # mail address of who runs the service
    typed: str = ""
    is_asked: bool = False
    problems: tuple[Problem, ...] = ()  # field: mail
