"""Which form of the same thing a client asks for (RFC 9110 12.5.1)."""

from collections.abc import Sequence

_MOST_RANGES = 40


def choose_media_type(accept: str, *, offered: Sequence[str]) -> str | None:
    """Choose the offered media type that the Accept header wants most.

    The order of `offered` decides between equals, so the first one is the default, also without
    a header. `None` says that the client can use none of them (406).
    """
    if not accept.strip():
        return offered[0]
    ranges = [_range(part) for part in accept.split(",")[:_MOST_RANGES]]
    best = max(offered, key=lambda kind: _weight(kind, ranges=ranges))
    return best if _weight(best, ranges=ranges) > 0 else None


def _range(part: str) -> tuple[str, float]:
    name, *parameters = (piece.strip() for piece in part.split(";"))
    weight = 1.0
    for parameter in parameters:
        if parameter.startswith("q="):
            try:
                weight = float(parameter[2:])
            except ValueError:
                weight = 0.0
    return name.lower(), min(max(weight, 0.0), 1.0)


def _weight(kind: str, *, ranges: Sequence[tuple[str, float]]) -> float:
    """Give the weight of the most precise range that covers this media type; 0 if none does."""
    group = kind.partition("/")[0]
    for wanted in (kind, f"{group}/*", "*/*"):
        for name, weight in ranges:
            if name == wanted:
                return weight
    return 0.0
