"""What we say about a badge: a verdict, a state, and every check with its reason.

The same report goes to the page, the API and the command (design, section 3). Nothing here decides:
`verifier.examining` does.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from functools import cached_property

from badges import moments
from badges.facts import Facts, read_facts
from badges.strictjson import Json, JsonObject
from badges.wording import Sentence
from verifier.findings import Check
from verifier.sentences import Particulars, state_heading, state_text
from verifier.sources import KnownIssuer
from verifier.states import Answer, Outcome, Standing, State, Status, Verdict

__all__ = [
    "Answer",
    "Check",
    "Exit",
    "Outcome",
    "Report",
    "Sentence",
    "Standing",
    "State",
    "Status",
    "Verdict",
]


class Exit(StrEnum):
    """Name the exit codes of `praktijkbewijs verify`; `code` gives the number."""

    VALID = "valid"
    INVALID = "invalid"
    INDETERMINATE = "indeterminate"
    UNREADABLE = "unreadable"

    @property
    def code(self) -> int:
        """Give the number that the process ends with."""
        return list(Exit).index(self)


@dataclass(frozen=True)
class Report:
    """Hold the answer about one badge.

    Attributes:
        verdict: May I rely on it now?
        authentic: Is it what was signed, by the issuer that it names?
        issuer: Does a register know the issuer?
        status: What the issuer says of it today.
        state: Which of the ten answers it is.
        checks: Every check that was made, the signature first.
        checked_at: When.
        document: The verified document; None unless the badge is authentic.
        known_issuer: What the register says of the issuer, if it knows it.
        reason: The sentence of the check that decided, where one did.
        withdrawn_on: When it was withdrawn or replaced, if we know.
        list_of: The day of the last status list, where that is too old.
        replacement: Where the better version is.
    """

    verdict: Verdict
    authentic: Answer
    issuer: Standing
    status: Status
    state: State
    checks: tuple[Check, ...]
    checked_at: datetime
    document: "JsonObject | None" = None
    known_issuer: KnownIssuer | None = None
    reason: Sentence | None = None
    withdrawn_on: datetime | None = None
    list_of: datetime | None = None
    replacement: str | None = None

    @cached_property
    def facts(self) -> Facts | None:
        """Give what the verified document says; read when somebody asks for it, and never of another."""
        if self.document is None:
            return None
        known = self.known_issuer
        return read_facts(
            self.document, known_as=known.name if known else None, kind=known.kind if known else None
        )

    @property
    def heading(self) -> Sentence:
        """Say in one line what this badge is."""
        return state_heading(self.state)

    @property
    def text(self) -> Sentence:
        """Say under the heading why, and what the reader can do."""
        said = Particulars(
            facts=self.facts,
            reason=self.reason,
            withdrawn_on=self.withdrawn_on,
            list_of=self.list_of,
        )
        return state_text(self.state, said)

    @property
    def exit_code(self) -> int:
        """Give the exit code of the command: 0 valid, 1 invalid, 2 indeterminate."""
        return Exit(self.verdict.value).code

    def as_json(self) -> JsonObject:
        """Give the report as the API and `verify --json` show it.

        Keys are English like those of Open Badges and of the design; sentences come in both languages.
        """
        answer: dict[str, Json] = {
            "verdict": self.verdict.value,
            "state": self.state.value,
            "authentic": self.authentic.value,
            "issuer": self.issuer.value,
            "status": self.status.value,
            "heading": self.heading.as_json(),
            "text": self.text.as_json(),
            "checkedAt": moments.write(self.checked_at),
            "checks": [check.as_json() for check in self.checks],
        }
        if self.facts is not None:
            answer["facts"] = self.facts.as_json()
        if self.withdrawn_on is not None:
            answer["withdrawnOn"] = moments.write(self.withdrawn_on)
        if self.list_of is not None:
            answer["statusListOf"] = moments.write(self.list_of)
        if self.replacement is not None:
            answer["replacement"] = self.replacement
        return answer
