"""What to try first in the demo: which page, as whom. The README says the same, in its own words."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from app.demo.community import VOLUNTEERS_WATCH
from app.demo.deciding import DECIDES
from app.demo.stories import CONFIRMER, SECOND, TRAINER
from issuers.organisations.demo import BAKERY, COMMUNITY, DEMO, DEMO_BEHEERDER, DEMO_PRAKTIJKOPLEIDER, SCHOOL


@dataclass(frozen=True, slots=True)
class Walk:
    """Hold a page to open, who to be there (nobody, where anyone may), and what to try."""

    path: str
    name: str
    organisation: str
    what: str


WALKS: Final = (
    Walk("/uitreiken", DEMO_PRAKTIJKOPLEIDER, DEMO.name, "zoek 'orders', geef een bewijs, open de link"),
    Walk("/controleer", "", "", "plak die link: is het bewijs echt?"),
    Walk("/onderweg", SECOND, BAKERY.new.name, f"bevestig wat {TRAINER} gaf, of zeg nee"),
    Walk("/wacht", TRAINER, BAKERY.new.name, "zie wie er op wat wacht"),
    Walk("/school", CONFIRMER, SCHOOL.new.name, "lees wat Amira deed, bevestig haar bewijs"),
    Walk(
        "/voorstellen",
        CONFIRMER,
        SCHOOL.new.name,
        "zie in 2 groepen wie waarop wacht, en wat Noa kan voor C0021",
    ),
    Walk(
        "/voorstellen",
        DECIDES,
        SCHOOL.new.name,
        "open Noa, schrijf haar verzoek om vrijstelling op en besluit; Wim Jansen bevestigt",
    ),
    Walk("/badgeklassen", VOLUNTEERS_WATCH, COMMUNITY.new.name, "ontwerp een eigen badge"),
    Walk("/mensen", DEMO_BEHEERDER, DEMO.name, "nodig iemand uit"),
)


def tour(address: str) -> Iterator[str]:
    """Give the lines that tell a newcomer where to begin."""
    yield ""
    yield "Probeer dit. Open een adres en druk op de naam. Niemand van hen bestaat; er is geen wachtwoord."
    rows = [(f"{address}{each.path}", each.name or "niet inloggen", each.what) for each in WALKS]
    places, names, _ = zip(*rows, strict=True)
    wide = max(map(len, places)), max(map(len, names))
    for place, name, what in rows:
        yield f"  {place:<{wide[0]}}  {name:<{wide[1]}}  {what}"
