"""How much work each engine does, for whoever runs the service."""

from dataclasses import dataclass


@dataclass(slots=True)
class Share:
    """Count how many badges the fast engine left to the second."""

    badges: int = 0
    fallbacks: int = 0
