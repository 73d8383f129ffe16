"""Write the letters of this wing, in the language of the page that asked for them."""

from starlette.requests import Request

from badges.moments import dutch_day
from issuers.desk import IssuingDesk
from issuers.mailing.outbox import Letter, new_letter
from issuers.people import enrolling
from issuers.people.inviting import Invited, Write
from issuers.people.permissions import Actor
from issuers.people.tables import Role
from templates import views
from templates.rendering import render_mail
from web.locale import language_of


def invitation_letter(request: Request, desk: IssuingDesk, *, actor: Actor) -> Write:
    """Give what writes the letter of an invitation by this actor."""
    return _letter(request, desk, inviter=actor.name)


def first_letter(request: Request, desk: IssuingDesk) -> Write:
    """Give what writes the letter to the first beheerder of an organisation, whom nobody of it invites."""
    return _letter(request, desk, inviter=None)


def _letter(request: Request, desk: IssuingDesk, *, inviter: str | None) -> Write:
    language = language_of(request)

    def write(invited: Invited) -> Letter:
        view = views.people.InvitationMail(
            base_url=desk.base_url,
            name=invited.name,
            organisation=invited.organisation,
            inviter=inviter,
            roles=tuple(role.value for role in Role if role in invited.roles),
            url=invitation_url(desk, invited),
            until=dutch_day(invited.expires),
        )
        mail = render_mail("uitnodiging", view, language=language)
        return new_letter(invited.mail, subject=mail.subject, text=mail.text, now=desk.clock.now())

    return write


def invitation_url(desk: IssuingDesk, invited: Invited) -> str:
    """Give the link of an invitation that was just made."""
    return f"{desk.base_url}/uitnodiging/{invited.token}"


def link_letter(request: Request, desk: IssuingDesk) -> enrolling.Write:
    """Give what writes the letter of a link to make a way to sign in."""
    language = language_of(request)

    def write(recipient: str, name: str, token: str) -> Letter:
        view = views.people.LinkMail(base_url=desk.base_url, name=name, url=link_url(desk, token))
        mail = render_mail("inloglink", view, language=language)
        return new_letter(recipient, subject=mail.subject, text=mail.text, now=desk.clock.now())

    return write


def link_url(desk: IssuingDesk, token: str) -> str:
    """Give the link to make a way to sign in."""
    return f"{desk.base_url}/instellen/{token}"
