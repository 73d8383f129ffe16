"""What is measured in a process of its own: @digitalbazaar/vc in Node, and the limit that OpenSSL sets."""

import json
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from badges import keys
from badges.jsonld import contexts
from badges.strictjson import JsonObject
from tests.peers import samples
from tests.peers.digitalbazaar_oracle import HERE

MODULE = HERE / "node_modules" / "@digitalbazaar" / "vc"
_SIGN, _VERIFY = 4, 5


class NodePeer:
    """Ask a running Node how often a CPU second suffices; it stays warm between two questions."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        self._process = process

    def speed(self, job: str, *, seconds: float) -> float:
        """Give how often `issue` or `verify` could be done in a CPU second."""
        if self._process.stdin is None or self._process.stdout is None:
            raise RuntimeError("the Node process has no pipes")
        self._process.stdin.write(f"{job} {seconds}\n")
        self._process.stdin.flush()
        return float(self._process.stdout.readline())


@contextmanager
def node_peer(unsigned: JsonObject, *, raw: bytes) -> Iterator[NodePeer | None]:
    """Start Node with the example badge; None where Node or the library is absent."""
    if shutil.which("node") is None or not MODULE.is_dir():
        yield None
        return
    did = keys.did_document(samples.DID_WEB, assertion=[samples.PUBLIC_KEY])
    job = {
        "contexts": {url: contexts.load(url) for url in contexts.FROZEN},
        "documents": {samples.DID_WEB: did},
        "seed": samples.SEED.hex(),
        "id": samples.METHOD,
        "controller": samples.DID_WEB,
        "created": samples.CREATED.isoformat(),
        "unsigned": unsigned,
        "signed": raw.decode(),
    }
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "job.json"
        path.write_text(json.dumps(job))
        command = ["node", str(HERE / "time.mjs"), str(path)]
        with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
            try:
                yield NodePeer(process)
            finally:
                process.kill()


def openssl_speed() -> tuple[float, float] | None:
    """Give how often `openssl speed` signs and verifies in a CPU second; None where it is absent."""
    if shutil.which("openssl") is None:
        return None
    command = ["openssl", "speed", "-seconds", "1", "-mr", "ed25519"]
    run = subprocess.run(command, capture_output=True, text=True, check=True)
    [line] = [line for line in run.stdout.splitlines() if line.startswith("+F6:")]
    figures = line.split(":")
    return float(figures[_SIGN]), float(figures[_VERIFY])
