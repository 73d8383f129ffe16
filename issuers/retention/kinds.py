"""Say of each kind of data how long it is kept, since when, and why: for the job, the report and the docs."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final, TypeAlias

from sqlmodel import SQLModel
from sqlmodel.sql.expression import SelectOfScalar

from issuers.bulk import choosing
from issuers.groups import keeping
from issuers.holding import releasing
from issuers.people import sessions
from issuers.posters import saying
from issuers.retention import register

Due: TypeAlias = Callable[[datetime], SelectOfScalar[Any]]
"""Ask for the rows of which the term began before a moment."""

YEAR: Final = timedelta(days=365)


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """Hold how long we keep something, in words that stand in a report.

    Attributes:
        name: The short name, for the report.
        what: What it is.
        term: How long; None where only somebody's decision ends it.
        since: From when the term counts, or what ends it.
        why: Why so long.
        due: Asks for what is over, where the daily job deletes it; another job does otherwise.
    """

    name: str
    what: str
    term: timedelta | None
    since: str
    why: str
    due: Due | None = None

    def over(self, now: datetime) -> SelectOfScalar[SQLModel] | None:
        """Ask for the rows that are over now; None where the daily job does not do that."""
        return self.due(now - self.term) if self.due and self.term else None


DRAFTS: Final = Kind(
    name="concepten",
    what="Wat is opgeschreven voor een bewijs dat nog niet is gegeven",
    term=timedelta(days=180),
    since="na de laatste keer dat iemand eraan schreef",
    why="Wie een half jaar niet verder schrijft, geeft dit bewijs niet meer.",
    due=register.old_drafts,
)
EVIDENCE: Final = Kind(
    name="verzameld",
    what="Wat is verzameld (verhalen, foto's, uren) en niet bij een bewijs hoort",
    term=timedelta(days=180),
    since="na het einde van de afspraak",
    why="Na de afspraak komt er geen bewijs meer bij. Een half jaar is tijd om iets recht te zetten.",
    due=register.old_evidence,
)
RECIPIENTS: Final = Kind(
    name="deelnemers zonder bewijs",
    what="Deelnemers die nooit een bewijs kregen, met hun afspraken",
    term=2 * YEAR,
    since="na de laatste dag van een afspraak, of na het toevoegen als er geen was",
    why="Wie na 2 jaar niets kreeg, hoort niet meer op een lijst.",
    due=register.old_recipients,
)
SENT: Final = Kind(
    name="verstuurde berichten",
    what="Dat er een bericht is verstuurd; wat erin stond en aan wie, is dan al gewist",
    term=timedelta(days=90),
    since="na het versturen",
    why="Zo lang kan een bericht nog terugkomen, en is een tweede kopie te herkennen.",
    due=register.old_sent,
)
UNDELIVERED: Final = Kind(
    name="berichten die niet aankwamen",
    what="Dat een bericht niet aankwam; wat erin stond en aan wie, is dan al gewist",
    term=timedelta(days=180),
    since="na het maken van het bericht",
    why="Zo lang ziet een organisatie dat ze iemand anders moet bereiken.",
    due=register.old_undelivered,
)
REPORTS: Final = Kind(
    name="meldingen",
    what="Het antwoord op een melding van misbruik; de melding zelf is bij het antwoord gewist",
    term=YEAR,
    since="na het antwoord",
    why="Wie meldde, kan het antwoord een jaar lezen.",
    due=register.old_reports,
)
REFUSALS: Final = Kind(
    name="afgewezen aanmeldingen",
    what="Naam van een organisatie die niet mee mocht doen, en waarom; de aanmelding zelf is dan al gewist",
    term=YEAR,
    since="na de beslissing",
    why="Wie zich aanmeldde, kan een jaar lezen waarom niet.",
    due=register.old_refusals,
)

KINDS: Final = (
    DRAFTS,
    EVIDENCE,
    RECIPIENTS,
    SENT,
    UNDELIVERED,
    REPORTS,
    REFUSALS,
    Kind(
        name="roosters",
        what="Lijsten waarmee een groep tegelijk bewijzen kreeg",
        term=keeping.KEPT,
        since="nadat er het laatst iets mee gebeurde",
        why="Zo lang kan iemand nagaan wat er uit een lijst kwam.",
    ),
    Kind(
        name="samen gedaan",
        what="Welke bewijzen tegelijk zijn ingetrokken of verbeterd",
        term=choosing.KEPT,
        since="nadat er het laatst iets mee gebeurde",
        why="Zo lang kan iemand nagaan wat er is gedaan.",
    ),
    Kind(
        name="gezegd bij een poster",
        what="Wat iemand via een poster zei",
        term=saying.KEPT,
        since="na het zeggen, of eerder als iemand ernaar keek",
        why="Wie na een maand niet keek, doet er niets meer mee.",
    ),
    Kind(
        name="wachtende bewijzen",
        what="Wat is gegeven, wachtte, en is gestopt",
        term=releasing.KEPT,
        since="na het stoppen",
        why="Zo lang kan de gever lezen waarom.",
    ),
    Kind(
        name="inlogsessies",
        what="Wie is ingelogd om bewijzen te geven, en op wat voor apparaat",
        term=sessions.LIFETIME,
        since="na het inloggen, of na 2 uur niets doen",
        why="Langer ingelogd blijven is niet veilig.",
    ),
)


def term_of(kind: Kind) -> str:
    """Say how long, in words."""
    if kind.term is None:
        return "geen vaste termijn"
    return _in_words(kind.term)


def _in_words(term: timedelta) -> str:
    days = term.days
    for size, one, more in ((365, "jaar", "jaar"), (1, "dag", "dagen")):
        if days and days % size == 0:
            count = days // size
            return f"{count} {one if count == 1 else more}"
    hours, minutes = term.seconds // 3600, term.seconds // 60
    return f"{hours} uur" if hours else f"{minutes} minuten"
