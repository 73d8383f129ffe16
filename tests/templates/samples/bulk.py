"""Samples of the pages on which the same is done to many badges."""

from dataclasses import replace
from datetime import date

from templates import views
from tests.templates.samples.pieces import AFTER_POST, FRAME, Sample

ROW = views.bulk.BulkRow(
    title="Slaat goederen op",
    awarded=date(2026, 6, 25),
    state="open",
    name="Sam de Vries",
    start=date(2026, 1, 5),
    end=date(2026, 6, 26),
    independence="zelfstandig",
)
POOR = views.bulk.BulkRow(title="Ontvangt goederen", awarded=date(2026, 6, 26), state="open")
LEFT = replace(POOR, state="geweigerd", problem="Dit stond er al zo.")


def pages() -> dict[str, Sample]:
    """Give every sample of this kind."""
    why = views.bulk.BulkWithdraw(
        frame=FRAME,
        rows=(ROW, POOR),
        total=1_750,
        action="/gegeven/samen/1/intrekken",
        back_href="/gegeven",
        reasons=("vergissing", "anders"),
        problems=(views.pieces.Problem(field="reden", message="Kies een reden."),),
    )
    what = views.bulk.BulkChangeForm(
        frame=FRAME,
        rows=(ROW,),
        total=1,
        action="/gegeven/samen/1/bekijk",
        back_href="/gegeven",
        kinds=("periode", "zelfstandigheid", "werkproces"),
        independences=("met hulp", "zelfstandig", "kan het anderen uitleggen"),
        works={"25774/B1-K2-W1": "Verzamelt orders"},
        typed={"wat": "periode", "tot": "morgen"},
        problems=(views.pieces.Problem(field="tot", message="Wij kunnen de laatste dag niet lezen."),),
    )
    preview = views.bulk.BulkPreview(
        frame=AFTER_POST,
        change=views.bulk.BulkChange(
            start=date(2026, 1, 6),
            end=date(2026, 6, 19),
            independence="met hulp",
            work="Verzamelt orders",
            work_code="25774/B1-K2-W1",
        ),
        changed=(ROW, POOR),
        changed_total=70,
        left=(LEFT,),
        left_total=1,
        action="/gegeven/samen/1/verbeteren",
        edit_action="/gegeven/samen/1/aanpassen",
        hidden=(("wat", "periode"), ("tot", "19-6-2026")),
    )
    outcome = views.bulk.BulkOutcome(
        frame=FRAME,
        deed="verbeteren",
        state="klaar",
        done=120,
        total=120,
        counts={"gedaan": 118, "wacht": 1, "geweigerd": 1},
        rows=(replace(ROW, state="gedaan", better_href="/gegeven/2"), replace(POOR, state="wacht"), LEFT),
        here="/gegeven/samen/1",
        back_href="/gegeven",
        previous_href="/gegeven/samen/1?pagina=0",
        next_href="/gegeven/samen/1?pagina=2",
    )
    stopped = replace(
        outcome,
        deed="intrekken",
        state="gestopt",
        done=1,
        counts={"gedaan": 1},
        go_on_action="/gegeven/samen/1/verder",
        stopped="Je mag dit hier niet.",
    )
    return {
        "samen-intrekken": ("samen-intrekken", why),
        "samen-verbeteren": ("samen-verbeteren", what),
        "samen-bekijk": ("samen-bekijk", preview),
        "samen-bekijk-niets": ("samen-bekijk", replace(preview, changed=(), changed_total=0)),
        "samen": ("samen", outcome),
        "samen-bezig": ("samen", replace(outcome, state="bezig", done=40)),
        "samen-gestopt": ("samen", stopped),
    }
