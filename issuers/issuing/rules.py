"""What an organisation asks before anything of it is signed: a second person, and time to take it back."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from sqlmodel import Session

from issuers.database.scopes import OneOrganisation
from issuers.desk import IssuingDesk
from issuers.errors import FieldProblem, FormError, SecondPersonError
from issuers.holding.register import held_with_keys, rule_of
from issuers.holding.tables import Asks, HoldingRule
from issuers.organisations.recording import record_change
from issuers.people.acting import require_still
from issuers.people.permissions import Action, Actor, require

UNDO_MINUTES: Final = (0, 10, 24 * 60)
MOST_HOURS: Final = 72


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """Hold what an organisation asks.

    Attributes:
        asks: Whether a second person has to confirm.
        undo_minutes: So long who gave it can take it back.
        hold_hours: So long a recipient in a roster can say that it is not right.
    """

    asks: Asks = Asks.NOBODY
    undo_minutes: int = 0
    hold_hours: int = 0

    @property
    def lets_through(self) -> bool:
        """Tell whether what is given from a form is signed at once."""
        return self.asks is Asks.NOBODY and not self.undo_minutes

    @property
    def lets_rosters_through(self) -> bool:
        """Tell whether what is given from a roster is signed at once."""
        return self.lets_through and not self.hold_hours

    def due(self, now: datetime) -> datetime:
        """Give when it can be signed at the earliest."""
        return now + timedelta(minutes=self.undo_minutes)

    def due_in_roster(self, now: datetime) -> datetime:
        """Give when it can be signed at the earliest, where the recipient is not there to read it."""
        return max(self.due(now), now + timedelta(hours=self.hold_hours))


def read_rule(*, vier_ogen: str, bedenktijd: str, wachttijd: str) -> Rule:
    """Read what somebody typed.

    Raises:
        FormError: with every problem of every field.
    """
    problems = []
    if bedenktijd not in map(str, UNDO_MINUTES):
        problems.append(
            FieldProblem(
                "bedenktijd",
                "choice-unknown",
                "Deze keuze bestaat niet. Kies er een uit de lijst.",
                "This choice does not exist. Choose one from the list.",
            )
        )
    if wachttijd not in map(str, range(MOST_HOURS + 1)):
        problems.append(
            FieldProblem(
                "wachttijd",
                "hours",
                f"Vul een aantal uren in van 0 tot {MOST_HOURS}.",
                f"Fill in a number of hours from 0 to {MOST_HOURS}.",
            )
        )
    if problems:
        raise FormError(problems)
    asks = Asks.SECOND if vier_ogen else Asks.NOBODY
    return Rule(asks=asks, undo_minutes=int(bedenktijd), hold_hours=int(wachttijd))


def find_rule(desk: IssuingDesk, organisation_id: str) -> Rule:
    """Read what an organisation asks."""
    return desk.register.read(
        lambda session: rule_in(session, organisation_id), within=OneOrganisation(organisation_id)
    )


def set_rule(desk: IssuingDesk, rule: Rule, *, actor: Actor) -> None:
    """Ask something else from now on; what waits already, waits for what was asked then.

    Raises:
        PermissionDeniedError: the actor may not change the organisation, or not any more.
    """
    require(actor, Action.MANAGE_ORGANISATION)

    def work(session: Session) -> None:
        require_still(session, actor, Action.MANAGE_ORGANISATION)
        row = HoldingRule(
            organisation_id=actor.organisation_id,
            asks=rule.asks,
            undo_minutes=rule.undo_minutes,
            hold_hours=rule.hold_hours,
            changed=desk.clock.now(),
        )
        session.merge(row)
        said = f"{rule.asks} {rule.undo_minutes} {rule.hold_hours}".encode()
        record_change(session, actor.organisation_id, content=said, desk=desk, actor_id=actor.person_id)

    desk.register.write(work, within=OneOrganisation(actor.organisation_id))


def rule_in(session: Session, organisation_id: str) -> Rule:
    """Read what an organisation asks, in the transaction of who asks."""
    row = rule_of(session, organisation_id)
    if row is None:
        return Rule()
    return Rule(asks=row.asks, undo_minutes=row.undo_minutes, hold_hours=row.hold_hours)


def require_confirmed(session: Session, keys: Iterable[str], *, organisation_id: str) -> None:
    """Let pass badges of an organisation that asks for no second person, or that one confirmed.

    Raises:
        SecondPersonError: one is asked for, and nobody confirmed what was given with one of these keys.
    """
    if rule_in(session, organisation_id).asks is Asks.NOBODY:
        return
    wanted = set(keys)
    held = held_with_keys(session, wanted, organisation_id=organisation_id)
    if any(key not in held or held[key].confirmed is None for key in wanted):
        raise SecondPersonError
