"""How long we keep what, of all rooms; and the look each day at what is over."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from holders.entering.adding import LIFETIME as CODE_LIFETIME
from holders.entering.asking import MOST_OF_A_KIND
from holders.helping.inviting import REMEMBERED
from holders.importing.importing import KEPT_UNSEEN
from holders.keeping.telephones import UNUSED
from holders.sharing.sharing import KEPT_AFTER
from issuers.desk import IssuingDesk
from issuers.retention import kinds
from issuers.retention.forgetting import forget_due
from issuers.retention.kinds import Kind
from schools.importing.intakes import KEPT as INTAKES_KEPT
from schools.importing.intakes import REFUSED_NAMED
from schools.importing.letting_go import KEPT as CANDIDATES_KEPT
from schools.importing.letting_go import forget_undecided

CANDIDATES: Final = "kandidaten van een school"
KINDS: Final = (
    *kinds.KINDS,
    Kind(
        name="toestellen van houders",
        what="Op welk soort toestel iemand zijn bewijzen bewaart",
        term=UNUSED,
        since="na de laatste dag dat het gebruikt is; op een geleend toestel na 1 uur",
        why="Geen browser onthoudt langer wie er keek.",
    ),
    Kind(
        name="codes voor een toestel",
        what="De vraag van een toestel of het er ook bij mag",
        term=CODE_LIFETIME,
        since="na het maken van de code",
        why="Een korte code mag niet lang werken.",
    ),
    Kind(
        name="links van houders",
        what="Wat iemand met een link liet zien, voor wie hij zei dat het was, en hoe vaak er gekeken is",
        term=KEPT_AFTER,
        since="nadat de link ophield te werken",
        why="Zo lang kan wie hem maakte nog nakijken wat hij liet zien.",
    ),
    Kind(
        name="bewijzen van ergens anders",
        what="Het bestand dat een houder erbij zette, met wat erin staat en wat de controle zei",
        term=KEPT_UNSEEN,
        since="nadat de houder voor het laatst keek, of eerder als hij het weghaalt of alles wist",
        why="Wie 3 jaar niet kijkt, heeft deze kopie niet nodig; het bewijs is nog bij wie het gaf.",
    ),
    Kind(
        name="codes per mail of sms",
        what="Dat iemand een code vroeg, en een afdruk van wie; het adres en de code staan er niet in",
        term=max(span for span, _ in MOST_OF_A_KIND),
        since="na het vragen",
        why="Zo lang tellen wij hoe vaak er een code is gevraagd.",
    ),
    Kind(
        name="toestemming voor een school",
        what="Welke school mag inlezen wat een link laat zien, tot wanneer, en wanneer zij dat deed",
        term=KEPT_AFTER,
        since="nadat de link ophield te werken; wat de school ermee inlas, gaat zodra de toestemming ophoudt",
        why="Zo lang kan wie haar gaf nog nakijken wat een school kreeg.",
    ),
    Kind(
        name="inlezen van veel personen",
        what="Wat er van elk bestand kwam dat een school tegelijk inlas; het bestand tot dat is gebeurd",
        term=INTAKES_KEPT,
        since="nadat er het laatst iets mee gebeurde",
        why="Zo lang kan de school nalezen wat niet is ingelezen, en waarom.",
    ),
    Kind(
        name="geweigerde bestanden",
        what="Hoe een bestand en een map heetten die een school niet kon inlezen; de reden blijft",
        term=REFUSED_NAMED,
        since="nadat er het laatst iets gebeurde met dat inlezen",
        why="Zo lang kan de school de persoon om een ander bestand vragen. Zo'n naam is vaak die van iemand.",
    ),
    Kind(
        name="waar een besluit op rust",
        what="De bestanden waar een besluit van een school op rust, zoals ze toen waren",
        term=None,
        since="tot de eigen bewaartermijn van de school om is",
        why="Wie het besluit kreeg, moet kunnen nagaan waar het op rust.",
    ),
    Kind(
        name="helpers",
        what="Wie een houder helpt in zijn eigen woorden, tot wanneer, en wat de helper op welke dag zag",
        term=REMEMBERED,
        since="nadat het helpen ophield",
        why="Zo lang kan de houder nagaan wat een helper zag.",
    ),
    Kind(
        name="toestemming van een ouder",
        what="Dat een deelnemer jonger dan 16 is, en of en hoe een ouder het goed vond",
        term=None,
        since="tot de organisatie noteert dat hij 16 is, of hem van de lijst haalt",
        why="Zolang het nodig is om te weten of anderen de bewijzen mogen zien.",
    ),
    Kind(
        name=CANDIDATES,
        what="De naam die een school typte, de bestanden die zij inlas, en wat daaruit bleek",
        term=CANDIDATES_KEPT,
        since="na het laatste dat er met hem gebeurde (een instelling van de dienst), of eerder als de "
        "school hem weghaalt; wat onder een besluit ligt, blijft daarbij",
        why="Wie een jaar niets vroeg en niets liet zien, wacht niet meer op een besluit.",
    ),
    Kind(
        name="verzoeken om vrijstelling",
        what="Wie vrijstelling vroeg, wanneer en voor welk examenonderdeel; het mailadres voor de "
        "link, als de school dat opschreef",
        term=None,
        since="zo lang als de kandidaat van wie het is",
        why="Zolang de school naar de bewijzen kijkt, hoort erbij wat er gevraagd is.",
    ),
    Kind(
        name="besluiten van een examencommissie",
        what="Het besluit of advies met de naam van de student, de leden, en wat er meewoog",
        term=None,
        since="zo veel jaar na het besluit als de school die dag had ingesteld; een vervangen besluit blijft "
        "zo lang als het nieuwe",
        why="De school moet een besluit kunnen uitleggen, ook als iemand zijn bewijzen niet meer deelt.",
    ),
    Kind(
        name="examenplannen",
        what="Welk examenonderdeel over welk werk gaat, en wie dat wanneer laadde; niets over studenten",
        term=None,
        since="zolang de school meedoet",
        why="Een besluit blijft onder het plan waaronder het is genomen.",
    ),
    Kind(
        name="deelnemers met een bewijs",
        what="Naam, bereik, kenmerk en afspraken van wie een bewijs kreeg",
        term=None,
        since="tot de organisatie hem van de lijst haalt, of hij vraagt om alles te wissen",
        why="De organisatie is verantwoordelijk voor haar eigen lijst, en weet hoe lang zij hem nodig heeft.",
    ),
    Kind(
        name="bewijzen",
        what="Wat is ondertekend: het bewijs, met een naam als de houder dat wilde",
        term=None,
        since="tot de houder alles wist, of het aan de organisatie vraagt",
        why="Een bewijs is van wie het kreeg, en moet jaren later nog te controleren zijn.",
    ),
    Kind(
        name="gewiste bewijzen",
        what="Nummer, plaats in de statuslijst, ingetrokken of niet; geen naam",
        term=None,
        since="zolang de dienst bestaat",
        why="Zo klopt de controle van een kopie, en wordt geen plaats twee keer gebruikt.",
    ),
    Kind(
        name="controlespoor en journaal",
        what="Wat er gebeurde, wanneer en door wie van de organisatie; nummers en afdrukken, geen namen",
        term=None,
        since="zolang de dienst bestaat",
        why="Zonder het hele spoor is niet te zien of er iets is veranderd of weggehaald.",
    ),
    Kind(
        name="mensen die bewijzen geven",
        what="Naam, mailadres, rollen en manieren van inloggen van wie voor een organisatie werkt",
        term=None,
        since="rollen eindigen als een beheerder iemand weghaalt; de naam blijft bij wat hij gaf",
        why="Later moet na te gaan zijn wie een handtekening zette.",
    ),
)


def kinds_with(candidates: timedelta) -> tuple[Kind, ...]:
    """Give every kind, with how long this service keeps who a school did not decide on."""
    return tuple(replace(each, term=candidates) if each.name == CANDIDATES else each for each in KINDS)


class DailyForgetting:
    """Forget what is over when a day begins, and once at the start."""

    def __init__(self, *, candidates: timedelta = CANDIDATES_KEPT) -> None:
        self._done: date | None = None
        self._candidates = candidates

    def look(self, desk: IssuingDesk) -> None:
        """Do it, unless it was done today."""
        today = desk.clock.today()
        if self._done != today:
            forget_due(desk)
            forget_undecided(desk, kept=self._candidates)
            self._done = today
