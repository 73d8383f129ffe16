"""What a school takes in by the consent of a holder, on a real database of each kind."""

import io
import zipfile
from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest
from sqlmodel import Session, select

from app.editions import OwnEditions
from badges.fewer import Part as Fewer
from holders.errors import NoConsentError
from holders.keeping.telephones import KnownHolder
from holders.keeping.wallet import open_wallet
from holders.sharing.consenting import end_consent, give_consent, list_consents
from holders.sharing.sharing import Wish, find_share, make_share
from issuers.database.scopes import WHOLE_SERVICE, OneOrganisation
from issuers.desk import IssuingDesk
from issuers.people.permissions import Actor
from schools.evidence.evidence import Identity
from schools.importing.candidates import (
    Left,
    add_candidate,
    list_candidates,
    remove_candidate,
    require_candidate,
)
from schools.importing.consented import consent_behind, forget_without_consent
from schools.importing.linking import NewLink, link_by_hand, list_links
from schools.importing.proposing import propose_for
from schools.importing.resting import Ground, find_rested_report, forget_rested, list_rested, rest_on
from schools.importing.tables import RestedFile
from schools.importing.taking import CheckedFile, find_report, list_files, take_files
from schools.importing.written import kept_in
from tests.holders.conftest import holder, keeping
from tests.issuers.conftest import give, judgement, stranger
from tests.issuers.schooling import found_school
from tests.schools.importing.test_taking import checked
from tests.world import BADGE_ID, World, badge_of, sign
from verifier.needs import Purpose
from verifier.report import Part, Report, Source, Unread
from web.clock import FixedClock

__all__ = ["give", "holder", "judgement", "keeping", "stranger"]

IDENTITY = Identity(World().issuer.did, BADGE_ID)
OTHER = "urn:uuid:00000000-0000-4000-8000-000000000002"


@pytest.fixture
def sam(desk: IssuingDesk, bevestiger: Actor) -> UUID:
    """Add Sam."""
    return add_candidate(desk, "Sam de Vries", actor=bevestiger)


@pytest.fixture
def share(desk: IssuingDesk, holder: KnownHolder) -> UUID:
    """Make a link of all that he keeps, without his name."""
    kept = tuple(each.id for each in open_wallet(desk, holder).badges)
    wish = Wish(badge_ids=kept, without=frozenset({Fewer.NAAM}), days=30, label="")
    return make_share(desk, wish, holder=holder, editions=OwnEditions(desk))


@pytest.fixture
def consent(desk: IssuingDesk, bevestiger: Actor, share: UUID, holder: KnownHolder) -> UUID:
    """Let the school take in what the link shows."""
    return give_consent(desk, share, school_id=bevestiger.organisation_id, holder=holder)


def behind(path: str) -> Report:
    """Say that the verifier went there."""
    earth = World()
    went = Source(Purpose.LINK, path, earth.clock.now())
    return replace(earth.report(earth.signed()), sources=(went,))


def by(consent: UUID) -> CheckedFile:
    """Give a badge that came by a consent."""
    return replace(checked(World().signed()), name="link", raw=b"/d/een", consent_id=consent)


def two() -> CheckedFile:
    """Give two badges behind a link."""
    earth, out = World(), io.BytesIO()
    other = {**badge_of(earth.issuer), "id": OTHER}
    with zipfile.ZipFile(out, "w") as made:
        made.writestr("a.json", earth.signed())
        made.writestr("b.json", sign(other, signer=earth.issuer.signer()))
    report = earth.report(out.getvalue())
    went = Source(Purpose.LINK, "/d/geheim", earth.clock.now())
    return CheckedFile("foto.png", b"foto", Part(report=replace(report, sources=(went, *report.sources))))


def let_rest(desk: IssuingDesk, candidate_id: UUID, *, actor: Actor, until: date | None) -> int:
    """Let a decision rest on the badge."""
    ground = Ground(decision_id=UUID(int=1), identities=frozenset({IDENTITY}), until=until)

    def work(session: Session) -> int:
        candidate = require_candidate(session, candidate_id, actor=actor)
        return rest_on(session, ground, candidate=candidate, now=desk.clock.now())

    return desk.register.write(work, within=OneOrganisation(actor.organisation_id))


class TestConsentBehind:
    """`consent_behind` reads from where the verifier went whether this school may take it in."""

    def test_asks_for_a_consent_of_this_school(
        self, desk: IssuingDesk, bevestiger: Actor, share: UUID, holder: KnownHolder
    ) -> None:
        """None before it was given, none for another school, none of a link that is not there."""
        path = f"/d/{find_share(desk, share, holder=holder).token}"
        with pytest.raises(NoConsentError):
            consent_behind(desk, behind(path), actor=bevestiger)
        made = give_consent(desk, share, school_id=bevestiger.organisation_id, holder=holder)
        assert made == consent_behind(desk, behind(f"{path}/1"), actor=bevestiger)
        for refused, actor in ((path, found_school(desk, "School Elders")), ("/d/geen", bevestiger)):
            with pytest.raises(NoConsentError):
                consent_behind(desk, behind(refused), actor=actor)

    def test_asks_for_none_of_what_is_elsewhere(self, desk: IssuingDesk, bevestiger: Actor) -> None:
        """A file, and a link of another host."""
        for path in ("https://elders.voorbeeld/b/een",):
            assert consent_behind(desk, behind(path), actor=bevestiger) is None
        assert consent_behind(desk, World().report(World().signed()), actor=bevestiger) is None


class TestForgetWithoutConsent:
    """`forget_without_consent` forgets what came by a consent that ended."""

    def test_lets_what_was_shown_go(
        self, desk: IssuingDesk, bevestiger: Actor, sam: UUID, consent: UUID, holder: KnownHolder
    ) -> None:
        """At once out of sight and out of the proposal, also midway; what the school got itself stays."""
        own = replace(checked(World().signed()), raw=b"zelf gekregen")
        take_files(desk, sam, [by(consent)], actor=bevestiger)
        link = NewLink(identity=IDENTITY, crebo="25180", code="B1-K2-W2", reason="Gezien.")
        link_by_hand(desk, sam, link, actor=bevestiger)
        [file] = list_files(desk, sam, actor=bevestiger)
        [told] = list_consents(desk, holder=holder)
        assert (file.until, told.taken) == (told.until, desk.clock.now())
        assert len(propose_for(desk, sam, "25774", actor=bevestiger).proposal.covered) == 1
        end_consent(desk, consent, holder=holder)
        assert list_files(desk, sam, actor=bevestiger) == ()
        assert propose_for(desk, sam, "25774", actor=bevestiger).proposal.covered == ()
        assert [each.files for each in list_candidates(desk, actor=bevestiger)] == [0]
        take_files(desk, sam, [own], actor=bevestiger)
        assert (1, 0) == (forget_without_consent(desk), forget_without_consent(desk))
        assert len(list_files(desk, sam, actor=bevestiger)) == 1
        assert len(list_links(desk, sam, actor=bevestiger)) == 1  # its badge is in a file that stays

    def test_reaches_what_was_refused_before_the_consent(
        self, desk: IssuingDesk, bevestiger: Actor, sam: UUID, consent: UUID, holder: KnownHolder
    ) -> None:
        """The same photo, of which nothing could be read then, goes with the consent by which it came."""
        unread = Part(unread=Unread("too-slow", "Nee.", "No."))
        take_files(desk, sam, [replace(by(consent), part=unread, consent_id=None)], actor=bevestiger)
        take_files(desk, sam, [by(consent)], actor=bevestiger)
        end_consent(desk, consent, holder=holder)
        assert list_files(desk, sam, actor=bevestiger) == ()
        assert forget_without_consent(desk) == 1

    def test_lets_go_when_the_day_comes(
        self, desk: IssuingDesk, bevestiger: Actor, sam: UUID, consent: UUID, clock: FixedClock
    ) -> None:
        """With what was linked to it by hand."""
        take_files(desk, sam, [by(consent)], actor=bevestiger)
        link = NewLink(identity=IDENTITY, crebo="25180", code="B1-K2-W2", reason="Gezien.")
        link_by_hand(desk, sam, link, actor=bevestiger)
        clock.advance(timedelta(days=30))
        assert list_files(desk, sam, actor=bevestiger) == ()
        assert forget_without_consent(desk) == 1
        assert list_links(desk, sam, actor=bevestiger) == ()


class TestRestOn:
    """`rest_on` keeps what a decision rests on, read-only, for the term of the school."""

    def test_keeps_only_what_weighed_of_what_was_shared(
        self, desk: IssuingDesk, bevestiger: Actor, sam: UUID, consent: UUID
    ) -> None:
        """Of two badges the one, and nowhere the link, nor the photo of it."""
        take_files(desk, sam, [replace(two(), consent_id=consent)], actor=bevestiger)
        [file] = list_files(desk, sam, actor=bevestiger)
        assert "/d/geheim" not in str(find_report(desk, sam, file.id, actor=bevestiger))
        assert (len(file.taken), let_rest(desk, sam, actor=bevestiger, until=None)) == (2, 1)
        [row] = desk.register.read(
            lambda session: session.exec(select(RestedFile)).all(), within=WHOLE_SERVICE
        )
        taken, credentials = kept_in(row.taken)
        assert ([each.identity for each in taken], len(credentials), row.raw) == ([IDENTITY], 1, None)
        assert (OTHER in row.report, BADGE_ID in row.report, "/d/geheim" in row.report) == (
            False,
            True,
            False,
        )

    def test_outlasts_the_consent(
        self, desk: IssuingDesk, bevestiger: Actor, sam: UUID, consent: UUID, clock: FixedClock
    ) -> None:
        """Also a second look and a candidate who is removed; it counts for no new proposal; then it goes."""
        until = desk.clock.today() + timedelta(days=400)
        take_files(desk, sam, [by(consent)], actor=bevestiger)
        rests = [let_rest(desk, sam, actor=bevestiger, until=each) for each in (None, until)]
        assert rests == [1, 0]
        clock.advance(timedelta(days=30))
        forget_without_consent(desk)
        assert remove_candidate(desk, sam, actor=bevestiger) is Left.EVIDENCE
        [rested] = list_rested(desk, sam, actor=bevestiger)
        assert (rested.name, rested.until) == ("link", until)
        assert "report" in find_rested_report(desk, sam, rested.id, actor=bevestiger)
        assert list_rested(desk, sam, actor=found_school(desk, "School Elders")) == ()
        assert propose_for(desk, sam, "25774", actor=bevestiger).proposal.covered == ()
        assert forget_rested(desk) == 0
        clock.advance(timedelta(days=402))
        assert forget_rested(desk) == 1
        assert list_candidates(desk, actor=bevestiger) == ()
