"""What comes of a group: a table to take along, cards to hand out, and withdrawing all of it."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Annotated, Final
from uuid import UUID

from fastapi import APIRouter, Form, Query
from fastapi.responses import RedirectResponse, Response

from badges.moments import dutch_day
from issuers.errors import FieldProblem, NotFoundError
from issuers.groups.keeping import find_group, list_lines
from issuers.groups.lines import KnownLine, standing_of
from issuers.groups.links import Link, list_links
from issuers.groups.pages.group import GROUP, PAGE
from issuers.groups.pages.sending import HERE
from issuers.groups.states import LineState
from issuers.groups.withdrawing import withdraw_some
from issuers.issuing.pages.withdrawing import NO_REASON, REASONS
from issuers.issuing.tables import RevocationReason
from issuers.people.permissions import Action, require
from issuers.saying import said, shown
from issuers.sheets import CSV, XLSX, Sheet, Value, as_csv, as_xlsx
from issuers.visiting import DraftVisit, Visit
from templates import views
from templates.documents.qr import qr_svg
from web.pages import frame_of, show

router = APIRouter(include_in_schema=False)

HEADINGS: Final = ("rij", "naam", "kenmerk", "crebo", "werkproces", "uitkomst", "link", "waarom niet")


@router.get(f"{GROUP}/uitkomst.{{ending}}")
def take_along(visit: DraftVisit, group_id: UUID, ending: str) -> Response:
    """Give what came of each row, as a table."""
    known = find_group(visit.desk, group_id, actor=visit.actor)
    sheet = Sheet(name="Uitkomst", headings=HEADINGS, rows=_rows(visit, group_id))
    match ending:
        case "csv":
            content, kind = b"".join(as_csv(sheet)), CSV
        case "xlsx":
            content, kind = b"".join(as_xlsx(sheet)), XLSX
        case _:
            raise NotFoundError
    name = f"groep-{dutch_day(known.created)}.{ending}"
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "no-store"}
    return Response(content, media_type=kind, headers=headers)


@router.get(f"{GROUP}/kaartjes")
def show_cards(
    visit: DraftVisit, group_id: UUID, pagina: Annotated[int, Query(ge=0, le=10_000)] = 0
) -> Response:
    """Show a card for each badge, and for what waits until it is one, to print and to cut out."""
    known = find_group(visit.desk, group_id, actor=visit.actor)
    links = list_links(visit.desk, group_id, actor=visit.actor)
    standing = [
        (line, links[line.place])
        for line in list_lines(visit.desk, group_id, actor=visit.actor)
        if line.place in links and not links[line.place].is_withdrawn
    ]
    here = f"{HERE}/{group_id}/kaartjes"
    view = views.groups.GroupCards(
        frame=frame_of(visit.request),
        name=known.name,
        organisation=visit.organisation.name,
        cards=tuple(_card(visit, *each) for each in standing[pagina * PAGE : (pagina + 1) * PAGE]),
        waiting=sum(link.due is not None for _, link in standing),
        back_href=f"{HERE}/{group_id}",
        previous_href=f"{here}?pagina={pagina - 1}" if pagina else None,
        next_href=f"{here}?pagina={pagina + 1}" if len(standing) > (pagina + 1) * PAGE else None,
    )
    return show(visit.request, "groep-kaartjes", view)


@router.get(f"{GROUP}/intrekken")
def ask_to_withdraw(visit: DraftVisit, group_id: UUID) -> Response:
    """Ask why, before anything happens."""
    require(visit.actor, Action.REVOKE)
    return _confirm(visit, group_id)


@router.post(f"{GROUP}/intrekken")
def withdraw_all(visit: DraftVisit, group_id: UUID, reden: Annotated[str, Form()] = "") -> Response:
    """Withdraw every badge that this group gave, a hundred at a time."""
    require(visit.actor, Action.REVOKE)
    if reden not in REASONS:
        return _confirm(visit, group_id, problems=[NO_REASON])
    while withdraw_some(visit.desk, group_id, actor=visit.actor, reason=RevocationReason(reden)):
        pass
    return RedirectResponse(f"{HERE}/{group_id}?klaar=ingetrokken", status_code=303)


def _confirm(visit: Visit, group_id: UUID, *, problems: Sequence[FieldProblem] = ()) -> Response:
    known = find_group(visit.desk, group_id, actor=visit.actor)
    counts = Counter(each.state for each in list_lines(visit.desk, group_id, actor=visit.actor))
    view = views.groups.GroupWithdrawal(
        frame=frame_of(visit.request),
        name=known.name,
        count=counts[LineState.GIVEN],
        waiting=counts[LineState.HELD],
        action=f"{HERE}/{group_id}/intrekken",
        back_href=f"{HERE}/{group_id}",
        reasons=tuple(reason.value for reason in REASONS),
        problems=shown(visit.request, problems),
    )
    return show(visit.request, "groep-intrekken", view)


def _rows(visit: Visit, group_id: UUID) -> Iterator[Sequence[Value]]:
    links = list_links(visit.desk, group_id, actor=visit.actor)
    for known in list_lines(visit.desk, group_id, actor=visit.actor):
        line = known.line
        link = links[known.place].url if known.place in links else None
        why = " ".join(said(visit.request, each) for each in known.problems)
        yield (
            *(line.number, line.name, line.kenmerk, line.crebo, line.code),
            *(standing_of(known), link, why),
        )


def _card(visit: Visit, known: KnownLine, link: Link) -> views.groups.GroupCard:
    is_open = link.due is not None and link.due > visit.desk.clock.now()
    return views.groups.GroupCard(
        name=known.line.name,
        title=visit.desk.catalogue.last_entry(known.line.crebo, known.line.code).werkproces.title,
        url=link.url,
        qr=qr_svg(link.url, title="QR-code"),
        waits=link.due is not None,
        until=link.due if is_open else None,
    )
