"""A key fell into other hands: what it signed for us is signed again, and nothing else is."""

from collections.abc import Callable
from dataclasses import replace
from hashlib import sha256
from uuid import UUID

import pytest
from sqlmodel import Session

from badges import jws, strictjson
from badges.credential import LintedCredential
from badges.errors import DocumentError
from badges.jsonld import walker
from badges.keys import Signer
from badges.proofs import add_proof, draft_proof, read_proofs
from badges.strictjson import Json
from issuers.audit.fsck import fsck
from issuers.database.scopes import OneOrganisation
from issuers.desk import IssuingDesk
from issuers.errors import (
    KeyStoreError,
    NotFoundError,
    PermissionDeniedError,
    SelfCheckError,
    TrustedKeyError,
)
from issuers.issuing.issuing import IssuedBadge
from issuers.issuing.reissuing import Reissued, count_to_reissue, reissue, reissue_some
from issuers.issuing.revoking import revoke
from issuers.issuing.signatures import has_signed, signature_in
from issuers.issuing.tables import Badge, RevocationReason
from issuers.keys.keyring import retire_signing_keys
from issuers.keys.managing import list_keys, withdraw_key
from issuers.keys.tables import Key, KeyPurpose
from issuers.keystore.store import KeyLabel, KeyStore, NewKey, Wrapped
from issuers.organisations.demo import add_person
from issuers.people.members import remove_member
from issuers.people.permissions import Actor, operator
from issuers.people.tables import Role
from issuers.publishing.documents import signed_bytes, token_of
from tests.databases import ON_BOTH

Issue = Callable[..., IssuedBadge]


@pytest.fixture
def beheerder(desk: IssuingDesk, actor: Actor) -> Actor:
    """Give whoever runs the service, acting for the organisation of the praktijkopleider."""
    return operator(actor.organisation_id, now=desk.clock.now())


def compromised(desk: IssuingDesk, beheerder: Actor, purpose: KeyPurpose = KeyPurpose.ASSERTION) -> Key:
    """Withdraw the key of this purpose, and give it."""
    [key] = [key for key in list_keys(desk, actor=beheerder) if key.purpose is purpose]
    withdraw_key(desk, key.id, actor=beheerder)
    return key


def knows(desk: IssuingDesk, raw: bytes) -> bool:
    """Ask our register about the signature of a badge, as our verifier does."""
    try:
        document = strictjson.loads_object(raw)
    except DocumentError:
        document = jws.credential_in(jws.split(raw)).document
    issuer = document["issuer"]
    assert isinstance(issuer, dict)
    return has_signed(
        desk,
        str(document["id"]),
        issuer=str(issuer["id"]),
        signature_digest=sha256(signature_in(raw)).digest(),
    )


def forged(desk: IssuingDesk, raw: bytes, *, key: Key, **members: Json) -> bytes:
    """Sign a changed badge with the key, as whoever took it can."""
    document = strictjson.loads_object(raw) | members
    document.pop("proof")
    signer = desk.key_store.signer(key, did=desk.addresses.did(str(key.organisation_id)))
    linted = LintedCredential(document=document, canonical=walker.canonicalize(document))
    draft = draft_proof(linted, verification_method=signer.verification_method, created=desk.clock.now())
    return add_proof(draft, signer=signer).raw


class TestReissue:
    """`reissue`."""

    def test_signs_the_same_badge_with_the_new_key(
        self, desk: IssuingDesk, beheerder: Actor, give: Issue
    ) -> None:
        """At the same address, with the same id, in the same place of its list; only the proof differs."""
        badges = [give(f"k{number}", name=f"Sam {number}") for number in range(3)]
        key = compromised(desk, beheerder)
        assert 3 == count_to_reissue(desk, key.id, actor=beheerder)
        assert Reissued(3, ()) == reissue(desk, key.id, actor=beheerder)
        assert 0 == count_to_reissue(desk, key.id, actor=beheerder)
        for badge in badges:
            before, after = (
                strictjson.loads_object(raw) for raw in (badge.raw, signed_bytes(desk, badge.token))
            )
            assert read_proofs(before)[0].verification_method.endswith(key.multikey)
            assert not read_proofs(after)[0].verification_method.endswith(key.multikey)
            assert before | {"proof": None} == after | {"proof": None}
        assert () == fsck(desk)

    def test_knows_the_copies_of_before_and_no_others(
        self, desk: IssuingDesk, beheerder: Actor, give: Issue
    ) -> None:
        """What we signed is ours for ever; what the thief signs is not, also under the id of a real badge."""
        badge = give()
        key = compromised(desk, beheerder)
        thief = forged(desk, badge.raw, key=key, name="Meer dan er stond")
        assert (True, False) == (knows(desk, badge.raw), knows(desk, thief))
        reissue(desk, key.id, actor=beheerder)
        assert knows(desk, signed_bytes(desk, badge.token))
        assert (True, False) == (knows(desk, badge.raw), knows(desk, thief))

    def test_leaves_what_was_put_into_the_database(
        self, desk: IssuingDesk, beheerder: Actor, give: Issue
    ) -> None:
        """The history does not know it, so it is not signed by the new key; it is told."""
        badge, other = give(), give("twee")
        key = compromised(desk, beheerder)
        thief = forged(desk, badge.raw, key=key, name="Meer dan er stond")

        def put(session: Session) -> None:
            session.get_one(Badge, badge.id).raw = thief

        desk.register.write(put, within=OneOrganisation(badge.organisation_id))
        assert Reissued(1, (badge.id,)) == reissue(desk, key.id, actor=beheerder)
        assert thief == signed_bytes(desk, badge.token)
        assert other.raw != signed_bytes(desk, other.token)

    @ON_BOTH
    def test_goes_on_after_a_crash_with_the_bytes_that_were_planned(
        self, desk: IssuingDesk, beheerder: Actor, give: Issue
    ) -> None:
        """The plan is on the disk before the key is used."""
        badge = give()
        key = compromised(desk, beheerder)
        with pytest.raises(PowerCutError):
            reissue(replace(desk, key_store=CutKeyStore(desk.key_store)), key.id, actor=beheerder)
        assert badge.raw == signed_bytes(desk, badge.token)
        planned = desk.register.read(
            lambda session: session.get_one(Badge, badge.id).intent,
            within=OneOrganisation(badge.organisation_id),
        )
        assert Reissued(1, ()) == reissue(desk, key.id, actor=beheerder)
        created = read_proofs(strictjson.loads_object(signed_bytes(desk, badge.token)))[0].created
        assert planned is not None
        assert created is not None
        assert created.strftime("%Y-%m-%dT%H:%M:%SZ").encode() in planned
        assert () == fsck(desk)

    def test_signs_for_an_organisation_that_is_closed(
        self, desk: IssuingDesk, beheerder: Actor, give: Issue
    ) -> None:
        """It gives no badges any more; what it gave is put right all the same, by a key made for that."""
        badge = give()
        desk.register.write(
            lambda session: retire_signing_keys(
                session, desk=desk, organisation_id=badge.organisation_id, actor_id=beheerder.person_id
            ),
            within=OneOrganisation(badge.organisation_id),
        )
        key = compromised(desk, beheerder)
        assert Reissued(1, ()) == reissue(desk, key.id, actor=beheerder)
        assert badge.raw != signed_bytes(desk, badge.token)

    def test_leaves_a_withdrawn_badge_withdrawn(
        self, desk: IssuingDesk, actor: Actor, beheerder: Actor, give: Issue
    ) -> None:
        """It is not ours any more to give."""
        badge = give()
        revoke(desk, badge.id, actor=actor, reason=RevocationReason.VERGISSING)
        key = compromised(desk, beheerder)
        assert Reissued(0, ()) == reissue(desk, key.id, actor=beheerder)

    def test_writes_tokens_again_when_their_key_is_gone(
        self, desk: IssuingDesk, beheerder: Actor, give: Issue
    ) -> None:
        """The badge itself stays as it was."""
        badge = give()
        before = token_of(desk, badge.id)
        key = compromised(desk, beheerder, KeyPurpose.TOKEN)
        assert Reissued(1, ()) == reissue(desk, key.id, actor=beheerder)
        after = token_of(desk, badge.id)
        assert badge.raw == signed_bytes(desk, badge.token)
        assert jws.split(before).payload == jws.split(after).payload
        assert jws.split(before).header["kid"] != jws.split(after).header["kid"]
        assert (True, True) == (knows(desk, before), knows(desk, after))
        assert () == fsck(desk)

    def test_refuses_a_signature_that_does_not_check(
        self, desk: IssuingDesk, beheerder: Actor, give: Issue
    ) -> None:
        """The badge stays as it was, and can be tried again."""
        badge = give()
        key = compromised(desk, beheerder)
        with pytest.raises(SelfCheckError):
            reissue(replace(desk, key_store=LyingKeyStore(desk.key_store)), key.id, actor=beheerder)
        assert badge.raw == signed_bytes(desk, badge.token)
        assert Reissued(1, ()) == reissue(desk, key.id, actor=beheerder)

    def test_is_for_who_manages_the_keys_of_the_organisation(
        self, desk: IssuingDesk, actor: Actor, stranger: Actor, beheerder: Actor
    ) -> None:
        """Not for a praktijkopleider, not for another organisation, and not for a key that is trusted."""
        [trusted] = [each for each in list_keys(desk, actor=beheerder) if each.purpose is KeyPurpose.LIST]
        with pytest.raises(TrustedKeyError):
            reissue(desk, trusted.id, actor=beheerder)
        key = compromised(desk, beheerder)
        with pytest.raises(PermissionDeniedError):
            reissue(desk, key.id, actor=actor)
        with pytest.raises(NotFoundError):
            reissue(desk, key.id, actor=operator(stranger.organisation_id, now=desk.clock.now()))


class TestReissueSome:
    """`reissue_some`."""

    def test_stops_when_the_role_ends_in_between(
        self, desk: IssuingDesk, actor: Actor, give: Issue, beheerder: Actor
    ) -> None:
        """Each part reads the role anew, whatever the session remembers from when it began."""
        give("een")
        key = compromised(desk, beheerder)
        manager, other = (
            add_person(desk, name, organisation_id=actor.organisation_id, role=Role.BEHEERDER)
            for name in ("Karim Visser", "Bea Mol")
        )
        assert Reissued(1, ()) == reissue_some(desk, key.id, actor=manager)
        remove_member(desk, manager.person_id, actor=other)
        with pytest.raises(PermissionDeniedError):
            reissue_some(desk, key.id, actor=manager)


class TestHasSigned:
    """`has_signed`."""

    @pytest.mark.parametrize(
        "id_", ["", "urn:uuid:x", f"urn:uuid:{UUID(int=7)}", "https://elders.voorbeeld/1"]
    )
    def test_knows_nothing_of_what_never_was(self, desk: IssuingDesk, id_: str) -> None:
        """Any text may be asked about."""
        assert not has_signed(desk, id_, issuer="did:web:x", signature_digest=bytes(32))

    def test_does_not_answer_for_another_issuer(self, desk: IssuingDesk, give: Issue) -> None:
        """Each organisation has its own register."""
        badge = give()
        digest = sha256(signature_in(badge.raw)).digest()
        did = desk.addresses.did(badge.organisation_id)
        assert has_signed(desk, badge.credential_id, issuer=did, signature_digest=digest)
        assert not has_signed(desk, badge.credential_id, issuer=f"{did}x", signature_digest=digest)


class PowerCutError(Exception):
    """Stop at once, as when the power goes."""


class CutKeyStore:
    """Stop before the first signature; a `KeyStore`."""

    def __init__(self, honest: KeyStore) -> None:
        self._honest = honest

    def make(self, label: KeyLabel) -> NewKey:
        """Make a key."""
        return self._honest.make(label)

    def signer(self, key: Key, *, did: str) -> Signer:
        """Go dark."""
        raise PowerCutError

    def rewrap(self, key: Key) -> Wrapped | None:
        """Wrap a key."""
        return self._honest.rewrap(key)

    def sealed_because(self, key: Key) -> KeyStoreError | None:
        """Say whether it is sealed."""
        return self._honest.sealed_because(key)


class LyingKeyStore(CutKeyStore):
    """Sign other bytes than asked."""

    def signer(self, key: Key, *, did: str) -> Signer:
        """Give a signer that lies."""
        return LyingSigner(self._honest.signer(key, did=did))


class LyingSigner:
    """Sign other bytes than asked; a `Signer`."""

    def __init__(self, honest: Signer) -> None:
        self._honest = honest
        self.verification_method = honest.verification_method

    def sign(self, data: bytes) -> bytes:
        """Sign something else."""
        return self._honest.sign(data + b"!")
