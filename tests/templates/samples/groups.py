"""Samples of the pages on which a whole group is given."""

from dataclasses import replace

from templates import views
from templates.documents.qr import qr_svg
from tests.templates.samples.pieces import FRAME, MOMENT, Sample

TYPED = {
    "naam": "Sam de Vries",
    "kenmerk": "2026-17",
    "crebo": "25774",
    "werkproces": "B1-K2-W1",
    "van": "5-1-2026",
    "tot": "morgen",
    "toelichting": "Sam verzamelde elke ochtend 40 orders.",
    "mail": "sam@voorbeeld.nl",
    "telefoon": "",
}
INDEPENDENCES = ("met hulp", "zelfstandig", "kan het anderen uitleggen")


def pages() -> dict[str, Sample]:
    """Give every sample of this kind."""
    row = views.groups.GroupRow(
        name="Klas A", state="klaar", done=12, total=12, created=MOMENT.date(), href="/groepen/1"
    )
    several = views.groups.Groups(
        frame=FRAME,
        rows=(row, replace(row, state="concept", total=1)),
        new_href="/groepen/nieuw",
        done="De lijst is weg.",
    )
    option = views.werkplekprofiel.WorkOption(
        value="25774/B1-K2-W1", title="Verzamelt orders", below="25774/B1-K2-W1", is_chosen=True
    )
    form = views.groups.GroupForm(
        frame=FRAME,
        action="/groepen/nieuw",
        back_href="/groepen",
        example_href="/groepen/nieuw/voorbeeld.xlsx",
        works=(views.werkplekprofiel.WorkGroup(name="Logistiek medewerker", options=(option,)),),
        independences=INDEPENDENCES,
        typed={"titel": "Klas A", "zelfstandigheid": "zelfstandig"},
    )
    wrong = tuple(
        views.pieces.Problem(field=each, message=f"Kijk {each} na.")
        for each in ("bestand", "titel", "van", "tot")
    )
    line = views.groups.GroupLine(
        place=3,
        number=5,
        name="Sam de Vries",
        reference="2026-17",
        work="25774/B1-K2-W1",
        state="geweigerd",
        typed=TYPED,
    )
    columns = (*TYPED, "zelfstandigheid", "ander")
    troubled = replace(
        line,
        asks_for_namesake=True,
        problems=(
            *(views.pieces.Problem(field=f"{each}-3", message=f"Kijk {each} na.") for each in columns),
            views.pieces.Problem(field="-3", message="Deze rij is al gegeven."),
        ),
    )
    page = views.groups.GroupPage(
        frame=FRAME,
        name="Klas A",
        state="concept",
        done=0,
        left=3,
        aside=0,
        counts=views.groups.GroupCounts(to_give=2, before=3, to_read=1, strangers=2),
        wrong=(),
        lines=(
            replace(line, state="open", notices=("Sam kreeg hier al 2 bewijzen.",)),
            replace(line, name="", reference="", state="overgeslagen"),
        ),
        action="/groepen/1",
        may_give=True,
        back_href="/groepen",
        independences=INDEPENDENCES,
        next_href="/groepen/1?pagina=1#rijen",
    )
    done = replace(
        page,
        state="klaar",
        counts=views.groups.GroupCounts(given=2, already=1, held=2),
        lines=(
            replace(
                line,
                state="ingetrokken",
                href="/gegeven/1",
                sentence="Ik kan bestellingen bij elkaar zoeken en nakijken.",
            ),
        ),
        withdraw_href="/groepen/1/intrekken",
        previous_href="/groepen/1?pagina=0#rijen",
        is_done="Het is bewaard.",
        unread=(
            "De kolom ‘toelichtng’ lezen wij niet. Bedoel je ‘toelichting’?",
            "Deze kolommen kennen wij: naam.",
        ),
    )
    card = views.groups.GroupCard(
        name="Sam de Vries",
        title="Verzamelt orders",
        url="https://bewijs.voorbeeld/b/x",
        qr=qr_svg("https://bewijs.voorbeeld/b/x", title="QR-code"),
    )
    cards = views.groups.GroupCards(
        frame=FRAME,
        name="Klas A",
        organisation="Magazijn De Maas",
        cards=(
            card,
            replace(card, name=""),
            replace(card, waits=True),
            replace(card, waits=True, until=MOMENT),
        ),
        waiting=2,
        back_href="/groepen/1",
        previous_href="/groepen/1/kaartjes?pagina=0",
        next_href="/groepen/1/kaartjes?pagina=2",
    )
    withdrawal = views.groups.GroupWithdrawal(
        frame=FRAME,
        name="Klas A",
        count=2,
        waiting=1,
        action="/groepen/1/intrekken",
        back_href="/groepen/1",
        reasons=("vergissing", "op-verzoek", "anders"),
    )
    reason = views.pieces.Problem(field="reden", message="Kies waarom je het intrekt.")
    faulty = replace(
        page,
        wrong=(troubled,),
        counts=views.groups.GroupCounts(wrong=41, to_give=1),
        left_out=views.groups.LeftOut(rows=((5, "Sam de Vries"), (6, "")), more=39),
        skipped=views.groups.LeftOut(rows=((7, "Noa Jansen"),), more=1),
    )
    return {
        "groepen": ("groepen", several),
        "groepen-leeg": ("groepen", replace(several, rows=(), done=None)),
        "groep-nieuw": ("groep-nieuw", form),
        "groep-nieuw-fout": ("groep-nieuw", replace(form, problems=wrong)),
        "groep": ("groep", page),
        "groep-fout": ("groep", faulty),
        "groep-niets-nieuws": ("groep", replace(page, counts=views.groups.GroupCounts(before=3))),
        "groep-alleen-lezen": ("groep", replace(page, may_give=False)),
        "groep-bezig": ("groep", replace(page, state="bezig", done=1, left=2, aside=2)),
        "groep-gestopt": ("groep", replace(page, state="gestopt", stopped="Je mag dit niet (meer).")),
        "groep-klaar": ("groep", done),
        "groep-kaartjes": ("groep-kaartjes", cards),
        "groep-intrekken": ("groep-intrekken", withdrawal),
        "groep-intrekken-fout": (
            "groep-intrekken",
            replace(withdrawal, count=0, waiting=2, problems=(reason,)),
        ),
    }
