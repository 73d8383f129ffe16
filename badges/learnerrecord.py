"""Compose a learner record: credentials of one person put together by who passes them on (CLR 2.0).

It says of each nothing that the credential does not say itself, and holds no name.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from badges.composing import IssuerProfile, profile, timestamp
from badges.credential import UnsignedCredential
from badges.jsonld.contexts import CLR_V2, CREDENTIALS_V2, OB_V3
from badges.strictjson import Json, JsonObject

RECORD_CONTEXTS: Final = (CREDENTIALS_V2, CLR_V2, OB_V3)
RECORD_TYPES: Final = ("VerifiableCredential", "ClrCredential")
NAME: Final = "Overzicht van bewijzen"
DESCRIPTION: Final = (
    "Deze bewijzen zijn bij elkaar gezet door wie ze doorgeeft. Elk bewijs heeft een eigen handtekening. "
    "Dit overzicht is geen besluit, geen diploma, geen mbo-certificaat en geen mbo-verklaring."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordSlot:
    """Hold what one record is named by: `urn:uuid:...` of itself and of its subject, and its moment."""

    record_id: str
    subject_id: str
    moment: datetime


def compose_record(
    credentials: Sequence[JsonObject], *, slot: RecordSlot, publisher: IssuerProfile
) -> UnsignedCredential:
    """Make the record of credentials as they were signed (CLR 2.0 ClrCredential).

    It is `partial`: whoever passes it on does not know whether there is more.
    """
    held: list[Json] = [*credentials]
    return UnsignedCredential(
        document={
            "@context": list(RECORD_CONTEXTS),
            "id": slot.record_id,
            "type": list(RECORD_TYPES),
            "name": NAME,
            "description": DESCRIPTION,
            "issuer": profile(publisher),
            "validFrom": timestamp(slot.moment),
            "partial": True,
            "credentialSubject": {
                "id": slot.subject_id,
                "type": ["ClrSubject"],
                "verifiableCredential": held,
            },
        }
    )
