"""What a report holds besides its checks: how the thing was handed over, and what was fetched for it."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from badges import moments
from badges.strictjson import JsonObject
from badges.wording import Sentence
from verifier.needs import Purpose
from verifier.states import Answer

NO_BADGE = frozenset({"empty", "kind-unknown", "not-a-credential", "zip-office"})
"""What is wrong with a file that is no badge and does not say that it is one: a letter, a table, other JSON.

A picture or a PDF without a badge is another thing: it may look like one.
"""


class Form(StrEnum):
    """Name how something was handed to us; a link to a picture with a badge in it is three."""

    JSON = "json"
    JWS = "jws"
    PNG = "png"
    SVG = "svg"
    PDF = "pdf"
    PHOTO = "photo"
    ZIP = "zip"
    LINK = "link"


PICTURES = frozenset({Form.PNG, Form.SVG, Form.PDF, Form.PHOTO})
"""Forms of which what meets the eye is not what was signed."""


@dataclass(frozen=True, slots=True)
class Source:
    """Name what was fetched for a report, and when; some time ago where it came from memory."""

    purpose: Purpose
    address: str
    at: datetime

    def as_json(self) -> JsonObject:
        """Give the source as the API shows it."""
        return {"purpose": self.purpose.value, "address": self.address, "at": moments.write(self.at)}


@dataclass(frozen=True, slots=True)
class ListSeen:
    """Name a status list that was fetched and checked for a report, and the moment that it speaks of."""

    issuer: str
    url: str
    valid_from: datetime


@dataclass(frozen=True, slots=True)
class Accepted:
    """Say whether the policy that was asked for accepts something, and why."""

    answer: Answer
    reason: Sentence

    def as_json(self) -> JsonObject:
        """Give it as the API shows it."""
        return {"answer": self.answer.value, "reason": self.reason.as_json()}


@dataclass(frozen=True, slots=True)
class Unread:
    """Say of one thing among several that it could not be read, and what to do."""

    code: str
    nl: str
    en: str

    @property
    def is_no_badge(self) -> bool:
        """Tell whether it is something else, which says nothing of the badges beside it."""
        return self.code in NO_BADGE

    def as_json(self) -> JsonObject:
        """Give it as the API shows it."""
        detail: JsonObject = {"nl": self.nl, "en": self.en}
        return {"code": self.code, "detail": detail}
