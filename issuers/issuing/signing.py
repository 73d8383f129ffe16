"""Use the keys of an organisation: sign a draft, check it as a stranger does, write it as a token."""

from dataclasses import dataclass

from badges import tokens
from badges.credential import SignedCredential
from badges.errors import BadgeError, JsonLdError, ProofError
from badges.keys import PublicKey, Signer
from badges.libsodium import SodiumKey
from badges.multikey import read_multikey
from badges.proofs import add_proof, check_proof
from badges.verificationkey import VerificationKey
from issuers.desk import IssuingDesk
from issuers.errors import SelfCheckError
from issuers.issuing.badgebook import Reservation
from issuers.issuing.preparing import Drafted


@dataclass(frozen=True, slots=True)
class OpenKeys:
    """Hold the two keys that a badge is signed with, and their public halves: for one badge or for many."""

    signer: Signer
    key: VerificationKey
    token_signer: Signer
    token_key: VerificationKey

    def sign(self, drafted: Drafted) -> SignedCredential:
        """Sign the draft.

        Raises:
            KeyBindingError: the draft was made for another key.
        """
        return add_proof(drafted.draft, signer=self.signer)

    def check(self, signed: SignedCredential, *, drafted: Drafted) -> None:
        """Check the signature through the engine that did not draft it, and the library that did not sign.

        Raises:
            SelfCheckError: it does not agree.
        """
        try:
            check_proof(signed.document, key=self.key, canonicalize=drafted.other_engine)
        except (ProofError, JsonLdError) as problem:
            raise _refused(signed, problem) from problem

    def write_token(self, signed: SignedCredential) -> bytes:
        """Write the badge as a token too, and check it; ES256 gives the same each time.

        Raises:
            SelfCheckError: it does not check.
        """
        raw = tokens.write_token(signed, signer=self.token_signer)
        try:
            tokens.check_token(raw, key=self.token_key)
        except BadgeError as problem:
            raise _refused(signed, problem) from problem
        return raw


def open_keys(desk: IssuingDesk, reservation: Reservation) -> OpenKeys:
    """Open the keys that were promised to a badge.

    Raises:
        SealedError: what opens them is not here now.
    """
    did = desk.addresses.did(reservation.organisation.id)
    key, token_key = reservation.key, reservation.token_key
    return OpenKeys(
        signer=desk.key_store.signer(key, did=did),
        key=SodiumKey.of(PublicKey.from_multikey(key.multikey)),
        token_signer=desk.key_store.signer(token_key, did=did),
        token_key=read_multikey(token_key.multikey),
    )


def _refused(signed: SignedCredential, problem: BadgeError) -> SelfCheckError:
    return SelfCheckError(document=str(signed.document.get("id")), reason=problem.code)
