"""What the page of a skillspaspoort shows: what somebody can do first, then the work, then who says so."""

from collections.abc import Iterable

from fastapi.responses import Response
from starlette.requests import Request

from badges.moments import dutch_day
from holders.keeping.pages.pictures import picture_href
from holders.sharing.shared import Shown, presentation
from issuers.desk import IssuingDesk
from issuers.errors import NotFoundError
from issuers.issuing.overview import Given
from issuers.publishing.showing import PDF, standing_of
from templates import views
from templates.documents.foot import Link
from templates.documents.papers import Paper
from templates.documents.passport import one_name, skills_of, works_of
from templates.documents.qr import qr_svg
from templates.showing import shown_facts
from web.locale import language_of
from web.pages import frame_of


def passport_view(request: Request, desk: IssuingDesk, found: Shown) -> views.sharing.Passport:
    """Show together what a link shows."""
    path, url = f"/d/{found.token}", desk.addresses.share(found.token)
    facts, stand = _facts(request, desk, found.badges), standing_in(desk, found)
    stands = _facts(request, desk, stand)
    return views.sharing.Passport(
        frame=frame_of(request),
        name=one_name(stands or facts),
        skills=tuple(
            views.sharing.PassportSkill(skill=skill, count=count) for skill, count in skills_of(stands)
        ),
        works=works_of(stands),
        badges=tuple(
            _badge(desk, given, facts=each, href=f"{path}/{number}")
            for number, (given, each) in enumerate(zip(found.badges, facts, strict=True), 1)
        ),
        url=url,
        qr=qr_svg(url, title="QR-code"),
        check_href=f"/controleer?link={url}",
        json_href=f"{path}/bewijs.json",
        pdf_href=f"{path}/bewijs.pdf" if stand else None,
        whose_href=f"{path}/van-wie",
        until=dutch_day(found.until),
        opened_action=f"{path}/gezien",
        preview=views.pieces.Preview(title="Skillspaspoort", issuer="", image=None, url=url),
    )


def standing_in(desk: IssuingDesk, found: Shown) -> tuple[Given, ...]:
    """Give those that count today, of what a link shows together."""
    return tuple(each for each in found.badges if _state(desk, each) is views.pieces.State.VALID)


def on_paper(request: Request, desk: IssuingDesk, found: Shown, *, paper: Paper) -> Response:
    """Give what a link shows on paper: only those that count today, for paper would not say which do not.

    Raises:
        NotFoundError: there is none of which a sheet can be made.
    """
    stand, language = standing_in(desk, found), language_of(request)
    if not stand:
        raise NotFoundError
    made = paper.pdf(
        [each.facts for each in stand],
        presentation=presentation(stand),
        link=Link(url=desk.addresses.share(found.token), until=dutch_day(found.until)),
        catalogue=desk.catalogue,
        language=language,
    )
    return Response(made, media_type=PDF, headers={"Content-Language": language})


def _facts(request: Request, desk: IssuingDesk, badges: Iterable[Given]) -> tuple[views.pieces.Facts, ...]:
    language = language_of(request)
    return tuple(shown_facts(each.facts, catalogue=desk.catalogue, language=language) for each in badges)


def _badge(
    desk: IssuingDesk, given: Given, *, facts: views.pieces.Facts, href: str
) -> views.sharing.PassportBadge:
    return views.sharing.PassportBadge(
        href=href,
        title=facts.title,
        judged_by=facts.judged_by or facts.issuer,
        given_by=facts.issuer if facts.judged_by else None,
        picture_href=picture_href(given),
        awarded=facts.awarded,
        sentence=facts.sentence,
        werkprocessen=tuple(each.title for each in facts.werkprocessen),
        state=_state(desk, given),
    )


def _state(desk: IssuingDesk, given: Given) -> views.pieces.State:
    return standing_of(given, now=desk.clock.now())[0]
