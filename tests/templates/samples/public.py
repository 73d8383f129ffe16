"""Samples of the pages that anyone can open."""

from dataclasses import replace
from datetime import date

from templates import views
from templates.views.pieces import State
from tests.templates.samples.pieces import (
    AFTER_POST,
    FACTS,
    FRAME,
    JUDGED,
    MOMENT,
    PICTURE,
    PLAIN,
    POOR_FACTS,
    QR,
    SIGNED_IN,
    URL,
    Sample,
)


def badge(state: State) -> views.public.BadgePage:
    """Give the page of a badge in a state."""
    return views.public.BadgePage(
        frame=FRAME,
        facts=FACTS,
        picture=PICTURE,
        qr=QR,
        url=URL,
        png_href="/b/x?vorm=png",
        svg_href="/b/x?vorm=svg",
        json_href="/b/x?vorm=json",
        jwt_href="/b/Q7kP2mXw4Rz9tLs/bewijs.jwt",
        pdf_href="/b/Q7kP2mXw4Rz9tLs/bewijs.pdf" if state is State.VALID else None,
        check_href="/controleer?link=x",
        whose_href="/b/x/van-wie",
        state=state,
        since=date(2026, 8, 3),
        replaced_by_href="/b/nieuw",
    )


def pages() -> dict[str, Sample]:
    """Give the pages that anyone can open."""
    confirmed = views.pieces.ConfirmationLine(by="School De Brug", on=MOMENT.date(), href="/b/y")
    poor_badge = views.public.BadgePage(
        frame=PLAIN,
        facts=POOR_FACTS,
        picture=PICTURE,
        qr=QR,
        url=URL,
        png_href="/p",
        svg_href="/s",
        json_href="/j",
        jwt_href=None,
        check_href="/c",
        whose_href="/b/x/van-wie",
    )
    photo = views.evidence.Photo(href="/foto/x", width=1200, height=900)
    return {
        "badge-foto": ("badge", replace(badge(State.VALID), photos=(photo,))),
        "badge-fotos": ("badge", replace(badge(State.VALID), photos=(photo, photo))),
        "home": ("home", views.public.Home(frame=PLAIN)),
        "home-demo": ("home", views.public.Home(frame=FRAME)),
        "home-beheerder": (
            "home",
            views.public.Home(frame=replace(FRAME, signed_in=replace(SIGNED_IN, issue_href=None))),
        ),
        **{
            name: (
                name,
                views.public.TextPage(frame=PLAIN, operator="Stichting Voorbeeld", contact="a@b.voorbeeld"),
            )
            for name in ("privacy", "toegankelijkheid", "hulp")
        },
        "hulp-arm": ("hulp", views.public.TextPage(frame=PLAIN)),
        **{
            f"badge-{state}": ("badge", badge(state))
            for state in (State.VALID, State.REVOKED, State.REPLACED, State.EXPIRED, State.EARLY)
        },
        "badge-verbeterd-link": (
            "badge",
            replace(badge(State.REPLACED), replaced_by_href=None, is_by_link=True),
        ),
        "badge-arm": ("badge", poor_badge),
        "badge-bevestigd": ("badge", replace(badge(State.VALID), confirmations=(confirmed,))),
        "praktijkverklaring": ("praktijkverklaring", replace(badge(State.VALID), facts=JUDGED)),
        "praktijkverklaring-weg": (
            "praktijkverklaring",
            replace(badge(State.REVOKED), facts=replace(JUDGED, name=None, judged_by_href=None, about=None)),
        ),
        "bevestiging": (
            "bevestiging",
            replace(badge(State.VALID), facts=replace(POOR_FACTS, narrative="Wij bevestigen dit.")),
        ),
        "bevestiging-van-een-badge": (
            "bevestiging",
            replace(
                badge(State.VALID),
                facts=replace(POOR_FACTS, narrative="Wij staan hierachter."),
                about_href="/badgeklassen/3m8x1d",
            ),
        ),
        **{
            f"fout-{status}": ("fout", views.public.ErrorPage(frame=PLAIN, status=status))
            for status in (400, 401, 403, 404, 405, 409, 410, 413, 415, 429, 500, 503)
        },
        "fout-rijk": (
            "fout",
            views.public.ErrorPage(
                frame=AFTER_POST,
                status=500,
                detail="Probeer het zo nog een keer.",
                next_href="/u",
                reference="a1b2",
            ),
        ),
        "api": (
            "api",
            views.public.ApiDocs(
                frame=PLAIN,
                openapi_href="/api/v1/openapi.json",
                try_href="/api/proberen",
                operations=(
                    views.public.ApiOperation(
                        method="GET",
                        path="/kwalificaties/{crebo}",
                        summary="Eén kwalificatie",
                        description="Alles wat bekend is van één kwalificatie.",
                        parameters=(
                            views.public.ApiParameter(
                                name="crebo", description="Vijf cijfers.", required=True
                            ),
                        ),
                        examples=("curl https://bewijs.voorbeeld/api/v1/kwalificaties/25774",),
                    ),
                ),
            ),
        ),
        "api to try": (
            "api-proberen",
            views.public.ApiTry(frame=PLAIN, openapi_href="/api/v1/openapi.json", back_href="/api"),
        ),
    }
