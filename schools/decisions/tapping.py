"""Know two taps on one button for one: the second must make no second request, nor be warned of the first."""

from typing import Final
from uuid import UUID

from sqlmodel import Session

from schools.decisions.register import requests_of
from schools.decisions.tables import ExemptionRequest
from web.clock import ONE_TAP

_SENT: Final = ("plan_id", "part", "work", "kind", "asked", "asked_by", "mail", "recorded_by", "state")


def tapped_before(session: Session, row: ExemptionRequest) -> UUID | None:
    """Find the request that the same tap wrote down already."""
    found = requests_of(session, organisation_id=row.organisation_id, candidate_id=row.candidate_id)
    return next((each.id for each, _ in found if is_one_tap(row, before=each)), None)


def is_one_tap(row: ExemptionRequest, *, before: ExemptionRequest) -> bool:
    """Tell whether the same person sent exactly this a moment before; who put anything right did not."""
    is_same = all(getattr(row, name) == getattr(before, name) for name in _SENT)
    return is_same and row.recorded - before.recorded < ONE_TAP
