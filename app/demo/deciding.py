"""How the school of the demo decides: its rule, its examenplan, and an examencommissie of two."""

from typing import Final

from issuers.desk import IssuingDesk
from issuers.organisations.demo import SCHOOL, found_demo
from schools.decisions.loading import load_plan
from schools.decisions.reading import read_plan
from schools.decisions.rules import Rule, find_rule, set_rule
from schools.decisions.words import Asks

BEHEERDER: Final = "Ruben de Wit"
DECIDES: Final = "Samira Aydin"
NAME: Final = "Kok, cohort 2026"

# Made up for the demo: how a school could examine, and what it could write under a besluit.
PLAN: Final = """crebo;examenonderdeel;naam;kerntaak;werkproces
25180;PVB-1;Proeve: een dag in de keuken;B1-K1;
25180;PVB-2;Proeve: voorraad en bestellen;B1-K2;
"""
RULE: Final = Rule(
    commission="Examencommissie van de School aan de Kade",
    mandate="Besluit van het bevoegd gezag, 1 augustus 2026",
    appeal="Stuur een brief aan de Commissie van Beroep van de School aan de Kade. Schrijf erin waarom "
    "je het er niet mee eens bent.",
    appeal_weeks=2,
    keep_years=7,
    asks=Asks.SECOND,
)


def furnish_decisions(desk: IssuingDesk) -> None:
    """Say how the school decides, and load its examenplan; a demo of before had no examencommissie."""
    people = found_demo(desk, SCHOOL)
    if DECIDES not in people or find_rule(desk, people[DECIDES].organisation_id):
        return
    set_rule(desk, RULE, actor=people[BEHEERDER])
    plan = read_plan(PLAN.encode(), catalogue=desk.catalogue)
    load_plan(desk, plan, name=NAME, actor=people[DECIDES])
