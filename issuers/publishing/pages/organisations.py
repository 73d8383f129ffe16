"""The public pages of an organisation and of its badgeklassen; a program gets the document itself."""

from collections.abc import Iterator

from fastapi import APIRouter
from fastapi.responses import Response
from starlette.requests import Request

from badges import strictjson
from badges.catalogue.fields import field_of
from badges.factfinding import COMPETENCY
from badges.judged import WERKPROCES
from badges.members import part, parts, text
from badges.moments import dutch_day
from badges.strictjson import JsonObject
from issuers.badgeklassen.endorsing import may_endorse
from issuers.badgeklassen.letting_in import endorsed_by, endorsements_of
from issuers.dependencies import Desk, visitor_of
from issuers.desk import IssuingDesk
from issuers.issuing.achievements import achievements_of, find_achievement
from issuers.issuing.tables import Achievement
from issuers.keys.tables import Key
from issuers.organisations.facts import public_facts
from issuers.organisations.founding import find_organisation, successor_of
from issuers.organisations.pages.forms import link_to
from issuers.organisations.pictures import has_picture
from issuers.organisations.tables import Organisation, OrganisationFact
from issuers.people.permissions import Actor
from issuers.publishing.documents import organisation_profile, published_keys
from issuers.publishing.endpoints import HOUR, MINUTE, public
from issuers.publishing.pictures import achievement_picture
from templates import views
from templates.documents.badge import badge_svg
from web.negotiation import choose_media_type
from web.pages import frame_of, show

router = APIRouter(include_in_schema=False)

HTML = "text/html"
JSON_LD = "application/ld+json"
OFFERED = (JSON_LD, "application/json", HTML)


@router.get("/organisaties/{organisation_id}")
def show_organisation(request: Request, desk: Desk, organisation_id: str) -> Response:
    """Show who signs: a page for people, the profile for programs (OB 3.0 Profile)."""
    if _wants_page(request):
        return show(request, "organisatie", _organisation_page(request, desk, organisation_id))
    document = strictjson.dumps(organisation_profile(desk, organisation_id))
    return public(request, document, media_type=JSON_LD, seconds=MINUTE)


@router.get("/badgeklassen/{achievement_id}")
def show_achievement(request: Request, desk: Desk, achievement_id: str) -> Response:
    """Show what every badge of this kind says: a page for people, the document for programs."""
    found = find_achievement(desk, achievement_id)
    if _wants_page(request):
        return show(request, "badgeklasse", _achievement_page(request, desk, found))
    return public(request, found.document, media_type=JSON_LD, seconds=HOUR)


def _wants_page(request: Request) -> bool:
    return choose_media_type(request.headers.get("accept", ""), offered=OFFERED) == HTML


def _organisation_page(
    request: Request, desk: IssuingDesk, organisation_id: str
) -> views.public.OrganisationPage:
    organisation = find_organisation(desk, organisation_id)
    return views.public.OrganisationPage(
        frame=frame_of(request),
        name=organisation.name,
        facts=tuple(_fact(each) for each in public_facts(desk, organisation.id)),
        picture_href=f"/organisaties/{organisation.id}/beeld.png"
        if has_picture(desk, organisation.id)
        else None,
        website=organisation.website,
        contact=organisation.contact,
        gemeente=organisation.gemeente,
        arbeidsmarktregio=organisation.arbeidsmarktregio,
        standing=_standing(organisation),
        merged_into=link_to(successor_of(desk, organisation), under="/organisaties"),
        did=desk.addresses.did(organisation.id),
        did_href=f"/organisaties/{organisation.id}/did.json",
        since=dutch_day(organisation.created),
        badges=tuple(_tile(each) for each in achievements_of(desk, organisation.id)),
        keys=tuple(_key(each) for each in published_keys(desk, organisation.id)),
        demo=request.app.state.is_demo,
    )


def _achievement_page(
    request: Request, desk: IssuingDesk, found: Achievement
) -> views.public.AchievementPage:
    document = _document(found)
    organisation, endorser = find_organisation(desk, found.organisation_id), _endorser(request, found)
    return views.public.AchievementPage(
        frame=frame_of(request),
        title=found.title,
        description=text(document.get("description")) or "",
        criteria=text(part(document.get("criteria")).get("narrative")) or "",
        picture=badge_svg(achievement_picture(desk, found)),
        organisation=organisation.name,
        organisation_href=f"/organisaties/{organisation.id}",
        json_href=f"/badgeklassen/{found.id}",
        werkproces_href=_werkproces_href(found, document=document),
        leervorm=found.leervorm,
        skills=() if found.work else tuple(_skills(document)),
        steps=tuple(_steps(document)),
        editions=tuple(_editions(document)),
        words_in=text(document.get("inLanguage")) or "nl",
        endorsements=tuple(
            views.pieces.ConfirmationLine(by=each.by, on=each.on, href=f"/b/{each.token}")
            for each in endorsements_of(desk, found.id)
        ),
        endorse_href=f"/badgeklassen/{found.id}/bevestigen" if endorser else None,
        is_endorsement_shown=endorsed_by(desk, found, actor=endorser) if endorser else None,
    )


def _endorser(request: Request, found: Achievement) -> Actor | None:
    """Give who looks, if he may speak for another organisation."""
    visitor = visitor_of(request)
    actor = visitor.actor if visitor else None
    return actor if actor and may_endorse(found, actor=actor) else None


def _skills(document: JsonObject) -> Iterator[str]:
    """Give the skills that a badgeklasse names."""
    for each in parts(document.get("alignment")):
        if each.get("targetType") == COMPETENCY and (name := text(each.get("targetName"))):
            yield name


def _steps(document: JsonObject) -> Iterator[tuple[str, str]]:
    """Give name and words of each level."""
    for scale in parts(document.get("resultDescription")):
        for level in parts(scale.get("rubricCriterionLevel")):
            yield text(level.get("name")) or "", text(level.get("description")) or ""


def _editions(document: JsonObject) -> Iterator[views.pieces.Link]:
    """Give the same badgeklasse in other languages (OB 3.0 Related)."""
    for each in parts(document.get("related")):
        address, language = text(each.get("id")), text(each.get("inLanguage"))
        if address and language:
            yield views.pieces.Link(href=address, text=language)


def _werkproces_href(found: Achievement, *, document: JsonObject) -> str | None:
    """Give the page of the werkproces that it is, or that it points at."""
    if found.work:
        return f"/werkprocessen/{found.crebo}/{found.code}/{found.digest}"
    named = (each for each in parts(document.get("alignment")) if each.get("targetType") == WERKPROCES)
    return next((text(each.get("targetUrl")) for each in named), None)


def _document(found: Achievement) -> JsonObject:
    return part(strictjson.loads(found.document))


def _tile(achievement: Achievement) -> views.pieces.Tile:
    return views.pieces.Tile(
        href=f"/badgeklassen/{achievement.id}",
        field=field_of(achievement.crebo),
        title=achievement.title,
        below="/".join(achievement.work or (achievement.leervorm,)),
    )


def _key(key: Key) -> views.public.PublishedKey:
    return views.public.PublishedKey(
        purpose=key.purpose.value,
        multikey=key.multikey,
        since=dutch_day(key.created),
        until=dutch_day(key.retired) if key.retired else None,
        compromised=dutch_day(key.compromised or key.withdrawn) if key.withdrawn else None,
    )


def _standing(organisation: Organisation) -> str | None:
    """Say why an organisation gives no badges now; None where it does."""
    if organisation.merged_into is not None:
        return "samengegaan"
    if organisation.closed is not None:
        return "gestopt"
    return "stil" if organisation.suspended is not None else None


def _fact(row: OrganisationFact) -> views.public.OrganisationFact:
    """Show a fact; its numbers are not for everyone, for with those a neutral name could be looked up."""
    return views.public.OrganisationFact(
        kind=row.kind.value,
        status=row.status.value,
        confirmed=dutch_day(row.confirmed_at) if row.confirmed_at else None,
        source=row.source,
    )
