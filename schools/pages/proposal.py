"""What the badges of one person say about a target, for who decides."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final
from uuid import UUID

from fastapi import APIRouter
from fastapi.responses import RedirectResponse, Response

from badges import strictjson
from badges.moments import dutch_day
from badges.wording import Sentence
from issuers.errors import NotFoundError
from issuers.saying import Done, done_of
from issuers.visiting import ConfirmVisit, Visit
from schools.cohorts.following import who_follows
from schools.decisions.pages.rows import decided_about, waiting_requests
from schools.errors import TargetUnknownError
from schools.evidence.credentials import presentation_of
from schools.importing.candidates import find_candidate
from schools.importing.linking import KnownLink, list_links
from schools.importing.proposing import badges_for, propose_for
from schools.mapping.rules import Rulebook, Strength
from schools.mapping.targets import Target
from schools.pages.candidates import HERE
from schools.pages.linking import link_address
from schools.pages.toward import near_rows
from schools.proposals.proposing import Line, Proposal, Shown
from schools.proposals.sources import source_of
from schools.proposals.telling import Told, ago, as_json, why
from schools.proposals.weighing import Support
from templates import views
from templates.arches import State, stones
from templates.documents.proposal import proposal_pdf
from web.locale import language_of
from web.pages import frame_of, show

router = APIRouter(include_in_schema=False)

ONE: Final = f"{HERE}/{{candidate_id}}"
DONE: Final[Done] = {
    "ingelezen": {
        "nl": "De bestanden zijn nagekeken. Alle bewijzen tellen mee.",
        "en": "The files were checked. All badges count.",
    },
    "gekoppeld": {
        "nl": "Het bewijs is gekoppeld. Je reden staat erbij.",
        "en": "The badge is linked. Your reason stands beside it.",
    },
    "los": {"nl": "De koppeling is weg.", "en": "The link is gone."},
}
_STATES: Final[dict[Strength | None, State]] = {
    Strength.AANGETOOND: "full",
    Strength.DEELS: "part",
    None: "open",
}


@router.get(f"{ONE}/voorstel")
def show_proposal(visit: ConfirmVisit, candidate_id: UUID, doel: str = "", klaar: str = "") -> Response:
    """Show it, with the reason of each line; who names no target chooses one first."""
    find_candidate(visit.desk, candidate_id, actor=visit.actor)
    if not doel:
        return RedirectResponse(f"{HERE}/{candidate_id}", status_code=303)
    page = replace(
        _page(visit, candidate_id, told_of(visit, candidate_id, doel)),
        requests=waiting_requests(visit, candidate_id),
        decisions=decided_about(visit, candidate_id),
        done=done_of(visit.request, klaar, done=DONE),
    )
    return show(visit.request, "voorstel", page)


@router.get(f"{ONE}/voorstel.json")
def give_proposal(visit: ConfirmVisit, candidate_id: UUID, doel: str = "") -> Response:
    """Give the same for programs."""
    if not doel:
        return show_proposal(visit, candidate_id)
    told = told_of(visit, candidate_id, doel)
    headers = {"Content-Disposition": 'attachment; filename="voorstel.json"', "Cache-Control": "no-store"}
    return Response(strictjson.dumps(as_json(told)), media_type="application/json", headers=headers)


@router.get(f"{ONE}/voorstel.pdf")
def give_pdf(visit: ConfirmVisit, candidate_id: UUID, doel: str = "") -> Response:
    """Give the same on paper, with the badges in the file."""
    if not doel:
        return show_proposal(visit, candidate_id)
    raw = written_down(visit, candidate_id, told_of(visit, candidate_id, doel))
    headers = {"Content-Disposition": 'attachment; filename="voorstel.pdf"', "Cache-Control": "no-store"}
    return Response(raw, media_type="application/pdf", headers=headers)


def written_down(visit: Visit, candidate_id: UUID, told: Told) -> bytes:
    """Set a proposal on paper, with the badges in the file."""
    badges = badges_for(visit.desk, candidate_id, told, actor=visit.actor)
    return proposal_pdf(
        _page(visit, candidate_id, told),
        presentation=presentation_of(badges),
        on=told.proposal.on,
        language=language_of(visit.request),
    )


def _page(visit: Visit, candidate_id: UUID, told: Told) -> views.proposals.ProposalPage:
    name = find_candidate(visit.desk, candidate_id, actor=visit.actor).name
    links = list_links(visit.desk, candidate_id, actor=visit.actor)
    page = _Teller(visit, told.book, candidate_id).page(told, name, links=links)
    code = told.proposal.target.code
    follows = who_follows(visit.desk, candidate_id, code, actor=visit.actor)
    if follows is None:
        return page
    href = f"{HERE}/{follows.id}/voorstel?doel={code}"
    return replace(page, next=views.proposals.NextPerson(name=follows.name, group=follows.cohort, href=href))


def told_of(visit: Visit, candidate_id: UUID, code: str) -> Told:
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

    def __init__(self, visit: Visit, book: Rulebook, candidate_id: UUID) -> None:
        self._visit, self._book, self._candidate_id = visit, book, candidate_id
        self._here = f"{HERE}/{candidate_id}"
        self._is_dutch = language_of(visit.request) == "nl"

    def page(self, told: Told, name: str, *, links: Sequence[KnownLink]) -> views.proposals.ProposalPage:
        """Fill the page; only the links to work of this target stand on it."""
        proposal, target = told.proposal, told.proposal.target
        hints = (each.hint.rule.says for each in proposal.pointers)
        return views.proposals.ProposalPage(
            frame=frame_of(self._visit.request),
            name=name,
            code=target.code,
            title=target.title,
            kind=target.kind.value,
            kerntaken=tuple(self._kerntaak(each, proposal) for each in proposal.kerntaken),
            is_whole=target.is_whole,
            source=_source(target.source),
            rules=told.book.version,
            ended=target.ends if target.has_ended(dutch_day(proposal.on)) else None,
            remarks=tuple(map(self._said, target.remarks)),
            hints=tuple(dict.fromkeys(map(self._said, hints))),
            unknown=tuple(self._said(each.unknown) for each in told.doubts),
            aside=tuple(
                views.proposals.TakenBadge(
                    title=each.title or each.file,
                    issuer=None,
                    name=each.name,
                    says=self._said(each.detail or each.obstacle.says),
                )
                for each in told.coverage.aside
            ),
            near=tuple(each for each in near_rows(told.near, here=self._here) if each.code != target.code),
            links=tuple(self._links(links, target)),
            pdf_href=f"{self._here}/voorstel.pdf?doel={target.code}",
            json_href=f"{self._here}/voorstel.json?doel={target.code}",
            pack_action=f"{self._here}/pakket?doel={target.code}",
            request_href=f"{self._here}/verzoek",
            back_href=self._here,
        )

    def _said(self, sentence: Sentence) -> str:
        return sentence.nl if self._is_dutch else sentence.en

    def _kerntaak(self, of: Shown, proposal: Proposal) -> views.proposals.ProposalKerntaak:
        own = [each for each in proposal.lines if each.werkproces.kerntaak_code == of.kerntaak.code]
        return views.proposals.ProposalKerntaak(
            code=of.kerntaak.code,
            title=of.kerntaak.title,
            stones=stones([_STATES[each.strength] for each in own]),
            shown=of.shown,
            partly=of.partly,
            open=of.open,
            lines=tuple(self._line(each, proposal) for each in own),
        )

    def _links(self, links: Sequence[KnownLink], target: Target) -> Iterator[views.proposals.LinkRow]:
        keys = {each.key for each in target.werkprocessen}
        for each in links:
            said = each.link.said
            if f"{said.crebo}/{said.code}" in keys:
                yield views.proposals.LinkRow(
                    werkproces=f"{said.crebo}/{said.code}",
                    reason=said.reason,
                    by=said.by,
                    on=said.on,
                    drop_action=f"{self._here}/koppel/{each.id}/weg?doel={target.code}",
                )

    def _line(self, line: Line, proposal: Proposal) -> views.proposals.ProposalLine:
        return views.proposals.ProposalLine(
            code=line.werkproces.code,
            title=line.werkproces.title,
            state=_STATES[line.strength],
            supports=tuple(self._support(each, proposal) for each in line.supports),
            needed=tuple(map(self._said, line.needed(self._book))),
            link_href=link_address(self._candidate_id, line.werkproces.key, doel=proposal.target.code)
            if _can_link(line)
            else None,
        )

    def _support(self, of: Support, proposal: Proposal) -> views.proposals.ProposalSupport:
        first = of.fact.first
        return views.proposals.ProposalSupport(
            title=first.title,
            judged_by=first.judged_by,
            judged=dutch_day(first.judged) if first.judged else None,
            ago=self._said(ago(first.judged, on=proposal.on)) if first.judged else None,
            rule=self._said(of.match.rule.name),
            grounds=tuple(self._said(each.says) for each in of.grounds),
            why=self._said(why(of)),
            says=self._said(of.match.rule.says),
            source=_source(of.match.source),
            is_whole=of.strength is Strength.AANGETOOND,
            did=_each_once(each.did for each in of.fact.evidence),
            starts=dutch_day(first.starts) if first.starts else None,
            ends=dutch_day(first.ends) if first.ends else None,
            photos=_each_once(each.photos for each in of.fact.evidence),
        )


def _source(written: str) -> views.proposals.Source:
    source = source_of(written)
    return views.proposals.Source(name=source.name, made=source.made, href=source.href, exact=source.exact)


def _each_once(of: Iterable[Sequence[str]]) -> tuple[str, ...]:
    """Put together what editions of one fact tell."""
    return tuple(dict.fromkeys(each for some in of for each in some))


def _can_link(line: Line) -> bool:
    """Tell whether a link by hand would add something: where it is open, or where a rule proves a part."""
    return not line.supports or line.supports[0].match.most is Strength.DEELS
