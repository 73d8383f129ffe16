"""What stands on the card to keep: the page that prints it and its PDF say the same words."""

from collections.abc import Mapping
from typing import Final

from templates.labels.marked import N_

CARD: Final[Mapping[str, str]] = {
    "how": N_("Zo open je je bewijzen"),
    "scan": N_("Scan de code met een telefoon."),
    "type": N_("Vraagt de telefoon om een code? Typ dan de letters en cijfers."),
    "choose": N_("Kies je 3 plaatjes."),
    "code": N_("Jouw code"),
    "no-camera": N_("Geen camera? Ga naar:"),
    "pictures": N_("Alleen jij weet welke 3 plaatjes je koos. Ze staan niet op deze kaart."),
    "lost-there": N_("Kaart kwijt? Vraag een nieuwe bij %(name)s. De oude kaart werkt dan niet meer."),
    "lost": N_("Kaart kwijt? Maak een nieuwe bij ‘Mijn bewijzen’. De oude kaart werkt dan niet meer."),
    "yours": N_("Dit is van jou"),
    "keep": N_("Bewaar deze kaart goed. Hij blijft werken."),
    "qr": N_("QR-code om je bewijzen te openen"),
    "picture": N_("Badge van %(issuer)s: %(title)s"),
    "unread": N_(
        "Dit is een hulpvertaling. Niemand die deze taal spreekt heeft haar nog gelezen. "
        "Alleen het Nederlands geldt."
    ),
    "read": N_("Dit is een hulpvertaling. Gelezen door %(name)s. Alleen het Nederlands geldt."),
}
STEPS: Final = ("scan", "type", "choose")
