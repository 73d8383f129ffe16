"""Samples of the pages on which somebody shows what he keeps."""

from dataclasses import replace

from templates import views
from templates.documents.qr import qr_svg
from templates.static_files import static_url
from tests.templates.samples.holding import facts_to_be
from tests.templates.samples.pieces import FRAME, MOMENT, Sample


def pages() -> dict[str, Sample]:
    """Give the samples of what is shared."""
    frame, url = replace(FRAME, signed_in=None), "https://bewijs.voorbeeld/d/voorbeeldvoorbeeldvoorb"
    title, issuer = "Verzamelt en controleert orders", "Magazijn De Maas"
    choice = views.sharing.Choice(
        value="1", title=title, issuer=issuer, picture_href=static_url("velden/ict.svg"), is_chosen=True
    )
    form = views.sharing.ShareForm(
        frame=frame,
        action="/mijn-bewijzen/delen",
        back_href="/mijn-bewijzen",
        choices=(choice, replace(choice, value="2", is_chosen=False, is_whole=True)),
        days=(1, 7, 30, 90, 365),
        chosen_days="30",
        chosen_parts=("naam", "verhaal"),
    )
    wrong = tuple(
        views.pieces.Problem(field=each, message=f"Kijk {each} na.")
        for each in ("bewijs", "laat", "dagen", "voor")
    )
    evc = views.sharing.EvcBundle(
        frame=frame,
        action="/mijn-bewijzen/evc/bundel.zip",
        choices=(choice, replace(choice, value="2", picture_href="")),
        back_href="/mijn-bewijzen",
    )
    row = views.sharing.ShareRow(
        href="/mijn-bewijzen/gedeeld/1",
        titles=(title, "Koffie zetten"),
        label="Bakker",
        until=MOMENT.date(),
        is_over=False,
    )
    listed = views.sharing.Shares(
        frame=frame,
        rows=(
            row,
            replace(row, titles=(), label="", is_over=True),
            replace(row, outdated=outdated()[:1]),
            replace(row, outdated=outdated()[-1:]),
        ),
        make_href="/mijn-bewijzen/delen",
        back_href="/mijn-bewijzen",
    )
    made = views.sharing.ShareMade(
        frame=frame,
        titles=(title,),
        label="De bakker op de hoek",
        url=url,
        qr=qr_svg(url, title="QR-code"),
        look_href="/d/voorbeeldvoorbeeldvoorb",
        large_href="/mijn-bewijzen/gedeeld/1/groot",
        back_href="/mijn-bewijzen/gedeeld",
        stop_action="/mijn-bewijzen/gedeeld/1/stop",
        again_href="/mijn-bewijzen/gedeeld/1#van-mij",
        code="123456",
        until=MOMENT.date(),
        parts=("verhaal", "stap"),
        weeks=(
            views.sharing.ShareWeek(monday=MOMENT.date(), count=3),
            views.sharing.ShareWeek(monday=MOMENT.date(), count=1),
        ),
        linkedin_href="https://www.linkedin.com/profile/add?name=x",
        schools=("School De Brug",),
        school_href="/mijn-bewijzen/gedeeld/1/school",
        schools_href="/mijn-bewijzen/scholen",
        sheet_href="/mijn-bewijzen/gedeeld/1/blad.pdf",
        done="Je link is klaar.",
    )
    return {
        **consents(form),
        "delen": ("delen", form),
        "delen-papier": ("delen", replace(form, onward="papier")),
        "delen-fout": ("delen", replace(form, problems=wrong, voor="Bakker")),
        "mijn-evc": ("mijn-evc", evc),
        "mijn-evc-fout": ("mijn-evc", replace(evc, problems=wrong[:1])),
        "mijn-evc-niets": ("mijn-evc", replace(evc, choices=())),
        "delen-niets": ("delen", replace(form, choices=())),
        "gedeeld-weg": ("gedeeld-weg", views.sharing.ShareEnded(frame=frame)),
        "gedeeld": ("gedeeld", listed),
        "gedeeld-niets": ("gedeeld", replace(listed, rows=())),
        "gedeeld-een": ("gedeeld-een", made),
        "gedeeld-een-voorbij": ("gedeeld-een", replace(made, is_over=True, label="", weeks=(), done=None)),
        "gedeeld-een-elders": ("gedeeld-een", replace(made, is_elsewhere=True)),
        "gedeeld-een-geen-school": ("gedeeld-een", replace(made, schools=(), sheet_href=None)),
        "gedeeld-een-leeg": ("gedeeld-een", replace(made, titles=(), schools=(), sheet_href=None)),
        "gedeeld-een-oud": ("gedeeld-een", replace(made, outdated=outdated(), linkedin_href=None)),
        **renewals(),
        "gedeeld-groot": ("gedeeld-groot", made),
        "gedeeld-groot-voorbij": ("gedeeld-groot", replace(made, is_over=True)),
        **passports(),
    }


def outdated() -> tuple[views.sharing.Outdated, ...]:
    """Tell each thing that can have become of what a link shows."""
    better = views.sharing.Outdated(
        title="Verzamelt en controleert orders",
        issuer="Magazijn De Maas",
        becoming="better",
        since=MOMENT.date(),
        href="/mijn-bewijzen/1/nieuwe-versie",
        links=2,
    )
    others = ("not-yet", "not-signed", "not-agreed", "withdrawn")
    return (better, *(replace(better, becoming=each, href="/mijn-bewijzen/1", links=1) for each in others))


def renewals() -> dict[str, Sample]:
    """Give the samples of what is new in a badge."""
    new = facts_to_be()
    link = views.sharing.OldLink(
        value="1",
        href="/mijn-bewijzen/gedeeld/1",
        label="De bakker",
        until=MOMENT.date(),
        becoming="better",
        schools=("School De Brug",),
    )
    group = views.sharing.RenewalGroup(
        old=replace(new, narrative="Sam verzamelde elke ochtend 30 orders.", independence=None, name="Tim"),
        new=new,
        links=(link, replace(link, value="2", label="", schools=(), is_chosen=False)),
    )
    page = views.sharing.Renewal(
        frame=replace(FRAME, signed_in=None),
        title=new.title,
        issuer=new.issuer,
        since=MOMENT.date(),
        action="/mijn-bewijzen/1/nieuwe-versie",
        back_href="/mijn-bewijzen/1",
        groups=(group, replace(group, old=replace(new, awarded=None), links=(link,))),
        stays=tuple(
            replace(link, becoming=each, is_elsewhere=each == "better", href="/mijn-bewijzen/gedeeld/2")
            for each in ("not-signed", "not-agreed", "better")
        ),
    )
    wrong = (views.pieces.Problem(field="link", message="Kies 1 link of meer."),)
    return {
        "nieuwe-versie": ("nieuwe-versie", replace(page, groups=page.groups[:1], stays=())),
        "nieuwe-versie-veel": ("nieuwe-versie", replace(page, problems=wrong)),
        "nieuwe-versie-geen": ("nieuwe-versie", replace(page, groups=(), stays=())),
    }


def consents(form: views.sharing.ShareForm) -> dict[str, Sample]:
    """Give the samples of what a school may take in."""
    asked = views.sharing.ConsentForm(
        frame=form.frame,
        action="/mijn-bewijzen/scholen/nieuw",
        back_href="/mijn-bewijzen/scholen",
        schools=(views.sharing.SchoolChoice(value="7fq2k9", name="School De Brug"),),
        school="7fq2k9",
        choices=form.choices,
        days=form.days,
        chosen_days="30",
        chosen_parts=form.chosen_parts,
    )
    titles = ("Verzamelt en controleert orders",)
    row = views.sharing.ConsentRow(
        school="School De Brug",
        titles=titles,
        until=MOMENT.date(),
        taken=None,
        is_over=False,
        share_href="/mijn-bewijzen/gedeeld/1",
        stop_action="/mijn-bewijzen/scholen/1/stop",
    )
    over = replace(row, titles=(), taken=MOMENT.date(), is_over=True, share_href=None)
    listed = views.sharing.Consents(
        frame=form.frame,
        rows=(row, over),
        new_href="/mijn-bewijzen/scholen/nieuw",
        back_href="/mijn-bewijzen",
        done="Gestopt.",
    )
    wrong = (views.pieces.Problem(field="school", message="Kies een school uit de lijst."),)
    return {
        "school-lezen": ("school-lezen", asked),
        "school-lezen-link": (
            "school-lezen",
            replace(asked, choices=(), titles=titles, until=MOMENT.date(), problems=wrong, school=""),
        ),
        "school-lezen-geen": ("school-lezen", replace(asked, schools=())),
        "school-lezen-niets": ("school-lezen", replace(asked, choices=())),
        "scholen": ("scholen", listed),
        "scholen-geen": ("scholen", replace(listed, rows=(), done=None)),
    }


def passports() -> dict[str, Sample]:
    """Give the samples of several badges on one page."""
    url = "https://bewijs.voorbeeld/d/voorbeeldvoorbeeldvoorb"
    facts = facts_to_be()
    badge = views.sharing.PassportBadge(
        href="/d/voorbeeldvoorbeeldvoorb/1",
        title="Verzamelt en controleert orders",
        judged_by="Magazijn De Maas",
        given_by=None,
        picture_href=static_url("velden/logistiek.svg"),
        awarded=MOMENT.date(),
        sentence="Ik kan bestellingen bij elkaar zoeken en nakijken.",
    )
    skill = views.pieces.SkillOption(
        uri="https://x/1", label="Procedures volgen", plain="volgens afspraak werken"
    )
    whole = views.sharing.Passport(
        frame=replace(FRAME, signed_in=None),
        name=facts.name,
        skills=(
            views.sharing.PassportSkill(skill=skill, count=2),
            views.sharing.PassportSkill(skill=replace(skill, plain=None), count=1),
        ),
        works=("Logistiek medewerker",),
        badges=(
            badge,
            replace(badge, state=views.pieces.State.REVOKED, sentence=None, awarded=None),
            replace(badge, state=views.pieces.State.REPLACED),
        ),
        url=url,
        qr=qr_svg(url, title="QR-code"),
        check_href=f"/controleer?link={url}",
        json_href="/d/voorbeeldvoorbeeldvoorb/bewijs.json",
        pdf_href="/d/voorbeeldvoorbeeldvoorb/bewijs.pdf",
        whose_href="/d/voorbeeldvoorbeeldvoorb/van-wie",
        until=MOMENT.date(),
        opened_action="/d/voorbeeldvoorbeeldvoorb/gezien",
        preview=views.pieces.Preview(title="Skillspaspoort", issuer="", image=None, url=url),
    )
    return {
        "skillspaspoort": ("skillspaspoort", whole),
        "skillspaspoort-weinig": (
            "skillspaspoort",
            replace(whole, name=None, skills=(), works=(), pdf_href=None, preview=None, badges=(badge,)),
        ),
    }
