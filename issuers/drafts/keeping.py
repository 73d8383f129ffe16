"""Keep what was written so far, so that a closed browser loses nothing and somebody else can go on.

A begeleider may write; only who may issue goes on from it to a badge.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from functools import partial
from typing import Final
from uuid import UUID

from sqlmodel import Session

from badges.catalogue.model import Entry
from badges.texts import normalize, text_problems
from issuers.database.scopes import OneOrganisation
from issuers.desk import IssuingDesk
from issuers.drafts.register import draft_of, drafts_by_others, drafts_of
from issuers.drafts.tables import Draft
from issuers.errors import FieldProblem, JudgementError, NotFoundError
from issuers.issuing.judging import NARRATIVE_LENGTH, TypedJudgement
from issuers.people.acting import require_still
from issuers.people.permissions import Action, Actor, require
from issuers.people.tables import Person
from issuers.werkplekprofiel.keeping import require_agreed, require_open
from issuers.werkplekprofiel.register import profiel_of
from issuers.werkplekprofiel.tables import WerkprocesKey

MOST: Final = 8_000
"""So many characters a draft holds; what is longer was not typed in the form."""

MOST_OF_A_DAY: Final = 40

TOO_MUCH: Final = FieldProblem(
    "zin", "text-too-long", "Hier staat te veel. Maak het korter.", "This is too much. Make it shorter."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownDraft:
    """Show what was written so far, by whom last, and when."""

    typed: TypedJudgement
    version: int
    written: datetime
    written_by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadyDraft:
    """Show what somebody wrote for another to read and give: of which work, and about whom."""

    profiel_id: UUID
    entry: Entry
    written_by: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Writing:
    """Hold what was typed, and which version the writer saw before; 0 where there was none."""

    typed: TypedJudgement
    seen: int = 0


def keep_draft(
    desk: IssuingDesk, profiel_id: UUID, work: WerkprocesKey, *, written: Writing, actor: Actor
) -> None:
    """Keep what was typed, but not the name: that is the recipient's, and stands in the agreement.

    Raises:
        PermissionDeniedError: the actor may prepare nothing here, or not any more.
        NotFoundError: the organisation has no such werkplekprofiel.
        ProfielEndedError: it was stopped.
        OtherWorkError: the werkproces does not stand in it.
        JudgementError: the sentence holds what may not be kept, or somebody else wrote in the meantime.
    """
    require(actor, Action.DRAFT)
    _require_fit(written.typed)

    def write(session: Session) -> None:
        require_still(session, actor, Action.DRAFT)
        organisation_id, (crebo, code) = actor.organisation_id, work
        _require_in_profiel(session, profiel_id, work, organisation_id=organisation_id)
        found = draft_of(session, profiel_id, work, organisation_id=organisation_id)
        if found:
            _require_seen(*found, seen=written.seen)
        draft = Draft(
            profiel_id=profiel_id,
            crebo=crebo,
            code=code,
            organisation_id=organisation_id,
            version=found[0].version + 1 if found else 1,
            typed=json.dumps(asdict(replace(written.typed, naam=""))),
            written=desk.clock.now(),
            written_by=actor.person_id,
        )
        session.merge(draft)

    desk.register.write(write, within=OneOrganisation(actor.organisation_id))


def find_draft(
    desk: IssuingDesk, profiel_id: UUID, work: WerkprocesKey, *, actor: Actor
) -> KnownDraft | None:
    """Find what was written so far; None where nothing was.

    Raises:
        PermissionDeniedError: the actor may prepare nothing here.
    """
    require(actor, Action.DRAFT)
    asked = partial(draft_of, profiel_id=profiel_id, work=work, organisation_id=actor.organisation_id)
    found = desk.register.read(asked, within=OneOrganisation(actor.organisation_id))
    return _known(*found) if found else None


def list_drafts(desk: IssuingDesk, profiel_id: UUID, *, actor: Actor) -> Mapping[WerkprocesKey, KnownDraft]:
    """Give what was written so far for each werkproces of a werkplekprofiel.

    Raises:
        PermissionDeniedError: the actor may prepare nothing here.
    """
    require(actor, Action.DRAFT)
    asked = partial(drafts_of, profiel_id=profiel_id, organisation_id=actor.organisation_id)
    found = desk.register.read(asked, within=OneOrganisation(actor.organisation_id))
    return {(row.crebo, row.code): _known(row, writer) for row, writer in found}


def list_ready(desk: IssuingDesk, *, actor: Actor) -> Sequence[ReadyDraft]:
    """List what others wrote for who signs: he reads it and gives the badge.

    Raises:
        PermissionDeniedError: the actor may not issue.
    """
    require(actor, Action.ISSUE)
    asked = partial(drafts_by_others, person_id=actor.person_id, organisation_id=actor.organisation_id)
    found = desk.register.read(asked, within=OneOrganisation(actor.organisation_id))
    return [
        ReadyDraft(
            profiel_id=row.profiel_id,
            entry=desk.catalogue.edition(work.crebo, work.code, work.digest),
            written_by=writer.name,
            name=recipient.name,
        )
        for row, work, writer, recipient in found
    ]


def _require_fit(typed: TypedJudgement) -> None:
    """Refuse what may not be kept of anybody, also not for a while; what is unfinished is fine.

    Raises:
        JudgementError: with every problem.
    """
    if len(json.dumps(asdict(typed))) > MOST:
        raise JudgementError([TOO_MUCH])
    lengths = {"zin": NARRATIVE_LENGTH, "van": MOST_OF_A_DAY, "tot": MOST_OF_A_DAY}
    texts = {field: normalize(getattr(typed, field)).strip() for field in lengths}
    problems = [
        FieldProblem.of(each, field=field)
        for field, text in texts.items()
        if text
        for each in text_problems(text, max_length=lengths[field])
    ]
    if problems:
        raise JudgementError(problems)


def _require_in_profiel(
    session: Session, profiel_id: UUID, work: WerkprocesKey, *, organisation_id: str
) -> None:
    """Let pass work that stands in an agreement that goes on, whether the recipient said yes yet or not.

    Raises:
        NotFoundError: the organisation has no such werkplekprofiel.
        ProfielEndedError: it was stopped.
        OtherWorkError: the werkproces does not stand in it.
    """
    row = profiel_of(session, profiel_id, organisation_id=organisation_id)
    if row is None:
        raise NotFoundError
    require_agreed(session, require_open(row), work)


def _require_seen(row: Draft, writer: Person, *, seen: int) -> None:
    """Let pass who saw what he writes over.

    Raises:
        JudgementError: somebody wrote since; it says who, and what.
    """
    if row.version != seen:
        raise JudgementError([_written_by(writer, row)])


def _written_by(writer: Person, row: Draft) -> FieldProblem:
    """Say that somebody else wrote in the meantime, and what, so that neither text is lost."""
    theirs = _typed(row).zin
    return FieldProblem(
        "zin",
        "draft-changed",
        f"{writer.name} schreef intussen ook: ‘{theirs}’. Neem over wat je wilt, en bewaar dan nog een keer.",
        f"{writer.name} wrote meanwhile too: ‘{theirs}’. Take over what you want, and then keep it again.",
    )


def _known(row: Draft, writer: Person) -> KnownDraft:
    return KnownDraft(typed=_typed(row), version=row.version, written=row.written, written_by=writer.name)


def _typed(row: Draft) -> TypedJudgement:
    """Read what was typed."""
    kept = json.loads(row.typed)
    return TypedJudgement(**kept | {"vaardigheden": tuple(kept["vaardigheden"])})
