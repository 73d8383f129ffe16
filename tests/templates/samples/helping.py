"""Samples of the pages of who helps a holder."""

from dataclasses import replace

from templates import views
from templates.documents.badge import BadgePicture, badge_svg
from templates.documents.qr import qr_svg
from templates.static_files import static_url
from tests.templates.samples.holding import facts_to_be
from tests.templates.samples.pieces import FRAME, MOMENT, Sample


def pages() -> dict[str, Sample]:
    """Give every sample of this kind."""
    frame = replace(FRAME, signed_in=None)
    day, here, title = MOMENT.date(), "/mijn-bewijzen/helpers", "Verzamelt en controleert orders"
    row = views.helping.HelperRow(
        label="Mijn zus",
        until=day,
        has_come=True,
        is_over=False,
        invite_href=f"{here}/1",
        stop_action=f"{here}/1/stop",
        titles=(title,),
        looks=(views.helping.LookRow(day=day, title=None), views.helping.LookRow(day=day, title=title)),
    )
    rows = (row, replace(row, looks=()), replace(row, has_come=False, looks=()), replace(row, is_over=True))
    helpers = views.helping.Helpers(
        frame=frame, helpers=rows, new_href=f"{here}/nieuw", back_href="/mijn-bewijzen", done="Klaar."
    )
    choice = views.helping.HelperChoice(
        frame=frame,
        action=f"{here}/nieuw",
        back_href=here,
        badges=(("1", title, "Magazijn De Maas"),),
        spans=("1-maand", "3-maanden", "6-maanden", "1-jaar"),
        typed={"duur": "3-maanden"},
    )
    wrong = tuple(views.pieces.Problem(field=each, message=f"Kijk {each} na.") for each in ("wie", "bewijs"))
    url = "http://localhost:8000/helpen/voorbeeld"
    shelf = views.wallet.Shelf(
        href="/helpen/bij/1/1",
        title=title,
        issuer="Magazijn De Maas",
        picture_href=static_url("velden/logistiek.svg"),
    )
    picture = badge_svg(BadgePicture(title=title, issuer="Magazijn De Maas", field="logistiek"))
    seen = views.helping.HelpBadge(
        frame=frame,
        facts=facts_to_be(),
        picture=picture,
        state=views.pieces.State.VALID,
        since=None,
        back_href="/helpen/bij/1",
    )
    few = views.pieces.Facts(title="Koffie", issuer="Buurthuis")
    invitation = views.helping.HelperInvitation(
        frame=frame, label="Mijn zus", until=day, url=url, qr=qr_svg(url, title="QR-code"), back_href=here
    )
    gone = replace(seen, state=views.pieces.State.REVOKED, since=day)
    old = replace(gone, state=views.pieces.State.REPLACED)
    shelves = (shelf, replace(shelf, state=views.pieces.State.REVOKED))
    return {
        "mijn-helpers": ("mijn-helpers", helpers),
        "mijn-helpers-niemand": ("mijn-helpers", replace(helpers, helpers=(), done=None)),
        "helper-nieuw": ("helper-nieuw", choice),
        "helper-nieuw-fout": ("helper-nieuw", replace(choice, chosen=frozenset("1"), problems=wrong)),
        "helper-uitnodiging": ("helper-uitnodiging", invitation),
        "helpen-vraag": (
            "helpen-vraag",
            views.helping.HelpAsked(frame=frame, count=1, until=day, action="/helpen/voorbeeld"),
        ),
        "helpen": (
            "helpen",
            views.helping.Helped(
                frame=frame, helped=(views.helping.HelpedRow(href="/helpen/bij/1", until=day),)
            ),
        ),
        "helpen-niemand": ("helpen", views.helping.Helped(frame=frame, helped=())),
        "helpen-bij": (
            "helpen-bij",
            views.helping.HelpShelf(frame=frame, badges=shelves, until=day, back_href="/helpen"),
        ),
        "helpen-bewijs": ("helpen-bewijs", seen),
        "helpen-bewijs-weinig": ("helpen-bewijs", replace(gone, facts=few)),
        "helpen-bewijs-oud": ("helpen-bewijs", old),
    }
