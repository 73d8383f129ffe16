"""What if: the mbo-certificaten of which this person has most, and what each still asks."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from badges.strictjson import JsonObject
from schools.mapping.rules import Strength
from schools.mapping.targets import Target, TargetKind
from schools.proposals.covering import Coverage
from schools.proposals.proposing import Plan, plan, propose


@dataclass(frozen=True, slots=True)
class Near:
    """Hold how much of a mbo-certificaat there is."""

    target: Target
    shown: int
    partly: int
    of: int

    def as_json(self) -> JsonObject:
        """Give it as it is shown."""
        return {
            "code": self.target.code,
            "title": self.target.title,
            "crebo": self.target.crebo,
            "shown": self.shown,
            "partly": self.partly,
            "of": self.of,
        }


def certificaten(targets: Iterable[Target]) -> tuple[Plan, ...]:
    """Make the mbo-certificaten ready of which every part is known; of the others nobody can say."""
    return tuple(plan(each) for each in targets if each.kind is TargetKind.CERTIFICAAT and each.is_whole)


def nearest(coverage: Coverage, plans: Sequence[Plan], *, on: datetime) -> tuple[Near, ...]:
    """Give those of which there is something, the one that asks least first."""
    found = []
    for planned in plans:
        if planned.keys.isdisjoint(coverage.supports):
            continue
        strengths = [line.strength for line in propose(coverage, planned, on=on).lines]
        shown, partly = strengths.count(Strength.AANGETOOND), strengths.count(Strength.DEELS)
        found.append(Near(planned.target, shown, partly, of=len(strengths)))
    return tuple(sorted(found, key=lambda near: (near.of - near.shown, -near.partly, near.target.code)))
