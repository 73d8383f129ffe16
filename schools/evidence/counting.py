"""What was taken in, as facts of one person on one day: each once, and nothing that may not count.

Two editions of one fact are one: the same achievement, awardedDate, period, werkproces and issuer.
"""

import unicodedata
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final, TypeAlias

from badges.judgement import Independence
from badges.texts import normalize
from schools.evidence.evidence import Evidence, Identity, Obstacle, SetAside, Taken
from schools.mapping.statements import LinkedByHand, Statement, WerkprocesSaid

_Key: TypeAlias = tuple[object, ...]

_SIGNS: Final = str.maketrans(
    "\u2018\u2019\u201b\u02bc\u0060\u00b4\u2010\u2011\u2012\u2013\u2014\u2212", "''''''------"
)
"""The ways in which keyboards and word processors write an apostrophe and a hyphen."""


@dataclass(frozen=True, slots=True)
class Whose:
    """Say whose badges these are.

    Attributes:
        names: How the person is called; none where nobody said.
        same: Badges with another name of which somebody said that they are of the same person.
    """

    names: tuple[str, ...] = ()
    same: frozenset[Identity] = frozenset()


@dataclass(frozen=True, slots=True)
class Link:
    """Hold that somebody linked a badge to a werkproces by hand."""

    identity: Identity
    said: LinkedByHand


@dataclass(frozen=True, slots=True)
class Fact:
    """Hold one thing that somebody judged, and every badge that tells it."""

    evidence: tuple[Evidence, ...]
    statements: tuple[Statement, ...]

    @property
    def first(self) -> Evidence:
        """Give the badge that tells it; another edition tells no more than the same fact."""
        return self.evidence[0]

    @property
    def independence(self) -> Independence | None:
        """Say how independently it went: of two editions one may leave it out, and the lowest counts."""
        steps = list(Independence)
        said = [each.independence for each in self.evidence if each.independence]
        return min(said, key=steps.index, default=None)

    @property
    def ids(self) -> tuple[str, ...]:
        """Give the ids of its badges."""
        return tuple(each.identity.id for each in self.evidence)

    @property
    def confirmed_by(self) -> tuple[str, ...]:
        """Name who confirmed it."""
        return tuple(dict.fromkeys(name for each in self.evidence for name in each.confirmed_by))


@dataclass(frozen=True, slots=True)
class Counted:
    """Hold what counts, and what does not with the reason of each."""

    facts: tuple[Fact, ...]
    aside: tuple[SetAside, ...]


NOBODY_SAID = Whose()


def count(
    taken: Iterable[Taken], *, on: datetime, whose: Whose = NOBODY_SAID, links: Sequence[Link] = ()
) -> Counted:
    """Give the facts that count for a person on a day."""
    everything = tuple(taken)
    aside = tuple(each for each in everything if isinstance(each, SetAside))
    gone = {each.identity for each in aside if each.obstacle in _FOR_GOOD}
    evidence = [each for each in everything if isinstance(each, Evidence)]
    usable, unusable = _sorted_out(evidence, ask=lambda each: _too_late(each, gone=gone, on=on))
    names = {_plain(each.name) for each in usable if each.name and each.identity not in whose.same}
    mine, others = _sorted_out(usable, ask=lambda each: _not_of(each, whose=whose, names=names))
    return Counted(_facts(_once(mine), links=links), (*aside, *unusable, *others))


def is_name_of(name: str | None, person: str) -> bool:
    """Tell whether a badge with this name in it may be of a person; one without a name may."""
    return name is None or _plain(name) == _plain(person)


def _sorted_out(
    evidence: Iterable[Evidence], *, ask: Callable[[Evidence], Obstacle | None]
) -> tuple[list[Evidence], list[SetAside]]:
    """Part what has no obstacle from what has one."""
    free: list[Evidence] = []
    aside: list[SetAside] = []
    for each in evidence:
        obstacle = ask(each)
        if obstacle is None:
            free.append(each)
        else:
            aside.append(
                SetAside(
                    file=each.file,
                    obstacle=obstacle,
                    identity=each.identity,
                    title=each.title,
                    name=each.name,
                )
            )
    return free, aside


def _too_late(evidence: Evidence, *, gone: Collection[Identity | None], on: datetime) -> Obstacle | None:
    """Say why a badge cannot be used on a day: also where another look at it found that it was taken back."""
    if evidence.identity in gone:
        return Obstacle.REVOKED
    if evidence.valid_until is not None and evidence.valid_until < on:
        return Obstacle.EXPIRED
    if evidence.valid_from is not None and evidence.valid_from > on:
        return Obstacle.EARLY
    return None


def _not_of(evidence: Evidence, *, whose: Whose, names: Collection[str]) -> Obstacle | None:
    """Say why a badge may be of somebody else; names that differ are asked about, never guessed."""
    if evidence.name is None or evidence.identity in whose.same:
        return None
    if whose.names:
        mine = {_plain(each) for each in whose.names}
        return None if _plain(evidence.name) in mine else Obstacle.OTHER_NAME
    return Obstacle.WHOSE if len(names) > 1 else None


def _plain(name: str) -> str:
    """Write a name so that capitals, spaces and the signs of a keyboard make no other person of somebody."""
    said = unicodedata.normalize("NFKC", normalize(name).translate(_SIGNS))
    return " ".join(said.casefold().split())


def _once(evidence: Iterable[Evidence]) -> list[Evidence]:
    """Keep of each credential one: the same badge twice is one, the newer of them (OB 3.0 equality)."""
    newest: dict[Identity, Evidence] = {}
    for each in evidence:
        kept = newest.get(each.identity)
        if kept is None or _started(kept) < _started(each):
            newest[each.identity] = each
    return list(newest.values())


def _started(evidence: Evidence) -> datetime:
    return evidence.valid_from or datetime.min.replace(tzinfo=UTC)


def _facts(evidence: Iterable[Evidence], *, links: Sequence[Link]) -> tuple[Fact, ...]:
    """Put the editions of one fact together, with what was linked to any of them by hand."""
    grouped: dict[_Key, list[Evidence]] = {}
    for each in evidence:
        grouped.setdefault(_key(each), []).append(each)
    return tuple(_fact(tuple(group), links=links) for group in grouped.values())


def _fact(evidence: tuple[Evidence, ...], *, links: Sequence[Link]) -> Fact:
    identities = {each.identity for each in evidence}
    said = [said for each in evidence for said in each.statements]
    said += [link.said for link in links if link.identity in identities]
    return Fact(evidence, statements=tuple(dict.fromkeys(said)))


def _key(evidence: Evidence) -> _Key:
    """Give what two editions of one fact share."""
    if evidence.achievement is None:
        return (evidence.identity,)
    work = {(each.crebo, each.code) for each in evidence.statements if isinstance(each, WerkprocesSaid)}
    return (
        evidence.identity.issuer,
        evidence.achievement,
        evidence.awarded,
        evidence.starts,
        evidence.ends,
        frozenset(work),
    )


_FOR_GOOD: Final = frozenset({Obstacle.REVOKED, Obstacle.REPLACED, Obstacle.EXPIRED})
"""What another look at the same credential does not take away."""
