"""A passkey opens what somebody keeps (ADR 23): the finger, the face or the code of his own device.

No name is asked and none is told to the device: there it is called "Mijn bewijzen". How a device is asked,
and what of its answer is proof, is the same as for who works here (`issuers.people.ceremony`).
"""

from functools import partial
from typing import Any, Final

from sqlmodel import Session

from holders.entering.register import passkeys_of
from holders.entering.tables import HolderPasskey
from holders.errors import OtherPasskeyError
from holders.keeping.telephones import MOST_OF_A_DEVICE, KnownHolder, Telephone, know_telephone, require_all
from issuers.database.scopes import OneHolder, Public
from issuers.desk import IssuingDesk
from issuers.errors import ChallengeError, KnownPasskeyError, PasskeyBehindError
from issuers.identifiers import uuid7
from issuers.people.ceremony import Owner, Proved, making_options, proving_options, read_made, read_proof
from issuers.people.challenges import until_of

CALLED: Final = "Mijn bewijzen"


def offer_passkey(desk: IssuingDesk, *, holder: KnownHolder) -> str:
    """Give what the browser needs to make a passkey, as JSON.

    Raises:
        NotFoundError: this telephone is not his own, or shows only what one organisation gave.
    """
    require_all(holder)
    asked = partial(passkeys_of, holder_id=holder.holder_id)
    held = desk.register.read(asked, within=OneHolder(holder.holder_id))
    return making_options(desk, Owner(id=holder.holder_id, name=CALLED, shown=CALLED), held=held)


def keep_passkey(desk: IssuingDesk, credential: dict[str, Any], *, holder: KnownHolder, device: str) -> None:
    """Keep a new passkey, that opens all that a holder keeps.

    Raises:
        NotFoundError: this telephone is not his own, or shows only what one organisation gave.
        PasskeyError: it is no proof; its kind says why.
    """
    require_all(holder)
    made, now = read_made(desk, credential, owner_id=holder.holder_id), desk.clock.now()
    if _known(desk, made.credential_id):
        raise KnownPasskeyError
    row = HolderPasskey(
        credential_id=made.credential_id,
        id=uuid7(now),
        holder_id=holder.holder_id,
        device=device[:MOST_OF_A_DEVICE],
        public_key=made.public_key,
        sign_count=made.sign_count,
        transports=made.transports,
        made=now,
    )
    desk.register.write(lambda session: session.add(row), within=OneHolder(holder.holder_id))


def ask_passkey(desk: IssuingDesk) -> str:
    """Give what the browser needs to ask for a passkey, whoever's, as JSON."""
    return proving_options(desk)


def open_by_passkey(desk: IssuingDesk, credential: dict[str, Any], *, on: Telephone) -> str:
    """Open what somebody keeps by his passkey; give the secret for this telephone.

    Raises:
        OtherPasskeyError: it opens nothing here.
        PasskeyError: it is no proof; its kind says why.
    """
    proved = read_proof(desk, credential, find=partial(_find, desk))
    work = partial(_let_in, desk=desk, proved=proved, on=on)
    return desk.register.write(work, within=OneHolder(proved.passkey.holder_id))


def _let_in(session: Session, *, desk: IssuingDesk, proved: Proved[HolderPasskey], on: Telephone) -> str:
    """Count that it was used, and let the telephone in; what it signed is worth nothing a second time."""
    row = session.get(HolderPasskey, proved.passkey.credential_id, with_for_update=True)
    if row is None:
        raise OtherPasskeyError
    until = until_of(proved.challenge)
    if row.answered is not None and until <= row.answered:
        raise ChallengeError
    if proved.is_behind(row.sign_count):
        raise PasskeyBehindError
    row.sign_count, row.used, row.answered = proved.count, desk.clock.now(), until
    return know_telephone(session, desk, on, holder_id=row.holder_id)


def _known(desk: IssuingDesk, credential_id: str) -> HolderPasskey | None:
    return desk.register.read(
        lambda session: session.get(HolderPasskey, credential_id), within=Public(holding=credential_id)
    )


def _find(desk: IssuingDesk, credential_id: str) -> HolderPasskey:
    found = _known(desk, credential_id)
    if found is None:
        raise OtherPasskeyError
    return found
