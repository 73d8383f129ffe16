"""Where somebody reads what is new in a badge that was put right, and lets his links show that."""

from collections.abc import Iterable, Mapping
from itertools import groupby
from typing import Annotated, Final
from uuid import UUID

from fastapi import APIRouter, Form
from fastapi.responses import RedirectResponse, Response
from starlette.requests import Request

from badges.facts import Facts
from badges.moments import dutch_day
from holders.dependencies import AHolder, TheEditions
from holders.keeping.editions import Editions
from holders.keeping.telephones import KnownHolder
from holders.keeping.wallet import find_kept
from holders.places import WALLET
from holders.sharing.consenting import list_consents
from holders.sharing.renewing import (
    Becoming,
    Outdated,
    can_be_renewed,
    list_outdated,
    read_links,
    renew,
    shown_now,
    shown_then,
)
from issuers.dependencies import Desk
from issuers.desk import IssuingDesk
from issuers.errors import FormError
from issuers.issuing.overview import Given
from issuers.saying import shown
from templates import views
from templates.showing import shown_facts
from web.locale import language_of
from web.pages import frame_of, show

router = APIRouter(include_in_schema=False)

HERE: Final = f"{WALLET}/{{badge_id}}/nieuwe-versie"


@router.get(HERE)
def ask(request: Request, desk: Desk, holder: AHolder, editions: TheEditions, badge_id: UUID) -> Response:
    """Show what the better badge says, as each of his links would show it, and change nothing."""
    return _form(request, desk, holder, given=find_kept(desk, badge_id, holder=holder), editions=editions)


@router.post(HERE)
def let_show(  # noqa: PLR0913 - what a form sends, and for whom
    request: Request,
    desk: Desk,
    holder: AHolder,
    editions: TheEditions,
    badge_id: UUID,
    *,
    link: Annotated[list[str] | None, Form(max_length=100)] = None,
) -> Response:
    """Let the links that were chosen show it."""
    given, chosen = find_kept(desk, badge_id, holder=holder), tuple(link or ())
    try:
        renew(desk, badge_id, share_ids=read_links(chosen), holder=holder, editions=editions)
    except FormError as error:
        return _form(request, desk, holder, given=given, editions=editions, chosen=chosen, because=error)
    return RedirectResponse(f"{WALLET}/{badge_id}?klaar=vernieuwd", status_code=303)


def _form(  # noqa: PLR0913 - a form comes back with all that was sent
    request: Request,
    desk: IssuingDesk,
    holder: KnownHolder,
    *,
    given: Given,
    editions: Editions,
    chosen: tuple[str, ...] | None = None,
    because: FormError | None = None,
) -> Response:
    found = of_badge(list_outdated(desk, holder=holder, editions=editions), given.id)
    schools = _schools(desk, holder)
    lines = {id(each): _link(each, schools=schools, chosen=chosen) for each in found}
    view = views.sharing.Renewal(
        frame=frame_of(request),
        title=given.facts.title or "",
        issuer=given.facts.issuer.name,
        since=dutch_day(given.awarded),
        action=f"{WALLET}/{given.id}/nieuwe-versie",
        back_href=f"{WALLET}/{given.id}",
        groups=tuple(
            views.sharing.RenewalGroup(
                old=_facts(request, desk, shown_now(desk, alike[0])),
                new=_facts(request, desk, shown_then(alike[0])),
                links=tuple(lines[id(each)] for each in alike),
            )
            for alike in _alike(each for each in found if can_be_renewed(each))
        ),
        stays=tuple(lines[id(each)] for each in found if not can_be_renewed(each)),
        problems=shown(request, because.problems) if because else (),
    )
    return show(request, "nieuwe-versie", view)


def _alike(found: Iterable[Outdated]) -> Iterable[list[Outdated]]:
    """Put together what shows the same now and would show the same then."""

    def key(each: Outdated) -> tuple[str, list[str]]:
        return str(each.edition_id), sorted(each.without)

    return (list(alike) for _, alike in groupby(sorted(found, key=key), key=key))


def _facts(request: Request, desk: IssuingDesk, facts: Facts) -> views.pieces.Facts:
    return shown_facts(facts, catalogue=desk.catalogue, language=language_of(request))


def _schools(desk: IssuingDesk, holder: KnownHolder) -> Mapping[UUID, tuple[str, ...]]:
    """Name the schools that may take in what each link shows."""
    reading: dict[UUID, tuple[str, ...]] = {}
    for each in list_consents(desk, holder=holder):
        if each.share and not each.is_over:
            reading[each.share.id] = (*reading.get(each.share.id, ()), each.school)
    return reading


def of_badge(found: Iterable[Outdated], badge_id: UUID) -> tuple[Outdated, ...]:
    """Give what is about the badge that somebody keeps now."""
    return tuple(each for each in found if each.newest.id == badge_id)


def old_links(found: Iterable[Outdated]) -> tuple[views.sharing.OldLink, ...]:
    """Name the links that show an old version."""
    return tuple(_link(each) for each in found)


def newer_href(found: Iterable[Outdated], badge_id: UUID) -> str | None:
    """Lead to what is new in a badge, where links of his show an old version that has a better one."""
    has_better = any(each.becoming not in {Becoming.WITHDRAWN, Becoming.NOT_YET} for each in found)
    return f"{WALLET}/{badge_id}/nieuwe-versie" if has_better else None


def outdated_lines(found: Iterable[Outdated]) -> tuple[views.sharing.Outdated, ...]:
    """Tell what became of what links show, each badge once, with how many links show it."""
    by_badge: dict[UUID, list[Outdated]] = {}
    for each in found:
        by_badge.setdefault(each.newest.id, []).append(each)
    return tuple(_line(alike) for alike in by_badge.values())


def _line(alike: list[Outdated]) -> views.sharing.Outdated:
    """Tell it of one badge: what can be done with any of its links comes first."""
    first = min(alike, key=lambda each: each.becoming is not Becoming.BETTER)
    newest = first.newest
    return views.sharing.Outdated(
        title=newest.facts.title or "",
        issuer=newest.facts.issuer.name,
        becoming=first.becoming.value,
        since=dutch_day(newest.revoked_at or newest.awarded),
        href=newer_href(alike, newest.id) or f"{WALLET}/{newest.id}",
        links=len({each.share_id for each in alike}),
    )


def _link(
    outdated: Outdated,
    *,
    schools: Mapping[UUID, tuple[str, ...]] | None = None,
    chosen: tuple[str, ...] | None = None,
) -> views.sharing.OldLink:
    value = str(outdated.share_id)
    return views.sharing.OldLink(
        value=value,
        href=f"{WALLET}/gedeeld/{value}",
        label=outdated.label,
        until=dutch_day(outdated.until),
        becoming=outdated.becoming.value,
        is_elsewhere=outdated.is_elsewhere,
        is_chosen=chosen is None or value in chosen,
        schools=(schools or {}).get(outdated.share_id, ()),
    )
