"""See how a line stands now: its badge may have come later, and what waited may have been stopped."""

from dataclasses import replace
from typing import Final
from uuid import UUID

from issuers.errors import FieldProblem
from issuers.groups.judging import WHOLE_ROW
from issuers.groups.lines import KnownLine
from issuers.groups.states import LineState
from issuers.holding.register import STOPPED
from issuers.holding.tables import BY_SECOND, Held, HeldState
from issuers.issuing.tables import BadgeState

TAKEN_BACK: Final = FieldProblem(
    WHOLE_ROW,
    "held-taken-back",
    "Dit bewijs is teruggenomen voordat het ondertekend was.",
    "This badge was taken back before it was signed.",
)
NOT_GIVEN: Final = FieldProblem(
    WHOLE_ROW,
    "held-not-given",
    "Dit bewijs is niet gegeven. Verbeter de rij, of sla hem over.",
    "This badge was not given. Correct the row, or skip it.",
)

_GIVEN: Final = {LineState.HELD: LineState.GIVEN, LineState.AWAITED: LineState.ALREADY}
"""What a line that waited is, once its badge is there."""
_OBJECTED: Final = {
    "deelnemer": ("De deelnemer zegt dat dit niet klopt", "The recipient says that this is not right"),
    "collega": ("Een collega zegt dat dit niet klopt", "A colleague says that this is not right"),
}


def as_it_stands(
    known: KnownLine, *, badge: tuple[UUID, str, BadgeState] | None, held: Held | None
) -> KnownLine:
    """Show a line with the badge that has its key and left the service, or what stopped it."""
    known = replace(known, is_withdrawn=badge is not None and badge[2] is BadgeState.REVOKED)
    if badge and known.state in _GIVEN:
        return replace(known, state=_GIVEN[known.state], badge_id=badge[0])
    if badge and badge[0] == known.badge_id and known.state is not LineState.ALREADY:
        return replace(known, state=LineState.GIVEN, problems=())
    if is_stopped(known.state, held):
        return replace(known, state=LineState.STOPPED, problems=(_why(held),))
    waits = held.id if held and known.state in _GIVEN else None
    known = replace(known, held_id=waits)
    return known if badge and badge[0] == known.badge_id else replace(known, badge_id=None)


def is_stopped(state: LineState, held: Held | None) -> bool:
    """Tell whether what waited for a line comes to nothing; after a while that is forgotten."""
    return state in _GIVEN and (held is None or held.state in STOPPED)


def _why(held: Held | None) -> FieldProblem:
    match held:
        case Held(state=HeldState.OBJECTED, because=because, objection=said):
            return _objection(said or "", by="collega" if because == BY_SECOND else "deelnemer")
        case Held(state=HeldState.TAKEN_BACK):
            return TAKEN_BACK
        case _:
            return NOT_GIVEN


def _objection(said: str, *, by: str) -> FieldProblem:
    """Say what the recipient or a colleague said, if he did."""
    in_dutch, in_english = _OBJECTED[by]
    colon = f": {said}" if said else "."
    return FieldProblem(WHOLE_ROW, "held-objected", in_dutch + colon, in_english + colon)
