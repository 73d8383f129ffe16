"""Tell `holders` what schools decided, as `schools` knows it."""

from collections.abc import Sequence
from uuid import UUID

from holders.overview.decided import Decided
from issuers.desk import IssuingDesk
from schools.decisions.addresses import OWN
from schools.decisions.finding import ListedDecision, list_for_holder
from schools.decisions.words import Kind


class OwnDecisions:
    """Say it of every school that is here."""

    def __init__(self, desk: IssuingDesk) -> None:
        self._desk = desk

    def about(self, holder_id: UUID) -> Sequence[Decided]:
        """Give it for who keeps badges."""
        return tuple(map(_shown, list_for_holder(self._desk, holder_id)))


def _shown(listed: ListedDecision) -> Decided:
    besluit = listed.besluit
    return Decided(
        school=besluit.school,
        title=besluit.title,
        outcome=besluit.outcome.value,
        day=besluit.decided,
        href=f"{OWN}/{listed.token}",
        is_advice=besluit.kind is Kind.ADVIES,
        is_replaced=listed.is_replaced,
    )
