"""Whom do you trust? A policy says whether a report is good enough for whoever asked.

A policy looks at a report that is ready and changes nothing in it: whether a badge is genuine is the same for
everyone, whether you accept it is for you to say. Where nobody asks, `Report.accepted` stays absent.

What holds others (a zip, a presentation, a CLR) is accepted when all that is in it is.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final, Protocol

from badges.moments import dutch_day
from badges.wording import Sentence
from verifier.errors import UnknownPolicyError
from verifier.registers import IssuerRegister, find_issuer
from verifier.report import Accepted, Kind, Part, Report
from verifier.states import Answer, Standing, Verdict

ANYONE: Final = "iedereen"
KNOWN: Final = "bekend"

_WRAPPERS: Final = frozenset({Kind.BUNDLE, Kind.PRESENTATION})
"""What nobody issues: only what is in it has an issuer."""


class Policy(Protocol):
    """Decide about a report."""

    def accepts(self, report: Report) -> Accepted:
        """Say whether this report is good enough, and why."""
        ...


@dataclass(frozen=True, slots=True)
class AnyIssuer:
    """Accept what is genuine and in order, whoever gave it."""

    def accepts(self, report: Report) -> Accepted:
        """Follow the verdict."""
        return _BY_VERDICT[report.verdict]


@dataclass(frozen=True, slots=True)
class KnownIssuers:
    """Accept what is in order and given by an issuer that a register lists, by its exact id.

    Without registers of its own it goes by those of the verifier: what the report says of the issuer.
    """

    registers: tuple[IssuerRegister, ...] = ()

    def accepts(self, report: Report) -> Accepted:
        """Ask the registers about each badge in the report, on the day of the report."""
        issued = [self._listed(each) for each in _issued(report)]
        return _strictest([AnyIssuer().accepts(report), *(issued or [_NOT_PROVEN])])

    def _listed(self, report: Report | None) -> Accepted:
        """Say of one badge whether its issuer is listed; of what is not proven, nobody is the issuer."""
        if report is None or report.authentic is not Answer.YES:
            return _NOT_PROVEN
        return _LISTED if self._knows(report) else _NOT_LISTED

    def _knows(self, report: Report) -> bool:
        if not self.registers:
            return report.issuer is Standing.KNOWN
        if report.facts is None:
            return False
        today = dutch_day(report.checked_at)
        return find_issuer(self.registers, report.facts.issuer.id, on=today) is not None


@dataclass(frozen=True, slots=True)
class AllOf:
    """Accept what each of these policies accepts; the reason is that of the one that decides."""

    policies: tuple[Policy, ...]

    def __post_init__(self) -> None:
        """Refuse to be a policy that asks for nothing."""
        if not self.policies:
            raise ValueError("a policy that asks for nothing accepts everything")

    def accepts(self, report: Report) -> Accepted:
        """Ask each policy."""
        return _strictest([policy.accepts(report) for policy in self.policies])


def policy_named(name: str, registers: Sequence[IssuerRegister] = ()) -> Policy:
    """Give the policy of this name: `iedereen`, `bekend`, or the name of one of these registers.

    `bekend` goes by all registers of the verifier, its own organisations among them.

    Raises:
        UnknownPolicyError: there is none of that name; the sentence says which there are.
    """
    if name == ANYONE:
        return AnyIssuer()
    if name == KNOWN:
        return KnownIssuers()
    named = tuple(register for register in registers if register.name == name)
    if not named:
        raise UnknownPolicyError(name, known=(ANYONE, KNOWN, *(register.name for register in registers)))
    return KnownIssuers(named)


def judged(report: Report, *, policy: Policy | None) -> Report:
    """Put down what a policy says of a report; nothing where none was asked for."""
    return replace(report, accepted=policy.accepts(report)) if policy else report


def judged_part(part: Part, *, policy: Policy | None) -> Part:
    """Do it for one thing among several."""
    return replace(part, report=judged(part.report, policy=policy)) if part.report else part


def _issued(report: Report) -> Iterator[Report | None]:
    """Give each badge whose issuer counts; None stands for one that could not be read.

    An endorsement in a badge is what another says of it, and who that is decides nothing here.
    """
    if report.kind not in _WRAPPERS:
        yield report
    for part in report.badges:
        if part.report is None:
            yield None
        else:
            yield from _issued(part.report)


def _strictest(answers: Sequence[Accepted]) -> Accepted:
    """Give the answer that decides: the first no, else the first doubt, else the last yes."""
    for decisive in (Answer.NO, Answer.UNKNOWN):
        for each in answers:
            if each.answer is decisive:
                return each
    return answers[-1]


_BY_VERDICT: Final = {
    Verdict.VALID: Accepted(
        answer=Answer.YES, reason=Sentence("Het is echt en geldig.", "It is genuine and valid.")
    ),
    Verdict.INVALID: Accepted(
        answer=Answer.NO, reason=Sentence("Je kunt er nu niet op vertrouwen.", "You cannot rely on it now.")
    ),
    Verdict.INDETERMINATE: Accepted(
        answer=Answer.UNKNOWN,
        reason=Sentence("Niet alles was te controleren.", "Not everything could be checked."),
    ),
}
_LISTED: Final = Accepted(
    answer=Answer.YES,
    reason=Sentence(
        "Het is echt en geldig, en de uitgever staat in een register dat je vertrouwt.",
        "It is genuine and valid, and the issuer is in a register that you trust.",
    ),
)
_NOT_LISTED: Final = Accepted(
    answer=Answer.NO,
    reason=Sentence(
        "De uitgever staat niet in een register dat je vertrouwt. Dat zegt niet dat het vals is.",
        "The issuer is in no register that you trust. That does not say that it is a fake.",
    ),
)
_NOT_PROVEN: Final = Accepted(
    answer=Answer.UNKNOWN,
    reason=Sentence("Niet te zeggen is wie de uitgever is.", "It cannot be said who the issuer is."),
)
