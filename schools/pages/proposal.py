"""What the badges of one person say about a target, for who decides."""

from typing import Final
from uuid import UUID

from fastapi import APIRouter
from fastapi.responses import RedirectResponse, Response

from badges import strictjson
from badges.moments import dutch_day
from badges.wording import Sentence
from issuers.errors import NotFoundError
from issuers.visiting import ConfirmVisit, Visit
from schools.errors import TargetUnknownError
from schools.importing.candidates import find_candidate
from schools.importing.proposing import propose_for
from schools.mapping.rules import Rulebook, Strength
from schools.pages.candidates import HERE
from schools.pages.intake import near_rows
from schools.proposals.proposing import Line, Proposal, Shown
from schools.proposals.telling import Told, ago, as_json, why
from schools.proposals.weighing import Support
from templates import views
from templates.arches import State, stones
from web.locale import language_of
from web.pages import frame_of, show

router = APIRouter(include_in_schema=False)

ONE: Final = f"{HERE}/{{candidate_id}}"
_STATES: Final[dict[Strength | None, State]] = {
    Strength.AANGETOOND: "full",
    Strength.DEELS: "part",
    None: "open",
}


@router.get(f"{ONE}/voorstel")
def show_proposal(visit: ConfirmVisit, candidate_id: UUID, doel: str = "") -> Response:
    """Show it, with the reason of each line; who names no target chooses one first."""
    name, here = find_candidate(visit.desk, candidate_id, actor=visit.actor).name, f"{HERE}/{candidate_id}"
    if not doel:
        return RedirectResponse(here, status_code=303)
    told = _told(visit, candidate_id, doel)
    return show(visit.request, "voorstel", _Teller(visit, told.book).page(told, name, here=here))


@router.get(f"{ONE}/voorstel.json")
def give_proposal(visit: ConfirmVisit, candidate_id: UUID, doel: str = "") -> Response:
    """Give the same for programs."""
    if not doel:
        return show_proposal(visit, candidate_id)
    told = _told(visit, candidate_id, doel)
    headers = {"Content-Disposition": 'attachment; filename="voorstel.json"', "Cache-Control": "no-store"}
    return Response(strictjson.dumps(as_json(told)), media_type="application/json", headers=headers)


def _told(visit: Visit, candidate_id: UUID, code: str) -> Told:
    """Make the proposal; a target that is not there is a page that is not there.

    Raises:
        NotFoundError: there is no such candidate, or no such target.
    """
    try:
        return propose_for(visit.desk, candidate_id, code, actor=visit.actor)
    except TargetUnknownError as error:
        raise NotFoundError from error


class _Teller:
    """Tell a proposal in the language of whoever reads it."""

    def __init__(self, visit: Visit, book: Rulebook) -> None:
        self._visit, self._book = visit, book
        self._is_dutch = language_of(visit.request) == "nl"

    def page(self, told: Told, name: str, *, here: str) -> views.ProposalPage:
        """Fill the page."""
        proposal, target = told.proposal, told.proposal.target
        hints = (each.hint.rule.says for each in proposal.pointers)
        return views.ProposalPage(
            frame=frame_of(self._visit.request),
            name=name,
            code=target.code,
            title=target.title,
            kind=target.kind.value,
            kerntaken=tuple(self._kerntaak(each, proposal) for each in proposal.kerntaken),
            is_whole=target.is_whole,
            source=target.source,
            rules=told.book.version,
            ended=target.ends if target.has_ended(dutch_day(proposal.on)) else None,
            remarks=tuple(map(self._said, target.remarks)),
            hints=tuple(dict.fromkeys(map(self._said, hints))),
            unknown=tuple(self._said(each.unknown) for each in told.doubts),
            aside=tuple(
                views.TakenBadge(
                    title=each.title or each.file,
                    issuer=None,
                    name=each.name,
                    says=self._said(each.detail or each.obstacle.says),
                )
                for each in told.coverage.aside
            ),
            near=tuple(each for each in near_rows(told.near, here=here) if each.code != target.code),
            json_href=f"{here}/voorstel.json?doel={target.code}",
            back_href=here,
        )

    def _said(self, sentence: Sentence) -> str:
        return sentence.nl if self._is_dutch else sentence.en

    def _kerntaak(self, of: Shown, proposal: Proposal) -> views.ProposalKerntaak:
        own = [each for each in proposal.lines if each.werkproces.kerntaak_code == of.kerntaak.code]
        return views.ProposalKerntaak(
            code=of.kerntaak.code,
            title=of.kerntaak.title,
            stones=stones([_STATES[each.strength] for each in own]),
            shown=of.shown,
            partly=of.partly,
            open=of.open,
            lines=tuple(self._line(each, proposal) for each in own),
        )

    def _line(self, line: Line, proposal: Proposal) -> views.ProposalLine:
        return views.ProposalLine(
            code=line.werkproces.code,
            title=line.werkproces.title,
            state=_STATES[line.strength],
            supports=tuple(self._support(each, proposal) for each in line.supports),
            needed=tuple(map(self._said, line.needed(self._book))),
        )

    def _support(self, of: Support, proposal: Proposal) -> views.ProposalSupport:
        first = of.fact.first
        return views.ProposalSupport(
            title=first.title,
            judged_by=first.judged_by,
            judged=dutch_day(first.judged) if first.judged else None,
            ago=self._said(ago(first.judged, on=proposal.on)) if first.judged else None,
            grounds=tuple(self._said(each.says) for each in of.grounds),
            why=self._said(why(of)),
            is_whole=of.strength is Strength.AANGETOOND,
        )
