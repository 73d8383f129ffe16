"""Samples of the pages on which an organisation designs badges of its own."""

from dataclasses import fields, replace

from badges.emblem import Emblem, Shape
from issuers.badgeklassen.starters import STARTERS
from templates import views
from templates.documents.emblems import small
from tests.templates.samples.pieces import AFTER_POST, FRAME, MOMENT, PICTURE, SKILLS, STOPPED, Sample

TYPED = {
    each.name: getattr(STARTERS["samenwerken"], each.name)
    for each in fields(STARTERS["samenwerken"])
    if each.name != "vaardigheden"
}
SMALL = small(Emblem(shape=Shape.CIRKEL, colour="groen", letters="VCA"))
STEPS = (
    views.badgeklassen.DesignStep(level="beginner", criteria="Je doet jouw deel."),
    views.badgeklassen.DesignStep(level="expert", criteria="Je zorgt dat de groep goed samenwerkt."),
)


def pages() -> dict[str, Sample]:
    """Give every sample of this kind."""
    several = views.badgeklassen.Designs(
        frame=FRAME,
        organisation="Magazijn De Maas",
        rows=(
            views.badgeklassen.DesignRow(
                name="Samenwerken", picture=SMALL, standing="nieuwe-versie", href="/badgeklassen/ontwerp/1"
            ),
        ),
        starters=(
            views.badgeklassen.Starter(
                name="Op tijd komen",
                description="Je bent er op tijd.",
                picture=SMALL,
                action="/badgeklassen/voorbeeld/op-tijd-komen",
            ),
        ),
        new_href="/badgeklassen/ontwerp/nieuw",
        endorsements_href="/bevestigingen",
        unanswered=2,
        done="Het concept is weg.",
    )
    form = views.badgeklassen.DesignForm(
        frame=FRAME,
        name=None,
        action="/badgeklassen/ontwerp/nieuw",
        look_action="/badgeklassen/ontwerp/nieuw/kijk",
        back_href="/badgeklassen",
        typed=TYPED,
        chosen_skills=(SKILLS[0].uri,),
        skills=SKILLS,
        picture=PICTURE,
    )
    wrong = tuple(
        views.pieces.Problem(field=each, message=f"Kijk {each} na.") for each in (*TYPED, "vaardigheid")
    )
    page = views.badgeklassen.DesignPage(
        frame=FRAME,
        name="Samenwerken",
        ask_url="https://bewijs.voorbeeld/badgeklassen/abcd2345/bevestigen",
        picture=PICTURE,
        standing="nieuwe-versie",
        description="Je werkt goed samen.",
        criteria="Wij zagen dit een paar keer.",
        steps=STEPS,
        skills=SKILLS,
        leervorm="informeel leren",
        kind="Competency",
        months="24",
        work="25774/B1-K2-W1",
        has_english=True,
        change_href="/badgeklassen/ontwerp/1/verander",
        copy_action="/badgeklassen/ontwerp/1/kopie",
        back_href="/badgeklassen",
        versions=(
            views.badgeklassen.DesignVersionRow(
                number=1, published=MOMENT.date(), href="/badgeklassen/3m8x1d"
            ),
        ),
        publish_action="/badgeklassen/ontwerp/1/publiceer",
        discard_action="/badgeklassen/ontwerp/1/weg",
        archive_action="/badgeklassen/ontwerp/1/wegleggen",
        restore_action="/badgeklassen/ontwerp/1/terughalen",
        give_href="/geven/1",
        revealing="statushouders",
        done="Het is bewaard.",
    )
    bare = replace(
        page,
        name="",
        picture=None,
        standing="concept",
        description="",
        criteria="",
        steps=(),
        skills=(),
        months="",
        work="",
        has_english=False,
        versions=(),
        publish_action=None,
        archive_action=None,
        restore_action=None,
        give_href=None,
        unfinished=wrong[:2],
        revealing=None,
        hindrance=STOPPED,
        done=None,
    )
    giving = views.badgeklassen.OwnBadgeForm(
        frame=FRAME,
        name="Samenwerken",
        description="Je werkt goed samen.",
        criteria="Wij zagen dit een paar keer.",
        picture=SMALL,
        steps=STEPS,
        action="/geven/1/bekijk",
        back_href="/uitreiken",
        today=MOMENT.date(),
        people=("Sam de Vries", "Noor"),
        typed=dict.fromkeys(("naam", "zin", "van", "tot", "stap", "rol"), ""),
    )
    said = dict(giving.typed) | {"naam": "Sam", "stap": "expert", "rol": "stagiair", "van": "31 februari"}
    problems = tuple(views.pieces.Problem(field=each, message=f"Kijk {each} na.") for each in said)
    endorsing = views.badgeklassen.EndorseForm(
        frame=FRAME,
        name="Samenwerken",
        owner="Magazijn De Maas",
        organisation="Gemeente Maasdorp",
        action="/badgeklassen/3m8x1d/bevestigen",
        back_href="/badgeklassen/3m8x1d",
    )
    endorsed = views.badgeklassen.EndorsementRow(
        by="Gemeente Maasdorp",
        title="Samenwerken",
        title_href="/badgeklassen/3m8x1d",
        comment="Hier letten wij ook op.",
        on=MOMENT.date(),
        href="/b/3m8x1d",
        action="/bevestigingen/1",
        answer=None,
    )
    endorsements = views.badgeklassen.Endorsements(
        frame=FRAME,
        rows=(endorsed, replace(endorsed, answer="laat-zien"), replace(endorsed, answer="liever-niet")),
        back_href="/badgeklassen",
        done="Het staat nu bij de badge.",
    )
    return {
        "bevestigingen": ("bevestigingen", endorsements),
        "bevestigingen-niemand": ("bevestigingen", replace(endorsements, rows=(), done=None)),
        "badge-bevestigen": ("badge-bevestigen", endorsing),
        "badge-bevestigen-fout": (
            "badge-bevestigen",
            replace(
                endorsing,
                frame=AFTER_POST,
                said="Ja.",
                problems=(views.pieces.Problem(field="zin", message="Kijk zin na."),),
                hindrance=STOPPED,
            ),
        ),
        "badges-ontwerpen": ("badges-ontwerpen", several),
        "badges-ontwerpen-leeg": ("badges-ontwerpen", replace(several, rows=(), unanswered=0, done=None)),
        "badge-ontwerp": ("badge-ontwerp", form),
        "badge-ontwerp-fout": (
            "badge-ontwerp",
            replace(
                form,
                frame=AFTER_POST,
                name="Samenwerken",
                typed=TYPED | {"kleur": "eigen", "teken": "eigen", "naam_en": "x", "werkproces": "x"},
                picture=None,
                problems=wrong,
            ),
        ),
        "badge-ontwerp-arm": (
            "badge-ontwerp",
            replace(form, typed=dict.fromkeys(TYPED, ""), chosen_skills=(), skills=()),
        ),
        "badge-ontwerp-bekijk": ("badge-ontwerp-bekijk", page),
        "badge-ontwerp-bekijk-arm": ("badge-ontwerp-bekijk", bare),
        "badge-ontwerp-te-geven": ("badge-ontwerp-bekijk", replace(page, publish_action=None)),
        "badge-geven": ("badge-geven", giving),
        "badge-geven-fout": (
            "badge-geven",
            replace(
                giving,
                frame=AFTER_POST,
                typed=said,
                problems=problems,
                hindrance=STOPPED,
                corrects=views.pieces.Corrects(title="Samenwerken", awarded=MOMENT.date()),
            ),
        ),
        "badge-geven-arm": ("badge-geven", replace(giving, steps=())),
    }
