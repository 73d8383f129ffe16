"""What we say about a badge: a verdict, a state, and every check with its reason.

The same report goes to the page, the API and the command (design, section 3). Nothing here decides:
`verifier.examining` does.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from urllib.parse import urlsplit

from badges import moments, strictjson
from badges.factfinding import read_facts
from badges.facts import Facts
from badges.members import at
from badges.openbadges2 import facts as openbadges2
from badges.strictjson import Json, JsonObject
from badges.wording import Sentence
from verifier import sentences
from verifier.findings import Check
from verifier.headings import heading_of_several, state_heading, text_of_several
from verifier.needs import Confirmed, KnownIssuer, Purpose
from verifier.pieces import PICTURES, Accepted, Form, ListSeen, Source, Unread
from verifier.recognition import RecognitionFound, find_recognition
from verifier.states import (
    GRAVEST_FIRST,
    IN_ORDER,
    Answer,
    Exit,
    Kind,
    Outcome,
    Standing,
    State,
    Status,
    Verdict,
)

__all__ = [
    "Accepted",
    "Answer",
    "Exit",
    "Form",
    "Kind",
    "ListSeen",
    "Outcome",
    "Part",
    "Report",
    "Source",
    "Standing",
    "State",
    "Status",
    "Unread",
    "Verdict",
]


_MOST_VERIFIED = 6 * strictjson.MAX_BYTES
"""A document of the largest size, written anew: `1e15` becomes sixteen digits, and a sign six."""

_PICTURE = re.compile(r"data:image/(?:png|jpeg|gif|webp|svg\+xml);base64,[A-Za-z0-9+/]+={0,2}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Part:
    """Hold the report about one thing among several, or why there is none."""

    report: "Report | None" = None
    unread: Unread | None = None
    name: str | None = None

    @property
    def verdict(self) -> Verdict:
        """Give the verdict; about what could not be read we cannot say."""
        return self.report.verdict if self.report else Verdict.INDETERMINATE

    @property
    def state(self) -> State:
        """Give its answer: of what holds others, the one that asks the most care."""
        return self.report.state if self.report else State.UNSURE

    @property
    def is_no_badge(self) -> bool:
        """Tell whether it is something else, which says nothing of the badges beside it."""
        return self.unread is not None and self.unread.is_no_badge

    def as_json(self) -> JsonObject:
        """Give the report, or what is wrong instead, as the API shows it."""
        answer: JsonObject = {} if self.name is None else {"name": self.name}
        if self.report is not None:
            return {**answer, "report": self.report.as_json()}
        if self.unread is not None:
            answer["problem"] = self.unread.as_json()
        return answer


@dataclass(frozen=True)
class Report:
    """Hold the answer about one badge, or about something that holds several.

    Attributes:
        verdict: May I rely on it now?
        authentic: Is it what was signed, by the issuer that it names?
        issuer: Does a register know the issuer?
        status: What the issuer says of it today.
        state: Which of the ten answers it is.
        own_state: Its own answer, where what it holds decided about all of it.
        checks: Every check that was made, the signature first.
        checked_at: When.
        kind: What it is about.
        verified: The verified document as JSON; None unless the badge is authentic.
        known_issuer: What the register says of the issuer, if it knows it.
        reason: The sentence of the check that decided, where one did.
        withdrawn_on: When it was withdrawn or replaced, if we know.
        list_of: The day of the last status list, where that is too old.
        replacement: Where the better version is.
        by_mistake: Whether it was withdrawn because it was given by mistake.
        inside: What it was handed over for: the credentials in a CLR, a presentation or a zip.
        endorsements: What others say of it, each a credential of its own.
        forms: How it was handed to us, from the outside in.
        digest: The SHA-256 of what was handed to us, in hex.
        sources: What was fetched for it.
        lists: The status lists that were checked for it.
        confirmations: Which organisations confirmed it since, each in a credential of its own elsewhere.
        rests: Whether no badge that it cites is known to be withdrawn; it changes nothing of the verdict.
        accepted: Whether the policy that was asked for accepts it, and why; None where none was asked for.
    """

    verdict: Verdict
    authentic: Answer
    issuer: Standing
    status: Status
    state: State
    checks: tuple[Check, ...]
    checked_at: datetime
    kind: Kind = Kind.BADGE
    verified: str | None = None
    known_issuer: KnownIssuer | None = None
    reason: Sentence | None = None
    withdrawn_on: datetime | None = None
    list_of: datetime | None = None
    replacement: str | None = None
    by_mistake: bool = False
    inside: tuple[Part, ...] = ()
    endorsements: tuple[Part, ...] = ()
    forms: tuple[Form, ...] = (Form.JSON,)
    digest: str | None = None
    sources: tuple[Source, ...] = ()
    lists: tuple[ListSeen, ...] = ()
    confirmations: tuple[Confirmed, ...] = ()
    rests: bool = True
    accepted: Accepted | None = None
    own_state: State | None = None

    @property
    def answer(self) -> State:
        """Give the answer about the thing itself, whatever it holds."""
        return self.own_state or self.state

    @property
    def badges(self) -> tuple[Part, ...]:
        """Give what it holds without the files that are no badges."""
        return tuple(part for part in self.inside if not part.is_no_badge)

    @property
    def several(self) -> tuple[State, ...]:
        """Give the answers about what it holds, the gravest first; none where the answer is about itself."""
        nothing_of_its_own = self.kind is Kind.BUNDLE or self.answer in IN_ORDER
        if nothing_of_its_own or self.own_state is not None:
            return tuple(sorted((part.state for part in self.badges), key=GRAVEST_FIRST.index))
        return ()

    @cached_property
    def document(self) -> "JsonObject | None":
        """Give the verified document; read when somebody asks for it."""
        if self.verified is None:
            return None
        return strictjson.loads_object(self.verified.encode(), max_bytes=_MOST_VERIFIED)

    @cached_property
    def facts(self) -> Facts | None:
        """Give what the verified document says; read when somebody asks for it, and never of another."""
        if self.document is None:
            return None
        known = self.known_issuer
        read = openbadges2.read_facts if self.kind is Kind.OPEN_BADGES_2 else read_facts
        return read(self.document, known_as=known.name if known else None, kind=known.kind if known else None)

    @property
    def recognition(self) -> RecognitionFound | None:
        """Say whether the leerbedrijf was recognised for the work on that day; None where nobody asks it."""
        known = self.known_issuer
        return find_recognition(self.facts, among=known.recognitions if known else ()) if self.facts else None

    @property
    def heading(self) -> Sentence:
        """Say in one line what this is, or what all that it holds is."""
        if self.several:
            return heading_of_several(self.several)
        return state_heading(self.answer, self.kind, status=self.status)

    @property
    def text(self) -> Sentence:
        """Say under the heading why, and what the reader can do."""
        if self.several:
            return text_of_several(self.own_state, self.kind)
        said = sentences.Particulars(
            kind=self.kind,
            facts=self.facts,
            status=self.status,
            reason=self.reason,
            withdrawn_on=self.withdrawn_on,
            list_of=self.list_of,
            leads_on=self.replacement is not None,
            by_mistake=self.by_mistake,
        )
        return sentences.state_text(self.answer, said)

    @property
    def signed_picture(self) -> str | None:
        """Give the picture of the achievement where the signed document holds it, as a data URL (RFC 2397).

        Of a picture at an address only the address was signed.
        """
        picture = at(self.document, "credentialSubject", "achievement", "image", "id")
        return picture if isinstance(picture, str) and _PICTURE.fullmatch(picture) else None

    @property
    def notes(self) -> tuple[Sentence, ...]:
        """Say what a reader must know besides: what shakes it, what was not signed, who was asked."""
        found = [] if self.rests else [sentences.SHAKEN]
        if self.authentic is Answer.YES and PICTURES.intersection(self.forms):
            found.append(sentences.NOT_WHAT_IS_SEEN)
        if sites := self._sites(Purpose.LINK):
            found.append(sentences.brought_by(sites[0]))
        if others := len(self.inside) - len(self.badges):
            found.append(sentences.beside_badges(others))
        hosted = self.kind is Kind.OPEN_BADGES_2 and Form.JWS not in self.forms
        if hosted and (sites := self._sites(Purpose.HOSTED)):
            found.append(sentences.asked_of(sites))
        return tuple(found)

    def _sites(self, purpose: Purpose) -> tuple[str, ...]:
        """Name the sites that were asked for this purpose, each once."""
        asked = (urlsplit(source.address).hostname for source in self.sources if source.purpose is purpose)
        return tuple(dict.fromkeys(site for site in asked if site and site.isascii()))

    @property
    def exit_code(self) -> int:
        """Give the exit code of the command: 0 valid, 1 invalid, 2 indeterminate."""
        return Exit(self.verdict.value).code

    def as_json(self) -> JsonObject:
        """Give the report as the API and `verify --json` show it.

        Keys are English like those of Open Badges and of the design; sentences come in both languages.
        """
        return {
            "kind": self.kind.value,
            "verdict": self.verdict.value,
            "state": self.state.value,
            "authentic": self.authentic.value,
            "issuer": self.issuer.value,
            "status": self.status.value,
            "heading": self.heading.as_json(),
            "text": self.text.as_json(),
            "checkedAt": moments.write(self.checked_at),
            "checks": [check.as_json() for check in self.checks],
            **_said(self._particulars()),
            "forms": [form.value for form in self.forms],
            **_said({"sha256": self.digest}),
            "sources": [source.as_json() for source in self.sources],
            **_said(self._parts()),
        }

    def _particulars(self) -> Mapping[str, Json]:
        """Give what only some reports say, as the API shows it."""
        return {
            "facts": self.facts.as_json() if self.facts else None,
            "recognition": self.recognition.as_json() if self.recognition else None,
            "confirmations": [each.as_json() for each in self.confirmations],
            "withdrawnOn": _written(self.withdrawn_on),
            "statusListOf": _written(self.list_of),
            "replacement": self.replacement,
            "accepted": self.accepted.as_json() if self.accepted else None,
            "notes": [note.as_json() for note in self.notes],
        }

    def _parts(self) -> Mapping[str, Json]:
        """Give what was reported apart, as the API shows it."""
        return {
            "inside": [each.as_json() for each in self.inside],
            "endorsements": [each.as_json() for each in self.endorsements],
        }


def _said(members: Mapping[str, Json]) -> JsonObject:
    """Leave out what says nothing."""
    return {name: value for name, value in members.items() if value not in (None, [])}


def _written(moment: datetime | None) -> str | None:
    return None if moment is None else moments.write(moment)
