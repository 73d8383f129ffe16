"""The composed badge, changed at will, and what lint finds in it."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from badges import linting
from badges.credential import UnsignedCredential
from badges.errors import LintError

GOLDEN = Path(__file__).parents[2] / "vectors" / "composed-badge.json"
ISSUER = "did:web:bewijs.voorbeeld:organisaties:7fq2k9"
LIST = "https://bewijs.voorbeeld/organisaties/7fq2k9/status/1"
BSN = "123456782"

Change = Callable[[dict[str, Any]], object]


def badge() -> dict[str, Any]:
    """Give the composed badge, to change at will."""
    document: dict[str, Any] = json.loads(GOLDEN.read_text())
    return document


def put(pointer: str, value: Any) -> Change:
    """Give a change that puts a value at a pointer; `...` takes it away."""

    def change(document: dict[str, Any]) -> None:
        *path, last = [int(part) if part.isdigit() else part for part in pointer[1:].split("/")]
        place: Any = document
        for part in path:
            place = place[part]
        if value is ...:
            del place[last]
        else:
            place[last] = value

    return change


def found(*changes: Change, document: dict[str, Any] | None = None) -> list[tuple[str, str]]:
    """Change the badge, and give the code and pointer of each problem that lint finds."""
    document = badge() if document is None else document
    for change in changes:
        change(document)
    try:
        linting.lint(UnsignedCredential(document), issuer=ISSUER)
    except LintError as error:
        return [(problem.code, problem.pointer) for problem in error.problems]
    return []
