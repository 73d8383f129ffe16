"""Signed assertions: a token by a key that the issuer lists at its own address (OB 2.0 SignedBadge)."""

from badges import jws
from badges.errors import (
    BadgeError,
    KeyBindingError,
    KeyFormatError,
    ProofError,
    SignatureError,
    SuiteNotAcceptedError,
)
from badges.jws import Jws
from badges.openbadges2.objects import Link, Profile, read_assertion, read_key, read_profile
from badges.pem import read_pem
from badges.verificationkey import VerificationKey
from verifier.errors import KeyMissingError
from verifier.findings import Check, Rule
from verifier.keychecks import KEY_FITS, KEY_NONE, KEY_WRONG, key_problem
from verifier.keydocuments import key_document
from verifier.needs import Absence, Answers, Missing
from verifier.openbadges2.documents import Chain
from verifier.openbadges2.hosted import SENT_ON, missing_result
from verifier.signatures import NOT_REACHED, SIGNED, UNREAD, WRONG

SIGNATURE = Rule("signature", "OB 2.0 SignedBadge Verification")
KEY = Rule("key", "OB 2.0 CryptographicKey")
MAX_KEYS = 8

_TOO_MANY_KEYS = KEY.unknown(
    "De uitgever noemt te veel sleutels om na te kijken.", "The issuer names too many keys to check."
)
_NO_KEYS = KEY.unknown("De uitgever noemt geen sleutels.", "The issuer names no keys.")


def signature_results(token: Jws, *, chain: Chain, answers: Answers) -> tuple[Check, Check]:
    """Answer, in this order: is the signature right, is the key the issuer's."""
    signature, key = _results(token, chain=chain, answers=answers)
    return SIGNATURE.adopt(signature), KEY.adopt(key)


def _results(token: Jws, *, chain: Chain, answers: Answers) -> tuple[Check, Check]:
    """Look at the header, then at the issuer, then at its keys."""
    try:
        jws.read_assertion_header(token)
    except (SuiteNotAcceptedError, KeyFormatError):
        return UNREAD, KEY_NONE
    except ProofError:
        return WRONG, KEY_NONE
    if isinstance(chain.issuer, Missing):
        return NOT_REACHED, missing_result(chain.issuer)
    if chain.issuer.was_sent_on:
        return NOT_REACHED, SENT_ON
    creator = read_assertion(chain.assertion).creator
    return _key_results(token, creator=creator, profile=read_profile(chain.profile), answers=answers)


def _key_results(
    token: Jws, *, creator: str | None, profile: Profile, answers: Answers
) -> tuple[Check, Check]:
    """Try the keys of the issuer; with a `creator`, that one alone (OB 2.0 SignedBadge, steps 4 to 6)."""
    listed = [link for link in profile.keys if creator in (None, link.id)]
    if len(listed) > MAX_KEYS:
        return NOT_REACHED, _TOO_MANY_KEYS
    if not listed:
        return NOT_REACHED, KEY_WRONG if creator else _NO_KEYS
    keys, problems = _read_keys(listed, owner=profile.id, answers=answers)
    if any(_made(token, key=key) for key in keys):
        return SIGNED, KEY_FITS
    if problems:
        return NOT_REACHED, key_problem(problems[0])
    return WRONG, KEY_FITS


def _read_keys(
    links: list[Link], *, owner: str | None, answers: Answers
) -> tuple[list[VerificationKey], list[BadgeError]]:
    """Read the keys that a profile lists, and why others cannot be read."""
    keys: list[VerificationKey] = []
    problems: list[BadgeError] = []
    for link in links:
        try:
            keys.append(_read_key(link, owner=owner, answers=answers))
        except BadgeError as error:
            problems.append(error)
    return keys, problems


def _read_key(link: Link, *, owner: str | None, answers: Answers) -> VerificationKey:
    """Read a key: a copy in the profile, or the document at its address; it names its owner in return.

    Raises:
        KeyMissingError: it could not be had.
        KeyBindingError: it is another key, or another's.
        KeyFormatError: it is none that we read.
    """
    document = link.embedded
    if document is None or "publicKeyPem" not in document:
        found = key_document(link.id, answers=answers) if link.id else Missing(Absence.REFUSED)
        if isinstance(found, Missing):
            raise KeyMissingError(found)
        document = found
    key = read_key(document)
    if key.id not in (None, link.id) or key.owner != owner:
        raise KeyBindingError("the key names another owner, or another id")
    if key.pem is None:
        raise KeyFormatError("a CryptographicKey has publicKeyPem")
    return read_pem(key.pem)


def _made(token: Jws, *, key: VerificationKey) -> bool:
    """Tell whether this key made the signature."""
    try:
        jws.check(token, key=key)
    except SignatureError:
        return False
    return True
