"""Ask what became of badges since they were taken in: our own organisations say so at once.

Of what others gave, only another look tells it: the file is taken in again.
"""

from collections.abc import Iterable, Mapping

from issuers.desk import IssuingDesk
from issuers.issuing.withdrawn import ours_withdrawn
from schools.evidence.evidence import Evidence, Identity, Taken
from schools.evidence.withdrawn import Withdrawn


def withdrawn_since(desk: IssuingDesk, identities: Iterable[Identity]) -> Mapping[Identity, Withdrawn]:
    """Tell which of these badges of our organisations were withdrawn, in one question for all."""
    found = ours_withdrawn(desk, {(each.issuer, each.id) for each in identities})
    return {Identity(*named): Withdrawn(each.at, each.is_replaced) for named, each in found.items()}


def badges_in(taken: Iterable[Taken]) -> list[Identity]:
    """Name the badges that counted when they were taken in."""
    return [each.identity for each in taken if isinstance(each, Evidence)]
