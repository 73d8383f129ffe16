"""Forgeries: what a stranger may make of a good badge, each by a seed, the same in every run."""

import base64
import copy
import json
from collections.abc import Callable
from dataclasses import dataclass
from random import Random
from typing import Any, TypeAlias

from badges.jsonld import contexts
from badges.strictjson import JsonObject
from tests.places import there, ways

Forge: TypeAlias = Callable[[JsonObject, Random], JsonObject]

KEYWORDS = (
    *("@context", "@graph", "@id", "@type", "@value", "@language", "@index", "@included", "@nest"),
    *("@reverse", "@base", "@vocab", "@set", "@list", "@json", "@direction", "@protected", "@foo"),
)
WORDS = ("grade", "name", "level", "description", "id", "type", "achievement", "role", "tag", "image", "x:y")
VALUES: tuple[Any, ...] = (
    *(None, True, False, 0, 1, -1, 1.5, 1e300, "", "x", "zelfstandig", "https://kwaad.voorbeeld/x", [], {}),
    *([None], [[]], ["x", "y"], {"id": "https://kwaad.voorbeeld/x"}, {"@value": "x"}, {"@id": "urn:x"}),
    *({"@value": "x", "@language": "nl"}, {"type": ["Evidence"], "narrative": "Meer."}, "_:b0", "\u202ex"),
)


@dataclass(frozen=True)
class _Place:
    """Be a place in a document that can be changed."""

    inside: Any
    step: Any

    @property
    def value(self) -> Any:
        """Give what is there."""
        return self.inside[self.step]

    def put(self, value: Any) -> None:
        """Put something else there."""
        self.inside[self.step] = value

    def drop(self) -> None:
        """Take it away."""
        del self.inside[self.step]


def _place(document: JsonObject, random: Random) -> _Place:
    """Choose a place anywhere below the top."""
    way = random.choice([each for each in ways(document) if each])
    return _Place(there(document, way[:-1]), way[-1])


def _objects(document: JsonObject) -> list[Any]:
    return [found for way in ways(document) if isinstance(found := there(document, way), dict)]


def add(document: JsonObject, random: Random) -> JsonObject:
    """Add a member to some object: a known word, an unknown one, or a keyword."""
    word = random.choice([*WORDS, *KEYWORDS, f"w{random.randrange(99)}"])
    random.choice(_objects(document)).setdefault(word, copy.deepcopy(random.choice(VALUES)))
    return document


def drop(document: JsonObject, random: Random) -> JsonObject:
    """Leave something out."""
    _place(document, random).drop()
    return document


def retype(document: JsonObject, random: Random) -> JsonObject:
    """Put something of another kind in a place."""
    _place(document, random).put(copy.deepcopy(random.choice(VALUES)))
    return document


def retell(document: JsonObject, random: Random) -> JsonObject:
    """Change a text by one character, or swap two texts."""
    texts = [way for way in ways(document) if isinstance(found := there(document, way), str) and found]
    one, other = (random.choice(texts) for _ in range(2))
    first, second = _Place(there(document, one[:-1]), one[-1]), _Place(there(document, other[:-1]), other[-1])
    text = first.value
    if random.random() < 0.5 and second.value != text:
        first.put(second.value)
        second.put(text)
        return document
    place = random.randrange(len(text))
    first.put(text[:place] + random.choice("xX0 é\u200b") + text[place + random.randrange(2) :])
    return document


def rename(document: JsonObject, random: Random) -> JsonObject:
    """Give a member another name."""
    inside = random.choice([each for each in _objects(document) if each])
    name = random.choice(list(inside))
    value = inside.pop(name)
    inside[random.choice([*WORDS, *KEYWORDS, name.upper(), f"{name}s"])] = value
    return document


def move(document: JsonObject, random: Random) -> JsonObject:
    """Move a part to another object, or to another place in a list."""
    source = _place(document, random)
    value = copy.deepcopy(source.value)
    target = random.choice(_objects(document))
    if isinstance(source.step, str):
        source.drop()
        target.setdefault(source.step, value)
    else:
        source.drop()
        source.inside.insert(random.randrange(len(source.inside) + 1), value)
    return document


def double(document: JsonObject, random: Random) -> JsonObject:
    """Say a part twice."""
    place = _place(document, random)
    if isinstance(place.step, int):
        place.inside.append(copy.deepcopy(place.value))
    else:
        place.put([place.value, copy.deepcopy(place.value)])
    return document


STRUCTURE: tuple[Forge, ...] = (add, add, drop, retype, retell, rename, move, double)


def structure(document: JsonObject, random: Random) -> JsonObject:
    """Change the structure of a signed badge in one way, at any place but its context."""
    return random.choice(STRUCTURE)(copy.deepcopy(document), random)


_SWAP: JsonObject = {
    "role": "https://schema.org/name",
    "name": "https://purl.imsglobal.org/spec/vc/ob/vocab.html#role",
}
_LOCAL: tuple[Any, ...] = (
    {"@vocab": "https://kwaad.voorbeeld/"},
    {"@base": "https://kwaad.voorbeeld/"},
    _SWAP,
    None,
    {"@version": 1.1},
    {"name": None},
    "https://kwaad.voorbeeld/context.json",
    "https://www.w3.org/ns/credentials/v2#",
    "http://www.w3.org/ns/credentials/v2",
    "https://www.w3.org/2018/credentials/v1",
    {"@import": "https://www.w3.org/ns/credentials/v2"},
    [],
    [[]],
    {"grade": "https://schema.org/grade"},
    {"x": {"@id": "@type"}},
)


def context(document: JsonObject, random: Random) -> JsonObject:
    """Change the contexts: another, one more, one less, another order, one inside."""
    document = copy.deepcopy(document)
    listed = document["@context"]
    assert isinstance(listed, list)
    local = copy.deepcopy(random.choice([*_LOCAL, *contexts.FROZEN]))
    match random.randrange(7):
        case 0:
            listed.insert(random.randrange(len(listed) + 1), local)
        case 1:
            listed[random.randrange(len(listed))] = local
        case 2:
            del listed[random.randrange(len(listed))]
        case 3:
            listed.reverse()
        case 4:
            document["@context"] = local
        case 5:
            listed.append(copy.deepcopy(random.choice(listed)))
        case _:
            below = [each for each in _objects(document) if each is not document]
            random.choice(below)["@context"] = random.choice([local, listed[0], list(listed)])
    if random.random() < 0.3:
        document = add(document, random)
    return document


def proof(document: JsonObject, random: Random) -> JsonObject:
    """Change the proof: its options, its value, or how many there are."""
    document = copy.deepcopy(document)
    listed = document["proof"]
    proofs: list[Any] = listed if isinstance(listed, list) else [listed]
    document["proof"] = proofs  # type: ignore[assignment]  # a list of objects is JSON
    one = proofs[0]
    value = str(one["proofValue"])
    changes: list[tuple[str, Any]] = [
        *(("proofValue", each) for each in _values(value, random)),
        *(("proofPurpose", each) for each in ("authentication", "", None, ["assertionMethod"], "x")),
        *(
            ("created", each)
            for each in ("2126-01-01T00:00:00Z", "2026-01-01", "", None, 1, "2026-06-26T14:05:00")
        ),
        *(("expires", each) for each in ("2026-06-27T00:00:00Z", "x", None)),
        *(
            ("cryptosuite", each)
            for each in ("eddsa-jcs-2022", "ecdsa-rdfc-2019", "bbs-2023", "", None, "EDDSA-RDFC-2022")
        ),
        *(
            ("type", each)
            for each in ("Ed25519Signature2020", "DataIntegrityProofs", ["DataIntegrityProof"], None)
        ),
        *(("verificationMethod", each) for each in _methods(str(one["verificationMethod"]))),
        *((name, "x") for name in ("domain", "challenge", "nonce", "previousProof", "foo", "@context", "id")),
    ]
    match random.randrange(6):
        case 0:
            document["proof"] = random.choice(
                [[], None, {}, "x", [[]], [None], [*proofs, {}], [one, {**one, "proofValue": "z1"}]]
            )
        case 1:
            one.pop(random.choice(list(one)))
        case _:
            name, changed = random.choice(changes)
            one[name] = changed
    return document


def _values(value: str, random: Random) -> list[Any]:
    """Give other values than a signature."""
    place = random.randrange(1, len(value))
    other = random.choice(
        "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz".replace(value[place], "")
    )
    return [
        value[:place] + other + value[place + 1 :],
        value[:place] + other + value[place + 1 :],
        value[:-1],
        value + "1",
        "z1" + value[1:],
        "u" + value[1:],
        "f" + value[1:],
        value[1:],
        "z" + "1" * 64,
        "",
        None,
        [value],
        {"@value": value},
    ]


def _methods(method: str) -> list[Any]:
    """Give other names than that of the key."""
    controller, _, key = method.partition("#")
    return [
        controller,
        f"#{key}",
        f"{controller}#x",
        f"{controller}##{key}",
        f"did:key:{key}#{key}",
        f"{controller}?x#{key}",
        f"{controller.upper()}#{key}",
        [method],
        {"id": method, "publicKeyMultibase": key},
        "",
        None,
    ]


def encoded(raw: bytes) -> str:
    """Write base64url without padding."""
    return base64.urlsafe_b64encode(raw).decode().rstrip("=")


def token(signed: str, random: Random) -> str:
    """Change the header of a token, its payload, or how it is written."""
    header, payload, signature = signed.split(".")
    said: JsonObject = json.loads(base64.urlsafe_b64decode(header + "=="))
    odd: list[Any] = [None, "", "x", 1, True, [], {}, ["b64"], {"kty": "OKP"}, "https://kwaad.voorbeeld/jwks"]
    names = (
        "alg",
        "kid",
        "typ",
        "cty",
        "crit",
        "b64",
        "jku",
        "x5u",
        "x5c",
        "jwk",
        "zip",
        "enc",
        "p2c",
        "nonce",
        "foo",
    )
    other = "B" if signature[9] == "A" else "A"
    match random.randrange(8):
        case 0:
            said["alg"] = random.choice(
                [
                    "none",
                    "None",
                    "nOnE",
                    "NONE",
                    "HS256",
                    "HS512",
                    "ES256",
                    "ES384",
                    "RS256",
                    "PS256",
                    "RS1",
                    "ed25519",
                    "",
                ]
            )
        case 1:
            said.pop(random.choice(list(said)))
        case 2:
            claims = json.loads(base64.urlsafe_b64decode(payload + "=="))
            claims = STRUCTURE[random.randrange(len(STRUCTURE))](claims, random)
            payload = encoded(json.dumps(claims).encode())
        case 3:
            return random.choice(
                [
                    *(f"{header}.{payload}.", f"{header}.{payload}.{signature}==", f"{header}..{signature}"),
                    *(
                        f"{header}.{payload}.{signature[:-4]}",
                        f"{header}.{payload}.{signature}AA",
                        f".{payload}.{signature}",
                    ),
                    *(f"{header}.{payload}.{signature}.{signature}", f"{header}={payload}.{signature}"),
                    f"{header}.{payload}.{signature[:9]}{other}{signature[10:]}",
                ]
            )
        case _:
            said[random.choice(names)] = random.choice(odd)
    written = json.dumps(said)
    if random.random() < 0.1:
        written = written[:-1] + ',"alg":"none"}'
    return f"{encoded(written.encode())}.{payload}.{signature}"


def status_list(document: JsonObject, random: Random) -> JsonObject:
    """Change a signed list, or the words of an unsigned one."""
    forge = random.choice([structure, structure, context, proof])
    return forge(document, random)
