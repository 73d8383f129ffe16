"""A badgeklasse from a draft to a badge, and what stays what it was."""

from dataclasses import replace
from uuid import UUID, uuid4

import pytest

from badges import strictjson
from badges.members import at
from issuers.audit.tables import AuditKind
from issuers.badgeklassen.designing import archive, begin, change, copy, discard, publish, restore
from issuers.badgeklassen.finding import find_design, find_offered, list_designs, offered
from issuers.badgeklassen.starters import STARTERS
from issuers.badgeklassen.typed import TypedBadgeklasse
from issuers.desk import IssuingDesk
from issuers.errors import (
    FormError,
    NotFoundError,
    OrganisationStoppedError,
    PermissionDeniedError,
    ProofNeededError,
)
from issuers.issuing.achievements import find_achievement
from issuers.issuing.issuing import issue
from issuers.organisations.standing import suspend
from issuers.organisations.trail import read_trail
from issuers.people.permissions import OPERATOR, Actor
from issuers.people.tables import Proof, Role
from tests import world

TYPED = STARTERS["samenwerken"]
ENGLISH = replace(
    TYPED,
    naam_en="Working together",
    omschrijving_en="You work well with others.",
    criteria_en="We saw this a few times.",
    beginner_en="You do your part when asked.",
    gevorderd_en="You see where help is needed.",
    expert_en="You make the whole group work together.",
)


@pytest.fixture
def design(desk: IssuingDesk, actor: Actor) -> UUID:
    """Begin a badgeklasse."""
    return begin(desk, TYPED, actor=actor)


class TestPublish:
    """`publish` puts the draft at an address, for ever."""

    def test_can_be_given_from_then_on(self, desk: IssuingDesk, actor: Actor, design: UUID) -> None:
        """A draft is given to nobody; what is published goes through the durable line."""
        assert () == offered(desk, actor=actor)
        publish(desk, design, actor=actor)
        said = world.badgeklasse_judgement(badgeklasse=find_offered(desk, design, actor=actor))
        assert "Samenwerken" == said.title
        assert issue(desk, said, actor=actor, idempotency_key="een").raw

    def test_keeps_the_old_version_as_it_was(self, desk: IssuingDesk, actor: Actor, design: UUID) -> None:
        """A change is a new version at a new address; the old one says what it said."""
        first = publish(desk, design, actor=actor)
        before = find_achievement(desk, first).document
        old = find_offered(desk, design, actor=actor)
        change(desk, design, replace(TYPED, naam="Samen aan het werk"), actor=actor)
        assert old == find_offered(desk, design, actor=actor)
        second = publish(desk, design, actor=actor)
        assert (before, True) == (find_achievement(desk, first).document, first != second)
        assert ("Samen aan het werk", 2) == (
            find_offered(desk, design, actor=actor).name,
            find_offered(desk, design, actor=actor).version,
        )

    def test_publishes_both_languages(self, desk: IssuingDesk, actor: Actor) -> None:
        """Each edition stands at its own address and names the other (OB 3.0 Related)."""
        dutch_id = publish(desk, begin(desk, ENGLISH, actor=actor), actor=actor)
        dutch = strictjson.loads(find_achievement(desk, dutch_id).document)
        [related] = dutch["related"]  # type: ignore[index,call-overload]  # JSON of a test
        english = strictjson.loads(find_achievement(desk, related["id"].rpartition("/")[2]).document)
        assert ("en", "nl") == (related["inLanguage"], at(dutch, "inLanguage"))
        assert ("Working together", desk.addresses.achievement(dutch_id)) == (
            at(english, "name"),
            english["related"][0]["id"],  # type: ignore[index,call-overload]  # as above
        )

    def test_refuses_what_is_not_finished(self, desk: IssuingDesk, actor: Actor) -> None:
        """A draft may be half; what is published may not."""
        design = begin(desk, replace(TYPED, criteria=""), actor=actor)
        with pytest.raises(FormError):
            publish(desk, design, actor=actor)
        assert find_design(desk, design, actor=actor).current is None

    def test_refuses_a_second_time(self, desk: IssuingDesk, actor: Actor, design: UUID) -> None:
        """There is no draft any more: a double click is one version."""
        publish(desk, design, actor=actor)
        with pytest.raises(NotFoundError):
            publish(desk, design, actor=actor)
        assert 1 == len(find_design(desk, design, actor=actor).versions)

    def test_refuses_an_organisation_that_was_stopped(
        self, desk: IssuingDesk, actor: Actor, design: UUID
    ) -> None:
        """Who gives no badges now publishes none."""
        suspend(desk, actor.organisation_id, by=OPERATOR, reason="We bellen jullie.")
        with pytest.raises(OrganisationStoppedError):
            publish(desk, design, actor=actor)


class TestBegin:
    """`begin` keeps a draft."""

    def test_keeps_what_is_unfinished(self, desk: IssuingDesk, actor: Actor) -> None:
        """A name alone is enough to go on later."""
        design = begin(desk, TypedBadgeklasse(naam="VCA"), actor=actor)
        assert "VCA" == find_design(desk, design, actor=actor).newest.typed.naam

    @pytest.mark.parametrize(
        "typed",
        [TypedBadgeklasse(naam="BSN 123456782"), TypedBadgeklasse(criteria="x" * 16_001)],
        ids=["a BSN", "too much"],
    )
    def test_keeps_nothing_that_may_not_be_kept(
        self, desk: IssuingDesk, actor: Actor, typed: TypedBadgeklasse
    ) -> None:
        """Also a draft holds no BSN, and no more than a form can."""
        with pytest.raises(FormError):
            begin(desk, typed, actor=actor)
        assert () == list_designs(desk, actor=actor)

    def test_is_for_who_may_design(self, desk: IssuingDesk, actor: Actor) -> None:
        """Not for a begeleider, and not with a link from the mail alone."""
        with pytest.raises(PermissionDeniedError):
            begin(desk, TYPED, actor=replace(actor, roles=frozenset({Role.BEGELEIDER})))
        with pytest.raises(ProofNeededError):
            begin(desk, TYPED, actor=replace(actor, proof=Proof.LINK))


class TestArchive:
    """`archive` and `restore` say whether it is given."""

    def test_is_given_to_nobody_until_it_is_back(self, desk: IssuingDesk, actor: Actor, design: UUID) -> None:
        """It stays at its address all the while."""
        achievement_id = publish(desk, design, actor=actor)
        archive(desk, design, actor=actor)
        with pytest.raises(NotFoundError):
            find_offered(desk, design, actor=actor)
        assert find_achievement(desk, achievement_id)
        restore(desk, design, actor=actor)
        assert 1 == len(offered(desk, actor=actor))

    def test_is_written_down_once(self, desk: IssuingDesk, actor: Actor, design: UUID) -> None:
        """Twice the same is one thing that happened."""
        for _ in range(2):
            archive(desk, design, actor=actor)
        trail = read_trail(desk, actor=replace(actor, roles=frozenset({Role.BEHEERDER})), page=0)
        assert 1 == [each.kind for each in trail].count(AuditKind.BADGEKLASSE_ARCHIVED)


class TestDiscard:
    """`discard` throws a draft away."""

    def test_takes_what_was_never_published_away(self, desk: IssuingDesk, actor: Actor, design: UUID) -> None:
        """Nothing of it is left."""
        discard(desk, design, actor=actor)
        assert () == list_designs(desk, actor=actor)

    def test_leaves_what_was_published(self, desk: IssuingDesk, actor: Actor, design: UUID) -> None:
        """Only the change is gone."""
        publish(desk, design, actor=actor)
        change(desk, design, replace(TYPED, naam="Anders"), actor=actor)
        discard(desk, design, actor=actor)
        with pytest.raises(NotFoundError):
            discard(desk, design, actor=actor)
        assert "Samenwerken" == find_design(desk, design, actor=actor).newest.typed.naam


class TestCopy:
    """`copy` begins another with the same words."""

    def test_leaves_the_first_alone(self, desk: IssuingDesk, actor: Actor, design: UUID) -> None:
        """Two badgeklassen, of which one is published."""
        publish(desk, design, actor=actor)
        other = copy(desk, design, actor=actor)
        assert (TYPED, None) == (
            find_design(desk, other, actor=actor).newest.typed,
            find_design(desk, other, actor=actor).current,
        )
        assert 1 == len(offered(desk, actor=actor))


class TestOthers:
    """What is another organisation's is not there."""

    def test_cannot_be_seen_or_changed(
        self, desk: IssuingDesk, actor: Actor, design: UUID, stranger: Actor
    ) -> None:
        """Each verb says that there is nothing, as for an id that was never given."""
        for asked in (design, uuid4()):
            for verb in (find_design, publish, archive, restore, discard, copy, find_offered):
                with pytest.raises(NotFoundError):
                    verb(desk, asked, actor=stranger)
            with pytest.raises(NotFoundError):
                change(desk, asked, TYPED, actor=stranger)
        assert () == list_designs(desk, actor=stranger)
