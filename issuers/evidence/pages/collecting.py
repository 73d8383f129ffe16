"""Collect what somebody did: the same pages for who works with him, and for himself with his token."""

from collections.abc import Sequence
from typing import Annotated, Final, cast
from uuid import UUID

from fastapi import APIRouter, Depends, Form, UploadFile
from fastapi.responses import RedirectResponse, Response
from pydantic import BaseModel, Field
from starlette.requests import Request

from badges.workphotos import MAX_BYTES
from issuers.dependencies import Desk
from issuers.errors import FieldProblem, FormError, NotFoundError
from issuers.evidence.choosing import let_go_along, stop_showing
from issuers.evidence.collectors import Learner
from issuers.evidence.keeping import change_evidence, collect, remove_evidence
from issuers.evidence.looking import Along, Collected, find_evidence, find_photo
from issuers.evidence.pages.showing import Collecting, page_of
from issuers.evidence.photos import read_photo
from issuers.evidence.reading import FIELDS, KEEP, TypedEvidence, asks_to_keep, read_evidence
from issuers.evidence.sharing import hide_from_school, show_to_school
from issuers.evidence.tables import EvidenceKind
from issuers.saying import shown
from issuers.visiting import DraftVisit
from issuers.werkplekprofiel.answering import find_by_token
from issuers.werkplekprofiel.keeping import find_profiel
from issuers.werkplekprofiel.tables import WerkprocesKey
from templates import views
from web.pages import frame_of, show

WORK: Final = "/werk/{crebo}/{code}"
ONE: Final = "/verzameld/{evidence_id}"


class EvidenceFields(BaseModel):
    """Hold the fields of every kind as they were sent."""

    situatie: str = ""
    taak: str = ""
    actie: str = ""
    resultaat: str = ""
    reflectie: str = ""
    bijschrift: str = ""
    uren: str = ""
    werk: str = ""
    notitie: str = ""
    opdracht: str = ""
    uitkomst: str = ""
    beoordeling: str = ""
    toch: str = ""
    versie: Annotated[int, Field(ge=0)] = 0

    @property
    def typed(self) -> TypedEvidence:
        """Give what was typed, to read it."""
        return TypedEvidence(texts=self.model_dump(exclude={"toch", "versie"}), keeps=self.toch)


Sent = Annotated[EvidenceFields, Form()]


def let_in_member(visit: DraftVisit, profiel_id: UUID) -> None:
    """Let in who works with the recipient."""
    known = find_profiel(visit.desk, profiel_id, actor=visit.actor)
    visit.request.state.collecting = Collecting.of_member(visit.request, visit.desk, known, actor=visit.actor)


def let_in_learner(request: Request, desk: Desk, token: str) -> None:
    """Let in the recipient, who has the token."""
    request.state.collecting = Collecting(
        request=request,
        desk=desk,
        by=Learner.with_token(desk, token),
        known=find_by_token(desk, token),
        here=f"/afspraak/{token}",
    )


def collecting_of(request: Request) -> Collecting:
    """Give who was let in."""
    return cast("Collecting", request.state.collecting)


def learner_of(at: Collecting) -> Learner:
    """Give the recipient, who alone may say this.

    Raises:
        NotFoundError: it is somebody else.
    """
    if not isinstance(at.by, Learner):
        raise NotFoundError
    return at.by


Here = Annotated[Collecting, Depends(collecting_of)]

members = APIRouter(
    prefix="/afspraken/{profiel_id}", dependencies=[Depends(let_in_member)], include_in_schema=False
)
learners = APIRouter(
    prefix="/afspraak/{token}", dependencies=[Depends(let_in_learner)], include_in_schema=False
)


@members.get(WORK)
@learners.get(WORK)
def show_collected(at: Here, crebo: str, code: str, klaar: str = "") -> Response:
    """Show what was collected for a werkproces."""
    return show(at.request, "verzameld", page_of(at, frame_of(at.request), (crebo, code), done=klaar))


@members.get(f"{WORK}/{{kind}}")
@learners.get(f"{WORK}/{{kind}}")
def ask(at: Here, crebo: str, code: str, kind: EvidenceKind) -> Response:
    """Ask for something of this kind."""
    return _form(at, (crebo, code), kind=kind, typed=TypedEvidence(texts={}))


@members.post(f"{WORK}/{{kind}}")
@learners.post(f"{WORK}/{{kind}}")
def keep(  # noqa: PLR0913, PLR0917 (each part of the address and of the form)
    at: Here, crebo: str, code: str, kind: EvidenceKind, sent: Sent, foto: UploadFile | None = None
) -> Response:
    """Keep what was collected."""
    work = (crebo, code)
    try:
        told = read_evidence(sent.typed, kind=kind)
        photo = (
            read_photo(foto.file.read(MAX_BYTES + 1) if foto else b"") if kind is EvidenceKind.PHOTO else None
        )
        collect(at.desk, work, told, by=at.by, photo=photo)
    except FormError as error:
        return _form(at, work, kind=kind, typed=sent.typed, problems=error.problems)
    return _back(at, work, done="bewaard")


@members.get(ONE)
@learners.get(ONE)
def ask_again(at: Here, evidence_id: UUID) -> Response:
    """Show what was collected, to go on with it; what is of the other side is only looked at."""
    work, found = find_evidence(at.desk, evidence_id, by=at.by)
    if not found.may_change:
        raise NotFoundError
    return _form(at, work, kind=found.kind, typed=TypedEvidence(texts=found.texts), about=found)


@members.post(ONE)
@learners.post(ONE)
def change(at: Here, evidence_id: UUID, sent: Sent) -> Response:
    """Write over what was collected."""
    work, found = find_evidence(at.desk, evidence_id, by=at.by)
    try:
        told = read_evidence(sent.typed, kind=found.kind)
        change_evidence(at.desk, evidence_id, told, by=at.by, seen=sent.versie)
    except FormError as error:
        _, now = find_evidence(at.desk, evidence_id, by=at.by)
        return _form(at, work, kind=found.kind, typed=sent.typed, about=now, problems=error.problems)
    return _back(at, work, done="bewaard")


@members.post(f"{ONE}/weg")
@learners.post(f"{ONE}/weg")
def remove(at: Here, evidence_id: UUID) -> Response:
    """Keep it no more."""
    work, _ = find_evidence(at.desk, evidence_id, by=at.by)
    remove_evidence(at.desk, evidence_id, by=at.by)
    return _back(at, work, done="weg")


@members.post(f"{ONE}/school")
@learners.post(f"{ONE}/school")
def let_school_see(at: Here, evidence_id: UUID) -> Response:
    """Let the school see it."""
    work, _ = find_evidence(at.desk, evidence_id, by=at.by)
    show_to_school(at.desk, evidence_id, by=at.by)
    return _back(at, work, done="school-ziet")


@members.post(f"{ONE}/geen-school")
@learners.post(f"{ONE}/geen-school")
def let_no_school_see(at: Here, evidence_id: UUID) -> Response:
    """Let the school see it no more."""
    work, _ = find_evidence(at.desk, evidence_id, by=at.by)
    hide_from_school(at.desk, evidence_id, by=at.by)
    return _back(at, work, done="school-ziet-niet")


@learners.post(f"{ONE}/bij-bewijs")
def let_photo_go_along(at: Here, evidence_id: UUID) -> Response:
    """Let a photo go along with the badge: this only the recipient says."""
    work, _ = find_evidence(at.desk, evidence_id, by=at.by)
    let_go_along(at.desk, evidence_id, by=learner_of(at))
    return _back(at, work, done="foto-mee")


@learners.post(f"{ONE}/niet-bij-bewijs")
def let_nobody_see_photo(at: Here, evidence_id: UUID) -> Response:
    """Let a photo not go along, or let nobody see it any more with the badge."""
    work, found = find_evidence(at.desk, evidence_id, by=at.by)
    stop_showing(at.desk, evidence_id, by=learner_of(at))
    return _back(at, work, done="foto-weg" if found.along is Along.SHOWN else "foto-niet-mee")


@members.get(f"{ONE}/foto")
@learners.get(f"{ONE}/foto")
def show_photo(at: Here, evidence_id: UUID) -> Response:
    """Give the pixels to this one only; nobody on the way keeps them."""
    raw = find_photo(at.desk, evidence_id, by=at.by)
    return Response(raw, media_type="image/jpeg", headers={"Cache-Control": "no-store"})


router = APIRouter(routes=[*members.routes, *learners.routes])


def _form(  # noqa: PLR0913 (what a form is made of)
    at: Collecting,
    work: WerkprocesKey,
    *,
    kind: EvidenceKind,
    typed: TypedEvidence,
    about: Collected | None = None,
    problems: Sequence[FieldProblem] = (),
) -> Response:
    """Show the form of a kind, for something new or about what was collected before."""
    view = views.evidence.EvidenceForm(
        frame=frame_of(at.request),
        kind=kind.value,
        is_own=at.is_own,
        title=at.goal(work).entry.werkproces.title,
        sentence=at.sentence(work),
        fields=FIELDS[kind],
        action=f"{at.here}/verzameld/{about.id}" if about else f"{at.at(work)}/{kind.value}",
        about=str(about.id) if about else ":".join([str(at.known.id), *work, kind.value]),
        version=about.version if about else 0,
        back_href=at.at(work),
        most=MAX_BYTES if kind is EvidenceKind.PHOTO and about is None else 0,
        asks=bool(typed.keeps) or any(map(asks_to_keep, problems)),
        typed={**typed.texts, KEEP: typed.keeps},
        problems=shown(at.request, problems),
    )
    return show(at.request, "verzamel", view)


def _back(at: Collecting, work: WerkprocesKey, *, done: str) -> Response:
    return RedirectResponse(f"{at.at(work)}?klaar={done}", status_code=303)
