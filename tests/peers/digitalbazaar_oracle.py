"""@digitalbazaar/vc with its suite and status lists, in Node: one process for many documents."""

import json
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from badges import composing, keys, status
from badges.strictjson import JsonObject
from tests.peers import samples
from tests.peers.outside import Verdict, World, contexts_by_url

HERE = Path(__file__).parent


class DigitalBazaar:
    """@digitalbazaar/vc with its eddsa-rdfc-2022 suite and its status lists, in Node; one process a call."""

    name = "@digitalbazaar/vc"

    def verify(self, documents: Sequence[JsonObject], *, world: World) -> list[Verdict]:
        """Check in safe mode, with the key of the issuer and the status list verified."""
        job: dict[str, Any] = {
            "credentials": list(documents),
            "now": world.now.isoformat(),
            "contexts": contexts_by_url(),
        }
        verdicts = node(
            "verify.mjs", {**job, "documents": {**world.dids, **did_keys(documents), **world.lists}}
        )
        return [
            Verdict(verified=found["verified"], reasons=tuple(found["reasons"]), withdrawn=found["withdrawn"])
            for found in verdicts
        ]

    def verify_lists(self, documents: Sequence[JsonObject], *, world: World) -> list[Verdict]:
        """Check with the same function; a list has no status of its own."""
        return self.verify(documents, world=world)

    def sign(self, documents: Sequence[JsonObject], *, method: str) -> list[JsonObject]:
        """Sign with its issue function."""
        job = {
            "credentials": list(documents),
            "contexts": contexts_by_url(),
            "documents": {},
            "seed": samples.SEED.hex(),
            "id": method,
            "controller": method.partition("#")[0],
            "created": samples.CREATED.isoformat(),
            "now": samples.CREATED.isoformat(),
        }
        signed: list[JsonObject] = node("issue.mjs", job)
        return signed

    def compose_list(self) -> JsonObject:
        """Compose with `@digitalbazaar/vc-bitstring-status-list`."""
        job = {
            "id": samples.STATUS_LIST,
            "issuer": samples.DID_WEB,
            "entries": status.MINIMUM_ENTRIES,
            "withdrawn": [samples.WITHDRAWN_INDEX],
            "validFrom": composing.timestamp(samples.CREATED),
        }
        composed: JsonObject = node("list.mjs", job)
        return composed


def node(script: str, job: object) -> Any:
    """Run one of the scripts in this folder on a job."""
    run = subprocess.run(
        ["node", HERE / script],
        input=json.dumps(job),
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    if run.returncode:
        raise RuntimeError(f"{script} failed: {run.stderr}")
    return json.loads(run.stdout)


def did_keys(documents: Sequence[JsonObject]) -> dict[str, JsonObject]:
    """Give the documents of the did:keys that issue these, which no one has to look up."""
    issuers = [
        issuer.get("id") if isinstance(issuer := document.get("issuer"), dict) else issuer
        for document in documents
    ]
    return {samples.DID_KEY: keys.did_key_document(samples.DID_KEY)} if samples.DID_KEY in issuers else {}
