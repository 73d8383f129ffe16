"""Whose key it is, in sentences: what can be said of the key under a badge, and why there is none.

A key that was withdrawn is the issuer's no more, and whoever took it can write any date. So no date decides:
only where the issuer's own register knows the signature, it is the issuer's.
"""

from badges.errors import BadgeError, KeyEndError, KeyFormatError, KeyRevokedError
from badges.strictjson import JsonObject
from verifier.errors import KeyMissingError, KeyUnfoundError
from verifier.findings import Cause, Check, Rule
from verifier.needs import Absence, Answers, Found, Purpose
from verifier.vouching import address_of

KEY = Rule("key", "CID 1.0 3.3; OB 3.0 Verification, step 2")
KEY_FITS = KEY.passes(
    "De sleutel is van de uitgever die erin staat.", "The key belongs to the issuer that it names."
)
KEY_WRONG = KEY.fails(
    "De sleutel is niet van de uitgever die erin staat.",
    "The key does not belong to the issuer that it names.",
)
_KEY_UNREAD = KEY.unknown(
    "De uitgever gebruikt een soort sleutel die wij nog niet lezen.",
    "The issuer uses a kind of key that we do not read yet.",
)
_KEY_UNFOUND = KEY.unknown(
    "Wij vinden bij de uitgever geen sleutel met de naam die erin staat.",
    "We find no key with the issuer of the name that stands in it.",
)
_KEY_WITH_AN_END = KEY.unknown(
    "De sleutel van de uitgever heeft een einde. Er staat niet bij of dit daarvoor is ondertekend.",
    "The issuer's key has an end. It does not say whether this was signed before that.",
)
KEY_NONE = KEY.unknown("Er is geen sleutel om na te kijken.", "There is no key to check.").because(
    Cause.OTHER_FINDING
)
KEY_MISSING = {
    Absence.ELDERS: KEY.unknown(
        "De sleutel van de uitgever is niet bij ons. Wij kunnen nu niet op andere sites kijken.",
        "We do not have the issuer's key. We cannot look at other sites now.",
    ),
    Absence.REFUSED: KEY.unknown(
        "De uitgever noemt een adres waar wij niet kijken.",
        "The issuer names an address where we do not look.",
    ),
    Absence.GONE: KEY.unknown(
        "De uitgever zegt dat zijn sleutel is weggehaald.", "The issuer says that its key was taken away."
    ),
    Absence.WRONG: KEY.unknown(
        "Op het adres van de uitgever staat iets anders dan een sleutel.",
        "There is something else than a key at the issuer's address.",
    ),
    Absence.UNREAD: KEY.unknown(
        "Op het adres van de uitgever staat iets dat wij niet kunnen lezen.",
        "There is something at the issuer's address that we cannot read.",
    ),
    Absence.UNKNOWN: KEY.unknown(
        "Op het adres van de uitgever staat geen sleutel.", "There is no key at the issuer's address."
    ),
    Absence.UNREACHABLE: KEY.unknown(
        "De website van de uitgever geeft nu geen antwoord.", "The issuer's website does not answer now."
    ),
}
_VOUCHED = KEY.passes(
    "De uitgever heeft deze sleutel later ingetrokken. Dit bewijs staat in zijn register.",
    "The issuer withdrew this key later. This badge is in its register.",
)
_NOT_VOUCHED = KEY.fails(
    "De uitgever heeft deze sleutel ingetrokken, en dit bewijs staat niet in zijn register.",
    "The issuer withdrew this key, and this badge is not in its register.",
)
_WITHDRAWN_BEFORE = KEY.fails(
    "De uitgever had deze sleutel al ingetrokken.", "The issuer had withdrawn this key already."
)
_WITHDRAWN = KEY.unknown(
    "De uitgever heeft deze sleutel ingetrokken. Of dit bewijs van daarvoor is, weten wij niet.",
    "The issuer withdrew this key. Whether this badge is from before that, we do not know.",
)


def key_problem(error: BadgeError) -> Check:
    """Say why there is no key to check with."""
    if isinstance(error, KeyMissingError):
        return KEY_MISSING[error.missing.reason]
    if isinstance(error, KeyUnfoundError):
        return _KEY_UNFOUND
    if isinstance(error, KeyRevokedError):
        return _WITHDRAWN_BEFORE if error.is_after else _WITHDRAWN
    if isinstance(error, KeyEndError):
        return _KEY_WITH_AN_END
    return _KEY_UNREAD if isinstance(error, KeyFormatError) else KEY_WRONG


def vouched_result(
    document: JsonObject, *, signature: bytes, error: KeyRevokedError, answers: Answers
) -> Check:
    """Say whether the issuer's own register knows this signature."""
    answer = answers.ask(Purpose.SIGNATURE, address_of(document, signature=signature))
    if isinstance(answer, Found):
        return _VOUCHED
    if answer.reason is Absence.UNKNOWN:
        return _NOT_VOUCHED
    return key_problem(error)
