"""openbadgeslib with its own model and contexts, imported where it is used: `make test` has no peers."""

import base64
import json
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from badges import status
from badges.strictjson import JsonObject
from tests.peers import samples
from tests.peers.outside import Verdict, World, base64url, single_proof


class OpenBadgesLib:
    """openbadgeslib, with its OB 3.0 model and its own copies of the contexts."""

    name = "openbadgeslib"

    def verify(self, documents: Sequence[JsonObject | str], *, world: World) -> list[Verdict]:
        """Check model, contexts, proof and status bit; its list check knows JWT lists only."""
        verdicts = []
        for document in documents:
            try:
                self._verify(document, world=world)
                verdicts.append(Verdict(verified=True))
            except Exception as error:  # noqa: BLE001 - whatever a peer raises is its refusal
                reason = str(error)
                withdrawn = "Credential status 'revocation' is set" in reason
                verdicts.append(Verdict(verified=withdrawn, reasons=(reason,), withdrawn=withdrawn))
        return verdicts

    def _verify(self, document: JsonObject | str, *, world: World) -> None:
        from openbadgeslib.ob3.ldp import OB3LdpVerifier
        from openbadgeslib.ob3.verifier import OB3Verifier

        verifier: Any = OB3LdpVerifier()
        download = partial(_download, world=world)
        if isinstance(document, str):
            verifier = OB3Verifier.for_issuer_did(_issuer_in(document), download=download)
        verifier.verify(document, check_status=True, download=download, verify_status_list=False)

    def verify_lists(self, documents: Sequence[JsonObject], *, world: World) -> list[Verdict]:
        """Check the proof with the key of the did document; it resolves keys for badges only."""
        from openbadgeslib.ob3.did import resolve_verification_method
        from openbadgeslib.ob3.ldp import verify_data_integrity_proof

        download = partial(_download, world=world)
        verdicts = []
        for document in documents:
            try:
                proof: Any = single_proof(document)["proof"]
                key = resolve_verification_method(proof["verificationMethod"], download=download)
                verify_data_integrity_proof(document, key)
                verdicts.append(Verdict(verified=True))
            except Exception as error:  # noqa: BLE001 - whatever a peer raises is its refusal
                verdicts.append(Verdict(verified=False, reasons=(str(error),)))
        return verdicts

    def sign(self, documents: Sequence[JsonObject], *, method: str) -> list[JsonObject]:
        """Sign with its low level, which takes any document."""
        from openbadgeslib.ob3.ldp import add_data_integrity_proof

        return [
            add_data_integrity_proof(document, private_pem(), method, created=samples.CREATED)
            for document in documents
        ]

    def issuing(self, document: JsonObject) -> Callable[[], object]:
        """Give what signs this document again and again, to be timed."""
        from openbadgeslib.ob3.ldp import add_data_integrity_proof

        pem = private_pem()
        return lambda: add_data_integrity_proof(document, pem, samples.METHOD, created=samples.CREATED)

    def checking(self, raw: bytes, *, world: World) -> Callable[[], object]:
        """Give what checks model and proof of these bytes again and again, to be timed: no status."""
        from openbadgeslib.ob3.ldp import OB3LdpVerifier

        verifier = OB3LdpVerifier()  # it remembers the keys that it has resolved
        download = partial(_download, world=world)
        return lambda: verifier.verify(raw, download=download)

    def compose_list(self) -> JsonObject:
        """Compose with `openbadgeslib.ob3.status_list`."""
        from openbadgeslib.ob3.status_list import build_status_list_credential

        composed = build_status_list_credential(
            samples.DID_WEB,
            samples.STATUS_LIST,
            "revocation",
            [samples.WITHDRAWN_INDEX],
            status.MINIMUM_ENTRIES,
            issued=samples.CREATED,
        )
        subject = composed["credentialSubject"]
        subject["encodedList"] = _without_time(subject["encodedList"])
        return composed

    def compose_badge(self) -> JsonObject:
        """Compose a badge with its own OB 3.0 model: other members than ours, and a third context."""
        from openbadgeslib.ob3 import credential as model

        achievement = model.Achievement(
            id=samples.ACHIEVEMENT.id,
            name=samples.WERKPROCES.title,
            description="Werkproces B1-K2-W1",
            criteria_narrative="Seen in practice.",
            image_url=samples.ACHIEVEMENT.image_id,
            tags=["informeel leren"],
            achievement_type="Competency",
            credits_available=1.5,
            alignments=[model.Alignment(target_name=samples.SKILL.label, target_url=samples.SKILL.uri)],
        )
        return model.OpenBadgeCredential(
            issuer=model.Issuer(id=samples.DID_WEB, name="Magazijn De Maas", url=samples.ISSUER_PAGE),
            recipient_id="urn:uuid:0193a1b2-7c3d-7e4f-8a5c-6c7d8e9f0a1c",
            achievement=achievement,
            id="urn:uuid:0193a1b2-7c3d-7e4f-8a5b-6c7d8e9f0a1b",
            issuance_date=samples.CREATED,
            evidence=[model.Evidence(name="Wat Sam deed", narrative="Orders verzameld.")],
        ).to_vc()


def _download(address: str, *, world: World) -> bytes:
    found = world.lists[address] if address in world.lists else world.did_of(address)
    return json.dumps(found).encode()


def _issuer_in(token: str) -> str:
    """Read in whose name a token speaks: whoever asks this library has to know it."""
    payload = token.split(".")[1]
    claims = json.loads(base64.urlsafe_b64decode(payload + "=" * (-len(payload) % 4)))
    return str(claims.get("iss"))


def private_pem() -> bytes:
    """Give the test key as openbadgeslib takes it."""
    return Ed25519PrivateKey.from_private_bytes(samples.SEED).private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )


def _without_time(encoded: str) -> str:
    """Take the time of packing out of the gzip header (RFC 1952 2.3.1): golden files stay the same."""
    packed = base64.urlsafe_b64decode(encoded[1:] + "=" * (-len(encoded[1:]) % 4))
    return "u" + base64url(packed[:4] + bytes(4) + packed[8:])
