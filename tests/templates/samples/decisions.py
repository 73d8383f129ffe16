"""The pages on which a school examines and decides."""

from dataclasses import replace
from datetime import date

from templates import views
from tests.templates.samples.pieces import FRAME, MOMENT, Sample
from tests.templates.samples.plans import PART, PROBLEM, WORK


def pages() -> dict[str, Sample]:
    """Give every sample of this kind."""
    return asking() | deciding() | ended() | decided()


DAY = date(2026, 11, 26)
ASKED = views.decisions.RequestRow(
    name="Noor El Amrani",
    title="Proeve Bereiden",
    is_part=True,
    is_advice=False,
    asked=DAY,
    state="open",
    href="/voorstellen/1/verzoek/1",
)
GROUND = views.decisions.GroundOption(
    value="25180/B1-K1-W4 a1",
    title="Bereidt gerechten en componenten",
    judged_by="Eetcafé De Brug",
    judged=DAY,
    why="Crebo, code en de afgesproken tekst zijn gelijk. Volgens: de catalogus.",
    is_whole=True,
)
GONE = replace(GROUND, gone="De uitgever trok dit in op 27 november 2026.")

DECIDED = views.decisions.DecisionRow(
    name="Noor El Amrani",
    title="Proeve Bereiden",
    outcome="vrijstelling",
    state="vast",
    decided=DAY,
    href="/voorstellen/besluiten/1",
)


def asking() -> dict[str, Sample]:
    """Give the samples of a request, and of how a school decides."""
    settings = views.decisions.DecisionSettings(
        frame=FRAME,
        action="/organisatie/examencommissie",
        back_href="/organisatie",
        typed={"commissie": "Examencommissie Horeca", "weken": "2", "vier-ogen": "ja"},
        problems=(replace(PROBLEM, field="clausule"), replace(PROBLEM, field="jaren")),
        done="Het is bewaard.",
    )
    option = views.plans.PlanOption(value="1", title="Kok 2026-2027 (25180), v2")
    work = tuple(replace(each, key=f"25180/{each.code}") for each in WORK)
    form = views.decisions.RequestForm(
        frame=FRAME,
        name="Noor El Amrani",
        plans=(option,),
        plan=option,
        parts=(replace(PART, work=work), replace(PART, code="PVB-2", work=work[:1])),
        requests=(ASKED, replace(ASKED, is_part=False, is_advice=True, state="besloten")),
        choose_action="/voorstellen/1/verzoek",
        action="/voorstellen/1/verzoek",
        plans_href="/voorstellen/examenplannen",
        back_href="/voorstellen/1",
        today=DAY,
        asks_mail=True,
        typed={
            "mail": "noor@voorbeeld",
            "onderdeel": "PVB-1",
            "ingeschreven": "ja",
            "wie": "Noor",
            "datum": "2026-11-26",
        },
        ticked=frozenset({"PVB-1 25180/B1-K1-W4"}),
        problems=(
            replace(PROBLEM, field="onderdeel"),
            replace(PROBLEM, field="ingeschreven"),
            replace(PROBLEM, field="wie"),
            replace(PROBLEM, field="mail"),
        ),
        done="Het staat erbij.",
    )
    choosing = replace(form, plan=None, parts=(), requests=(), problems=(), done=None, typed={})
    return {
        "organisatie-examencommissie": ("organisatie-examencommissie", settings),
        "organisatie-examencommissie-leeg": (
            "organisatie-examencommissie",
            replace(settings, typed={}, problems=(), done=None),
        ),
        "verzoek": ("verzoek", form),
        "verzoek-loopt-al": ("verzoek", replace(form, same=(ASKED,), problems=())),
        "verzoek-kies": ("verzoek", choosing),
        "verzoek-geen-plan": ("verzoek", replace(choosing, plans=())),
    }


def deciding() -> dict[str, Sample]:
    """Give the samples of the form on which an examencommissie decides."""
    whole = views.decisions.WorkToWeigh(
        key="25180/B1-K1-W4",
        code="B1-K1-W4",
        title="Bereidt gerechten en componenten",
        says="Hiervoor is bewijs.",
        options=(GONE, replace(GROUND, value="25180/B1-K1-W4 b2", title=None, judged=None, is_whole=False)),
    )
    opened = replace(whole, key="25180/B1-K1-W5", code="B1-K1-W5", options=(), says="Nog geen bewijs.")
    form = views.decisions.DecisionForm(
        frame=FRAME,
        name="Noor El Amrani",
        title="Proeve Bereiden",
        code="PVB-1",
        plan="Kok 2026-2027, v2",
        asked=DAY,
        asked_by="Noor El Amrani",
        is_advice=False,
        is_part=True,
        is_revision=False,
        may_decide=True,
        work=(whole, opened),
        outcomes=("vrijstelling", "geen-vrijstelling", "meer-bewijs"),
        action="/voorstellen/1/verzoek/1",
        withdraw_action="/voorstellen/1/verzoek/1/hoeft-niet",
        back_href="/voorstellen/1/verzoek",
        today=DAY,
        mail="noor@voorbeeld.nl",
        typed={"mandaat": "Mandaatbesluit 2026", "datum": "2026-11-26", "waarom-25180/B1-K1-W4": "Zelf."},
        ticked=frozenset({GROUND.value}),
        problems=(
            replace(PROBLEM, field="uitkomst"),
            replace(PROBLEM, field="weegt"),
            replace(PROBLEM, field="waarom-25180/B1-K1-W4"),
        ),
    )
    too_late = replace(
        form,
        may_decide=False,
        state="besloten",
        decisions=(DECIDED,),
        withdraw_action=None,
        typed={**form.typed, "motivering": "Noor kan dit.", "leden": "Samira Aydin"},
        problems=(replace(PROBLEM, field="uitkomst"),),
    )
    advice = replace(form, is_advice=True, is_part=False, outcomes=("vraag-aan", "nu-niet"), problems=())
    return {
        "verzoek-besluit": ("verzoek-besluit", form),
        "verzoek-advies": ("verzoek-besluit", replace(advice, ticked=frozenset(), typed={})),
        "verzoek-lezen": (
            "verzoek-besluit",
            replace(form, may_decide=False, is_member=False, problems=()),
        ),
        "verzoek-advies-lezen": (
            "verzoek-besluit",
            replace(advice, may_decide=False, is_member=False),
        ),
        "verzoek-te-laat": ("verzoek-besluit", too_late),
        "besluit-herzien": (
            "verzoek-besluit",
            replace(form, is_revision=True, withdraw_action=None, problems=()),
        ),
        "advies-herzien": (
            "verzoek-besluit",
            replace(advice, is_revision=True, ticked=frozenset(), typed={}),
        ),
    }


def ended() -> dict[str, Sample]:
    """Give the samples of a request on which nobody decides any more."""
    page, form = deciding()["verzoek-te-laat"]
    assert isinstance(form, views.decisions.DecisionForm)
    done, waits = replace(form, typed={}, problems=()), replace(DECIDED, state="wacht")
    return {
        "verzoek-besloten": (page, done),
        "verzoek-wacht": (page, replace(done, decisions=(waits,))),
        "verzoek-advies-gegeven": (page, replace(done, is_advice=True)),
        "verzoek-advies-wacht": (page, replace(done, is_advice=True, decisions=(waits,))),
        "verzoek-hoeft-niet": (page, replace(done, state="hoeft-niet", decisions=())),
    }


def decided() -> dict[str, Sample]:
    """Give the samples of decisions: in the list, for the school, and for the student."""
    weighed = views.decisions.WeighedWork(
        code="B1-K1-W4",
        title="Bereidt gerechten en componenten",
        why="Noor deed dit een jaar lang, zelfstandig.",
        grounds=(replace(GONE, value=""), replace(GROUND, value="", is_whole=False)),
    )
    facts = views.decisions.DecisionFacts(
        is_advice=False,
        outcome="vrijstelling",
        student="Noor El Amrani",
        school="School De Brug",
        kwalificatie="Kok",
        crebo="25180",
        plan="Kok 2026-2027",
        plan_version=2,
        code="PVB-1",
        title="Proeve Bereiden",
        work=WORK,
        is_part=True,
        asked=DAY,
        asked_by="Noor El Amrani",
        commission="Examencommissie Horeca",
        meeting="Vergadering 8",
        mandate="Mandaatbesluit 2026",
        members=("Samira Aydin", "Wim Jansen"),
        motivation="Noor liet in de praktijk zien dat zij dit werk kan.",
        decided=DAY,
        weighed=(weighed,),
        appeal="Ga binnen de termijn in beroep bij de Commissie van Beroep voor de Examens.",
        appeal_weeks=2,
        because="Er kwam een bewijs bij.",
    )
    listed = views.decisions.DecisionList(
        frame=FRAME,
        requests=(ASKED,),
        rows=(DECIDED, replace(DECIDED, state="wacht", outcome="meer-bewijs", is_shaken=True)),
        plans_href="/voorstellen/examenplannen",
        back_href="/voorstellen",
    )
    page = views.decisions.DecisionPage(
        frame=FRAME,
        facts=facts,
        state="vast",
        by="Samira Aydin",
        written=MOMENT,
        confirmed_by="Wim Jansen",
        confirmed=MOMENT,
        given_back=None,
        sequence=41,
        is_bound=True,
        files=(
            views.decisions.KeptFileRow(name="bewijs.json", report_href="/v/1/verslag", href="/v/1"),
            views.decisions.KeptFileRow(
                name="link (bewijs.voorbeeld)", report_href="/v/2/verslag", href=None
            ),
        ),
        is_with_badges=True,
        link="https://bewijs.voorbeeld/besluit/abc",
        revises_href="/voorstellen/besluiten/0",
        newer_href=None,
        waiting_href="/voorstellen/besluiten/2",
        confirm_action=None,
        give_back_action=None,
        revise_href="/voorstellen/besluiten/1/herzien",
        back_href="/voorstellen/besluiten",
        typed={},
        done="Het staat vast.",
    )
    waits = replace(
        page,
        state="wacht",
        confirmed_by=None,
        confirmed=None,
        link=None,
        waiting_href=None,
        revise_href=None,
        confirm_action="/voorstellen/besluiten/1/bevestig",
        give_back_action="/voorstellen/besluiten/1/terug",
        typed={"waarom": "Nee."},
        problems=(replace(PROBLEM, field="tweede"), replace(PROBLEM, field="waarom")),
        done=None,
    )
    plain = replace(
        facts,
        is_advice=True,
        outcome="vraag-aan",
        is_part=False,
        meeting="",
        mandate="",
        weighed=(),
        appeal=None,
        appeal_weeks=0,
        because=None,
    )
    own = views.decisions.OwnDecisionPage(
        frame=FRAME, facts=facts, newer_href="/besluit/def", newer_on=date(2026, 11, 20)
    )
    return {
        "besluiten": ("besluiten", listed),
        "besluiten-leeg": ("besluiten", replace(listed, requests=(), rows=())),
        "besluit": ("besluit", page),
        "besluit-wacht": ("besluit", waits),
        "besluit-vervangen": (
            "besluit",
            replace(
                page,
                state="vervangen",
                newer_href="/voorstellen/besluiten/2",
                newer_on=date(2026, 11, 20),
                link=None,
                is_bound=False,
            ),
        ),
        "besluit-teruggegeven": (
            "besluit",
            replace(waits, state="teruggegeven", given_back="De datum klopt niet.", problems=(), facts=plain),
        ),
        "besluit-lezen": ("besluit-lezen", own),
        "besluit-te-laat": ("besluit", replace(page, facts=replace(facts, appeal_ended=date(2026, 7, 15)))),
        "besluit-lezen-te-laat": (
            "besluit-lezen",
            replace(own, facts=replace(facts, appeal_ended=date(2026, 7, 15)), newer_href=None),
        ),
        "besluit-lezen-vast": ("besluit-lezen", replace(own, newer_href=None)),
        "besluit-geschud": ("besluit", replace(page, is_shaken=True)),
        "besluit-wacht-geschud": ("besluit", replace(waits, is_shaken=True)),
        "besluit-advies": (
            "besluit",
            replace(page, is_shaken=True, facts=replace(plain, because="Er kwam meer.")),
        ),
        "besluit-lezen-advies": ("besluit-lezen", replace(own, facts=plain, newer_href=None)),
    }
