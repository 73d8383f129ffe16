"""The proposal for somebody of whom files were taken in: on this day, by the catalogue of today."""

from collections.abc import Sequence
from datetime import datetime
from functools import lru_cache
from typing import Final
from uuid import UUID

from badges.catalogue.catalogue import Catalogue
from issuers.desk import IssuingDesk
from issuers.people.permissions import Actor
from schools.evidence.counting import Counted, Link, Whose, count
from schools.evidence.credentials import Credential, along
from schools.evidence.evidence import badges_in
from schools.importing.candidates import find_candidate
from schools.importing.linking import list_links
from schools.importing.taking import KnownFile, list_files
from schools.mapping import Atlas, find_target
from schools.mapping.targets import targets
from schools.proposals import cover, propose
from schools.proposals.nearest import Near, certificaten, nearest
from schools.proposals.proposing import plan
from schools.proposals.telling import Told, explain

_CATALOGUES: Final = 2


def propose_for(desk: IssuingDesk, candidate_id: UUID, target_code: str, *, actor: Actor) -> Told:
    """Say what the files of somebody say about a target.

    Raises:
        PermissionDeniedError: the actor confirms nothing here.
        NotFoundError: this school has no such candidate.
        TargetUnknownError: the catalogue has no such target.
    """
    on, catalogue = desk.clock.now(), desk.catalogue
    target = find_target(target_code, catalogue=catalogue)
    counted = count_for(desk, candidate_id, on=on, actor=actor)
    atlas = atlas_of(catalogue)
    coverage = cover(counted, atlas=atlas)
    near = near_to(counted, catalogue=catalogue, on=on)
    return explain(propose(coverage, plan(target), on=on), coverage, near=near, atlas=atlas)


def count_for(desk: IssuingDesk, candidate_id: UUID, *, on: datetime, actor: Actor) -> Counted:
    """Give what counts for somebody on a day, and what does not.

    Raises:
        PermissionDeniedError: the actor confirms nothing here.
        NotFoundError: this school has no such candidate.
    """
    candidate = find_candidate(desk, candidate_id, actor=actor)
    files = list_files(desk, candidate_id, actor=actor)
    links = [each.link for each in list_links(desk, candidate_id, actor=actor)]
    return count_files(files, name=candidate.name, on=on, links=links)


def badges_for(desk: IssuingDesk, candidate_id: UUID, told: Told, *, actor: Actor) -> tuple[Credential, ...]:
    """Give the badges that count for a proposal, as far as they can go along, each once.

    Raises:
        PermissionDeniedError: the actor confirms nothing here.
        NotFoundError: this school has no such candidate.
    """
    files = list_files(desk, candidate_id, actor=actor)
    return along((each for file in files for each in file.credentials), counted=told.counted)


def count_files(
    files: Sequence[KnownFile], *, name: str, on: datetime, links: Sequence[Link] = ()
) -> Counted:
    """Give what counts of files that were taken in for somebody of this name."""
    taken = [each for file in files for each in file.taken]
    same = frozenset(name for file in files if file.is_same for name in badges_in(file.taken))
    return count(taken, on=on, whose=Whose((name,), same=same), links=links)


def near_to(counted: Counted, *, catalogue: Catalogue, on: datetime) -> tuple[Near, ...]:
    """Give the mbo-certificaten of which there is something, the one that asks least first."""
    coverage = cover(counted, atlas=atlas_of(catalogue))
    return nearest(coverage, certificaten(targets(catalogue)), on=on)


@lru_cache(maxsize=_CATALOGUES)
def atlas_of(catalogue: Catalogue) -> Atlas:
    """Keep the atlas of a catalogue; an import makes another catalogue."""
    return Atlas(catalogue)
