"""The rules as data: each has a name, what it says, where it comes from, and what it proves at most.

A version is a file that never changes; a better rule is a new file, and a proposal names the version that it
was made by.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Final

from badges import strictjson
from badges.members import part, parts, text
from badges.strictjson import Json, JsonObject
from badges.wording import Sentence

NEWEST: Final = "1"


class Strength(StrEnum):
    """Say what there is for a werkproces; `deels` never completes a kerntaak."""

    AANGETOOND = "aangetoond"
    DEELS = "deels"

    def at_most(self, other: "Strength") -> "Strength":
        """Give the weaker of the two."""
        return Strength.DEELS if Strength.DEELS in (self, other) else Strength.AANGETOOND


@dataclass(frozen=True, slots=True)
class Rule:
    """Hold one rule; `most` is what it proves at most, None where it only hints."""

    code: str
    name: Sentence
    says: Sentence
    source: str
    most: Strength | None

    def as_json(self) -> JsonObject:
        """Give the rule as it is shown."""
        return {
            "code": self.code,
            "name": self.name.as_json(),
            "says": self.says.as_json(),
            "source": self.source,
            "most": self.most.value if self.most else None,
        }


@dataclass(frozen=True, slots=True)
class Ground:
    """Hold one thing that can be said of a badge beside what it is about; some make it count in part only.

    `needed` says what would take it away.
    """

    code: str
    says: Sentence
    lowers: bool
    needed: Sentence | None

    def as_json(self) -> JsonObject:
        """Give the ground as it is shown."""
        return {
            "code": self.code,
            "says": self.says.as_json(),
            "lowers": self.lowers,
            "needed": self.needed.as_json() if self.needed else None,
        }


@dataclass(frozen=True, slots=True)
class Rulebook:
    """Hold one version of the rules; `compare` is what a rule asks that proves a part only."""

    version: str
    made: str
    compare: Sentence
    rules: Mapping[str, Rule]
    grounds: Mapping[str, Ground]

    def as_json(self) -> JsonObject:
        """Give all of it as it is shown."""
        return {
            "version": self.version,
            "made": self.made,
            "compare": self.compare.as_json(),
            "rules": [each.as_json() for each in self.rules.values()],
            "grounds": [each.as_json() for each in self.grounds.values()],
        }


@cache
def rulebook(version: str = NEWEST) -> Rulebook:
    """Read a version of the rules that comes with the program."""
    raw = files("schools.mapping").joinpath("data", f"rules-{version}.json").read_bytes()
    document = strictjson.loads_object(raw)
    return Rulebook(
        version=_words(document.get("versie")),
        made=_words(document.get("gemaakt")),
        compare=_sentence(document.get("vergelijk")),
        rules=MappingProxyType({rule.code: rule for rule in map(_rule, parts(document.get("regels")))}),
        grounds=MappingProxyType({each.code: each for each in map(_ground, parts(document.get("gronden")))}),
    )


def _rule(row: JsonObject) -> Rule:
    most = text(row.get("hoogstens"))
    return Rule(
        code=_words(row.get("code")),
        name=_sentence(row.get("naam")),
        says=_sentence(row.get("zegt")),
        source=_words(row.get("bron")),
        most=Strength(most) if most else None,
    )


def _ground(row: JsonObject) -> Ground:
    needed = row.get("nodig")
    return Ground(
        code=_words(row.get("code")),
        says=_sentence(row.get("zegt")),
        lowers=row.get("verlaagt") is True,
        needed=_sentence(needed) if needed else None,
    )


def _sentence(value: Json) -> Sentence:
    said = part(value)
    return Sentence(_words(said.get("nl")), _words(said.get("en")))


def _words(value: Json) -> str:
    """Take a text; a rule that leaves one out is a mistake of ours."""
    found = text(value)
    if found is None:
        raise ValueError("a rule leaves something out")
    return found
