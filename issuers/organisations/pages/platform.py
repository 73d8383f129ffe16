"""The first page of whoever runs the service: who wants to join, what was reported, who is here."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final
from uuid import UUID

from fastapi import APIRouter
from fastapi.responses import RedirectResponse, Response

from badges.moments import dutch_day
from badges.texts import normalize
from issuers.backups.silence import silent_since
from issuers.errors import FieldProblem
from issuers.organisations.founding import organisations
from issuers.organisations.joining import WaitingApplication, ask_to_join, waiting_applications
from issuers.organisations.overseeing import to_look_up
from issuers.organisations.pages.visiting import HERE, Deciding, Looking, PlatformVisit, Text
from issuers.organisations.reporting import answer, waiting_reports
from issuers.organisations.tables import AbuseReport, Organisation
from issuers.saying import shown
from templates import views
from web.pages import frame_of, show

router = APIRouter(include_in_schema=False)

NO_ANSWER: Final = FieldProblem("antwoord", "missing", "Schrijf een antwoord.", "Write an answer.")


@router.get(HERE)
def show_open_things(visit: Looking, klaar: str = "") -> Response:
    """Show what waits, and which organisations there are."""
    return _overview(visit, done=visit.done(klaar))


@router.post(f"{HERE}/uitnodigen")
def invite_organisation(visit: Deciding) -> Response:
    """Make a link with which an organisation joins without waiting; it is shown once."""
    token = ask_to_join(visit.desk, by=visit.visitor.person_id)
    return _overview(visit, link=f"{visit.desk.base_url}/aanmelden?uitnodiging={token}")


@router.post(f"{HERE}/meldingen/{{report_id}}")
def answer_report(visit: Deciding, report_id: UUID, antwoord: Text = "") -> Response:
    """Answer a report; what was reported is then forgotten."""
    text = normalize(antwoord)
    if not text:
        return _overview(visit, problems=(replace(NO_ANSWER, field=f"antwoord-{report_id}"),))
    answer(visit.desk, report_id, text=text, by=visit.visitor.person_id)
    return RedirectResponse(f"{HERE}?klaar=beantwoord", status_code=303)


def _overview(
    visit: PlatformVisit,
    *,
    done: str | None = None,
    link: str | None = None,
    problems: Sequence[FieldProblem] = (),
) -> Response:
    view = views.platform.PlatformPage(
        frame=frame_of(visit.request),
        invite_action=f"{HERE}/uitnodigen",
        trail_href=f"{HERE}/wie-deed-wat",
        waiting=tuple(_waiting(each) for each in waiting_applications(visit.desk)),
        to_look_up=tuple(_row(each) for each in to_look_up(visit.desk)),
        organisations=_rows(visit),
        reports=tuple(_report(each) for each in waiting_reports(visit.desk)),
        link=link,
        done=done,
        mail_waits=silent_since(visit.desk),
        problems=shown(visit.request, problems),
    )
    return show(visit.request, "platform", view)


def _waiting(application: WaitingApplication) -> views.platform.PlatformRow:
    return views.platform.PlatformRow(
        href=f"{HERE}/aanmeldingen/{application.id}",
        name=application.written.face.name,
        since=dutch_day(application.created),
    )


def _report(report: AbuseReport) -> views.platform.PlatformReport:
    return views.platform.PlatformReport(
        id=str(report.id),
        text=report.text or "",
        about=report.about,
        sent=dutch_day(report.created),
        action=f"{HERE}/meldingen/{report.id}",
    )


def _rows(visit: PlatformVisit) -> tuple[views.platform.PlatformRow, ...]:
    """Show all organisations; of one that went up in another, also in which."""
    found = {each.id: each for each in organisations(visit.desk)}
    return tuple(
        replace(_row(each), merged_into=found[each.merged_into].name) if each.merged_into else _row(each)
        for each in found.values()
    )


def _row(organisation: Organisation) -> views.platform.PlatformRow:
    """Show an organisation, and whether it gives badges now."""
    return views.platform.PlatformRow(
        href=f"{HERE}/organisaties/{organisation.id}",
        name=organisation.name,
        is_closed=organisation.closed is not None,
        is_suspended=organisation.suspended is not None,
    )
