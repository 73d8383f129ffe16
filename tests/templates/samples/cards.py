"""Samples of the pages of a card on paper."""

from dataclasses import replace

from templates import views
from templates.documents.badge import BadgePicture, badge_svg
from templates.documents.qr import qr_svg
from tests.templates.samples.pieces import FRAME, Sample


def pages() -> dict[str, Sample]:
    """Give every sample of this kind."""
    picture = BadgePicture(
        title="Verzamelt en controleert orders", issuer="Magazijn De Maas", field="logistiek"
    )
    pictures = ("bakkerij", "logistiek", "groen", "techniek", "schoonmaak", "winkel", "ict", "sport", "bouw")
    wrong = tuple(
        views.pieces.Problem(field=each, message=f"Kijk {each} na.") for each in ("code", "plaatjes")
    )
    choice = views.cards.CardChoice(
        frame=replace(FRAME, signed_in=None),
        by_field=pictures,
        action="/mijn-bewijzen/kaart",
        back_href="/mijn-bewijzen",
        is_own=True,
        has_one=True,
    )
    given = replace(choice, frame=FRAME, is_own=False, title="Verzamelt en controleert orders")
    url = "http://localhost:8000/kaart"
    card = views.cards.CardMade(
        frame=replace(FRAME, signed_in=None),
        code="K7P-4QD9",
        qr=qr_svg(url, title="QR-code"),
        url=url,
        pdf_action="/mijn-bewijzen/kaart/pdf",
        back_href="/mijn-bewijzen",
    )
    made = replace(
        card,
        frame=FRAME,
        picture=badge_svg(picture),
        title="Verzamelt orders",
        organisation="Magazijn De Maas",
    )
    typed = views.cards.CardTyped(frame=replace(FRAME, signed_in=None), by_field=pictures, action="/kaart")
    return {
        "kaart-maken": ("kaart-maken", choice),
        "kaart-maken-voor": ("kaart-maken", given),
        "kaart-maken-bewaard": ("kaart-maken", replace(given, is_kept=True)),
        "kaart-maken-fout": ("kaart-maken", replace(choice, has_one=False, problems=wrong[1:])),
        "kaart": ("kaart", card),
        "kaart-voor": ("kaart", made),
        "kaart-openen": ("kaart-openen", typed),
        "kaart-openen-al": ("kaart-openen", replace(typed, join_href="/mijn-bewijzen/samen")),
        "kaart-openen-samen": ("kaart-openen", replace(typed, joins=True)),
        "kaart-openen-fout": ("kaart-openen", replace(typed, typed={"plaatje-1": "ict"}, problems=wrong)),
    }
