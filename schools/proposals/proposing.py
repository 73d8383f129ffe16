"""A proposal: for each werkproces of a target what there is, on what grounds, and what would be needed."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from badges.catalogue.model import Kerntaak, Werkproces
from badges.wording import Sentence
from schools.mapping.atlas import Atlas
from schools.mapping.relating import Doubt, relate
from schools.mapping.rules import Rulebook, Strength
from schools.mapping.steps import Key
from schools.mapping.targets import Target
from schools.proposals.covering import Coverage, Pointer
from schools.proposals.weighing import Support

A_BADGE: Final = Sentence(
    "Een bewijs voor dit werkproces, van iemand die zag dat het zelfstandig ging.",
    "A badge for this werkproces, of somebody who saw that it was done independently.",
)


@dataclass(frozen=True, slots=True)
class Line:
    """Hold what there is for one werkproces; two facts strengthen each other, they do not add up."""

    werkproces: Werkproces
    supports: tuple[Support, ...] = ()

    @property
    def strength(self) -> Strength | None:
        """Say what there is; None where it is open."""
        return self.supports[0].strength if self.supports else None

    def needed(self, book: Rulebook) -> tuple[Sentence, ...]:
        """Say what would be needed: nothing where it is shown, a badge where it is open."""
        if not self.supports:
            return (A_BADGE,)
        best = self.supports[0]
        if best.strength is Strength.AANGETOOND:
            return ()
        said = [ground.needed for ground in best.grounds if ground.lowers and ground.needed]
        if best.match.most is Strength.DEELS:
            said.append(book.compare)
        return tuple(said)


@dataclass(frozen=True, slots=True)
class Shown:
    """Count the werkprocessen of one kerntaak; a part never completes it."""

    kerntaak: Kerntaak
    shown: int
    partly: int
    open: int

    @property
    def is_complete(self) -> bool:
        """Tell whether every werkproces is shown whole."""
        return self.shown > 0 and self.partly == 0 and self.open == 0


@dataclass(frozen=True, slots=True)
class Proposal:
    """Hold what the badges of one person say about one target; a person decides."""

    target: Target
    on: datetime
    lines: tuple[Line, ...]
    pointers: tuple[Pointer, ...]

    @property
    def covered(self) -> tuple[Line, ...]:
        """Give the lines for which there is something."""
        return tuple(line for line in self.lines if line.supports)

    @property
    def open(self) -> tuple[Line, ...]:
        """Give the lines for which there is nothing."""
        return tuple(line for line in self.lines if not line.supports)

    @property
    def kerntaken(self) -> tuple[Shown, ...]:
        """Count for each kerntaak what is shown."""
        return tuple(_shown(kerntaak, self.lines) for kerntaak in self.target.kerntaken)

    @property
    def is_complete(self) -> bool:
        """Tell whether all of it is shown; never of a target of which parts are unknown."""
        return self.target.is_whole and all(each.is_complete for each in self.kerntaken)


@dataclass(frozen=True, slots=True)
class Plan:
    """Hold a target with what does not depend on a person, made once for many."""

    target: Target
    keys: frozenset[Key]
    nothing: tuple[Line, ...]
    names: tuple[str, ...]


def plan(target: Target) -> Plan:
    """Make a target ready to be proposed to many."""
    work = target.werkprocessen
    named = (target.crebo, target.code)
    return Plan(
        target=target,
        keys=frozenset((each.crebo, each.code) for each in work),
        nothing=tuple(Line(each) for each in work),
        names=tuple(dict.fromkeys(name for name in named if name)),
    )


def propose(coverage: Coverage, planned: Plan, *, on: datetime) -> Proposal:
    """Say what the badges of one person say about a target."""
    supports = coverage.supports
    lines = planned.nothing
    if not planned.keys.isdisjoint(supports):
        lines = tuple(
            _line(each, supports.get((each.werkproces.crebo, each.werkproces.code))) for each in lines
        )
    pointers: Iterable[Pointer] = ()
    if coverage.pointers:
        pointers = (each for name in planned.names for each in coverage.pointers.get(name, ()))
    return Proposal(planned.target, on, lines=lines, pointers=tuple(pointers))


def doubts(coverage: Coverage, target: Target, *, atlas: Atlas) -> Iterator[Doubt]:
    """Say what is unknown between the facts of a person and a target, each thing once."""
    entries = [atlas.catalogue.entry(each.crebo, each.code) for each in target.werkprocessen]
    keys = {(each.crebo, each.code) for each in target.werkprocessen}
    said: set[str] = set()
    for statement in dict.fromkeys(each for fact in coverage.facts for each in fact.statements):
        if any(match.key in keys for match in atlas.reach(statement)):
            continue
        for entry in entries:
            found = relate(statement, entry, known=atlas.known)
            if isinstance(found, Doubt) and found.unknown.nl not in said:
                said.add(found.unknown.nl)
                yield found


def _line(nothing: Line, supports: tuple[Support, ...] | None) -> Line:
    return Line(nothing.werkproces, supports) if supports else nothing


def _shown(kerntaak: Kerntaak, lines: tuple[Line, ...]) -> Shown:
    found = [line.strength for line in lines if line.werkproces.kerntaak_code == kerntaak.code]
    return Shown(
        kerntaak,
        shown=found.count(Strength.AANGETOOND),
        partly=found.count(Strength.DEELS),
        open=found.count(None),
    )
