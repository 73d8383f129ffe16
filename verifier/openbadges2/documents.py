"""The documents of an Open Badge 2.0, each asked of its own address."""

from dataclasses import dataclass

from badges import strictjson
from badges.errors import DocumentError
from badges.members import text
from badges.openbadges2.objects import read_badge_class, read_link
from badges.openbadges2.values import place_of
from badges.strictjson import JsonObject
from verifier.needs import MAX_ADDRESS, Absence, Answers, Found, Missing, Purpose


@dataclass(frozen=True, slots=True)
class Hosted:
    """Hold a document that its own address gave."""

    document: JsonObject
    address: str
    found: Found

    @property
    def was_sent_on(self) -> bool:
        """Tell whether another host gave it than the one that was asked."""
        return place_of(self.found.url) != place_of(self.address)


def hosted_document(address: str | None, *, answers: Answers) -> Hosted | Missing:
    """Ask for the document at an address; it must say itself that it is the one of that address."""
    if address is None or len(address) > MAX_ADDRESS or place_of(address) is None:
        return Missing(Absence.REFUSED)
    found = answers.ask(Purpose.HOSTED, address)
    if isinstance(found, Missing):
        return found
    try:
        document = strictjson.loads_object(found.raw)
    except DocumentError:
        return Missing(Absence.WRONG)
    if text(document.get("id")) != address:
        return Missing(Absence.WRONG)
    return Hosted(document, address=address, found=found)


@dataclass(frozen=True, slots=True)
class Chain:
    """Hold an assertion with its badge class and its issuer, or why one of those could not be had.

    A badge class that a signed assertion holds itself has no address.
    """

    assertion: JsonObject
    badge: Hosted | JsonObject | Missing
    issuer: Hosted | Missing

    @property
    def badge_class(self) -> JsonObject:
        """Give the badge class, as far as it is known."""
        if isinstance(self.badge, Hosted):
            return self.badge.document
        return {} if isinstance(self.badge, Missing) else self.badge

    @property
    def profile(self) -> JsonObject:
        """Give the profile of the issuer, as far as it is known."""
        return self.issuer.document if isinstance(self.issuer, Hosted) else {}

    @property
    def missing(self) -> Missing | None:
        """Say why it is not whole, if it is not."""
        return next((each for each in (self.badge, self.issuer) if isinstance(each, Missing)), None)

    @property
    def whole(self) -> JsonObject:
        """Give the assertion with the others in it, as far as they are known."""
        return {**self.assertion, "badge": {**self.badge_class, "issuer": self.profile}}


def hosted_chain(assertion: JsonObject, *, answers: Answers) -> Chain:
    """Ask for the badge class and the issuer of a hosted assertion; copies in it count for nothing."""
    badge = hosted_document(read_link(assertion.get("badge")).id, answers=answers)
    issuer = badge if isinstance(badge, Missing) else _issuer_of(badge.document, answers=answers)
    return Chain(assertion, badge=badge, issuer=issuer)


def signed_chain(assertion: JsonObject, *, answers: Answers) -> Chain:
    """Ask for the badge class and the issuer of a signed assertion.

    A badge class in it was signed with it. The profile is asked of its address all the same: a copy could
    list any key (OB 2.0, Linked Data examples).
    """
    copy = read_link(assertion.get("badge")).embedded
    if copy is None or not copy.keys() > {"id"}:
        return hosted_chain(assertion, answers=answers)
    return Chain(assertion, badge=copy, issuer=_issuer_of(copy, answers=answers))


def _issuer_of(badge: JsonObject, *, answers: Answers) -> Hosted | Missing:
    """Ask for the profile that a badge class names."""
    return hosted_document(read_badge_class(badge).issuer.id, answers=answers)
