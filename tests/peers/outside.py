"""What there is outside a peer: did documents and status lists, and what a peer says about a badge."""

import base64
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from badges import keys
from badges.jsonld import contexts
from badges.strictjson import JsonObject
from tests.peers import samples


@dataclass(frozen=True)
class World:
    """Hold all that a verifier could find outside: did documents by did, status lists by address."""

    dids: Mapping[str, JsonObject]
    lists: Mapping[str, JsonObject] = field(default_factory=dict)
    now: datetime = field(default_factory=lambda: datetime.now(UTC))

    def did_of(self, address: str) -> JsonObject:
        """Give the did document that is at an address."""
        found = [document for did, document in self.dids.items() if keys.did_web_url(did) == address]
        if not found:
            raise LookupError(f"nothing is at {address}")
        return found[0]


def our_world(*, method: str = samples.METHOD) -> World:
    """Give the world in which our test organisation lives: its keys and its status list of today."""
    now = datetime.now(UTC).replace(microsecond=0)
    issuer = method.partition("#")[0]
    unsigned = samples.status_list(valid_from=now - timedelta(hours=1), issuer=issuer)
    listed = samples.sign_status_list(unsigned, method=method)
    did = keys.did_document(samples.DID_WEB, assertion=[samples.PUBLIC_KEY])
    return World(dids={samples.DID_WEB: did}, lists={samples.STATUS_LIST: listed}, now=now)


@dataclass(frozen=True)
class Verdict:
    """Say what a peer found: its reasons, and whether the badge was withdrawn where it could read that."""

    verified: bool
    reasons: tuple[str, ...] = ()
    withdrawn: bool = False


def single_proof(document: JsonObject) -> JsonObject:
    """Write a proof list of one as the proof itself: the form that openvc takes (VC-DI 2.1)."""
    proof = document.get("proof")
    return {**document, "proof": proof[0]} if isinstance(proof, list) and len(proof) == 1 else document


def contexts_by_url() -> dict[str, JsonObject]:
    """Give our frozen contexts: peers read what we read."""
    return {url: contexts.load(url) for url in contexts.FROZEN}


def text_of(document: JsonObject) -> str:
    """Write a document as a peer would fetch it."""
    return json.dumps(single_proof(document))


def base64url(raw: bytes) -> str:
    """Write bytes as base64url without padding."""
    return base64.urlsafe_b64encode(raw).decode().rstrip("=")
