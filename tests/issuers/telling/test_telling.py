"""Telling: each thing once, to who chose a channel, and nothing to who did not."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest
from sqlmodel import select

from badges.judgement import Judgement
from issuers.database.scopes import WHOLE_SERVICE
from issuers.desk import IssuingDesk
from issuers.holding.holding import give as hold
from issuers.holding.known import list_held
from issuers.holding.rosters import hold_all
from issuers.holding.stopping import object_to_held
from issuers.issuing.achievements import werkproces_reference
from issuers.issuing.chunk_stages import Asked
from issuers.issuing.correcting import begin_correction
from issuers.issuing.issuing import IssuedBadge
from issuers.issuing.opened import note_opened
from issuers.issuing.overview import find_given
from issuers.issuing.replacing import Correction
from issuers.issuing.reserving import Agreed
from issuers.issuing.revoking import revoke
from issuers.issuing.rules import Rule, set_rule
from issuers.issuing.tables import Badge, CorrectionKind, RevocationReason
from issuers.mailing.tables import OutgoingMail
from issuers.organisations.demo import add_person
from issuers.organisations.founding import find_organisation
from issuers.people.permissions import Actor
from issuers.people.tables import Person, Role
from issuers.publishing.keeping import keep_url
from issuers.recipients.keeping import add_recipient, change_recipient
from issuers.recipients.reading import NewRecipient
from issuers.recipients.tables import Channel
from issuers.telling.choosing import choose_untold, list_untold
from issuers.telling.letters import letter_writer
from issuers.telling.tables import Event
from issuers.telling.telling import tell_due
from issuers.werkplekprofiel.answering import agree, object_to
from issuers.werkplekprofiel.keeping import find_profiel, propose
from issuers.werkplekprofiel.known import KnownProfiel
from tests.databases import ON_SQLITE
from tests.issuers.conftest import BASE_URL
from tests.issuers.giving import correct, issue_agreed
from tests.issuers.werkplekprofiel.conftest import ORDERS, new_profiel
from web.clock import FixedClock

BOTH = (Channel.MAIL, Channel.PHONE)
Give = Callable[..., IssuedBadge]
SAM = NewRecipient(name="Sam de Vries", channel=Channel.MAIL, address="sam@voorbeeld.nl")


def tell(desk: IssuingDesk, by: tuple[Channel, ...] = BOTH) -> int:
    """Tell what is due."""
    return tell_due(desk, by=by, write=letter_writer(base_url=BASE_URL))


def letters(desk: IssuingDesk) -> list[OutgoingMail]:
    """Read the letters, in the order in which they were posted."""
    found = select(OutgoingMail).order_by(OutgoingMail.created, OutgoingMail.subject)  # type: ignore[arg-type]
    return list(desk.register.read(lambda session: session.exec(found).all(), within=WHOLE_SERVICE))


def subjects(desk: IssuingDesk, organisation: str) -> list[str]:
    """Read what the letters are about, without who sends them."""
    return [row.subject.replace(organisation, "M") for row in letters(desk)]


def with_mail(desk: IssuingDesk, actor: Actor) -> None:
    """Let somebody have a mail address."""

    def give_mail(session: object) -> None:
        session.get_one(Person, actor.person_id).mail = "noor@maas.voorbeeld"  # type: ignore[attr-defined]

    desk.register.write(give_mail, within=WHOLE_SERVICE)


@pytest.fixture
def beheerder(desk: IssuingDesk, actor: Actor) -> Actor:
    """Give who decides for the leerbedrijf."""
    role = Role.BEHEERDER
    return add_person(desk, "Bea Mol", organisation_id=actor.organisation_id, role=role)


@pytest.fixture
def sam(desk: IssuingDesk, actor: Actor) -> UUID:
    """Add somebody who wants mail."""
    return add_recipient(desk, SAM, actor=actor)


@pytest.fixture
def profiel(desk: IssuingDesk, actor: Actor, sam: UUID) -> KnownProfiel:
    """Agree with him."""
    proposed = find_profiel(desk, propose(desk, sam, new_profiel(desk, ORDERS), actor=actor), actor=actor)
    agree(desk, proposed.token, revision=1, name="Sam de Vries")
    return proposed


@pytest.fixture
def give(desk: IssuingDesk, actor: Actor, judgement: Judgement, profiel: KnownProfiel) -> Give:
    """Give him a badge."""

    def give_agreed(key: str = "een") -> IssuedBadge:
        return issue_agreed(desk, judgement, profiel_id=profiel.id, actor=actor, idempotency_key=key)

    return give_agreed


class TestTellDue:
    """`tell_due` posts what was not told yet."""

    def test_tells_once_that_there_is_a_badge(self, desk: IssuingDesk, give: Give) -> None:
        """In Dutch and English, with the link; nobody is named in the subject."""
        badge = give()
        assert [1, 0] == [tell(desk), tell(desk)]
        [letter] = letters(desk)
        assert "sam@voorbeeld.nl" == letter.recipient
        assert "Sam" not in letter.subject
        assert 2 == letter.text.count(keep_url(desk, badge.token))

    def test_tells_of_a_better_badge_and_of_one_that_is_gone(
        self, desk: IssuingDesk, give: Give, actor: Actor, judgement: Judgement, clock: FixedClock
    ) -> None:
        """Of what was corrected, of the better one alone."""
        old = give()
        tell(desk)
        clock.advance(timedelta(minutes=1))
        profiel_id = find_given(desk, old.id, actor=actor).profiel_id
        kind = CorrectionKind.SCHRIJFFOUT
        correction = Correction(badge_id=old.id, kind=kind, profiel_id=profiel_id)
        new = correct(desk, judgement, correction=correction, actor=actor, idempotency_key="twee")
        tell(desk)
        clock.advance(timedelta(minutes=1))
        revoke(desk, new.id, actor=actor, reason=RevocationReason.OP_VERZOEK)
        assert [1, 0] == [tell(desk), tell(desk)]
        organisation = find_organisation(desk, actor.organisation_id).name
        expected = ["Je kreeg een bewijs van M", "M verbeterde je bewijs", "M trok een bewijs in"]
        assert expected == subjects(desk, organisation)

    def test_tells_of_a_better_badge_for_work_that_was_not_agreed(
        self, desk: IssuingDesk, give: Give, actor: Actor, judgement: Judgement
    ) -> None:
        """He had a badge, and it is about something else now."""
        old = give()
        tell(desk)
        kind = CorrectionKind.ANDER_WERK
        begun = begin_correction(desk, Correction(badge_id=old.id, kind=kind), actor=actor)
        correction = Correction(badge_id=old.id, kind=kind, profiel_id=begun.profiel_id)
        other = replace(judgement, werkproces=werkproces_reference(desk, "25774", code="B1-K1-W1"))
        new = correct(desk, other, correction=correction, actor=actor, idempotency_key="twee")
        assert [1, 0] == [tell(desk), tell(desk)]
        organisation = find_organisation(desk, actor.organisation_id).name
        assert ["Je kreeg een bewijs van M", "M verbeterde je bewijs"] == subjects(desk, organisation)
        assert f"/b/{new.token}" in letters(desk)[1].text

    def test_tells_who_was_not_there_what_is_coming(  # noqa: PLR0913, PLR0917 (fixtures)
        self,
        desk: IssuingDesk,
        actor: Actor,
        beheerder: Actor,
        judgement: Judgement,
        profiel: KnownProfiel,
        clock: FixedClock,
    ) -> None:
        """Once, with the page on which he reads it; that it is not right, to who gave it."""
        set_rule(desk, Rule(hold_hours=48), actor=beheerder)
        hold_all(desk, [Asked(judgement, "rij-1", agreed=Agreed(profiel.id))], actor=actor)
        [held] = list_held(desk, actor=actor)
        assert [1, 0] == [tell(desk), tell(desk)]
        [letter] = letters(desk)
        assert "sam@voorbeeld.nl" == letter.recipient
        assert (2, False) == (letter.text.count(f"{BASE_URL}/straks/{held.token}"), "Sam" in letter.subject)
        assert "28 juni 2026" in letter.text
        with_mail(desk, actor)
        clock.advance(timedelta(minutes=1))
        object_to_held(desk, held.token, because="Dat was ik niet.")
        assert [1, 0] == [tell(desk), tell(desk)]
        said = letters(desk)[1]
        assert ("noor@maas.voorbeeld", True) == (said.recipient, f"/onderweg/{held.id}" in said.text)
        assert "Dat was ik niet" not in said.text

    def test_tells_nothing_of_what_was_shown_on_the_spot(
        self,
        desk: IssuingDesk,
        actor: Actor,
        beheerder: Actor,
        judgement: Judgement,
        profiel: KnownProfiel,
    ) -> None:
        """What waits ten minutes was read before."""
        set_rule(desk, Rule(undo_minutes=10), actor=beheerder)
        hold(desk, judgement, actor=actor, idempotency_key="een", occasion=Agreed(profiel.id))
        assert 0 == tell(desk)

    def test_tells_by_the_channel_that_was_chosen(
        self, desk: IssuingDesk, give: Give, actor: Actor, sam: UUID
    ) -> None:
        """On a phone one line; where nobody carries it, nothing, and nothing to who wants none."""
        phone = replace(SAM, channel=Channel.PHONE, address="+31612345678")
        badge = give()
        change_recipient(desk, sam, replace(SAM, channel=Channel.NONE, address=None), actor=actor)
        assert 0 == tell(desk)
        change_recipient(desk, sam, phone, actor=actor)
        assert [0, 1] == [tell(desk, (Channel.MAIL,)), tell(desk)]
        [message] = letters(desk)
        assert (Channel.PHONE, "+31612345678") == (message.channel, message.recipient)
        assert message.text == f"{message.subject}: {keep_url(desk, badge.token)}"

    def test_tells_nothing_that_is_long_ago(self, desk: IssuingDesk, give: Give, clock: FixedClock) -> None:
        """Nobody gets a pile of letters because a mail server came back."""
        give()
        clock.advance(timedelta(days=4))
        assert 0 == tell(desk)

    def test_reminds_once_of_what_nobody_opened(
        self, desk: IssuingDesk, give: Give, clock: FixedClock
    ) -> None:
        """After a week, and never again."""
        give()
        tell(desk)
        clock.advance(timedelta(days=8))
        assert [1, 0] == [tell(desk), tell(desk)]
        clock.advance(timedelta(days=5))
        assert 0 == tell(desk)

    def test_reminds_nobody_who_was_not_told(
        self, desk: IssuingDesk, give: Give, beheerder: Actor, clock: FixedClock
    ) -> None:
        """Who never heard that there is a badge would not know what is not opened."""
        choose_untold(desk, [Event.GIVEN], actor=beheerder)
        give()
        assert 0 == tell(desk)
        clock.advance(timedelta(days=8))
        assert 0 == tell(desk)

    def test_reminds_nobody_who_opened_it(self, desk: IssuingDesk, give: Give, clock: FixedClock) -> None:
        """Whoever gave it is nobody in this; the day is kept, and the first one stays."""
        badge = give()
        tell(desk)
        note_opened(desk, badge.token, works_at=badge.organisation_id)
        clock.advance(timedelta(days=1))
        note_opened(desk, badge.token, works_at=None)
        opened = clock.now().date()
        clock.advance(timedelta(days=7))
        note_opened(desk, badge.token, works_at=None)
        row = desk.register.read(lambda session: session.get_one(Badge, badge.id), within=WHOLE_SERVICE)
        assert (opened, 0) == (row.first_opened, tell(desk))

    def test_reminds_once_that_a_badge_ends(self, desk: IssuingDesk, give: Give, clock: FixedClock) -> None:
        """Within the last month."""
        badge = give()
        tell(desk)
        end = clock.now() + timedelta(days=100)

        def let_end(session: object) -> None:
            session.get_one(Badge, badge.id).valid_until = end  # type: ignore[attr-defined]

        desk.register.write(let_end, within=WHOLE_SERVICE)
        clock.advance(timedelta(days=60))
        assert 0 == tell(desk)
        clock.advance(timedelta(days=11))
        assert [1, 0] == [tell(desk), tell(desk)]

    def test_tells_who_proposed_it_that_it_is_not_right(
        self, desk: IssuingDesk, actor: Actor, profiel: KnownProfiel
    ) -> None:
        """Once for each objection, with a link and without what was said."""
        with_mail(desk, actor)
        object_to(desk, profiel.token, revision=1, because="Ik werk niet op maandag.")
        assert [1, 0] == [tell(desk), tell(desk)]
        [letter] = letters(desk)
        assert "noor@maas.voorbeeld" == letter.recipient
        assert (True, False) == (str(profiel.id) in letter.text, "maandag" in letter.text)


@ON_SQLITE
class TestChooseUntold:
    """`choose_untold` switches off what an organisation wants not told."""

    def test_is_never_told_after_all(
        self, desk: IssuingDesk, give: Give, beheerder: Actor, clock: FixedClock
    ) -> None:
        """Also when it is switched on again later."""
        choose_untold(desk, {Event.GIVEN}, actor=beheerder)
        assert {Event.GIVEN} == list_untold(desk, actor=beheerder)
        give()
        assert 0 == tell(desk)
        choose_untold(desk, set(), actor=beheerder)
        assert ([], 0) == (letters(desk), tell(desk))
