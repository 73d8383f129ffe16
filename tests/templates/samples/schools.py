"""The pages on which a school takes badges in and reads a proposal."""

from dataclasses import replace
from datetime import date

from templates import views
from templates.arches import stones
from tests.templates.samples.decisions import ASKED, DECIDED
from tests.templates.samples.pieces import FRAME, MOMENT, Sample

PROBLEM = views.pieces.Problem(field="bestand", message="Kies een of meer bestanden met een bewijs.")
NEAR = views.proposals.NearRow(
    code="C0021", title="Koken in de horeca", shown=3, partly=1, of=11, href="/voorstellen/1/voorstel"
)
SOURCE = views.proposals.Source(
    name="Talland College, OER cohort 2025-2026",
    made=date(2026, 11, 22),
    href="https://github.com/cedanl/samenwijzer/blob/db4becc/oeren/25180.pdf",
    exact="github.com/cedanl/samenwijzer@db4beccc94bf30ed15797a2c5b2c514efcc7f0bc (MIT) oeren/25180.pdf "
    "(Talland College, OER cohort 2025-2026) (editie 2026-11-22, tekst 6260f42fb4dd)",
)
SUPPORT = views.proposals.ProposalSupport(
    title="Bereidt gerechten en componenten",
    judged_by="Eetcafé De Brug",
    judged=date(2026, 5, 14),
    ago="6 maanden geleden",
    grounds=("Het ging zelfstandig.", "De uitgever was op die dag een erkend leerbedrijf."),
    rule="Dezelfde tekst",
    why="Crebo, code en de afgesproken tekst zijn gelijk. Volgens: de catalogus.",
    says="Crebo, code en de afgesproken tekst zijn gelijk.",
    source=SOURCE,
    is_whole=True,
    did=("Noor maakte elke ochtend de soep en de sauzen.\nZij proefde zelf.",),
    starts=date(2026, 1, 5),
    ends=date(2026, 5, 14),
    photos=("https://bewijs.voorbeeld/foto/abc",),
)


def kerntaak() -> views.proposals.ProposalKerntaak:
    """Give a kerntaak with a line of each kind."""
    whole = views.proposals.ProposalLine(
        code="B1-K1-W4",
        title="Bereidt gerechten en componenten",
        state="full",
        supports=(SUPPORT, replace(SUPPORT, judged=None, ago=None, title=None)),
        needed=(),
    )
    part = replace(
        whole, code="B1-K1-W5", state="part", supports=(SUPPORT,), needed=("Een bewijs zonder hulp.",)
    )
    opened = replace(
        whole,
        code="B1-K1-W6",
        state="open",
        supports=(),
        needed=("Een bewijs.",),
        link_href="/voorstellen/1/koppel",
    )
    return views.proposals.ProposalKerntaak(
        code="B1-K1",
        title="Bereidt gerechten",
        stones=stones(["full", "part", "open"]),
        shown=1,
        partly=1,
        open=1,
        lines=(whole, part, opened),
    )


TARGETS = (
    views.proposals.TargetGroup(
        kind="mbo-certificaat",
        options=(views.proposals.TargetOption(value="C0021", title="Koken in de horeca"),),
    ),
)


NO_SEARCH = views.candidates.CandidateSearch(
    action="/voorstellen/zoek",
    whole_href="/voorstellen",
    zoek="",
    groep="",
    stand="",
    volgorde="",
    orders=("naam", "datum", "wacht"),
    groups=(),
    group=None,
    group_href=None,
    all_href="/voorstellen",
    count=0,
    waiting=(),
)


def overview() -> views.candidates.CandidateList:
    """Give the list of people, with somebody of each kind in it."""
    toward = views.proposals.TowardRow(
        title="Koken in de horeca",
        code="C0021",
        group="Kok 2026",
        stones=stones(["full", "part", "open"]),
        shown=1,
        partly=1,
        of=3,
        href="/voorstellen/1/voorstel?doel=C0021",
    )
    noor = views.candidates.CandidateRow(
        name="Noor El Amrani",
        badges=3,
        last=date(2026, 6, 26),
        waits="bekijken",
        href="/voorstellen/1",
        toward=(toward, replace(toward, partly=0, of=0)),
    )
    return views.candidates.CandidateList(
        frame=FRAME,
        organisation="School De Brug",
        action="/voorstellen",
        rows=(
            noor,
            replace(noor, name="Tim Bos", waits="naam", badges=1, toward=()),
            replace(noor, name="Sam de Vries", badges=0, last=None, waits="bewijzen", toward=()),
            replace(noor, name="Bo", badges=0, waits="bewijzen", toward=()),
        ),
        search=views.candidates.CandidateSearch(
            action="/voorstellen/zoek",
            whole_href="/voorstellen",
            zoek="",
            groep="1",
            stand="bekijken",
            volgorde="naam",
            orders=("naam", "datum", "wacht"),
            groups=(views.proposals.TargetOption(value="1", title="Kok 2026"),),
            group="Kok 2026",
            group_href="/voorstellen/groepen/1",
            all_href="/voorstellen?groep=1",
            count=3,
            waiting=(
                views.candidates.WaitingCount(waits="bekijken", count=1, href="/voorstellen?stand=bekijken"),
            ),
        ),
        groups_href="/voorstellen/groepen",
        csv_action="/voorstellen.csv",
        xlsx_action="/voorstellen.xlsx",
        page=2,
        pages=3,
        typed="Noor",
        problems=(replace(PROBLEM, field="naam"),),
        done="Alles over deze persoon is weg.",
    )


def groups() -> dict[str, Sample]:
    """Give the pages of the groups of a school."""
    row = views.cohorts.CohortRow(
        name="Kok 2026",
        code="C0021",
        title="Koken in de horeca",
        members=2,
        href="/voorstellen?groep=1",
        change_href="/voorstellen/groepen/1",
    )
    gone = replace(row, code="C9999", title=None, members=0)
    form = views.cohorts.CohortForm(
        action="/voorstellen/groepen", name="Kok", target="C0021", targets=TARGETS
    )
    several = views.cohorts.CohortList(
        frame=FRAME,
        rows=(row, gone, replace(row, members=1)),
        form=form,
        back_href="/voorstellen",
        problems=(replace(PROBLEM, field="naam"), replace(PROBLEM, field="doel")),
        done="De groep is weg.",
    )
    one = views.cohorts.CohortPage(
        frame=FRAME,
        row=row,
        form=form,
        is_changing=True,
        people_action="/voorstellen/groepen/1/mensen",
        typed="Noor El Amrani",
        answers=("dezelfde", "anderen"),
        answer="dezelfde",
        remove_action="/voorstellen/groepen/1/weg",
        back_href="/voorstellen/groepen",
        problems=tuple(replace(PROBLEM, field=each) for each in ("namen", "al")),
        done="De groep is veranderd.",
    )
    bare = replace(one, row=gone, is_changing=False, answers=(), problems=(), done=None)
    return {
        "voorstel-groepen": ("voorstel-groepen", several),
        "voorstel-groepen-leeg": (
            "voorstel-groepen",
            replace(several, rows=(), problems=(), done=None),
        ),
        "voorstel-groep": ("voorstel-groep", one),
        "voorstel-groep-leeg": ("voorstel-groep", bare),
    }


def pages() -> dict[str, Sample]:
    """Give every sample of this kind."""
    listed = overview()
    counts = views.proposals.TakenBadge(title="Kookt", issuer="Eetcafé De Brug", name=None, says=None)
    other = replace(counts, name="Tim Bos", says="Er staat een andere naam in.")
    file = views.candidates.TakenFileRow(
        name="bewijs.png",
        at=MOMENT,
        badges=(counts, other),
        report_href="/voorstellen/1/bestand/1",
        drop_action="/voorstellen/1/bestand/1/weg",
        same_action="/voorstellen/1/bestand/1/zelfde",
        is_same=False,
    )
    person = views.candidates.CandidatePage(
        frame=FRAME,
        name="Noor El Amrani",
        files=(
            file,
            replace(file, name="oud.json", same_action=None, is_same=True, until=date(2026, 12, 31)),
        ),
        counts=2,
        take_action="/voorstellen/1/bestanden",
        propose_action="/voorstellen/1/voorstel",
        targets=TARGETS,
        near=(NEAR,),
        cohorts=(views.cohorts.CohortChoice(value="1", name="Kok 2026", is_chosen=True),),
        cohorts_action="/voorstellen/1/groepen",
        toward=(
            views.cohorts.CohortRow(
                name="Kok 2026",
                code="C0021",
                title="Koken in de horeca",
                members=2,
                href="/voorstellen/1/voorstel?doel=C0021",
                change_href="/voorstellen/groepen/1",
            ),
        ),
        remove_action="/voorstellen/1/weg",
        back_href="/voorstellen",
        rested=(
            views.candidates.RestedRow(
                name="besluit.json",
                at=MOMENT,
                until=date(2031, 7, 1),
                report_href="/voorstellen/1/besluit/1",
                decisions=(
                    views.candidates.RestingDecision(
                        title="Orders verzamelen",
                        decided=date(2026, 11, 20),
                        state="vast",
                        href="/voorstellen/besluiten/2",
                    ),
                    views.candidates.RestingDecision(
                        title="Orders verzamelen",
                        decided=date(2026, 7, 1),
                        state="vervangen",
                        href="/voorstellen/besluiten/1",
                    ),
                ),
            ),
            views.candidates.RestedRow(
                name="ander.json", at=MOMENT, until=None, report_href="/voorstellen/1/besluit/2"
            ),
        ),
        request_href="/voorstellen/1/verzoek",
        requests=(ASKED,),
        decisions=(DECIDED,),
        problems=(PROBLEM,),
        done="De bestanden zijn nagekeken.",
    )
    proposal = views.proposals.ProposalPage(
        frame=FRAME,
        name="Noor El Amrani",
        code="C0021",
        title="Koken in de horeca",
        kind="mbo-certificaat",
        kerntaken=(kerntaak(), replace(kerntaak(), code="B1-K2", title="Beheert keukenvoorraden")),
        is_whole=True,
        source=views.proposals.Source(name="de OER van een school"),
        rules="1",
        ended="2026-07-31",
        remarks=("Of dit alle werkprocessen zijn, weten wij niet.",),
        hints=("Het bewijs noemt deze opleiding, maar geen werkproces.",),
        unknown=("Bij welk dossier 25180 hoort, weten wij niet.",),
        aside=(other,),
        near=(NEAR,),
        links=(
            views.proposals.LinkRow(
                werkproces="25180/B1-K1-W6",
                reason="Hetzelfde werk.",
                by="Hanneke Vos",
                on=date(2026, 11, 22),
                drop_action="/voorstellen/1/koppel/1/weg",
            ),
        ),
        done="Het bewijs is gekoppeld.",
        pdf_href="/voorstellen/1/voorstel.pdf?doel=C0021",
        json_href="/voorstellen/1/voorstel.json?doel=C0021",
        pack_action="/voorstellen/1/pakket?doel=C0021",
        request_href="/voorstellen/1/verzoek",
        requests=(ASKED,),
        decisions=(DECIDED,),
        next=views.proposals.NextPerson(
            name="Sam de Vries", group="Kok 2026", href="/voorstellen/2/voorstel?doel=C0021"
        ),
        back_href="/voorstellen/1",
    )
    linking = views.proposals.LinkForm(
        frame=FRAME,
        name="Noor El Amrani",
        code="25180/B1-K1-W6",
        title="Maakt werkruimtes, gereedschappen en machines in de keuken schoon",
        kwalificatie="Kok",
        badges=(views.proposals.TargetOption(value="1", title="Kookt · Eetcafé De Brug"),),
        action="/voorstellen/1/koppel",
        back_href="/voorstellen/1/voorstel?doel=C0021",
        chosen="1",
        typed="Hetzelfde werk.",
        problems=(replace(PROBLEM, field="reden"),),
    )
    bare = replace(
        proposal, kerntaken=(), ended=None, remarks=(), hints=(), unknown=(), aside=(), near=(), links=()
    )
    return {
        "voorstellen": ("voorstellen", listed),
        "voorstellen-leeg": (
            "voorstellen",
            replace(listed, rows=(), search=NO_SEARCH, typed="", problems=(), done=None),
        ),
        "voorstellen-niemand": ("voorstellen", replace(listed, rows=(), problems=(), done=None)),
        **groups(),
        "voorstel-persoon": ("voorstel-persoon", person),
        "voorstel-persoon-leeg": (
            "voorstel-persoon",
            replace(person, files=(), near=(), counts=0, problems=(), done=None),
        ),
        "voorstel": ("voorstel", proposal),
        "voorstel-onbekend": ("voorstel", replace(bare, done=None)),
        "voorstel-koppel": ("voorstel-koppel", linking),
        "voorstel-koppel-leeg": ("voorstel-koppel", replace(linking, badges=(), typed="", problems=())),
    }
