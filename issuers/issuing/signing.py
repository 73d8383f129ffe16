"""Use the keys of an organisation: sign a draft, check it as a stranger does, write it as a token."""

from collections.abc import Sequence
from dataclasses import dataclass

from badges import tokens
from badges.credential import SignedCredential
from badges.errors import BadgeError, JsonLdError, ProofError, SignatureError
from badges.keys import PublicKey, Signer
from badges.libsodium import SodiumKey
from badges.multikey import read_multikey
from badges.proofs import Unchecked, add_proof, read_signatures
from badges.verificationkey import VerificationKey
from issuers.desk import IssuingDesk
from issuers.errors import SelfCheckError
from issuers.issuing.badgebook import Reservation
from issuers.preparing import Drafted


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
            SelfCheckError: one of them does not agree.
        """
        check_read(signed, unchecked=self.read(signed, drafted=drafted))

    def read(self, signed: SignedCredential, *, drafted: Drafted) -> Sequence[Unchecked]:
        """Read through the other engine what should have been signed: the first half of `check`.

        Raises:
            SelfCheckError: there is nothing that could be.
        """
        try:
            return [*read_signatures(signed.document, key=self.key, canonicalize=drafted.other_engine)]
        except (ProofError, JsonLdError) as problem:
            raise _refused(signed, problem) from problem

    def write_token(self, signed: SignedCredential) -> bytes:
        """Write the badge as a token too; ES256 gives the same each time."""
        return tokens.write_token(signed, signer=self.token_signer)

    def check_token(self, token: bytes, *, signed: SignedCredential) -> None:
        """Check the token of a badge.

        Raises:
            SelfCheckError: it does not check.
        """
        try:
            tokens.check_token(token, key=self.token_key)
        except BadgeError as problem:
            raise _refused(signed, problem) from problem


def check_read(signed: SignedCredential, *, unchecked: Sequence[Unchecked]) -> None:
    """Check the signatures that were read from a badge: the second half of `OpenKeys.check`.

    Raises:
        SelfCheckError: one does not hold.
    """
    try:
        for each in unchecked:
            each.check()
    except SignatureError as problem:
        raise _refused(signed, problem) from problem


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
