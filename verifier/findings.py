"""One check and what it found."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from badges.strictjson import JsonObject
from badges.wording import Sentence
from verifier.states import Outcome

_MAX_POINTER = 200


class Cause(StrEnum):
    """Say why a check ended as it did, where its outcome alone does not decide about the answer.

    `unsigned`: there is no signature at all. `other-finding`: it only follows from another finding, which
    says more. `ahead`: it speaks of a later moment. `suspended`: withdrawn for now. `beside`: it is about a
    proof beside the issuer's own, and that one holds.
    """

    UNSIGNED = "unsigned"
    OTHER_FINDING = "other-finding"
    AHEAD = "ahead"
    SUSPENDED = "suspended"
    BESIDE = "beside"


@dataclass(frozen=True, slots=True)
class Check:
    """Say what one check found, in two languages, and which clause asks for it.

    `pointer` tells a developer where in the document (RFC 6901). It holds names that a stranger may have
    chosen, so it is no part of the sentence. `cause` is for whoever draws the verdict, and not shown.
    """

    code: str
    outcome: Outcome
    sentence: Sentence
    clause: str
    pointer: str | None = None
    cause: Cause | None = None

    def as_json(self) -> JsonObject:
        """Give the check as the API shows it."""
        found: JsonObject = {
            "code": self.code,
            "outcome": self.outcome.value,
            "sentence": self.sentence.as_json(),
            "clause": self.clause,
        }
        return found if self.pointer is None else {**found, "pointer": self.pointer}

    def at(self, pointer: str) -> "Check":
        """Give the same finding with the place where it was found, cut to a length that can be shown."""
        return replace(self, pointer=pointer[:_MAX_POINTER])

    def because(self, cause: Cause) -> "Check":
        """Give the same finding with its cause."""
        return replace(self, cause=cause)


@dataclass(frozen=True, slots=True)
class Rule:
    """Name a check and the clause behind it; gives its findings."""

    code: str
    clause: str

    def adopt(self, found: Check) -> Check:
        """Give a finding of another rule as one of this: the same question, asked by another standard."""
        return replace(found, code=self.code, clause=self.clause)

    def passes(self, nl: str, en: str) -> Check:
        """Find nothing against the badge."""
        return Check(code=self.code, outcome=Outcome.PASS, sentence=Sentence(nl, en), clause=self.clause)

    def fails(self, nl: str, en: str) -> Check:
        """Find that the badge breaks this rule."""
        return Check(code=self.code, outcome=Outcome.FAIL, sentence=Sentence(nl, en), clause=self.clause)

    def unknown(self, nl: str, en: str) -> Check:
        """Find that we cannot say."""
        return Check(code=self.code, outcome=Outcome.UNKNOWN, sentence=Sentence(nl, en), clause=self.clause)


def plainest(doubts: Sequence[Check]) -> Check:
    """Choose which of these to tell: the first that does not only follow from another finding."""
    return next((each for each in doubts if each.cause is not Cause.OTHER_FINDING), doubts[0])


def worst(found: Sequence[Check]) -> Check:
    """Choose what counts of one question that was asked of several: what is wrong, then doubt, then good."""
    for outcome in (Outcome.FAIL, Outcome.UNKNOWN):
        if alike := [each for each in found if each.outcome is outcome]:
            return plainest(alike)
    return found[0]


def are_beside(doubts: Sequence[Check]) -> bool:
    """Tell whether the issuer's own proof holds, and all doubt is about others that somebody put beside it.

    They leave doubt about a badge that stands. Of one that expired or was withdrawn they take nothing away.
    """
    return all(check.cause is Cause.BESIDE for check in doubts)
