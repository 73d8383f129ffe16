"""The document that holds a key: carried by the did itself, or asked of the world and read strictly."""

from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlsplit

from badges import keys, strictjson
from badges.errors import DocumentError, KeyBindingError, KeyFormatError
from badges.members import items, part, text
from badges.strictjson import JsonObject
from verifier.errors import KeyMissingError
from verifier.needs import Absence, Answers, Missing, Purpose

_MAX_ADDRESS = 1_000


def key_document(address: str, *, answers: Answers) -> "JsonObject | Missing":
    """Give the document of a did, or the one at an https address (CID 1.0 3.2).

    A did:key and a did:jwk hold their own (did:key 3.1.1).
    """
    if len(address) > _MAX_ADDRESS:
        return Missing(Absence.REFUSED)
    if address.startswith("did:key:"):
        try:
            return keys.did_key_document(address)
        except KeyFormatError:
            return Missing(Absence.UNKNOWN)
    found = answers.ask(Purpose.KEY, address)
    if isinstance(found, Missing):
        return found
    try:
        return strictjson.loads_object(found.raw)
    except DocumentError:
        return Missing(Absence.WRONG)


@dataclass(frozen=True, slots=True)
class SpeakingKey:
    """Hold a key, and the id of whoever it speaks for."""

    key: keys.PublicKey
    speaker: str


def speaking_key(verification_method: str, *, at: datetime | None, answers: Answers) -> SpeakingKey:
    """Find the key that a proof names, and for whom it speaks (CID 1.0 3.3).

    A key stands in the document of whoever it speaks for, or in a document of its own that names its
    controller. Anybody can write a name there, so the controller must say it too: in its own document, or by
    being at the same place (OB 3.0 has keys beside profiles that list none).

    Raises:
        KeyMissingError: a document could not be had.
        KeyBindingError: the key does not speak for whom it says.
        KeyFormatError: the key is none that we read.
    """
    address = verification_method.partition("#")[0]
    document = _had(address, answers=answers)
    speaker = _speaker(document, address=address)
    if speaker != address and not _same_origin(speaker, address):
        listed = _assertion_methods(_had(speaker, answers=answers), under=speaker)
        if verification_method not in listed:
            raise KeyBindingError("the controller of the key does not list it")
    key = keys.find_key(document, verification_method=verification_method, issuer=speaker, at=at)
    return SpeakingKey(key=key, speaker=speaker)


def _had(address: str, *, answers: Answers) -> JsonObject:
    """Give a document that must be there."""
    document = key_document(address, answers=answers)
    if isinstance(document, Missing):
        raise KeyMissingError(document)
    return document


def _same_origin(one: str, other: str) -> bool:
    """Tell whether two https addresses are at the same host and port (RFC 6454 5)."""
    left, right = urlsplit(one), urlsplit(other)
    same = (left.scheme, left.netloc) == (right.scheme, right.netloc)
    return same and left.scheme == "https" and bool(left.netloc)


def _speaker(document: JsonObject, *, address: str) -> str:
    """Name whom the keys of a document speak for: itself, or the controller that a lone key names."""
    if "verificationMethod" in document or "assertionMethod" in document:
        return address
    return text(document.get("controller")) or address


def _assertion_methods(document: JsonObject, *, under: str) -> set[str]:
    """List the keys that a controller names for making claims, as absolute ids (CID 1.0 2.3.2)."""
    named = [
        each if isinstance(each, str) else part(each).get("id")
        for each in items(document.get("assertionMethod"))
    ]
    return {under + each if each.startswith("#") else each for each in named if isinstance(each, str)}
