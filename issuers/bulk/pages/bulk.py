"""Do the same to many badges: choose them, say what and why, see what it would do, and what it did."""

from collections.abc import Mapping, Sequence
from typing import Annotated, Final, cast
from uuid import UUID

from fastapi import APIRouter, Depends, Form, Query
from fastapi.responses import RedirectResponse, Response
from pydantic import BaseModel, Field
from starlette.requests import Request

from badges.judgement import Independence
from badges.moments import dutch_day
from issuers.background import Runner
from issuers.bulk.changing import Change, What, read_change
from issuers.bulk.choosing import (
    TOO_MANY,
    Chosen,
    KnownBulk,
    choose,
    choose_found,
    choose_group,
    find_bulk,
    list_chosen,
)
from issuers.bulk.previewing import Previewed, look_over
from issuers.bulk.running import go_on, start_correcting, start_withdrawing
from issuers.bulk.tables import BulkState, Deed, LineState
from issuers.errors import FieldProblem, FormError, NotFoundError
from issuers.issuing.overview import used_before
from issuers.issuing.pages.withdrawing import NO_REASON, REASONS
from issuers.issuing.tables import RevocationReason
from issuers.organisations.founding import offered_by
from issuers.overview.looking import TypedSearch, read_search
from issuers.people.permissions import Action
from issuers.saying import said, shown
from issuers.visiting import Visit, visit_to
from templates import views
from web.pages import frame_of, show

router = APIRouter(include_in_schema=False)

FROM: Final = "/gegeven"
HERE: Final = f"{FROM}/samen"
BULK: Final = f"{HERE}/{{bulk_id}}"
TICKED_AT_MOST: Final = 200
PAGE: Final = 50

RevokeVisit = Annotated[Visit, Depends(visit_to(Action.REVOKE))]


class Choice(BaseModel):
    """Hold which badges were chosen (ticked, all that was looked for, or a group), and what to do to them."""

    bewijs: Annotated[list[UUID], Field(max_length=TICKED_AT_MOST)] = []
    alles: str = ""
    groep: UUID | None = None
    doe: Deed = Deed.WITHDRAW
    zoek: str = ""
    stand: str = ""
    van: str = ""
    tot: str = ""

    @property
    def search(self) -> TypedSearch:
        """Give what was looked for."""
        return TypedSearch(zoek=self.zoek, stand=self.stand, van=self.van, tot=self.tot)


class ChangeFields(BaseModel):
    """Hold what is wrong in all of them, and what it should be."""

    wat: str = ""
    van: str = ""
    tot: str = ""
    zelfstandigheid: str = ""
    werkproces: str = ""


SentChange = Annotated[ChangeFields, Form()]


def runner_of(request: Request) -> Runner:
    """Give what goes on in the background, as `app` filled it."""
    return cast("Runner", request.app.state.bulks)


BulkRunner = Annotated[Runner, Depends(runner_of)]


@router.post(f"{FROM}/kies")
def choose_them(visit: RevokeVisit, sent: Annotated[Choice, Form()]) -> Response:
    """Keep what was chosen, and ask why."""
    try:
        bulk_id = _chosen(visit, sent)
    except FormError as error:
        done = "teveel" if TOO_MANY in error.problems else "niets"
        return RedirectResponse(f"{FROM}?klaar={done}", status_code=303)
    return RedirectResponse(f"{HERE}/{bulk_id}", status_code=303)


@router.get(BULK)
def look(visit: RevokeVisit, bulk_id: UUID, pagina: Annotated[int, Query(ge=0, le=1_000)] = 0) -> Response:
    """Ask why or what is wrong; once it was begun, show how far it is and what came of it."""
    known = find_bulk(visit.desk, bulk_id, actor=visit.actor)
    if known.state is not BulkState.CHOSEN:
        return _outcome(visit, known, page=pagina)
    if known.deed is Deed.WITHDRAW:
        return _ask_why(visit, known)
    return _ask_what(visit, known, sent=ChangeFields())


@router.post(f"{BULK}/intrekken")
def withdraw(
    visit: RevokeVisit, bulk_id: UUID, runner: BulkRunner, reden: Annotated[str, Form()] = ""
) -> Response:
    """Withdraw them all."""
    if reden not in REASONS:
        known = find_bulk(visit.desk, bulk_id, actor=visit.actor)
        return _ask_why(visit, known, problems=[NO_REASON])
    start_withdrawing(visit.desk, bulk_id, RevocationReason(reden), actor=visit.actor, runner=runner)
    return RedirectResponse(f"{HERE}/{bulk_id}", status_code=303)


@router.post(f"{BULK}/bekijk")
def preview(visit: RevokeVisit, bulk_id: UUID, sent: SentChange) -> Response:
    """Show what each would say; nothing happens."""
    known = _to_correct(visit, bulk_id)
    try:
        change = read_change(visit.desk, sent.model_dump())
    except FormError as error:
        return _ask_what(visit, known, sent=sent, problems=error.problems)
    return _preview(visit, known, change, sent=sent)


@router.post(f"{BULK}/aanpassen")
def change_again(visit: RevokeVisit, bulk_id: UUID, sent: SentChange) -> Response:
    """Go back to the form, with everything that was typed."""
    return _ask_what(visit, _to_correct(visit, bulk_id), sent=sent)


@router.post(f"{BULK}/verbeteren")
def put_right(visit: RevokeVisit, bulk_id: UUID, runner: BulkRunner, sent: SentChange) -> Response:
    """Put them all right."""
    try:
        change = read_change(visit.desk, sent.model_dump())
    except FormError as error:
        return _ask_what(visit, _to_correct(visit, bulk_id), sent=sent, problems=error.problems)
    start_correcting(visit.desk, bulk_id, change, actor=visit.actor, runner=runner)
    return RedirectResponse(f"{HERE}/{bulk_id}", status_code=303)


@router.post(f"{BULK}/verder")
def go_further(visit: RevokeVisit, bulk_id: UUID, runner: BulkRunner) -> Response:
    """Go on where it stopped."""
    go_on(visit.desk, bulk_id, actor=visit.actor, runner=runner)
    return RedirectResponse(f"{HERE}/{bulk_id}", status_code=303)


def _chosen(visit: Visit, sent: Choice) -> UUID:
    if sent.groep:
        return choose_group(visit.desk, sent.groep, deed=sent.doe, actor=visit.actor)
    if sent.alles:
        wanted, _ = read_search(sent.search)
        return choose_found(visit.desk, wanted, deed=sent.doe, actor=visit.actor)
    return choose(visit.desk, sent.bewijs, deed=sent.doe, actor=visit.actor)


def _to_correct(visit: Visit, bulk_id: UUID) -> KnownBulk:
    """Find what is chosen to be put right.

    Raises:
        NotFoundError: there is nothing of the kind, or it was begun.
    """
    known = find_bulk(visit.desk, bulk_id, actor=visit.actor)
    if known.deed is not Deed.CORRECT or known.state is not BulkState.CHOSEN:
        raise NotFoundError
    return known


def _ask_why(visit: Visit, known: KnownBulk, *, problems: Sequence[FieldProblem] = ()) -> Response:
    rows = list_chosen(visit.desk, known.id, actor=visit.actor, limit=PAGE)
    view = views.bulk.BulkWithdraw(
        frame=frame_of(visit.request),
        rows=tuple(_row(visit, each) for each in rows),
        total=known.total,
        action=f"{HERE}/{known.id}/intrekken",
        back_href=FROM,
        reasons=tuple(reason.value for reason in REASONS),
        problems=shown(visit.request, problems),
    )
    return show(visit.request, "samen-intrekken", view)


def _ask_what(
    visit: Visit, known: KnownBulk, *, sent: ChangeFields, problems: Sequence[FieldProblem] = ()
) -> Response:
    rows = list_chosen(visit.desk, known.id, actor=visit.actor, limit=PAGE)
    view = views.bulk.BulkChangeForm(
        frame=frame_of(visit.request),
        rows=tuple(_row(visit, each) for each in rows),
        total=known.total,
        action=f"{HERE}/{known.id}/bekijk",
        back_href=FROM,
        kinds=tuple(each.value for each in What),
        independences=tuple(Independence),
        works=_works(visit),
        typed=sent.model_dump(),
        problems=shown(visit.request, problems),
    )
    return show(visit.request, "samen-verbeteren", view)


def _works(visit: Visit) -> Mapping[str, str]:
    """Offer the work that this organisation gave badges for, and that of its kwalificaties."""
    used = [each.werkproces for each in used_before(visit.desk, organisation_id=visit.actor.organisation_id)]
    own = [
        werkproces
        for kwalificatie in offered_by(visit.desk, visit.actor.organisation_id)
        for werkproces in kwalificatie.werkprocessen
    ]
    return {each.key: each.title for each in (*used, *own)}


def _preview(visit: Visit, known: KnownBulk, change: Change, *, sent: ChangeFields) -> Response:
    found = look_over(visit.desk, known.id, change, actor=visit.actor)
    changed = [each for each in found if each.better]
    left = [each for each in found if not each.better]
    view = views.bulk.BulkPreview(
        frame=frame_of(visit.request),
        change=_shown_change(visit, change),
        changed=tuple(_previewed(visit, each) for each in changed[:PAGE]),
        changed_total=len(changed),
        left=tuple(_previewed(visit, each) for each in left[:PAGE]),
        left_total=len(left),
        action=f"{HERE}/{known.id}/verbeteren",
        edit_action=f"{HERE}/{known.id}/aanpassen",
        hidden=tuple((name, text) for name, text in sent.model_dump().items() if text),
    )
    return show(visit.request, "samen-bekijk", view)


def _outcome(visit: Visit, known: KnownBulk, *, page: int) -> Response:
    rows = list_chosen(visit.desk, known.id, actor=visit.actor, limit=PAGE, offset=page * PAGE)
    here = f"{HERE}/{known.id}"
    view = views.bulk.BulkOutcome(
        frame=frame_of(visit.request),
        deed=known.deed.value,
        state=known.state.value,
        done=known.done,
        total=known.total,
        counts={state.value: count for state, count in known.counts.items() if state is not LineState.OPEN},
        rows=tuple(_row(visit, each) for each in rows),
        here=here,
        go_on_action=f"{here}/verder" if known.state is BulkState.STOPPED else None,
        stopped=" ".join(said(visit.request, each) for each in known.stopped) or None,
        back_href=FROM,
        previous_href=f"{here}?pagina={page - 1}" if page else None,
        next_href=f"{here}?pagina={page + 1}" if known.total > (page + 1) * PAGE else None,
    )
    return show(visit.request, "samen", view)


def _shown_change(visit: Visit, change: Change) -> views.bulk.BulkChange:
    work = visit.desk.catalogue.werkproces(change.crebo, change.code) if change.what is What.WORK else None
    return views.bulk.BulkChange(
        start=change.first_day,
        end=change.last_day,
        independence=change.zelfstandigheid or None,
        work=work.title if work else None,
        work_code=work.key if work else None,
    )


def _previewed(visit: Visit, each: Previewed) -> views.bulk.BulkRow:
    problem = " ".join(said(visit.request, found) for found in each.problems)
    return _row(visit, each.chosen, problem=problem or None)


def _row(visit: Visit, chosen: Chosen, *, problem: str | None = None) -> views.bulk.BulkRow:
    given, facts = chosen.given, chosen.given.facts
    return views.bulk.BulkRow(
        title=facts.title or "",
        name=facts.name,
        awarded=dutch_day(given.awarded),
        start=facts.activity_start.date() if facts.activity_start else None,
        end=facts.activity_end.date() if facts.activity_end else None,
        independence=facts.independence,
        state=chosen.state.value,
        better_href=f"{FROM}/{chosen.better_id}" if chosen.better_id else None,
        problem=problem or " ".join(said(visit.request, each) for each in chosen.problems) or None,
    )
