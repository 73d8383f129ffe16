"""Make of a judgement and a reservation the exact bytes that are to be signed: pure but for a cache."""

from uuid import uuid4

from badges.badgeklasse import AnyJudgement
from badges.composing import IssuerProfile, Slot, compose
from badges.linting import lint
from issuers.addresses import Addresses
from issuers.desk import IssuingDesk
from issuers.issuing.achievements import slot_for
from issuers.issuing.badgebook import Reservation
from issuers.organisations.tables import Organisation
from issuers.preparing import Drafted, draft_with


def draft(desk: IssuingDesk, judgement: AnyJudgement, *, reservation: Reservation) -> Drafted:
    """Compose and lint the credential, and prepare its proof; the same in gives the same bytes out.

    Raises:
        LintError: we refuse to sign this; it says why.
    """
    badge, addresses = reservation.badge, desk.addresses
    issuer = profile_of(reservation.organisation, addresses=addresses)
    unsigned = compose(
        judgement,
        slot=_slot(reservation, addresses=addresses),
        issuer=issuer,
        achievement=slot_for(judgement, achievement_id=badge.achievement_id or "", addresses=addresses),
    )
    return draft_with(
        desk.templates,
        unsigned,
        issuer=issuer.id,
        verification_method=f"{issuer.id}#{reservation.key.multikey}",
        created=badge.reserved_at,
    )


def rehearse(desk: IssuingDesk, judgement: AnyJudgement, *, organisation: Organisation) -> None:
    """Compose and lint it in a place that is nobody's, to hear now what will be refused later.

    Raises:
        LintError: we will refuse to sign this; it says why.
    """
    addresses = desk.addresses
    slot = Slot(
        credential_id=uuid4().urn,
        subject_id=uuid4().urn,
        evidence_id=uuid4().urn,
        status_list_id=addresses.status_list(organisation.id, number=1),
        status_index=0,
        awarded=desk.clock.now(),
    )
    issuer = profile_of(organisation, addresses=addresses)
    achievement = slot_for(judgement, achievement_id="nul", addresses=addresses)
    lint(compose(judgement, slot=slot, issuer=issuer, achievement=achievement), issuer=issuer.id)


def profile_of(organisation: Organisation, *, addresses: Addresses) -> IssuerProfile:
    """Name an organisation as what it signs does."""
    return IssuerProfile(
        id=addresses.did(organisation.id), name=organisation.name, url=addresses.organisation(organisation.id)
    )


def _slot(reservation: Reservation, *, addresses: Addresses) -> Slot:
    badge = reservation.badge
    return Slot(
        credential_id=badge.credential_id,
        subject_id=badge.subject_id.urn,
        evidence_id=badge.evidence_id.urn,
        status_list_id=addresses.status_list(badge.organisation_id, number=reservation.list_number),
        status_index=badge.status_index,
        awarded=badge.reserved_at,
    )
