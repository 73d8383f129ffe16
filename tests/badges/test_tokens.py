"""Badges as tokens of ours: what every reader of tokens must find in them."""

from datetime import UTC, datetime

import pytest
from joserfc import jwt
from joserfc.jwk import ECKey

from badges import jws, strictjson
from badges.credential import SignedCredential
from badges.ecdsa import P256Signer, new_secret
from badges.ed25519 import Ed25519Signer
from badges.errors import DocumentError, SignatureError
from badges.jwk import write_jwk
from badges.strictjson import JsonObject
from badges.tokens import check_token, write_token

DID = "did:web:bewijs.voorbeeld:organisaties:7fq2k9mn"
DOCUMENT: JsonObject = {
    "@context": ["https://www.w3.org/ns/credentials/v2"],
    "id": "urn:uuid:018f0000-0000-7000-8000-000000000001",
    "type": ["VerifiableCredential"],
    "issuer": {"id": DID},
    "validFrom": "2026-06-26T14:05:00Z",
    "credentialSubject": {"id": "urn:uuid:018f0000-0000-7000-8000-000000000002"},
}


def signed(document: JsonObject) -> SignedCredential:
    """Set a proof behind a document, as `add_proof` does."""
    return SignedCredential(strictjson.dumps(document | {"proof": [{"type": "DataIntegrityProof"}]}))


@pytest.fixture
def signer() -> P256Signer:
    """Give a key for tokens."""
    return P256Signer(new_secret(), verification_method=f"{DID}#zDn")


class TestWriteToken:
    """`write_token` says in a token what the badge says."""

    def test_is_read_by_another_library(self, signer: P256Signer) -> None:
        """Authlib's JOSE finds the signature right, by the JWK that we publish."""
        raw = write_token(signed(DOCUMENT), signer=signer)
        key = ECKey.import_key(dict(write_jwk(signer.public_key)))  # type: ignore[arg-type]  # all are texts
        read = jwt.decode(raw.decode(), key, algorithms=["ES256"])
        assert {"alg": "ES256", "kid": f"{DID}#zDn", "typ": "JWT"} == read.header
        assert {
            "iss": DID,
            "jti": DOCUMENT["id"],
            "sub": "urn:uuid:018f0000-0000-7000-8000-000000000002",
            "nbf": int(datetime(2026, 6, 26, 14, 5, tzinfo=UTC).timestamp()),
            **DOCUMENT,
        } == read.claims

    def test_is_read_by_our_own_reader(self, signer: P256Signer) -> None:
        """Header, claims and signature: none is refused."""
        token = jws.split(write_token(signed(DOCUMENT), signer=signer))
        said = jws.credential_in(token)
        jws.check_claims(said)
        jws.check(token, key=signer.public_key)
        assert "proof" not in said.document

    def test_says_the_very_bytes_of_the_badge(self, signer: P256Signer) -> None:
        """They follow the claims, also where a text says what a proof begins with."""
        document = DOCUMENT | {"name": ',"proof":[', "proofs": [{"proof": []}]}
        token = jws.split(write_token(signed(document), signer=signer))
        assert strictjson.dumps(token.claims).endswith(strictjson.dumps(document)[1:])

    def test_says_when_it_ends_where_the_badge_does(self, signer: P256Signer) -> None:
        """`exp` is there with `validUntil`, and without it not."""
        ending = DOCUMENT | {"validUntil": "2027-06-26T14:05:00Z"}
        token = jws.split(write_token(signed(ending), signer=signer))
        assert int(datetime(2027, 6, 26, 14, 5, tzinfo=UTC).timestamp()) == token.claims["exp"]

    def test_is_the_same_each_time(self, signer: P256Signer) -> None:
        """Whoever finishes after a crash, writes the same bytes."""
        credential = signed(DOCUMENT)
        assert write_token(credential, signer=signer) == write_token(credential, signer=signer)


class TestCheckToken:
    """`check_token` holds the bytes of a token of ours to its key."""

    def test_lets_pass_what_was_written(self, signer: P256Signer) -> None:
        """It says nothing."""
        check_token(_token(signer), key=signer.public_key)

    @pytest.mark.parametrize("place", [0, 1, 2])
    def test_refuses_another_part(self, signer: P256Signer, place: int) -> None:
        """A header of another key, another payload, another signature: none is of this token."""
        other = P256Signer(new_secret(), verification_method=f"{DID}#zOther")
        changed = signed(DOCUMENT | {"name": "Bestuurt alles"})
        parts = _token(signer).split(b".")
        parts[place] = write_token(changed, signer=other).split(b".")[place]
        with pytest.raises(SignatureError):
            check_token(b".".join(parts), key=signer.public_key)

    def test_refuses_a_key_of_another_kind(self, signer: P256Signer) -> None:
        """The key decides on the algorithm."""
        with pytest.raises(SignatureError):
            check_token(_token(signer), key=Ed25519Signer(bytes(32), verification_method=DID).public_key)

    def test_refuses_what_is_no_signature(self, signer: P256Signer) -> None:
        """Bytes that were cut, or are no base64url."""
        raw = _token(signer)
        with pytest.raises(DocumentError):
            check_token(raw + b"=", key=signer.public_key)
        shorter = raw.rpartition(b".")[0] + b".AAAA"
        with pytest.raises(SignatureError):
            check_token(shorter, key=signer.public_key)


def _token(signer: P256Signer) -> bytes:
    return write_token(signed(DOCUMENT), signer=signer)
