"""Samples of the pages about who works for an organisation."""

from dataclasses import replace
from datetime import date

from templates import views
from tests.templates.samples.pieces import AFTER_POST, FRAME, PLAIN, STOPPED, URL, Sample


def pages() -> dict[str, Sample]:
    """Give the pages about who works for an organisation."""
    day, roles = date(2026, 7, 3), ("beheerder", "praktijkopleider", "bevestiger")
    form = views.people.MemberForm(
        frame=FRAME,
        action="/mensen/uitnodigen",
        back_href="/mensen",
        roles=("beheerder", "lezer"),
        today=day,
    )
    typed = views.people.TypedMember(
        naam="Tom", mail="tom", rollen=("bevestiger",), mandaat="x", sinds="2026-01-01"
    )
    wrong = tuple(
        views.pieces.Problem(field=field, message="Kijk dit na.")
        for field in ("naam", "mail", "rol", "mandaat", "sinds")
    )
    asked = views.people.InvitationPage(
        frame=PLAIN, name="Tom", organisation="Magazijn De Maas", roles=roles, until=day, action="/u/x"
    )
    rows = [
        views.people.InvitationRow(
            name="Tom Ros",
            mail="tom@maas.voorbeeld",
            roles=("lezer",),
            until=day,
            is_over=is_over,
            renew_action="/a",
            withdraw_action="/b",
        )
        for is_over in (True, False)
    ]
    return {
        "mensen": (
            "mensen",
            views.people.People(
                frame=FRAME,
                organisation="Magazijn De Maas",
                members=(
                    views.people.MemberRow(
                        name="Noor Bakker",
                        roles=roles,
                        change_href="/mensen/1",
                        mail="noor@maas.voorbeeld",
                        mandate_by="de directeur",
                        mandate_since=date(2026, 1, 1),
                        is_self=True,
                    ),
                    views.people.MemberRow(name="Ali", roles=("lezer",), change_href="/mensen/2"),
                ),
                invitations=tuple(rows),
                invite_href="/mensen/uitnodigen",
                done="De rollen zijn veranderd.",
            ),
        ),
        "mensen-arm": (
            "mensen",
            views.people.People(
                frame=PLAIN,
                organisation="De Maas",
                members=(
                    views.people.MemberRow(
                        name="Bea", roles=("beheerder",), change_href="/mensen/1", is_self=True
                    ),
                ),
                invitations=(),
                invite_href="/m",
            ),
        ),
        "mensen-gestopt": (
            "mensen",
            views.people.People(
                frame=FRAME,
                organisation="De Maas",
                members=(),
                invitations=tuple(rows),
                invite_href="/m",
                hindrance=STOPPED,
            ),
        ),
        "mensen-uitnodigen": ("mensen-rollen", form),
        "mensen-uitnodigen-gestopt": ("mensen-rollen", replace(form, hindrance=STOPPED)),
        "mensen-geweigerd": ("mensen-rollen", replace(form, frame=AFTER_POST, hindrance=STOPPED)),
        "mensen-fout": ("mensen-rollen", replace(form, roles=roles, typed=typed, problems=wrong)),
        "mensen-rollen": (
            "mensen-rollen",
            replace(form, name="Noor Bakker", remove_href="/m", link_action="/l", roles=roles),
        ),
        "mensen-weg": (
            "mensen-verwijderen",
            views.people.MemberRemove(
                frame=FRAME, organisation="De Maas", name="Noor", action="/a", back_href="/b"
            ),
        ),
        "mensen-blijft": (
            "mensen-verwijderen",
            views.people.MemberRemove(
                frame=FRAME, organisation="De Maas", name="Noor", action="/a", back_href="/b", problem="Nee."
            ),
        ),
        "mensen-link": (
            "mensen-uitgenodigd",
            views.people.Invited(
                frame=AFTER_POST, name="Tom", mail="tom@maas.voorbeeld", until=day, back_href="/m", link=URL
            ),
        ),
        "mensen-mail": (
            "mensen-uitgenodigd",
            views.people.Invited(
                frame=AFTER_POST, name="Tom", mail="t@maas.voorbeeld", until=day, back_href="/m"
            ),
        ),
        "uitnodiging": ("uitnodiging", asked),
        "uitnodiging-niet": (
            "uitnodiging",
            replace(asked, problem="Log eerst in.", next=views.pieces.Link(href="/inloggen", text="Log in")),
        ),
    }
