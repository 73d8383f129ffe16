"""Samples of the pages on which is collected what somebody did."""

from dataclasses import replace

from templates import views
from tests.templates.samples.pieces import FRAME, MOMENT, Sample

TITLE = "Verzamelt en controleert orders"
SENTENCE = "Ik kan bestellingen bij elkaar zoeken en nakijken."


def items() -> tuple[views.evidence.EvidenceItem, ...]:
    """Give one of each, of the recipient and of others."""
    story = views.evidence.EvidenceItem(
        kind="verhaal",
        texts={"actie": "Ik pakte 40 dozen in.\nMet Noor.", "reflectie": "Eerst tellen."},
        on=MOMENT.date(),
        by=None,
        change_href="/afspraken/1/verzameld/1",
        remove_action="/afspraken/1/verzameld/1/weg",
    )
    photo = views.evidence.Photo(href="/afspraken/1/verzameld/2/foto", width=1200, height=1600)
    return (
        story,
        replace(story, kind="foto", texts={"bijschrift": "De dozen"}, photo=photo, change_href=None),
        replace(story, kind="foto", texts={}, photo=photo),
        replace(story, kind="uren", texts={"uren": "7,5", "werk": "inpakken"}, by="Noor Bakker"),
        replace(story, kind="uren", texts={"uren": "8"}, change_href=None, remove_action=None),
        replace(story, kind="notitie", texts={"notitie": "Ging vlot."}, by="Noor Bakker"),
    )


def beside() -> views.evidence.Beside:
    """Give something of each."""
    assessment = views.evidence.AssessmentItem(
        texts={"kennis": "Kent de codes.", "gedrag": "Helpt collega's."},
        independence="zelfstandig",
        on=MOMENT.date(),
        by="Noor Bakker",
        remove_action="/afspraken/1/beoordeeld/1/weg",
    )
    return views.evidence.Beside(
        assessments=(assessment, replace(assessment, independence=None)),
        items=items(),
        href="/afspraken/1/werk/1",
    )


def pages() -> dict[str, Sample]:
    """Give every sample of this kind."""
    kinds = ("verhaal", "foto", "uren", "notitie", "opdracht", "stagebeoordeling")
    page = views.evidence.EvidencePage(
        frame=FRAME,
        name="Sam de Vries",
        is_own=False,
        title=TITLE,
        sentence=SENTENCE,
        below="Logistiek medewerker",
        field="logistiek",
        beside=beside(),
        assess_href="/afspraken/1/beoordeel/1",
        add=tuple(
            views.evidence.EvidenceAdd(kind=each, href=f"/afspraken/1/werk/1/{each}") for each in kinds
        ),
        back_href="/afspraken/1",
        done="Het is bewaard.",
    )
    form = views.evidence.EvidenceForm(
        frame=FRAME,
        kind="verhaal",
        is_own=False,
        title=TITLE,
        sentence=SENTENCE,
        fields=dict.fromkeys(("situatie", "taak", "actie", "resultaat", "reflectie"), 600),
        action="/afspraken/1/werk/1/verhaal",
        about="1:verhaal",
        back_href="/afspraken/1/werk/1",
    )
    nothing = views.evidence.Beside(assessments=(), items=(), href="/afspraken/1/werk/1")
    judging = views.evidence.AssessmentForm(
        frame=FRAME,
        name="Sam de Vries",
        title=TITLE,
        sentence=SENTENCE,
        official="Verzamelt orders in het magazijn.",
        official_href="/werkprocessen/25774/B1-K2-W1/x",
        fields=("kennis", "vaardigheden", "gedrag"),
        beside=beside(),
        action="/afspraken/1/beoordeel/1",
        back_href="/afspraken/1/werk/1",
        most=20_000_000,
        gives=True,
    )
    failing = tuple(
        views.pieces.Problem(field=each, message=f"Kijk {each} na.")
        for each in ("kennis", "foto", "zelfstandigheid", "toch")
    )
    photo = replace(form, kind="foto", fields={"bijschrift": 200}, most=20_000_000)
    wrong = tuple(views.pieces.Problem(field=each, message=f"Kijk {each} na.") for each in ("actie", "toch"))
    no_photo = (views.pieces.Problem(field="foto", message="Dit is een filmpje."),)
    nobody = replace(FRAME, signed_in=None)
    shown = replace(items()[0], is_shown=True, hide_action="/afspraken/1/verzameld/1/geen-school")
    asked = replace(items()[1], show_action="/afspraken/1/verzameld/2/school")
    school = replace(
        page, school="School De Brug", beside=replace(beside(), items=(shown, asked, items()[3]))
    )
    here = "/afspraken/1/verzameld/2"
    photos = tuple(
        replace(items()[1], along=each)
        for each in (
            views.evidence.AlongBadge(state="niet", yes_action=f"{here}/bij-bewijs"),
            views.evidence.AlongBadge(state="mee", no_action=f"{here}/niet-bij-bewijs"),
            views.evidence.AlongBadge(state="te-zien", no_action=f"{here}/niet-bij-bewijs"),
            views.evidence.AlongBadge(state="gestopt"),
        )
    )
    only_seen = tuple(
        replace(each, along=replace(each.along, yes_action=None, no_action=None))
        for each in photos
        if each.along
    )
    return {
        "verzameld-foto-bewijs": ("verzameld", replace(page, beside=replace(beside(), items=only_seen))),
        "verzameld-eigen-foto-bewijs": (
            "verzameld",
            replace(
                page, frame=nobody, is_own=True, assess_href=None, beside=replace(beside(), items=photos)
            ),
        ),
        "verzameld": ("verzameld", page),
        "verzameld-school": ("verzameld", school),
        "verzameld-eigen-school": (
            "verzameld",
            replace(school, frame=nobody, is_own=True, assess_href=None),
        ),
        "verzameld-niets": ("verzameld", replace(page, beside=nothing, sentence=None, done=None)),
        "verzameld-eigen": ("verzameld", replace(page, frame=nobody, is_own=True, assess_href=None)),
        "verzameld-eigen-niets": (
            "verzameld",
            replace(page, frame=nobody, is_own=True, beside=nothing, assess_href=None, done=None),
        ),
        "beoordeel": ("beoordeel", judging),
        "beoordeel-niets": ("beoordeel", replace(judging, beside=nothing, official=None, sentence=None)),
        "beoordeel-fout": (
            "beoordeel",
            replace(
                judging,
                gives=False,
                asks=True,
                typed={"kennis": "onvoldoende", "zelfstandigheid": "zelfstandig", "toch": ""},
                problems=failing,
            ),
        ),
        "verzamel": ("verzamel", form),
        "verzamel-eigen": ("verzamel", replace(form, frame=nobody, is_own=True, sentence=None)),
        "verzamel-fout": (
            "verzamel",
            replace(form, typed={"actie": "x", "toch": ""}, asks=True, problems=wrong),
        ),
        "verzamel-foto": ("verzamel", photo),
        "verzamel-foto-fout": ("verzamel", replace(photo, typed={"bijschrift": "x"}, problems=no_photo)),
        "verzamel-uren": ("verzamel", replace(form, kind="uren", fields={"uren": 10, "werk": 200})),
        "verzamel-notitie": ("verzamel", replace(form, kind="notitie", fields={"notitie": 2_000})),
    }
