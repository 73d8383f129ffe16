"""openvc-core and openbadgeslib at the same two jobs, in our process, each the way that its manual says."""

from collections.abc import Callable, Mapping
from importlib.util import find_spec

from badges import keys
from badges.strictjson import JsonObject
from tests.peers import samples
from tests.peers.openbadgeslib_oracle import OpenBadgesLib
from tests.peers.openvc_oracle import OpenVC
from tests.peers.outside import World

Action = Callable[[], object]


def present() -> Mapping[str, bool]:
    """Tell which of them is installed."""
    modules = {"openvc-core": "openvc", "openbadgeslib": "openbadgeslib"}
    return {name: find_spec(module) is not None for name, module in modules.items()}


def issuing(document: JsonObject) -> dict[str, Action]:
    """Give what signs one document with each library that is here."""
    return {peer.name: peer.issuing(document) for peer in (OpenVC(), OpenBadgesLib()) if present()[peer.name]}


def verifying(raw: bytes) -> dict[str, Action]:
    """Give what checks the proof of one document, from the bytes, with each library that is here."""
    did = keys.did_document(samples.DID_WEB, assertion=[samples.PUBLIC_KEY])
    world = World(dids={samples.DID_WEB: did})
    peers = (OpenVC(), OpenBadgesLib())
    return {peer.name: peer.checking(raw, world=world) for peer in peers if present()[peer.name]}
