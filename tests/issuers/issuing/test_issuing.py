"""Issuing: the order of the stages, what a second attempt finds, what never happens."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from sqlmodel import Session, select

from badges import base64url, strictjson
from badges.errors import LintError
from badges.judgement import Judgement, SkillReference
from badges.keys import find_key
from badges.multikey import read_multikey
from badges.proofs import check_proof, read_proofs
from issuers.audit.fsck import fsck
from issuers.audit.tables import AuditKind, AuditRecord
from issuers.database.scopes import WHOLE_SERVICE
from issuers.desk import IssuingDesk
from issuers.errors import (
    ClockBehindError,
    IdempotencyConflictError,
    NoActiveKeyError,
    NotFoundError,
    PermissionDeniedError,
    SelfCheckError,
    UnknownSkillError,
    UnknownWerkprocesError,
)
from issuers.issuing.finishing import Stage
from issuers.issuing.issuing import IssuedBadge, issue, issued
from issuers.issuing.recovery import Recovered, recover
from issuers.issuing.tables import Badge, BadgeState
from issuers.keys.tables import Key
from issuers.keystore.places import TextPlace
from issuers.keystore.store import WrappingKeyStore
from issuers.people.permissions import Actor
from issuers.people.tables import Role
from issuers.publishing.documents import organisation_did_document, signed_bytes
from tests.databases import ON_BOTH
from tests.issuers.issuing.accidents import LyingKeyStore, PowerCutError, badges_of, cut_at
from web.clock import FixedClock

Issue = Callable[..., IssuedBadge]
BEFORE_THE_DRAFT_IS_KEPT = (Stage.RESERVED, Stage.DRAFTED)
AFTER_THE_DRAFT_IS_KEPT = (Stage.INTENDED, Stage.SIGNED, Stage.CHECKED)


class TestIssue:
    """`issue` gives a badge that anyone can check, once."""

    def test_gives_a_badge_that_checks_with_the_published_key(self, desk: IssuingDesk, give: Issue) -> None:
        """The did document that we publish holds the key that signed."""
        badge = give()
        document = strictjson.loads_object(badge.raw)
        published = organisation_did_document(desk, badge.organisation_id)
        [proof] = read_proofs(document)
        issuer = desk.addresses.did(badge.organisation_id)
        key = find_key(published, verification_method=proof.verification_method, issuer=issuer)
        check_proof(document, key=key)
        assert badge.credential_id == document["id"]

    @pytest.mark.parametrize(
        "night", [datetime(2026, 7, 3, 22, 30, tzinfo=UTC), datetime(2026, 11, 27, 23, 30, tzinfo=UTC)]
    )
    def test_gives_in_the_night_of_the_work(
        self, desk: IssuingDesk, give: Issue, clock: FixedClock, night: datetime
    ) -> None:
        """At half past midnight in the Netherlands the day has begun that is typed; UTC follows later."""
        clock.advance(night - clock.now())
        badge = give(start=desk.clock.today(), end=desk.clock.today())
        subject = strictjson.loads_object(badge.raw)["credentialSubject"]
        assert isinstance(subject, dict)
        assert subject["activityEndDate"] == f"{night.date() + timedelta(days=1)}T00:00:00Z"

    def test_tells_every_stage_in_order(self, desk: IssuingDesk, actor: Actor, judgement: Judgement) -> None:
        """Whoever watches sees all stages, in the order of the design."""
        seen: list[Stage] = []
        issue(desk, judgement, actor=actor, idempotency_key="k", watch=seen.append)
        assert list(Stage) == seen

    def test_records_the_intent_before_the_signature(self, desk: IssuingDesk, give: Issue) -> None:
        """The audit chain holds what was going to be signed, then what was signed."""
        badge = give()
        kinds = desk.register.read(
            lambda session: session.exec(
                select(AuditRecord.kind)
                .where(AuditRecord.badge_id == badge.id)
                .order_by(AuditRecord.sequence)  # type: ignore[arg-type]  # SQLModel types a column as its value
            ).all(),
            within=WHOLE_SERVICE,
        )
        assert [AuditKind.BADGE_INTENDED, AuditKind.BADGE_SIGNED] == kinds

    def test_gives_the_same_badge_for_the_same_key(self, give: Issue) -> None:
        """Sent twice is issued once."""
        assert give("twee keer") == give("twee keer")

    def test_gives_another_badge_for_another_key(self, give: Issue) -> None:
        """The same words may be meant twice; no name in one badge is in the other."""
        first, second = give("een"), give("twee")
        assert first.credential_id != second.credential_id
        assert first.token != second.token
        subjects = [strictjson.loads_object(each.raw)["credentialSubject"] for each in (first, second)]
        assert subjects[0] != subjects[1]

    def test_refuses_the_same_key_for_something_else(self, give: Issue) -> None:
        """A key stands for one request."""
        give("formulier")
        with pytest.raises(IdempotencyConflictError):
            give("formulier", name="Alex Jansen")

    @ON_BOTH
    def test_gives_one_badge_for_clicks_at_the_same_time(self, desk: IssuingDesk, give: Issue) -> None:
        """Eight clicks at once, in eight threads, are one badge with one record of its signature."""
        with ThreadPoolExecutor(8) as pool:
            given = list(pool.map(lambda _click: give("dubbelklik"), range(8)))
        assert 1 == len({each.raw for each in given}) == len(badges_of(desk))
        assert () == fsck(desk)

    def test_gives_every_badge_a_place_of_its_own(self, desk: IssuingDesk, give: Issue) -> None:
        """Threads that issue at once never share a status index."""
        with ThreadPoolExecutor(4) as pool:
            list(pool.map(lambda number: give(f"k{number}"), range(12)))
        places = {(badge.status_list_id, badge.status_index) for badge in badges_of(desk)}
        assert 12 == len(places)

    def test_makes_one_badgeklasse_for_the_same_thing(self, desk: IssuingDesk, give: Issue) -> None:
        """Badges for the same werkproces name the same badgeklasse, other skills another one."""
        give("een")
        give("twee", name="Alex Jansen")
        kwalificatie = desk.catalogue.kwalificatie("25774")
        skill = kwalificatie.skills[0]
        give("drie", skills=(SkillReference(uri=skill.uri, label=skill.label),))
        assert 2 == len({badge.achievement_id for badge in badges_of(desk)})

    def test_dates_the_badge_by_the_clock_of_the_service(self, give: Issue, clock: FixedClock) -> None:
        """Nobody can date a badge back."""
        document = strictjson.loads_object(give().raw)
        assert clock.now().strftime("%Y-%m-%dT%H:%M:%SZ") == document["validFrom"]

    def test_stops_when_the_clock_runs_behind(self, give: Issue, clock: FixedClock) -> None:
        """A clock behind the last record would date a badge back."""
        give("een")
        clock.advance(timedelta(seconds=-6))
        with pytest.raises(ClockBehindError):
            give("twee")


class TestRefusals:
    """What may not be signed is not signed."""

    def test_refuses_who_may_not_issue(self, desk: IssuingDesk, actor: Actor, judgement: Judgement) -> None:
        """A reader reads."""
        reader = replace(actor, roles=frozenset({Role.LEZER}))
        with pytest.raises(PermissionDeniedError):
            issue(desk, judgement, actor=reader, idempotency_key="k")
        assert [] == badges_of(desk)

    def test_refuses_whose_role_was_made_up(
        self, desk: IssuingDesk, stranger: Actor, actor: Actor, judgement: Judgement
    ) -> None:
        """The role is read again in the transaction: someone of another organisation has none here."""
        pretender = replace(stranger, organisation_id=actor.organisation_id)
        with pytest.raises(PermissionDeniedError):
            issue(desk, judgement, actor=pretender, idempotency_key="k")
        assert [] == badges_of(desk)

    @pytest.mark.parametrize("change", [{"code": "B9-K9-W9"}, {"title": "Bestuurt alles"}, {"crebo": "1"}])
    def test_refuses_a_werkproces_that_is_not_in_the_catalogue(
        self, give: Issue, judgement: Judgement, change: dict[str, str]
    ) -> None:
        """Neither another code nor other words for it."""
        with pytest.raises(UnknownWerkprocesError):
            give(werkproces=replace(judgement.werkproces, **change))

    def test_refuses_a_skill_under_another_name(self, desk: IssuingDesk, give: Issue) -> None:
        """The address of a skill goes with its own label."""
        skill = desk.catalogue.kwalificatie("25774").skills[0]
        with pytest.raises(UnknownSkillError):
            give(skills=(SkillReference(uri=skill.uri, label="Kan alles"),))
        with pytest.raises(UnknownSkillError):
            give(skills=(SkillReference(uri="https://elders.voorbeeld/x", label="Kan alles"),))

    def test_marks_what_lint_refuses_and_frees_the_key_but_not_the_place(
        self, desk: IssuingDesk, give: Issue
    ) -> None:
        """A BSN in the text is refused; the corrected form, with the same key, is issued elsewhere."""
        with pytest.raises(LintError):
            give("formulier", narrative="Sam, 111222333, verzamelde orders.")
        [failed] = badges_of(desk)
        badge = give("formulier", narrative="Sam verzamelde orders.")
        assert (BadgeState.FAILED, None, None) == (failed.state, failed.intent, failed.raw)
        assert 2 == len({(each.status_list_id, each.status_index) for each in badges_of(desk)})
        assert badge.raw == signed_bytes(desk, badge.token)
        assert () == fsck(desk)


class TestSelfCheck:
    """A signature that the other engine refuses never leaves."""

    def test_gives_up_a_badge_that_does_not_check(
        self, desk: IssuingDesk, actor: Actor, judgement: Judgement
    ) -> None:
        """The badge is marked, its bytes are nowhere, and the key of the form is free again."""
        broken = replace(desk, key_store=LyingKeyStore(desk))
        with pytest.raises(SelfCheckError):
            issue(broken, judgement, actor=actor, idempotency_key="k")
        [badge] = badges_of(desk)
        assert (BadgeState.FAILED, None, "self-check") == (badge.state, badge.raw, badge.failed_because)
        assert issue(desk, judgement, actor=actor, idempotency_key="k").raw


@ON_BOTH
class TestCrashes:
    """A cut at any stage leaves a gap that is finished byte-equal, or marked."""

    @pytest.mark.parametrize("stage", [*BEFORE_THE_DRAFT_IS_KEPT, *AFTER_THE_DRAFT_IS_KEPT])
    def test_no_signature_is_public_before_it_is_recorded(
        self, desk: IssuingDesk, actor: Actor, judgement: Judgement, stage: Stage
    ) -> None:
        """Whatever was cut, no bytes of a badge can be had."""
        with pytest.raises(PowerCutError):
            issue(desk, judgement, actor=actor, idempotency_key="k", watch=cut_at(stage))
        [badge] = badges_of(desk)
        assert badge.raw is None
        with pytest.raises(NotFoundError):
            signed_bytes(desk, badge.token)
        with pytest.raises(NotFoundError):
            issued(badge)
        assert () == fsck(desk)

    @pytest.mark.parametrize("stage", AFTER_THE_DRAFT_IS_KEPT)
    def test_recovery_finishes_as_the_second_click_would(
        self,
        desk: IssuingDesk,
        actor: Actor,
        judgement: Judgement,
        twin: Callable[[], IssuingDesk],
        stage: Stage,
    ) -> None:
        """In two copies of the same cut, recovery and a second click give the same bytes."""
        with pytest.raises(PowerCutError):
            issue(desk, judgement, actor=actor, idempotency_key="k", watch=cut_at(stage))
        copy = twin()
        assert isinstance(desk.clock, FixedClock)
        desk.clock.advance(timedelta(seconds=31))
        assert Recovered(finished=1, given_up=0) == recover(desk)
        clicked = issue(copy, judgement, actor=actor, idempotency_key="k")
        copy.register.close()
        assert clicked == issue(desk, judgement, actor=actor, idempotency_key="k")
        assert () == fsck(desk)

    @pytest.mark.parametrize("stage", BEFORE_THE_DRAFT_IS_KEPT)
    def test_recovery_marks_what_was_only_reserved(
        self, desk: IssuingDesk, actor: Actor, judgement: Judgement, clock: FixedClock, stage: Stage
    ) -> None:
        """Nobody knows what it was to say; the second click issues a badge in another place."""
        with pytest.raises(PowerCutError):
            issue(desk, judgement, actor=actor, idempotency_key="k", watch=cut_at(stage))
        clock.advance(timedelta(seconds=31))
        assert Recovered(finished=0, given_up=1) == recover(desk)
        issue(desk, judgement, actor=actor, idempotency_key="k")
        assert [BadgeState.FAILED, BadgeState.SIGNED] == sorted(each.state for each in badges_of(desk))
        assert () == fsck(desk)

    def test_recovery_leaves_running_work_alone(
        self, desk: IssuingDesk, actor: Actor, judgement: Judgement, clock: FixedClock
    ) -> None:
        """What was begun less than half a minute ago may still be running."""
        with pytest.raises(PowerCutError):
            issue(desk, judgement, actor=actor, idempotency_key="k", watch=cut_at(Stage.INTENDED))
        clock.advance(timedelta(seconds=30))
        assert Recovered(finished=0, given_up=0) == recover(desk)

    def test_recovery_tries_again_when_the_key_cannot_be_had(
        self, desk: IssuingDesk, actor: Actor, judgement: Judgement, clock: FixedClock
    ) -> None:
        """A badge whose key does not open waits; with the right key it is finished."""
        with pytest.raises(PowerCutError):
            issue(desk, judgement, actor=actor, idempotency_key="k", watch=cut_at(Stage.INTENDED))
        clock.advance(timedelta(minutes=1))
        other = TextPlace(base64url.encode(bytes(32)))
        sealed = replace(desk, key_store=WrappingKeyStore(issuing=other, standing=other))
        assert Recovered(finished=0, given_up=0, stuck=1) == recover(sealed)
        assert Recovered(finished=1, given_up=0) == recover(desk)

    def test_recovery_marks_an_intent_that_was_changed(
        self, desk: IssuingDesk, actor: Actor, judgement: Judgement, clock: FixedClock
    ) -> None:
        """Bytes to sign that are not those of the document are not signed."""
        with pytest.raises(PowerCutError):
            issue(desk, judgement, actor=actor, idempotency_key="k", watch=cut_at(Stage.INTENDED))
        clock.advance(timedelta(minutes=1))

        def promote(session: Session) -> None:
            badge = session.exec(select(Badge)).one()
            badge.intent = (badge.intent or b"").replace(b"werknemer", b"directeur")

        desk.register.write(promote, within=WHOLE_SERVICE)
        assert Recovered(finished=0, given_up=1) == recover(desk)
        assert [None] == [badge.raw for badge in badges_of(desk)]

    def test_recovery_twice_does_nothing_more(
        self, desk: IssuingDesk, actor: Actor, judgement: Judgement, clock: FixedClock
    ) -> None:
        """A badge that was finished is finished."""
        with pytest.raises(PowerCutError):
            issue(desk, judgement, actor=actor, idempotency_key="k", watch=cut_at(Stage.SIGNED))
        clock.advance(timedelta(minutes=1))
        recover(desk)
        assert Recovered(finished=0, given_up=0) == recover(desk)

    def test_recovery_beside_a_slow_issue_gives_one_badge(
        self, desk: IssuingDesk, actor: Actor, judgement: Judgement, clock: FixedClock
    ) -> None:
        """Recovery finishes a badge while its issuer holds the signature; both have the same one."""

        def recover_meanwhile(reached: Stage) -> None:
            if reached is Stage.CHECKED:
                clock.advance(timedelta(minutes=1))
                recover(desk)

        badge = issue(desk, judgement, actor=actor, idempotency_key="k", watch=recover_meanwhile)
        [row] = badges_of(desk)
        assert row.raw == badge.raw
        assert () == fsck(desk)

    def test_a_key_that_was_withdrawn_meanwhile_signs_nothing(
        self, desk: IssuingDesk, actor: Actor, judgement: Judgement, clock: FixedClock
    ) -> None:
        """Half a badge of a key that fell into other hands is given up."""

        def withdraw(reached: Stage) -> None:
            if reached is Stage.SIGNED:
                desk.register.write(
                    lambda session: setattr(
                        session.get_one(Key, badges_of(desk)[0].key_id), "withdrawn", clock.now()
                    ),
                    within=WHOLE_SERVICE,
                )

        with pytest.raises(NoActiveKeyError):
            issue(desk, judgement, actor=actor, idempotency_key="k", watch=withdraw)
        [badge] = badges_of(desk)
        assert (BadgeState.FAILED, "key-withdrawn") == (badge.state, badge.failed_because)


def test_public_keys_of_organisations_differ(desk: IssuingDesk, actor: Actor, stranger: Actor) -> None:
    """No key serves two organisations or two purposes."""
    keys = desk.register.read(lambda session: session.exec(select(Key)).all(), within=WHOLE_SERVICE)
    assert 7 == len({read_multikey(key.multikey) for key in keys})
