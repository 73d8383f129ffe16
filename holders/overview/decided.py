"""What schools decided on the badges that somebody shared with them: asked of whoever knows schools.

This room knows no school; `app` fills the port in.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol
from uuid import UUID

from holders.keeping.telephones import KnownHolder


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """Show what was decided: of which school, about which exam, and where it can be read.

    `outcome` is a word of `labels.OWN_OUTCOMES`.
    """

    school: str
    title: str
    outcome: str
    day: date
    href: str
    is_advice: bool
    is_replaced: bool


class Decisions(Protocol):
    """Say what schools decided, the newest first."""

    def about(self, holder_id: UUID) -> Sequence[Decided]:
        """Give it for who keeps badges."""
        ...


def list_decided(decisions: Decisions, *, holder: KnownHolder) -> Sequence[Decided]:
    """List it; one that is not his own shows none, nor one that shows only what one organisation gave."""
    return () if holder.only_of is not None or holder.is_borrowed else decisions.about(holder.holder_id)
