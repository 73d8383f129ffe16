"""From what a badge says to what a page shows of it, the same on every page."""

from badges.catalogue import Catalogue
from badges.catalogue.fields import field_of
from badges.catalogue.model import Entry
from badges.catalogue.plain import Language, plain_skill, plain_text
from badges.errors import CatalogueError
from badges.facts import Facts
from templates import views
from templates.documents.badge import DEFAULT_FIELD, BadgePicture


def field_of_facts(facts: Facts) -> str:
    """Name the field of the picture of a badge."""
    return field_of(facts.werkproces.crebo) if facts.werkproces else DEFAULT_FIELD


def picture_of(facts: Facts) -> BadgePicture:
    """Say what stands on the picture of a badge: only what the badge itself says."""
    return BadgePicture(title=facts.title or "", issuer=facts.issuer.name, field=field_of_facts(facts))


def shown_facts(facts: Facts, *, catalogue: Catalogue, language: Language) -> views.Facts:
    """Show what a badge says, with our plain sentence beside it where we have one."""
    entry = _entry(facts, catalogue=catalogue)
    plain = plain_text(entry.werkproces, language=language) if entry else None
    return views.Facts(
        title=facts.title or "",
        issuer=facts.issuer.name,
        sentence=plain.sentence if plain else None,
        name=facts.name,
        narrative="\n".join(facts.narratives) or None,
        start=facts.activity_start.date() if facts.activity_start else None,
        end=facts.activity_end.date() if facts.activity_end else None,
        awarded=facts.awarded.date() if facts.awarded else None,
        independence=facts.independence,
        role=facts.role,
        leervorm=next(iter(facts.learning), None),
        skills=tuple(
            shown_skill(skill.url or "", label=skill.label, language=language) for skill in facts.skills
        ),
        werkproces_code=facts.werkproces.code if facts.werkproces else None,
        kwalificatie=entry.kwalificatie.name if entry else None,
        issuer_kind=facts.issuer.kind,
        criteria=facts.criteria,
    )


def shown_skill(uri: str, *, label: str, language: Language) -> views.SkillOption:
    """Show a skill with our everyday label before the official one."""
    return views.SkillOption(uri=uri, label=label, plain=plain_skill(uri, language=language))


def _entry(facts: Facts, *, catalogue: Catalogue) -> Entry | None:
    """Find the werkproces of a badge; one that the catalogue does not have has no plain words."""
    if facts.werkproces is None:
        return None
    try:
        return catalogue.entry(facts.werkproces.crebo, facts.werkproces.code)
    except CatalogueError:
        return None
