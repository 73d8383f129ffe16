"""What these pages show of a judgement that is not signed yet."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from fastapi.responses import RedirectResponse, Response

from badges.badgeklasse import AnyJudgement, BadgeklasseJudgement
from badges.catalogue.plain import plain_text
from badges.errors import CatalogueError
from badges.judgement import Judgement
from issuers.desk import IssuingDesk
from issuers.holding.asking import Waiting
from issuers.holding.known import KnownHeld
from issuers.issuing.issuing import IssuedBadge
from issuers.people.permissions import Actor
from templates import views
from templates.showing import shown_skill
from web.locale import Language

HERE: Final = "/onderweg"


def after(outcome: IssuedBadge | Waiting) -> Response:
    """Lead on to the badge that was given, or to what waits."""
    where = HERE if isinstance(outcome, Waiting) else "/gegeven"
    return RedirectResponse(f"{where}/{outcome.id}", status_code=303)


def held_rows(known: Sequence[KnownHeld], *, actor: Actor) -> tuple[views.HeldRow, ...]:
    """Show what waits in a list."""
    return tuple(
        views.HeldRow(
            id=str(each.id),
            told=each.judgement.narrative if each.judgement else "",
            title=each.judgement.title if each.judgement else "",
            name=each.judgement.name if each.judgement else None,
            giver=each.giver,
            due=each.due,
            state=each.state.value,
            waits_for_second=each.waits_for_second,
            is_own=each.held_by == actor.person_id,
            href=f"{HERE}/{each.id}",
        )
        for each in known
    )


def facts_of(
    judgement: AnyJudgement | None, *, desk: IssuingDesk, issuer: str, language: Language
) -> views.Facts:
    """Show what the badge will say; nothing, once a badge says it."""
    if judgement is None:
        return views.Facts(title="", issuer=issuer)
    facts = views.Facts(
        title=judgement.title,
        issuer=issuer,
        name=judgement.name,
        narrative=judgement.narrative,
        start=judgement.start,
        end=judgement.end,
        role=judgement.role,
    )
    if isinstance(judgement, BadgeklasseJudgement):
        return replace(facts, level=judgement.level, criteria=judgement.badgeklasse.criteria)
    return replace(
        facts,
        sentence=_sentence(judgement, desk=desk, language=language),
        independence=judgement.independence,
        leervorm=judgement.leervorm,
        skills=tuple(
            shown_skill(skill.uri, label=skill.label, language=language) for skill in judgement.skills
        ),
        werkproces_code=judgement.werkproces.code,
        kwalificatie=judgement.werkproces.kwalificatie,
    )


def _sentence(judgement: Judgement, *, desk: IssuingDesk, language: Language) -> str | None:
    """Give our sentence about the werkproces, while the catalogue has it."""
    try:
        entry = desk.catalogue.entry(judgement.werkproces.crebo, judgement.werkproces.code)
    except CatalogueError:
        return None
    plain = plain_text(entry.werkproces, language=language)
    return plain.sentence if plain else None
