"""The first page of whoever runs the service: who wants to join, what was reported, who is here."""

from uuid import UUID

from fastapi import APIRouter
from fastapi.responses import RedirectResponse, Response

from badges.texts import normalize
from issuers.organisations.founding import organisations
from issuers.organisations.joining import ask_to_join, waiting_applications
from issuers.organisations.overseeing import to_look_up
from issuers.organisations.pages.visiting import HERE, Deciding, Looking, Text, Visit
from issuers.organisations.reporting import answer, waiting_reports
from issuers.organisations.tables import Organisation
from templates import views
from web.pages import frame_of, show

router = APIRouter(include_in_schema=False)

ANSWER = {"nl": "Schrijf een antwoord.", "en": "Write an answer."}


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
        problem = views.Problem(field=f"antwoord-{report_id}", message=ANSWER[visit.language])
        return _overview(visit, problem=problem)
    answer(visit.desk, report_id, text=text, by=visit.visitor.person_id)
    return RedirectResponse(f"{HERE}?klaar=beantwoord", status_code=303)


def _overview(
    visit: Visit,
    *,
    done: str | None = None,
    link: str | None = None,
    problem: views.Problem | None = None,
) -> Response:
    view = views.PlatformPage(
        frame=frame_of(visit.request),
        invite_action=f"{HERE}/uitnodigen",
        waiting=tuple(
            views.PlatformRow(
                href=f"{HERE}/aanmeldingen/{each.id}", name=each.written.face.name, since=each.created.date()
            )
            for each in waiting_applications(visit.desk)
        ),
        to_look_up=tuple(_row(each) for each in to_look_up(visit.desk)),
        organisations=tuple(_row(each) for each in organisations(visit.desk)),
        reports=tuple(
            views.PlatformReport(
                id=str(each.id),
                text=each.text or "",
                about=each.about,
                sent=each.created.date(),
                action=f"{HERE}/meldingen/{each.id}",
            )
            for each in waiting_reports(visit.desk)
        ),
        link=link,
        done=done,
        problems=(problem,) if problem else (),
    )
    return show(visit.request, "platform", view)


def _row(organisation: Organisation) -> views.PlatformRow:
    """Show an organisation, and whether it gives badges now."""
    return views.PlatformRow(
        href=f"{HERE}/organisaties/{organisation.id}",
        name=organisation.name,
        is_closed=organisation.closed is not None,
        is_suspended=organisation.suspended is not None,
    )
