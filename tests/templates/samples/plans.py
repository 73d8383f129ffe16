"""Samples of the pages of an examenplan."""

from dataclasses import replace

from templates import views
from tests.templates.samples.pieces import FRAME, MOMENT, Sample

PROBLEM = views.pieces.Problem(field="bestand", message="Rij 3: crebo '99999' kennen wij niet.")
WORK = (
    views.plans.PlanWork("B1-K1-W4", "Bereidt gerechten en componenten"),
    views.plans.PlanWork("B1-K1-W5", "Werkt gerechten af en geeft ze uit"),
)
PART = views.plans.PlanPart(code="PVB-1", title="Proeve Bereiden", work=WORK)


def pages() -> dict[str, Sample]:
    """Give the samples of examenplannen."""
    row = views.plans.PlanRow(
        name="Kok 2026-2027",
        crebo="25180",
        kwalificatie="Kok",
        version=2,
        parts=4,
        loaded=MOMENT,
        href="/voorstellen/examenplannen/1",
    )
    listed = views.plans.PlanList(
        frame=FRAME,
        rows=(row, replace(row, version=1, parts=1)),
        action="/voorstellen/examenplannen/bekijk",
        back_href="/voorstellen",
        typed={"naam": "Kok", "inhoud": "crebo;examenonderdeel"},
        problems=(PROBLEM, replace(PROBLEM, field="naam")),
        done="Het examenplan is geladen.",
    )
    looked = views.plans.PlanPreview(
        frame=FRAME,
        name=row.name,
        crebo="25180",
        kwalificatie="Kok",
        parts=(PART, replace(PART, code="PVB-2")),
        left=WORK[:1],
        version=1,
        changes=(
            views.plans.PlanChange("nieuw", "PVB-2", "Proeve"),
            views.plans.PlanChange("weg", "T-1", "Toets"),
        ),
        content="crebo;examenonderdeel",
        action="/voorstellen/examenplannen",
        back_href="/voorstellen/examenplannen",
    )
    one = views.plans.PlanPage(
        frame=FRAME,
        name=row.name,
        crebo="25180",
        kwalificatie="Kok",
        version=2,
        loaded=MOMENT,
        by="Samira Aydin",
        parts=(PART,),
        csv_href="/voorstellen/examenplannen/1/examenplan.csv",
        back_href="/voorstellen/examenplannen",
    )
    empty = replace(listed, rows=(), problems=(), done=None, typed={})
    same = replace(looked, changes=(), left=(), parts=(PART,))
    return {
        "examenplannen": ("examenplannen", listed),
        "examenplannen-leeg": ("examenplannen", empty),
        "examenplan-bekijk": ("examenplan-bekijk", looked),
        "examenplan-bekijk-eerste": ("examenplan-bekijk", replace(looked, version=0, changes=())),
        "examenplan-bekijk-gelijk": ("examenplan-bekijk", same),
        "examenplan": ("examenplan", one),
    }
