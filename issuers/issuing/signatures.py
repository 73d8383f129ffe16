"""Know which signatures are ours: asked where a key was withdrawn, for whoever took it can write any date."""

from hashlib import sha256
from uuid import UUID

from sqlmodel import Session

from badges import jws
from badges.errors import DocumentError
from badges.proofs import read_proofs
from badges.strictjson import loads_object
from issuers.database.scopes import Public
from issuers.desk import IssuingDesk
from issuers.issuing import badgebook

_URN = "urn:uuid:"


def has_signed(desk: IssuingDesk, credential_id: str, *, issuer: str, signature_digest: bytes) -> bool:
    """Tell whether an organisation of ours made this signature under this credential, now or formerly.

    `signature_digest` is the SHA-256 of the `proofValue`, or of the signature of a token.
    """
    try:
        badge_id = UUID(credential_id.removeprefix(_URN))
    except ValueError:
        return False

    def work(session: Session) -> list[bytes]:
        badge = badgebook.published(session, badge_id=badge_id)
        if badge is None or desk.addresses.did(badge.organisation_id) != issuer:
            return []
        return list(badgebook.signed_forms(session, badge=badge))

    forms = desk.register.read(work, within=Public(holding=str(badge_id)))
    return signature_digest in {sha256(signature_in(form)).digest() for form in forms}


def signature_in(raw: bytes) -> bytes:
    """Take the signature out of a badge of ours, in either of its forms."""
    try:
        document = loads_object(raw)
    except DocumentError:
        return jws.split(raw).signature
    [proof] = read_proofs(document)
    return proof.value.encode()
