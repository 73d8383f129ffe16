"""The document that holds a key: carried by the did itself, or asked of the world and read strictly."""

from dataclasses import dataclass
from datetime import datetime

from badges import jws, keys, strictjson
from badges.errors import DocumentError, KeyBindingError, KeyFormatError
from badges.jws import Header
from badges.strictjson import JsonObject
from verifier.errors import KeyMissingError, KeyUnfoundError
from verifier.needs import MAX_ADDRESS, Absence, Answers, Missing, Purpose

_ABOUT_KEYS = frozenset(
    {"kty", "verificationMethod", "assertionMethod", "authentication", "publicKey", "publicKeyPem"}
)
_SAYS_NOTHING = frozenset({Absence.UNKNOWN, Absence.GONE, Absence.WRONG})
"""Where there is no document that could list other keys; elsewhere there may be one."""


def key_document(address: str, *, answers: Answers) -> "JsonObject | Missing":
    """Give the document of a did, or the one at an https address (CID 1.0 3.2).

    A did:key and a did:jwk hold their own (did:key 3.1.1). What says nothing of keys is `wrong`; what we do
    not read is not, for it may list some.
    """
    if len(address) > MAX_ADDRESS:
        return Missing(Absence.REFUSED)
    try:
        own = keys.local_document(address)
    except KeyFormatError:
        return Missing(Absence.UNKNOWN)
    if own is not None:
        return own
    found = answers.ask(Purpose.KEY, address)
    if isinstance(found, Missing):
        return found
    try:
        document = strictjson.loads_object(found.raw)
    except DocumentError:
        return Missing(Absence.UNREAD)
    return document if _tells_of_keys(document) else Missing(Absence.WRONG)


def _tells_of_keys(document: JsonObject) -> bool:
    """Tell a document about keys from a profile or an error page: that says nothing against a key either."""
    return keys.is_method(document) or not _ABOUT_KEYS.isdisjoint(document)


@dataclass(frozen=True, slots=True)
class SpeakingKey:
    """Hold a key, and the id of whoever it speaks for."""

    key: keys.VerificationKey
    speaker: str


def speaking_key(
    verification_method: str, *, issuer: str, relation: str, at: datetime | None, answers: Answers
) -> SpeakingKey:
    """Find the key that a proof names, and for whom it speaks (CID 1.0 3.3).

    `issuer` is who should; `relation` is what the key must be listed for.

    Raises:
        KeyMissingError: a document could not be had.
        KeyBindingError: the key does not speak for whom it says.
        KeyFormatError: the key is none that we read.
    """
    address = keys.key_address(verification_method)
    document = _had(address, answers=answers)
    speaker = (
        issuer if "kty" in document else keys.controller(document, verification_method=verification_method)
    )
    own = None if speaker == address else key_document(speaker, answers=answers)
    try:
        key = keys.find_key(
            document,
            verification_method=verification_method,
            issuer=speaker,
            at=at,
            confirmed_by=None if isinstance(own, Missing) else own,
            relation=relation,
        )
    except KeyBindingError:
        if isinstance(own, Missing):
            raise KeyMissingError(own) from None
        raise
    if isinstance(own, Missing) and own.reason not in _SAYS_NOTHING:
        raise KeyMissingError(own)
    return SpeakingKey(key=key, speaker=speaker)


def token_key(header: Header, *, signer: str, relation: str, answers: Answers) -> SpeakingKey | None:
    """Find the key that the header of a token names (OB 3.0 8.2, `kid`); None where it names none.

    A name that is no whole address is looked for under the signer. It may mean another place, and the name
    of the signer alone means any of its keys.

    Raises:
        KeyUnfoundError: it is not there.
        KeyMissingError, KeyBindingError, KeyFormatError: as `speaking_key`.
    """
    name = jws.key_name(header, issuer=signer)
    if name is None:
        return None
    try:
        return speaking_key(name, issuer=signer, relation=relation, at=None, answers=answers)
    except KeyBindingError:
        if name != header.kid or name == signer:
            raise KeyUnfoundError(name) from None
        raise


def _had(address: str, *, answers: Answers) -> JsonObject:
    """Give a document that must be there."""
    document = key_document(address, answers=answers)
    if isinstance(document, Missing):
        raise KeyMissingError(document)
    return document
