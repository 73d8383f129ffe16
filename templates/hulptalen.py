"""Name the hulptalen: languages into which only the pages of holders and of whoever checks are translated.

A hulpvertaling is help beside the Dutch, which alone counts. It exists for fixed words only: what somebody
wrote is never translated, and stands there in its own language. A language that no speaker of it has read
says so on each page, and is off in production (docs/languages.md).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal, get_args

Hulptaal = Literal["ar", "tr", "pl", "uk", "ti"]


@dataclass(frozen=True, slots=True)
class Hulpvertaling:
    """Hold how a language calls itself, how it runs, and who of its speakers read our words in it."""

    name: str
    direction: Literal["ltr", "rtl"]
    read_by: str | None


HULPTALEN: Final[Mapping[str, Hulpvertaling]] = {
    "ar": Hulpvertaling(name="العربية", direction="rtl", read_by=None),
    "tr": Hulpvertaling(name="Türkçe", direction="ltr", read_by=None),
    "pl": Hulpvertaling(name="Polski", direction="ltr", read_by=None),
    "uk": Hulpvertaling(name="Українська", direction="ltr", read_by=None),
    "ti": Hulpvertaling(name="ትግርኛ", direction="ltr", read_by=None),
}
CODES: Final[tuple[Hulptaal, ...]] = get_args(Hulptaal)

PAGES: Final = frozenset(
    {
        "bewaar",
        "besluit-lezen",
        "mijn-toegang",
        "mijn-samen",
        "mijn-passkey",
        "mijn-toestellen",
        "passkey-openen",
        "toestel-erbij",
        "toestel",
        "toestel-wacht",
        "adres",
        "adres-code",
        "mijn-helpers",
        "helper-nieuw",
        "helper-uitnodiging",
        "mijn-bewijzen",
        "bewijzen-weg",
        "mijn-gegevens",
        "mijn-evc",
        "mijn-bewijs",
        "nieuwe-versie",
        "zonder-internet",
        "van-elders",
        "van-elders-erbij",
        "delen",
        "gedeeld",
        "gedeeld-een",
        "gedeeld-groot",
        "gedeeld-weg",
        "scholen",
        "school-lezen",
        "skillspaspoort",
        "van-wie",
        "kaart",
        "kaart-maken",
        "kaart-openen",
        "badge",
        "praktijkverklaring",
        "bevestiging",
        "afspraak-lezen",
        "straks",
        "werk",
        "controleer",
        "controleer-uitkomst",
    }
)
"""The pages that speak them."""

SAID: Final = (
    "Dit bewijs is echt",
    "Dit bewijs is echt. Wij kennen de uitgever niet",
    "Dit bewijs is echt. Wij konden niet zien of het is ingetrokken",
    "Dit bewijs is echt, maar verlopen",
    "Dit bewijs is echt, maar nog niet geldig",
    "Er is een nieuwe versie van dit bewijs",
    "Dit bewijs is ingetrokken",
    "Dit bewijs is niet echt, of het is veranderd",
    "Hier zit geen handtekening op",
    "Wij kunnen dit bewijs niet controleren",
    "Dit bewijs is nu even ingetrokken",
    "De handtekening klopt niet.",
    "Dit bewijs staat nu bij je bewijzen.",
    "Je ziet nu niet meer waar je mee verder kunt. Onderaan zet je het weer aan.",
    "Hier staan je bewijzen.",
    "We hebben het opnieuw nagekeken.",
    "Het bewijs van ergens anders is weg.",
    "Je kaart opent niets meer.",
    "Deze kaart opent niets meer.",
    "Je bewijzen zijn overgezet. Je oude telefoon laat ze niet meer zien.",
    "Alles over jou is weg. Wat je al hebt gedeeld, kunnen we niet terughalen.",
    "Je bewijzen staan niet meer op deze telefoon.",
    "Je bewijzen staan nu bij elkaar.",
    "Deze bewijzen staan hier al. Open je andere bewijzen.",
    "Deze kaart opent maar een deel. Zet die bewijzen eerst over op je kaart, en doe dit dan opnieuw.",
    "De bewijzen die hier even open stonden, zijn weer dicht.",
    "Op de telefoon van een ander werkt een link hooguit 7 dagen. Kies een kortere tijd.",
    "Je passkey is klaar. Hiermee open je je bewijzen.",
    "Deze passkey opent niets meer.",
    "Met dit adres kun je nu een code vragen.",
    "Dit adres opent niets meer.",
    "Deze persoon ziet niets meer.",
    "Deze code klopt niet, of is te oud. Kijk in je nieuwste bericht, of vraag een nieuwe code.",
    "Op dat toestel staat niets meer.",
    "Het mag. Ga verder op je andere toestel.",
    "Dit lukt niet. De code is te oud, al gebruikt, of verkeerd. Maak een nieuwe op je andere toestel.",
    "Niemand kan dit bewijs nu nog openen.",
    "Dit is dicht. Links die je zelf maakte, werken nog.",
    "Je link is klaar.",
    "Je link laat nu de nieuwe versie zien.",
    "Kies 1 link of meer.",
    "Hier is intussen iets veranderd. Kijk het nog een keer na.",
    "Niemand kan dit nu nog openen. Een kopie die iemand al had, kunnen we niet weghalen.",
    "Wie de link heeft, kan dit bewijs weer zien.",
    "De school mag dit nu lezen. Geef de school deze link.",
    "Gestopt. De school heeft dit nu niet meer, behalve waar een besluit op rust.",
    "Kies een school uit de lijst.",
    "Het is bewaard.",
    "Kies een bestand, of plak een link of de tekst van een bewijs.",
    "Dit is geen link en geen bewijs. Kopieer de hele link, of de hele tekst van het bewijs.",
    "Dit bewijs is nog door niemand bewaard. Vraag de persoon om het eerst te bewaren.",
    "Deze code klopt niet, of is te oud. Vraag om de code die er nu staat.",
    (
        "De code en de plaatjes horen niet bij elkaar. Kijk nog eens goed op je kaart, en kies je plaatjes "
        "opnieuw. Lukt het vaker niet? Probeer het over een kwartier."
    ),
)
"""Fixed sentences that no template holds: they come to these pages in Dutch from a room above."""


def read_hulptalen() -> tuple[Hulptaal, ...]:
    """List those that a speaker of the language has read."""
    return tuple(code for code in CODES if HULPTALEN[code].read_by)
