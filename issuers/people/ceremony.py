"""What a device is asked about a passkey, and what of its answer is proof (WebAuthn Level 3).

The same for whoever has one: who works here, and who keeps badges. Passkeys are discoverable, so nobody types
a name; the device checks its owner each time; only our own address counts. No maker of devices is asked to
vouch for them: any passkey will do.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, Final, Generic, Protocol, TypeVar
from urllib.parse import urlsplit
from uuid import UUID

import webauthn
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

from issuers.desk import IssuingDesk
from issuers.errors import OtherSiteError, PasskeyError
from issuers.people.challenges import check_challenge, new_challenge

NAME: Final = "Praktijkbewijs"


class Held(Protocol):
    """Say what is kept of a passkey: its public half."""

    credential_id: str
    public_key: bytes
    sign_count: int
    transports: str


_Held = TypeVar("_Held", bound=Held)


@dataclass(frozen=True, slots=True, kw_only=True)
class Owner:
    """Hold for whom a passkey is made: an id, and what his device calls it."""

    id: UUID
    name: str
    shown: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Registered:
    """Hold a passkey that a device made and signed our challenge with, as a row has it."""

    credential_id: str
    public_key: bytes
    sign_count: int
    transports: str
    challenge: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Proved(Generic[_Held]):
    """Hold the passkey that signed our challenge, and how often it says that it signed."""

    passkey: _Held
    challenge: bytes
    count: int

    def is_behind(self, seen: int) -> bool:
        """Tell whether it counts behind what we saw of it, so that there may be a copy; no count is none."""
        return bool(self.count or seen) and self.count <= seen


def making_options(desk: IssuingDesk, owner: Owner, *, held: Iterable[Held]) -> str:
    """Give what the browser needs to make a passkey, as JSON; not on a device that has one of these."""
    options = webauthn.generate_registration_options(
        rp_id=_host(desk),
        rp_name=NAME,
        user_id=owner.id.bytes,
        user_name=owner.name,
        user_display_name=owner.shown,
        challenge=new_challenge(desk, whose=owner.id),
        authenticator_selection=AuthenticatorSelectionCriteria(
            resident_key=ResidentKeyRequirement.REQUIRED,
            user_verification=UserVerificationRequirement.REQUIRED,
        ),
        exclude_credentials=[_descriptor(each) for each in held],
    )
    return options_to_json(options)


def proving_options(desk: IssuingDesk) -> str:
    """Give what the browser needs to ask for a passkey, whoever's, as JSON."""
    options = webauthn.generate_authentication_options(
        rp_id=_host(desk),
        challenge=new_challenge(desk),
        user_verification=UserVerificationRequirement.REQUIRED,
    )
    return options_to_json(options)


def read_made(desk: IssuingDesk, credential: dict[str, Any], *, owner_id: UUID) -> Registered:
    """Check what a device says of a passkey that it made for somebody (WebAuthn 7.1).

    Raises:
        PasskeyError: it is no proof; its kind says why.
    """
    try:
        parsed = parse_registration_credential_json(credential)
        challenge = _challenge(desk, parsed, whose=owner_id)
        verified = webauthn.verify_registration_response(
            credential=parsed,
            expected_challenge=challenge,
            expected_rp_id=_host(desk),
            expected_origin=desk.base_url,
            require_user_verification=True,
        )
    except (WebAuthnException, ValueError, RecursionError) as error:
        raise PasskeyError from error
    return Registered(
        credential_id=bytes_to_base64url(verified.credential_id),
        public_key=verified.credential_public_key,
        sign_count=verified.sign_count,
        transports=" ".join(each.value for each in parsed.response.transports or ()),
        challenge=challenge,
    )


def read_proof(
    desk: IssuingDesk, credential: dict[str, Any], *, find: Callable[[str], _Held]
) -> Proved[_Held]:
    """Check that a passkey that we know signed our challenge (WebAuthn 7.2).

    Raises:
        PasskeyError: it is no proof; its kind says why; `find` raises its own of one that it does not know.
    """
    try:
        parsed = parse_authentication_credential_json(credential)
        challenge = _challenge(desk, parsed)
        passkey = find(parsed.id)
        verified = webauthn.verify_authentication_response(
            credential=parsed,
            expected_challenge=challenge,
            expected_rp_id=_host(desk),
            expected_origin=desk.base_url,
            credential_public_key=passkey.public_key,
            credential_current_sign_count=0,  # who asks looks at it, to write down what it may mean
            require_user_verification=True,
        )
    except (WebAuthnException, ValueError, RecursionError) as error:
        raise PasskeyError from error
    return Proved(passkey=passkey, challenge=challenge, count=verified.new_sign_count)


def _challenge(
    desk: IssuingDesk,
    credential: RegistrationCredential | AuthenticationCredential,
    *,
    whose: UUID | None = None,
) -> bytes:
    """Give the challenge that was signed, once it is ours and was signed at our address."""
    client = parse_client_data_json(credential.response.client_data_json)
    if client.origin != desk.base_url:
        raise OtherSiteError(base_url=desk.base_url)
    check_challenge(desk, client.challenge, whose=whose)
    return client.challenge


def _descriptor(passkey: Held) -> PublicKeyCredentialDescriptor:
    known = {each.value: each for each in AuthenticatorTransport}
    return PublicKeyCredentialDescriptor(
        id=base64url_to_bytes(passkey.credential_id),
        transports=[known[each] for each in passkey.transports.split() if each in known],
    )


def _host(desk: IssuingDesk) -> str:
    """Give the name that passkeys are bound to."""
    return urlsplit(desk.base_url).hostname or ""
