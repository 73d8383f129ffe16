"""Issuing a chunk: each badge as if it were given alone, and what stops one or all."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlmodel import Session, select

from badges import strictjson
from badges.errors import LintError
from badges.judgement import Judgement
from badges.multikey import read_multikey
from badges.proofs import check_proof
from issuers.audit.fsck import fsck
from issuers.database.scopes import WHOLE_SERVICE
from issuers.desk import IssuingDesk
from issuers.errors import (
    IdempotencyConflictError,
    NoActiveKeyError,
    OrganisationStoppedError,
    PermissionDeniedError,
    SelfCheckError,
    UnknownWerkprocesError,
)
from issuers.issuing.chunk_stages import Asked
from issuers.issuing.chunking import (
    LARGE_CHUNK,
    Given,
    Outcome,
    Refused,
    issue_chunk,
)
from issuers.issuing.finishing import Stage
from issuers.issuing.issuing import issue
from issuers.issuing.recovery import Recovered, recover
from issuers.issuing.tables import BadgeJwt, BadgeState
from issuers.keys.tables import Key
from issuers.organisations.standing import suspend
from issuers.people.permissions import OPERATOR, Actor
from issuers.people.tables import Membership
from issuers.publishing.documents import signed_bytes
from tests.databases import ON_BOTH, ON_SQLITE
from tests.issuers.issuing.accidents import LyingKeyStore, PowerCutError, badges_of, cut_at
from web.clock import FixedClock

LATER = timedelta(seconds=31)
"""Longer than recovery lets what was begun alone."""


@pytest.fixture
def asked(judgement: Judgement) -> list[Asked]:
    """Ask for three badges."""
    names = ("Sam de Vries", "Alex Jansen", None)
    return [Asked(replace(judgement, name=name), f"rij-{row}") for row, name in enumerate(names)]


def problems(outcomes: list[Outcome]) -> list[type[Exception] | None]:
    """Tell of each what is against it."""
    return [type(each.problem) if isinstance(each, Refused) else None for each in outcomes]


def raws(outcomes: list[Outcome]) -> list[bytes]:
    """Give the badges."""
    return [each.badge.raw for each in outcomes if isinstance(each, Given)]


class TestIssueChunk:
    """`issue_chunk` gives what `issue` gives, for many in one go."""

    def test_gives_each_a_badge_that_checks(
        self, desk: IssuingDesk, actor: Actor, asked: list[Asked]
    ) -> None:
        """Each has its own place, its name, its token, and a signature that anyone can check."""
        found = issue_chunk(desk, asked, actor=actor)
        rows = {row.id: row for row in badges_of(desk)}
        tokens = desk.register.read(
            lambda session: session.exec(select(BadgeJwt)).all(), within=WHOLE_SERVICE
        )
        assert len(found) == len(rows)
        for outcome in found:
            assert isinstance(outcome, Given)
            row = rows[outcome.badge.id]
            key = desk.register.read(
                lambda session, row=row: session.get_one(Key, row.key_id),  # type: ignore[misc]
                within=WHOLE_SERVICE,
            )
            document = strictjson.loads_object(outcome.badge.raw)
            check_proof(document, key=read_multikey(key.multikey))
            assert (row.credential_id, row.raw, True) == (document["id"], outcome.badge.raw, outcome.is_new)
            assert outcome.badge.raw == signed_bytes(desk, row.token)
        assert 3 == len({row.status_index for row in rows.values()}) == len(tokens)
        assert 1 == len({row.achievement_id for row in rows.values()})
        assert () == fsck(desk)

    def test_tells_every_stage_in_order(self, desk: IssuingDesk, actor: Actor, asked: list[Asked]) -> None:
        """Whoever watches sees the stages of one badge."""
        seen: list[Stage] = []
        issue_chunk(desk, asked, actor=actor, watch=seen.append)
        assert list(Stage) == seen

    def test_gives_the_same_badges_again(self, desk: IssuingDesk, actor: Actor, asked: list[Asked]) -> None:
        """The second time nothing is new, and every byte is as it was."""
        first = issue_chunk(desk, asked, actor=actor)
        again = issue_chunk(desk, asked, actor=actor)
        assert raws(first) == raws(again)
        assert [False] * 3 == [isinstance(each, Given) and each.is_new for each in again]
        assert 3 == len(badges_of(desk))

    def test_knows_what_was_given_alone(self, desk: IssuingDesk, actor: Actor, asked: list[Asked]) -> None:
        """A key is a key, whether one asked by a form or by a roster."""
        alone = issue(desk, asked[1].judgement, actor=actor, idempotency_key=asked[1].key)
        found = issue_chunk(desk, asked, actor=actor)
        assert Given(alone, is_new=False) == found[1]
        assert found[2] == Given(
            issue(desk, asked[2].judgement, actor=actor, idempotency_key=asked[2].key), is_new=True
        )

    def test_gives_one_badge_for_one_key(self, desk: IssuingDesk, actor: Actor, asked: list[Asked]) -> None:
        """Asked twice in one chunk is one badge; something else under its key is refused."""
        other = replace(asked[1], key=asked[0].key)
        found = issue_chunk(desk, [asked[0], replace(asked[0]), other], actor=actor)
        assert isinstance(found[0], Given)
        assert isinstance(found[2], Refused)
        assert (replace(found[0], is_new=False), "idempotency-conflict") == (found[1], found[2].problem.code)
        assert 1 == len(badges_of(desk))

    def test_does_nothing_for_nobody(self, desk: IssuingDesk, actor: Actor) -> None:
        """An empty chunk is no badges."""
        assert [] == issue_chunk(desk, [], actor=actor)

    def test_takes_as_many_as_it_is_given(self, desk: IssuingDesk, actor: Actor, asked: list[Asked]) -> None:
        """However a roster is cut, the same row gives the same badge; each stage is told once."""
        told: list[Stage] = []
        found = issue_chunk(desk, [*asked[:2], replace(asked[1]), asked[2]], actor=actor, watch=told.append)
        assert [True, True, False, True] == [each.is_new for each in found if isinstance(each, Given)]
        assert [*Stage] == told
        assert raws(found[:2] + found[3:]) == raws(issue_chunk(desk, asked, actor=actor))
        assert () == fsck(desk)

    @ON_SQLITE
    def test_refuses_more_than_is_large(self, desk: IssuingDesk, actor: Actor, asked: list[Asked]) -> None:
        """One transaction holds the database for a moment, not for as long as somebody likes."""
        with pytest.raises(ValueError, match=str(LARGE_CHUNK + 1)):
            issue_chunk(desk, asked[:1] * (LARGE_CHUNK + 1), actor=actor)


class TestRefusals:
    """What is wrong with one is no reason to leave the others; what stops all, stops all."""

    def test_tells_each_what_is_against_it(self, desk: IssuingDesk, actor: Actor, asked: list[Asked]) -> None:
        """A BSN, an unknown werkproces, a key that was used for something else; and one that is good."""
        issue(desk, asked[2].judgement, actor=actor, idempotency_key=asked[2].key)
        judgement = asked[0].judgement
        wrong = [
            Asked(replace(judgement, narrative="Sam, 111222333, verzamelde orders."), "bsn"),
            Asked(replace(judgement, werkproces=replace(judgement.werkproces, code="B9-K9-W9")), "onbekend"),
            Asked(judgement, asked[2].key),
        ]
        found = issue_chunk(desk, [*wrong, asked[0]], actor=actor)
        assert [LintError, UnknownWerkprocesError, IdempotencyConflictError, None] == problems(found)
        states = sorted(row.state for row in badges_of(desk))
        assert [BadgeState.FAILED, BadgeState.SIGNED, BadgeState.SIGNED] == states
        assert () == fsck(desk)

    def test_frees_the_key_of_what_lint_refuses(
        self, desk: IssuingDesk, actor: Actor, asked: list[Asked]
    ) -> None:
        """The row that was put right, under its own key, is issued."""
        wrong = replace(asked[0], judgement=replace(asked[0].judgement, narrative="111222333"))
        issue_chunk(desk, [wrong], actor=actor)
        assert [None] == problems(issue_chunk(desk, [asked[0]], actor=actor))

    def test_stops_when_a_role_has_ended(self, desk: IssuingDesk, actor: Actor, asked: list[Asked]) -> None:
        """The role is read again for each chunk, whatever the session remembers."""
        issue_chunk(desk, asked[:1], actor=actor)

        def end(session: Session) -> None:
            for row in session.exec(select(Membership).where(Membership.person_id == actor.person_id)):
                session.delete(row)

        desk.register.write(end, within=WHOLE_SERVICE)
        with pytest.raises(PermissionDeniedError):
            issue_chunk(desk, asked, actor=actor)
        assert 1 == len(badges_of(desk))

    def test_stops_when_the_organisation_does(
        self, desk: IssuingDesk, actor: Actor, asked: list[Asked]
    ) -> None:
        """What it gave before is found all the same."""
        first = issue_chunk(desk, asked[:1], actor=actor)
        suspend(desk, actor.organisation_id, by=OPERATOR, reason="onderzoek")
        assert raws(first) == raws(issue_chunk(desk, asked[:1], actor=actor))
        with pytest.raises(OrganisationStoppedError):
            issue_chunk(desk, asked, actor=actor)

    def test_gives_up_what_does_not_check(self, desk: IssuingDesk, actor: Actor, asked: list[Asked]) -> None:
        """The badge is marked, its bytes are nowhere, and the next attempt gives it."""
        broken = replace(desk, key_store=LyingKeyStore(desk))
        assert [SelfCheckError] * 3 == problems(issue_chunk(broken, asked, actor=actor))
        assert {None} == {row.raw for row in badges_of(desk)}
        assert [None] * 3 == problems(issue_chunk(desk, asked, actor=actor))

    def test_gives_up_what_a_stolen_key_signed(
        self, desk: IssuingDesk, actor: Actor, asked: list[Asked], clock: FixedClock
    ) -> None:
        """A key that is withdrawn between the signature and the record signs nothing."""

        def withdraw(reached: Stage) -> None:
            if reached is Stage.SIGNED:
                key_id = badges_of(desk)[0].key_id
                desk.register.write(
                    lambda session: setattr(session.get_one(Key, key_id), "withdrawn", clock.now()),
                    within=WHOLE_SERVICE,
                )

        found = issue_chunk(desk, asked, actor=actor, watch=withdraw)
        assert [NoActiveKeyError] * 3 == problems(found)
        assert {"key-withdrawn"} == {row.failed_because for row in badges_of(desk)}


@ON_BOTH
class TestCrashes:
    """A cut at any stage leaves a gap that the next attempt or recovery finishes, byte-equal."""

    @ON_SQLITE
    @pytest.mark.parametrize("stage", list(Stage)[:-1])
    def test_the_next_attempt_gives_each_one_badge(
        self, desk: IssuingDesk, actor: Actor, asked: list[Asked], stage: Stage
    ) -> None:
        """Whatever was cut, each row has one badge at one place in the end."""
        with pytest.raises(PowerCutError):
            issue_chunk(desk, asked, actor=actor, watch=cut_at(stage))
        assert {None} == {row.raw for row in badges_of(desk)}
        assert [None] * 3 == problems(issue_chunk(desk, asked, actor=actor))
        assert [BadgeState.SIGNED] * 3 == [row.state for row in badges_of(desk)]
        assert () == fsck(desk)

    def test_recovery_gives_the_same_bytes(
        self,
        desk: IssuingDesk,
        actor: Actor,
        asked: list[Asked],
        clock: FixedClock,
        twin: Callable[[], IssuingDesk],
    ) -> None:
        """In two copies of the same cut, recovery and the next attempt give the same bytes."""
        with pytest.raises(PowerCutError):
            issue_chunk(desk, asked, actor=actor, watch=cut_at(Stage.INTENDED))
        copy = twin()
        clock.advance(LATER)
        assert Recovered(finished=3, given_up=0) == recover(desk)
        attempted = issue_chunk(copy, asked, actor=actor)
        copy.register.close()
        assert raws(attempted) == raws(issue_chunk(desk, asked, actor=actor))
        assert () == fsck(desk)

    def test_recovery_beside_a_slow_chunk_gives_each_one_badge(
        self, desk: IssuingDesk, actor: Actor, asked: list[Asked], clock: FixedClock
    ) -> None:
        """Recovery finishes badges while their issuer holds the signatures; both have the same."""

        def recover_meanwhile(reached: Stage) -> None:
            if reached is Stage.CHECKED:
                clock.advance(LATER)
                recover(desk)

        found = issue_chunk(desk, asked, actor=actor, watch=recover_meanwhile)
        assert sorted(raws(found)) == sorted(row.raw or b"" for row in badges_of(desk))
        assert () == fsck(desk)

    def test_recovery_before_the_draft_leaves_nothing_of_it(
        self, desk: IssuingDesk, actor: Actor, asked: list[Asked], clock: FixedClock
    ) -> None:
        """What recovery marked while it was drafted is told, and the next attempt gives it."""

        def recover_meanwhile(reached: Stage) -> None:
            if reached is Stage.DRAFTED:
                clock.advance(LATER)
                recover(desk)

        found = issue_chunk(desk, asked, actor=actor, watch=recover_meanwhile)
        assert ["issuing-interrupted"] * 3 == [
            each.problem.code for each in found if isinstance(each, Refused)
        ]
        assert [None] * 3 == problems(issue_chunk(desk, asked, actor=actor))
