"""What several of these pages show of a werkplekprofiel."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TypeAlias

from badges.catalogue.fields import field_of
from badges.catalogue.plain import plain_text
from badges.moments import dutch_day
from issuers.desk import IssuingDesk
from issuers.evidence.collectors import Collector
from issuers.evidence.looking import count_collected
from issuers.organisations.founding import find_organisation
from issuers.werkplekprofiel.known import Goal, KnownProfiel, Received
from templates import views
from templates.documents.emblems import small
from templates.showing import field_of_facts
from web.locale import Language

Href: TypeAlias = Callable[[Goal], str | None]


def with_collected(
    facts: views.werkplekprofiel.AfspraakFacts,
    known: KnownProfiel,
    *,
    by: Collector,
    desk: IssuingDesk,
    here: str,
) -> views.werkplekprofiel.AfspraakFacts:
    """Lead on from each goal to what was collected for it, and say how much that is."""
    counted = count_collected(desk, by=by)
    rows = (
        replace(
            row, collect_href=f"{here}/werk/{goal.entry.werkproces.key}", collected=counted.get(goal.key, 0)
        )
        for row, goal in zip(facts.goals, known.goals, strict=True)
    )
    return replace(facts, goals=tuple(rows))


def facts_of(
    known: KnownProfiel, *, badge_href: Href, desk: IssuingDesk, language: Language
) -> views.werkplekprofiel.AfspraakFacts:
    """Show what was agreed; `badge_href` leads to what was given for a goal."""
    return views.werkplekprofiel.AfspraakFacts(
        goals=tuple(_row(goal, badge_href=badge_href, language=language) for goal in known.goals),
        start=known.start,
        until=known.until,
        guidance=known.guidance,
        pace=known.pace,
        besides=tuple(_row(each, badge_href=badge_href, language=language) for each in known.besides),
        school=find_organisation(desk, known.school_id).name if known.school_id else None,
    )


def received_rows(
    received: Sequence[Received], *, href: Callable[[Received], str], desk: IssuingDesk
) -> tuple[views.werkplekprofiel.ReceivedRow, ...]:
    """Show what somebody was given besides, and who gave it."""
    return tuple(
        views.werkplekprofiel.ReceivedRow(
            title=each.facts.title or "",
            by=find_organisation(desk, each.by_id).name,
            on=dutch_day(each.given),
            href=href(each),
            field=field_of_facts(each.facts),
            picture=small(each.facts.emblem) if each.facts.emblem else None,
        )
        for each in received
    )


def _row(goal: Goal, *, badge_href: Href, language: Language) -> views.werkplekprofiel.GoalRow:
    werkproces = goal.entry.werkproces
    plain = plain_text(werkproces, language=language)
    return views.werkplekprofiel.GoalRow(
        title=werkproces.title,
        sentence=plain.sentence if plain else None,
        below=goal.entry.kwalificatie.name,
        field=field_of(werkproces.crebo),
        badge_href=badge_href(goal) if goal.is_reached else None,
    )
