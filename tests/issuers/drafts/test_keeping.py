"""What is written of a judgement so far, on a real database of each kind."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from issuers.desk import IssuingDesk
from issuers.drafts.keeping import Writing, find_draft, keep_draft, list_drafts, list_ready
from issuers.errors import (
    JudgementError,
    NotFoundError,
    OtherWorkError,
    PermissionDeniedError,
    ProfielEndedError,
)
from issuers.issuing.judging import TypedJudgement
from issuers.organisations.demo import add_person
from issuers.people.permissions import Actor
from issuers.people.tables import Role
from issuers.werkplekprofiel.answering import agree
from issuers.werkplekprofiel.keeping import change, end
from issuers.werkplekprofiel.known import KnownProfiel
from issuers.werkplekprofiel.leaving import list_losses
from tests import world
from tests.databases import ON_BOTH
from tests.issuers.conftest import judge
from tests.issuers.giving import issue_agreed
from tests.issuers.werkplekprofiel.conftest import ORDERS, new_profiel

TYPED = TypedJudgement(
    naam="Sam", zin="Sam verzamelde orders.", van="gauw", vaardigheden=("https://voorbeeld/1",)
)
Keep = Callable[..., None]


@pytest.fixture
def begeleider(desk: IssuingDesk, actor: Actor) -> Actor:
    """Give who may write, and not sign."""
    return add_person(desk, "Tom Ros", organisation_id=actor.organisation_id, role=Role.BEGELEIDER)


@pytest.fixture
def keep(desk: IssuingDesk, begeleider: Actor, proposed: KnownProfiel) -> Keep:
    """Keep what the begeleider typed; keywords change it."""

    def keep_one(seen: int = 0, **changes: str) -> None:
        writing = Writing(typed=replace(TYPED, **changes), seen=seen)  # type: ignore[arg-type]  # texts only
        keep_draft(desk, proposed.id, ORDERS, written=writing, actor=begeleider)

    return keep_one


class TestKeepDraft:
    """`keep_draft`."""

    def test_keeps_what_was_typed(
        self, desk: IssuingDesk, actor: Actor, proposed: KnownProfiel, keep: Keep
    ) -> None:
        """Also what is not finished, for whoever goes on; the name is the recipient's and not kept."""
        keep()
        found = find_draft(desk, proposed.id, ORDERS, actor=actor)
        assert found
        assert (replace(TYPED, naam=""), 1, "Tom Ros") == (found.typed, found.version, found.written_by)

    def test_is_written_over_by_who_saw_it(
        self, desk: IssuingDesk, actor: Actor, proposed: KnownProfiel, keep: Keep
    ) -> None:
        """Who writes last stands beside it."""
        keep()
        writing = Writing(typed=replace(TYPED, zin="Sam controleerde ook."), seen=1)
        keep_draft(desk, proposed.id, ORDERS, written=writing, actor=actor)
        found = find_draft(desk, proposed.id, ORDERS, actor=actor)
        assert found
        assert ("Sam controleerde ook.", 2, actor.name) == (
            found.typed.zin,
            found.version,
            found.written_by,
        )

    @ON_BOTH
    def test_loses_nothing_of_two_who_write_at_once(self, keep: Keep) -> None:
        """The second is shown what the first wrote."""
        keep()
        with pytest.raises(JudgementError) as refused:
            keep(zin="Iets anders.")
        (problem,) = refused.value.problems
        assert "draft-changed" == problem.code
        assert "Tom Ros schreef intussen ook: ‘Sam verzamelde orders.’" in problem.nl

    @pytest.mark.parametrize(
        ("field", "text", "code"),
        [
            ("zin", "Zijn nummer is 111222333.", "text-bsn"),
            ("zin", "Ondanks zijn autisme ging het goed.", "text-sensitive"),
            ("zin", "x" * 9_000, "text-too-long"),
            ("van", "111222333", "text-bsn"),
        ],
    )
    def test_refuses_what_may_not_be_kept(self, keep: Keep, field: str, text: str, code: str) -> None:
        """Not for a while either, in whatever field."""
        with pytest.raises(JudgementError) as refused:
            keep(**{field: text})
        assert [(field, code)] == [(each.field, each.code) for each in refused.value.problems]

    def test_is_about_what_was_agreed(self, desk: IssuingDesk, actor: Actor, proposed: KnownProfiel) -> None:
        """Other work has no place here."""
        with pytest.raises(OtherWorkError):
            keep_draft(desk, proposed.id, ("25774", "B1-K2-W2"), written=Writing(typed=TYPED), actor=actor)

    def test_ends_with_the_agreement(
        self, desk: IssuingDesk, actor: Actor, proposed: KnownProfiel, keep: Keep
    ) -> None:
        """Nothing can be added to what was stopped."""
        end(desk, proposed.id, actor=actor)
        with pytest.raises(ProfielEndedError):
            keep()

    def test_finds_nothing_of_another_organisation(
        self, desk: IssuingDesk, stranger: Actor, proposed: KnownProfiel
    ) -> None:
        """It is as if it were not there."""
        with pytest.raises(NotFoundError):
            keep_draft(desk, proposed.id, ORDERS, written=Writing(typed=TYPED), actor=stranger)

    def test_is_for_who_works_with_the_recipient(
        self, desk: IssuingDesk, actor: Actor, proposed: KnownProfiel
    ) -> None:
        """Who only reads writes nothing."""
        reader = replace(actor, roles=frozenset({Role.LEZER}))
        with pytest.raises(PermissionDeniedError):
            keep_draft(desk, proposed.id, ORDERS, written=Writing(typed=TYPED), actor=reader)


class TestFindDraft:
    """`find_draft`."""

    def test_finds_nothing_of_another_organisation(
        self, desk: IssuingDesk, stranger: Actor, proposed: KnownProfiel, keep: Keep
    ) -> None:
        """Whoever has its id."""
        keep()
        assert find_draft(desk, proposed.id, ORDERS, actor=stranger) is None


class TestListDrafts:
    """`list_drafts`."""

    def test_names_the_work(
        self, desk: IssuingDesk, actor: Actor, proposed: KnownProfiel, keep: Keep
    ) -> None:
        """Each by its werkproces."""
        keep()
        assert {ORDERS} == set(list_drafts(desk, proposed.id, actor=actor))

    def test_goes_with_the_work(
        self, desk: IssuingDesk, actor: Actor, proposed: KnownProfiel, keep: Keep
    ) -> None:
        """What is taken out of the agreement takes its draft along; what stays keeps its own."""
        keep()
        change(desk, proposed.id, new_profiel(desk, ORDERS), actor=actor)
        assert {ORDERS} == set(list_drafts(desk, proposed.id, actor=actor))
        [loss] = list_losses(desk, proposed.id, staying=(), actor=actor)
        other = new_profiel(desk, ("25774", "B1-K1-W1"))
        change(desk, proposed.id, other, let_go=[loss.named], actor=actor)
        assert {} == list_drafts(desk, proposed.id, actor=actor)


class TestListReady:
    """`list_ready`."""

    def test_tells_who_signs_what_others_wrote(
        self, desk: IssuingDesk, actor: Actor, proposed: KnownProfiel, keep: Keep
    ) -> None:
        """Once the recipient said yes; what he wrote himself he knows."""
        keep()
        assert [] == list_ready(desk, actor=actor)
        agree(desk, proposed.token, revision=1, name="Sam")
        (ready,) = list_ready(desk, actor=actor)
        work = ready.entry.werkproces.crebo, ready.entry.werkproces.code
        assert (proposed.id, ORDERS, "Tom Ros", "Sam de Vries") == (
            ready.profiel_id,
            work,
            ready.written_by,
            ready.name,
        )
        keep_draft(desk, proposed.id, ORDERS, written=Writing(typed=TYPED, seen=1), actor=actor)
        assert [] == list_ready(desk, actor=actor)

    def test_goes_on_when_an_import_took_the_work_out(
        self, desk: IssuingDesk, actor: Actor, proposed: KnownProfiel, keep: Keep
    ) -> None:
        """It stands there as it was agreed."""
        keep()
        agree(desk, proposed.token, revision=1, name="Sam")
        later = replace(desk, catalogue=world.catalogue_without(ORDERS[0], code=ORDERS[1]))
        assert list_ready(desk, actor=actor) == list_ready(later, actor=actor)

    def test_finds_nothing_of_another_organisation(
        self, desk: IssuingDesk, stranger: Actor, proposed: KnownProfiel, keep: Keep
    ) -> None:
        """Whoever signs there."""
        keep()
        agree(desk, proposed.token, revision=1, name="Sam")
        assert [] == list_ready(desk, actor=stranger)


class TestIssueAgreed:
    """A badge takes its draft along."""

    def test_leaves_the_others(
        self, desk: IssuingDesk, actor: Actor, proposed: KnownProfiel, keep: Keep
    ) -> None:
        """In the transaction in which it is recorded; of other work, what was written stays."""
        keep()
        other = ("25774", "B1-K1-W1")
        keep_draft(desk, proposed.id, other, written=Writing(typed=TYPED), actor=actor)
        agree(desk, proposed.token, revision=1, name="Sam de Vries")
        issue_agreed(desk, judge(desk), profiel_id=proposed.id, actor=actor, idempotency_key="een")
        assert {other} == set(list_drafts(desk, proposed.id, actor=actor))
