"""A proposal as rows: written, read back, and the same."""

import csv
import io
import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from badges.catalogue import embedded
from badges.members import parts
from badges.strictjson import JsonObject
from issuers.sheets import as_csv, harmless
from schools.evidence.counting import Whose, count
from schools.evidence.evidence import Evidence, Identity, SetAside
from schools.giving.rows import HEADINGS, rows_as_json, rows_sheet
from schools.mapping import Target, find_target
from schools.mapping.statements import SkillSaid
from schools.proposals import cover, propose
from schools.proposals.proposing import plan
from schools.proposals.telling import Told, explain
from tests.issuers.test_sheets import NAUGHTY, is_live
from tests.schools.badges import ON, evidence
from tests.schools.evidence.test_counting import heaps
from tests.schools.proposals.test_proposing import ATLAS, KOK, TARGETS

SAM = "Sam de Vries"


def told(target: Target, taken: Sequence[Evidence | SetAside]) -> Told:
    """Tell what is proposed."""
    coverage = cover(count(taken, on=ON, whose=Whose((SAM,))), atlas=ATLAS)
    return explain(propose(coverage, plan(target), on=ON), coverage, near=(), atlas=ATLAS)


def document(code: str, *taken: Evidence) -> JsonObject:
    """Give the learning outcomes of a target."""
    return rows_as_json(told(find_target(code, catalogue=embedded()), taken), name=SAM, catalogue=embedded())


def table(written: JsonObject) -> list[dict[str, str]]:
    """Write as CSV, and read it back as another system does."""
    text = b"".join(as_csv(rows_sheet(written))).decode("utf-8-sig")
    return [*csv.DictReader(io.StringIO(text, newline=""), delimiter=";")]


def flat(value: JsonObject, path: str = "") -> Iterator[tuple[str, str]]:
    """Give the columns of an object; what is null is an empty cell."""
    for name, each in value.items():
        if isinstance(each, dict):
            yield from flat(each, f"{path}{name}.")
        elif isinstance(each, list):
            yield f"{path}{name}", " ".join(map(str, each))
        else:
            yield f"{path}{name}", harmless(str(each)) if each is not None else ""


def expected(written: JsonObject) -> Iterator[dict[str, str]]:
    """Give the rows that the JSON says there are."""
    whole = {name: str(written[name]) for name in ("person", "target", "on", "rules")}
    for outcome in parts(written["learningOutcomes"]):
        of_line: Any = {name: outcome[name] for name in ("name", "strength", "kwalificatieRef")}
        uris = [each["uri"] for each in parts(outcome["competentNlRefs"])]
        of_line["competentNlRefs"] = {"uri": uris}
        for badge in parts(outcome.get("evidence")) or [{}]:
            yield dict.fromkeys(HEADINGS, "") | whole | dict(flat(of_line | {"evidence": badge}))


class TestRowsAsJson:
    def test_names_each_werkproces_as_okx_does(self) -> None:
        """With its rule, its source and the badges; what is open has none of the three."""
        skill = embedded().kwalificatie("25180").skills[0]
        badge = evidence(KOK[0])
        badge = replace(badge, statements=(*badge.statements, SkillSaid(skill.uri)))
        first, second = parts(document("C0021", badge)["learningOutcomes"])[:2]
        assert {
            "dossier": embedded().kwalificatie("25180").dossier_crebo,
            "kwalificatie": "25180",
            "kerntaak": "B1-K1",
            "werkproces": "B1-K1-W1",
        } == first["kwalificatieRef"]
        assert [skill.uri] == [each["uri"] for each in parts(first["competentNlRefs"])]
        assert ("aangetoond", "exact") == (first["strength"], first["rule"])
        assert [badge.identity.id] == [each["id"] for each in parts(first["evidence"])]
        assert ("open", True) == (second["strength"], "evidence" not in second)

    @given(heaps(), st.sampled_from(TARGETS))
    def test_has_a_row_for_each_line_with_a_rule_and_a_source(
        self, heap: list[Evidence | SetAside], target: Target
    ) -> None:
        """Of every target, whatever somebody has; and nothing that does not count is in it."""
        found = told(target, heap)
        outcomes = parts(rows_as_json(found, name=SAM, catalogue=embedded())["learningOutcomes"])
        assert len(outcomes) == len(target.werkprocessen)
        counted = {id_ for fact in found.coverage.facts for id_ in fact.ids}
        for badge in (each for outcome in outcomes for each in parts(outcome.get("evidence"))):
            assert badge["rule"] in ATLAS.book.rules
            assert badge["source"]
            assert badge["id"] in counted


class TestRowsSheet:
    @given(heaps(), st.sampled_from(TARGETS))
    def test_says_what_the_json_says(self, heap: list[Evidence | SetAside], target: Target) -> None:
        """Read back, each cell is a member; not one is lost, added or changed."""
        written = rows_as_json(told(target, heap), name=SAM, catalogue=embedded())
        assert [*expected(written)] == table(written)

    def test_holds_no_live_formula(self, corpus: Path) -> None:
        """What others call themselves is a text: each of the 515 naughty strings that shows anything."""
        naughty = [each for each in json.loads((corpus / NAUGHTY).read_text()) if each.strip()]
        badges = [
            evidence(
                KOK[0], identity=Identity.of("did:web:x", f"urn:{number}"), judged_by=each, achievement=each
            )
            for number, each in enumerate(naughty)
        ]
        rows = [each for each in table(document("25180/B1-K1", *badges)) if each["evidence.id"]]
        assert len(naughty) == len(rows)
        assert {harmless(each) for each in naughty} == {each["evidence.judgedBy"] for each in rows}
        assert [] == [cell for row in rows for cell in row.values() if is_live(cell)]
