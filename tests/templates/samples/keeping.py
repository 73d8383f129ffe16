"""Samples of the pages of one badge that a holder keeps."""

from dataclasses import replace
from datetime import timedelta

from templates import views
from templates.documents.badge import BadgePicture, badge_svg
from templates.documents.qr import qr_svg
from tests.templates.samples.holding import facts_to_be
from tests.templates.samples.pieces import FRAME, MOMENT, Sample

COPY = views.pieces.Copy(
    mark="0" * 16,
    worker_href="/mijn-bewijzen.js",
    moment=MOMENT,
    last_day=(MOMENT + timedelta(days=14)).date(),
)

"""What this telephone keeps without internet."""


def pages() -> dict[str, Sample]:
    """Give every sample of this kind."""
    picture = BadgePicture(
        title="Verzamelt en controleert orders", issuer="Magazijn De Maas", field="logistiek"
    )
    keep = views.keeping.Keep(
        frame=replace(FRAME, signed_in=None),
        facts=facts_to_be(),
        picture=badge_svg(picture),
        standing=views.keeping.Keeping.FIRST,
        action="/bewaar/voorbeeldvoorbeeldvoorb/voorbeeldvoorbeeldvoorb",
        look_href="/b/voorbeeldvoorbeeldvoorb",
        wallet_href="/mijn-bewijzen",
        opened_action="/b/voorbeeldvoorbeeldvoorb/geopend",
    )
    kept = views.keeping.KeptBadge(
        frame=replace(FRAME, signed_in=None),
        facts=facts_to_be(),
        picture=badge_svg(picture),
        show_href="/b/voorbeeldvoorbeeldvoorb",
        back_href="/mijn-bewijzen",
        code="123456",
        again_href="/mijn-bewijzen/1#van-mij",
        share_href="/mijn-bewijzen/delen?bewijs=1",
        close_action="/mijn-bewijzen/1/dicht",
        reopen_action="/mijn-bewijzen/1/open",
    )
    whose = views.keeping.WhoseBadge(
        frame=replace(FRAME, signed_in=None),
        title="Verzamelt en controleert orders",
        action="/b/voorbeeldvoorbeeldvoorb/van-wie",
        back_href="/b/voorbeeldvoorbeeldvoorb",
    )
    copied = replace(FRAME, signed_in=None, copy=COPY)
    links = tuple(
        views.sharing.OpenLink(href=f"/mijn-bewijzen/gedeeld/{place}", label=label, until=MOMENT.date())
        for place, label in enumerate(("De bakker", ""))
    )
    away = views.keeping.Away(frame=copied, wallet_href="/mijn-bewijzen")
    wrong = (views.pieces.Problem(field="code", message="Kijk code na."),)
    gone = tuple(
        views.pieces.Gone(title=whose.title, state=each)
        for each in (views.pieces.State.REPLACED, views.pieces.State.REVOKED)
    )
    return {
        "mijn-bewijs": ("mijn-bewijs", kept),
        "mijn-bewijs-kopie": (
            "mijn-bewijs",
            replace(kept, frame=copied, qr=qr_svg("http://localhost:8000/b/voorbeeld", title="QR-code")),
        ),
        "zonder-internet": ("zonder-internet", away),
        "mijn-bewijs-weinig": (
            "mijn-bewijs",
            replace(kept, facts=views.pieces.Facts(title="Koffie", issuer="Buurthuis")),
        ),
        "mijn-bewijs-ouder": ("mijn-bewijs", replace(kept, asks_parent=True)),
        "mijn-bewijs-geleend": ("mijn-bewijs", replace(kept, show_href=None, reopen_action=None)),
        "mijn-bewijs-geleend-dicht": (
            "mijn-bewijs",
            replace(kept, show_href=None, reopen_action=None, is_closed=True),
        ),
        "mijn-bewijs-dicht": (
            "mijn-bewijs",
            replace(kept, is_closed=True, done="Niemand kan dit nu openen."),
        ),
        "mijn-bewijs-links": ("mijn-bewijs", replace(kept, open_links=links)),
        "mijn-bewijs-dicht-links": ("mijn-bewijs", replace(kept, is_closed=True, open_links=links[:1])),
        **outdated_badges(kept),
        "van-wie-oud": ("van-wie", replace(whose, gone=gone)),
        "van-wie-oud-ja": ("van-wie", replace(whose, gone=gone, is_right=True)),
        "van-wie": ("van-wie", whose),
        "van-wie-fout": ("van-wie", replace(whose, problems=wrong)),
        "van-wie-ja": ("van-wie", replace(whose, is_right=True)),
        "van-wie-niemand": ("van-wie", replace(whose, hindrance="Dit bewijs is nog door niemand bewaard.")),
        **{f"bewaar-{each}": ("bewaar", replace(keep, standing=each)) for each in views.keeping.Keeping},
        "bewaar-geleend": ("bewaar", replace(keep, standing=views.keeping.Keeping.ADDED, is_borrowed=True)),
        "bewaar-weinig": (
            "bewaar",
            replace(keep, facts=views.pieces.Facts(title="Koffie zetten", issuer="Buurthuis")),
        ),
    }


def outdated_badges(kept: views.keeping.KeptBadge) -> dict[str, Sample]:
    """Give the samples of a badge that was put right or withdrawn, for who keeps it."""
    link = views.sharing.OldLink(
        value="1",
        href="/mijn-bewijzen/gedeeld/1",
        label="De bakker",
        until=MOMENT.date(),
        becoming="better",
    )
    better = replace(kept, improved=MOMENT.date())
    gone = replace(kept, state=views.pieces.State.REVOKED, since=MOMENT.date(), qr=None)
    return {
        "mijn-bewijs-beter": (
            "mijn-bewijs",
            replace(
                better,
                old_links=(link, replace(link, value="2", label="")),
                newer_href="/mijn-bewijzen/1/nieuwe-versie",
            ),
        ),
        "mijn-bewijs-beter-klaar": ("mijn-bewijs", better),
        "mijn-bewijs-ingetrokken": ("mijn-bewijs", replace(gone, is_mistake=True, old_links=(link,))),
        "mijn-bewijs-oud": (
            "mijn-bewijs",
            replace(gone, state=views.pieces.State.REPLACED, show_href=None, old_links=(link,)),
        ),
    }
