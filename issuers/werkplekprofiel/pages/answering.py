"""What a recipient opens with a link or a QR code: what he will learn, and his yes or no to it.

Opening it changes nothing, so that a scanner or a preview answers for nobody.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Annotated, Final

from fastapi import APIRouter, Depends, Form
from fastapi.responses import RedirectResponse, Response
from starlette.requests import Request

from issuers.dependencies import Desk
from issuers.desk import IssuingDesk
from issuers.errors import FieldProblem, FormError, ProfielChangedError
from issuers.evidence.collectors import Learner
from issuers.organisations.founding import find_organisation
from issuers.praktijkverklaring.receiving import received_with
from issuers.publishing.keeping import keep_path, own_path
from issuers.saying import Done, done_of, shown
from issuers.werkplekprofiel.answering import (
    agree,
    find_by_token,
    object_to,
    read_chosen_name,
    read_objection,
)
from issuers.werkplekprofiel.known import KnownProfiel, Standing
from issuers.werkplekprofiel.pages.showing import facts_of, received_rows, with_collected
from templates import views
from web.locale import language_of
from web.pages import frame_of, show

router = APIRouter(include_in_schema=False)

HERE: Final = "/afspraak"
DONE: Final[Done] = {"naam": {"nl": "Het is bewaard.", "en": "It is kept."}}


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """Hold who reads: whoever has the token."""

    request: Request
    desk: IssuingDesk
    token: str

    @property
    def path(self) -> str:
        """Give the address of the page."""
        return f"{HERE}/{self.token}"


def reading_of(request: Request, desk: Desk, token: str) -> Reading:
    """Gather who reads what."""
    return Reading(request=request, desk=desk, token=token)


OwnReading = Annotated[Reading, Depends(reading_of)]


@router.get(f"{HERE}/{{token}}")
def read(reading: OwnReading, klaar: str = "") -> Response:
    """Show what will be learned, and what was said to it."""
    return _page(reading, done=done_of(reading.request, klaar, done=DONE))


@router.post(f"{HERE}/{{token}}/ja")
def say_yes(
    reading: OwnReading, versie: Annotated[int, Form()], naam: Annotated[str, Form()] = ""
) -> Response:
    """Say yes, and how the name reads; once more where only that changes."""
    said_before = find_by_token(reading.desk, reading.token).standing is Standing.AGREED
    try:
        agree(reading.desk, reading.token, revision=versie, name=read_chosen_name(naam))
    except FormError as error:
        return _page(reading, typed={"naam": naam}, problems=error.problems)
    except ProfielChangedError as error:
        problem = FieldProblem.of(error, field="naam")
        return _page(reading, typed={"naam": naam}, problems=[problem])
    return RedirectResponse(f"{reading.path}?klaar=naam" if said_before else reading.path, status_code=303)


@router.post(f"{HERE}/{{token}}/klopt-niet")
def say_no(reading: OwnReading, versie: Annotated[int, Form()], wat: Annotated[str, Form()] = "") -> Response:
    """Say that it is not right."""
    try:
        object_to(reading.desk, reading.token, revision=versie, because=read_objection(wat))
    except FormError as error:
        return _page(reading, typed={"wat": wat}, problems=error.problems)
    except ProfielChangedError as error:
        return _page(reading, typed={"wat": wat}, problems=[FieldProblem.of(error, field="wat")])
    return RedirectResponse(reading.path, status_code=303)


def _to_keep(
    reading: Reading, rows: Sequence[views.werkplekprofiel.GoalRow], *, known: KnownProfiel
) -> tuple[views.werkplekprofiel.GoalRow, ...]:
    """Lead also to where each badge is kept."""
    tokens = [goal.badge_token for goal in known.goals]
    return tuple(
        replace(row, keep_href=keep_path(reading.desk, token)) if token else row
        for row, token in zip(rows, tokens, strict=True)
    )


def _page(
    reading: Reading,
    *,
    typed: Mapping[str, str] | None = None,
    problems: Sequence[FieldProblem] = (),
    done: str | None = None,
) -> Response:
    known = find_by_token(reading.desk, reading.token)
    path = partial(own_path, reading.desk, profiel_id=known.id, organisation_id=known.organisation_id)
    facts = facts_of(
        known,
        badge_href=lambda goal: path(goal.badge_token or ""),
        desk=reading.desk,
        language=language_of(reading.request),
    )
    given = (*received_with(reading.desk, reading.token), *known.own)
    rows = received_rows(given, href=lambda each: path(each.token), desk=reading.desk)
    kept = zip(rows, (keep_path(reading.desk, each.token) for each in given), strict=True)
    facts = replace(facts, received=tuple(replace(row, keep_href=href) for row, href in kept))
    facts = replace(facts, goals=_to_keep(reading, facts.goals, known=known))
    if known.standing is Standing.AGREED:
        by = Learner(token=reading.token, organisation_id=known.organisation_id)
        facts = with_collected(facts, known, by=by, desk=reading.desk, here=reading.path)
    view = views.werkplekprofiel.AfspraakAnswer(
        frame=frame_of(reading.request),
        name=known.name,
        organisation=find_organisation(reading.desk, known.organisation_id).name,
        facts=facts,
        standing=known.standing.value,
        revision=known.revision,
        url=reading.desk.addresses.werkplekprofiel(reading.token),
        yes_action=f"{reading.path}/ja",
        no_action=f"{reading.path}/klopt-niet",
        chosen_name=known.chosen_name,
        objection=known.objection,
        typed=typed or {},
        problems=shown(reading.request, problems),
        done=done,
    )
    return show(reading.request, "afspraak-lezen", view)
