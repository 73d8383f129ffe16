"""A school that looks at what people can do: files of two of them, checked and taken in."""

import asyncio
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from app.demo.community import VOLUNTEERS_WATCH
from app.demo.stories import CONFIRMER
from app.sources import OwnSources
from badges.judgement import Independence, Judgement, Leervorm, Role
from issuers.desk import IssuingDesk
from issuers.issuing.achievements import werkproces_reference
from issuers.issuing.issuing import issue
from issuers.organisations.facts import Confirmation, confirm_fact, public_facts
from issuers.organisations.tables import FactStatus
from issuers.people.demo import COMMUNITY, SCHOOL, found_demo
from issuers.people.permissions import Actor
from schools.importing.candidates import add_candidate, list_candidates
from schools.importing.taking import CheckedFile, take_files
from verifier.engine import Verifier
from verifier.report import Part
from verifier.workers.inprocess import InProcess

_SELF, _HELPED, _EXPLAINS = Independence.ZELFSTANDIG, Independence.MET_HULP, Independence.KAN_HET_UITLEGGEN
_KOK: Final = "25180"
_FIRST, _LAST = date(2026, 3, 5), date(2026, 10, 29)


@dataclass(frozen=True, slots=True)
class Work:
    """Hold one thing that somebody did in the kitchen, and the name in the badge."""

    code: str
    name: str
    narrative: str
    independence: Independence


# Made up for the demo: what two people did in the kitchen of the community centre.
NOA: Final = (
    Work("B1-K1-W2", "Noa Willems", "Noa zette elke donderdag alles klaar voor 40 gasten.", _SELF),
    Work("B1-K1-W4", "Noa Willems", "Noa kookte elke week een hoofdgerecht voor 40 gasten.", _EXPLAINS),
    Work("B1-K1-W5", "Noa Willems", "Noa maakte de borden op en gaf ze uit.", _SELF),
    Work("B1-K1-W6", "Noa Willems", "Noa maakte na elke avond de keuken schoon.", _SELF),
    Work("B1-K1-W1", "Noa Willems", "Noa maakte de planning voor 3 avonden.", _HELPED),
    Work("B1-K2-W2", "Noa Willems", "Noa controleerde elke levering.", _SELF),
    Work("B1-K2-W3", "Noa Willems", "Noa ruimde elke levering op in de koeling.", _SELF),
)
TYGO: Final = (
    Work("B1-K2-W2", "Tygo de Boer", "Tygo controleerde 12 leveringen.", _SELF),
    Work("B1-K2-W3", "T. de Boer", "Tygo ruimde 12 leveringen op.", _SELF),
)


def furnish_proposals(desk: IssuingDesk) -> None:
    """Give what two people did a badge each, and let the school take them in."""
    school = found_demo(desk, SCHOOL)[CONFIRMER]
    if list_candidates(desk, actor=school):
        return
    _look_up(desk, by=school)
    for name, works in (("Noa Willems", NOA), ("Tygo de Boer", TYGO)):
        candidate_id = add_candidate(desk, name, actor=school)
        take_files(desk, candidate_id, asyncio.run(_checked(desk, works)), actor=school)


def _look_up(desk: IssuingDesk, *, by: Actor) -> None:
    """Let somebody have looked up what the community centre is; the school is what it says itself."""
    organisation_id = found_demo(desk, COMMUNITY)[VOLUNTEERS_WATCH].organisation_id
    for fact in public_facts(desk, organisation_id):
        if fact.status is not FactStatus.BEVESTIGD:
            looked_up = Confirmation(by=by.person_id, source="de demo")
            confirm_fact(desk, fact.id, organisation_id=organisation_id, confirmation=looked_up)


async def _checked(desk: IssuingDesk, works: Iterable[Work]) -> list[CheckedFile]:
    """Give badges, and check each as a page does; what we made a moment ago needs no guard."""
    verifier = Verifier(
        sources=OwnSources(desk), clock=desk.clock, workers=InProcess("verifier.apart:answer")
    )
    found = []
    for work in works:
        raw = _given(desk, work)
        found.append(CheckedFile(f"{work.code}.json", raw, Part(report=await verifier.verify(raw))))
    return found


def _given(desk: IssuingDesk, work: Work) -> bytes:
    judgement = Judgement(
        werkproces=werkproces_reference(desk, _KOK, code=work.code),
        name=work.name,
        narrative=work.narrative,
        start=_FIRST,
        end=_LAST,
        independence=work.independence,
        role=Role.VRIJWILLIGER,
        skills=(),
        leervorm=Leervorm.INFORMEEL,
    )
    actor = found_demo(desk, COMMUNITY)[VOLUNTEERS_WATCH]
    return issue(desk, judgement, actor=actor, idempotency_key=f"demo-{work.name}-{work.code}").raw
