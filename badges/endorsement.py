"""Compose an endorsement: what one organisation says of a badge of another, or of what badges are given for.

OB 3.0 EndorsementCredential.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from badges.composing import IssuerProfile, profile, status_entry, timestamp
from badges.credential import UnsignedCredential
from badges.describing import BADGE_CONTEXTS
from badges.relatedresource import RelatedResource

NAME: Final = "Bevestiging"


@dataclass(frozen=True, slots=True, kw_only=True)
class EndorsementSlot:
    """Hold what was reserved for one endorsement before it was made.

    Attributes:
        credential_id: `urn:uuid:...` of the endorsement.
        status_list_id: Address of the status list of who endorses.
        status_index: Place in that list, counted from 0.
        awarded: The moment of signing, with a time zone.
    """

    credential_id: str
    status_list_id: str
    status_index: int
    awarded: datetime


def compose_endorsement(
    comment: str, *, badge: RelatedResource, slot: EndorsementSlot, endorser: IssuerProfile
) -> UnsignedCredential:
    """Make the endorsement of one badge or achievement: its subject is that id, and it names its bytes."""
    awarded = timestamp(slot.awarded)
    return UnsignedCredential(
        document={
            "@context": list(BADGE_CONTEXTS),
            "id": slot.credential_id,
            "type": ["VerifiableCredential", "EndorsementCredential"],
            "name": NAME,
            "issuer": profile(endorser),
            "validFrom": awarded,
            "awardedDate": awarded,
            "credentialSubject": {
                "id": badge.id,
                "type": ["EndorsementSubject"],
                "endorsementComment": comment,
            },
            "relatedResource": [badge.as_json()],
            "credentialStatus": status_entry(slot.status_list_id, index=slot.status_index),
        }
    )
