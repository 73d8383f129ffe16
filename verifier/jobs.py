"""What runs apart: every byte of a stranger is parsed and judged here, in a process that can be ended.

    opening:    bytes -> what is inside: JSON, a JWS, a link; several from a zip
    examining:  bytes and what is known of the world -> a report, or what has to be asked first

A question comes from our own process, so it is pickled. An answer comes from where hostile input was read, so
it is JSON of a fixed shape and nothing in it is run.
"""

import pickle
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from functools import cache
from typing import Literal, TypeAlias

from pydantic import TypeAdapter

from badges.errors import TooComplexError, UnhandledShapeError
from badges.jsonld import contexts, walker
from badges.strictjson import JsonObject
from verifier.errors import MoreEffortError, UnreadableError
from verifier.holdings import examine_held
from verifier.lists import ListMemory
from verifier.means import Canonicalize, Means, Profile
from verifier.needs import Answers, Identity, Need, Wanted
from verifier.opening import Opened, open_up
from verifier.reading import read
from verifier.report import Report


class Effort(StrEnum):
    """Say how much may be done for a document.

    `quick`: by the fast engine, and no picture. `full`: with the second engine where the fast one leaves it.
    `none`: by neither, for what cost too much already: the rest is still told.
    """

    QUICK = "quick"
    FULL = "full"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Opening:
    """Ask what is inside a file."""

    raw: bytes
    effort: Effort


@dataclass(frozen=True, slots=True)
class Examining:
    """Ask for a report."""

    raw: bytes
    answers: Answers
    now: datetime
    effort: Effort
    profile: Profile = Profile.OPEN_BADGE


Question: TypeAlias = Opening | Examining


@dataclass(frozen=True, slots=True)
class Contents:
    """Answer what is inside."""

    items: tuple[Opened, ...]
    kind: Literal["contents"] = "contents"


@dataclass(frozen=True, slots=True)
class Wants:
    """Answer that the world has to be asked first."""

    needs: tuple[Need, ...]
    issuers: tuple[str, ...]
    withdrawals: tuple[Identity, ...]
    kind: Literal["wants"] = "wants"

    @property
    def wanted(self) -> Wanted:
        """Give what is wanted as `verifier.needs` has it."""
        return Wanted(dict.fromkeys(self.needs), dict.fromkeys(self.issuers), dict.fromkeys(self.withdrawals))


@dataclass(frozen=True, slots=True)
class Reported:
    """Answer with the report."""

    report: Report
    kind: Literal["reported"] = "reported"


@dataclass(frozen=True, slots=True)
class Refused:
    """Answer that there is nothing in it that we read, with the code of the sentence that says so."""

    code: str
    kind: Literal["refused"] = "refused"


@dataclass(frozen=True, slots=True)
class TooMuch:
    """Answer that more effort is needed than was allowed."""

    kind: Literal["too-much"] = "too-much"


Answer: TypeAlias = Contents | Wants | Reported | Refused | TooMuch

_LISTS = ListMemory()
"""Lists that this process has checked: checking one costs ten times what a badge does."""


def answer(question: bytes) -> bytes:
    """Answer a pickled question of our own process; the entry of a worker."""
    return dump_answer(answer_to(pickle.loads(question), lists=_LISTS))  # noqa: S301  # from our own process


def answer_to(question: Question, *, lists: ListMemory) -> Answer:
    """Open, or examine."""
    try:
        if isinstance(question, Opening):
            return Contents(open_up(question.raw, thorough=question.effort is Effort.FULL))
        return _examined(question, lists=lists)
    except UnreadableError as error:
        return Refused(error.code)
    except (UnhandledShapeError, MoreEffortError):
        return TooMuch()


def _examined(question: Examining, *, lists: ListMemory) -> Answer:
    """Give a report, or what is wanted for one."""
    means = Means(
        answers=question.answers,
        now=question.now,
        canonicalize=_engine(question),
        lists=lists,
        profile=question.profile,
    )
    report = examine_held(read(question.raw), means=means)
    wanted = question.answers.wanted
    if wanted or report is None:
        return Wants(tuple(wanted.needs), tuple(wanted.issuers), tuple(wanted.withdrawals))
    return Reported(replace(report, lists=tuple(dict.fromkeys(means.lists_seen))))


def _either(document: JsonObject) -> bytes:
    """Canonicalise by the fast engine, and by the second one what that leaves."""
    from badges.jsonld import reference  # noqa: PLC0415  # loading PyLD takes long, and most never need it

    try:
        return walker.canonicalize(document)
    except UnhandledShapeError:
        return reference.canonicalize(document)


def _engine(question: Examining) -> Canonicalize:
    """Choose the engine; the contexts of the suites are read for the suites only."""
    if question.profile is Profile.CREDENTIAL and question.effort is not Effort.NONE:
        return _suites_engine()
    return _ENGINES[question.effort]


@cache
def _suites_engine() -> Canonicalize:
    """Make the second engine with the contexts of the suites, which define every word."""
    from badges.jsonld.reference import Reference  # noqa: PLC0415  # as above

    return Reference(also=contexts.examples()).canonicalize


def _neither(_: JsonObject) -> bytes:
    """Refuse: it cost too much already."""
    raise TooComplexError("The document costs more than a badge is worth", pointer="")


_ENGINES: dict[Effort, Canonicalize] = {
    Effort.QUICK: walker.canonicalize,
    Effort.FULL: _either,
    Effort.NONE: _neither,
}


def dump_question(question: Question) -> bytes:
    """Write a question for a worker."""
    return pickle.dumps(question)


@cache
def _shape() -> TypeAdapter[Answer]:
    return TypeAdapter(Answer)


def dump_answer(given: Answer) -> bytes:
    """Write an answer as JSON."""
    return _shape().dump_json(given)


def load_answer(raw: bytes) -> Answer:
    """Read an answer; whatever else a worker sends is an error.

    Raises:
        ValueError: it has another shape.
    """
    return _shape().validate_json(raw)
