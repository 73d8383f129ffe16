"""What waits here: the list, one of it, and what who gave it and a second person can do with it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Annotated, Final
from uuid import UUID

from fastapi import APIRouter, Form
from fastapi.responses import RedirectResponse, Response

from badges.judgement import Judgement
from issuers.errors import FieldProblem, FormError, HeldCodeError, HoldingError, IssuersError, SamePersonError
from issuers.groups.finding import RowOfGroup, find_row
from issuers.holding.confirming import confirm, confirm_all, confirm_by_code, show_code
from issuers.holding.known import KnownHeld, find_held, list_held, list_to_confirm
from issuers.holding.pages.showing import HERE, facts_to_be, held_rows, picture_to_be
from issuers.holding.releasing import release
from issuers.holding.stopping import refuse, take_back
from issuers.holding.tables import HeldState
from issuers.issuing.pages.writing import shown_correction
from issuers.saying import Done, done_of, said_of, shown
from issuers.visiting import IssueVisit, Visit
from issuers.werkplekprofiel.answering import read_objection
from templates import views
from templates.documents.qr import qr_svg
from web.locale import language_of
from web.pages import frame_of, show

router = APIRouter(include_in_schema=False)

DONE: Final[Done] = {
    "bevestigd": {
        "nl": "Het is bevestigd. Het wordt nu ondertekend.",
        "en": "It is confirmed. It is being signed now.",
    },
}
NOTHING_TICKED: Final = FieldProblem(
    "bewijs",
    "missing",
    "Zet een vinkje bij wat je gelezen hebt en bevestigt.",
    "Tick what you have read and confirm.",
)
NOTHING_SAID: Final = FieldProblem(
    "wat",
    "missing",
    "Schrijf in één zin wat er niet klopt.",
    "Write in one sentence what is not right.",
)


@dataclass(frozen=True, slots=True)
class Refusal:
    """Hold what the second person typed, and what is wrong with it."""

    typed: str = ""
    problems: Sequence[FieldProblem] = ()


NO_REFUSAL: Final = Refusal()
KNOWN_REASONS: Final = frozenset(
    {
        *("permission-denied", "profiel-ended", "profiel-not-agreed", "other-name"),
        *("organisation-closed", "organisation-merged", "backup-restored"),
    }
)


@router.get(HERE)
def list_waiting(visit: IssueVisit, klaar: str = "") -> Response:
    """List what waits, and take a code of a second person."""
    return _list(visit, done=done_of(visit.request, klaar, done=DONE))


@router.post(f"{HERE}/code")
def confirm_with_code(visit: IssueVisit, code: Annotated[str, Form()] = "") -> Response:
    """Confirm by the code on the screen of who gave it."""
    try:
        held_id = confirm_by_code(visit.desk, code, actor=visit.actor)
    except (HeldCodeError, SamePersonError) as error:
        return _list(visit, typed=code, problems=[FieldProblem.of(error, field="code")])
    return _go_on(visit, held_id)


@router.post(f"{HERE}/bevestig")
def confirm_ticked(visit: IssueVisit, bewijs: Annotated[list[UUID] | None, Form()] = None) -> Response:
    """Confirm what was ticked; the ticker signs it."""
    if not bewijs:
        return _list(visit, problems=[NOTHING_TICKED])
    try:
        confirm_all(visit.desk, bewijs, actor=visit.actor)
    except SamePersonError as error:
        return _list(visit, problems=[FieldProblem.of(error, field="bewijs")])
    return RedirectResponse(f"{HERE}?klaar=bevestigd", status_code=303)


@router.get(f"{HERE}/{{held_id}}")
def show_one(visit: IssueVisit, held_id: UUID) -> Response:
    """Show one thing that waits."""
    return _page(visit, held_id)


@router.post(f"{HERE}/{{held_id}}/code")
def make_code(visit: IssueVisit, held_id: UUID) -> Response:
    """Show a code for a second person; it stands on this page only."""
    try:
        code = show_code(visit.desk, held_id, actor=visit.actor)
    except HoldingError as error:
        return _page(visit, held_id, because=error)
    return _page(visit, held_id, code=code)


@router.post(f"{HERE}/{{held_id}}/bevestig")
def confirm_here(visit: IssueVisit, held_id: UUID) -> Response:
    """Confirm what somebody else gave."""
    try:
        confirm(visit.desk, held_id, actor=visit.actor)
    except HoldingError as error:
        return _page(visit, held_id, because=error)
    return _go_on(visit, held_id)


@router.post(f"{HERE}/{{held_id}}/klopt-niet")
def refuse_here(visit: IssueVisit, held_id: UUID, wat: Annotated[str, Form()] = "") -> Response:
    """Say as the second person that it is not right, and why."""
    try:
        because = read_objection(wat)
        if not because:
            return _page(visit, held_id, refusal=Refusal(wat, [NOTHING_SAID]))
        refuse(visit.desk, held_id, actor=visit.actor, because=because)
    except FormError as error:
        return _page(visit, held_id, refusal=Refusal(wat, error.problems))
    except HoldingError as error:
        return _page(visit, held_id, because=error, refusal=Refusal(wat))
    return RedirectResponse(f"{HERE}/{held_id}", status_code=303)


@router.post(f"{HERE}/{{held_id}}/terug")
def take_it_back(visit: IssueVisit, held_id: UUID) -> Response:
    """Take it back, while it waits; what is of a group leads back to it."""
    known = find_held(visit.desk, held_id, actor=visit.actor)
    try:
        take_back(visit.desk, held_id, actor=visit.actor)
    except HoldingError as error:
        return _page(visit, held_id, because=error)
    row = find_row(visit.desk, known, actor=visit.actor) if known.is_of_roster else None
    where = f"/groepen/{row.group_id}?klaar=teruggenomen" if row else f"{HERE}/{held_id}"
    return RedirectResponse(where, status_code=303)


def _go_on(visit: Visit, held_id: UUID) -> Response:
    """Sign it now if it waits for nothing more; what cannot be done now, the ticker does."""
    try:
        release(visit.desk, held_id, organisation_id=visit.actor.organisation_id)
    except IssuersError as error:
        return _page(visit, held_id, because=error)
    return RedirectResponse(f"{HERE}/{held_id}", status_code=303)


def _list(
    visit: Visit, *, typed: str = "", problems: Sequence[FieldProblem] = (), done: str | None = None
) -> Response:
    view = views.holding.HeldList(
        frame=frame_of(visit.request),
        to_confirm=held_rows(
            list_to_confirm(visit.desk, actor=visit.actor), actor=visit.actor, now=visit.desk.clock.now()
        ),
        rows=held_rows(
            list_held(visit.desk, actor=visit.actor), actor=visit.actor, now=visit.desk.clock.now()
        ),
        confirm_action=f"{HERE}/bevestig",
        done=done,
        code_action=f"{HERE}/code",
        typed={"code": typed},
        problems=shown(visit.request, problems),
    )
    return show(visit.request, "onderweg", view)


def _page(
    visit: Visit,
    held_id: UUID,
    *,
    code: str | None = None,
    because: IssuersError | None = None,
    refusal: Refusal = NO_REFUSAL,
) -> Response:
    known = find_held(visit.desk, held_id, actor=visit.actor)
    if known.state is HeldState.GIVEN:
        return RedirectResponse(f"/gegeven/{known.badge_id}", status_code=303)
    view = replace(
        _with_ways(_filled(visit, known), visit, known),
        code=code,
        typed={"wat": refusal.typed},
        problems=shown(visit.request, refusal.problems),
        trouble=said_of(visit.request, because),
    )
    return show(visit.request, "onderweg-een", view, because=because)


def _filled(visit: Visit, known: KnownHeld) -> views.holding.HeldPage:
    """Show what was given, what it waits for, and what came of it."""
    row = find_row(visit.desk, known, actor=visit.actor) if known.is_of_roster else None
    return views.holding.HeldPage(
        frame=frame_of(visit.request),
        facts=facts_to_be(
            known, desk=visit.desk, issuer=visit.organisation.name, language=language_of(visit.request)
        ),
        picture=picture_to_be(known, issuer=visit.organisation.name),
        state=known.state.value,
        giver=known.giver,
        due=known.due,
        is_over=known.due <= visit.desk.clock.now(),
        waits_for_second=known.waits_for_second,
        back_href=f"/groepen/{row.group_id}#rijen" if row else HERE,
        look_href=f"{HERE}/{known.id}",
        confirmer=known.confirmer,
        objection=known.objection,
        because=_reason(known),
        is_refused=known.is_refused,
        corrects=_corrects(visit, known),
        stopper=known.stopper,
        again_href=_again_href(known, row=row),
        is_of_roster=row is not None,
        has_read=known.named is not None,
        first_name=_first_name(known),
    )


def _with_ways(view: views.holding.HeldPage, visit: Visit, known: KnownHeld) -> views.holding.HeldPage:
    """Lead on to what can be done while it waits: by a second person, its giver and its recipient."""
    if known.state is not HeldState.WAITING:
        return view
    here, url = view.look_href, visit.desk.addresses.held(known.token)
    is_own = known.held_by == visit.actor.person_id
    is_for_other = known.waits_for_second and not is_own
    return replace(
        view,
        code_action=f"{here}/code" if known.waits_for_second and is_own else None,
        confirm_action=f"{here}/bevestig" if is_for_other else None,
        refuse_action=f"{here}/klopt-niet" if is_for_other else None,
        take_back_action=f"{here}/terug",
        url=url,
        qr=qr_svg(url, title="QR-code"),
    )


def _again_href(known: KnownHeld, *, row: RowOfGroup | None) -> str | None:
    """Lead to where it can be put right and given again: the form, or its row in the group."""
    if not known.can_come_again or not isinstance(known.judgement, Judgement):
        return None
    if known.is_of_roster:
        return f"/groepen/{row.group_id}#f-rij-{row.place}" if row else None
    work = known.judgement.werkproces
    return f"/uitreiken/{work.crebo}/{work.code}?opnieuw={known.id}"


def _corrects(visit: Visit, known: KnownHeld) -> views.pieces.Corrects | None:
    """Show which badge it takes the place of, if of one."""
    return shown_correction(visit.desk, known.corrects, actor=visit.actor) if known.corrects else None


def _first_name(known: KnownHeld) -> str | None:
    """Give how the name read before its recipient chose another; empty where there was none."""
    is_other = known.named and known.judgement and known.judgement.name != known.first_name
    return (known.first_name or "") if is_other else None


def _reason(known: KnownHeld) -> str | None:
    """Give the key of our words for why it was not given."""
    if known.state is not HeldState.NOT_GIVEN:
        return None
    return known.because if known.because in KNOWN_REASONS else "anders"
