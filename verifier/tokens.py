"""Credentials in tokens (VC-JWT): the signature is of the text, its key named in the header (OB 3.0 8.2)."""

from functools import partial

from badges import factfinding, jws, keys
from badges.credential import recognise
from badges.errors import (
    BadgeError,
    ClaimError,
    DocumentError,
    KeyFormatError,
    KeyRevokedError,
    ProofError,
    ProofTimeError,
    SuiteNotAcceptedError,
)
from badges.jws import Header, SignedToken
from badges.proofform import ASSERTION
from badges.strictjson import JsonObject
from verifier.errors import KeyMissingError, UnreadableError
from verifier.examining import examine_document
from verifier.findings import Check
from verifier.keychecks import KEY, KEY_FITS, KEY_NONE, KEY_WRONG, key_problem, vouched_result
from verifier.keydocuments import key_document, token_key
from verifier.meanings import spoken_meaning_result
from verifier.means import Means
from verifier.needs import Answers, Missing
from verifier.openbadges2 import examine_signed_assertion, is_assertion
from verifier.presentations import examine_presentation_token
from verifier.reading import Token
from verifier.report import Report
from verifier.signatures import (
    NOT_REACHED,
    SIGNATURE,
    SIGNED,
    TIME_FITS,
    UNREAD,
    WRONG,
    time_problem,
)
from verifier.states import Outcome

_CONTRADICTS = SIGNATURE.fails(
    "Wat er om het bewijs heen staat, zegt iets anders dan het bewijs zelf.",
    "What stands around the badge says something else than the badge itself.",
)
_KEY_UNNAMED = KEY.unknown(
    "Er staat niet bij met welke sleutel het is ondertekend.", "It does not say with which key it was signed."
)
_KEY_FOUNDLING = KEY.unknown(
    "De sleutel zit in het bewijs zelf. Daardoor weten wij niet van wie hij is.",
    "The key is in the badge itself, so we do not know whose it is.",
)


def examine_token(held: Token, *, means: Means) -> tuple[Report | None, JsonObject]:
    """Report on the credential in a token, and give that credential.

    Raises:
        UnreadableError: there is no credential in it.
    """
    raw = held.raw.encode()
    try:
        token = jws.split(raw)
        if is_assertion(token):
            return examine_signed_assertion(token, means=means), {}
        presentation = jws.presentation_in(token)
        if presentation is not None:
            return examine_presentation_token(token, document=presentation, means=means), presentation
        signed = jws.credential_in(token)
        document = recognise(signed.document, raw=raw).document
    except DocumentError as error:
        raise UnreadableError(error.code) from error
    _key_result(signed, answers=means.answers)
    signatures = partial(token_results, signed, means=means)
    return examine_document(document, means=means, signatures=signatures), document


def token_results(signed: SignedToken, *, means: Means) -> tuple[Check, Check, Check, Check]:
    """Answer, in this order: signature, key, time of the signature, meaning.

    Raises:
        UnhandledShapeError: the canonicaliser leaves this document to another; ask again with that.
    """
    meaning = spoken_meaning_result(signed.document, canonicalize=means.canonicalize)
    time = _time_result(signed, means=means)
    key, found = _key_result(signed, answers=means.answers)
    return _signature_result(signed, key=found), key, time, meaning


def _signature_result(signed: SignedToken, *, key: keys.VerificationKey | None) -> Check:
    """Say whether the key signed this text, and whether its claims say what the credential says."""
    try:
        jws.read_header(signed.token)
        jws.check_claims(signed)
        if key is None:
            return NOT_REACHED
        jws.check(signed.token, key=key)
    except (SuiteNotAcceptedError, KeyFormatError):
        return UNREAD
    except ClaimError:
        return _CONTRADICTS
    except ProofError:
        return WRONG
    return SIGNED


def _key_result(signed: SignedToken, *, answers: Answers) -> tuple[Check, keys.VerificationKey | None]:
    """Say whether the key is the issuer's, and give it."""
    issuer = factfinding.issuer_id(signed.document) or ""
    try:
        header = jws.read_header(signed.token)
    except BadgeError:
        return KEY_NONE, None
    if header.jwk is not None:
        return _brought_key_result(header.jwk, issuer=issuer, answers=answers)
    return _named_key_result(header, signed=signed, answers=answers)


def _named_key_result(
    header: Header, *, signed: SignedToken, answers: Answers
) -> tuple[Check, keys.VerificationKey | None]:
    """Find the key that the header names."""
    issuer = factfinding.issuer_id(signed.document) or ""
    try:
        found = token_key(header, signer=issuer, relation=ASSERTION, answers=answers)
    except KeyRevokedError as error:
        signature = signed.token.signature
        key = vouched_result(signed.document, signature=signature, error=error, answers=answers)
        return key, error.key if key.outcome is Outcome.PASS else None
    except BadgeError as error:
        return key_problem(error), None
    if found is None:
        return _KEY_UNNAMED, None
    if found.speaker != issuer:
        return KEY_WRONG, None
    return KEY_FITS, found.key


def _brought_key_result(
    key: keys.VerificationKey, *, issuer: str, answers: Answers
) -> tuple[Check, keys.VerificationKey]:
    """Ask whether the issuer lists the key that came along (OB 3.0 8.2.2)."""
    document = key_document(issuer, answers=answers)
    if isinstance(document, Missing):
        return key_problem(KeyMissingError(document)), key
    try:
        keys.find_listed_key(document, key=key, issuer=issuer)
    except KeyFormatError:
        return _KEY_FOUNDLING, key
    except BadgeError as error:
        return key_problem(error), key
    return KEY_FITS, key


def _time_result(signed: SignedToken, *, means: Means) -> Check:
    """Say whether the token is of a moment that can be."""
    try:
        jws.check_times(signed, now=means.now)
    except ProofTimeError as error:
        return time_problem(error)
    return TIME_FITS
