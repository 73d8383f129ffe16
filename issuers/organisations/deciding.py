"""Read why the platform decides something about an organisation; its people read it."""

from typing import Final

from badges.texts import normalize, text_problems
from issuers.errors import FieldProblem, FormError

MOST_OF_A_REASON: Final = 500
NO_REASON: Final = FieldProblem(
    "reden",
    "missing",
    "Schrijf op waarom. De organisatie leest dit.",
    "Say why. The organisation reads this.",
)


def read_reason(typed: str) -> str:
    """Read a reason: some sentences, in which nothing stands that may not be kept.

    Raises:
        FormError: there is none, or it is too long, or it names what may not be kept of anybody.
    """
    reason = normalize(typed).strip()
    if not reason:
        raise FormError([NO_REASON])
    problems = text_problems(reason, max_length=MOST_OF_A_REASON)
    if problems:
        raise FormError([FieldProblem.of(each, field="reden") for each in problems])
    return reason
