"""The pages about who works for an organisation, and the letters to them."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from templates.views.pieces import Frame, Hindrance, Link, Problem


class MailView(Protocol):
    """Be anything that a letter can be written from."""

    @property
    def base_url(self) -> str:
        """Give the address of the service, which stands under each letter."""
        ...


@dataclass(frozen=True, kw_only=True)
class InvitationMail:
    """Fill the letter `uitnodiging`."""

    base_url: str
    name: str
    organisation: str
    inviter: str | None  # None for the first beheerder of an organisation
    roles: tuple[str, ...]  # keys of labels.MEMBER_ROLES
    url: str
    until: date


@dataclass(frozen=True, kw_only=True)
class NewsMail:
    """Fill the letters `bericht-...`: what happened to a badge, or to an agreement."""

    base_url: str
    organisation: str
    url: str
    until: datetime | None = None  # so long a badge counts, or somebody can say that it is not right


@dataclass(frozen=True, kw_only=True)
class DecisionMail:
    """Fill the letter `besluit`: a school decided on what somebody asked."""

    base_url: str
    organisation: str
    url: str
    is_advice: bool
    is_revision: bool


@dataclass(frozen=True, kw_only=True)
class LinkMail:
    """Fill the letter `inloglink`."""

    base_url: str
    name: str
    url: str


@dataclass(frozen=True, kw_only=True)
class CodeMail:
    """Fill the letter `code`."""

    base_url: str
    code: str


@dataclass(frozen=True, kw_only=True)
class TypedMember:
    """Hold what was typed about someone, as it was typed.

    Names of the inputs: naam, mail, rol (repeated; a key of labels.MEMBER_ROLES), mandaat, sinds.
    """

    naam: str = ""
    mail: str = ""
    rollen: tuple[str, ...] = ()
    mandaat: str = ""
    sinds: str = ""


@dataclass(frozen=True, kw_only=True)
class MemberRow:
    """Show one person of the organisation."""

    name: str
    roles: tuple[str, ...]  # keys of labels.MEMBER_ROLES
    change_href: str
    mail: str | None = None
    mandate_by: str | None = None
    mandate_since: date | None = None
    is_self: bool = False


@dataclass(frozen=True, kw_only=True)
class InvitationRow:
    """Show one invitation that nobody accepted yet; its two buttons POST."""

    name: str
    mail: str
    roles: tuple[str, ...]
    until: date
    is_over: bool
    renew_action: str
    withdraw_action: str


@dataclass(frozen=True, kw_only=True)
class People:
    """Fill `mensen`: who works here, who is asked."""

    frame: Frame
    organisation: str
    members: tuple[MemberRow, ...]
    invitations: tuple[InvitationRow, ...]
    invite_href: str
    hindrance: Hindrance | None = None  # why nobody can be invited now
    done: str | None = None  # a sentence about what was just done, in the page's language

    @property
    def is_beginning(self) -> bool:
        """Say whether the first beheerder is still alone: then the page says where to begin."""
        return len(self.members) == 1 and not self.invitations and self.hindrance is None


@dataclass(frozen=True, kw_only=True)
class MemberForm:
    """Fill `mensen-rollen`: invite someone, or (with `name`) change what someone does."""

    frame: Frame
    action: str
    back_href: str
    roles: tuple[str, ...]  # that can be chosen here
    today: date
    typed: TypedMember = TypedMember()
    name: str | None = None  # of whom it is about; None asks for name and mail address
    remove_href: str | None = None
    link_action: str | None = None  # POST: make a link to sign in again
    problems: tuple[Problem, ...] = ()
    hindrance: Hindrance | None = None  # why nobody can be invited now


@dataclass(frozen=True, kw_only=True)
class MemberRemove:
    """Fill `mensen-verwijderen`; POST to `action`."""

    frame: Frame
    organisation: str
    name: str
    action: str
    back_href: str
    problem: str | None = None  # in the page's language; then it cannot be done


@dataclass(frozen=True, kw_only=True)
class Invited:
    """Fill `mensen-uitgenodigd`: a letter is on its way, or here is the link to send."""

    frame: Frame
    name: str
    mail: str
    until: date
    back_href: str
    link: str | None = None


@dataclass(frozen=True, kw_only=True)
class GivenLink:
    """Fill `mensen-inloglink`: a letter is on its way, or here is the link to send, or why there is none."""

    frame: Frame
    name: str
    back_href: str
    mail: str | None = None
    link: str | None = None
    problem: str | None = None  # in the page's language


@dataclass(frozen=True, kw_only=True)
class InvitationPage:
    """Fill `uitnodiging`, for who opened the link; POST to `action`, unless `problem` says why not."""

    frame: Frame
    name: str
    organisation: str
    roles: tuple[str, ...]
    until: date
    action: str | None = None
    problem: str | None = None  # in the page's language
    next: Link | None = None
