"""Samples of the pages about what somebody will learn."""

from dataclasses import replace
from datetime import date

from badges.emblem import Emblem, Shape
from templates import views
from templates.documents.emblems import small
from templates.documents.qr import qr_svg
from tests.templates.samples.pieces import FRAME, MOMENT, Sample

URL = "http://localhost:8000/afspraak/voorbeeldvoorbeeldvoorb"
QR = qr_svg(URL, title="QR-code")

SMALL = small(Emblem(shape=Shape.CIRKEL, colour="groen", letters="SW"))


def _facts() -> views.werkplekprofiel.AfspraakFacts:
    goal = views.werkplekprofiel.GoalRow(
        title="Verzamelt en controleert orders",
        sentence="Ik kan bestellingen bij elkaar zoeken en nakijken.",
        below="Logistiek medewerker",
        field="logistiek",
        badge_href="/gegeven/1",
    )
    return views.werkplekprofiel.AfspraakFacts(
        goals=(
            goal,
            replace(
                goal,
                badge_href=None,
                give_href="/uitreiken/25774/B1-K1-W1?afspraak=1",
                assess_href="/afspraken/1/beoordeel/25774/B1-K1-W1",
                collect_href="/afspraken/1/werk/25774/B1-K1-W1",
            ),
            replace(
                goal,
                badge_href=None,
                give_href="/uitreiken/25774/B1-K1-W2?afspraak=1",
                written_by="Tom Ros",
                written=MOMENT.date(),
                collect_href="/afspraken/1/werk/25774/B1-K1-W2",
                collected=2,
            ),
            replace(goal, badge_href=None, sentence=None),
        ),
        start=MOMENT.date(),
        until=date(2026, 12, 18),
        guidance="Noor Bakker",
        pace="Twee ochtenden in de week.\nRustig beginnen.",
        school="School De Brug",
        received=(
            views.werkplekprofiel.ReceivedRow(
                title="Praktijkverklaring",
                by="School De Brug",
                on=MOMENT.date(),
                href="/b/z",
                field="logistiek",
            ),
            views.werkplekprofiel.ReceivedRow(
                title="Samenwerken",
                by="Magazijn De Maas",
                on=MOMENT.date(),
                href="/b/w",
                field="werk",
                picture=SMALL,
            ),
        ),
    )


def _form() -> dict[str, Sample]:
    option = views.werkplekprofiel.WorkOption(
        value="25774/B1-K2-W1", title="Verzamelt en controleert orders", below="B1-K2-W1", is_chosen=True
    )
    group = views.werkplekprofiel.WorkGroup(
        name="Logistiek medewerker",
        options=(option, replace(option, value="25774/B1-K2-W2", is_chosen=False)),
    )
    form = views.werkplekprofiel.AfspraakForm(
        frame=FRAME,
        name="Sam de Vries",
        is_new=True,
        action="/deelnemers/1/afspraak",
        back_href="/deelnemers/1",
        groups=(group,),
        others=(),
        query="",
        schools={"s2k4b8": "School De Brug"},
    )
    other = replace(option, value="25180/B1-K1-W1", below="Kok", is_chosen=False)
    loss = views.werkplekprofiel.WorkLoss(
        value="25774/B1-K2-W2:0:2:1:1",
        title="Verzamelt en controleert orders",
        plain="Ik kan orders verzamelen.",
        told=0,
        collected=2,
        assessments=1,
        drafts=1,
        is_let_go=False,
    )
    losses = (loss, replace(loss, plain=None, told=1), replace(loss, collected=0, is_let_go=True))
    fields = ("werkproces", "weg", "van", "tot", "begeleiding", "tempo", "school")
    wrong = tuple(views.pieces.Problem(field=each, message=f"Kijk {each} na.") for each in fields)
    typed = {"van": "2026-06-26", "tot": "ooit", "begeleiding": "Noor"}
    return {
        "afspraak-maken": ("afspraak-maken", form),
        "afspraak-maken-zoek": ("afspraak-maken", replace(form, groups=(), others=(other,), query="koken")),
        "afspraak-maken-niets": ("afspraak-maken", replace(form, groups=(group, group), query="strijken")),
        "afspraak-maken-fout": (
            "afspraak-maken",
            replace(form, is_new=False, typed=typed, others=(other,), losses=losses, problems=wrong),
        ),
    }


def pages() -> dict[str, Sample]:
    """Give every sample of this kind."""
    facts = _facts()
    bare = replace(facts, goals=facts.goals[3:], until=None, guidance=None, pace=None)
    trainer = views.werkplekprofiel.Trainer(
        name=None,
        function=None,
        own_name="Noor Bakker",
        name_action="/afspraken/1/naam",
        unname_action="/afspraken/1/geen-naam",
    )
    page = views.werkplekprofiel.Afspraak(
        frame=FRAME,
        name="Sam de Vries",
        facts=facts,
        standing="voorgesteld",
        revision=1,
        url=URL,
        qr=QR,
        look_href="/afspraken/1",
        paper_href="/afspraken/1/papier",
        paper_action="/afspraken/1/papier",
        change_href="/afspraken/1/verander",
        link_action="/afspraken/1/link",
        stop_action="/afspraken/1/stop",
        trainer=trainer,
        back_href="/deelnemers/1",
        typed={"naam": "Sam de Vries"},
        done="De afspraak is klaar om samen te bekijken.",
    )
    agreed = replace(
        page,
        standing="afgesproken",
        agreed=MOMENT.date(),
        agreed_by="telefoon",
        chosen_name="Sam",
        own=(
            views.pieces.OwnBadge(
                name="Samenwerken",
                description="Werkt met anderen.",
                picture=SMALL,
                href="/geven/1?afspraak=1",
            ),
        ),
        objection="Maandag",
        todo=views.pieces.ToDo(
            own=tuple(
                views.pieces.ToDoLine(
                    what=each, title="Verzendt goederen", day=MOMENT.date(), href="/gegeven/1"
                )
                for each in ("bewijs", "onderweg", "met-hulp", "vraag")
            ),
            others=tuple(
                views.pieces.ToDoLine(what=each, crebo="25774", day=MOMENT.date())
                for each in ("erkenning", "lezen")
            ),
            other="School De Brug",
        ),
        questions=(
            views.school.QuestionLine(
                question="Wat deed Sam als een order niet klopte?",
                asked=MOMENT.date(),
                school="School De Brug",
                answer_href="/vragen/1",
            ),
        ),
        trainer=replace(trainer, name="Noor Bakker", function="teamleider logistiek"),
        done=None,
    )
    wrong = tuple(
        views.pieces.Problem(field=each, message=f"Kijk {each} na.") for each in ("naam", "gezien", "functie")
    )
    paper = views.werkplekprofiel.AfspraakPaper(
        frame=FRAME,
        name="Sam de Vries",
        organisation="Magazijn De Maas",
        facts=facts,
        url=URL,
        qr=QR,
        back_href="/afspraken/1",
    )
    answer = views.werkplekprofiel.AfspraakAnswer(
        frame=replace(FRAME, signed_in=None),
        name="Sam de Vries",
        organisation="Magazijn De Maas",
        facts=replace(facts, goals=tuple(replace(each, give_href=None) for each in facts.goals)),
        standing="voorgesteld",
        revision=1,
        url=URL,
        yes_action="/afspraak/x/ja",
        no_action="/afspraak/x/klopt-niet",
    )
    said = views.pieces.Problem(field="wat", message="Kijk dit na.")
    return {
        **_form(),
        "afspraak": ("afspraak", page),
        "afspraak-fout": ("afspraak", replace(page, problems=wrong, typed={"naam": "Sam"})),
        "afspraak-mail": ("afspraak", replace(page, mail="sam@voorbeeld.nl")),
        "afspraak-telefoon": ("afspraak", replace(page, phone="+31612345678")),
        "afspraak-ja": ("afspraak", agreed),
        "afspraak-begeleider": ("afspraak", replace(agreed, gives=False)),
        "afspraak-zonder-naam": ("afspraak", replace(agreed, facts=bare, agreed_by="papier", chosen_name="")),
        "afspraak-klopt-niet": (
            "afspraak",
            replace(page, standing="klopt-niet", objection="Ik werk op maandag niet.", done=None),
        ),
        "afspraak-gestopt": ("afspraak", replace(page, standing="gestopt")),
        "afspraak-papier": ("afspraak-papier", paper),
        "afspraak-lezen": ("afspraak-lezen", answer),
        "afspraak-lezen-ja": (
            "afspraak-lezen",
            replace(answer, standing="afgesproken", chosen_name="", done="Het is bewaard."),
        ),
        "afspraak-lezen-fout": (
            "afspraak-lezen",
            replace(answer, standing="klopt-niet", objection="Maandag", typed={"wat": "x"}, problems=(said,)),
        ),
        "afspraak-lezen-gestopt": ("afspraak-lezen", replace(answer, facts=bare, standing="gestopt")),
    }
