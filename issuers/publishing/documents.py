"""Give the world what it needs to check a badge without asking us about that badge.

Only did documents, badgeklassen and status lists are public; a badge itself is for whoever has its token.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Final
from uuid import UUID

from sqlmodel import Session

from badges.keys import did_document
from badges.moments import dutch_day
from badges.strictjson import JsonObject
from issuers.database.scopes import PUBLIC, Public
from issuers.desk import IssuingDesk
from issuers.erkenning.snapshots import KnownThen, known_then
from issuers.errors import NotFoundError, NotShownError
from issuers.issuing import badgebook
from issuers.issuing.register import find_list
from issuers.issuing.revoking import Revocation, find_revocation
from issuers.keys.keyring import public_key, public_keys
from issuers.keys.register import keys_of
from issuers.keys.tables import Key, KeyPurpose
from issuers.organisations.facts import kinds_in_words, public_facts
from issuers.organisations.founding import find_organisation
from issuers.organisations.tables import FactStatus, Organisation
from issuers.praktijkverklaring.confirming import Confirmation, confirmations_of
from issuers.recipients.consent import may_share

_URN: Final = "urn:uuid:"
_MOST_LISTS: Final = 2**31 - 1
_NUMBER: Final = re.compile(r"[1-9][0-9]{0,9}", re.ASCII)


def organisation_did_document(desk: IssuingDesk, organisation_id: str) -> JsonObject:
    """Make the did document of an organisation: all its keys, each as far as it is trusted.

    Raises:
        NotFoundError: there is no such organisation.
    """
    keys = desk.register.read(partial(keys_of, organisation_id=organisation_id), within=PUBLIC)
    if not keys:
        raise NotFoundError
    return _did_document(desk.addresses.did(organisation_id), keys=keys)


def service_did_document(desk: IssuingDesk) -> JsonObject:
    """Make the did document of the service itself, whose key signs the checkpoints of the audit."""
    keys = desk.register.read(partial(keys_of, organisation_id=None), within=PUBLIC)
    return _did_document(desk.addresses.service_did, keys=keys)


def published_keys(desk: IssuingDesk, organisation_id: str) -> Sequence[Key]:
    """List the keys of an organisation, each with its days, the newest first; what is public of them."""
    keys = desk.register.read(partial(keys_of, organisation_id=organisation_id), within=PUBLIC)
    return tuple(reversed(keys))


def organisation_profile(desk: IssuingDesk, organisation_id: str) -> JsonObject:
    """Make the public profile of an organisation (OB 3.0 Profile).

    Raises:
        NotFoundError: there is no such organisation.
    """
    organisation = find_organisation(desk, organisation_id)
    return {
        "id": desk.addresses.did(organisation.id),
        "type": ["Profile"],
        "name": organisation.name,
        "url": desk.addresses.organisation(organisation.id),
    }


def status_list(desk: IssuingDesk, organisation_id: str, *, number: int) -> bytes:
    """Give the signed status list as it was last published.

    Raises:
        NotFoundError: there is no such list.
    """
    if not 1 <= number <= _MOST_LISTS:
        raise NotFoundError
    asked = partial(find_list, organisation_id=organisation_id, number=number)
    row = desk.register.read(asked, within=PUBLIC)
    if row is None:
        raise NotFoundError
    return row.raw


@dataclass(frozen=True, slots=True)
class Introduction:
    """Hold what we tell of an organisation of ours to whoever checks a badge of it."""

    name: str
    kinds: str | None
    since: date
    declared: str | None = None
    """As much of `kinds` as nobody looked up."""


def introduce(desk: IssuingDesk, organisation: Organisation) -> Introduction:
    """Say who an organisation is; what kind of school it is, is told to nobody."""
    facts = public_facts(desk, organisation.id)
    declared = [each for each in facts if each.status is not FactStatus.BEVESTIGD]
    return Introduction(
        organisation.name,
        kinds_in_words(facts),
        dutch_day(organisation.created),
        declared=kinds_in_words(declared),
    )


def list_number(text: str) -> int:
    """Read the number of a status list, in its one spelling.

    Raises:
        NotFoundError: no list has such a number.
    """
    if not _NUMBER.fullmatch(text):
        raise NotFoundError
    return int(text)


def own_organisation(desk: IssuingDesk, did: str) -> Introduction | None:
    """Introduce the organisation of ours that has this did; None says that it is not ours."""
    organisation_id = _organisation_id(desk, did)
    if organisation_id is None:
        return None
    found = desk.register.read(lambda session: session.get(Organisation, organisation_id), within=PUBLIC)
    return introduce(desk, found) if found else None


def own_did_document(desk: IssuingDesk, did: str) -> "JsonObject | None":
    """Give the did document of ourselves or of an organisation of ours; None says that it is not ours."""
    if did == desk.addresses.service_did:
        return service_did_document(desk)
    organisation_id = _organisation_id(desk, did)
    try:
        return organisation_did_document(desk, organisation_id) if organisation_id else None
    except NotFoundError:
        return None


def own_status_list(desk: IssuingDesk, url: str) -> bytes | None:
    """Give the status list at an address of ours, as it is published; None says that there is none."""
    place, _, number = url.rpartition("/status/")
    organisation_id = place.rpartition("/")[2]
    if not _NUMBER.fullmatch(number):
        return None
    if desk.addresses.status_list(organisation_id, number=int(number)) != url:
        return None
    try:
        return status_list(desk, organisation_id, number=int(number))
    except NotFoundError:
        return None


def own_revocation(desk: IssuingDesk, credential_id: str, *, issuer: str) -> Revocation | None:
    """Tell when and why an organisation of ours withdrew a badge; None if it did not, or is not ours."""
    organisation_id, badge_id = _organisation_id(desk, issuer), _badge_id(credential_id)
    if organisation_id is None or badge_id is None:
        return None
    return find_revocation(desk, badge_id, organisation_id=organisation_id)


def own_recognition(desk: IssuingDesk, credential_id: str, *, issuer: str) -> KnownThen | None:
    """Tell what was known when an organisation of ours gave a badge; None if it did not."""
    organisation_id, badge_id = _organisation_id(desk, issuer), _badge_id(credential_id)
    found = known_then(desk, badge_id) if organisation_id and badge_id else None
    return found if found and found.organisation_id == organisation_id else None


def own_confirmations(desk: IssuingDesk, credential_id: str, *, issuer: str) -> tuple[Confirmation, ...]:
    """Tell which schools confirmed a badge that an organisation of ours gave; none of another."""
    badge_id = _badge_id(credential_id)
    if badge_id is None:
        return ()
    badge = desk.register.read(
        partial(badgebook.published, badge_id=badge_id), within=Public(holding=str(badge_id))
    )
    if badge is None or desk.addresses.did(badge.organisation_id) != issuer:
        return ()
    return confirmations_of(desk, badge_id)


def require_shown(desk: IssuingDesk, token: str) -> None:
    """Let pass whoever has the token of a badge that may be shown.

    Raises:
        NotShownError: it is of somebody for whom a parent has to agree first.
    """
    asked = partial(badgebook.agreement_of, token=token)
    found = desk.register.read(asked, within=Public(holding=token))
    if found and not may_share(desk, found.profiel_id, organisation_id=found.organisation_id):
        raise NotShownError


def signed_bytes(desk: IssuingDesk, token: str) -> bytes:
    """Give the exact bytes of a badge to whoever has its token.

    Raises:
        NotFoundError: no badge that left the service has this token.
        PageClosedError: who keeps it lets nobody see it now.
    """

    def work(session: Session) -> bytes | None:
        badgebook.require_open(session, token)
        return badgebook.raw_by_token(session, token)

    raw = desk.register.read(work, within=Public(holding=token))
    if raw is None:
        raise NotFoundError
    return raw


def token_of(desk: IssuingDesk, badge_id: UUID) -> bytes | None:
    """Give a badge or an edition as a JWT to whoever has its id; None of one from before there were any."""
    asked = partial(badgebook.jwt_of, badge_id=badge_id)
    return desk.register.read(asked, within=Public(holding=str(badge_id)))


def _badge_id(credential_id: str) -> UUID | None:
    """Take the id of a badge out of that of its credential; None where it cannot be ours."""
    if not credential_id.startswith(_URN):
        return None
    try:
        return UUID(credential_id)
    except ValueError:
        return None


def _organisation_id(desk: IssuingDesk, did: str) -> str | None:
    """Take the id of an organisation out of a did of ours; None says that the did is of another host."""
    organisation_id = did.rpartition(":")[2]
    return organisation_id if organisation_id and desk.addresses.did(organisation_id) == did else None


def _did_document(did: str, *, keys: Sequence[Key]) -> JsonObject:
    return did_document(
        did,
        assertion=public_keys([key for key in keys if not key.retired and not key.withdrawn]),
        former=public_keys([key for key in keys if key.retired and not key.withdrawn]),
        withdrawn={
            public_key(key): key.compromised or key.withdrawn for key in keys if key.withdrawn is not None
        },
        tokens=public_keys([key for key in keys if key.purpose is KeyPurpose.TOKEN]),
    )
