"""Print the processings for docs/processing-register.md, with the terms that the daily job goes by."""

from dataclasses import dataclass
from typing import Final

from app.retention import KINDS
from issuers.retention.kinds import term_of

ORGANISATION: Final = "de organisatie die geeft; de beheerder van de dienst is verwerker"
SCHOOL: Final = "de school; de beheerder van de dienst is verwerker"
PLATFORM: Final = "de beheerder van de dienst"
HOLDER: Final = "de beheerder van de dienst, voor het bewaren; wie de houder iets laat zien, kiest hij zelf"


@dataclass(frozen=True, slots=True, kw_only=True)
class Processing:
    """Hold one processing as AVG 30 asks for it; `kinds` name how long its data are kept."""

    name: str
    controller: str
    purpose: str
    people: str
    data: str
    ground: str
    kinds: tuple[str, ...]
    recipients: str


PROCESSINGS: Final = (
    Processing(
        name="Leren en verzamelen",
        controller=ORGANISATION,
        purpose="Afspreken wat iemand leert, en bijhouden wat hij daarvan liet zien",
        people="deelnemers",
        data="naam, mailadres of telefoonnummer, kenmerk, afspraken, verhalen, foto's, uren, "
        "beoordeling in gewone woorden",
        ground="uitvoering van een overeenkomst (AVG 6.1.b), of een taak van algemeen belang bij een "
        "school (6.1.e)",
        kinds=(
            "concepten",
            "verzameld",
            "deelnemers zonder bewijs",
            "deelnemers met een bewijs",
            "wachtende bewijzen",
        ),
        recipients="collega's die bewijzen voorbereiden; een school als de deelnemer ja zegt",
    ),
    Processing(
        name="Bewijzen geven",
        controller=ORGANISATION,
        purpose="Ondertekend vastleggen wat iemand in de praktijk deed",
        people="deelnemers; wie namens de organisatie geeft",
        data="naam als de deelnemer die wil, werkproces, periode, wat hij deed, hoe zelfstandig; "
        "wie gaf en wanneer",
        ground="uitvoering van een overeenkomst (6.1.b); de naam alleen als de deelnemer die wil",
        kinds=("bewijzen", "gewiste bewijzen", "roosters", "samen gedaan", "gezegd bij een poster"),
        recipients="de deelnemer; wie van hem de link of een bestand krijgt",
    ),
    Processing(
        name="Toestemming van een ouder",
        controller=ORGANISATION,
        purpose="Niets aan anderen laten zien van wie jonger dan 16 is, tot een ouder het goed vindt",
        people="deelnemers onder de 16",
        data="dat hij jonger dan 16 is; of, wanneer en hoe een ouder het goed vond; wie dat noteerde",
        ground="wettelijke plicht (6.1.c: AVG 8, UAVG 5)",
        kinds=("toestemming van een ouder",),
        recipients="niemand",
    ),
    Processing(
        name="Bericht sturen",
        controller=ORGANISATION,
        purpose="De deelnemer vertellen dat er een bewijs is, of dat er iets verandert",
        people="deelnemers die een adres gaven",
        data="adres en tekst tot het versturen; daarna alleen dat het bericht er was",
        ground="uitvoering van een overeenkomst (6.1.b)",
        kinds=("verstuurde berichten", "berichten die niet aankwamen"),
        recipients="de mailserver of sms-dienst van de beheerder",
    ),
    Processing(
        name="Inlezen en voorstellen",
        controller=SCHOOL,
        purpose="Zien wat bewijzen zeggen over een kwalificatie of mbo-certificaat; de "
        "examencommissie beslist",
        people="kandidaten van een school",
        data="de naam die de school typte, in welke groepen iemand zit, de bestanden, wat het nakijken "
        "opleverde, wat de school koppelde en waarom",
        ground="taak van algemeen belang (6.1.e)",
        kinds=(
            "kandidaten van een school",
            "inlezen van veel personen",
            "geweigerde bestanden",
            "waar een besluit op rust",
        ),
        recipients="wie namens de school bevestigt",
    ),
    Processing(
        name="Beslissen over vrijstelling",
        controller=SCHOOL,
        purpose="Een verzoek opschrijven, en het besluit van de examencommissie of het advies bij de "
        "intake vastleggen, met wat er meewoog",
        people="wie vrijstelling vraagt; leden van de examencommissie",
        data="naam, examenonderdeel, dag van het verzoek, uitkomst, motivering, vergadering, mandaat, "
        "namen van de leden",
        ground="taak van algemeen belang (6.1.e)",
        kinds=(
            "verzoeken om vrijstelling",
            "besluiten van een examencommissie",
            "examenplannen",
        ),
        recipients="wie namens de school bevestigt of beslist; de student, en wie van hem de link krijgt",
    ),
    Processing(
        name="Bewaren door de houder",
        controller=HOLDER,
        purpose="Iemand zijn bewijzen laten terugvinden zonder account",
        people="houders; niemand in het bijzonder",
        data="welke bewijzen bij elkaar horen, soort toestel, laatste dag, merktekens van kaart, "
        "passkey en adres; bewijzen van ergens anders die de houder erbij zette",
        ground="uitvoering van een overeenkomst met de houder (6.1.b)",
        kinds=(
            "toestellen van houders",
            "codes voor een toestel",
            "codes per mail of sms",
            "bewijzen van ergens anders",
        ),
        recipients="niemand; de organisatie ziet niet wie haar bewijzen bewaart",
    ),
    Processing(
        name="Laten zien en hulp",
        controller=HOLDER,
        purpose="De houder laten kiezen wie wat ziet, tot wanneer, en hulp laten krijgen",
        people="houders; helpers zonder naam",
        data="welke bewijzen en delen, voor wie in eigen woorden, tellingen per week, wat een "
        "helper op welke dag zag",
        ground="uitvoering van een overeenkomst met de houder (6.1.b); hij kiest zelf en stopt zelf",
        kinds=("links van houders", "toestemming voor een school", "helpers"),
        recipients="wie de houder de link geeft; de helper die hij kiest",
    ),
    Processing(
        name="Controleren",
        controller=PLATFORM,
        purpose="Zeggen of een bewijs echt en geldig is",
        people="wie in een bewijs staat",
        data="het bestand, in het geheugen, zolang de controle duurt",
        ground="gerechtvaardigd belang van wie controleert (6.1.f)",
        kinds=(),
        recipients="bij een bewijs van elders: de plaats waar sleutel en lijst staan; zij zien niet wie "
        "controleert",
    ),
    Processing(
        name="Inloggen en rollen",
        controller=ORGANISATION,
        purpose="Alleen wie het mag, geeft en trekt in",
        people="wie voor een organisatie werkt",
        data="naam, mailadres, rollen, passkeys, sessies",
        ground="gerechtvaardigd belang (6.1.f): veilig en na te gaan",
        kinds=("inlogsessies", "mensen die bewijzen geven"),
        recipients="beheerders van de eigen organisatie",
    ),
    Processing(
        name="Controlespoor",
        controller=ORGANISATION,
        purpose="Kunnen nagaan wat er gebeurde, en zien of iets is veranderd",
        people="wie geeft; wie een bewijs kreeg, alleen als nummer",
        data="nummers, tijdstippen en gezouten afdrukken; geen namen",
        ground="gerechtvaardigd belang (6.1.f)",
        kinds=("controlespoor en journaal",),
        recipients="beheerders van de eigen organisatie; de beheerder van de dienst",
    ),
    Processing(
        name="Meedoen en meldingen",
        controller=PLATFORM,
        purpose="Organisaties toelaten, en misbruik aanpakken",
        people="wie een organisatie aanmeldt; wie iets meldt",
        data="wat er in de aanmelding of de melding staat, tot er een antwoord is; daarna alleen "
        "het antwoord",
        ground="gerechtvaardigd belang (6.1.f)",
        kinds=("meldingen", "afgewezen aanmeldingen"),
        recipients="de beheerder van de dienst",
    ),
)


def table() -> str:
    """Give a Markdown section for each processing."""
    return "\n\n".join(map(_section, PROCESSINGS))


def _section(each: Processing) -> str:
    terms = {kind.name: f"{term_of(kind)} {kind.since}" if kind.term else kind.since for kind in KINDS}
    kept = "; ".join(f"{name}: {terms[name]}" for name in each.kinds) or "niets wordt bewaard"
    rows = (
        ("Verantwoordelijk", each.controller),
        ("Doel", each.purpose),
        ("Van wie", each.people),
        ("Wat", each.data),
        ("Grondslag", each.ground),
        ("Hoe lang", kept),
        ("Wie krijgt het", each.recipients),
    )
    return "\n".join(
        [f"## {each.name}", "", "| | |", "|---|---|", *(f"| {what} | {text} |" for what, text in rows)]
    )


if __name__ == "__main__":
    print(table())
