"""Tell of decisions which badges that weighed were withdrawn since.

A decision does not change by that: somebody reads it, and decides whether it asks for a new one.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Final
from uuid import UUID

from badges.wording import Sentence
from issuers.desk import IssuingDesk
from issuers.errors import NotFoundError
from issuers.people.permissions import Actor
from schools.decisions.besluit import Besluit
from schools.evidence.evidence import Evidence, Identity, Obstacle, Taken
from schools.evidence.withdrawn import withdrawn_of
from schools.importing.since import withdrawn_since
from schools.importing.taking import list_files
from schools.mapping.rules import rulebook
from schools.proposals.weighing import SHAKEN

_GONE: Final = frozenset({Obstacle.REVOKED, Obstacle.REPLACED})


def gone_since(desk: IssuingDesk, besluiten: Iterable[Besluit]) -> dict[Identity, Sentence]:
    """Tell which badges that weighed an organisation of ours withdrew, in one question for all."""
    weighed = frozenset(name for each in besluiten for name in each.badges)
    found = withdrawn_since(desk, (each.id for each in weighed))
    return {name: gone.says for name in weighed if (gone := withdrawn_of(name, found))}


def gone_of(
    desk: IssuingDesk, besluit: Besluit, *, candidate_id: UUID, actor: Actor
) -> Mapping[Identity, Sentence]:
    """Tell the same of one decision; of what others gave, what another look at a file found.

    Raises:
        PermissionDeniedError: the actor confirms nothing here.
    """
    try:
        files = list_files(desk, candidate_id, actor=actor)
    except NotFoundError:  # he was removed here; what it rests on stays
        files = ()
    seen = dict(_seen(each for file in files for each in file.taken))
    return {name: said for name, said in seen.items() if name in besluit.badges} | gone_since(desk, [besluit])


def _seen(taken: Iterable[Taken]) -> Iterator[tuple[Identity, Sentence]]:
    """Say what became of a badge as it stands with the person now, or of one on which it rests."""
    for each in taken:
        if isinstance(each, Evidence):
            if each.is_shaken:
                yield each.identity, rulebook().grounds[SHAKEN].says
        elif each.identity is not None and each.obstacle in _GONE:
            yield each.identity, each.detail or each.obstacle.says
