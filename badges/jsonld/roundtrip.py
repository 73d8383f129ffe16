"""The round trip: a document that comes back from its expanded form was understood whole.

Equal means equal in what JSON-LD says: x is [x], an object with only an id is that id, arrays without an
order are sets, an empty one is none. All else must be the same, or something was lost. Types are left out:
one IRI may have several names, and none is lost (`gate` and the check of the expanded IRIs see to it).
"""

import json
from typing import Any

from badges.strictjson import Json, JsonObject

_LEFT_OUT = ("@context", "type")


def first_loss(document: JsonObject, back: JsonObject) -> list[str] | None:
    """Give the way to the first thing that did not come back, None where all did."""
    return _difference(_normal(document), _normal(back))


def _normal(value: Json) -> Any:
    if isinstance(value, list):
        members = {_text(normal): normal for normal in map(_normal, value)}
        ordered = [members[key] for key in sorted(members)]
        return ordered[0] if len(ordered) == 1 else ordered
    if not isinstance(value, dict):
        return value
    node = {key: _normal(member) for key, member in value.items() if key not in _LEFT_OUT and member != []}
    return node["id"] if node.keys() == {"id"} else node


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
