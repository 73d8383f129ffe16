"""Two engines, one answer: on every shape that the schemas allow and on what attackers make of it."""

import os
from collections import Counter
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, example, given, settings

from badges.errors import JsonLdError, UnhandledShapeError
from badges.jsonld import reference, walker
from badges.strictjson import JsonObject
from tests.badges.jsonld import documents, mutations
from tests.badges.jsonld.making import SEEDS, from_seed

Answer = bytes | type[JsonLdError]
SHARE = float(os.environ.get("PRAKTIJKBEWIJS_TORTURE", "1.0"))


def answer(engine: Callable[[JsonObject], bytes], document: JsonObject) -> Answer:
    """Ask an engine; a refusal is an answer."""
    try:
        return engine(document)
    except JsonLdError as error:
        return type(error)


def judge(document: JsonObject) -> str:
    """Ask both engines, insist that they agree, and tell how it went."""
    fast = answer(walker.canonicalize, document)
    slow = answer(reference.canonicalize, document)
    if fast is UnhandledShapeError:
        return "fallback" if isinstance(slow, bytes) else "fallback, refused"
    if isinstance(fast, bytes):
        assert slow == fast
        return "identical"
    assert not isinstance(slow, bytes), fast
    return "refused" if fast is slow else "refused, in other words"


class TestEngines:
    """The walker and the reference."""

    @settings(max_examples=80, deadline=None, suppress_health_check=list(HealthCheck))
    @given(seed=SEEDS)
    def test_agree_on_every_shape_of_the_schemas(self, seed: int) -> None:
        """Wherever both answer, the bytes are the same; the walker refuses nothing that is legal."""
        outcome = judge(documents.document(from_seed(seed)))

        assert outcome in {"identical", "fallback"}

    @settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
    @given(seed=SEEDS)
    @example(seed=10_828)  # an object as proofPurpose
    @example(seed=3_625_102)  # a node with an id and no types
    def test_agree_on_changed_documents(self, seed: int) -> None:
        """What the walker refuses, the reference refuses; what it accepts, the reference writes the same."""
        judge(mutations.mutated(from_seed(seed)))

    @pytest.mark.torture
    @pytest.mark.parametrize("part", range(4))
    def test_agree_on_twenty_thousand_documents(self, part: int) -> None:
        """Among many documents there is none on which they differ; the counts are printed."""
        counts: Counter[str] = Counter()
        differ: list[int] = []
        for seed in range(part, round(20_000 * SHARE), 4):
            make = from_seed(seed)
            changed = seed % 8 > 3
            document = mutations.mutated(make) if changed else documents.document(make)
            try:
                counts["changed: " * changed + judge(document)] += 1
            except AssertionError:
                differ.append(seed)
        print(f"\n{sum(counts.values())} documents: {dict(sorted(counts.items()))}")  # noqa: T201 -- the report

        assert [] == differ
        assert counts["identical"] > 0
