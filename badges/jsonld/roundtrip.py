"""The round trip: a document that comes back from its expanded form was understood whole.

Equal means equal in what JSON-LD says: x is [x], an object with only an id is that id, arrays without an
order are sets, and a type is its IRI whatever its name. All else must be the same, or something was lost.
"""

import json
from collections.abc import Callable
from typing import Any

from badges.strictjson import Json, JsonObject


def first_loss(document: JsonObject, back: JsonObject, *, type_iri: Callable[[str], str]) -> list[str] | None:
    """Give the way to the first thing that did not come back, None where all did."""
    return _difference(_normal(document, type_iri), _normal(back, type_iri))


def _normal(value: Json, type_iri: Callable[[str], str]) -> Any:
    if isinstance(value, list):
        members = {_text(normal): normal for normal in (_normal(member, type_iri) for member in value)}
        return (
            next(iter(members.values())) if len(members) == 1 else [members[key] for key in sorted(members)]
        )
    if not isinstance(value, dict):
        return value
    if value.keys() == {"id"}:
        return value["id"]
    return {
        key: _normal(_types(member, type_iri) if key == "type" else member, type_iri)
        for key, member in value.items()
        if key != "@context"
    }


def _types(value: Json, type_iri: Callable[[str], str]) -> Json:
    names = value if isinstance(value, list) else [value]
    return [type_iri(name) if isinstance(name, str) else name for name in names]


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
