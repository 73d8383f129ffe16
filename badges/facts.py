"""What a badge says, taken from the signed document and from nothing else.

A part that is not there, or is not of the form that we know, is None: nothing is guessed.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from badges import moments
from badges.edition import period_of
from badges.emblem import Emblem, read_emblem
from badges.judged import Verklaring, WerkprocesFacts, read_verklaring, werkprocessen_of
from badges.members import items, part, parts, text, texts
from badges.strictjson import Json, JsonObject
from badges.wording import Sentence

COMPETENCY = "ceasn:Competency"


_THERE_IS_MORE = Sentence("Het is een deel: de uitgever heeft er meer.", "It is a part: the issuer has more.")


class Nature(StrEnum):
    """Say what kind of thing the facts are of; each means something else to a reader."""

    BADGE = "badge"
    ENDORSEMENT = "endorsement"
    CLR = "clr"
    OTHER = "credential"


_NATURES = {
    "ClrCredential": Nature.CLR,
    "EndorsementCredential": Nature.ENDORSEMENT,
    "AchievementCredential": Nature.BADGE,
    "OpenBadgeCredential": Nature.BADGE,
}
"""By type; of a credential with several types the first counts, as for its schema (`badges.schema`)."""


@dataclass(frozen=True, slots=True)
class IssuerFacts:
    """Name the issuer; `name` is the register's where the issuer is known, else its own, else its id."""

    id: str
    name: str
    stated_name: str | None
    kind: str | None
    url: str | None


@dataclass(frozen=True, slots=True)
class SkillFacts:
    """Name a skill by its label and its address."""

    label: str
    url: str | None


@dataclass(frozen=True, slots=True)
class Facts:
    """Hold who, what and when, as the issuer wrote it down; the name was not checked by us.

    `partial`: an overview of which the issuer says that it does not hold all (CLR 2.0 ClrCredential).
    `verklaring`: what another judged than who gives it; then there is no single `werkproces`.
    """

    credential_id: str
    issuer: IssuerFacts
    name: str | None
    title: str | None
    description: str | None
    criteria: str | None
    narratives: tuple[str, ...]
    awarded: datetime | None
    valid_from: datetime | None
    valid_until: datetime | None
    activity_start: datetime | None
    activity_end: datetime | None
    independence: str | None
    role: str | None
    learning: tuple[str, ...]
    werkproces: WerkprocesFacts | None
    skills: tuple[SkillFacts, ...]
    level: str | None = None
    emblem: Emblem | None = None
    nature: Nature = Nature.BADGE
    partial: bool = False
    verklaring: Verklaring | None = None

    @property
    def meaning(self) -> tuple[Sentence, ...]:
        """Say what it means for the reader, and what the name in it is worth."""
        return self.claim if self.nature is Nature.ENDORSEMENT else (*self.claim, self._named)

    @property
    def claim(self) -> tuple[Sentence, ...]:
        """Say what it says of whom, and what it is not."""
        if self.nature is Nature.ENDORSEMENT:
            return (
                Sentence("Dit is een bevestiging.", "This is a confirmation."),
                Sentence(
                    f"Het zegt wat {self.issuer.name} vindt van een bewijs, of van wie dat gaf.",
                    f"It says what {self.issuer.name} thinks of a badge, or of who gave it.",
                ),
            )
        if self.nature is Nature.CLR:
            whole = (
                Sentence("Dit is een overzicht.", "This is an overview."),
                Sentence("Elk bewijs erin staat op zichzelf.", "Each badge in it stands on its own."),
            )
            return (*whole, _THERE_IS_MORE) if self.partial else whole
        if self.verklaring is not None:
            return self.verklaring.claim(self.issuer.name, name=self.name)
        if self.nature is Nature.BADGE and self.werkproces is not None:
            return self._seen_at_work
        return self._claimed

    @property
    def _seen_at_work(self) -> tuple[Sentence, ...]:
        """Say what a badge of a werkproces means."""
        who = Sentence(self.name or "deze persoon", self.name or "this person")
        return (
            Sentence("Dit is geen diploma.", "This is no diploma."),
            Sentence(
                f"Het zegt dat {self.issuer.name} heeft gezien dat {who.nl} dit in de praktijk deed.",
                f"It says that {self.issuer.name} saw {who.en} do this at work.",
            ),
        )

    @property
    def _claimed(self) -> tuple[Sentence, ...]:
        """Say that who signs it is checked, and what it says is not: it may even be about a diploma."""
        who = self.issuer.name
        return (
            Sentence(f"{who} zegt dit.", f"{who} says this."),
            Sentence(
                f"Wij keken of het echt van {who} komt, niet of het waar is.",
                f"We checked that it really comes from {who}, not that it is true.",
            ),
        )

    @property
    def _named(self) -> Sentence:
        """Say what the name in it is worth."""
        if self.name is not None:
            return Sentence(
                "De naam is zoals de uitgever hem opschreef. Wij hebben hem niet gecontroleerd.",
                "The name is as the issuer wrote it down. We did not check it.",
            )
        return Sentence(
            "Er staat geen naam in. Laat de persoon het bewijs zelf openen.",
            "It holds no name. Let the person open the badge themselves.",
        )

    def as_json(self) -> JsonObject:
        """Give the facts as the API shows them; what is not said is left out."""
        found: JsonObject = {
            "credentialId": self.credential_id,
            "issuer": _without_gaps(
                {
                    "id": self.issuer.id,
                    "name": self.issuer.name,
                    "statedName": self.issuer.stated_name,
                    "kind": self.issuer.kind,
                    "url": self.issuer.url,
                }
            ),
            "name": self.name,
            "title": self.title,
            "description": self.description,
            "criteria": self.criteria,
            "narratives": list(self.narratives),
            "awardedDate": _written(self.awarded),
            "validFrom": _written(self.valid_from),
            "validUntil": _written(self.valid_until),
            "activityStartDate": _written(self.activity_start),
            "activityEndDate": _written(self.activity_end),
            "independence": self.independence,
            "level": self.level,
            "role": self.role,
            "learning": list(self.learning),
            "werkproces": self.werkproces.as_json() if self.werkproces else None,
            "judgedBy": self._judge_json(),
            "werkprocessen": [each.as_json() for each in self.verklaring.werkprocessen]
            if self.verklaring
            else [],
            "partial": self.partial or None,
            "skills": [_without_gaps({"label": skill.label, "url": skill.url}) for skill in self.skills],
            "meaning": [line.as_json() for line in self.meaning],
        }
        return _without_gaps(found)

    def _judge_json(self) -> "JsonObject | None":
        judged = self.verklaring
        return {"id": judged.judged_by_id, "name": judged.judged_by} if judged else None


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


def _written(value: datetime | None) -> str | None:
    return moments.write(value) if value else None


def _without_gaps(found: JsonObject) -> JsonObject:
    return {key: value for key, value in found.items() if value not in (None, [], {})}
