"""The words of the description of the API, which itself is in Dutch."""

from collections.abc import Mapping
from typing import Final

from templates.labels.marked import N_

_OF_THE_API: Final = (
    N_("Controleer een bewijs"),
    N_(
        "Kijk een bewijs na, en zeg of je erop kunt vertrouwen. Het antwoord is altijd 200 als er een "
        "bewijs te lezen was: ook een vals of ingetrokken bewijs is een antwoord. Er wordt niets "
        "bewaard."
    ),
    N_("Wie je vertrouwt: `iedereen`, `bekend`, of de naam van een register."),
    N_("Alle kwalificaties"),
    N_("Alles wat bekend is van elke kwalificatie; wat onbekend is, is null."),
    N_("Eén kwalificatie"),
    N_("Alles wat bekend is van één kwalificatie; wat onbekend is, is null."),
    N_("Vijf cijfers, de kwalificatie."),
    N_("De werkprocessen van een kwalificatie"),
    N_("In de volgorde van hun codes, elk met bron en onze eigen uitleg."),
    N_("Eén werkproces"),
    N_("De tekst zoals die nu geldt, met de digest waaronder die tekst altijd te lezen blijft."),
    N_("De code van het werkproces."),
    N_("Zoek werkprocessen"),
    N_(
        "Met gewone woorden, woorden uit de titel, een crebo of een code. Vindt het niets, dan staat "
        "erbij wat je kunt doen."
    ),
    N_("Gewone woorden, een crebo of een code."),
    N_("Hoeveel er hoogstens terugkomen."),
    N_("Geef een bewijs"),
    N_(
        "Hetzelfde als het formulier: je organisatie beoordeelt, ondertekent en geeft. Het bewijs staat op "
        "het adres in `adres`, voor wie het kreeg."
    ),
    N_(
        "Jouw naam voor deze vraag: 1 tot 255 letters, cijfers en tekens, zonder spaties. Stuur je dezelfde "
        "vraag nog een keer, dan krijg je hetzelfde antwoord en geen tweede bewijs. Kies iets dat in je "
        "organisatie maar één keer voorkomt, zoals een UUID."
    ),
    N_("Wat je organisatie gaf"),
    N_("De nieuwste eerst, 50 op een bladzijde."),
    N_("Welke bladzijde, vanaf 1."),
    N_("Eén bewijs dat je organisatie gaf"),
    N_("Met het ondertekende bewijs zelf, en of het is ingetrokken."),
    N_("De `id` uit het antwoord toen het bewijs werd gegeven."),
    N_("Verbeter een bewijs"),
    N_(
        "Een ondertekend bewijs verandert nooit. Je stuurt het hele oordeel zoals het wel moet zijn; daarvan "
        "komt een nieuw bewijs, met een eigen adres. Op hetzelfde moment wordt het oude ingetrokken."
    ),
    N_("Trek een bewijs in"),
    N_("Wie het bewijs controleert, ziet het meteen. Het kan niet ongedaan."),
)
API: Mapping[str, str] = {each: each for each in _OF_THE_API}
