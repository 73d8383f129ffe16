"""All tables of this room, for what looks at all of them at once: migrations, and a search for leftovers."""

from issuers.accounts import tables as accounts
from issuers.apikeys import tables as apikeys
from issuers.assessing import tables as assessing
from issuers.audit import tables as audit
from issuers.badgeklassen import tables as badgeklassen
from issuers.bulk import tables as bulk
from issuers.drafts import tables as drafts
from issuers.erasing import tables as erasing
from issuers.erkenning import tables as erkenning
from issuers.evidence import tables as evidence
from issuers.groups import tables as groups
from issuers.holding import tables as holding
from issuers.issuing import tables as issuing
from issuers.keys import tables as keys
from issuers.mailing import tables as mailing
from issuers.organisations import tables as organisations
from issuers.people import tables as people
from issuers.posters import tables as posters
from issuers.praktijkverklaring import tables as praktijkverklaring
from issuers.recipients import tables as recipients
from issuers.telling import tables as telling
from issuers.werkplekprofiel import tables as werkplekprofiel

__all__ = [
    "accounts",
    "apikeys",
    "assessing",
    "audit",
    "badgeklassen",
    "bulk",
    "drafts",
    "erasing",
    "erkenning",
    "evidence",
    "groups",
    "holding",
    "issuing",
    "keys",
    "mailing",
    "organisations",
    "people",
    "posters",
    "praktijkverklaring",
    "recipients",
    "telling",
    "werkplekprofiel",
]
