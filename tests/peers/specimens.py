"""Credentials by number, good and broken, for everybody to judge; a number gives the same one each time."""

import copy
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from random import Random
from typing import Any

from badges import composing, keys, moments, status
from badges.strictjson import JsonObject
from tests import forging
from tests.peers import samples, signing
from tests.peers.digitalbazaar_oracle import HERE
from tests.peers.outside import World
from tests.peers.signing import Hand

RDFC, ECDSA, JCS = "eddsa-rdfc-2022", "ecdsa-rdfc-2019", "eddsa-jcs-2022"
TOKEN, CLAIM = "token", "claim"
SUITES = (*(RDFC,) * 14, *(ECDSA,) * 2, *(JCS,) * 2, TOKEN, CLAIM)
"""The ways to sign, each as often as it comes up among twenty.

`token`: a token that is the credential (OB 3.0 8.2). `claim`: one with the credential in its `vc` claim.
"""

CHANGES = (
    *("none",) * 3,
    *("structure",) * 6,
    *("context",) * 2,
    *("proof",) * 2,
    *("odd",) * 4,
    *("standing",) * 2,
    "stranger",
)
"""What is done to a good badge, each as often as it comes up among twenty.

`structure`, `context`, `proof`: changed after it was signed. `odd`: changed before its issuer signed it.
`standing`: withdrawn, expired, not begun, or its list is not right. `stranger`: signed by somebody else.
"""

STRANGER = keys.did_web(f"{samples.BASE}/organisaties/zz8m1p")
_OWN: Mapping[str, Hand] = {
    "EdDSA": signing.ed25519(samples.SEED, did=samples.DID_WEB),
    "ES256": signing.p256(samples.SEED, did=samples.DID_WEB),
}
_OTHERS: Mapping[str, Hand] = {
    "EdDSA": signing.ed25519(bytes(range(1, 33)), did=STRANGER),
    "ES256": signing.p256(bytes(range(1, 33)), did=STRANGER),
}
_ALGORITHMS = {RDFC: ("EdDSA",), ECDSA: ("ES256",), JCS: ("EdDSA",)}
_VECTORS = sorted((HERE.parent / "vectors" / "peers").glob("*.json"))
_PLACES = 131_072


@dataclass(frozen=True)
class Specimen:
    """Hold one credential, as JSON or as a token, and what was done to it."""

    number: int
    suite: str
    change: str
    held: JsonObject | str

    @property
    def raw(self) -> bytes:
        """Write it as somebody would hand it over."""
        return (self.held if isinstance(self.held, str) else json.dumps(self.held)).encode(errors="replace")


def world_of(now: datetime) -> World:
    """Give the world: two organisations with two keys each, and lists, good and bad."""
    dids = {
        did: keys.did_document(did, assertion=[hand.public for hand in hands.values()])
        for did, hands in ((samples.DID_WEB, _OWN), (STRANGER, _OTHERS))
    }
    return World(dids=dids, lists=_lists(now), now=now)


def specimen(number: int, *, now: datetime) -> Specimen:
    """Make the credential of a number."""
    random = Random(number)  # noqa: S311 - the same in each run
    suite, change = random.choice(SUITES), random.choice(CHANGES)
    return Specimen(number, suite, change, _made(suite, change, random=random, now=now))


def _made(suite: str, change: str, *, random: Random, now: datetime) -> JsonObject | str:
    """Make it: changed before, signed, changed after."""
    hand = _OWN[random.choice(_ALGORITHMS.get(suite, tuple(_OWN)))]
    document = copy.deepcopy(_badge(random))
    if change == "odd":
        document = _odd(document, random)
    elif change == "standing":
        document = _standing(document, random, now=now)
    elif change == "stranger":
        hand = _strange(hand, random)
    elif change in _FORGES and suite == RDFC and random.random() < 0.3:
        return _FORGES[change](random.choice(_of_peers()), random)
    signed = _signed(document, suite=suite, hand=hand)
    if change not in _FORGES:
        return signed
    return forging.token(signed, random) if isinstance(signed, str) else _FORGES[change](signed, random)


_FORGES: Mapping[str, forging.Forge] = {
    "structure": forging.structure,
    "context": forging.context,
    "proof": forging.proof,
}


def _signed(document: JsonObject, *, suite: str, hand: Hand) -> JsonObject | str:
    """Sign; what nobody can sign gets the proof of the badge that it was."""
    if suite in {TOKEN, CLAIM}:
        return signing.sign_token(document, hand=hand, claim="vc" if suite == CLAIM else None)
    try:
        return signing.sign(document, suite=suite, hand=hand, created=samples.CREATED)
    except Exception:  # noqa: BLE001 - no signer can read it
        return {**document, "proof": _proof_of_another(suite, hand)}


@cache
def _proof_of_another(suite: str, hand: Hand) -> Any:
    """Give the proof of a good badge."""
    good = samples.shape("full").document
    return signing.sign(good, suite=suite, hand=hand, created=samples.CREATED)["proof"]


def _badge(random: Random) -> JsonObject:
    """Compose a badge of any shape that we issue, on any werkproces, with a place of its own in the list."""
    if random.random() < 0.5:
        document = samples.shape(random.choice(list(samples.SHAPES))).document
    else:
        document = random.choice(_of_catalogue()).document
    return copy.deepcopy(document)


@cache
def _of_catalogue() -> Any:
    return samples.catalogue_badges()


@cache
def _of_peers() -> list[JsonObject]:
    """Give the badges that the peers signed, out of the golden files."""
    return [
        document
        for path in _VECTORS
        for name, document in json.loads(path.read_text())["signed"].items()
        if name != "status-list"
    ]


def _odd(document: JsonObject, random: Random) -> JsonObject:
    """Change a badge once or twice before it is signed."""
    for _ in range(random.randrange(1, 3)):
        document = forging.structure(document, random)
    return document


def _standing(document: JsonObject, random: Random, *, now: datetime) -> JsonObject:
    """Give a badge a reason to count no longer, not yet, or not to be known."""
    day = timedelta(days=1)
    entry: Any = document["credentialStatus"]
    match random.randrange(5):
        case 0:
            document["validUntil"] = moments.write(now - random.choice([1, 30]) * day)
        case 1:
            document["validFrom"] = moments.write(now + random.choice([1, 30]) * day)
        case 2:
            entry["statusListIndex"] = str(samples.WITHDRAWN_INDEX)
        case 3:
            entry["statusListIndex"] = random.choice([str(_PLACES), "-1", "x", "", "0x10", "04711", 4711])
        case _:
            entry["statusListCredential"] = random.choice([*_lists(now), f"{samples.STATUS_LIST}/weg"])
    return document


def _strange(hand: Hand, random: Random) -> Hand:
    """Let somebody else sign in the name of the issuer, under every name that the key may take."""
    other = _OTHERS[hand.algorithm]
    fragment = other.public.multikey
    own = keys.did_key(other.public)
    return other.under(
        random.choice([other.method, hand.method, f"{samples.DID_WEB}#{fragment}", f"{own}#{fragment}"])
    )


@cache
def _lists(now: datetime) -> dict[str, JsonObject]:
    """Publish the list of the samples, and those with which something is wrong."""
    hour = timedelta(hours=1)
    day = 24 * hour
    good = _list("", since=now - hour, until=now + day)
    own, other = _OWN["EdDSA"], _OTHERS["EdDSA"]
    old = _list("/oud", since=now - 3 * day, until=now - 2 * day)
    early = _list("/vroeg", since=now + day, until=now + 2 * day)
    strange = {**_list("/vreemd", since=now - hour, until=now + day), "issuer": STRANGER}
    suspension = _list("/schorsing", since=now - hour, until=now + day, purpose="suspension")
    signed = [_list_signed(each, own, at=now - hour) for each in (good, old, early, suspension)]
    signed += [_list_signed(strange, other, at=now - hour)]
    false = _list("/vals", since=now - hour, until=now + day)
    signed += [{**false, "proof": signed[0]["proof"]}, _list("/kaal", since=now - hour, until=now + day)]
    return {str(each["id"]): each for each in signed}


def _list(name: str, *, since: datetime, until: datetime, purpose: str = "revocation") -> JsonObject:
    """Compose a list in which one badge is withdrawn."""
    bits = status.set_bits([samples.WITHDRAWN_INDEX])
    document: Any = composing.compose_status_list(
        id=f"{samples.STATUS_LIST}{name}",
        issuer=samples.DID_WEB,
        encoded_list=status.encode(bits),
        valid_from=since,
        valid_until=until,
    ).document
    document["credentialSubject"]["statusPurpose"] = purpose
    found: JsonObject = document
    return found


def _list_signed(document: JsonObject, hand: Hand, *, at: datetime) -> JsonObject:
    return signing.sign(document, suite=RDFC, hand=hand, created=at)
