"""Link a badge to a werkproces by hand: which badge, and why."""

from collections.abc import Sequence
from hashlib import sha256
from typing import Annotated, Final
from urllib.parse import urlencode
from uuid import UUID

from fastapi import APIRouter, Form
from fastapi.responses import RedirectResponse, Response
from pydantic import BaseModel

from badges.catalogue.model import Entry
from badges.errors import CatalogueError
from issuers.errors import FieldProblem, FormError, NotFoundError
from issuers.saying import shown
from issuers.visiting import ConfirmVisit, Visit
from schools.evidence.counting import Fact
from schools.evidence.evidence import Identity
from schools.importing.candidates import find_candidate
from schools.importing.linking import NewLink, link_by_hand, unlink
from schools.importing.proposing import count_for
from schools.pages.candidates import HERE
from templates import views
from web.pages import frame_of, show

router = APIRouter(include_in_schema=False)

ONE: Final = f"{HERE}/{{candidate_id}}/koppel"


class SentLink(BaseModel):
    """Hold what was sent."""

    bewijs: str = ""
    reden: str = ""


@router.get(ONE)
def ask_link(visit: ConfirmVisit, candidate_id: UUID, werkproces: str = "", doel: str = "") -> Response:
    """Ask which badge, and why."""
    return _form(visit, candidate_id, werkproces=werkproces, doel=doel, sent=SentLink())


@router.post(ONE)
def take_link(
    visit: ConfirmVisit,
    candidate_id: UUID,
    sent: Annotated[SentLink, Form()],
    werkproces: str = "",
    doel: str = "",
) -> Response:
    """Link it, and go back to the proposal."""
    crebo, _, code = werkproces.partition("/")
    identity = _chosen(visit, candidate_id, sent.bewijs)
    new = NewLink(identity=identity, crebo=crebo, code=code, reason=sent.reden)
    try:
        link_by_hand(visit.desk, candidate_id, new, actor=visit.actor)
    except FormError as error:
        return _form(
            visit, candidate_id, werkproces=werkproces, doel=doel, sent=sent, problems=error.problems
        )
    return RedirectResponse(_back(candidate_id, doel, klaar="gekoppeld"), status_code=303)


@router.post(f"{ONE}/{{link_id}}/weg")
def drop_link(visit: ConfirmVisit, candidate_id: UUID, link_id: UUID, doel: str = "") -> Response:
    """Take a link back."""
    unlink(visit.desk, candidate_id, link_id, actor=visit.actor)
    return RedirectResponse(_back(candidate_id, doel, klaar="los"), status_code=303)


def link_address(candidate_id: UUID, werkproces: str, *, doel: str) -> str:
    """Give where a badge is linked to a werkproces."""
    return f"{HERE}/{candidate_id}/koppel?{urlencode({'werkproces': werkproces, 'doel': doel})}"


def _back(candidate_id: UUID, doel: str, **more: str) -> str:
    return f"{HERE}/{candidate_id}/voorstel?{urlencode({'doel': doel, **more})}"


def _facts(visit: Visit, candidate_id: UUID) -> tuple[Fact, ...]:
    return count_for(visit.desk, candidate_id, on=visit.desk.clock.now(), actor=visit.actor).facts


def _value(of: Identity) -> str:
    """Name a badge in a form; its id is a text of others."""
    return sha256(f"{of.issuer}\0{of.id}".encode()).hexdigest()[:16]


def _chosen(visit: Visit, candidate_id: UUID, value: str) -> Identity | None:
    own = (fact.first.identity for fact in _facts(visit, candidate_id))
    return next((each for each in own if _value(each) == value), None)


def _entry(visit: Visit, werkproces: str) -> Entry:
    """Find the werkproces of the page.

    Raises:
        NotFoundError: there is none of this name.
    """
    crebo, _, code = werkproces.partition("/")
    try:
        return visit.desk.catalogue.entry(crebo, code)
    except CatalogueError as error:
        raise NotFoundError from error


def _form(  # noqa: PLR0913 - a form comes back with all that was sent
    visit: Visit,
    candidate_id: UUID,
    *,
    werkproces: str,
    doel: str,
    sent: SentLink,
    problems: Sequence[FieldProblem] = (),
) -> Response:
    candidate = find_candidate(visit.desk, candidate_id, actor=visit.actor)
    if not werkproces:
        return RedirectResponse(f"{HERE}/{candidate_id}", status_code=303)
    entry = _entry(visit, werkproces)
    view = views.proposals.LinkForm(
        frame=frame_of(visit.request),
        name=candidate.name,
        code=entry.werkproces.key,
        title=entry.werkproces.title,
        kwalificatie=entry.kwalificatie.name,
        badges=tuple(_option(each) for each in _facts(visit, candidate_id)),
        action=link_address(candidate_id, entry.werkproces.key, doel=doel),
        back_href=_back(candidate_id, doel),
        chosen=sent.bewijs,
        typed=sent.reden,
        problems=shown(visit.request, problems),
    )
    return show(visit.request, "voorstel-koppel", view)


def _option(fact: Fact) -> views.proposals.TargetOption:
    first = fact.first
    title = " · ".join(each for each in (first.title, first.judged_by) if each)
    return views.proposals.TargetOption(value=_value(first.identity), title=title)
