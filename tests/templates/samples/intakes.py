"""Samples of the pages on which files of many people are taken in at once."""

from dataclasses import replace
from datetime import date

from templates import views
from tests.templates.samples.pieces import FRAME, Sample

PROBLEM = views.pieces.Problem(field="bestand", message="Kies een of meer bestanden met een bewijs.")


def pages() -> dict[str, Sample]:
    """Give the samples of taking in the files of many people."""
    row = views.intakes.IntakeRow(
        name="klas 2B.zip",
        on=date(2026, 11, 27),
        state="klaar",
        done=40,
        total=40,
        href="/voorstellen/inlezen/1",
    )
    running = replace(row, state="bezig", done=12)
    wrong = views.pieces.Problem(field="naam-3", message="Vul een naam in.")
    line = views.intakes.IntakeLine(
        place=3,
        name="map/onbekend.json",
        reason="Er staat geen naam in. Van wie is dit?",
        whose_action="/voorstellen/inlezen/1/van/3",
        typed="S",
    )
    folder = replace(
        line,
        place=6,
        name="Koks/Sam/bewijs.json",
        reason="Uit de mappen blijkt niet van wie dit is. Welke persoon is het?",
        typed="",
        is_for_folder=True,
    )
    sam = views.intakes.PersonChoice(value="1", name="Sam de Vries", since=date(2026, 9, 1))
    namesake = replace(
        line,
        place=5,
        name="map/sam.json",
        reason="Er is al iemand met deze naam. Is het dezelfde persoon?",
        choices=(sam,),
    )
    done = views.intakes.IntakePage(
        frame=FRAME,
        row=row,
        new=30,
        again=2,
        refused=7,
        asked=3,
        asked_lines=(line, folder, namesake),
        refused_lines=(replace(line, place=4, name="kapot.json", reason="Dit is geen bewijs."),),
        csv_href="/voorstellen/inlezen/1/redenen.csv",
        people_href="/voorstellen",
        back_href="/voorstellen/inlezen",
        problems=(wrong,),
        done="Het bestand wordt ingelezen.",
    )
    bare = replace(
        done, asked_lines=(), refused_lines=(), again=0, refused=0, asked=0, problems=(), done=None
    )
    listed = views.intakes.IntakeList(
        frame=FRAME,
        action="/voorstellen/inlezen",
        back_href="/voorstellen",
        rows=(row, running),
        problems=(PROBLEM,),
    )
    return {
        "inlezen": ("inlezen", listed),
        "inlezen-eerste": ("inlezen", replace(listed, rows=(), problems=())),
        "inlezen-klaar": ("inlezen-een", done),
        "inlezen-alles-goed": ("inlezen-een", replace(bare, asked_lines=(line,), asked=1)),
        "inlezen-bezig": ("inlezen-een", replace(bare, row=running)),
        "inlezen-vraagt": ("inlezen-een", replace(bare, row=running, asked_lines=(line,), asked=1)),
        "inlezen-half": ("inlezen-een", replace(bare, row=replace(row, state="laden"))),
        "inlezen-gestopt": (
            "inlezen-een",
            replace(
                bare,
                row=replace(row, state="gestopt"),
                again_action="/voorstellen/inlezen/1/verder",
                stopped="Wie dit begon, mag hier niet meer inlezen.",
                refused=1,
                refused_lines=(line,),
            ),
        ),
    }
