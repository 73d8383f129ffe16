"""Change documents as an attacker would, or a careless programme."""

import copy
from collections.abc import Callable

from badges.jsonld import contexts
from badges.strictjson import Json, JsonObject
from tests.badges.jsonld import documents
from tests.badges.jsonld.making import Documents

# fmt: off
NO_IRIS = (
    "", "relatief", "/pad", "#deel", "?vraag", "//host/pad", "_:b0", "_:c14n0", "https://a b/",
    "https://a/<x>", "https://a/\\", 'urn:x:"', "urn:x:{y}", "urn:x:^", "urn:x:`", "urn:x:|", "urn:x:%zz",
    "urn:x:\x00", "urn:x:\x7f", "urn:x:\ue000", "http://[bad/", "http://a:b/", "1a:b", ":b", "é:b",
    "https://a/#b#c", "urn:x:\ufdd0", "@id", "@foo", " urn:x", "urn:x ", "urn:x\n",
    "Achievement", "name", "id",
)
# fmt: on


def mutated(make: Documents) -> JsonObject:
    """Make a document and change one to three things in it."""
    changed = copy.deepcopy(documents.document(make))
    for _ in range(make.random.choice((1, 1, 1, 2, 3))):
        make.random.choice(CHANGES)(make, changed)
    return changed


def _node(make: Documents, root: JsonObject) -> JsonObject:
    """Choose one of the objects in a document."""
    nodes: list[JsonObject] = []
    waiting: list[Json] = [root]
    while waiting:
        value = waiting.pop()
        if isinstance(value, dict):
            nodes.append(value)
            waiting.extend(value.values())
        elif isinstance(value, list):
            waiting.extend(value)
    return make.random.choice(nodes)


def _key(make: Documents, node: JsonObject) -> str:
    keys = [key for key in node if key != "@context"]
    return make.random.choice(keys) if keys else "name"


TRUE: Json = True
FALSE: Json = False


def _put(*values: Json) -> Callable[[Documents, JsonObject], None]:
    """Change the value of some key to one of these."""

    def change(make: Documents, root: JsonObject) -> None:
        node = _node(make, root)
        node[_key(make, node)] = copy.deepcopy(make.random.choice(values))

    return change


def _add(key: str, *values: Json) -> Callable[[Documents, JsonObject], None]:
    """Add a key to some object."""

    def change(make: Documents, root: JsonObject) -> None:
        _node(make, root)[key] = copy.deepcopy(make.random.choice(values))

    return change


def _wrap(make: Documents, root: JsonObject) -> None:
    node = _node(make, root)
    key = _key(make, node)
    node[key] = [node.get(key, "x")]


def _twice(make: Documents, root: JsonObject) -> None:
    node = _node(make, root)
    key = _key(make, node)
    node[key] = [copy.deepcopy(node.get(key, "x")), copy.deepcopy(node.get(key, "x"))]


def _move(make: Documents, root: JsonObject) -> None:
    source, target = _node(make, root), _node(make, root)
    key = _key(make, source)
    target[key] = copy.deepcopy(source.get(key, "x"))


def _no_iri(make: Documents, root: JsonObject) -> None:
    node = _node(make, root)
    node[make.random.choice(("id", "id", "issuer", "image", "criteria", "type", "verificationMethod"))] = (
        make.random.choice(NO_IRIS)
    )


def _drop(make: Documents, root: JsonObject) -> None:
    node = _node(make, root)
    node.pop(make.random.choice(("type", "id", _key(make, node))), None)


def _context(make: Documents, root: JsonObject) -> None:
    known: list[Json] = [contexts.CREDENTIALS_V2, contexts.OB_V3, contexts.OB_EXTENSIONS]
    root["@context"] = make.random.choice(
        (
            known[::-1],
            known[:1],
            known[:1] * 2,
            [known[0], known[2]],
            known[1:],
            known[0],
            [],
            {},
            None,
            1,
            [*known, {"x": "urn:x"}],
            [*known, "https://evil.voorbeeld/"],
            {"@vocab": "urn:x:"},
            [None, *known],
            [known],
            [*known, None],
            "urn:x",
        ),
    )


CHANGES: tuple[Callable[[Documents, JsonObject], None], ...] = (
    _add("cijfer", "10", {}, [], None, {"a": 1}),
    _add(
        "type",
        "Onbekend",
        ["Achievement", "Onbekend"],
        "urn:x:Soort",
        [],
        {},
        1,
        None,
        ["Profile", 1],
        ["Profile", "Image"],
        "id",
    ),
    _add("@index", "x"),
    _add("@id", "urn:x"),
    _add("@type", "Profile"),
    _add("@value", "x"),
    _add("@nest", {}),
    _add("@foo", 1),
    _add("@graph", []),
    _add("@included", []),
    _add("@reverse", {}),
    _add("@language", "nl"),
    _add("@context", {"@vocab": "https://evil.voorbeeld/"}, [], None, contexts.CREDENTIALS_V2),
    _add("name", {"@value": "x", "@language": "nl"}, {"nl": "x"}, ["a", ["b"]], 5, TRUE, {"id": "urn:x"}),
    _add("https://schema.org/name", "x"),
    _add("xsd:string", "x"),
    _add("id", None, [], {}, 1, ["urn:x"]),
    _add("_sd", [1, {"a": None}]),
    _add("sub", "urn:x"),
    _add("iat", 1),
    _add("jti", "urn:x", "x"),
    _add("cnf", {"kid": "urn:x"}, {"jwk": {"kty": "OKP"}}),
    _add("proof", {"type": "DataIntegrityProof"}),
    _add("jsonSchema", {"type": "object"}),
    _add("verifiableCredential", {}),
    _put(None),
    _put([]),
    _put({}),
    _put(""),
    _put(1, 0, -5, TRUE, FALSE, 2**53, 1.5, 1e21, 10**30),
    _put([[]], [["x"]], [None], [{}, {}]),
    _put("\ud800", "x\udfff"),
    _put("tekst", "urn:x", ["a", "b", "a"], {"id": "urn:x"}, {"id": "x"}, {"type": "Profile", "name": "x"}),
    _wrap,
    _twice,
    _move,
    _no_iri,
    _no_iri,
    _drop,
    _context,
)
