"""From the description of the API to what its page shows."""

import json
from collections.abc import Mapping
from typing import Any, Final

from templates.views.public import ApiOperation, ApiParameter

API_PREFIX = "/api/v1"
_NEXT_LINE: Final = " \\\n  "
_IS_JSON: Final = '--header "Content-Type: application/json"'


def operations_of(document: Mapping[str, Any], *, base_url: str) -> tuple[ApiOperation, ...]:
    """List every operation with its parameters and commands to copy."""
    return tuple(
        ApiOperation(
            method=method.upper(),
            path=f"{API_PREFIX}{path}",
            summary=operation["summary"],
            description=" ".join(operation["description"].split()),
            parameters=_parameters(operation),
            examples=_examples(method, path, operation=operation, base_url=base_url),
            needs_key="security" in operation,
        )
        for path, operations in document["paths"].items()
        for method, operation in operations.items()
    )


def _parameters(operation: Mapping[str, Any]) -> tuple[ApiParameter, ...]:
    return tuple(
        ApiParameter(name=each["name"], description=each["description"], required=each["required"])
        for each in operation.get("parameters", [])
    )


def _examples(method: str, path: str, *, operation: Mapping[str, Any], base_url: str) -> tuple[str, ...]:
    """Write commands for curl, with the examples that the description gives.

    What anyone posts is a file or a link; what a system posts is a JSON object.
    """
    query, headers = [], []
    for parameter in operation.get("parameters", []):
        value = str(parameter.get("schema", {}).get("examples", ["brood"])[0])
        if parameter["in"] == "path":
            path = path.replace(f"{{{parameter['name']}}}", value)
        elif parameter["in"] == "header":
            headers.append(f'--header "{parameter["name"]}: {value}"')
        elif parameter["required"]:
            query.append(f"{parameter['name']}={value}")
    address = f"{base_url}{API_PREFIX}{path}{'?' if query else ''}{'&'.join(query)}"
    if "security" in operation:
        headers.insert(0, '--header "Authorization: Bearer pb_..."')
        body = [_IS_JSON, f"--data '{_body(operation)}'"] if method == "post" else []
        return (_NEXT_LINE.join(["curl", *headers, *body, f'"{address}"']),)
    if method == "post":
        link = f"{base_url}/b/..."
        return (f'curl --data-binary @bewijs.json "{address}"', f'curl --data "{link}" "{address}"')
    return (f'curl "{address}"',)


def _body(operation: Mapping[str, Any]) -> str:
    """Write a JSON object with what has to be in it."""
    schema = operation["requestBody"]["content"]["application/json"]["schema"]
    parts = {name: schema["properties"][name] for name in schema["required"]}
    return json.dumps({name: part.get("examples", part.get("enum"))[0] for name, part in parts.items()})
