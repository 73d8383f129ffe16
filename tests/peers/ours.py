"""Our own side of the comparison: one verdict for each engine."""

from badges import keys, proofs, status
from badges.cryptosuites import Canonicalize
from badges.errors import BadgeError
from badges.jsonld import reference, walker
from badges.strictjson import JsonObject
from tests.peers.outside import Verdict, World

ENGINES = {"walker": walker.canonicalize, "reference": reference.canonicalize}


def verify(document: JsonObject, *, world: World, canonicalize: Canonicalize) -> Verdict:
    """Check that the issuer of this document signed all of it, and read its status."""
    try:
        _check_signed(document, world=world, canonicalize=canonicalize)
        return Verdict(verified=True, withdrawn=_is_withdrawn(document, world=world))
    except BadgeError as error:
        return Verdict(verified=False, reasons=(f"{error.code}: {error}",))


def _check_signed(document: JsonObject, *, world: World, canonicalize: Canonicalize) -> None:
    issuer = issuer_of(document)
    did = world.dids.get(issuer) or keys.did_key_document(issuer)
    for proof in proofs.read_proofs(document):
        key = keys.find_key(did, verification_method=proof.verification_method, issuer=issuer)
        proofs.check_proof(document, key=key, canonicalize=canonicalize)


def _is_withdrawn(document: JsonObject, *, world: World) -> bool:
    entry = document.get("credentialStatus")
    if not isinstance(entry, dict):
        return False
    listed = world.lists[str(entry["statusListCredential"])]
    return status.read_bit(bits_of(listed), index=status.entry_index(entry))


def bits_of(listed: JsonObject) -> bytes:
    """Decode the bits of a status list."""
    subject = listed["credentialSubject"]
    return status.decode(str(subject["encodedList"])) if isinstance(subject, dict) else b""


def issuer_of(document: JsonObject) -> str:
    """Give the id of the issuer."""
    issuer = document.get("issuer")
    return str(issuer.get("id") if isinstance(issuer, dict) else issuer)
