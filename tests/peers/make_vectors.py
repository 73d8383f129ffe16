"""Write tests/vectors/peers: what the libraries of others sign with the test key, for runs without them.

Run it by hand after a peer or a shape has changed: `.venv/bin/python -m tests.peers.make_vectors`.
`make peers` checks that what stands there is what the peers sign today.
"""

import json
from importlib.metadata import version
from pathlib import Path

from badges.strictjson import JsonObject
from tests.peers import samples
from tests.peers.digitalbazaar_oracle import HERE
from tests.peers.openbadgeslib_oracle import OpenBadgesLib
from tests.peers.oracles import PEERS, Peer

VECTORS = HERE.parent / "vectors" / "peers"


def file_of(peer: Peer) -> Path:
    """Tell in which file the vectors of a peer are."""
    return VECTORS / f"{peer.name.strip('@').replace('/', '-')}.json"


def make(peer: Peer) -> JsonObject:
    """Let a peer sign every shape, the status list that it composed, and its own badge if it composes any."""
    documents = {name: samples.shape(name).document for name in samples.SHAPES}
    documents["status-list"] = peer.compose_list()
    if isinstance(peer, OpenBadgesLib):
        documents["own-model"] = peer.compose_badge()
    signed = peer.sign(list(documents.values()), method=samples.METHOD)
    return {
        "library": peer.name,
        "version": _version(peer),
        "seed": samples.SEED.hex(),
        "verificationMethod": samples.METHOD,
        "withdrawn": samples.WITHDRAWN_INDEX,
        "signed": dict(zip(documents, signed, strict=True)),
    }


def write(made: JsonObject) -> str:
    """Write vectors so that people can read them and Git can compare them."""
    return json.dumps(made, indent=1, ensure_ascii=False) + "\n"


def _version(peer: Peer) -> str:
    if not peer.name.startswith("@"):
        return version(peer.name)
    manifest = json.loads((HERE / "package.json").read_text())
    return str(manifest["dependencies"][peer.name])


if __name__ == "__main__":
    VECTORS.mkdir(parents=True, exist_ok=True)
    for each in PEERS:
        file_of(each).write_text(write(make(each)))
        print(file_of(each).name)  # noqa: T201 - a command prints
