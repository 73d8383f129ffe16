"""Ask what became of badges since they were taken in: our own organisations say so at once.

Of what others gave, only another look tells it: the file is taken in again.
"""

from collections.abc import Iterable, Mapping

from issuers.desk import IssuingDesk
from issuers.issuing.withdrawn import ours_withdrawn
from schools.evidence.withdrawn import Withdrawn


def withdrawn_since(desk: IssuingDesk, ids: Iterable[str]) -> Mapping[str, Withdrawn]:
    """Tell which of these badges an organisation of ours withdrew, in one question for all."""
    found = ours_withdrawn(desk, frozenset(ids))
    return {id_: Withdrawn(each.issuer, each.at, each.is_replaced) for id_, each in found.items()}
