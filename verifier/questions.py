"""What is asked of a worker and what it answers, as values and as bytes.

A question comes from our own process, so it is pickled. An answer comes from where hostile input was read, so
it is JSON of a fixed shape and nothing in it is run.
"""

import pickle
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from functools import cache
from typing import Annotated, Literal, TypeAlias

from pydantic import Base64Bytes, Discriminator, TypeAdapter

from verifier.means import Profile
from verifier.needs import Answers, Identity, Need, Wanted
from verifier.report import Form, Report


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
class Opened:
    """Hold one thing that was inside: its bytes, what it was wrapped in, and its name in a zip."""

    raw: Base64Bytes
    form: Form
    name: str | None = None


@dataclass(frozen=True, slots=True)
class Contents:
    """Answer what is inside."""

    items: tuple[Opened, ...]
    kind: Literal["contents"] = "contents"


@dataclass(frozen=True, slots=True)
class Wants:
    """Answer that the world has to be asked first; in a report, what of the world it rests on."""

    needs: tuple[Need, ...]
    issuers: tuple[str, ...]
    withdrawals: tuple[Identity, ...]
    kind: Literal["wants"] = "wants"

    @classmethod
    def of(cls, wanted: Wanted) -> "Wants":
        """Write down what is wanted."""
        return cls(tuple(wanted.needs), tuple(wanted.issuers), tuple(wanted.withdrawals))

    @property
    def wanted(self) -> Wanted:
        """Give what is wanted as `verifier.needs` has it."""
        return Wanted(dict.fromkeys(self.needs), dict.fromkeys(self.issuers), dict.fromkeys(self.withdrawals))


@dataclass(frozen=True, slots=True)
class Reported:
    """Answer with the report, and with all that was asked for it."""

    report: Report
    asked: Wants
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
_Told: TypeAlias = Annotated[Answer, Discriminator("kind")]
"""An answer says itself which it is, so that nobody has to try them all."""


def dump_question(question: Question) -> bytes:
    """Write a question for a worker."""
    return pickle.dumps(question)


@cache
def _shape() -> TypeAdapter[Answer]:
    return TypeAdapter(_Told)


def load_question(raw: bytes) -> Question:
    """Read a question of our own process."""
    question: Question = pickle.loads(raw)  # noqa: S301  # from our own process
    return question


def dump_answer(given: Answer) -> bytes:
    """Write an answer as JSON."""
    return _shape().dump_json(given)


def load_answer(raw: bytes) -> Answer:
    """Read an answer; whatever else a worker sends is an error.

    Raises:
        ValueError: it has another shape.
    """
    return _shape().validate_json(raw)
