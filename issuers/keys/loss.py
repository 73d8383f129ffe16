"""Go on after a key-encryption key was lost without a copy: what it wrapped never signs again.

Whoever runs the service decides that, for it cannot be undone: the private halves are thrown away, so that
whoever finds the lost key some day has nothing to open. Public halves stay published, and with them all that
was signed stays good. Which badges are withdrawn stands in the register and not in a key: the lists say the
same under their new key.

One organisation after the other is put right, each in one transaction; asked again, go on with the rest.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from sqlmodel import Session

from issuers.audit.platform import decide
from issuers.audit.tables import AuditKind, PlatformKind
from issuers.database.scopes import WHOLE_SERVICE, OneOrganisation
from issuers.desk import IssuingDesk
from issuers.errors import KeyStoreError, NothingLostError
from issuers.issuing.register import lists_of
from issuers.keys.keyring import make_key, record
from issuers.keys.register import all_keys, keys_of
from issuers.keys.tables import Key, KeyPurpose
from issuers.marking import mark_key
from issuers.people.code_secrets import closed_apps, replace_closed_apps
from issuers.people.permissions import OPERATOR
from issuers.statuslists import publish_list


@dataclass(frozen=True, slots=True, kw_only=True)
class Loss:
    """Hold what does not open: how many keys of how many organisations, for what, and whose apps with codes.

    Attributes:
        keys: Those of organisations.
        own_keys: Those of the service itself.
        purposes: What the keys signed that do not open.
        marks: Whether the key does not open that addresses of holders are known by.
    """

    keys: int
    organisations: int
    own_keys: int
    purposes: frozenset[KeyPurpose]
    apps: int
    marks: bool = False


def find_loss(desk: IssuingDesk) -> Loss:
    """Tell what does not open; this changes nothing.

    Raises:
        NothingLostError: all opens.
        KeyStoreError: what is in the place of a key-encryption key is not as it should be: mend that first.
    """
    desk.key_store.check_places()
    keys, apps, marks = _closed_keys(desk), closed_apps(desk), not mark_key.opens(desk)
    if not (keys or apps or marks):
        raise NothingLostError
    owners = [key.organisation_id for key in keys if key.organisation_id]
    return Loss(
        keys=len(owners),
        organisations=len(set(owners)),
        own_keys=len(keys) - len(owners),
        purposes=frozenset(key.purpose for key in keys),
        apps=len(apps),
        marks=marks,
    )


def closed_because(desk: IssuingDesk) -> KeyStoreError | None:
    """Say why some key does not open, of those that should; None where all do."""
    keys = desk.register.read(all_keys, within=WHOLE_SERVICE)
    reasons = (desk.key_store.sealed_because(key) for key in keys if not key.is_lost)
    return next(filter(None, reasons), None)


def start_over(desk: IssuingDesk) -> int:
    """Give up what does not open, and make new keys in the place of what was in use; tell how many.

    A key-encryption key is made where there is none; one that is there wraps the new keys.

    Raises:
        KeyStoreError: as `find_loss`, or a key-encryption key cannot be made.
    """
    find_loss(desk)
    desk.key_store.furnish()
    desk.register.write(partial(_write_down, desk=desk), within=WHOLE_SERVICE)
    made = 0
    for owner in dict.fromkeys(key.organisation_id for key in _closed_keys(desk)):
        work = partial(_replace, organisation_id=owner, desk=desk)
        made += desk.register.write(work, within=OneOrganisation(owner) if owner else WHOLE_SERVICE)
    replace_closed_apps(desk)
    mark_key.replace_closed_mark_key(desk)
    return made


def _write_down(session: Session, *, desk: IssuingDesk) -> None:
    decide(session, PlatformKind.KEYS_GIVEN_UP, desk=desk, by=OPERATOR)


def _closed_keys(desk: IssuingDesk) -> Sequence[Key]:
    return _closed(desk.register.read(all_keys, within=WHOLE_SERVICE), desk=desk)


def _closed(keys: Sequence[Key], *, desk: IssuingDesk) -> Sequence[Key]:
    """Choose the keys that do not open, and were not given up yet."""
    return [key for key in keys if not key.is_lost and desk.key_store.sealed_because(key)]


def _replace(session: Session, *, organisation_id: str | None, desk: IssuingDesk) -> int:
    """Give up the keys of one owner that do not open, make new ones for those in use, sign its lists anew."""
    lost = _closed(keys_of(session, organisation_id=organisation_id), desk=desk)
    used = sorted({key.purpose for key in lost if key.retired is None and key.withdrawn is None})
    for key in lost:
        _give_up(session, key, desk=desk)
    for purpose in used:
        make_key(session, desk=desk, organisation_id=organisation_id, purpose=purpose)
    if organisation_id is not None and KeyPurpose.LIST in used:
        for row in lists_of(session, organisation_id=organisation_id):
            publish_list(session, row, desk=desk)
    return len(used)


def _give_up(session: Session, key: Key, *, desk: IssuingDesk) -> None:
    """Throw the private half away; a key that was in use is retired."""
    key.wrapped = b""
    if key.retired is None and key.withdrawn is None:
        key.retired = desk.clock.now()
        record(session, key, kind=AuditKind.KEY_RETIRED, desk=desk, actor_id=OPERATOR)
    session.add(key)
    session.flush()
