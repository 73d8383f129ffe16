"""What goes along of the decisions of an examencommissie."""

import csv
import io
import json
import zipfile
from uuid import UUID

from issuers.desk import IssuingDesk
from issuers.people.permissions import Actor
from schools.decisions.deciding import decide, revise
from schools.giving.decided import HEADINGS
from schools.giving.passing import pack_for
from schools.importing.proposing import propose_for
from tests.databases import ON_SQLITE
from tests.schools.decisions.conftest import asked, plan, sam, samira
from tests.schools.decisions.test_deciding import filled

__all__ = ["asked", "plan", "sam", "samira"]

pytestmark = ON_SQLITE


class TestDecidedAsJson:
    def test_holds_what_stands_and_no_motivation(
        self, desk: IssuingDesk, bevestiger: Actor, samira: Actor, sam: UUID, asked: UUID
    ) -> None:
        """Of a decision that was revised the newer one; the table says what the JSON says."""
        more = filled(desk, sam, actor=samira, outcome="meer-bewijs")
        old = decide(desk, asked, more, candidate_id=sam, actor=samira)
        new = revise(desk, old, filled(desk, sam, actor=samira), actor=samira)
        told = propose_for(desk, sam, "25774", actor=bevestiger)
        archive = zipfile.ZipFile(io.BytesIO(pack_for(desk, sam, told, pdf=b"%PDF-", actor=bevestiger)))
        raw = archive.read("besluiten.json").decode()
        [found] = json.loads(raw)["decisions"]
        assert (found["id"], found["outcome"], found["kind"]) == (str(new), "vrijstelling", "besluit")
        assert "Sam liet dit in de praktijk zien." not in raw
        text = archive.read("besluiten.csv").decode("utf-8-sig")
        rows = [*csv.DictReader(io.StringIO(text, newline=""), delimiter=";")]
        assert len(found["learningOutcomes"]) == len(rows) > 0
        for row, outcome in zip(rows, found["learningOutcomes"], strict=True):
            assert [*HEADINGS] == [*row]
            for path, cell in row.items():
                value = {**found, "learningOutcomes": outcome}
                for name in path.split("."):
                    value = value[name]
                assert cell == (value or "")

    def test_is_left_out_where_nothing_was_decided(
        self, desk: IssuingDesk, bevestiger: Actor, sam: UUID
    ) -> None:
        """A proposal is no decision."""
        told = propose_for(desk, sam, "25774", actor=bevestiger)
        archive = zipfile.ZipFile(io.BytesIO(pack_for(desk, sam, told, pdf=b"%PDF-", actor=bevestiger)))
        assert "besluiten.csv" not in archive.namelist()
