"""What a badge says, and what that means for whoever reads it; a part that it does not say is None."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from badges import moments
from badges.emblem import Emblem
from badges.judged import Verklaring, WerkprocesFacts
from badges.strictjson import JsonObject
from badges.wording import Sentence

_THERE_IS_MORE = Sentence("Het is een deel: de uitgever heeft er meer.", "It is a part: the issuer has more.")


class Nature(StrEnum):
    """Say what kind of thing the facts are of; each means something else to a reader."""

    BADGE = "badge"
    ENDORSEMENT = "endorsement"
    CLR = "clr"
    OTHER = "credential"


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
    def claim_then(self) -> tuple[Sentence, ...]:
        """Say what it said of whom, for who reads it after its issuer withdrew or replaced it."""
        issuer, who = self.issuer.name, Sentence(self.name or "deze persoon", self.name or "this person")
        if self.nature is not Nature.BADGE or self.verklaring is not None:
            return self.claim
        if self.werkproces is None:
            return (Sentence(f"{issuer} zei dit toen.", f"{issuer} said this then."), *self.claim[1:])
        return (
            *self.claim[:1],
            Sentence(
                f"Het zei toen dat {issuer} had gezien dat {who.nl} dit in de praktijk deed.",
                f"It said then that {issuer} had seen {who.en} do this at work.",
            ),
        )

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


def _written(value: datetime | None) -> str | None:
    return moments.write(value) if value else None


def _without_gaps(found: JsonObject) -> JsonObject:
    return {key: value for key, value in found.items() if value not in (None, [], {})}
