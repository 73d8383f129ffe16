"""Name work and skills as systems of mbo schools do: by the OKx consumer profile of Npuls (LearningOutcome).

What no source tells is null or left out. What a kwalificatie prescribes as an essential skill is `primair`;
which of the three layers of CompetentNL it is of, the catalogue does not tell, so only what is a field of
knowledge says its type.
"""

from collections.abc import Iterable, Iterator
from typing import Final

from badges.catalogue.catalogue import Catalogue
from badges.catalogue.model import Skill
from badges.errors import CatalogueError
from badges.strictjson import Json, JsonObject

KWALIFICATIE_REF: Final = "kwalificatieRef"
COMPETENT_NL_REFS: Final = "competentNlRefs"

_RELATIONS: Final = {"essentieel": "primair", "belangrijk": "ondersteunend"}
_KNOWLEDGE: Final = "kennisgebied"


def kwalificatie_ref(crebo: str, code: str, *, catalogue: Catalogue) -> JsonObject:
    """Name a werkproces by its dossier, kwalificatie, kerntaak and code; also one that we do not have."""
    try:
        dossier = catalogue.kwalificatie(crebo).dossier_crebo
    except CatalogueError:
        dossier = None
    return {
        "dossier": dossier,
        "kwalificatie": crebo,
        "kerntaak": code.rpartition("-W")[0] or None,
        "werkproces": code,
    }


def competent_nl_refs(uris: Iterable[str], *, crebo: str, catalogue: Catalogue) -> list[Json]:
    """Name skills of CompetentNL, each once, as the kwalificatie prescribes them."""
    return [*_refs(uris, crebo=crebo, catalogue=catalogue)]


def _refs(uris: Iterable[str], *, crebo: str, catalogue: Catalogue) -> Iterator[JsonObject]:
    prescribed = {each.uri: each for each in _skills_of(crebo, catalogue=catalogue)}
    for uri in dict.fromkeys(uris):
        skill = prescribed.get(uri)
        known = skill or _find(uri, catalogue=catalogue)
        found: dict[str, str | None] = {
            "uri": uri,
            "type": _KNOWLEDGE if known and known.kind == _KNOWLEDGE else None,
            "label": known.label if known else None,
            "relatieType": _RELATIONS.get(skill.category or "") if skill else None,
        }
        yield {name: value for name, value in found.items() if value}


def _skills_of(crebo: str, *, catalogue: Catalogue) -> tuple[Skill, ...]:
    try:
        return catalogue.kwalificatie(crebo).skills
    except CatalogueError:
        return ()


def _find(uri: str, *, catalogue: Catalogue) -> Skill | None:
    try:
        return catalogue.skill(uri)
    except CatalogueError:
        return None
