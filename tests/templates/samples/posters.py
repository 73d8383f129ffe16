"""Samples of the pages of a poster at the workplace."""

from dataclasses import replace
from datetime import date

from templates import views
from tests.templates.samples.pieces import FRAME, PLAIN, QR, URL, Sample

DAY = date(2026, 6, 26)
OPTION = views.werkplekprofiel.WorkOption(
    value="25774/B1-K2-W1",
    title="Verzamelt en controleert orders",
    below="Logistiek medewerker",
    is_chosen=True,
    plain="Ik kan bestellingen bij elkaar zoeken en nakijken.",
)


def pages() -> dict[str, Sample]:
    """Give every sample of this kind."""
    scanned = views.posters.Scanned(
        frame=PLAIN,
        organisation="Magazijn De Maas",
        place="Magazijn",
        action="/werk/x",
        options=(OPTION, replace(OPTION, value="25774/B1-K1-W1", plain=None, is_chosen=False)),
        today=DAY,
    )
    fields = ("werkproces", "naam", "wat", "dag")
    wrong = tuple(views.pieces.Problem(field=each, message=f"Kijk {each} na.") for each in fields)
    saying = views.posters.SayingRow(
        name="Sam",
        text="Ik verzamelde 40 orders.",
        title="Verzamelt en controleert orders",
        day=DAY,
        place="Magazijn",
        give_href="/uitreiken/1",
        away_action="/posters/gezegd/1/weg",
        learners=(
            views.issuing.PersonOption(href="/u?afspraak=1", name="Sam de Vries", reference="2026-17"),
            views.issuing.PersonOption(href="/u?afspraak=2", name="Noor"),
        ),
    )
    row = views.posters.PosterRow(
        href="/posters/1", name="Magazijn", until=DAY, is_open=True, stop_action="/posters/1/stop"
    )
    posters = views.posters.Posters(
        frame=FRAME,
        sayings=(saying, replace(saying, name="Noor", learners=())),
        posters=(row, replace(row, name="Kantine", is_open=False)),
        add_href="/posters/nieuw",
        done="Het is weggehaald.",
    )
    form = views.posters.PosterForm(
        frame=FRAME,
        action="/posters/nieuw",
        back_href="/posters",
        groups=(views.werkplekprofiel.WorkGroup(name="Logistiek medewerker", options=(OPTION,)),),
        terms=("1-maand", "1-jaar"),
    )
    poster = views.posters.PosterPage(
        frame=FRAME,
        organisation="Magazijn De Maas",
        place="Magazijn",
        url=URL,
        qr=QR,
        work=("Verzamelt en controleert orders", "Slaat goederen op"),
        until=DAY,
        is_open=True,
        back_href="/posters",
    )
    return {
        "werk": ("werk", scanned),
        "werk-klaar": ("werk", replace(scanned, is_done=True)),
        "werk-fout": ("werk", replace(scanned, typed={"dag": "gisteren"}, problems=wrong)),
        "posters": ("posters", posters),
        "posters-leeg": ("posters", replace(posters, sayings=(), posters=(), done=None)),
        "poster-nieuw": ("poster-nieuw", form),
        "poster-fout": (
            "poster-nieuw",
            replace(
                form,
                groups=(),
                typed={"naam": "Kantine", "termijn": "1-jaar"},
                problems=tuple(
                    views.pieces.Problem(field=each, message="Kijk dit na.")
                    for each in ("naam", "werkproces", "termijn")
                ),
            ),
        ),
        "poster": ("poster", poster),
        "poster-dicht": ("poster", replace(poster, is_open=False)),
    }
