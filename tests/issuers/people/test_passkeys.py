"""Passkeys, with a device in software."""

import json
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from sqlmodel import select
from webauthn.helpers import bytes_to_base64url

from issuers.audit.tables import AuditKind, AuditRecord
from issuers.database.scopes import WHOLE_SERVICE
from issuers.desk import IssuingDesk
from issuers.errors import (
    ChallengeError,
    FreshProofNeededError,
    KnownPasskeyError,
    OtherSiteError,
    PasskeyBehindError,
    PasskeyError,
    UnknownPasskeyError,
)
from issuers.people.own_passkeys import list_passkeys
from issuers.people.passkeys import enrol, enrolment_options, prove, sign_in_options
from issuers.people.permissions import Actor
from issuers.people.sessions import list_sessions
from issuers.people.tables import Proof
from tests.authenticator import PRESENT
from tests.issuers.people.conftest import Visit, device, enrolled, proved
from web.clock import FixedClock


class TestEnrol:
    """`enrol` keeps a new passkey."""

    def test_makes_a_passkey_that_proves_who_it_is_of(
        self, desk: IssuingDesk, actor: Actor, visit: Visit
    ) -> None:
        """Nobody types a name."""
        held = device()
        enrolled(desk, visit(), held)
        assert actor.person_id == proved(desk, held)

    def test_refuses_a_name_that_is_known(self, desk: IssuingDesk, stranger: Actor, visit: Visit) -> None:
        """Whosever passkey it is: his stays as it is, and proves that it is he."""
        held = device()
        enrolled(desk, visit(), held)
        for again in (visit(), visit(who=stranger)):
            with pytest.raises(KnownPasskeyError):
                enrolled(desk, again, device(credential_id=held.credential_id))
        assert 1 == len(list_passkeys(desk, visitor=visit(Proof.PASSKEY)))
        proved(desk, held)

    def test_asks_for_what_can_be_found_and_checks_its_owner(self, desk: IssuingDesk, visit: Visit) -> None:
        """Discoverable, with the owner checked, for our host; no maker is asked to vouch."""
        options = json.loads(enrolment_options(desk, visitor=visit()))
        chosen = options["authenticatorSelection"]
        found = (
            options["rp"]["id"],
            chosen["residentKey"],
            chosen["userVerification"],
            options["attestation"],
        )
        assert ("bewijs.voorbeeld", "required", "required", "none") == found

    @pytest.mark.parametrize(
        ("traits", "error"),
        [
            ({"origin": "https://bewijs.vo0rbeeld"}, OtherSiteError),
            ({"origin": "https://bewijs.voorbeeld:8443"}, OtherSiteError),
            ({"origin": "http://bewijs.voorbeeld"}, OtherSiteError),
            ({"rp_id": "elders.voorbeeld"}, PasskeyError),
            ({"flags": PRESENT}, PasskeyError),
        ],
    )
    def test_refuses_what_is_not_ours_or_not_checked(
        self, desk: IssuingDesk, visit: Visit, traits: dict[str, Any], error: type[PasskeyError]
    ) -> None:
        """Another site, another port, no TLS, another name, an owner who was not checked."""
        visitor = visit()
        with pytest.raises(error):
            enrolled(desk, visitor, device(**traits))
        assert [] == list_passkeys(desk, visitor=visitor)

    def test_takes_no_challenge_of_somebody_else(
        self, desk: IssuingDesk, visit: Visit, stranger: Actor
    ) -> None:
        """Nor one of a sign-in."""
        others = json.loads(enrolment_options(desk, visitor=visit(who=stranger)))
        with pytest.raises(ChallengeError):
            enrol(desk, device().make(others), visitor=visit(), device="")
        sign_ins = json.loads(sign_in_options(desk)) | {"rp": {"id": "bewijs.voorbeeld"}}
        with pytest.raises(ChallengeError):
            enrol(desk, device().make(sign_ins), visitor=visit(), device="")

    def test_by_a_link_takes_the_place_of_all_before(
        self, desk: IssuingDesk, actor: Actor, visit: Visit
    ) -> None:
        """A lost phone opens nothing any more, and whoever holds it is signed out."""
        lost, found = device(), device()
        enrolled(desk, visit(), lost)
        thief = visit(Proof.PASSKEY)
        owner = visit()
        enrolled(desk, owner, found)
        with pytest.raises(UnknownPasskeyError):
            proved(desk, lost)
        assert actor.person_id == proved(desk, found)
        assert thief.session_id not in {each.id for each in list_sessions(desk, owner)}

    def test_beside_another_asks_for_a_fresh_proof(
        self, desk: IssuingDesk, actor: Actor, visit: Visit, clock: FixedClock
    ) -> None:
        """A quarter of an hour; the first one stays."""
        first, second = device(), device()
        enrolled(desk, visit(), first)
        visitor = visit(Proof.PASSKEY)
        clock.advance(timedelta(minutes=15))
        with pytest.raises(FreshProofNeededError):
            enrolled(desk, visitor, second)
        enrolled(desk, visit(Proof.PASSKEY), second)
        assert [actor.person_id] * 2 == [proved(desk, first), proved(desk, second)]

    def test_is_not_for_an_account_elsewhere(self, desk: IssuingDesk, visit: Visit) -> None:
        """Else that account could make itself a proof."""
        with pytest.raises(FreshProofNeededError):
            enrolment_options(desk, visitor=visit(Proof.OIDC))


class TestProve:
    """`prove` tells who proved with a passkey who he is."""

    @pytest.mark.parametrize(
        ("traits", "error"),
        [
            ({"origin": "https://bewijs.vo0rbeeld"}, OtherSiteError),
            ({"rp_id": "elders.voorbeeld"}, PasskeyError),
            ({"flags": PRESENT}, PasskeyError),
            ({"credential_id": b"another passkey"}, UnknownPasskeyError),
        ],
    )
    def test_refuses_what_proves_nothing(
        self, desk: IssuingDesk, visit: Visit, traits: dict[str, Any], error: type[PasskeyError]
    ) -> None:
        """Another site, another name, an owner who was not checked, a passkey that we never saw."""
        held = device()
        enrolled(desk, visit(), held)
        with pytest.raises(error):
            proved(desk, replace(held, **traits))

    def test_refuses_another_key(self, desk: IssuingDesk, visit: Visit) -> None:
        """To know the name of a passkey is not to have it."""
        held = device()
        enrolled(desk, visit(), held)
        with pytest.raises(PasskeyError):
            proved(desk, device(credential_id=held.credential_id))

    def test_takes_each_answer_once(self, desk: IssuingDesk, visit: Visit) -> None:
        """Also from a device that does not count."""
        held = device(counts=False)
        enrolled(desk, visit(), held)
        answer = held.prove(json.loads(sign_in_options(desk)))
        prove(desk, answer)
        with pytest.raises(ChallengeError):
            prove(desk, answer)

    @pytest.mark.parametrize(("seconds", "fits"), [(299, True), (300, False)])
    def test_takes_no_answer_too_late(
        self, desk: IssuingDesk, visit: Visit, clock: FixedClock, *, seconds: int, fits: bool
    ) -> None:
        """Five minutes."""
        held = device()
        enrolled(desk, visit(), held)
        answer = held.prove(json.loads(sign_in_options(desk)))
        clock.advance(timedelta(seconds=seconds))
        if fits:
            prove(desk, answer)
        else:
            with pytest.raises(ChallengeError):
                prove(desk, answer)

    @pytest.mark.parametrize("challenge", [b"", b"x" * 40, bytes(40)])
    def test_takes_no_challenge_of_its_own(self, desk: IssuingDesk, visit: Visit, challenge: bytes) -> None:
        """Only what we asked counts."""
        held = device()
        enrolled(desk, visit(), held)
        options = json.loads(sign_in_options(desk)) | {"challenge": bytes_to_base64url(challenge)}
        with pytest.raises(ChallengeError):
            prove(desk, held.prove(options))

    @pytest.mark.parametrize("credential", [{}, {"id": "x"}, {"id": 1, "rawId": [], "response": "x"}])
    def test_refuses_what_is_no_answer(self, desk: IssuingDesk, credential: dict[str, Any]) -> None:
        """Nonsense is told, and is no crash."""
        with pytest.raises(PasskeyError):
            prove(desk, credential)

    def test_writes_down_what_counts_behind(self, desk: IssuingDesk, visit: Visit, actor: Actor) -> None:
        """There may be a copy; it opens nothing."""
        held = device()
        enrolled(desk, visit(), held)
        copy = replace(held)
        proved(desk, held)
        with pytest.raises(PasskeyBehindError):
            proved(desk, copy)
        rows = desk.register.read(
            lambda session: session.exec(select(AuditRecord)).all(), within=WHOLE_SERVICE
        )
        behind = [row.person_id for row in rows if row.kind is AuditKind.PASSKEY_BEHIND]
        assert [actor.person_id] == behind
