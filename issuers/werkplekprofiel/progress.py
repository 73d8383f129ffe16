"""Hold giving a badge to what was agreed."""

from collections.abc import Collection
from uuid import UUID

from sqlmodel import Session

from badges.badgeklasse import AnyJudgement
from badges.judgement import Judgement
from issuers.errors import (
    GoalReachedError,
    NotFoundError,
    OtherNameError,
    OtherWorkError,
    ProfielEndedError,
    ProfielNotAgreedError,
)
from issuers.werkplekprofiel.known import Standing, begun_for, standing_of
from issuers.werkplekprofiel.register import agreed_werkprocessen, profiel_of
from issuers.werkplekprofiel.tables import Werkplekprofiel, WerkprocesKey


def require_agreed(
    session: Session,
    profiel_id: UUID,
    judgement: AnyJudgement,
    *,
    organisation_id: str,
    besides: Collection[UUID] = (),
) -> None:
    """Let pass a judgement of work that the recipient said yes to learning, under the name that he chose.

    What the organisation designed itself is no werkproces that one agrees on: it is his, under that name.
    `besides` is the badge that this is asked for, where it was begun before, and the one that it replaces.

    Raises:
        NotFoundError: the organisation has no such werkplekprofiel.
        ProfielEndedError: it was stopped.
        ProfielNotAgreedError: the recipient did not say yes, or said that it is not right.
        OtherWorkError: the werkproces does not stand in it.
        OtherNameError: he chose another name, or none.
        GoalReachedError: a badge stands for it already.
    """
    row = _find(session, profiel_id, organisation_id=organisation_id)
    require_yes(standing_of(row))
    work = _work_of(judgement)
    if work and work not in {each.key for each in agreed_werkprocessen(session, row)}:
        raise OtherWorkError
    _require_chosen_name(row, judgement)
    if work and work in begun_for(session, row, besides=besides):
        raise GoalReachedError


def require_put_right(
    session: Session,
    profiel_id: UUID,
    judgement: AnyJudgement,
    *,
    organisation_id: str,
    besides: Collection[UUID],
) -> None:
    """Let pass what puts right a badge that was given for an agreement, also when that was stopped since.

    What was given for the wrong work was perhaps never agreed: it is put right all the same.

    Raises:
        NotFoundError: the organisation has no such werkplekprofiel.
        ProfielNotAgreedError: the recipient did not say yes to how it stands now.
        OtherNameError: he chose another name, or none.
        GoalReachedError: another badge stands for this work already.
    """
    row = _find(session, profiel_id, organisation_id=organisation_id)
    if row.agreed is None:
        raise ProfielNotAgreedError
    _require_chosen_name(row, judgement)
    if _work_of(judgement) in begun_for(session, row, besides=besides):
        raise GoalReachedError


def require_yes(standing: Standing) -> None:
    """Let pass what the recipient said yes to.

    Raises:
        ProfielEndedError: it was stopped.
        ProfielNotAgreedError: he did not, or said that it is not right.
    """
    if standing is Standing.ENDED:
        raise ProfielEndedError
    if standing is not Standing.AGREED:
        raise ProfielNotAgreedError


def _work_of(judgement: AnyJudgement) -> WerkprocesKey | None:
    """Name the werkproces that is judged; what an organisation designed itself is none."""
    named = judgement.werkproces if isinstance(judgement, Judgement) else None
    return (named.crebo, named.code) if named else None


def _find(session: Session, profiel_id: UUID, *, organisation_id: str) -> Werkplekprofiel:
    row = profiel_of(session, profiel_id, organisation_id=organisation_id)
    if row is None:
        raise NotFoundError
    return row


def _require_chosen_name(row: Werkplekprofiel, judgement: AnyJudgement) -> None:
    """Let pass the name that the recipient chose.

    Raises:
        OtherNameError: it is another one, or there is none.
    """
    if (judgement.name or "") != row.chosen_name:
        raise OtherNameError
