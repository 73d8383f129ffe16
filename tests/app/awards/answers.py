"""What the API for systems answers, as tests read it."""

from typing import Any

UNKNOWN = "019f0000-0000-7000-8000-000000000000"
REASON = {"reden": "vergissing"}


def told(answer: Any, status: int) -> dict[str, Any]:
    """Read a problem of this status."""
    assert (status, "application/problem+json") == (answer.status_code, answer.headers["content-type"])
    return dict(answer.json())


def places(answer: Any) -> list[str]:
    """Say where the problems are."""
    return [each["plaats"] for each in told(answer, 400)["errors"]]
