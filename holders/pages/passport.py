"""What the page of a skillspaspoort shows: what somebody can do first, then the work, then who says so."""

from collections import Counter
from collections.abc import Iterable

from starlette.requests import Request

from badges.moments import dutch_day
from holders.pages.wallet import picture_href
from holders.shared import Shown
from issuers.desk import IssuingDesk
from issuers.issuing.overview import Given
from issuers.publishing.showing import standing_of
from templates import views
from templates.documents.qr import qr_svg
from templates.showing import shown_facts
from web.locale import language_of
from web.pages import frame_of


def passport_view(request: Request, desk: IssuingDesk, found: Shown) -> views.Passport:
    """Show together what a link shows."""
    path, url = f"/d/{found.token}", desk.addresses.share(found.token)
    facts = _facts(request, desk, found.badges)
    stands = [
        each
        for each, given in zip(facts, found.badges, strict=True)
        if _state(desk, given) == views.State.VALID
    ]
    return views.Passport(
        frame=frame_of(request),
        name=_one_name(facts),
        skills=_skills(stands),
        works=tuple(dict.fromkeys(each.kwalificatie for each in stands if each.kwalificatie)),
        badges=tuple(
            _badge(desk, given, facts=each, href=f"{path}/{number}")
            for number, (given, each) in enumerate(zip(found.badges, facts, strict=True), 1)
        ),
        url=url,
        qr=qr_svg(url, title="QR-code"),
        check_href=f"/controleer?link={url}",
        json_href=f"{path}/bewijs.json",
        pdf_href=None,
        whose_href=f"{path}/van-wie",
        until=dutch_day(found.until),
        opened_action=f"{path}/gezien",
        preview=views.Preview(title="Skillspaspoort", issuer="", image=None, url=url),
    )


def _facts(request: Request, desk: IssuingDesk, badges: Iterable[Given]) -> tuple[views.Facts, ...]:
    language = language_of(request)
    return tuple(shown_facts(each.facts, catalogue=desk.catalogue, language=language) for each in badges)


def _one_name(facts: Iterable[views.Facts]) -> str | None:
    """Give the name that stands in all of them: two that differ are not for us to choose from."""
    names = {each.name for each in facts}
    return names.pop() if len(names) == 1 else None


def _skills(facts: Iterable[views.Facts]) -> tuple[views.PassportSkill, ...]:
    """Give each skill once, those of most badges first."""
    found = Counter(skill for each in facts for skill in each.skills)
    return tuple(views.PassportSkill(skill=skill, count=count) for skill, count in found.most_common())


def _badge(desk: IssuingDesk, given: Given, *, facts: views.Facts, href: str) -> views.PassportBadge:
    return views.PassportBadge(
        href=href,
        title=facts.title,
        issuer=facts.issuer,
        picture_href=picture_href(given),
        awarded=facts.awarded,
        sentence=facts.sentence,
        work=facts.kwalificatie,
        state=_state(desk, given),
    )


def _state(desk: IssuingDesk, given: Given) -> views.State:
    return standing_of(given, now=desk.clock.now())[0]
