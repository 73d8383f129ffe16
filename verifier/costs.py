"""What it costs us to look at something, for the limits per address: 1 is a badge as JSON.

A form is counted before we look at it, and what is in it when we find it: a link that leads to a zip costs
what a zip does.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import Final, TypeAlias

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


Pay: TypeAlias = Callable[[int], None]
"""Count this as well; raises TooManyError where a visitor has had his share."""


def free(_: int) -> None:
    """Count nothing."""


def further_cost(forms: tuple[Form, ...]) -> int:
    """Say what the innermost form costs besides what was counted for those around it.

    A zip was counted with a badge as JSON for each of its files.
    """
    *around, innermost = forms
    if not around:
        return 0
    behind = around[around.index(Form.ZIP) + 1 :] if Form.ZIP in around else around
    counted = max((COSTS[form] for form in behind), default=COSTS[Form.JSON])
    return max(COSTS[innermost] - counted, 0)


def cost_of(raws: Iterable[bytes]) -> int:
    """Say what these cost together; to see that we cannot read something costs 1 as well."""
    return sum(map(_cost, raws))


def _cost(raw: bytes) -> int:
    try:
        return COSTS[form_of(raw)]
    except UnreadableError:
        return 1
