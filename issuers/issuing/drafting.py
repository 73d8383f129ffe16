"""Make of a judgement and a reservation the exact bytes that are to be signed: pure but for a cache."""

from uuid import uuid4

from badges.badgeklasse import AnyJudgement
from badges.composing import IssuerProfile, Slot, compose
from badges.linting import lint
from issuers.addresses import Addresses
from issuers.desk import IssuingDesk
from issuers.issuing.achievements import slot_for
from issuers.issuing.badgebook import Reservation
from issuers.issuing.preparing import Drafted, draft_with
from issuers.organisations.tables import Organisation


def draft(desk: IssuingDesk, judgement: AnyJudgement, *, reservation: Reservation) -> Drafted:
    """Compose and lint the credential, and prepare its proof; the same in gives the same bytes out.

    Raises:
        LintError: we refuse to sign this; it says why.
    """
    badge, organisation, addresses = reservation.badge, reservation.organisation, desk.addresses
    did = addresses.did(organisation.id)
    issuer = IssuerProfile(id=did, name=organisation.name, url=addresses.organisation(organisation.id))
    unsigned = compose(
        judgement,
        slot=_slot(reservation, addresses=addresses),
        issuer=issuer,
        achievement=slot_for(judgement, achievement_id=badge.achievement_id or "", addresses=addresses),
    )
    linted = lint(unsigned, issuer=did)
    method = f"{did}#{reservation.key.multikey}"
    return draft_with(desk.templates, linted, verification_method=method, created=badge.reserved_at)


def rehearse(desk: IssuingDesk, judgement: AnyJudgement, *, organisation: Organisation) -> None:
    """Compose and lint it in a place that is nobody's, to hear now what will be refused later.

    Raises:
        LintError: we will refuse to sign this; it says why.
    """
    addresses = desk.addresses
    did = addresses.did(organisation.id)
    slot = Slot(
        credential_id=uuid4().urn,
        subject_id=uuid4().urn,
        evidence_id=uuid4().urn,
        status_list_id=addresses.status_list(organisation.id, number=1),
        status_index=0,
        awarded=desk.clock.now(),
    )
    issuer = IssuerProfile(id=did, name=organisation.name, url=addresses.organisation(organisation.id))
    achievement = slot_for(judgement, achievement_id="nul", addresses=addresses)
    lint(compose(judgement, slot=slot, issuer=issuer, achievement=achievement), issuer=did)


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
