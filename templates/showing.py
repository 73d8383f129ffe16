"""From what a badge says, or will say, to what a page shows of it, the same on every page."""

from dataclasses import replace
from datetime import datetime

from badges.badgeklasse import AnyJudgement, Badgeklasse, BadgeklasseJudgement, Level
from badges.catalogue import Catalogue
from badges.catalogue.fields import field_of
from badges.catalogue.model import Entry
from badges.catalogue.plain import Language, plain_skill, plain_text, skill_sign
from badges.composing import photos_of, valid_until
from badges.errors import CatalogueError
from badges.facts import Facts
from badges.judged import WerkprocesFacts
from badges.judgement import Judgement, SkillReference, WerkprocesReference
from badges.moments import dutch_day
from templates import views
from templates.documents.badge import DEFAULT_FIELD, BadgePicture


def field_of_facts(facts: Facts) -> str:
    """Name the field of the picture of a badge; of a praktijkverklaring that of its first werkproces."""
    judged = facts.verklaring.werkprocessen if facts.verklaring else ()
    about = facts.werkproces or next(iter(judged), None)
    return field_of(about.crebo) if about else DEFAULT_FIELD


def picture_of(facts: Facts) -> BadgePicture:
    """Say what stands on the picture of a badge: only what the badge itself says."""
    return BadgePicture(
        title=facts.title or "",
        issuer=facts.issuer.name,
        field=field_of_facts(facts),
        level=facts.level if facts.emblem else None,
        emblem=facts.emblem,
    )


def shown_facts(facts: Facts, *, catalogue: Catalogue, language: Language) -> views.pieces.Facts:
    """Show what a badge says, with our plain sentence beside it where we have one."""
    entry = _entry(facts.werkproces, catalogue=catalogue)
    named = facts.werkproces
    points_at = named.title if named and named.title != facts.title else None
    plain = plain_text(entry.werkproces, language=language) if entry and not points_at else None
    judged = facts.verklaring
    return views.pieces.Facts(
        title=facts.title or "",
        issuer=facts.issuer.name,
        sentence=plain.sentence if plain else None,
        name=facts.name,
        narrative=judged.said if judged else "\n".join(facts.narratives) or None,
        start=facts.activity_start.date() if facts.activity_start else None,
        end=facts.activity_end.date() if facts.activity_end else None,
        awarded=dutch_day(facts.awarded) if facts.awarded else None,
        independence=facts.independence,
        level=facts.level,
        role=facts.role,
        leervorm=next(iter(facts.learning), None),
        skills=tuple(
            shown_skill(skill.url or "", label=skill.label, language=language) for skill in facts.skills
        ),
        werkproces_code=named.code if named else None,
        points_at=points_at,
        kwalificatie=entry.kwalificatie.name if entry else None,
        issuer_kind=facts.issuer.kind,
        criteria=facts.criteria,
        valid_until=dutch_day(facts.valid_until) if facts.valid_until else None,
        judged_by=judged.judged_by if judged else None,
        about=facts.description if judged else None,
        werkprocessen=tuple(
            _judged_line(each, catalogue=catalogue, language=language) for each in judged.werkprocessen
        )
        if judged
        else (),
    )


def facts_of(
    judgement: AnyJudgement, *, issuer: str, awarded: datetime, catalogue: Catalogue, language: Language
) -> views.pieces.Facts:
    """Show all that a badge of this judgement will say, for who has to agree before it is signed."""
    counts_until = valid_until(judgement, awarded=awarded)
    facts = views.pieces.Facts(
        title=judgement.title,
        issuer=issuer,
        name=judgement.name,
        narrative=judgement.narrative,
        photos=len(photos_of(judgement)),
        start=judgement.start,
        end=judgement.end,
        role=judgement.role,
        valid_until=dutch_day(counts_until) if counts_until else None,
    )
    if isinstance(judgement, BadgeklasseJudgement):
        return _with_badgeklasse(facts, judgement, language=language)
    return _with_werkproces(facts, judgement, catalogue=catalogue, language=language)


def with_addresses(
    shown: views.pieces.Facts, facts: Facts, *, judged_by_href: str | None
) -> views.pieces.Facts:
    """Lead on from each werkproces of a praktijkverklaring, and from who judged: on our own page of it."""
    if facts.verklaring is None:
        return shown
    pairs = zip(shown.werkprocessen, facts.verklaring.werkprocessen, strict=True)
    lines = tuple(replace(line, href=werkproces.url) for line, werkproces in pairs)
    return replace(shown, judged_by_href=judged_by_href, werkprocessen=lines)


def shown_skill(uri: str, *, label: str, language: Language) -> views.pieces.SkillOption:
    """Show a skill with our everyday label before the official one."""
    return views.pieces.SkillOption(
        uri=uri, label=label, plain=plain_skill(uri, language=language), sign=skill_sign(uri)
    )


def _with_werkproces(
    facts: views.pieces.Facts, judgement: Judgement, *, catalogue: Catalogue, language: Language
) -> views.pieces.Facts:
    """Show what a badge of a werkproces says besides, with our plain sentence where we have one."""
    entry = _entry(judgement.werkproces, catalogue=catalogue)
    plain = plain_text(entry.werkproces, language=language) if entry else None
    return replace(
        facts,
        sentence=plain.sentence if plain else None,
        independence=judgement.independence,
        leervorm=judgement.leervorm,
        skills=_shown_skills(judgement.skills, language=language),
        werkproces_code=judgement.werkproces.code,
        kwalificatie=judgement.werkproces.kwalificatie,
    )


def _with_badgeklasse(
    facts: views.pieces.Facts, judgement: BadgeklasseJudgement, *, language: Language
) -> views.pieces.Facts:
    """Show what a badge that the organisation designed says besides."""
    badgeklasse, work = judgement.badgeklasse, judgement.badgeklasse.werkproces
    return replace(
        facts,
        about=badgeklasse.description,
        level=judgement.level,
        level_means=_meaning(badgeklasse, judgement.level),
        leervorm=badgeklasse.leervorm,
        skills=_shown_skills(badgeklasse.skills, language=language),
        criteria=badgeklasse.criteria,
        points_at=work.title if work else None,
        werkproces_code=work.code if work else None,
        kwalificatie=work.kwalificatie if work else None,
    )


def _meaning(badgeklasse: Badgeklasse, level: Level | None) -> str | None:
    return next((step.criteria for step in badgeklasse.steps if step.level is level), None)


def _shown_skills(
    skills: tuple[SkillReference, ...], *, language: Language
) -> tuple[views.pieces.SkillOption, ...]:
    return tuple(shown_skill(each.uri, label=each.label, language=language) for each in skills)


def _judged_line(
    werkproces: WerkprocesFacts, *, catalogue: Catalogue, language: Language
) -> views.pieces.JudgedLine:
    entry = _entry(werkproces, catalogue=catalogue)
    plain = plain_text(entry.werkproces, language=language) if entry else None
    return views.pieces.JudgedLine(
        title=werkproces.title,
        crebo=werkproces.crebo,
        code=werkproces.code,
        kwalificatie=entry.kwalificatie.name if entry else None,
        sentence=plain.sentence if plain else None,
    )


def _entry(werkproces: WerkprocesFacts | WerkprocesReference | None, *, catalogue: Catalogue) -> Entry | None:
    """Find the werkproces of a badge; one that the catalogue does not have has no plain words."""
    if werkproces is None:
        return None
    try:
        return catalogue.entry(werkproces.crebo, werkproces.code)
    except CatalogueError:
        return None
