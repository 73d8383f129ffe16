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
DID_KEYS = {samples.DID_KEY: keys.did_key_document(samples.DID_KEY)}
"""The did documents that no one has to look up."""


class DigitalBazaar:
    """@digitalbazaar/vc with its suites and its status lists, in Node; one process a call."""

    name = "@digitalbazaar/vc"

    def verify(self, documents: Sequence[JsonObject | str], *, world: World) -> list[Verdict]:
        """Check in safe mode, with the key of the issuer and the status list verified."""
        job = {
            "now": world.now.isoformat(),
            "contexts": contexts_by_url(),
            "documents": {**world.dids, **DID_KEYS, **world.lists},
        }
        found = map(json.loads, run("verify.mjs", [job, *documents]).splitlines())
        return [
            Verdict(verified=each["verified"], reasons=tuple(each["reasons"]), withdrawn=each["withdrawn"])
            for each in found
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
    """Run one of the scripts in this folder on a job, and read its answer."""
    return json.loads(run(script, [job]))


def run(script: str, lines: Sequence[object]) -> str:
    """Run one of the scripts in this folder on some lines of JSON."""
    found = subprocess.run(
        ["node", HERE / script],
        input="\n".join(map(json.dumps, lines)),
        capture_output=True,
        text=True,
        timeout=120 + len(lines),
        check=False,
    )
    if found.returncode:
        raise RuntimeError(f"{script} failed: {found.stderr}")
    return found.stdout
