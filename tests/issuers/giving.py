"""Giving badges as the pages do, where nothing has to be waited for."""

from uuid import UUID

from badges.badgeklasse import AnyJudgement
from badges.judgement import Judgement
from issuers.desk import IssuingDesk
from issuers.holding.holding import give
from issuers.issuing.issuing import IssuedBadge
from issuers.issuing.replacing import Correction
from issuers.issuing.reserving import Agreed, Occasion
from issuers.people.permissions import Actor


def issue_agreed(
    desk: IssuingDesk, judgement: Judgement, *, profiel_id: UUID, actor: Actor, idempotency_key: str
) -> IssuedBadge:
    """Give a badge of work that was agreed."""
    return _give(desk, judgement, actor=actor, key=idempotency_key, occasion=Agreed(profiel_id))


def correct(
    desk: IssuingDesk, judgement: AnyJudgement, *, correction: Correction, actor: Actor, idempotency_key: str
) -> IssuedBadge:
    """Give a badge in the place of another."""
    return _give(desk, judgement, actor=actor, key=idempotency_key, occasion=correction)


def _give(
    desk: IssuingDesk, judgement: AnyJudgement, *, actor: Actor, key: str, occasion: Occasion
) -> IssuedBadge:
    given = give(desk, judgement, actor=actor, idempotency_key=key, occasion=occasion)
    assert isinstance(given, IssuedBadge), "the organisation asks for something first"
    return given
