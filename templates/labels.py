"""Our words for values that stand in Dutch in a credential or a form.

The signed value never changes; a page shows these beside it or instead of it, in the language of the page.
"""

from collections.abc import Mapping
from typing import Final


def N_(message: str) -> str:  # noqa: N802 - the name that every extractor of gettext knows
    """Mark a text for translation without translating it now."""
    return message


INDEPENDENCE: Mapping[str, str] = {
    "met hulp": N_("met hulp"),
    "zelfstandig": N_("zelfstandig"),
    "kan het anderen uitleggen": N_("kan het anderen uitleggen"),
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
    "school-vraagt": N_("een school iets vraagt over een bewijs (aan wie het gaf)"),
    "antwoord": N_("een leerbedrijf antwoord geeft op een vraag (aan wie hem stelde)"),
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
CORRECTIONS: Mapping[str, str] = {
    "schrijffout": N_("Er staat een fout in de naam, de tekst of de datums."),
    "ander-werk": N_("Het is het verkeerde werkproces."),
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
    N_("Trek een bewijs in"),
    N_("Wie het bewijs controleert, ziet het meteen. Het kan niet ongedaan."),
)
API: Mapping[str, str] = {each: each for each in _OF_THE_API}
"""The words of the description of the API, which itself is in Dutch."""
MEMBER_ROLES: Mapping[str, str] = {
    "beheerder": N_("beheerder"),
    "praktijkopleider": N_("praktijkopleider"),
    "begeleider": N_("begeleider"),
    "bevestiger": N_("bevestiger"),
    "lezer": N_("lezer"),
}
MEMBER_TASKS: Mapping[str, str] = {
    "beheerder": N_("bepaalt wie hier werkt, kan sleutels vernieuwen en bewijzen intrekken"),
    "praktijkopleider": N_("beoordeelt, geeft bewijzen en kan ze intrekken"),
    "begeleider": N_("schrijft mee aan bewijzen, maar geeft ze niet"),
    "bevestiger": N_("bevestigt bewijzen namens de school, met een mandaat"),
    "lezer": N_("kijkt mee en verandert niets"),
}
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
DEEDS: Mapping[str, str] = {
    "organisation-created": N_("nam de organisatie op"),
    "organisation-changed": N_("veranderde gegevens van de organisatie"),
    "organisation-suspended": N_("zette de organisatie stil"),
    "organisation-resumed": N_("liet de organisatie weer verdergaan"),
    "organisation-closed": N_("sloot de organisatie"),
    "organisation-merged": N_("voegde de organisatie samen met een andere"),
    "organisation-absorbed": N_("liet een andere organisatie in deze opgaan"),
    "fact-declared": N_("verklaarde iets over de organisatie"),
    "fact-confirmed": N_("bevestigde iets over de organisatie"),
    "fact-ended": N_("haalde iets over de organisatie weg"),
    "erkenning-changed": N_("veranderde iets aan een erkenning"),
    "key-created": N_("maakte een sleutel"),
    "key-retired": N_("nam een sleutel uit gebruik"),
    "key-withdrawn": N_("verklaarde een sleutel niet meer te vertrouwen"),
    "member-invited": N_("nodigde iemand uit"),
    "invitation-withdrawn": N_("trok een uitnodiging in"),
    "member-added": N_("begon hier"),
    "member-changed": N_("veranderde iemands rollen"),
    "member-removed": N_("haalde iemand weg"),
    "recipient-added": N_("zette iemand op de lijst van deelnemers"),
    "recipient-changed": N_("veranderde gegevens van een deelnemer"),
    "recipient-removed": N_("haalde iemand van de lijst van deelnemers"),
    "profiel-proposed": N_("stelde een afspraak voor"),
    "profiel-agreed": N_("schreef op dat een deelnemer ja zei"),
    "profiel-objected": N_("schreef op dat iets niet klopt"),
    "profiel-relinked": N_("maakte een nieuwe link naar een afspraak"),
    "profiel-ended": N_("stopte een afspraak"),
    "evidence-shown": N_("schreef op dat de school iets mag zien"),
    "evidence-hidden": N_("schreef op dat de school iets niet meer mag zien"),
    "badgeklasse-published": N_("publiceerde een eigen badge"),
    "badgeklasse-archived": N_("legde een eigen badge weg"),
    "badgeklasse-restored": N_("haalde een eigen badge terug"),
    "badge-held": N_("gaf een bewijs dat nog wacht"),
    "held-confirmed": N_("bevestigde een bewijs van een ander"),
    "held-taken-back": N_("nam een bewijs terug dat nog wachtte"),
    "held-named": N_("een deelnemer las wat er komt te staan en koos hoe de naam erop komt"),
    "held-objected": N_("een deelnemer zei dat een bewijs niet klopt, er is niets gegeven"),
    "held-released": N_("een bewijs dat wachtte, is gegeven"),
    "held-not-given": N_("een bewijs dat wachtte, kon niet gegeven worden"),
    "badge-intended": N_("begon een bewijs"),
    "badge-signed": N_("ondertekende een bewijs"),
    "badge-failed": N_("een bewijs kwam niet af, er is niets gegeven"),
    "badge-revoked": N_("trok een bewijs in"),
    "link-given": N_("maakte voor iemand een link om in te loggen"),
    "way-in-added": N_("maakte een nieuwe manier om in te loggen"),
    "way-in-removed": N_("haalde een manier om in te loggen weg"),
    "passkey-behind": N_("gebruikte een passkey die gekopieerd lijkt"),
    "api-key-created": N_("maakte een API-sleutel"),
    "api-key-withdrawn": N_("trok een API-sleutel in"),
}
PLATFORM_DEEDS: Mapping[str, str] = {
    "administrator-added": N_("maakte iemand beheerder van deze dienst"),
    "administrator-ended": N_("liet iemand deze dienst niet meer beheren"),
    "link-given": N_("maakte voor iemand een link om in te loggen"),
    "organisation-invited": N_("maakte een link om mee te doen zonder wachten"),
    "application-approved": N_("liet een organisatie meedoen"),
    "application-refused": N_("wees een aanmelding af"),
    "first-link-renewed": N_("maakte een nieuwe link voor de eerste beheerder"),
    "fact-confirmed": N_("bevestigde iets over de organisatie"),
    "erkenningen-confirmed": N_("bevestigde erkenningen"),
    "organisation-suspended": N_("zette de organisatie stil"),
    "organisation-resumed": N_("liet de organisatie weer verdergaan"),
    "organisation-merged": N_("liet de organisatie opgaan in een andere"),
    "organisation-taken-down": N_("haalde plaatje en teksten van de pagina"),
    "report-answered": N_("beantwoordde een melding"),
    "keys-given-up": N_("nam nieuwe sleutels, want de oude gingen niet meer open"),
}
PROOFS: Mapping[str, str] = {
    "passkey": N_("met een passkey"),
    "totp": N_("met een code van een app"),
    "oidc": N_("met een account van een andere organisatie"),
    "demo": N_("met de knop van de demo"),
    "link": N_("met een link"),
}
SHAPES: Mapping[str, str] = {
    "boog": N_("een boog"),
    "cirkel": N_("een cirkel"),
    "schild": N_("een schild"),
    "zeshoek": N_("een zeshoek"),
}
COLOURS: Mapping[str, str] = {
    "paars": N_("paars"),
    "petrol": N_("petrol"),
    "bruin": N_("bruin"),
    "framboos": N_("framboos"),
    "groen": N_("groen"),
    "terracotta": N_("terracotta"),
    "aarde": N_("aarde"),
    "zeegroen": N_("zeegroen"),
    "magenta": N_("magenta"),
    "blauw": N_("blauw"),
    "olijf": N_("olijf"),
    "leisteen": N_("leisteen"),
    "marine": N_("marineblauw"),
}
SIGNS: Mapping[str, str] = {
    "samenwerken": N_("samen dragen"),
    "klok": N_("klok"),
    "afspraak": N_("kalender"),
    "hart": N_("hart"),
    "gesprek": N_("gesprek"),
    "vraag": N_("vraagteken"),
    "sleutel": N_("sleutel"),
    "ster": N_("ster"),
    "boek": N_("boek"),
    "helm": N_("helm"),
    "heftruck": N_("heftruck"),
    "logistiek": N_("doos"),
    "bakkerij": N_("brood"),
    "zorg": N_("hand en hart"),
    "groen": N_("plant"),
    "techniek": N_("fietswiel"),
    "bouw": N_("troffel"),
    "schoonmaak": N_("emmer"),
    "winkel": N_("winkelmand"),
    "ict": N_("laptop"),
    "sport": N_("bal"),
    "beveiliging": N_("portofoon"),
    "kantoor": N_("ordners"),
}
DESIGNS: Mapping[str, str] = {
    "concept": N_("concept, nog niet te geven"),
    "gepubliceerd": N_("gepubliceerd"),
    "nieuwe-versie": N_("gepubliceerd, met een nieuwe versie in de maak"),
    "weggelegd": N_("weggelegd, wordt niet meer gegeven"),
}
ACHIEVEMENT_KINDS: Mapping[str, str] = {
    "Competency": N_("iets kunnen"),
    "Achievement": N_("iets gedaan hebben"),
    "Course": N_("een cursus of training"),
    "CommunityService": N_("vrijwilligerswerk"),
}
DESIGN_FIELDS: Mapping[str, str] = {
    "naam": N_("Naam"),
    "omschrijving": N_("Waar het over gaat"),
    "criteria": N_("Waar jullie op letten"),
    "beginner": N_("Beginner"),
    "gevorderd": N_("Gevorderd"),
    "expert": N_("Expert"),
    "naam_en": N_("Naam in het Engels"),
    "omschrijving_en": N_("Waar het over gaat, in het Engels"),
    "criteria_en": N_("Waar jullie op letten, in het Engels"),
    "beginner_en": N_("Beginner, in het Engels"),
    "gevorderd_en": N_("Gevorderd, in het Engels"),
    "expert_en": N_("Expert, in het Engels"),
    "soort": N_("Wat het is"),
    "leervorm": N_("Hoe geleerd"),
    "maanden": N_("Hoe lang geldig"),
    "vaardigheid": N_("Vaardigheden"),
    "werkproces": N_("Werkproces"),
    "vorm": N_("Vorm"),
    "kleur": N_("Kleur"),
    "eigen_kleur": N_("Eigen kleur"),
    "teken": N_("Wat erop staat"),
    "letters": N_("Letters"),
}

GROUPS: Mapping[str, str] = {
    "concept": N_("nog niet gegeven"),
    "bezig": N_("bezig met geven"),
    "gestopt": N_("gestopt"),
    "klaar": N_("klaar"),
}
"""How far a group is."""

LINES: Mapping[str, str] = {
    "open": N_("klaar om te geven"),
    "overgeslagen": N_("overgeslagen"),
    "gegeven": N_("gegeven"),
    "al gegeven": N_("was al gegeven"),
    "geweigerd": N_("klopt nog niet"),
    "wacht": N_("onderweg: nog niet ondertekend"),
    "wacht al": N_("was al onderweg: nog niet ondertekend"),
    "niet gegeven": N_("niet gegeven"),
}
"""What came of a line of a group."""
