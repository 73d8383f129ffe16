"""The things that the catalogue knows, as SBB and CompetentNL name them.

Everything that a source may leave out is nullable: None means that we do not know,
never that there is none (design: nothing is invented).
"""

import re
from dataclasses import dataclass, field

CODE = re.compile(r"(?:B|P)\d{1,2}-K\d{1,2}(?:-W\d{1,2})?", re.ASCII)
CREBO = re.compile(r"\d{5}", re.ASCII)


def code_order(code: str) -> tuple[tuple[str, int], ...]:
    """Give the key that sorts codes as people count: W10 comes after W9."""
    return tuple((part[:1], int(part[1:] or 0)) for part in code.split("-"))


@dataclass(frozen=True, slots=True)
class Skill:
    """Name a skill or field of knowledge of CompetentNL.

    CompetentNL links skills to a kwalificatie, never to a werkproces: for a werkproces they are a suggestion.
    """

    uri: str
    label: str
    category: str | None = None
    """`essentieel` or `belangrijk`, as the kwalificatie prescribes it."""
    kind: str | None = None
    """`vaardigheid` or `kennisgebied`."""


@dataclass(frozen=True, slots=True)
class Werkproces:
    """Name one piece of work from a kwalificatie; its key is (crebo, code), a code alone means nothing."""

    crebo: str
    code: str
    title: str
    kerntaak_code: str
    kerntaak_title: str
    description: str | None = None
    result: str | None = None
    behaviour: str | None = None

    @property
    def key(self) -> str:
        """Write the key as badges do in `targetCode`: `25774/B1-K2-W1`."""
        return f"{self.crebo}/{self.code}"


@dataclass(frozen=True, slots=True)
class Kerntaak:
    """Hold the werkprocessen that belong together."""

    code: str
    title: str
    werkprocessen: tuple[Werkproces, ...]


@dataclass(frozen=True, slots=True)
class Kwalificatie:
    """Hold what we know of one kwalificatie, and from where."""

    crebo: str
    name: str
    kerntaken: tuple[Kerntaak, ...]
    source: str
    verified: bool
    level: int | None = None
    level_source: str | None = None
    dossier_name: str | None = None
    dossier_crebo: str | None = None
    sector: str | None = None
    description: str | None = None
    nlqf: str | None = None
    eqf: int | None = None
    source_established: str | None = None
    """When the source says it was established (`bron_vastgesteld`), in the words of the source."""
    note: str | None = None
    skills: tuple[Skill, ...] = ()
    skills_label: str | None = None
    skills_source: str | None = None
    version: str | None = None
    status: str | None = None
    valid_from: str | None = None
    intake_ends: str | None = None
    programme_ends: str | None = None
    successor: str | None = None

    @property
    def werkprocessen(self) -> tuple[Werkproces, ...]:
        """List the werkprocessen of all kerntaken, in their order."""
        return tuple(werkproces for kerntaak in self.kerntaken for werkproces in kerntaak.werkprocessen)

    @property
    def suggested_skills(self) -> tuple[Skill, ...]:
        """List the skills that an issuer may tick; fields of knowledge are left out."""
        return tuple(skill for skill in self.skills if skill.kind == "vaardigheid")


@dataclass(frozen=True, slots=True)
class MboCertificaat:
    """Name a mbo-certificaat of a kwalificatie; its parts are None where no source tells them."""

    code: str
    title: str
    crebo: str | None
    parts: tuple[str, ...] | None
    source: str
    verified: bool


@dataclass(frozen=True, slots=True)
class Keuzedeel:
    """Name a keuzedeel."""

    code: str
    title: str
    source: str
    verified: bool


@dataclass(frozen=True, slots=True)
class OpenQuestion:
    """Keep what the makers of the data could not verify, so that nobody looks for it twice."""

    crebo: str | None
    name: str
    verified: bool
    note: str | None


@dataclass(frozen=True, slots=True)
class Edition:
    """Hold the catalogue as one source told it on one day."""

    made: str
    """The day the edition was made, ISO 8601; of two editions the later one wins."""
    explanation: str
    code_pattern: str | None = None
    licence: str | None = None
    kwalificaties: tuple[Kwalificatie, ...] = ()
    certificaten: tuple[MboCertificaat, ...] = ()
    keuzedelen: tuple[Keuzedeel, ...] = ()
    skills: tuple[Skill, ...] = ()
    open_questions: tuple[OpenQuestion, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class Entry:
    """Hold a werkproces with the kwalificatie that it stands in, and the edition that told so."""

    werkproces: Werkproces
    kwalificatie: Kwalificatie
    digest: str
    made: str
