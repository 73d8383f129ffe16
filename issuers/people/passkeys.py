"""Passkeys (WebAuthn Level 3): make one, and prove with one who you are.

They are discoverable, so nobody types a name; the device checks its owner each time; only our own address
counts. No maker of devices is asked to vouch for them: any passkey will do.
"""

from dataclasses import dataclass
from functools import partial
from typing import Any, Final
from urllib.parse import urlsplit
from uuid import UUID

import webauthn
from sqlmodel import Session
from webauthn.helpers import (
    base64url_to_bytes,
    bytes_to_base64url,
    options_to_json,
    parse_authentication_credential_json,
    parse_client_data_json,
    parse_registration_credential_json,
)
from webauthn.helpers.exceptions import WebAuthnException
from webauthn.helpers.structs import (
    AuthenticationCredential,
    AuthenticatorSelectionCriteria,
    AuthenticatorTransport,
    PublicKeyCredentialDescriptor,
    RegistrationCredential,
    ResidentKeyRequirement,
    UserVerificationRequirement,
)

from issuers.audit.tables import AuditKind
from issuers.database.scopes import OnePerson, Public
from issuers.desk import IssuingDesk
from issuers.errors import (
    KnownPasskeyError,
    OtherSiteError,
    PasskeyBehindError,
    PasskeyError,
    UnknownPasskeyError,
)
from issuers.identifiers import uuid7
from issuers.people.challenges import check_challenge, new_challenge, spend
from issuers.people.own_passkeys import MOST_OF_A_NAME
from issuers.people.register import passkeys_of
from issuers.people.sessions import Proven, Visitor
from issuers.people.tables import Passkey, Proof
from issuers.people.ways_in import begin_way_in, record, require_enrolling

NAME: Final = "Praktijkbewijs"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Registered:
    """Hold a passkey that a device made and signed our challenge with, as a row has it."""

    credential_id: str
    public_key: bytes
    sign_count: int
    transports: str
    challenge: bytes


def enrolment_options(desk: IssuingDesk, *, visitor: Visitor) -> str:
    """Give what the browser needs to make a passkey, as JSON.

    Raises:
        FreshProofNeededError: this person may not make one now.
    """
    require_enrolling(visitor, now=desk.clock.now())
    held = desk.register.read(
        partial(passkeys_of, person_id=visitor.person_id), within=OnePerson(visitor.person_id)
    )
    options = webauthn.generate_registration_options(
        rp_id=_host(desk),
        rp_name=NAME,
        user_id=visitor.person_id.bytes,
        user_name=visitor.mail or visitor.name,
        user_display_name=visitor.name,
        challenge=new_challenge(desk, person_id=visitor.person_id),
        authenticator_selection=AuthenticatorSelectionCriteria(
            resident_key=ResidentKeyRequirement.REQUIRED,
            user_verification=UserVerificationRequirement.REQUIRED,
        ),
        exclude_credentials=[_descriptor(each) for each in held],
    )
    return options_to_json(options)


def enrol(desk: IssuingDesk, credential: dict[str, Any], *, visitor: Visitor, device: str) -> UUID:
    """Keep a new passkey; who came by a link loses every earlier way in, for he may have lost them.

    Raises:
        FreshProofNeededError: this person may not make one now.
        PasskeyError: it is no proof; its kind says why.
    """
    now = desk.clock.now()
    require_enrolling(visitor, now=now)
    made = _registered(desk, credential, person_id=visitor.person_id)
    if _known(desk, made.credential_id):
        raise KnownPasskeyError
    row = Passkey(
        credential_id=made.credential_id,
        id=uuid7(now),
        person_id=visitor.person_id,
        name=device[:MOST_OF_A_NAME] or NAME,
        public_key=made.public_key,
        sign_count=made.sign_count,
        transports=made.transports,
        created=now,
    )

    def work(session: Session) -> UUID:
        spend(session, made.challenge, person_id=visitor.person_id)
        begin_way_in(session, visitor=visitor, now=now)
        session.add(row)
        return row.id

    return desk.register.write(work, within=OnePerson(visitor.person_id))


def sign_in_options(desk: IssuingDesk) -> str:
    """Give what the browser needs to ask for a passkey, whoever's, as JSON."""
    options = webauthn.generate_authentication_options(
        rp_id=_host(desk),
        challenge=new_challenge(desk),
        user_verification=UserVerificationRequirement.REQUIRED,
    )
    return options_to_json(options)


def prove(desk: IssuingDesk, credential: dict[str, Any]) -> Proven:
    """Tell who proved with a passkey who he is (WebAuthn 7.2).

    Raises:
        PasskeyError: it is no proof; its kind says why.
    """
    try:
        parsed = parse_authentication_credential_json(credential)
        challenge = _challenge(desk, parsed)
        row = _find(desk, parsed.id)
        verified = webauthn.verify_authentication_response(
            credential=parsed,
            expected_challenge=challenge,
            expected_rp_id=_host(desk),
            expected_origin=desk.base_url,
            credential_public_key=row.public_key,
            credential_current_sign_count=0,  # we look at it ourselves, to write down what it may mean
            require_user_verification=True,
        )
    except (WebAuthnException, ValueError, RecursionError) as error:
        raise PasskeyError from error
    work = partial(
        _use, desk=desk, credential_id=row.credential_id, challenge=challenge, count=verified.new_sign_count
    )
    if not desk.register.write(work, within=OnePerson(row.person_id)):
        raise PasskeyBehindError
    return Proven(person_id=row.person_id, proof=Proof.PASSKEY, way_in=row.id)


def _registered(desk: IssuingDesk, credential: dict[str, Any], *, person_id: UUID) -> _Registered:
    """Check what a device says of a passkey that it made for a person (WebAuthn 7.1).

    Raises:
        PasskeyError: it is no proof; its kind says why.
    """
    try:
        parsed = parse_registration_credential_json(credential)
        challenge = _challenge(desk, parsed, person_id=person_id)
        verified = webauthn.verify_registration_response(
            credential=parsed,
            expected_challenge=challenge,
            expected_rp_id=_host(desk),
            expected_origin=desk.base_url,
            require_user_verification=True,
        )
    except (WebAuthnException, ValueError, RecursionError) as error:
        raise PasskeyError from error
    return _Registered(
        credential_id=bytes_to_base64url(verified.credential_id),
        public_key=verified.credential_public_key,
        sign_count=verified.sign_count,
        transports=" ".join(each.value for each in parsed.response.transports or ()),
        challenge=challenge,
    )


def _use(session: Session, *, desk: IssuingDesk, credential_id: str, challenge: bytes, count: int) -> bool:
    """Write down that a passkey was used; tell whether it counts on from where it was."""
    row = session.get(Passkey, credential_id)
    if row is None:
        raise UnknownPasskeyError
    spend(session, challenge, person_id=row.person_id)
    if (count or row.sign_count) and count <= row.sign_count:
        record(session, row.person_id, kind=AuditKind.PASSKEY_BEHIND, at=desk.clock.now())
        return False
    row.sign_count, row.used = count, desk.clock.now()
    return True


def _challenge(
    desk: IssuingDesk,
    credential: RegistrationCredential | AuthenticationCredential,
    *,
    person_id: UUID | None = None,
) -> bytes:
    """Give the challenge that was signed, once it is ours and was signed at our address."""
    client = parse_client_data_json(credential.response.client_data_json)
    if client.origin != desk.base_url:
        raise OtherSiteError(base_url=desk.base_url)
    check_challenge(desk, client.challenge, person_id=person_id)
    return client.challenge


def _known(desk: IssuingDesk, credential_id: str) -> Passkey | None:
    """Give the passkey of this name, whosever it is."""
    return desk.register.read(
        lambda session: session.get(Passkey, credential_id), within=Public(holding=credential_id)
    )


def _find(desk: IssuingDesk, credential_id: str) -> Passkey:
    found = _known(desk, credential_id)
    if found is None:
        raise UnknownPasskeyError
    return found


def _descriptor(passkey: Passkey) -> PublicKeyCredentialDescriptor:
    known = {each.value: each for each in AuthenticatorTransport}
    return PublicKeyCredentialDescriptor(
        id=base64url_to_bytes(passkey.credential_id),
        transports=[known[each] for each in passkey.transports.split() if each in known],
    )


def _host(desk: IssuingDesk) -> str:
    """Give the name that passkeys are bound to."""
    return urlsplit(desk.base_url).hostname or ""
