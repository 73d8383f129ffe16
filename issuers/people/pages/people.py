"""Who works for the organisation: list, invite, change, let go."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Annotated, Final
from uuid import UUID

from fastapi import APIRouter, Form
from fastapi.responses import RedirectResponse, Response
from pydantic import BaseModel

from badges.moments import dutch_day
from issuers.errors import (
    AlreadyMemberError,
    FieldProblem,
    FormError,
    IssuersError,
    LastBeheerderError,
    OrganisationStoppedError,
    WorksElsewhereError,
)
from issuers.people import enrolling, inviting
from issuers.people.appointing import TypedAppointment, read_appointment, read_new_member
from issuers.people.members import Member, change_roles, list_members, remove_member
from issuers.people.pages.letters import invitation_letter, invitation_url, link_letter, link_url
from issuers.people.pages.office import Colleague, Office, OwnOffice
from issuers.people.permissions import Actor
from issuers.people.tables import Role
from issuers.saying import Done, done_of, said, said_of, shown
from templates import views
from web.pages import frame_of, show

router = APIRouter(include_in_schema=False)

DONE: Final[Done] = {
    "bewaard": {"nl": "De rollen zijn veranderd.", "en": "The roles are changed."},
    "weg": {
        "nl": "Deze persoon kan hier nu niets meer.",
        "en": "This person can do nothing here any more.",
    },
    "ingetrokken": {
        "nl": "De uitnodiging is ingetrokken. De link werkt niet meer.",
        "en": "The invitation is withdrawn. The link no longer works.",
    },
}


class PersonForm(BaseModel):
    """Hold the fields of the form as they were sent; what is wrong with them is said beside each field."""

    naam: str = ""
    mail: str = ""
    rol: list[str] = []
    mandaat: str = ""
    sinds: str = ""

    @property
    def typed(self) -> TypedAppointment:
        """Give what was typed, to read it."""
        return TypedAppointment(
            naam=self.naam, mail=self.mail, rollen=tuple(self.rol), mandaat=self.mandaat, sinds=self.sinds
        )

    @property
    def shown(self) -> views.people.TypedMember:
        """Give what was typed, to show it again."""
        return views.people.TypedMember(
            naam=self.naam, mail=self.mail, rollen=tuple(self.rol), mandaat=self.mandaat, sinds=self.sinds
        )


SentForm = Annotated[PersonForm, Form()]


@router.get("/mensen")
def list_people(office: OwnOffice, klaar: str = "") -> Response:
    """List who works here, and who is invited."""
    actor, now = office.actor, office.desk.clock.now()
    view = views.people.People(
        frame=frame_of(office.request),
        organisation=office.organisation.name,
        members=tuple(_row(each, actor=actor) for each in list_members(office.desk, actor=actor)),
        invitations=tuple(
            _invitation(each, is_over=each.expires <= now)
            for each in inviting.list_invitations(office.desk, actor=actor)
        ),
        invite_href="/mensen/uitnodigen",
        hindrance=office.hindrance,
        done=done_of(office.request, klaar, done=DONE),
    )
    return show(office.request, "mensen", view)


@router.get("/mensen/uitnodigen")
def ask_whom(office: OwnOffice) -> Response:
    """Ask whom to invite, and for what."""
    return _form(office)


@router.post("/mensen/uitnodigen")
def invite(office: OwnOffice, form: SentForm) -> Response:
    """Invite someone: by letter, or with a link to send."""
    write = invitation_letter(office.request, office.desk, actor=office.actor)
    try:
        new = read_new_member(form.typed, offered=office.offered, today=office.today)
        invited = inviting.invite(office.desk, new, actor=office.actor, write=write)
    except FormError as error:
        return _form(office, filled=form.shown, problems=error.problems)
    except AlreadyMemberError as error:
        problem = FieldProblem.of(error, field="mail")
        return _form(office, filled=form.shown, problems=[problem])
    except OrganisationStoppedError as error:
        return _form(office, filled=form.shown, because=error)
    return _handed_out(office, invited)


@router.post("/mensen/uitnodigingen/{invitation_id}/opnieuw")
def renew(office: OwnOffice, invitation_id: UUID) -> Response:
    """Make a new link for an invitation."""
    write = invitation_letter(office.request, office.desk, actor=office.actor)
    return _handed_out(office, inviting.renew(office.desk, invitation_id, actor=office.actor, write=write))


@router.post("/mensen/uitnodigingen/{invitation_id}/intrekken")
def withdraw(office: OwnOffice, invitation_id: UUID) -> Response:
    """Take an invitation back."""
    inviting.withdraw(office.desk, invitation_id, actor=office.actor)
    return RedirectResponse("/mensen?klaar=ingetrokken", status_code=303)


@router.get("/mensen/{person_id}")
def ask_roles(office: OwnOffice, member: Colleague) -> Response:
    """Ask which roles someone gets."""
    mandate = member.appointment.mandate
    held = views.people.TypedMember(
        rollen=_words(member.appointment.roles),
        mandaat=mandate.given_by if mandate else "",
        sinds=mandate.since.isoformat() if mandate else "",
    )
    return _form(office, about=member, filled=held)


@router.post("/mensen/{person_id}")
def change(office: OwnOffice, member: Colleague, form: SentForm) -> Response:
    """Give someone other roles."""
    try:
        appointment = read_appointment(form.typed, offered=office.offered, today=office.today)
        change_roles(office.desk, member.person_id, appointment=appointment, actor=office.actor)
    except FormError as error:
        return _form(office, about=member, filled=form.shown, problems=error.problems)
    except LastBeheerderError as error:
        problem = FieldProblem.of(error, field="rol")
        return _form(office, about=member, filled=form.shown, problems=[problem])
    return RedirectResponse("/mensen?klaar=bewaard", status_code=303)


@router.post("/mensen/{person_id}/inloglink")
def give_link(office: OwnOffice, member: Colleague) -> Response:
    """Make a link for somebody who cannot sign in any more: by letter, or to send."""
    desk, write = office.desk, link_letter(office.request, office.desk)
    view = views.people.GivenLink(
        frame=frame_of(office.request), name=member.name, back_href=f"/mensen/{member.person_id}"
    )
    try:
        given = enrolling.give_link(desk, member.person_id, actor=office.actor, write=write)
    except WorksElsewhereError as error:
        return show(
            office.request,
            "mensen-inloglink",
            replace(view, problem=said(office.request, error)),
            because=error,
        )
    by_mail = desk.sends_mail and given.mail
    told = replace(view, mail=given.mail) if by_mail else replace(view, link=link_url(desk, given.token))
    return show(office.request, "mensen-inloglink", told)


@router.get("/mensen/{person_id}/verwijderen")
def ask_to_remove(office: OwnOffice, member: Colleague) -> Response:
    """Ask once more, before anything happens."""
    return _confirm(office, member)


@router.post("/mensen/{person_id}/verwijderen")
def remove(office: OwnOffice, member: Colleague) -> Response:
    """Let someone go."""
    try:
        remove_member(office.desk, member.person_id, actor=office.actor)
    except LastBeheerderError as error:
        return _confirm(office, member, because=error)
    return RedirectResponse("/mensen?klaar=weg", status_code=303)


def _form(
    office: Office,
    *,
    about: Member | None = None,
    filled: views.people.TypedMember | None = None,
    problems: Sequence[FieldProblem] = (),
    because: IssuersError | None = None,
) -> Response:
    """Show the form about someone who works here, or about someone new."""
    own_page = f"/mensen/{about.person_id}" if about else "/mensen/uitnodigen"
    view = views.people.MemberForm(
        frame=frame_of(office.request),
        action=own_page,
        back_href="/mensen",
        roles=tuple(role.value for role in office.offered),
        today=office.today,
        typed=filled or views.people.TypedMember(),
        name=about.name if about else None,
        remove_href=f"{own_page}/verwijderen" if about else None,
        link_action=f"{own_page}/inloglink" if about and about.person_id != office.actor.person_id else None,
        problems=shown(office.request, problems),
        hindrance=None if about else office.hindrance,
    )
    return show(office.request, "mensen-rollen", view, because=because)


def _confirm(office: Office, member: Member, *, because: IssuersError | None = None) -> Response:
    view = views.people.MemberRemove(
        frame=frame_of(office.request),
        organisation=office.organisation.name,
        name=member.name,
        action=f"/mensen/{member.person_id}/verwijderen",
        back_href=f"/mensen/{member.person_id}",
        problem=said_of(office.request, because),
    )
    return show(office.request, "mensen-verwijderen", view, because=because)


def _handed_out(office: Office, invited: inviting.Invited) -> Response:
    """Say that a letter is on its way, or show the link: it is seen only now."""
    view = views.people.Invited(
        frame=frame_of(office.request),
        name=invited.name,
        mail=invited.mail,
        until=dutch_day(invited.expires),
        back_href="/mensen",
        link=None if office.desk.sends_mail else invitation_url(office.desk, invited),
    )
    return show(office.request, "mensen-uitgenodigd", view)


def _row(member: Member, *, actor: Actor) -> views.people.MemberRow:
    mandate = member.appointment.mandate
    return views.people.MemberRow(
        name=member.name,
        roles=_words(member.appointment.roles),
        change_href=f"/mensen/{member.person_id}",
        mail=member.mail,
        mandate_by=mandate.given_by if mandate else None,
        mandate_since=mandate.since if mandate else None,
        is_self=member.person_id == actor.person_id,
    )


def _invitation(invited: inviting.Invited, *, is_over: bool) -> views.people.InvitationRow:
    return views.people.InvitationRow(
        name=invited.name,
        mail=invited.mail,
        roles=_words(invited.roles),
        until=dutch_day(invited.expires),
        is_over=is_over,
        renew_action=f"/mensen/uitnodigingen/{invited.id}/opnieuw",
        withdraw_action=f"/mensen/uitnodigingen/{invited.id}/intrekken",
    )


def _words(roles: frozenset[Role]) -> tuple[str, ...]:
    """List roles in the order of the form."""
    return tuple(role.value for role in Role if role in roles)
