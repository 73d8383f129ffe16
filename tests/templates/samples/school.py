"""The pages of a school whose pupils learn elsewhere."""

from dataclasses import replace
from datetime import date

from templates import views
from tests.templates.samples.evidence import items
from tests.templates.samples.pieces import FACTS, FRAME, JUDGED, MOMENT, PICTURE, Sample

QUESTION = views.school.QuestionLine(
    question="Wat deed Sam als een order niet klopte?", asked=date(2026, 6, 27)
)
ANSWERED = replace(QUESTION, answer="Sam belde de chauffeur.", answered=date(2026, 6, 28))
CHANGED = (
    *("naam", "werk", "bewijzen", "leerbedrijf", "praktijkopleider"),
    *("periode", "titel", "school", "mandaat", "dag"),
)


def todo() -> views.pieces.ToDo:
    """Give one of each that a school reads."""
    line = views.pieces.ToDoLine(
        what="bewijs", title="Maakt ladingen verzendklaar", crebo="25774", day=MOMENT.date()
    )
    own = ("geen-soort", "geen-mandaat", "erkenning", "lezen")
    others = ("bewijs", "met-hulp", "vraag")
    return views.pieces.ToDo(
        own=tuple(replace(line, what=each, href="/school/1", count=2) for each in own),
        others=tuple(replace(line, what=each) for each in others),
        other="Magazijn De Maas",
    )


def pages() -> dict[str, Sample]:
    """Give every sample of this kind."""
    seen = tuple(replace(each, change_href=None, remove_action=None) for each in items())
    badge = views.school.SchoolBadge(
        value="1",
        facts=FACTS,
        field="logistiek",
        href="/b/x",
        given=MOMENT.date(),
        known="confirmed",
        known_source="SBB, lijst van juni",
        check_source=None,
        check_day=None,
        confirmed=MOMENT.date(),
        confirmation_href="/b/y",
        confirm_action="/school/1/bevestig/1",
        ask_href="/school/1/vraag/1",
        check_href="/school/1/erkenning/1",
        hindrances=(),
        questions=(QUESTION, ANSWERED),
        items=seen,
    )
    unsure = replace(
        badge,
        known="unknown",
        known_source=None,
        confirmed=None,
        hindrances=("met-hulp", "erkenning"),
        items=(),
    )
    looked = replace(badge, known="declared", check_source="Register van SBB", check_day=MOMENT.date())
    gone = replace(badge, known="declared", confirmed=None, hindrances=("ingetrokken",), questions=())
    page = views.school.SchoolPage(
        frame=FRAME,
        name="Sam de Vries",
        leerbedrijf="Magazijn De Maas",
        leerbedrijf_href="/organisaties/7fq2k9",
        start=MOMENT.date(),
        until=None,
        badges=(badge, unsure, looked, gone),
        hindrances=(),
        is_mbo=True,
        given=(
            views.school.VerklaringRow(
                title="Praktijkverklaring", given=MOMENT.date(), href="/b/z", is_revoked=False
            ),
            views.school.VerklaringRow(
                title="Praktijkverklaring", given=MOMENT.date(), href="/b/q", is_revoked=True
            ),
            views.school.VerklaringRow(
                title="Praktijkverklaring", given=MOMENT.date(), href="/b/r", is_revoked=False, rests=False
            ),
        ),
        read_action="/school/1/verklaring/bekijk",
        key="een",
        back_href="/school",
        collected=(views.school.CollectedWork(title="Maakt ladingen verzendklaar", items=seen[:1]),),
        todo=todo(),
        trainer="Noor Bakker",
        trainer_function="teamleider logistiek",
        done="Het is bevestigd.",
    )
    bare = replace(
        page,
        name=None,
        badges=(),
        collected=(),
        is_mbo=False,
        given=(),
        trainer=None,
        trainer_function=None,
        hindrances=("geen-mandaat", "geen-soort"),
        done=None,
    )
    wrong = tuple(
        views.pieces.Problem(field=each, message=f"Kijk {each} na.") for each in ("bewijs", "dag-mbo")
    )
    row = views.school.SchoolRow(
        name="Sam de Vries", leerbedrijf="Magazijn De Maas", badges=2, waiting=1, answers=1, href="/school/1"
    )
    listed = views.school.SchoolList(
        frame=FRAME,
        organisation="School De Brug",
        rows=(row, replace(row, name=None, waiting=0, rests=False)),
    )
    to_read = views.school.SchoolVerklaring(
        frame=FRAME,
        facts=JUDGED,
        picture=PICTURE,
        giver="Hanneke Vos",
        mandate_by="de directeur",
        mandate_since=MOMENT.date(),
        trainer="Noor Bakker",
        trainer_function="teamleider logistiek",
        awaits_mbo=False,
        mbo_day=MOMENT.date(),
        action="/school/1/verklaring",
        edit_action="/school/1/verklaring/aanpassen",
        hidden=(("bewijs", "1"), ("sleutel", "een")),
    )
    asked = views.school.SchoolAsk(
        frame=FRAME,
        title="Verzamelt en controleert orders",
        leerbedrijf="Magazijn De Maas",
        action="/school/1/vraag/1",
        back_href="/school/1",
    )
    check = views.school.SchoolCheck(
        frame=FRAME,
        title="Verzamelt en controleert orders",
        crebo="25774",
        leerbedrijf="Magazijn De Maas",
        on=MOMENT.date(),
        action="/school/1/erkenning/1",
        back_href="/school/1",
    )
    answer = views.school.QuestionAnswer(
        frame=FRAME,
        school="School De Brug",
        question=QUESTION.question,
        asked=QUESTION.asked,
        badge_href="/gegeven/1",
        action="/vragen/1",
        back_href="/afspraken/1",
    )
    return {
        "school": ("school", listed),
        "school-leeg": ("school", replace(listed, rows=())),
        "school-leerling": ("school-leerling", page),
        "school-leerling-fout": ("school-leerling", replace(page, problems=wrong, typed={"dag-mbo": "ooit"})),
        "school-leerling-niets": ("school-leerling", bare),
        "school-leerling-wacht": ("school-leerling", replace(bare, badges=(unsure, badge))),
        "school-leerling-pro": ("school-leerling", replace(bare, badges=(badge,), hindrances=())),
        "school-verklaring": ("school-verklaring", to_read),
        "school-verklaring-veranderd": (
            "school-verklaring",
            replace(
                to_read,
                facts=replace(JUDGED, name=None),
                trainer=None,
                mbo_day=None,
                awaits_mbo=True,
                changed=CHANGED,
            ),
        ),
        "school-verklaring-niet-nu": (
            "school-verklaring",
            replace(to_read, hindrance=views.pieces.Hindrance(reason="De dienst is op slot.")),
        ),
        "school-vraag": ("school-vraag", asked),
        "school-vraag-fout": ("school-vraag", replace(asked, problems=_wrong("vraag"))),
        "school-erkenning": ("school-erkenning", check),
        "school-erkenning-fout": ("school-erkenning", replace(check, problems=_wrong("bron", "dag"))),
        "vraag-antwoord": ("vraag-antwoord", answer),
        "vraag-antwoord-fout": ("vraag-antwoord", replace(answer, problems=_wrong("antwoord"))),
    }


def _wrong(*fields: str) -> tuple[views.pieces.Problem, ...]:
    return tuple(views.pieces.Problem(field=each, message=f"Kijk {each} na.") for each in fields)
