"""Our words for values that stand in Dutch in a credential or a form.

The signed value never changes; a page shows these beside it or instead of it, in the language of the page.
"""

from collections.abc import Mapping

from templates.labels.api import API as API
from templates.labels.cards import CARD as CARD
from templates.labels.deeds import DEEDS as DEEDS
from templates.labels.deeds import PLATFORM_DEEDS as PLATFORM_DEEDS
from templates.labels.designs import ACHIEVEMENT_KINDS as ACHIEVEMENT_KINDS
from templates.labels.designs import COLOURS as COLOURS
from templates.labels.designs import DESIGN_FIELDS as DESIGN_FIELDS
from templates.labels.designs import DESIGNS as DESIGNS
from templates.labels.designs import SHAPES as SHAPES
from templates.labels.designs import SIGNS as SIGNS
from templates.labels.marked import N_
from templates.labels.sheets import SHEETS as SHEETS

INDEPENDENCE: Mapping[str, str] = {
    "met hulp": N_("met hulp"),
    "zelfstandig": N_("zelfstandig"),
    "kan het anderen uitleggen": N_("kan het anderen uitleggen"),
}
CARD_PICTURES: Mapping[str, str] = {
    "bakkerij": N_("brood"),
    "logistiek": N_("doos"),
    "groen": N_("plant"),
    "techniek": N_("wiel"),
    "schoonmaak": N_("emmer"),
    "winkel": N_("mandje"),
    "ict": N_("laptop"),
    "sport": N_("bal"),
    "bouw": N_("troffel"),
}
PARTS: Mapping[str, str] = {
    "naam": N_("mijn naam"),
    "verhaal": N_("wat ik deed, met de foto's"),
    "stap": N_("hoe zelfstandig ik was, of hoe ver ik ben"),
    "vaardigheden": N_("mijn vaardigheden"),
}
HELP_SPANS: Mapping[str, str] = {
    "1-maand": N_("1 maand"),
    "3-maanden": N_("3 maanden"),
    "6-maanden": N_("6 maanden"),
    "1-jaar": N_("1 jaar"),
}
LEVELS: Mapping[str, str] = {
    "beginner": N_("beginner"),
    "gevorderd": N_("gevorderd"),
    "expert": N_("expert"),
}
ROLES: Mapping[str, str] = {
    "werknemer": N_("werk"),
    "stagiair": N_("stage"),
    "bijbaan": N_("bijbaan"),
    "vrijwilliger": N_("vrijwilligerswerk"),
    "leerling": N_("les op een werkplek van de school"),
    "deelnemer": N_("een traject of project"),
}
TARGETS: Mapping[str, str] = {
    "mbo-certificaat": N_("mbo-certificaten"),
    "kwalificatie": N_("kwalificaties"),
    "keuzedeel": N_("keuzedelen"),
}
ROUTES: Mapping[str, str] = {
    "mbo-certificaat": N_("mbo-certificaat"),
    "kwalificatie": N_("mbo-opleiding"),
}
WAITS: Mapping[str, str] = {
    "naam": N_("is dit dezelfde persoon?"),
    "bekijken": N_("klaar om te bekijken"),
    "commissie": N_("bij de examencommissie"),
    "meer": N_("meer bewijs gevraagd"),
    "bewijzen": N_("nog geen bewijzen"),
    "besloten": N_("besloten"),
}
WAITS_FOR: Mapping[str, str] = {
    "naam": N_("Wacht op jullie"),
    "bekijken": N_("Wacht op jullie"),
    "commissie": N_("Wacht op de examencommissie"),
    "meer": N_("Wacht op de persoon"),
    "bewijzen": N_("Wacht op de persoon"),
    "besloten": N_("Wacht op niemand"),
}
ORDERS: Mapping[str, str] = {
    "naam": N_("op naam"),
    "datum": N_("laatst ingelezen eerst"),
    "wacht": N_("wat op jullie wacht eerst"),
}
THERE: Mapping[str, str] = {
    "dezelfde": N_("Het zijn dezelfde mensen. Zet ze in deze groep."),
    "anderen": N_("Het zijn andere mensen met dezelfde naam."),
}
TARGET_KINDS: Mapping[str, str] = {
    "mbo-certificaat": N_("mbo-certificaat"),
    "kwalificatie": N_("kwalificatie"),
    "kerntaak": N_("kerntaak"),
    "keuzedeel": N_("keuzedeel"),
}
LEERVORMEN: Mapping[str, str] = {
    "formeel leren": N_("in een opleiding"),
    "non-formeel leren": N_("in een cursus of training"),
    "informeel leren": N_("door te doen"),
}
ORGANISATIONS: Mapping[str, str] = {
    "leerbedrijf": N_("leerbedrijf"),
    "school": N_("school"),
    "maatschappelijk": N_("maatschappelijke organisatie"),
    "gemeente": N_("gemeente of uitvoeringsorganisatie"),
}
NUMBERS: Mapping[str, str] = {
    "kvk": N_("KvK-nummer"),
    "vestiging": N_("Vestigingsnummer"),
    "rsin": N_("RSIN"),
    "brin": N_("BRIN"),
    "brin-vestiging": N_("Vestiging van de school"),
    "leerbedrijf": N_("Leerbedrijf-ID van SBB"),
    "oin": N_("OIN"),
}
SCHOOLS: Mapping[str, str] = {
    "pro": N_("praktijkonderwijs (pro)"),
    "vso": N_("voortgezet speciaal onderwijs (vso)"),
    "mbo": N_("middelbaar beroepsonderwijs (mbo)"),
}
JOINING: Mapping[str, str] = {
    "nieuw": N_("Jullie aanmelding is binnen"),
    "goedgekeurd": N_("Jullie doen mee"),
    "afgewezen": N_("Jullie aanmelding gaat niet door"),
}
WITHDRAWAL: Mapping[str, str] = {
    "vergissing": N_("Er staat een fout in, of het is aan de verkeerde gegeven."),
    "op-verzoek": N_("De persoon vraagt het."),
    "anders": N_("Een andere reden."),
}
EVENTS: Mapping[str, str] = {
    "gegeven": N_("iemand een bewijs krijgt"),
    "verbeterd": N_("een bewijs is verbeterd"),
    "ingetrokken": N_("een bewijs is ingetrokken"),
    "niet-geopend": N_("een bewijs na een week nog niet is geopend"),
    "verloopt": N_("een bewijs binnen een maand verloopt"),
    "klopt-niet": N_("een deelnemer zegt dat een afspraak niet klopt (aan wie hem maakte)"),
    "onderweg": N_("een bewijs uit een lijst wacht tot de deelnemer het las"),
    "bewijs-klopt-niet": N_("een deelnemer zegt dat een bewijs dat wacht niet klopt (aan wie het gaf)"),
    "school-vraagt": N_("een school iets vraagt over een bewijs (aan wie het gaf)"),
    "antwoord": N_("een leerbedrijf antwoord geeft op een vraag (aan wie hem stelde)"),
    "bevestigd": N_("een andere organisatie achter een badge van jullie staat (aan wie hem maakte)"),
}
MOMENTS: Mapping[str, str] = {
    "voorgesteld": N_("afspraak voorgesteld"),
    "ja-gezegd": N_("ja gezegd tegen de afspraak"),
    "klopt-niet": N_("gezegd dat de afspraak niet klopt"),
    "gestopt": N_("afspraak gestopt"),
    "geschreven": N_("geschreven, nog niet gegeven"),
    "gegeven": N_("bewijs gegeven"),
    "verbeterd": N_("bewijs verbeterd"),
    "ingetrokken": N_("bewijs ingetrokken"),
}
TERMS: Mapping[str, str] = {
    "1-maand": N_("1 maand"),
    "3-maanden": N_("3 maanden"),
    "1-jaar": N_("1 jaar"),
}
GIVEN: Mapping[str, str] = {
    "geldig": N_("geldig"),
    "verbeterd": N_("verbeterd"),
    "ingetrokken": N_("ingetrokken"),
    "verlopen": N_("verlopen"),
}
CHANGES: Mapping[str, str] = {
    "periode": N_("De eerste of de laatste dag klopt niet."),
    "zelfstandigheid": N_("Hoe zelfstandig het ging, klopt niet."),
    "werkproces": N_("Het is het verkeerde werkproces."),
}
BULK_LINES: Mapping[str, str] = {
    "intrekken-open": N_("nog niet"),
    "intrekken-gedaan": N_("ingetrokken"),
    "intrekken-geweigerd": N_("lukte niet"),
    "verbeteren-open": N_("nog niet"),
    "verbeteren-gedaan": N_("verbeterd"),
    "verbeteren-wacht": N_("wacht nog"),
    "verbeteren-geweigerd": N_("bleef zoals het was"),
}
CORRECTIONS: Mapping[str, str] = {
    "schrijffout": N_("Er staat een fout in de naam, de tekst of de datums."),
    "ander-werk": N_("Het is het verkeerde werkproces, of de verkeerde badge."),
    "andere-persoon": N_("Het is aan de verkeerde persoon gegeven."),
}
FORMS: Mapping[str, str] = {
    "json": N_("bestand of tekst (JSON)"),
    "jws": N_("ondertekende tekst (JWT)"),
    "png": N_("plaatje (PNG)"),
    "svg": N_("plaatje (SVG)"),
    "pdf": N_("document (PDF)"),
    "photo": N_("foto van een QR-code"),
    "zip": N_("map met bestanden (zip)"),
    "link": N_("link"),
}
SOURCES: Mapping[str, str] = {
    "key": N_("Sleutel van de uitgever"),
    "status-list": N_("Lijst van wat is ingetrokken"),
    "revocation-list": N_("Lijst van wat is ingetrokken"),
    "schema": N_("Regels voor hoe het eruit moet zien"),
    "refresh": N_("Nieuwste versie van het bewijs"),
    "hosted": N_("Gegevens van de uitgever"),
    "link": N_("Wat achter de link staat"),
}
MEMBER_ROLES: Mapping[str, str] = {
    "beheerder": N_("beheerder"),
    "praktijkopleider": N_("praktijkopleider"),
    "begeleider": N_("begeleider"),
    "bevestiger": N_("bevestiger"),
    "examencommissie": N_("lid van de examencommissie"),
    "lezer": N_("lezer"),
}
MEMBER_TASKS: Mapping[str, str] = {
    "beheerder": N_("bepaalt wie hier werkt, kan sleutels vernieuwen en bewijzen intrekken"),
    "praktijkopleider": N_("beoordeelt, geeft bewijzen en kan ze intrekken"),
    "begeleider": N_("schrijft mee aan bewijzen, maar geeft ze niet"),
    "bevestiger": N_("bevestigt bewijzen namens de school, met een mandaat"),
    "examencommissie": N_("beslist over vrijstelling voor een examen"),
    "lezer": N_("kijkt mee en verandert niets"),
}
PLAN_CHANGES: Mapping[str, str] = {"nieuw": N_("nieuw"), "anders": N_("anders"), "weg": N_("weg")}
REQUESTS: Mapping[str, str] = {
    "open": N_("wacht op de examencommissie"),
    "besloten": N_("besloten"),
    "hoeft-niet": N_("hoeft niet meer"),
}
DECISIONS: Mapping[str, str] = {
    "wacht": N_("wacht op een tweede persoon"),
    "vast": N_("staat vast"),
    "teruggegeven": N_("teruggegeven"),
    "vervangen": N_("vervangen door een nieuw besluit"),
}
OUTCOMES: Mapping[str, str] = {
    "vrijstelling": N_("Vrijstelling"),
    "geen-vrijstelling": N_("Geen vrijstelling"),
    "meer-bewijs": N_("Nog niet: eerst meer bewijs"),
    "vraag-aan": N_("Advies: vraag vrijstelling aan na de inschrijving"),
    "nu-niet": N_("Advies: vraag nu geen vrijstelling aan"),
    "eerst-meer-bewijs": N_("Advies: laat eerst meer bewijs zien"),
}
OWN_OUTCOMES: Mapping[str, str] = {
    "vrijstelling": N_("Je hebt vrijstelling. Dit examen hoef je niet te doen."),
    "geen-vrijstelling": N_("Je hebt geen vrijstelling. Dit examen doe je wel."),
    "meer-bewijs": N_("De school kan nog niet beslissen. Zij wil eerst meer bewijs zien."),
    "vraag-aan": N_("Het advies is: schrijf je in, en vraag dan vrijstelling aan."),
    "nu-niet": N_("Het advies is: vraag nu geen vrijstelling aan."),
    "eerst-meer-bewijs": N_("Het advies is: laat eerst meer bewijs zien."),
}
"""What was decided, as the student reads it."""

KEYS: Mapping[str, str] = {
    "assertion": N_("Voor bewijzen"),
    "token": N_("Voor bewijzen in een wallet"),
    "list": N_("Voor de lijst van wat is ingetrokken"),
}
API_ACTIONS: Mapping[str, str] = {
    "issue": N_("bewijzen geven"),
    "read": N_("zien wat jullie gaven"),
    "revoke": N_("bewijzen intrekken"),
}
ASKED: Mapping[str, str] = {
    "gesprek": N_("in een gesprek"),
    "papier": N_("op papier"),
    "bericht": N_("in een bericht"),
}
"""How a parent said that he agrees."""

CHANNELS: Mapping[str, str] = {
    "geen": N_("op papier of met een QR-code"),
    "mail": N_("per mail"),
    "telefoon": N_("op de telefoon"),
}
STANDINGS: Mapping[str, str] = {
    "voorgesteld": N_("nog geen ja"),
    "klopt-niet": N_("de deelnemer zegt: dit klopt niet"),
    "afgesproken": N_("afgesproken"),
    "gestopt": N_("gestopt"),
}
EVIDENCE: Mapping[str, str] = {
    "verhaal": N_("Vertel over het werk"),
    "foto": N_("Foto van het werk"),
    "uren": N_("Uren"),
    "notitie": N_("Notitie"),
    "opdracht": N_("Opdracht van school"),
    "stagebeoordeling": N_("Stagebeoordeling"),
}
EVIDENCE_FIELDS: Mapping[str, str] = {
    "situatie": N_("Waar was het, en met wie?"),
    "taak": N_("Wat moest er gebeuren?"),
    "actie": N_("Wat deed de deelnemer?"),
    "resultaat": N_("Hoe liep het af?"),
    "reflectie": N_("Wat leerde de deelnemer ervan?"),
    "bijschrift": N_("Wat is er te zien?"),
    "uren": N_("Hoeveel uur?"),
    "werk": N_("Wat voor werk was dat?"),
    "notitie": N_("Wat wil je onthouden?"),
    "opdracht": N_("Wat was de opdracht?"),
    "uitkomst": N_("Wat kwam eruit?"),
    "beoordeling": N_("Wat zag je in de stage?"),
}
EVIDENCE_OWN: Mapping[str, str] = {
    **EVIDENCE_FIELDS,
    "actie": N_("Wat deed je?"),
    "reflectie": N_("Wat leerde je ervan?"),
}
"""The same fields, asked of the person who did the work."""
ASSESSING: Mapping[str, str] = {
    "kennis": N_("Wat weet de deelnemer van dit werk?"),
    "vaardigheden": N_("Wat kan de deelnemer hiervan?"),
    "gedrag": N_("Hoe werkt de deelnemer, ook samen met anderen?"),
}
ASSESSED: Mapping[str, str] = {
    "kennis": N_("Kennis"),
    "vaardigheden": N_("Vaardigheden"),
    "gedrag": N_("Gedrag"),
}
ASSESSED_OWN: Mapping[str, str] = {
    "kennis": N_("Wat je weet"),
    "vaardigheden": N_("Wat je kunt"),
    "gedrag": N_("Hoe je werkt"),
}
"""The same, as the person reads it of whom it was written."""
HELD: Mapping[str, str] = {
    "wacht": N_("Dit wacht nog even"),
    "komt": N_("Dit wordt nu ondertekend"),
    "gegeven": N_("Dit is gegeven"),
    "teruggenomen": N_("Dit is teruggenomen"),
    "klopt-niet": N_("De deelnemer zegt: dit klopt niet"),
    "niet-gegeven": N_("Dit kon niet gegeven worden"),
}
NOT_GIVEN: Mapping[str, str] = {
    "permission-denied": N_("Wie dit gaf, geeft hier geen bewijzen meer. Een ander kan het geven."),
    "profiel-ended": N_("De afspraak met de deelnemer is intussen gestopt."),
    "profiel-not-agreed": N_("De deelnemer zei intussen dat de afspraak niet klopt, of zei nog geen ja."),
    "other-name": N_("De deelnemer koos intussen een andere naam. Geef het opnieuw, met die naam."),
    "organisation-closed": N_("De organisatie is intussen gestopt."),
    "organisation-merged": N_("De organisatie is intussen opgegaan in een andere. Geef het daar."),
    "backup-restored": N_(
        "Er is een back-up teruggezet. Heeft de deelnemer dit bewijs nog niet? Geef het opnieuw."
    ),
    "anders": N_("Er is intussen iets veranderd. Geef het opnieuw."),
}
UNDO: Mapping[str, str] = {
    "0": N_("niet: het wordt meteen ondertekend"),
    "10": N_("10 minuten"),
    "1440": N_("24 uur"),
}
AGREED_BY: Mapping[str, str] = {
    "telefoon": N_("op de eigen telefoon"),
    "papier": N_("op papier"),
}
LIFETIMES: Mapping[str, str] = {
    "3-maanden": N_("3 maanden"),
    "1-jaar": N_("1 jaar"),
    "2-jaar": N_("2 jaar"),
}
PROOFS: Mapping[str, str] = {
    "passkey": N_("met een passkey"),
    "totp": N_("met een code van een app"),
    "oidc": N_("met een account van een andere organisatie"),
    "demo": N_("met de knop van de demo"),
    "link": N_("met een link"),
}
GROUPS: Mapping[str, str] = {
    "concept": N_("nog niet gegeven"),
    "bezig": N_("bezig met geven"),
    "gestopt": N_("gestopt"),
    "klaar": N_("klaar"),
}
"""How far a group is."""

INTAKES: Mapping[str, str] = {
    "laden": N_("niet helemaal aangekomen"),
    "bezig": N_("bezig met inlezen"),
    "gestopt": N_("gestopt"),
    "klaar": N_("klaar"),
}
"""How far the taking in of many files is."""

LINES: Mapping[str, str] = {
    "open": N_("klaar om te geven"),
    "overgeslagen": N_("overgeslagen"),
    "gegeven": N_("gegeven"),
    "al gegeven": N_("was al gegeven"),
    "ingetrokken": N_("ingetrokken"),
    "geweigerd": N_("klopt nog niet"),
    "wacht": N_("onderweg: nog niet ondertekend"),
    "wacht al": N_("was al onderweg: nog niet ondertekend"),
    "niet gegeven": N_("niet gegeven"),
}
"""What came of a line of a group."""
