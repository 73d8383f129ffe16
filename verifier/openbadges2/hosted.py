"""Hosted assertions: what counts is what stands at the assertion's own address, now (OB 2.0 HostedBadge).

Anybody can write a document that names an issuer. So what was handed to us is trusted for its address only,
and the issuer, at its own address, must allow assertions there.
"""

from badges.members import part, text
from badges.openbadges2.objects import Method, read_assertion, read_profile, verification_of
from badges.strictjson import JsonObject
from verifier.findings import Check, Rule
from verifier.needs import Absence, Missing
from verifier.openbadges2.documents import Chain, Hosted
from verifier.signatures import UNSIGNED

SIGNATURE = Rule("signature", "OB 2.0 HostedBadge Verification")
KEY = Rule("key", "OB 2.0 VerificationObject")

ONLY_WITHDRAWN = SIGNATURE.unknown(
    "Op het adres van dit bewijs staat alleen nog dat het is ingetrokken.",
    "The address of this badge only says that it was withdrawn.",
)

_AT_ITS_PLACE = SIGNATURE.passes(
    "Het bewijs staat op zijn eigen adres. Wij laten zien wat daar staat.",
    "The badge is at its own address. We show what stands there.",
)
_ABSENT = {
    Absence.ELDERS: SIGNATURE.unknown(
        "Dit bewijs staat op een andere site. Daar kunnen wij nu niet kijken.",
        "This badge is on another site. We cannot look there now.",
    ),
    Absence.REFUSED: SIGNATURE.unknown(
        "Dit bewijs noemt een adres waar wij niet kijken.",
        "This badge names an address where we do not look.",
    ),
    Absence.GONE: ONLY_WITHDRAWN,
    Absence.WRONG: SIGNATURE.unknown(
        "Op het adres van dit bewijs staat iets anders.",
        "There is something else at the address of this badge.",
    ),
    Absence.UNREAD: SIGNATURE.unknown(
        "Op het adres van dit bewijs staat iets dat wij niet kunnen lezen.",
        "There is something at the address of this badge that we cannot read.",
    ),
    Absence.UNKNOWN: SIGNATURE.unknown(
        "Op het adres van dit bewijs staat niets.", "There is nothing at the address of this badge."
    ),
    Absence.UNREACHABLE: SIGNATURE.unknown(
        "De website van de uitgever geeft nu geen antwoord.", "The issuer's website does not answer now."
    ),
}
_OF_THE_ISSUER = KEY.passes(
    "Dat adres is van de uitgever die erin staat.", "That address belongs to the issuer that it names."
)
_OF_ANOTHER = KEY.fails(
    "Dat adres is niet van de uitgever die erin staat.",
    "That address does not belong to the issuer that it names.",
)
SENT_ON = KEY.unknown(
    "Het adres stuurt ons naar een andere site. Daardoor weten wij niet wie dit zegt.",
    "The address sends us to another site, so we do not know who says this.",
)
_PARTS_MISSING = {
    Absence.ELDERS: KEY.unknown(
        "De gegevens van de uitgever staan op een andere site. Daar kunnen wij nu niet kijken.",
        "The issuer's details are on another site. We cannot look there now.",
    ),
    Absence.REFUSED: KEY.unknown(
        "De uitgever noemt een adres waar wij niet kijken.",
        "The issuer names an address where we do not look.",
    ),
    Absence.UNREACHABLE: KEY.unknown(
        "De website van de uitgever geeft nu geen antwoord.", "The issuer's website does not answer now."
    ),
}
_PART_MISSING = KEY.unknown(
    "De gegevens van de uitgever zijn er niet meer.", "The issuer's details are not there any more."
)


def address_of(document: JsonObject) -> str | None:
    """Give the address at which an assertion says that it is: its id; before 1.1 another member had it."""
    return text(document.get("id")) or text(part(verification_of(document)).get("url"))


def absent_result(missing: Missing) -> Check:
    """Say why the assertion is not at its address."""
    return _ABSENT[missing.reason]


def place_result(assertion: JsonObject) -> Check:
    """Say whether the assertion is verified by where it is."""
    return _AT_ITS_PLACE if read_assertion(assertion).method is Method.HOSTED else UNSIGNED


def scope_result(hosted: Hosted, chain: Chain) -> Check:
    """Say whether the issuer allows assertions at this address, and badge classes at theirs.

    A host that sends us on lets another one speak for it, and many hosts send anybody anywhere. That counts
    only where the issuer names the other one too.
    """
    if isinstance(chain.issuer, Missing) or not isinstance(chain.badge, Hosted):
        return missing_result(chain.missing)
    scope = read_profile(chain.profile).scope
    if not scope.allows(hosted.address) or not scope.allows_beside(chain.badge.address):
        return _OF_ANOTHER
    sent_on = [each for each in (hosted, chain.badge) if each.was_sent_on]
    if chain.issuer.was_sent_on or not all(scope.allows_beside(each.found.url) for each in sent_on):
        return SENT_ON
    return _OF_THE_ISSUER


def missing_result(missing: Missing | None) -> Check:
    """Say why the badge class or the issuer is not there."""
    return _PART_MISSING if missing is None else _PARTS_MISSING.get(missing.reason, _PART_MISSING)
