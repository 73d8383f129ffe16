"""What a school sees of what was collected: beside the badge for that work, or where there is none yet."""

from collections import defaultdict
from collections.abc import Mapping

from badges.moments import dutch_day
from issuers.evidence.reading import FIELDS
from issuers.evidence.schooling import SeenEvidence, list_seen_evidence
from issuers.visiting import Visit
from issuers.werkplekprofiel.schooling import SeenProfiel
from issuers.werkplekprofiel.tables import WerkprocesKey
from templates import views

Items = Mapping[WerkprocesKey, tuple[views.evidence.EvidenceItem, ...]]


def collected_for(visit: Visit, profiel: SeenProfiel, *, leerbedrijf: str, here: str) -> Items:
    """Show what the recipient lets this school see, by werkproces."""
    found: dict[WerkprocesKey, list[views.evidence.EvidenceItem]] = defaultdict(list)
    for each in list_seen_evidence(visit.desk, profiel.id, actor=visit.actor):
        by = profiel.name if each.is_own else leerbedrijf
        found[each.work].append(_item(each, by=by, here=here))
    return {work: tuple(items) for work, items in found.items()}


def without_badge(profiel: SeenProfiel, items: Items) -> tuple[views.school.CollectedWork, ...]:
    """Show what was collected for work for which there is no badge yet."""
    given = {(found.crebo, found.code) for each in profiel.badges if (found := each.facts.werkproces)}
    return tuple(
        views.school.CollectedWork(title=goal.werkproces.title, items=items[key])
        for goal in profiel.goals
        if (key := (goal.werkproces.crebo, goal.werkproces.code)) in items and key not in given
    )


def _item(each: SeenEvidence, *, by: str | None, here: str) -> views.evidence.EvidenceItem:
    return views.evidence.EvidenceItem(
        kind=each.kind.value,
        texts={field: each.texts[field] for field in FIELDS[each.kind] if field in each.texts},
        on=dutch_day(each.on),
        by=by,
        photo=views.evidence.Photo(
            href=f"{here}/verzameld/{each.id}/foto", width=each.size[0], height=each.size[1]
        )
        if each.size
        else None,
    )
