"""What was judged, and by whom where that is another than who gives it: taken from the signed document."""

import re
from dataclasses import dataclass
from typing import Final

from badges.members import part, parts, text
from badges.praktijkverklaring import ACHIEVEMENT_TYPE
from badges.strictjson import JsonObject
from badges.wording import Sentence

WERKPROCES: Final = "ext:Werkproces"
_TARGET_CODE = re.compile(r"([0-9]{5})/([A-Z][0-9]{1,2}-K[0-9]{1,2}-W[0-9]{1,2})")


@dataclass(frozen=True, slots=True)
class WerkprocesFacts:
    """Name a werkproces that a badge points at, in the issuer's words."""

    crebo: str
    code: str
    title: str
    framework: str | None
    url: str | None

    def as_json(self) -> JsonObject:
        """Give it as the API shows it; what is not said is left out."""
        found: JsonObject = {"crebo": self.crebo, "code": self.code}
        more = {"title": self.title, "framework": self.framework, "url": self.url}
        return found | {key: value for key, value in more.items() if value}


@dataclass(frozen=True, slots=True)
class Verklaring:
    """Hold what one organisation judged and another gives: a praktijkverklaring, by its form.

    Attributes:
        judged_by: The name of who judged, as who gives it wrote it down.
        judged_by_id: Its id.
        werkprocessen: What was judged, of one or several kwalificaties.
        said: The judgement in a sentence.
    """

    judged_by: str
    judged_by_id: str
    werkprocessen: tuple[WerkprocesFacts, ...]
    said: str | None

    def claim(self, issuer: str, *, name: str | None) -> tuple[Sentence, ...]:
        """Say what it says of whom, who says which part of it, and what it is not."""
        return (
            Sentence(
                "Dit is geen diploma, mbo-certificaat of mbo-verklaring.",
                "This is no diploma, mbo-certificaat or mbo-verklaring.",
            ),
            Sentence(
                f"De praktijkopleider van {self.judged_by} oordeelde dat {name or 'deze persoon'} dit kan.",
                f"The praktijkopleider of {self.judged_by} judged that {name or 'this person'} can do this.",
            ),
            Sentence(f"{issuer} heeft het verstrekt.", f"{issuer} gave it."),
        )


def read_verklaring(document: JsonObject) -> Verklaring | None:
    """Read who judged what, of a praktijkverklaring; None of any other credential."""
    subject = part(document.get("credentialSubject"))
    achievement, source = part(subject.get("achievement")), part(subject.get("source"))
    identity = text(source.get("id"))
    if achievement.get("achievementType") != ACHIEVEMENT_TYPE or identity is None:
        return None
    found = werkprocessen_of(achievement)
    if not found:
        return None
    name = text(source.get("name")) or identity
    return Verklaring(name, identity, werkprocessen=found, said=text(subject.get("narrative")))


def werkprocessen_of(achievement: JsonObject) -> tuple[WerkprocesFacts, ...]:
    """Give the werkprocessen that an achievement points at, in its order."""
    return tuple(
        WerkprocesFacts(
            crebo=code[0],
            code=code[1],
            title=text(alignment.get("targetName")) or "",
            framework=text(alignment.get("targetFramework")),
            url=text(alignment.get("targetUrl")),
        )
        for alignment in parts(achievement.get("alignment"))
        if alignment.get("targetType") == WERKPROCES and (code := target_code(alignment))
    )


def target_code(alignment: JsonObject) -> tuple[str, str] | None:
    """Split `CREBO/CODE` of a werkproces; None when it is written otherwise."""
    found = _TARGET_CODE.fullmatch(text(alignment.get("targetCode")) or "")
    return (found[1], found[2]) if found else None
