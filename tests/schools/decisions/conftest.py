"""A school that decides: its rule, its plan, its examencommissie, and Sam with a badge."""

from dataclasses import replace
from uuid import UUID

import pytest

from issuers.desk import IssuingDesk
from issuers.organisations.demo import add_person
from issuers.people.permissions import Actor
from issuers.people.tables import Proof, Role
from schools.decisions.asking import TypedRequest, ask
from schools.decisions.loading import KnownPlan, load_plan
from schools.decisions.reading import read_plan
from schools.decisions.rules import Rule, set_rule
from schools.importing.candidates import add_candidate
from schools.importing.taking import CheckedFile, take_files
from tests.world import World
from verifier.report import Part

RULE = Rule(
    commission="Examencommissie Logistiek",
    mandate="Mandaatbesluit 2026",
    appeal="Ga in beroep bij de Commissie van Beroep.",
    appeal_weeks=2,
    keep_years=7,
)
TABLE = "crebo;examenonderdeel;naam;werkproces\n25774;P1;Orders verzamelen;B1-K2-W1 B1-K2-W2\n"


def member(desk: IssuingDesk, name: str, *, of: Actor, role: Role = Role.EXAMENCOMMISSIE) -> Actor:
    """Let somebody work at the school of somebody."""
    actor = add_person(desk, name, organisation_id=of.organisation_id, role=role)
    return replace(actor, proof=Proof.PASSKEY, proved=desk.clock.now())


@pytest.fixture
def samira(desk: IssuingDesk, bevestiger: Actor) -> Actor:
    """Give a member of the examencommissie of a school that said how it decides."""
    set_rule(desk, RULE, actor=member(desk, "Ruben", of=bevestiger, role=Role.BEHEERDER))
    return member(desk, "Samira Aydin", of=bevestiger)


@pytest.fixture
def wim(desk: IssuingDesk, bevestiger: Actor) -> Actor:
    """Give another member."""
    return member(desk, "Wim Jansen", of=bevestiger)


@pytest.fixture
def plan(desk: IssuingDesk, bevestiger: Actor) -> KnownPlan:
    """Load the examenplan."""
    return load_plan(desk, read_plan(TABLE.encode(), catalogue=desk.catalogue), name="P", actor=bevestiger)


@pytest.fixture
def sam(desk: IssuingDesk, bevestiger: Actor) -> UUID:
    """Add Sam, with a badge."""
    candidate_id, raw = add_candidate(desk, "Sam de Vries", actor=bevestiger), World().signed()
    file = CheckedFile("bewijs.json", raw, Part(report=World().report(raw)))
    take_files(desk, candidate_id, [file], actor=bevestiger)
    return candidate_id


@pytest.fixture
def asked(desk: IssuingDesk, bevestiger: Actor, plan: KnownPlan, sam: UUID) -> UUID:
    """Write down that Sam asks for an exemption."""
    today = desk.clock.today().isoformat()
    typed = TypedRequest(onderdeel="P1", ingeschreven="ja", wie="Sam de Vries", datum=today)
    return ask(desk, sam, plan.id, typed, actor=bevestiger)
