"""From signed bytes to a proposal: whatever is handed in, nothing counts that may not.

Each kind of badge is signed and checked once; then any heap of them is handed in, again and again.
"""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from functools import cache
from types import MappingProxyType
from typing import Any, Final

from hypothesis import given
from hypothesis import strategies as st

from badges import strictjson
from badges.catalogue import embedded
from schools.evidence.counting import Whose, count
from schools.evidence.reading import take_in
from schools.giving.rows import rows_as_json
from schools.mapping import Atlas, Target
from schools.mapping.targets import targets
from schools.proposals import cover, propose
from schools.proposals.proposing import plan
from schools.proposals.telling import Told, as_json, explain
from tests import world
from tests.schools.evidence.test_reading import fake, keyless, revoked, stale, unsigned
from tests.world import World
from verifier.report import Part

SAM: Final = "Sam de Vries"
ATLAS: Final = Atlas(embedded())
TARGETS: Final = tuple(targets(embedded()))
TARGETS_OF_SAM: Final = tuple(each for each in TARGETS if each.crebo == "25774")
ENDS: Final = world.NOW + timedelta(days=30)
BEGINS: Final = world.NOW - timedelta(days=30)


def named(name: str | None) -> Callable[[World], bytes]:
    """Sign a badge with this name in it."""

    def sign(earth: World) -> bytes:
        document = world.badge_of(earth.issuer, said=world.judgement(name=name))
        return world.sign(document, signer=earth.issuer.signer())

    return sign


def lasting(**members: datetime) -> Callable[[World], bytes]:
    """Sign a badge that may be used in a time of its own."""
    return lambda earth: earth.signed(**{name: at.isoformat() for name, at in members.items()})


KINDS: Final = MappingProxyType(
    {
        "good": named(SAM),
        "nameless": named(None),
        "ends": lasting(validUntil=ENDS),
        "begins": lasting(validFrom=BEGINS),
        "tims": named("Tim Bos"),
        "fake": fake,
        "unsigned": unsigned,
        "revoked": revoked,
        "stale": stale,
        "keyless": keyless,
    }
)
NEVER: Final = frozenset({"tims", "fake", "unsigned", "revoked", "stale", "keyless"})


@cache
def checked(kind: str, number: int) -> Part:
    """Sign a badge of a kind with an id of its own, and let the verifier look at it."""
    earth = World()
    id_ = f"urn:uuid:018f0000-0000-7000-8000-{number:012}"
    raw = KINDS[kind](earth)
    document: Any = strictjson.loads_object(raw)
    if kind not in ("fake", "unsigned"):
        own = {name: value for name, value in document.items() if name != "proof"} | {"id": id_}
        raw = world.sign(own, signer=earth.issuer.signer())
    else:
        raw = strictjson.dumps(document | {"id": id_})
    return Part(report=earth.report(raw))


def told(heap: Sequence[str], target: Target, *, on: datetime) -> Told:
    """Propose for what was handed in; each file is named by its kind."""
    files = [(kind, checked(kind, number % 4)) for number, kind in enumerate(heap)]
    taken = [each for kind, part in files for each in take_in(part, file=kind)]
    coverage = cover(count(taken, on=on, whose=Whose((SAM,))), atlas=ATLAS)
    return explain(propose(coverage, plan(target), on=on), coverage, near=(), atlas=ATLAS)


class TestProposals:
    def test_count_what_is_good(self) -> None:
        """Else what follows would say nothing."""
        [line] = told(["good", "fake"], TARGETS_OF_SAM[0], on=world.NOW).proposal.covered
        assert line.werkproces.code == "B1-K2-W1"

    @given(
        st.lists(st.sampled_from([*KINDS]), min_size=1, max_size=8),
        st.sampled_from(TARGETS_OF_SAM),
        st.integers(-60, 60),
    )
    def test_count_nothing_that_is_false_over_or_of_another(
        self, heap: list[str], target: Target, days: int
    ) -> None:
        """0 of what was withdrawn, forged, over or not begun on the day, in doubt, or has another name."""
        on = world.NOW + timedelta(days=days)
        found = told(heap, target, on=on)
        barred = NEVER | ({"ends"} if on > ENDS else set()) | ({"begins"} if on < BEGINS else set())
        for line in found.proposal.covered:
            files = {each.file for support in line.supports for each in support.fact.evidence}
            assert not files & barred

    @given(st.lists(st.sampled_from([*KINDS]), min_size=1, max_size=8), st.sampled_from(TARGETS))
    def test_name_the_rule_and_the_source_of_each_line(self, heap: list[str], target: Target) -> None:
        """On the page, as JSON and in what is given on: the same rule, of the version that is named."""
        found = told(heap, target, on=world.NOW)
        shown: Any = as_json(found)
        rows: Any = rows_as_json(found, name=SAM, catalogue=embedded())
        assert shown["rules"] == rows["rules"] == ATLAS.book.version
        given_on = [each for each in rows["learningOutcomes"] if "evidence" in each]
        assert len(given_on) == len(shown["covered"])
        for line, row in zip(shown["covered"], given_on, strict=True):
            assert ATLAS.book.rules[line["rule"]].most is not None
            assert line["source"]
            assert (line["rule"], line["source"]) == (row["rule"], row["source"])
            assert line["source"] in line["why"]["nl"]
