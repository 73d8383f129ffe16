"""A school that hosts its badges, or signs them: a small web in which a test changes one thing."""

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import Any

from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from badges import base64url, jws, strictjson
from badges.ecdsa import P256
from badges.jsonld import walker
from tests.badges.openbadges2.samples import (
    ASSERTION,
    BADGE,
    HOST,
    ISSUER,
    assertion,
    badge_class,
    profile,
)
from tests.badges.private_keys import EC, ED25519, RSA, sign_ec, sign_rsa
from verifier.lists import ListMemory
from verifier.means import Means
from verifier.needs import Absence, Answers, Found, KnownIssuer, Missing, Need, Purpose
from verifier.openbadges2 import examine_assertion, examine_signed_assertion
from verifier.report import Report

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
KEY = f"{HOST}/key.json"
LIST = f"{HOST}/revoked.json"
SIGNED_ID = "urn:uuid:a953081a-4bbc-4927-8653-7219bca00e3b"
KNOWN = KnownIssuer(name="School aan de Maas (mbo)", kind="school", since=date(2026, 1, 1))
SIGNERS: dict[str, Callable[[bytes], bytes]] = {
    "RS256": sign_rsa,
    "ES256": lambda data: sign_ec(P256, data),
    "EdDSA": ED25519.sign,
}
PEMS = {
    name: key.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo).decode()
    for name, key in (("RS256", RSA), ("ES256", EC[P256]), ("EdDSA", ED25519))
}


def key(alg: str = "RS256", **changes: Any) -> dict[str, Any]:
    """Make a key document, changed."""
    return {
        "@context": "https://w3id.org/openbadges/v2",
        "id": KEY,
        "type": "CryptographicKey",
        "owner": ISSUER,
        "publicKeyPem": PEMS[alg],
    } | changes


def revocation_list(*entries: Any, **changes: Any) -> dict[str, Any]:
    """Make the list of what the school withdrew."""
    return {
        "@context": "https://w3id.org/openbadges/v2",
        "id": LIST,
        "type": "RevocationList",
        "issuer": ISSUER,
        "revokedAssertions": list(entries),
    } | changes


def signed_assertion(**changes: Any) -> dict[str, Any]:
    """Make an assertion that is to be signed, changed."""
    own: dict[str, Any] = {"id": SIGNED_ID, "verification": {"type": "signed", "creator": KEY}}
    return assertion(**(own | changes))


def token(payload: Any, *, alg: str = "RS256", by: str | None = None, **header: Any) -> bytes:
    """Sign a token, truly."""
    parts = (json.dumps({"alg": alg} | header).encode(), json.dumps(payload).encode())
    data = b".".join(base64url.encode(part).encode() for part in parts)
    return data + b"." + base64url.encode(SIGNERS[by or alg](data)).encode()


@dataclass
class School:
    """Be the web as the verifier finds it, and remember what was asked."""

    web: dict[str, Any] = field(default_factory=dict)
    sent_on: dict[str, str] = field(default_factory=dict)
    known: dict[str, KnownIssuer] = field(default_factory=lambda: {ISSUER: KNOWN})
    asked: list[Need] = field(default_factory=list)
    rounds: int = 0
    fetched_at: datetime = NOW

    @classmethod
    def hosting(cls) -> "School":
        """Host an assertion."""
        return cls({ASSERTION: assertion(), BADGE: badge_class(), ISSUER: profile()})

    @classmethod
    def signing(cls) -> "School":
        """Host what is needed to check a signed assertion."""
        issuer = profile(publicKey=[KEY], revocationList=LIST)
        return cls({BADGE: badge_class(), ISSUER: issuer, KEY: key(), LIST: revocation_list()})

    def check(self, document: Any) -> Report:
        """Examine an assertion until there is a report."""
        return self._until_reported(lambda means: examine_assertion(document, means=means))

    def check_token(self, raw: bytes) -> Report:
        """Examine a token until there is a report."""
        return self._until_reported(lambda means: examine_signed_assertion(jws.split(raw), means=means))

    def _until_reported(self, examine: Callable[[Means], Report | None]) -> Report:
        answers = Answers()
        for self.rounds in range(1, 9):
            report = examine(
                Means(answers=answers, now=NOW, canonicalize=walker.canonicalize, lists=ListMemory())
            )
            if report is not None:
                return report
            wanted = answers.wanted
            answers.found |= {need: self._fetch(need) for need in wanted.needs}
            answers.issuers |= {each: self.known.get(each) for each in wanted.issuers}
        raise AssertionError("it goes on asking")

    def _fetch(self, need: Need) -> Found | Missing:
        self.asked.append(need)
        there = self.web.get(need.address, Missing(Absence.UNKNOWN))
        if isinstance(there, Missing):
            return there
        raw = there if isinstance(there, bytes) else strictjson.dumps(there)
        url = self.sent_on.get(need.address, need.address)
        return Found(raw=raw, url=url, media_type="application/ld+json", at=self.fetched_at)

    def purposes(self) -> set[Purpose]:
        """Name what was asked for."""
        return {need.purpose for need in self.asked}
