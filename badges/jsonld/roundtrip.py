"""The round trip: a document that comes back from its expanded form was understood whole.

Equal means equal in what JSON-LD says: x is [x], an object with only an id is that id, arrays without an
order are sets, an empty one is none, a language has no capitals, a value that comes back with its datatype
is that value, and two terms for one IRI are one. All else must be the same, or something was lost. Types are
left out: one IRI may have several names, and none is lost (`gate` and the check of expanded IRIs see to it).
"""

import json
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from badges.members import items
from badges.strictjson import Json, JsonObject

_LEFT_OUT = ("@context", "type", "@type")
_ALONE = ({"id"}, {"@id"}, {"@value"})
_NO_TWINS: Mapping[str, str] = MappingProxyType({})


def first_loss(
    document: JsonObject, back: JsonObject, *, twins: Mapping[str, str] = _NO_TWINS
) -> list[str] | None:
    """Give the way to the first thing that did not come back, None where all did.

    `twins` gives terms that share their IRI with others one name for all.
    """
    return _difference(_normal(document, twins), _normal(back, twins))


def _normal(value: Json, twins: Mapping[str, str]) -> Any:
    if isinstance(value, list):
        members = {_text(normal): normal for normal in (_normal(member, twins) for member in value)}
        ordered = [members[key] for key in sorted(members)]
        return ordered[0] if len(ordered) == 1 else ordered
    if not isinstance(value, dict):
        return value
    said: JsonObject = {}
    for key, member in value.items():
        if key not in _LEFT_OUT and member != []:
            name = twins.get(key, key)
            said[name] = [*items(said[name]), *items(member)] if name in said else member
    node = {key: _normal(member, twins) for key, member in said.items()}
    if isinstance(node.get("@language"), str):
        node["@language"] = node["@language"].lower()
    return next(iter(node.values())) if node.keys() in _ALONE else node


def _text(value: object) -> str:
    return json.dumps(value, sort_keys=True)


def _difference(left: object, right: object) -> list[str] | None:
    if isinstance(left, dict) and isinstance(right, dict):
        for key in [*left, *(right.keys() - left.keys())]:
            if key not in left or key not in right:
                return [key]
            deeper = _difference(left[key], right[key])
            if deeper is not None:
                return [key, *deeper]
        return None
    return None if _text(left) == _text(right) else []
