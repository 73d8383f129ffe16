"""What it costs us to look at something, for the limits per address: 1 is a badge as JSON."""

from collections.abc import Iterable, Mapping
from typing import Final

from verifier.errors import UnreadableError
from verifier.reading import form_of
from verifier.report import Form

COSTS: Final[Mapping[Form, int]] = {
    Form.JSON: 1,
    Form.JWS: 1,
    Form.PNG: 1,
    Form.SVG: 1,
    Form.PDF: 2,
    Form.PHOTO: 5,
    Form.LINK: 5,
    Form.ZIP: 25,
}


def cost_of(raws: Iterable[bytes]) -> int:
    """Say what these cost together; to see that we cannot read something costs 1 as well."""
    return sum(map(_cost, raws))


def _cost(raw: bytes) -> int:
    try:
        return COSTS[form_of(raw)]
    except UnreadableError:
        return 1
