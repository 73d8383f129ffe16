"""What is typed on the form of a badgeklasse: text, nothing read into it yet."""

import json
from dataclasses import asdict, dataclass
from typing import Final

MOST: Final = 16_000
"""So many characters a draft holds; what is longer was not typed in the form."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TypedBadgeklasse:
    """Hold the form as it was typed; the fields that end in `_en` are the English edition."""

    naam: str = ""
    omschrijving: str = ""
    criteria: str = ""
    beginner: str = ""
    gevorderd: str = ""
    expert: str = ""
    naam_en: str = ""
    omschrijving_en: str = ""
    criteria_en: str = ""
    beginner_en: str = ""
    gevorderd_en: str = ""
    expert_en: str = ""
    soort: str = "Competency"
    leervorm: str = "informeel leren"
    werkproces: str = ""
    maanden: str = ""
    vorm: str = "boog"
    kleur: str = "paars"
    eigen_kleur: str = ""
    teken: str = "samenwerken"
    letters: str = ""
    vaardigheden: tuple[str, ...] = ()

    def dumps(self) -> str:
        """Write it to keep it."""
        return json.dumps(asdict(self))


def loads(kept: str) -> TypedBadgeklasse:
    """Read what was kept; a field that did not exist then is as on an empty form."""
    fields = json.loads(kept)
    return TypedBadgeklasse(**fields | {"vaardigheden": tuple(fields["vaardigheden"])})
