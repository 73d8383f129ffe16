"""What somebody lets a school take in: given, listed, ended."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlmodel import Session

from app.editions import OwnEditions
from holders.errors import NoConsentError, ShareEndedError
from holders.keeping.claiming import keep
from holders.sharing.consenting import (
    end_consent,
    end_what_shows_less,
    give_consent,
    list_consents,
    require_consent,
    require_unkept,
)
from holders.sharing.sharing import Wish, find_share, make_share, stop_share
from holders.sharing.tables import SchoolConsent
from issuers.database.scopes import OneHolder
from issuers.desk import IssuingDesk
from issuers.erasing.erasing import erase_badge
from issuers.errors import FormError, NotFoundError, RegisterError
from issuers.identifiers import uuid7
from issuers.people.permissions import Actor
from issuers.recipients.consent import note_consent, note_young, withdraw_consent
from issuers.recipients.tables import Asked
from tests.databases import ON_BOTH
from tests.holders.conftest import OWN, Keep, proof_of
from tests.issuers.conftest import Issue
from tests.issuers.erasing.conftest import Knows, knows
from tests.issuers.schooling import found_school
from web.clock import FixedClock

__all__ = ["knows"]


@pytest.fixture
def school(desk: IssuingDesk) -> str:
    """Give a school."""
    return found_school(desk).organisation_id


class TestGiveConsent:
    """`give_consent` lets one school take in what one link shows."""

    def test_is_for_one_school_and_lasts_as_the_link(
        self, desk: IssuingDesk, give: Issue, keeping: Keep, school: str, clock: FixedClock
    ) -> None:
        """Another has none; a second time is the same; when the link is over, so is the consent."""
        badge, other = give(), found_school(desk, "School Elders").organisation_id
        holder = keeping(badge)
        wish = Wish(badge_ids=(badge.id,), without=frozenset(), days=7, label="")
        share = make_share(desk, wish, holder=holder, editions=OwnEditions(desk))
        token = find_share(desk, share, holder=holder).token
        with pytest.raises(NoConsentError):
            require_consent(desk, token, school_id=school)
        made = give_consent(desk, share, school_id=school, holder=holder)
        assert made == give_consent(desk, share, school_id=school, holder=holder)
        assert made == require_consent(desk, token, school_id=school)
        with pytest.raises(NoConsentError):
            require_consent(desk, token, school_id=other)
        long = make_share(desk, replace(wish, days=30), holder=holder, editions=OwnEditions(desk))
        with pytest.raises(NotFoundError):  # on the telephone of another nobody lets a school read for long
            give_consent(desk, long, school_id=school, holder=replace(holder, is_borrowed=True))
        [found] = list_consents(desk, holder=holder)
        assert (found.school, found.until, found.taken, found.is_over) == (
            "School De Brug",
            clock.now() + timedelta(days=7),
            None,
            False,
        )
        clock.advance(timedelta(days=7))
        assert list_consents(desk, holder=holder)[0].is_over
        with pytest.raises(ShareEndedError):
            require_consent(desk, token, school_id=school)

    @ON_BOTH
    def test_stands_once_also_when_tapped_twice_at_once(
        self, desk: IssuingDesk, give: Issue, keeping: Keep, school: str
    ) -> None:
        """The database keeps a second one out while the first goes on."""
        badge = give()
        holder = keeping(badge)
        wish = Wish(badge_ids=(badge.id,), without=frozenset(), days=7, label="")
        share = make_share(desk, wish, holder=holder, editions=OwnEditions(desk))
        made = give_consent(desk, share, school_id=school, holder=holder)

        def again(session: Session) -> None:
            row = session.get_one(SchoolConsent, made)
            session.add(SchoolConsent(**row.model_dump() | {"id": uuid7(desk.clock.now())}))

        with pytest.raises(RegisterError):
            desk.register.write(again, within=OneHolder(holder.holder_id))

    def test_is_for_who_made_the_link(
        self, desk: IssuingDesk, give: Issue, keeping: Keep, school: str
    ) -> None:
        """Nobody else, no card that an organisation made anew, and no school that is none."""
        badge = give("een")
        holder, stranger = keeping(badge), keeping(give("twee"))
        wish = Wish(badge_ids=(badge.id,), without=frozenset(), days=7, label="")
        share = make_share(desk, wish, holder=holder, editions=OwnEditions(desk))
        made = give_consent(desk, share, school_id=school, holder=holder)
        for who in (stranger, replace(holder, only_of=badge.organisation_id)):
            with pytest.raises(NotFoundError):
                give_consent(desk, share, school_id=school, holder=who)
            with pytest.raises(NotFoundError):
                end_consent(desk, made, holder=who)
        with pytest.raises(FormError):
            give_consent(desk, share, school_id=badge.organisation_id, holder=holder)


class TestEndConsent:
    """`end_consent` ends it for good; so does stopping the link."""

    def test_ends_it(self, desk: IssuingDesk, give: Issue, keeping: Keep, school: str) -> None:
        """The link goes on for others; a new consent can be given."""
        badge = give()
        holder = keeping(badge)
        wish = Wish(badge_ids=(badge.id,), without=frozenset(), days=7, label="")
        share = make_share(desk, wish, holder=holder, editions=OwnEditions(desk))
        token = find_share(desk, share, holder=holder).token
        end_consent(desk, give_consent(desk, share, school_id=school, holder=holder), holder=holder)
        with pytest.raises(NoConsentError):
            require_consent(desk, token, school_id=school)
        assert not find_share(desk, share, holder=holder).is_over
        give_consent(desk, share, school_id=school, holder=holder)
        stop_share(desk, share, holder=holder)
        assert [True, True] == [each.is_over for each in list_consents(desk, holder=holder)]


class TestEndWhatShowsLess:
    """`end_what_shows_less` ends a consent when a badge of its link is gone from it."""

    def test_ends_when_a_badge_is_erased(
        self, desk: IssuingDesk, give: Issue, keeping: Keep, school: str, actor: Actor
    ) -> None:
        """Also where the link goes on with another; until then it stands."""
        badges = [give("een"), give("twee")]
        holder = keeping(badges[0])
        keep(desk, badges[1].token, proof=proof_of(desk, badges[1]), holder=holder, on=OWN)
        wish = Wish(badge_ids=tuple(each.id for each in badges), without=frozenset(), days=7, label="")
        share = make_share(desk, wish, holder=holder, editions=OwnEditions(desk))
        give_consent(desk, share, school_id=school, holder=holder)
        assert 0 == end_what_shows_less(desk)
        erase_badge(desk, badges[1].id, actor=actor)
        assert (1, 0) == (end_what_shows_less(desk), end_what_shows_less(desk))
        assert [True] == [each.is_over for each in list_consents(desk, holder=holder)]
        assert not find_share(desk, share, holder=holder).is_over

    def test_ends_when_a_parent_says_no(
        self, desk: IssuingDesk, keeping: Keep, knows: Knows, school: str, actor: Actor
    ) -> None:
        """And none is given to what may not be shown."""
        sam = knows()
        note_young(desk, sam.recipient_id, actor=actor)
        note_consent(desk, sam.recipient_id, how=Asked.PAPER, actor=actor)
        holder = keeping(sam.badge)
        wish = Wish(badge_ids=(sam.badge.id,), without=frozenset(), days=7, label="")
        share = make_share(desk, wish, holder=holder, editions=OwnEditions(desk))
        give_consent(desk, share, school_id=school, holder=holder)
        assert 0 == end_what_shows_less(desk)
        withdraw_consent(desk, sam.recipient_id, actor=actor)
        assert 1 == end_what_shows_less(desk)
        with pytest.raises(FormError):
            give_consent(desk, share, school_id=school, holder=holder)


class TestRequireUnkept:
    """`require_unkept` lets a school past the page of a badge only where nobody keeps it."""

    def test_asks_for_consent_where_somebody_keeps_it(
        self, desk: IssuingDesk, give: Issue, keeping: Keep
    ) -> None:
        """He says who takes it in."""
        badge = give()
        require_unkept(desk, badge.token)
        keeping(badge)
        with pytest.raises(NoConsentError):
            require_unkept(desk, badge.token)
