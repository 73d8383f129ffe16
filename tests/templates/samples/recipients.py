"""Samples of the pages about who learns at an organisation."""

from dataclasses import replace

from templates import views
from tests.templates.samples.holding import rows
from tests.templates.samples.pieces import FRAME, MOMENT, Sample


def pages() -> dict[str, Sample]:
    """Give every sample of this kind."""
    row = views.recipients.RecipientRow(
        name="Sam de Vries", standing="klopt-niet", reference="2026-17", href="/deelnemers/1"
    )
    several = views.recipients.Recipients(
        frame=FRAME,
        organisation="Magazijn De Maas",
        rows=(
            row,
            replace(row, name="Noor", standing=None, reference=None),
            replace(row, standing="afgesproken", answered=MOMENT.date(), asked=1, unjudged=2),
        ),
        found=3,
        total=3,
        query="",
        action="/deelnemers",
        add_href="/deelnemers/nieuw",
        done="Het is bewaard.",
    )
    form = views.recipients.RecipientForm(
        frame=FRAME, name=None, action="/deelnemers/nieuw", back_href="/deelnemers", typed={"naam": "Sam"}
    )
    fields = ("naam", "ander", "mail", "telefoon", "kenmerk")
    wrong = tuple(views.pieces.Problem(field=each, message=f"Kijk {each} na.") for each in fields)
    one = views.recipients.RecipientPage(
        frame=FRAME,
        name="Sam de Vries",
        channel="mail",
        address="sam@voorbeeld.nl",
        reference="2026-17",
        agreements=(
            views.werkplekprofiel.AfspraakRow(
                standing="afgesproken",
                proposed=MOMENT.date(),
                reached=1,
                total=4,
                href="/afspraken/1",
                unjudged=1,
            ),
        ),
        undelivered=MOMENT.date(),
        agree_href="/deelnemers/1/afspraak",
        change_href="/deelnemers/1/verander",
        remove_href="/deelnemers/1/weg",
        consent_href="/deelnemers/1/toestemming",
        back_href="/deelnemers",
        done="Het is bewaard.",
    )
    lived = replace(
        one,
        timeline=(
            views.recipients.TimelineRow(
                day=MOMENT.date(), what="gegeven", title="Slaat goederen op", href="/gegeven/1"
            ),
            views.recipients.TimelineRow(day=MOMENT.date(), what="voorgesteld"),
        ),
    )
    waits = views.recipients.WaitingRow(href="/afspraken/1", name="Sam de Vries", since=MOMENT.date())
    written = replace(waits, title="Slaat goederen op", by="Noor Bakker")
    waiting = views.recipients.Waiting(
        frame=FRAME,
        held_objections=(
            views.recipients.WaitingRow(
                href="/onderweg/1", name="", since=MOMENT.date(), giver="Noor Bakker"
            ),
        ),
        held=20,
        held_rows=rows(),
        objections=(waits,),
        proposals=(waits, waits),
        drafts=(written,),
        undelivered=(replace(waits, event="gegeven"),),
        questions=(replace(waits, href="/vragen/1", school="School De Brug"),),
        endorsements=(replace(waits, href="/bevestigingen", name="Gemeente Maasdorp", title="Samenwerken"),),
    )
    telling = views.recipients.Telling(
        frame=FRAME,
        action="/organisatie/berichten",
        back_href="/organisatie",
        events=("gegeven", "verloopt"),
        told=("gegeven",),
        done="Het is bewaard.",
    )
    removal = views.recipients.RecipientRemoval(
        frame=FRAME,
        name="Sam de Vries",
        action="/deelnemers/1/weg",
        back_href="/deelnemers/1",
        erase_href="/deelnemers/1/wissen",
    )
    young = views.recipients.ParentConsent(
        frame=FRAME,
        name="Sam de Vries",
        is_young=True,
        agreed=MOMENT.date(),
        how="gesprek",
        withdrawn=None,
        action="/deelnemers/1/toestemming",
        back_href="/deelnemers/1",
        done="Het is genoteerd.",
    )
    no_way = (views.pieces.Problem(field="hoe", message="Kies hoe een ouder het zei."),)
    erasing = views.recipients.RecipientErasing(
        frame=FRAME,
        name="Sam de Vries",
        count=3,
        action="/deelnemers/1/wissen",
        back_href="/deelnemers/1",
    )
    not_asked = (
        views.pieces.Problem(field="gevraagd", message="Zet het vinkje als de deelnemer dit zelf vroeg."),
    )
    return {
        "deelnemers": ("deelnemers", several),
        "deelnemers-gevonden": ("deelnemers", replace(several, rows=(row,), found=1, query="sam", done=None)),
        "deelnemers-niemand": ("deelnemers", replace(several, rows=(), found=0, query="xyz", done=None)),
        "deelnemers-leeg": ("deelnemers", replace(several, rows=(), total=0, done=None)),
        "deelnemer-nieuw": ("deelnemer-gegevens", form),
        "deelnemer-fout": ("deelnemer-gegevens", replace(form, name="Sam de Vries", problems=wrong)),
        "deelnemer": ("deelnemer", one),
        "deelnemer-karig": (
            "deelnemer",
            replace(one, channel="geen", address=None, reference=None, agreements=(), done=None),
        ),
        "deelnemer-weg": ("deelnemer-weg", removal),
        "deelnemer-toestemming": ("deelnemer-toestemming", young),
        "deelnemer-toestemming-nee": (
            "deelnemer-toestemming",
            replace(young, withdrawn=MOMENT.date(), problems=no_way, done=None),
        ),
        "deelnemer-toestemming-vraag": (
            "deelnemer-toestemming",
            replace(young, agreed=None, how=None, done=None),
        ),
        "deelnemer-toestemming-oud": (
            "deelnemer-toestemming",
            replace(young, is_young=False, agreed=None, how=None, done=None),
        ),
        "deelnemer-wissen": ("deelnemer-wissen", erasing),
        "deelnemer-wissen-fout": ("deelnemer-wissen", replace(erasing, count=0, problems=not_asked)),
        "deelnemer-verloop": ("deelnemer", lived),
        "wacht": ("wacht", waiting),
        "wacht-niemand": (
            "wacht",
            views.recipients.Waiting(frame=FRAME, objections=(), proposals=(), drafts=(), undelivered=()),
        ),
        "berichten": ("berichten", telling),
        "berichten-niets": ("berichten", replace(telling, told=(), done=None)),
    }
