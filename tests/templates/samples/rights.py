"""Samples of the pages of what is stored of a holder."""

from dataclasses import replace

from templates import views
from tests.templates.samples.pieces import FRAME, MOMENT, Sample


def pages() -> dict[str, Sample]:
    """Give every sample of this kind."""
    erasing = views.rights.HolderErasing(
        frame=replace(FRAME, signed_in=None),
        count=3,
        action="/mijn-bewijzen/weg",
        back_href="/mijn-bewijzen",
    )
    stored = views.rights.Stored(
        frame=replace(FRAME, signed_in=None),
        count=3,
        givers=("Magazijn De Maas", "Buurthuis De Klis"),
        since=MOMENT.date(),
        seen=MOMENT.date(),
        devices=("Chrome, Android", ""),
        has_card=True,
        passkeys=1,
        addresses=("s…@voorbeeld.nl",),
        shares=2,
        foreign=1,
        seconds=2,
        download_href="/mijn-bewijzen/gegevens/alles.zip",
        erase_href="/mijn-bewijzen/weg",
        back_href="/mijn-bewijzen",
    )
    packed = views.rights.FolderBadge(
        title="Verzamelt en controleert orders",
        issuer="Magazijn De Maas",
        url="http://localhost:8000/b/voorbeeldvoorbeeldvoorb",
        is_withdrawn=False,
        files=("01-verzamelt/bewijs.json", "01-verzamelt/bewijs.pdf"),
    )
    folder = views.rights.Folder(
        frame=replace(FRAME, signed_in=None),
        made=MOMENT.date(),
        badges=(packed, replace(packed, is_withdrawn=True, files=())),
        check_url="http://localhost:8000/controleer",
    )
    not_sure = (views.pieces.Problem(field="zeker", message="Zet het vinkje als je alles weg wilt."),)
    return {
        "mijn-gegevens": ("mijn-gegevens", stored),
        "mijn-gegevens-weinig": (
            "mijn-gegevens",
            replace(stored, count=0, givers=(), has_card=False, passkeys=0, addresses=(), seconds=1),
        ),
        "map": ("map", folder),
        "bewijzen-weg": ("bewijzen-weg", erasing),
        "bewijzen-weg-fout": ("bewijzen-weg", replace(erasing, count=1, problems=not_sure)),
    }
