"""Give on what was taken in of somebody: the import pack, with a learner record that the school signs."""

from functools import partial
from uuid import UUID

from badges.errors import LintError
from issuers.database.scopes import OneOrganisation
from issuers.desk import IssuingDesk
from issuers.errors import OrganisationStoppedError, SealedError
from issuers.issuing.records import fits_record, sign_records
from issuers.people.permissions import Actor
from schools.decisions.besluit import Besluit, load
from schools.giving.packing import Pack, packed
from schools.giving.register import standing_decisions
from schools.importing.candidates import find_candidate
from schools.importing.proposing import badges_for
from schools.proposals.telling import Told


def pack_for(desk: IssuingDesk, candidate_id: UUID, told: Told, *, pdf: bytes, actor: Actor) -> bytes:
    """Pack what a school gives on of somebody, for a proposal.

    Where the school can sign nothing now, or not these together (two of one id), the pack has no learner
    record and says so; the rest needs no signature of it.

    Raises:
        PermissionDeniedError: the actor confirms nothing here, or not any more.
        NotFoundError: this school has no such candidate.
    """
    name = find_candidate(desk, candidate_id, actor=actor).name
    credentials = badges_for(desk, candidate_id, told, actor=actor)
    fitting = [each.document for each in credentials if fits_record(desk, each.document)]
    try:
        records = sign_records(desk, fitting, actor=actor)
    except (SealedError, OrganisationStoppedError, LintError):
        records = ()
    pack = Pack(
        told=told,
        name=name,
        credentials=credentials,
        pdf=pdf,
        records=records,
        is_unsigned=bool(fitting) and not records,
        decisions=_decisions(desk, candidate_id, actor=actor),
    )
    return packed(pack, catalogue=desk.catalogue)


def _decisions(desk: IssuingDesk, candidate_id: UUID, *, actor: Actor) -> tuple[tuple[UUID, Besluit], ...]:
    own = actor.organisation_id
    asked = partial(standing_decisions, candidate_id=candidate_id, organisation_id=own)
    found = desk.register.read(asked, within=OneOrganisation(own))
    return tuple((decision_id, load(statement)) for decision_id, statement in found)
