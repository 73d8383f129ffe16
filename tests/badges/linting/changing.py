"""The composed badge, changed at will, and what lint finds in it."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from badges import linting
from badges.credential import UnsignedCredential
from badges.errors import LintError
from tests.places import edited, without

GOLDEN = Path(__file__).parents[2] / "vectors" / "composed-badge.json"
ISSUER = "did:web:bewijs.voorbeeld:organisaties:7fq2k9"
LIST = "https://bewijs.voorbeeld/organisaties/7fq2k9/status/1"
BSN = "123456782"

Change = Callable[[dict[str, Any]], dict[str, Any]]


def badge() -> dict[str, Any]:
    """Give the composed badge, to change at will."""
    document: dict[str, Any] = json.loads(GOLDEN.read_text())
    return document


def put(pointer: str, value: Any) -> Change:
    """Give a change that puts a value at a pointer; `...` takes it away."""
    if value is ...:
        return lambda document: without(document, at=pointer)
    return lambda document: edited(document, at=pointer, to=value)


def found(*changes: Change, document: dict[str, Any] | None = None) -> list[tuple[str, str]]:
    """Change the badge, and give the code and pointer of each problem that lint finds."""
    document = badge() if document is None else document
    for change in changes:
        document = change(document)
    try:
        linting.lint(UnsignedCredential(document), issuer=ISSUER)
    except LintError as error:
        return [(problem.code, problem.pointer) for problem in error.problems]
    return []
