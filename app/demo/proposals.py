"""A school that looks at what people can do: two groups, with files of most of them, checked and taken in."""

import asyncio
from collections.abc import Iterator, Sequence
from datetime import date
from importlib.resources import files
from typing import Final

from app.demo.community import VOLUNTEERS_WATCH
from app.demo.pupils import CLASSES, Came, Pupil, Work
from app.demo.stories import CONFIRMER, TRAINER
from app.sources import OwnSources
from badges.judgement import Judgement, Leervorm, Role
from issuers.desk import IssuingDesk
from issuers.issuing.achievements import werkproces_reference
from issuers.issuing.issuing import issue
from issuers.issuing.overview import list_given
from issuers.issuing.revoking import revoke
from issuers.issuing.tables import RevocationReason
from issuers.organisations.demo import BAKERY, COMMUNITY, SCHOOL, demo_praktijkopleider, found_demo
from issuers.organisations.facts import Confirmation, confirm_fact, public_facts
from issuers.organisations.tables import FactStatus
from issuers.people.permissions import Actor
from schools.cohorts.keeping import TypedCohort, choose_cohorts, make_cohort
from schools.importing.candidates import add_candidate, list_candidates
from schools.importing.taking import CheckedFile, take_files
from verifier.engine import Verifier
from verifier.report import Part
from verifier.workers.inprocess import InProcess

_KOK: Final = "25180"
_FIRST, _LAST = date(2026, 3, 5), date(2026, 10, 29)
_ELSEWHERE: Final = "van-elders.json"
"""A badge of a made-up kookschool, signed once by a key that is kept nowhere."""


def furnish_proposals(desk: IssuingDesk) -> None:
    """Give people what they earned, and let the school take it in and put them in their groups."""
    school = found_demo(desk, SCHOOL)[CONFIRMER]
    if list_candidates(desk, actor=school):
        return
    _look_up(desk, by=school)
    for each in CLASSES:
        cohort_id = make_cohort(desk, TypedCohort(naam=each.name, doel=each.target), actor=school)
        for pupil in each.pupils:
            candidate_id = add_candidate(desk, pupil.name, actor=school)
            choose_cohorts(desk, candidate_id, {cohort_id}, actor=school)
            found = asyncio.run(_checked(desk, [*_given(desk, pupil)]))
            if found:
                take_files(desk, candidate_id, found, actor=school)


def _look_up(desk: IssuingDesk, *, by: Actor) -> None:
    """Let somebody have looked up what two are; the bakery and the school are what they say themselves.

    So a badge of the bakery counts in part, and what is asked of it can be seen.
    """
    centre, warehouse = found_demo(desk, COMMUNITY)[VOLUNTEERS_WATCH], demo_praktijkopleider(desk)
    looked_up = Confirmation(by=by.person_id, source="de demo")
    for organisation_id in (centre.organisation_id, warehouse.organisation_id):
        for fact in public_facts(desk, organisation_id):
            if fact.status is not FactStatus.BEVESTIGD:
                confirm_fact(desk, fact.id, organisation_id=organisation_id, confirmation=looked_up)


async def _checked(desk: IssuingDesk, badges: Sequence[tuple[str, bytes]]) -> list[CheckedFile]:
    """Check each badge as a page does; what we made a moment ago needs no guard."""
    verifier = Verifier(
        sources=OwnSources(desk), clock=desk.clock, workers=InProcess("verifier.apart:answer")
    )
    return [CheckedFile(name, raw, Part(report=await verifier.verify(raw))) for name, raw in badges]


def _given(desk: IssuingDesk, pupil: Pupil) -> Iterator[tuple[str, bytes]]:
    """Give what somebody has, each with the name of its file."""
    for work in pupil.works:
        yield f"{work.code}.json", _give(desk, work)
    if pupil.came is Came.ELSEWHERE:
        yield _ELSEWHERE, files("app.demo").joinpath(_ELSEWHERE).read_bytes()
    elif pupil.came is not Came.NOTHING:
        name = None if pupil.came is Came.UNNAMED else pupil.name
        baker = found_demo(desk, BAKERY)[TRAINER]
        for given in list_given(desk, actor=baker, page=0):
            if given.facts.name == name and given.facts.werkproces:
                yield f"{given.facts.werkproces.code}-{given.awarded:%H%M%S}.json", given.raw


def _give(desk: IssuingDesk, work: Work) -> bytes:
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
    badge = issue(desk, judgement, actor=actor, idempotency_key=f"demo-{work.name}-{work.code}")
    if work.is_withdrawn:
        revoke(desk, badge.id, actor=actor, reason=RevocationReason.VERGISSING)
    return badge.raw
