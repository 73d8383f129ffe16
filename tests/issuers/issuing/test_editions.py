"""Editions of a badge: signed when they are asked for, once, and gone with the fact."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest
from sqlmodel import Session, select

from badges import jws
from badges.fewer import Part
from badges.keys import find_key
from badges.proofs import check_proof, read_proofs
from badges.status import decode, read_bit
from badges.strictjson import loads_object
from badges.tokens import check_token
from issuers.audit.fsck import fsck
from issuers.audit.tables import AuditKind, AuditRecord
from issuers.database.scopes import WHOLE_SERVICE
from issuers.desk import IssuingDesk
from issuers.erkenning.snapshots import known_then
from issuers.errors import NotFoundError, OrganisationStoppedError, RevocationError, SelfCheckError
from issuers.issuing.editions import can_sign_edition, sign_edition, sign_standard
from issuers.issuing.finishing import Stage
from issuers.issuing.overview import find_by_id, find_by_token, find_given, list_given
from issuers.issuing.recovery import Recovered, recover
from issuers.issuing.replacing import Correction
from issuers.issuing.revoking import revoke
from issuers.issuing.tables import Badge, BadgeKind, BadgeState, CorrectionKind, Edition, RevocationReason
from issuers.organisations.standing import suspend
from issuers.overview.listing import all_badges
from issuers.overview.looking import Wanted
from issuers.people.permissions import Actor
from issuers.publishing.documents import (
    own_did_document,
    own_revocation,
    own_status_list,
    signed_bytes,
    token_of,
)
from tests.databases import ON_BOTH
from tests.issuers.conftest import Issue, judge
from tests.issuers.giving import correct
from tests.issuers.issuing.accidents import PowerCutError, cut_at
from web.clock import FixedClock

NAMELESS = frozenset({Part.NAAM, Part.VERHAAL})


def rows(desk: IssuingDesk) -> list[Badge]:
    """List the rows of editions."""
    asked = select(Badge).where(Badge.kind == BadgeKind.EDITIE)
    return list(desk.register.read(lambda session: session.exec(asked).all(), within=WHOLE_SERVICE))


def is_withdrawn(desk: IssuingDesk, badge_id: UUID) -> bool:
    """Tell what the published list says of a badge."""
    entry = loads_object(find_by_id(desk, badge_id).raw)["credentialStatus"]
    assert isinstance(entry, dict)
    raw = own_status_list(desk, str(entry["statusListCredential"]))
    assert raw is not None
    subject = loads_object(raw)["credentialSubject"]
    assert isinstance(subject, dict)
    return read_bit(decode(str(subject["encodedList"])), index=int(str(entry["statusListIndex"])))


class TestSignEdition:
    """`sign_edition` signs the same fact with fewer parts."""

    def test_is_a_badge_of_its_own(self, desk: IssuingDesk, give: Issue) -> None:
        """With ids and a place of its own, and a signature that checks, in both forms; it tells no name."""
        badge = give()
        made = find_by_id(desk, sign_edition(desk, badge.id, without=frozenset({Part.NAAM})).badge_id)
        was, now = loads_object(badge.raw), loads_object(made.raw)
        assert now["id"] != was["id"]
        assert now["credentialStatus"] != was["credentialStatus"]
        assert (was["awardedDate"], None, ()) == (now["awardedDate"], made.facts.name, made.facts.narratives)
        assert b"Sam" not in made.raw
        _check(desk, made.raw, token=token_of(desk, made.id), organisation_id=badge.organisation_id)

    def test_is_the_badge_where_nothing_is_left_out(self, desk: IssuingDesk, give: Issue) -> None:
        """Also where only that is left out which is not there."""
        badge = give()
        for without in (frozenset[Part](), frozenset({Part.VAARDIGHEDEN})):
            assert badge.id == sign_edition(desk, badge.id, without=without).badge_id

    def test_gives_the_same_one_again(self, desk: IssuingDesk, give: Issue) -> None:
        """Also to many who ask at once."""
        badge = give()

        def ask(_: int) -> UUID:
            return sign_edition(desk, badge.id, without=NAMELESS).badge_id

        with ThreadPoolExecutor(4) as pool:
            found = set(pool.map(ask, range(4)))
        assert found == {each.id for each in rows(desk)}
        assert 1 == len(found)

    def test_is_in_no_list_of_who_gave_it(self, desk: IssuingDesk, give: Issue, actor: Actor) -> None:
        """Nor at an address of its own: only who keeps the badge shows it."""
        badge = give()
        edition = sign_edition(desk, badge.id, without=NAMELESS).badge_id
        [row] = rows(desk)
        assert [badge.id] == [each.id for each in list_given(desk, actor=actor, page=0)]
        assert [badge.id] == [each.given.id for each in all_badges(desk, Wanted(), actor=actor)]
        for look in (
            lambda: find_given(desk, edition, actor=actor),
            lambda: find_by_token(desk, row.token),
            lambda: signed_bytes(desk, row.token),
            lambda: revoke(desk, edition, actor=actor, reason=RevocationReason.ANDERS),
            lambda: sign_edition(desk, edition, without=frozenset({Part.STAP})),
        ):
            with pytest.raises(NotFoundError):
                look()

    def test_takes_over_what_was_known_of_the_recognition(self, desk: IssuingDesk, give: Issue) -> None:
        """On the day of the badge, whatever is known today."""
        badge = give()
        edition = sign_edition(desk, badge.id, without=NAMELESS).badge_id
        assert known_then(desk, badge.id) == known_then(desk, edition)

    @pytest.mark.parametrize("stage", list(Stage)[:-1])
    @ON_BOTH
    def test_survives_a_crash(self, desk: IssuingDesk, give: Issue, clock: FixedClock, stage: Stage) -> None:
        """What was begun is finished or given up; asked again there is one that stands, and our books fit."""
        badge = give()
        with pytest.raises(PowerCutError):
            sign_edition(desk, badge.id, without=NAMELESS, watch=cut_at(stage))
        clock.advance(timedelta(minutes=5))
        assert Recovered(finished=0, given_up=0) != recover(desk)
        again = sign_edition(desk, badge.id, without=NAMELESS).badge_id
        assert [again] == [each.id for each in rows(desk) if each.state is BadgeState.SIGNED]
        assert [] == list(fsck(desk))

    def test_records_that_nobody_here_asked(self, desk: IssuingDesk, give: Issue) -> None:
        """The history has its signature, and no colleague with it."""
        edition = sign_edition(desk, give().id, without=NAMELESS).badge_id
        asked = select(AuditRecord).where(AuditRecord.badge_id == edition)
        found = desk.register.read(lambda session: session.exec(asked).all(), within=WHOLE_SERVICE)
        assert {AuditKind.BADGE_INTENDED, AuditKind.BADGE_SIGNED} == {each.kind for each in found}
        assert {None} == {each.actor_id for each in found}

    def test_refuses_a_badge_that_our_history_does_not_know(self, desk: IssuingDesk, give: Issue) -> None:
        """Whoever can write in the database gets no signature of ours."""
        badge, other = give("een"), give("twee", name="Iemand Anders")

        def forge(session: Session) -> None:
            session.get_one(Badge, badge.id).raw = other.raw

        desk.register.write(forge, within=WHOLE_SERVICE)
        with pytest.raises(SelfCheckError):
            sign_edition(desk, badge.id, without=NAMELESS)
        assert [] == rows(desk)

    def test_refuses_what_was_withdrawn(self, desk: IssuingDesk, give: Issue, actor: Actor) -> None:
        """Also where it was signed before."""
        badge = give()
        sign_edition(desk, badge.id, without=NAMELESS)
        revoke(desk, badge.id, actor=actor, reason=RevocationReason.ANDERS)
        for without in (NAMELESS, frozenset({Part.STAP})):
            with pytest.raises(RevocationError):
                sign_edition(desk, badge.id, without=without)

    def test_gives_up_where_the_fact_is_withdrawn_meanwhile(
        self, desk: IssuingDesk, give: Issue, actor: Actor
    ) -> None:
        """Between the intent and the signature: no edition outlives its fact."""
        badge = give()

        def withdraw(stage: Stage) -> None:
            if stage is Stage.SIGNED:
                revoke(desk, badge.id, actor=actor, reason=RevocationReason.ANDERS)

        with pytest.raises(RevocationError):
            sign_edition(desk, badge.id, without=NAMELESS, watch=withdraw)
        assert [BadgeState.FAILED] == [each.state for each in rows(desk)]

    def test_gives_only_what_is_there_of_an_organisation_that_stopped(
        self, desk: IssuingDesk, give: Issue, actor: Actor
    ) -> None:
        """The standard ones are signed; another is not."""
        badge = give()
        sign_standard(desk, badge.id)
        suspend(desk, actor.organisation_id, by=actor.person_id, reason="Er kwam een melding.")
        assert badge.id != sign_edition(desk, badge.id, without=NAMELESS).badge_id
        with pytest.raises(OrganisationStoppedError):
            sign_edition(desk, badge.id, without=frozenset({Part.STAP}))


class TestCanSignEdition:
    """`can_sign_edition` tells beforehand whether an edition can be given."""

    def test_knows_what_is_there_and_who_stopped(self, desk: IssuingDesk, give: Issue, actor: Actor) -> None:
        """It signs nothing; the badge itself is always there, until it is withdrawn."""
        badge, stepless = give(), frozenset({Part.STAP})
        sign_edition(desk, badge.id, without=NAMELESS)
        asked: list[frozenset[Part]] = [frozenset(), NAMELESS, stepless]

        def told() -> list[bool]:
            return [can_sign_edition(desk, badge.id, without=each) for each in asked]

        assert [True, True, True] == told()
        suspend(desk, actor.organisation_id, by=actor.person_id, reason="Er kwam een melding.")
        assert [True, True, False] == told()
        revoke(desk, badge.id, actor=actor, reason=RevocationReason.ANDERS)
        assert [False, False, False] == told()


class TestSignStandard:
    """`sign_standard` signs what every badge has."""

    def test_signs_those_that_differ(self, desk: IssuingDesk, give: Issue) -> None:
        """Without a name, and without what was done; once, however often it is asked."""
        badge = give()
        assert (2, 2) == (sign_standard(desk, badge.id), sign_standard(desk, badge.id))
        asked = select(Edition.without)
        found = desk.register.read(lambda session: session.exec(asked).all(), within=WHOLE_SERVICE)
        assert {NAMELESS, frozenset({Part.VERHAAL})} == set(found)

    def test_signs_nothing_of_what_was_withdrawn(self, desk: IssuingDesk, give: Issue, actor: Actor) -> None:
        """And refuses nobody for it: keeping goes on."""
        badge = give()
        revoke(desk, badge.id, actor=actor, reason=RevocationReason.ANDERS)
        assert 0 == sign_standard(desk, badge.id)


class TestWithdraw:
    """What withdraws a badge, withdraws its editions, in one act."""

    def test_withdraws_them_with_the_badge(self, desk: IssuingDesk, give: Issue, actor: Actor) -> None:
        """Whoever checks one reads it, at the same moment."""
        badge, other = give("een"), give("twee")
        mine, others = (sign_edition(desk, each.id, without=NAMELESS).badge_id for each in (badge, other))
        revoke(desk, badge.id, actor=actor, reason=RevocationReason.VERGISSING)
        assert (True, True, False) == tuple(is_withdrawn(desk, each) for each in (badge.id, mine, others))
        assert find_by_id(desk, badge.id).revoked_at == find_by_id(desk, mine).revoked_at
        assert [] == list(fsck(desk))

    def test_leads_nowhere_from_what_was_replaced(self, desk: IssuingDesk, give: Issue, actor: Actor) -> None:
        """The better badge may hold what its keeper left out."""
        badge = give()
        mine = sign_edition(desk, badge.id, without=NAMELESS).badge_id
        better = replace(judge(desk), narrative="Sam verzamelde elke ochtend 50 orders.")
        correction = Correction(badge_id=badge.id, kind=CorrectionKind.SCHRIJFFOUT)
        correct(desk, better, correction=correction, actor=actor, idempotency_key="beter")
        found = own_revocation(desk, mine.urn, issuer=desk.addresses.did(actor.organisation_id))
        assert found is not None
        assert (True, None) == (found.is_replaced, found.replaced_by)


def _check(desk: IssuingDesk, raw: bytes, *, token: bytes | None, organisation_id: str) -> None:
    """Check both forms with the keys that we publish."""
    document = loads_object(raw)
    did = desk.addresses.did(organisation_id)
    published = own_did_document(desk, did)
    assert published is not None
    [proof] = read_proofs(document)
    check_proof(document, key=find_key(published, verification_method=proof.verification_method, issuer=did))
    assert token is not None
    method = str(jws.split(token).header["kid"])
    check_token(token, key=find_key(published, verification_method=method, issuer=did))
