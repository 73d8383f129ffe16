"""One group: look it over, put it right, give it, and see how far it is."""

from collections import Counter
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from typing import Annotated, Final, cast
from urllib.parse import urlencode
from uuid import UUID

from fastapi import APIRouter, Depends, Query
from fastapi.responses import RedirectResponse, Response
from pydantic import StringConstraints
from starlette.requests import Request

from badges.judgement import Independence
from issuers.background import Runner
from issuers.errors import GroupBusyError
from issuers.groups.headings import MOST_OF_A_HEADING, MOST_TOLD, tell_unread
from issuers.groups.keeping import (
    SKIP,
    KnownGroup,
    correct,
    find_group,
    forget_group,
    list_lines,
)
from issuers.groups.lines import OTHER, KnownLine
from issuers.groups.noticing import UNKNOWN
from issuers.groups.pages.lines import shown_line
from issuers.groups.pages.sending import HERE
from issuers.groups.previewing import look_over
from issuers.groups.recognising import Recognised
from issuers.groups.running import start_group
from issuers.groups.states import WAITS, LineState
from issuers.groups.tables import GroupState
from issuers.groups.welcoming import strangers, welcome
from issuers.issuing.rules import find_rule
from issuers.people.permissions import Action, may
from issuers.saying import Done, done_of, said
from issuers.visiting import DraftVisit, IssueVisit, Visit
from templates import views
from web.pages import frame_of, show

router = APIRouter(include_in_schema=False)

GROUP: Final = f"{HERE}/{{group_id}}"
PAGE: Final = 100
WRONG_AT_ONCE: Final = 40
"""So many rows are put right at once; the next come when these are kept."""
MOST_NAMED: Final = 20

FIELDS: Final = (
    "naam",
    "kenmerk",
    "crebo",
    "werkproces",
    "van",
    "tot",
    "zelfstandigheid",
    "toelichting",
    "mail",
    "telefoon",
)
DONE: Final[Done] = {
    "bewaard": {"nl": "Het is bewaard.", "en": "It is kept."},
    "deelnemers": {"nl": "Ze staan bij de deelnemers.", "en": "They are among the learners."},
    "ingetrokken": {"nl": "De bewijzen zijn ingetrokken.", "en": "The badges are withdrawn."},
    "een-ingetrokken": {"nl": "Het bewijs is ingetrokken.", "en": "The badge is withdrawn."},
    "teruggenomen": {
        "nl": "Het is teruggenomen. Er is niets ondertekend.",
        "en": "It is taken back. Nothing was signed.",
    },
}


async def sent_fields(request: Request) -> Mapping[str, str]:
    """Give the fields of a form whose names are of its rows."""
    return {name: value for name, value in (await request.form()).items() if isinstance(value, str)}


def runner_of(request: Request) -> Runner:
    """Give what runs groups in the background, as `app` filled it."""
    return cast("Runner", request.app.state.groups)


Heading = Annotated[str, StringConstraints(max_length=MOST_OF_A_HEADING)]
SentFields = Annotated[Mapping[str, str], Depends(sent_fields)]
GroupRunner = Annotated[Runner, Depends(runner_of)]


@router.get(GROUP)
def show_group(
    visit: DraftVisit,
    group_id: UUID,
    pagina: Annotated[int, Query(ge=0, le=10_000)] = 0,
    klaar: str = "",
    kolom: Annotated[list[Heading] | None, Query(max_length=MOST_TOLD)] = None,
) -> Response:
    """Show a group: before it is given, while it is, and after."""
    known = find_group(visit.desk, group_id, actor=visit.actor)
    lines = list_lines(visit.desk, group_id, actor=visit.actor)
    view = _with_ways(_filled(visit, known, lines=lines, page=pagina), visit, known, lines=lines, page=pagina)
    told = replace(
        view,
        is_done=done_of(visit.request, klaar, done=DONE),
        unread=tuple(said(visit.request, each) for each in tell_unread(kolom or ())),
    )
    return show(visit.request, "groep", told)


@router.post(f"{GROUP}/verbeter")
def put_right(visit: DraftVisit, group_id: UUID, sent: SentFields) -> Response:
    """Keep what was put right in the rows that were sent."""
    places = [int(name.removeprefix("rij-")) for name in sent if _is_place(name)]
    changes = {
        place: {name: sent.get(f"{name}-{place}", "") for name in (*FIELDS, OTHER, SKIP)} for place in places
    }
    correct(visit.desk, group_id, changes, actor=visit.actor)
    return _back(group_id, "bewaard")


@router.post(f"{GROUP}/deelnemers")
def take_in(visit: DraftVisit, group_id: UUID) -> Response:
    """Add whoever is not known yet to those who learn here."""
    welcome(visit.desk, group_id, actor=visit.actor)
    return _back(group_id, "deelnemers")


@router.post(f"{GROUP}/geef")
def give(visit: IssueVisit, group_id: UUID, runner: GroupRunner) -> Response:
    """Begin to give what is right, or go on where it stopped; a second tap finds it under way."""
    with suppress(GroupBusyError):
        start_group(visit.desk, group_id, actor=visit.actor, runner=runner)
    return RedirectResponse(f"{HERE}/{group_id}", status_code=303)


@router.post(f"{GROUP}/weg")
def forget(visit: DraftVisit, group_id: UUID) -> Response:
    """Forget the roster; the badges stay."""
    forget_group(visit.desk, group_id, actor=visit.actor)
    return RedirectResponse(f"{HERE}?klaar=weg", status_code=303)


def _filled(
    visit: Visit, known: KnownGroup, *, lines: Sequence[KnownLine], page: int
) -> views.groups.GroupPage:
    """Show what is in a group, what is wrong with it, and how far it is."""
    found, usual = _found(visit, known, lines=lines), _usual(lines)
    wrong = [line for line in lines if found[line.place].problems]
    here = lines[page * PAGE : (page + 1) * PAGE]
    return views.groups.GroupPage(
        frame=frame_of(visit.request),
        id=str(known.id),
        name=known.name,
        state=known.state.value,
        done=known.done,
        left=known.left,
        aside=known.aside,
        counts=_counted(lines, found),
        wrong=tuple(shown_line(visit, each, about=found[each.place]) for each in wrong[:WRONG_AT_ONCE]),
        lines=tuple(shown_line(visit, each, about=found[each.place], usual=usual) for each in here),
        left_out=_left_out(wrong),
        skipped=_left_out([each for each in lines if each.state is LineState.SKIPPED]),
        stopped=" ".join(said(visit.request, each) for each in known.stopped) or None,
        usual=usual,
        independences=tuple(Independence),
        action=f"{HERE}/{known.id}",
        may_give=may(visit.actor, Action.ISSUE),
        back_href=HERE,
    )


def _with_ways(
    view: views.groups.GroupPage, visit: Visit, known: KnownGroup, *, lines: Sequence[KnownLine], page: int
) -> views.groups.GroupPage:
    """Lead on to what can be done with a group, and say what the organisation asks before it is signed."""
    rule = find_rule(visit.desk, visit.actor.organisation_id)
    return replace(
        view,
        asks=rule.asks.value,
        hold_hours=rule.hold_hours,
        undo_minutes=rule.undo_minutes,
        previous_href=_page_href(known.id, page - 1) if page else None,
        next_href=_page_href(known.id, page + 1) if len(lines) > (page + 1) * PAGE else None,
        withdraw_href=f"{HERE}/{known.id}/intrekken" if _may_withdraw(visit, known, lines=lines) else None,
        correct_action="/gegeven/kies" if view.may_give else None,
    )


def _found(visit: Visit, known: KnownGroup, *, lines: Sequence[KnownLine]) -> dict[int, Recognised]:
    """Give what there is to say of each line: looked over while it waits, or as it was told when refused."""
    found = {each.place: Recognised(problems=each.problems) for each in lines}
    waiting = [each for each in lines if each.state is LineState.OPEN]
    if known.state is not GroupState.RUNNING:
        about = look_over(visit.desk, waiting, actor=visit.actor)
        found |= dict(zip((each.place for each in waiting), _told_once(about), strict=True))
    return found


def _told_once(about: Sequence[Recognised]) -> Sequence[Recognised]:
    """Leave out of each line that nobody knows him, where that is so of all: it is told once, above."""
    if not all(each.is_stranger for each in about):
        return about
    return [
        replace(each, notices=tuple(told for told in each.notices if told.code != UNKNOWN)) for each in about
    ]


def _usual(lines: Sequence[KnownLine]) -> str | None:
    """Give what is told of more than one of those who wait."""
    told = Counter(each.line.typed.zin for each in lines if each.state is LineState.OPEN)
    [(most, count)] = told.most_common(1) or [("", 0)]
    return most if most and count > 1 else None


def _counted(lines: Sequence[KnownLine], found: Mapping[int, Recognised]) -> views.groups.GroupCounts:
    """Count what came of the lines, and what there is to say of those that wait."""
    came = Counter(each.state for each in lines)
    waiting = [each for each in lines if each.state is LineState.OPEN]
    about = [found[each.place] for each in waiting]
    return views.groups.GroupCounts(
        given=came[LineState.GIVEN],
        already=came[LineState.ALREADY],
        held=sum(came[state] for state in WAITS),
        wrong=sum(bool(each.problems) for each in found.values()),
        to_give=sum(not each.problems and not each.is_given for each in about),
        before=sum(not each.problems and each.is_given for each in about),
        to_read=sum(bool(each.notices) for each in about),
        strangers=len(strangers(waiting, about)),
    )


def _left_out(lines: Sequence[KnownLine]) -> views.groups.LeftOut:
    """Name the first of the lines of which nothing comes."""
    named = tuple((each.line.number, each.line.name) for each in lines[:MOST_NAMED])
    return views.groups.LeftOut(rows=named, more=len(lines) - len(named))


def _may_withdraw(visit: Visit, known: KnownGroup, *, lines: Sequence[KnownLine]) -> bool:
    """Tell whether there is something of this group to withdraw, and the actor may do that now."""
    has_given = any(each.state in {LineState.GIVEN, LineState.HELD} for each in lines)
    return has_given and known.state is not GroupState.RUNNING and may(visit.actor, Action.REVOKE)


def _is_place(name: str) -> bool:
    prefix, _, place = name.partition("-")
    return prefix == "rij" and place.isdecimal() and place.isascii() and len(place) < len(str(10**6))


def _back(group_id: UUID, done: str) -> Response:
    return RedirectResponse(f"{HERE}/{group_id}?{urlencode({'klaar': done})}", status_code=303)


def _page_href(group_id: UUID, page: int) -> str:
    return f"{HERE}/{group_id}?{urlencode({'pagina': page})}#rijen"
