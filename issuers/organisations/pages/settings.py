"""Look after an organisation: what it says of itself, its picture, its data, and stopping."""

from collections.abc import Mapping, Sequence
from typing import Annotated, Final

from fastapi import APIRouter, Form, UploadFile
from fastapi.responses import RedirectResponse, Response

from badges.logos import MAX_BYTES
from badges.sensitive import sensitive_word
from issuers.desk import IssuingDesk
from issuers.errors import FieldProblem, FormError
from issuers.organisations.agreeing import agree_with, find_agreed
from issuers.organisations.changing import change, read_description
from issuers.organisations.face import face_of
from issuers.organisations.facts import facts_of
from issuers.organisations.founding import successor_of
from issuers.organisations.handing_back import hand_back
from issuers.organisations.numbers import NumberKind
from issuers.organisations.pages.forms import AGREEMENT_PATH, FaceForm, FactsForm, link_to, typed_of
from issuers.organisations.pictures import has_picture, remove_picture, set_picture
from issuers.organisations.standing import close
from issuers.organisations.tables import Organisation
from issuers.saying import Done, done_of, shown
from issuers.visiting import OrganisationVisit, Visit
from templates import views
from templates.texts import AGREEMENT
from web.pages import frame_of, show

router = APIRouter(include_in_schema=False)

HERE = "/organisatie"
DONE: Final[Done] = {
    "bewaard": {
        "nl": "Het is bewaard. Iedereen ziet het nu zo.",
        "en": "It is kept. Everyone sees it so now.",
    },
    "opnieuw": {
        "nl": "Het is bewaard. Iedereen ziet het nu zo. Wat jullie zijn, wordt opnieuw nagekeken. "
        "Tot dan staat er dat jullie het zelf zeggen.",
        "en": "It is kept. Everyone sees it so now. What you are is looked up again. "
        "Until then it stands there as your own word.",
    },
    "beeld": {"nl": "Het plaatje is bewaard.", "en": "The picture is kept."},
    "weg": {"nl": "Het plaatje is weg.", "en": "The picture is gone."},
    "akkoord": {"nl": "Jullie gaan akkoord. Dat is bewaard.", "en": "You agree. That is kept."},
    "gestopt": {"nl": "Jullie zijn gestopt.", "en": "You have stopped."},
}
SURE = FieldProblem(
    "zeker",
    "tick-missing",
    "Zet het vinkje als jullie echt willen stoppen.",
    "Tick the box if you really want to stop.",
)


UNREAD = FieldProblem(
    "akkoord",
    "tick-missing",
    "Lees de nieuwe tekst. Zet het vinkje als jullie akkoord gaan.",
    "Read the new text. Tick the box if you agree.",
)


class DescriptionForm(FactsForm, FaceForm):
    """Hold what an organisation says of itself, as it was sent."""


@router.get(HERE)
def show_settings(visit: OrganisationVisit, klaar: str = "") -> Response:
    """Show what the organisation says of itself, to change it."""
    return _page(visit, done=done_of(visit.request, klaar, done=DONE))


@router.post(HERE)
def save(visit: OrganisationVisit, sent: Annotated[DescriptionForm, Form()]) -> Response:
    """Keep what was typed."""
    try:
        description = read_description(sent.facts, sent.face)
    except FormError as error:
        return _page(visit, sent=sent, problems=error.problems)
    again = change(visit.desk, description, actor=visit.actor)
    return _back("opnieuw" if again else "bewaard")


@router.post(f"{HERE}/overeenkomst")
def agree(visit: OrganisationVisit, akkoord: Annotated[str, Form()] = "") -> Response:
    """Agree with the verwerkersovereenkomst as it is now."""
    if akkoord != AGREEMENT:
        return _page(visit, problems=(UNREAD,))
    agree_with(visit.desk, AGREEMENT, actor=visit.actor)
    return _back("akkoord")


@router.post(f"{HERE}/beeld")
def save_picture(visit: OrganisationVisit, beeld: UploadFile) -> Response:
    """Keep a picture, drawn anew."""
    try:
        set_picture(visit.desk, beeld.file.read(MAX_BYTES + 1), actor=visit.actor)
    except FormError as error:
        return _page(visit, problems=error.problems)
    return _back("beeld")


@router.post(f"{HERE}/beeld/weg")
def take_picture_away(visit: OrganisationVisit) -> Response:
    """Take the picture away."""
    remove_picture(visit.desk, actor=visit.actor)
    return _back("weg")


@router.get(f"{HERE}/gegevens.zip")
def download(visit: OrganisationVisit) -> Response:
    """Hand the organisation all its data."""
    headers = {"Content-Disposition": 'attachment; filename="gegevens.zip"', "Cache-Control": "no-store"}
    return Response(hand_back(visit.desk, actor=visit.actor), media_type="application/zip", headers=headers)


@router.get(f"{HERE}/stoppen")
def ask_to_stop(visit: OrganisationVisit) -> Response:
    """Say what stopping means, before anything happens."""
    return _confirm(visit)


@router.post(f"{HERE}/stoppen")
def stop(visit: OrganisationVisit, zeker: Annotated[str, Form()] = "") -> Response:
    """Stop for good."""
    if not zeker:
        return _confirm(visit, problems=(SURE,))
    close(visit.desk, actor=visit.actor)
    return _back("gestopt")


def _back(done: str) -> Response:
    return RedirectResponse(f"{HERE}?klaar={done}", status_code=303)


def _page(
    visit: Visit,
    *,
    sent: DescriptionForm | None = None,
    problems: Sequence[FieldProblem] = (),
    done: str | None = None,
) -> Response:
    organisation = visit.organisation
    facts = facts_of(visit.desk, organisation.id)
    view = views.organisations.OrganisationSettings(
        frame=frame_of(visit.request),
        action=HERE,
        kinds=tuple(sent.soort if sent else dict.fromkeys(each.row.kind.value for each in facts)),
        typed=typed_of(sent) if sent else _kept(visit.desk, organisation),
        page_href=f"/organisaties/{organisation.id}",
        agreed=_agreed(visit),
        picture_href=f"/organisaties/{organisation.id}/beeld.png"
        if has_picture(visit.desk, organisation.id)
        else None,
        is_closed=organisation.closed is not None,
        merged_into=link_to(successor_of(visit.desk, organisation), under="/organisaties"),
        suspended_because=organisation.suspended_because,
        problems=shown(visit.request, problems),
        done=done,
    )
    return show(visit.request, "organisatie-beheer", view)


def _confirm(visit: Visit, *, problems: Sequence[FieldProblem] = ()) -> Response:
    view = views.organisations.StopConfirm(
        frame=frame_of(visit.request),
        name=visit.organisation.name,
        action=f"{HERE}/stoppen",
        back_href=HERE,
        data_href=f"{HERE}/gegevens.zip",
        typed={},
        problems=shown(visit.request, problems),
    )
    return show(visit.request, "organisatie-stoppen", view)


def _kept(desk: IssuingDesk, organisation: Organisation) -> Mapping[str, str]:
    """Give what is kept as if it was just typed."""
    face, facts = face_of(organisation), facts_of(desk, organisation.id)
    numbers = {number.kind.value: number.value for fact in facts for number in fact.numbers}
    school = next((fact.row.school_kind.value for fact in facts if fact.row.school_kind), "")
    return {
        "naam": face.name,
        "naam-mag": "ja" if sensitive_word(face.name) else "",
        "officiele-naam": face.official_name or "",
        "website": face.website or "",
        "contact": face.contact or "",
        "gemeente": face.gemeente or "",
        "regio": face.arbeidsmarktregio or "",
        "schoolsoort": school,
        "rechtspersoon": "ja" if NumberKind.RSIN.value in numbers else "",
        **numbers,
    }


def _agreed(visit: Visit) -> views.organisations.Agreed | None:
    """Show with what the organisation agreed, and whether there is a newer text."""
    agreed = find_agreed(visit.desk, actor=visit.actor)
    if agreed is None:
        return None
    return views.organisations.Agreed(
        version=agreed.version,
        by=agreed.by,
        on=agreed.on,
        href=f"{AGREEMENT_PATH}/{agreed.version}",
        newer_version=AGREEMENT if agreed.version != AGREEMENT else None,
        newer_href=f"{AGREEMENT_PATH}/{AGREEMENT}",
        action=f"{HERE}/overeenkomst",
    )
