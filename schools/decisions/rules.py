"""How a school decides: what it says about beroep, four eyes or not, and how long it keeps a decision."""

from dataclasses import dataclass
from typing import Final

from sqlmodel import Session

from badges.texts import normalize, text_problems
from issuers.database.scopes import OneOrganisation
from issuers.desk import IssuingDesk
from issuers.errors import FieldProblem, FormError
from issuers.organisations.recording import record_change
from issuers.people.acting import require_still
from issuers.people.permissions import Action, Actor, require
from schools.decisions.tables import DecisionRule
from schools.decisions.words import Asks

MOST_WEEKS: Final = 52
MOST_YEARS: Final = 60
MOST_OF: Final = {"commissie": 80, "mandaat": 200, "clausule": 2_000}
NO_RULE: Final = FieldProblem(
    "uitkomst",
    "no-rule",
    "Er is nog geen beroepsclausule en bewaartermijn. Een beheerder vult die in bij Organisatie.",
    "There is no beroepsclausule and no retention term yet. A beheerder fills them in at Organisation.",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """Hold how a school decides.

    Attributes:
        commission: How its examencommissie is called.
        mandate: On what it bases its power, as each form begins with it.
        appeal: The beroepsclausule in the school's own words.
        appeal_weeks: So many weeks somebody has for beroep.
        keep_years: So many years a decision is kept with what it rests on.
        asks: Whether a second person confirms each decision.
    """

    commission: str
    mandate: str
    appeal: str
    appeal_weeks: int
    keep_years: int
    asks: Asks = Asks.NOBODY

    @property
    def needs_second(self) -> bool:
        """Tell whether a second person confirms each decision."""
        return self.asks is Asks.SECOND


@dataclass(frozen=True, slots=True, kw_only=True)
class TypedRule:
    """Hold what was typed."""

    commissie: str = ""
    mandaat: str = ""
    clausule: str = ""
    weken: str = ""
    jaren: str = ""
    vier_ogen: str = ""


def read_rule(typed: TypedRule) -> Rule:
    """Read what somebody typed.

    Raises:
        FormError: with every problem of every field.
    """
    said = {name: normalize(getattr(typed, name)).strip() for name in MOST_OF}
    problems = [each for name, text in said.items() for each in _problems(name, text)]
    for name, text, most in (("weken", typed.weken, MOST_WEEKS), ("jaren", typed.jaren, MOST_YEARS)):
        if text.strip() not in map(str, range(1, most + 1)):
            problems.append(
                FieldProblem(
                    name,
                    "number",
                    f"Vul een getal in van 1 tot {most}.",
                    f"Fill in a number from 1 to {most}.",
                )
            )
    if problems:
        raise FormError(problems)
    return Rule(
        commission=said["commissie"],
        mandate=said["mandaat"],
        appeal=said["clausule"],
        appeal_weeks=int(typed.weken),
        keep_years=int(typed.jaren),
        asks=Asks.SECOND if typed.vier_ogen else Asks.NOBODY,
    )


def find_rule(desk: IssuingDesk, organisation_id: str) -> Rule | None:
    """Read how a school decides; None where nobody said so yet."""
    return desk.register.read(
        lambda session: rule_in(session, organisation_id), within=OneOrganisation(organisation_id)
    )


def set_rule(desk: IssuingDesk, rule: Rule, *, actor: Actor) -> None:
    """Decide otherwise from now on; what is decided already says what held then.

    Raises:
        PermissionDeniedError: the actor may not change the organisation, or not any more.
    """
    require(actor, Action.MANAGE_ORGANISATION)

    def work(session: Session) -> None:
        require_still(session, actor, Action.MANAGE_ORGANISATION)
        session.merge(
            DecisionRule(
                organisation_id=actor.organisation_id,
                commission=rule.commission,
                mandate=rule.mandate,
                appeal=rule.appeal,
                appeal_weeks=rule.appeal_weeks,
                keep_years=rule.keep_years,
                asks=rule.asks,
                changed=desk.clock.now(),
            )
        )
        said = f"{rule.asks} {rule.appeal_weeks} {rule.keep_years} {rule.appeal}".encode()
        record_change(session, actor.organisation_id, content=said, desk=desk, actor_id=actor.person_id)

    desk.register.write(work, within=OneOrganisation(actor.organisation_id))


def rule_in(session: Session, organisation_id: str) -> Rule | None:
    """Read how a school decides, in the transaction of who asks."""
    row = session.get(DecisionRule, organisation_id)
    if row is None:
        return None
    return Rule(
        commission=row.commission,
        mandate=row.mandate,
        appeal=row.appeal,
        appeal_weeks=row.appeal_weeks,
        keep_years=row.keep_years,
        asks=row.asks,
    )


def _problems(name: str, text: str) -> list[FieldProblem]:
    if not text:
        return [FieldProblem(name, "missing", "Vul dit in.", "Fill this in.")]
    return [FieldProblem.of(each, field=name) for each in text_problems(text, max_length=MOST_OF[name])]
