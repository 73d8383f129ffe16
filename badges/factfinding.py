"""Take what a badge says from the signed document and from nothing else.

A part that is not there, or is not of the form that we know, is None: nothing is guessed.
"""

from badges import moments
from badges.edition import period_of
from badges.emblem import Emblem, read_emblem
from badges.facts import Facts, IssuerFacts, Nature, SkillFacts
from badges.judged import read_verklaring, werkprocessen_of
from badges.members import items, part, parts, text, texts
from badges.strictjson import Json, JsonObject

COMPETENCY = "ceasn:Competency"

_NATURES = {
    "ClrCredential": Nature.CLR,
    "EndorsementCredential": Nature.ENDORSEMENT,
    "AchievementCredential": Nature.BADGE,
    "OpenBadgeCredential": Nature.BADGE,
}
"""By type; of a credential with several types the first counts, as for its schema (`badges.schema`)."""


def read_facts(document: JsonObject, *, known_as: str | None = None, kind: str | None = None) -> Facts:
    """Take the facts out of a document whose proof holds.

    Args:
        document: A verified credential: a badge, an endorsement, a CLR or another.
        known_as: The name that a register gives the issuer, if one does.
        kind: What kind of organisation the register says it is.
    """
    subject = part(document.get("credentialSubject"))
    achievement = part(subject.get("achievement"))
    period, verklaring = period_of(document), read_verklaring(document)
    return Facts(
        credential_id=text(document.get("id")) or "",
        issuer=issuer_facts(document.get("issuer"), known_as=known_as, kind=kind),
        name=_name(subject),
        title=text(achievement.get("name") or document.get("name")),
        description=text(achievement.get("description") or document.get("description")),
        criteria=text(part(achievement.get("criteria")).get("narrative")),
        narratives=_narratives(document),
        awarded=moments.read(document.get("awardedDate")),
        valid_from=period.start,
        valid_until=period.end,
        activity_start=moments.read(subject.get("activityStartDate")),
        activity_end=moments.read(subject.get("activityEndDate")),
        independence=_independence(subject, achievement=achievement),
        level=_level(subject, achievement=achievement),
        role=text(subject.get("role")),
        learning=texts(achievement.get("tag")),
        werkproces=None if verklaring else next(iter(werkprocessen_of(achievement)), None),
        skills=_skills(achievement),
        emblem=_emblem(achievement),
        nature=nature_of(document),
        partial=document.get("partial") is True,
        verklaring=verklaring,
    )


def issuer_id(document: JsonObject) -> str | None:
    """Give the id of the issuer: the issuer itself, or its `id` (VCDM 4.7)."""
    issuer = document.get("issuer")
    return text(issuer.get("id")) if isinstance(issuer, dict) else text(issuer)


def nature_of(document: JsonObject) -> Nature:
    """Tell by its types what kind of credential it is; what holds others is not hidden behind a badge."""
    types = texts(document.get("type"))
    return next((nature for name, nature in _NATURES.items() if name in types), Nature.OTHER)


def alignments(document: JsonObject) -> list[JsonObject]:
    """Give what the achievement points at."""
    achievement = part(part(document.get("credentialSubject")).get("achievement"))
    return parts(achievement.get("alignment"))


def issuer_facts(issuer: Json, *, known_as: str | None, kind: str | None) -> IssuerFacts:
    """Take out who issued it: a profile, or the id of one; a name in a register goes before its own."""
    profile = part(issuer)
    identity = (text(profile.get("id")) if profile else text(issuer)) or ""
    stated = text(profile.get("name"))
    return IssuerFacts(
        id=identity,
        name=known_as or stated or identity,
        stated_name=stated,
        kind=kind,
        url=text(profile.get("url")),
    )


def _narratives(document: JsonObject) -> tuple[str, ...]:
    """Give what is told of each piece of evidence, and by an endorsement (OB 3.0 EndorsementSubject)."""
    told = [
        part(document.get("credentialSubject")).get("endorsementComment"),
        *(each.get("narrative") for each in parts(document.get("evidence"))),
    ]
    return tuple(found for each in told if (found := text(each)))


def _name(subject: JsonObject) -> str | None:
    """Give the name of the person, if the badge holds one in the clear (OB 3.0 IdentityObject)."""
    for identity in parts(subject.get("identifier")):
        if identity.get("identityType") == "name" and identity.get("hashed") is False:
            return text(identity.get("identityHash"))
    return None


def _independence(subject: JsonObject, *, achievement: JsonObject) -> str | None:
    """Give the result on a scale of kind PerformanceLevel that the achievement itself describes."""
    scales = {
        scale.get("id"): items(scale.get("allowedValue"))
        for scale in parts(achievement.get("resultDescription"))
        if scale.get("resultType") == "PerformanceLevel" and isinstance(scale.get("id"), str)
    }
    for result in parts(subject.get("result")):
        described = result.get("resultDescription")
        if isinstance(described, str) and result.get("value") in scales.get(described, []):
            return text(result.get("value"))
    return None


def _level(subject: JsonObject, *, achievement: JsonObject) -> str | None:
    """Give the name of the level that was reached (OB 3.0 `achievedLevel`), as described in the badge."""
    levels = {
        level.get("id"): text(level.get("name"))
        for scale in parts(achievement.get("resultDescription"))
        for level in parts(scale.get("rubricCriterionLevel"))
        if isinstance(level.get("id"), str)
    }
    reached = (each.get("achievedLevel") for each in parts(subject.get("result")))
    return next((levels[each] for each in reached if isinstance(each, str) and each in levels), None)


def _emblem(achievement: JsonObject) -> Emblem | None:
    """Give how the picture looks, if its address says so: text, or an Image (OB 3.0)."""
    image = achievement.get("image")
    return read_emblem(text(image) or text(part(image).get("id")) or "")


def _skills(achievement: JsonObject) -> tuple[SkillFacts, ...]:
    return tuple(
        SkillFacts(label=label, url=text(alignment.get("targetUrl")))
        for alignment in parts(achievement.get("alignment"))
        if alignment.get("targetType") == COMPETENCY and (label := text(alignment.get("targetName")))
    )
