"""What an examencommissie decided about somebody, for the administration: no motivation, no members.

Those stand in the besluit itself, of which this holds the id.
"""

from collections.abc import Iterator, Sequence
from typing import Final
from uuid import UUID

from badges.catalogue.catalogue import Catalogue
from badges.catalogue.okx import KWALIFICATIE_REF, kwalificatie_ref
from badges.members import part, parts, text
from badges.strictjson import JsonObject
from issuers.sheets import Sheet
from schools.decisions.besluit import Besluit

OF_DECISION: Final = ("id", "person", "kind", "outcome", "decided", "meeting", "mandate")
OF_PART: Final = ("plan", "version", "code", "title")
REF: Final = ("dossier", "kwalificatie", "kerntaak", "werkproces")
HEADINGS: Final = (
    *OF_DECISION,
    *(f"examenonderdeel.{each}" for each in OF_PART),
    *(f"learningOutcomes.{KWALIFICATIE_REF}.{each}" for each in REF),
    "learningOutcomes.name",
)


def decided_as_json(decisions: Sequence[tuple[UUID, Besluit]], *, catalogue: Catalogue) -> JsonObject:
    """Give what was decided, each with the examenonderdeel and the work that it is about."""
    return {"decisions": [*_decided(decisions, catalogue=catalogue)]}


def decided_sheet(document: JsonObject) -> Sheet:
    """Lay those out as a table: a row for each werkproces that a decision is about."""
    rows = (
        _cells(work, decision)
        for decision in parts(document.get("decisions"))
        for work in parts(decision.get("learningOutcomes"))
    )
    return Sheet(name="besluiten", headings=HEADINGS, rows=rows)


def _decided(decisions: Sequence[tuple[UUID, Besluit]], *, catalogue: Catalogue) -> Iterator[JsonObject]:
    for decision_id, said in decisions:
        yield {
            "id": str(decision_id),
            "person": said.student,
            "kind": said.kind.value,
            "outcome": said.outcome.value,
            "decided": said.decided.isoformat(),
            "meeting": said.meeting,
            "mandate": said.mandate,
            "examenonderdeel": {
                "plan": said.plan_name,
                "version": str(said.plan_version),
                "code": said.code,
                "title": said.title,
            },
            "learningOutcomes": [
                {
                    "name": work.title,
                    KWALIFICATIE_REF: kwalificatie_ref(work.crebo, work.code, catalogue=catalogue),
                }
                for work in said.work
            ],
        }


def _cells(work: JsonObject, decision: JsonObject) -> tuple[str | None, ...]:
    onderdeel, ref = part(decision.get("examenonderdeel")), part(work.get(KWALIFICATIE_REF))
    return (
        *(text(decision.get(each)) for each in OF_DECISION),
        *(text(onderdeel.get(each)) for each in OF_PART),
        *(text(ref.get(each)) for each in REF),
        text(work.get("name")),
    )
