"""What a praktijkopleider says: who did which werkproces, when, how, and how independently.

A judgement is the fact; `badges.composing` makes a credential of it. Values that end up in a
signature are Dutch, as people said them, and never change once they are signed.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from badges.relatedresource import RelatedResource


class Independence(StrEnum):
    """Say how independently it went, from low to high; nothing below "with help" exists."""

    MET_HULP = "met hulp"
    ZELFSTANDIG = "zelfstandig"
    KAN_HET_UITLEGGEN = "kan het anderen uitleggen"


class Role(StrEnum):
    """Say in what role the person did it."""

    STAGIAIR = "stagiair"
    WERKNEMER = "werknemer"
    VRIJWILLIGER = "vrijwilliger"
    BIJBAAN = "bijbaan"
    LEERLING = "leerling"
    DEELNEMER = "deelnemer"


class Leervorm(StrEnum):
    """Say how it was learned; every badge carries exactly one."""

    FORMEEL = "formeel leren"
    NON_FORMEEL = "non-formeel leren"
    INFORMEEL = "informeel leren"


@dataclass(frozen=True, slots=True)
class SkillReference:
    """Name a CompetentNL skill by its address and its official label."""

    uri: str
    label: str


@dataclass(frozen=True, slots=True)
class WerkprocesReference:
    """Name a werkproces as the catalogue had it on the day of the judgement.

    Attributes:
        crebo: Five digits, the kwalificatie.
        code: Such as `B1-K2-W1`; unique within the crebo.
        title: The official title.
        kwalificatie: The name of the kwalificatie.
        url: Our public page of this exact text (it ends in the digest of the text).
    """

    crebo: str
    code: str
    title: str
    kwalificatie: str
    url: str


@dataclass(frozen=True, slots=True)
class Judgement:
    """Hold what one person did, as the praktijkopleider judged it.

    Attributes:
        werkproces: What was done.
        name: How the person wants to be named; None when the person wants no name.
        narrative: One or two sentences on what the person did.
        start: The first day of the work that was judged.
        end: The last day of it.
        independence: How independently, if that was said.
        role: In what role, if that was said.
        skills: The skills that were seen, in the order they were chosen.
        leervorm: How it was learned.
        photos: The photos of the work that the person wants with it, each by its public address.
    """

    werkproces: WerkprocesReference
    name: str | None
    narrative: str
    start: date
    end: date
    independence: Independence | None
    role: Role | None
    skills: tuple[SkillReference, ...]
    leervorm: Leervorm
    photos: tuple[RelatedResource, ...] = ()

    @property
    def title(self) -> str:
        """Give what the badge is called."""
        return self.werkproces.title
