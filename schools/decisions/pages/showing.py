"""What these pages show of a decision, in the language of whoever reads it."""

from collections.abc import Mapping
from datetime import date
from typing import Final, TypeAlias

from badges.wording import Sentence
from schools.decisions.besluit import Besluit, Ground, Weighed
from schools.decisions.plan import Work
from schools.decisions.weighing import ToWeigh
from schools.decisions.words import Kind
from schools.evidence.evidence import Identity
from schools.mapping.rules import Strength
from templates import views
from web.locale import Language

Gone: TypeAlias = Mapping[Identity, Sentence]
NOTHING: Final[Gone] = {}


def work_to_weigh(of: ToWeigh, *, language: Language, gone: Gone = NOTHING) -> views.decisions.WorkToWeigh:
    """Show a werkproces with the badges that may weigh."""
    return views.decisions.WorkToWeigh(
        key=of.work.key,
        code=of.work.code,
        title=of.work.title,
        says=of.says.nl if language == "nl" else of.says.en,
        options=tuple(
            _option(each, value=f"{of.work.key} {name}", language=language, gone=gone)
            for name, each in of.grounds.items()
        ),
    )


def facts_of(
    of: Besluit, *, final: date, today: date, language: Language, gone: Gone = NOTHING
) -> views.decisions.DecisionFacts:
    """Show what a decision says, since when it is too late for beroep, and what is gone since."""
    last = of.appeal.last_day(final) if of.appeal else None
    return views.decisions.DecisionFacts(
        is_advice=of.kind is Kind.ADVIES,
        outcome=of.outcome.value,
        student=of.student,
        school=of.school,
        kwalificatie=of.kwalificatie,
        crebo=of.crebo,
        plan=of.plan_name,
        plan_version=of.plan_version,
        code=of.code,
        title=of.title,
        work=tuple(map(_work, of.work)),
        is_part=of.is_part,
        asked=of.asked,
        asked_by=of.asked_by,
        commission=of.commission,
        meeting=of.meeting,
        mandate=of.mandate,
        members=of.members,
        motivation=of.motivation,
        decided=of.decided,
        weighed=tuple(_weighed(each, language=language, gone=gone) for each in of.weighed),
        appeal=of.appeal.text if of.appeal else None,
        appeal_weeks=of.appeal.weeks if of.appeal else 0,
        appeal_ended=last if last and last < today else None,
        because=of.because,
    )


def _weighed(of: Weighed, *, language: Language, gone: Gone) -> views.decisions.WeighedWork:
    return views.decisions.WeighedWork(
        code=of.work.code,
        title=of.work.title,
        why=of.why,
        grounds=tuple(_option(each, value="", language=language, gone=gone) for each in of.grounds),
    )


def _option(of: Ground, *, value: str, language: Language, gone: Gone) -> views.decisions.GroundOption:
    is_gone = gone.get(of.identity)
    return views.decisions.GroundOption(
        value=value,
        title=of.title,
        judged_by=of.judged_by,
        judged=of.judged,
        why=of.why_nl if language == "nl" else of.why_en,
        is_whole=of.strength == Strength.AANGETOOND.value,
        gone=(is_gone.nl if language == "nl" else is_gone.en) if is_gone else None,
    )


def _work(of: Work) -> views.plans.PlanWork:
    return views.plans.PlanWork(code=of.code, title=of.title, key=of.key)
