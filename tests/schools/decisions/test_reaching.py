"""What a student reads of what was decided, without asking the school for it."""

from dataclasses import replace
from uuid import UUID

import pytest
from sqlmodel import select

from app.decided import OwnDecisions
from app.editions import OwnEditions
from holders.keeping.telephones import KnownHolder
from holders.keeping.wallet import open_wallet
from holders.overview.decided import list_decided
from holders.rights.erasing import erase_all
from holders.sharing.consenting import end_consent, give_consent, list_consents
from holders.sharing.sharing import Wish, make_share
from issuers.database.scopes import WHOLE_SERVICE
from issuers.desk import IssuingDesk
from issuers.mailing.tables import OutgoingMail
from issuers.people.permissions import Actor
from schools.decisions.asking import TypedRequest, ask, find_request, withdraw
from schools.decisions.confirming import confirm
from schools.decisions.deciding import decide, revise
from schools.decisions.finding import find_decision, open_own
from schools.decisions.loading import KnownPlan
from schools.importing.taking import CheckedFile, take_files
from tests.holders.conftest import Keep, holder, keeping
from tests.issuers.conftest import Issue, give, judgement, stranger
from tests.schools.decisions.test_deciding import filled, four_eyes, refused
from tests.world import World
from verifier.report import Part

__all__ = ["give", "holder", "judgement", "keeping", "stranger"]


def consent_of(desk: IssuingDesk, holder: KnownHolder, *, school: Actor) -> UUID:
    """Let a school take in what somebody shows."""
    kept = tuple(each.id for each in open_wallet(desk, holder).badges)
    wish = Wish(badge_ids=kept, without=frozenset(), days=30, label="")
    share = make_share(desk, wish, holder=holder, editions=OwnEditions(desk))
    return give_consent(desk, share, school_id=school.organisation_id, holder=holder)


def shared(consent: UUID, *, raw: bytes = b"/d/een") -> CheckedFile:
    """Give a badge that came by a consent."""
    earth = World()
    return CheckedFile("link", raw, Part(report=earth.report(earth.signed())), consent_id=consent)


def letters(desk: IssuingDesk) -> list[OutgoingMail]:
    """List what waits to be sent."""
    return [
        *desk.register.read(lambda session: session.exec(select(OutgoingMail)).all(), within=WHOLE_SERVICE)
    ]


@pytest.fixture
def consent(desk: IssuingDesk, bevestiger: Actor, sam: UUID, holder: KnownHolder) -> UUID:
    """Let the school take in what the holder shows, and take it in."""
    made = consent_of(desk, holder, school=bevestiger)
    take_files(desk, sam, [shared(made)], actor=bevestiger)
    return made


@pytest.fixture
def other(give: Issue, keeping: Keep) -> KnownHolder:
    """Give somebody else who keeps one."""
    return keeping(give("nog-een"))


@pytest.mark.usefixtures("consent")
class TestLetRead:
    def test_shows_it_with_what_he_keeps(
        self, desk: IssuingDesk, samira: Actor, sam: UUID, asked: UUID, holder: KnownHolder
    ) -> None:
        """Also what took its place, and when the consent ended; not by a card of one organisation."""
        decisions = OwnDecisions(desk)
        first = decide(desk, asked, filled(desk, sam, actor=samira), candidate_id=sam, actor=samira)
        [shown] = list_decided(decisions, holder=holder)
        assert (shown.outcome, shown.is_replaced) == ("vrijstelling", False)
        assert open_own(desk, shown.href.rpartition("/")[2]).besluit.student == "Sam de Vries"
        typed = filled(desk, sam, actor=samira, outcome="geen-vrijstelling")
        end_consent(desk, list_consents(desk, holder=holder)[0].id, holder=holder)
        revise(desk, first, typed, actor=samira)
        told = [(each.outcome, each.is_replaced) for each in list_decided(decisions, holder=holder)]
        assert told == [("geen-vrijstelling", False), ("vrijstelling", True)]
        assert list_decided(decisions, holder=replace(holder, only_of="magazijn")) == ()
        assert list_decided(decisions, holder=replace(holder, is_borrowed=True)) == ()

    def test_shows_nothing_that_waits(
        self, desk: IssuingDesk, samira: Actor, sam: UUID, asked: UUID, holder: KnownHolder
    ) -> None:
        """It is no decision yet."""
        four_eyes(desk, of=samira)
        decide(desk, asked, filled(desk, sam, actor=samira), candidate_id=sam, actor=samira)
        assert list_decided(OwnDecisions(desk), holder=holder) == ()

    def test_shows_it_to_nobody_else(
        self, desk: IssuingDesk, samira: Actor, sam: UUID, asked: UUID, other: KnownHolder
    ) -> None:
        """Not to another holder."""
        decide(desk, asked, filled(desk, sam, actor=samira), candidate_id=sam, actor=samira)
        assert list_decided(OwnDecisions(desk), holder=other) == ()

    def test_guesses_nobody(
        self, desk: IssuingDesk, samira: Actor, sam: UUID, asked: UUID, other: KnownHolder
    ) -> None:
        """Where links of two holders are with one person, the school gives the link itself."""
        another = consent_of(desk, other, school=samira)
        take_files(desk, sam, [shared(another, raw=b"/d/twee")], actor=samira)
        made = decide(desk, asked, filled(desk, sam, actor=samira), candidate_id=sam, actor=samira)
        assert not find_decision(desk, made, actor=samira).is_with_badges

    def test_goes_with_the_holder(
        self, desk: IssuingDesk, samira: Actor, sam: UUID, asked: UUID, holder: KnownHolder
    ) -> None:
        """The decision stays with the school, and leads to nobody any more."""
        made = decide(desk, asked, filled(desk, sam, actor=samira), candidate_id=sam, actor=samira)
        assert find_decision(desk, made, actor=samira).is_with_badges
        erase_all(desk, holder=holder)
        assert not find_decision(desk, made, actor=samira).is_with_badges


class TestTell:
    @pytest.fixture
    def asked(self, desk: IssuingDesk, bevestiger: Actor, plan: KnownPlan, sam: UUID) -> UUID:
        """Write down that Sam asks, and where he reads his mail."""
        today = desk.clock.today().isoformat()
        typed = TypedRequest(onderdeel="P1", ingeschreven="ja", wie="Sam", datum=today)
        typed = replace(typed, mail=" Sam@Voorbeeld.nl ")
        return ask(desk, sam, plan.id, typed, actor=bevestiger)

    def test_sends_the_link_of_what_counts(
        self, desk: IssuingDesk, samira: Actor, wim: Actor, sam: UUID, asked: UUID
    ) -> None:
        """One letter a decision, once it is final, which says neither of whom it is nor what was decided."""
        mailing = replace(desk, sends_mail=True)
        four_eyes(desk, of=samira)
        made = decide(mailing, asked, filled(desk, sam, actor=samira), candidate_id=sam, actor=samira)
        assert letters(desk) == []
        confirm(mailing, made, actor=wim)
        [letter] = letters(desk)
        token = find_decision(desk, made, actor=samira).token
        assert letter.recipient == "sam@voorbeeld.nl"
        assert f"/besluit/{token}" in letter.text
        assert "de Vries" not in letter.subject + letter.text
        again = revise(mailing, made, filled(desk, sam, actor=samira), actor=samira)
        confirm(mailing, again, actor=wim)
        assert ["opnieuw beslist" in each.text for each in letters(desk)] == [False, True]

    def test_sends_none_where_no_mail_goes(
        self, desk: IssuingDesk, samira: Actor, sam: UUID, asked: UUID
    ) -> None:
        """The school gives the link itself."""
        decide(desk, asked, filled(desk, sam, actor=samira), candidate_id=sam, actor=samira)
        assert letters(desk) == []

    def test_keeps_no_address_of_what_is_not_needed(
        self, desk: IssuingDesk, samira: Actor, sam: UUID, asked: UUID
    ) -> None:
        """It goes when the request is withdrawn."""
        withdraw(desk, asked, candidate_id=sam, actor=samira)
        assert find_request(desk, asked, candidate_id=sam, actor=samira).mail is None

    def test_takes_no_address_that_is_none(
        self, desk: IssuingDesk, samira: Actor, plan: KnownPlan, sam: UUID
    ) -> None:
        """Said beside the field."""
        today = desk.clock.today().isoformat()
        typed = TypedRequest(onderdeel="P1", ingeschreven="ja", wie="Sam", datum=today, mail="sam")
        with refused("mail"):
            ask(desk, sam, plan.id, typed, actor=samira)
