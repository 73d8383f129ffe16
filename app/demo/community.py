"""A community centre that gives badges of its own, for what people do there: not for a werkproces."""

from dataclasses import replace
from datetime import date
from typing import Final

from badges.badgeklasse import BadgeklasseJudgement, Level
from badges.judgement import Role
from issuers.badgeklassen.designing import begin, publish
from issuers.badgeklassen.finding import find_offered, list_designs
from issuers.badgeklassen.starters import STARTERS
from issuers.desk import IssuingDesk
from issuers.issuing.issuing import issue
from issuers.organisations.demo import COMMUNITY, found_demo

VOLUNTEERS_WATCH: Final = "Omar Haddad"


def furnish_community(desk: IssuingDesk) -> None:
    """Publish one badge of the set to begin with, leave another as a draft, and give the first."""
    actor = found_demo(desk, COMMUNITY)[VOLUNTEERS_WATCH]
    if list_designs(desk, actor=actor):
        return
    design_id = begin(desk, replace(STARTERS["samenwerken"], leervorm="non-formeel leren"), actor=actor)
    publish(desk, design_id, actor=actor)
    begin(desk, STARTERS["empathie-tonen"], actor=actor)
    judgement = BadgeklasseJudgement(
        badgeklasse=find_offered(desk, design_id, actor=actor),
        name="Samira",
        narrative="Samira kookte elke donderdag met vijf anderen voor 40 buurtgenoten.",
        start=date(2026, 3, 5),
        end=date(2026, 10, 29),
        level=Level.GEVORDERD,
        role=Role.VRIJWILLIGER,
    )
    issue(desk, judgement, actor=actor, idempotency_key="demo-samira")
