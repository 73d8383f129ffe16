"""What a school gave on a badge is checked as anything else, and shown with who judged and who gave apart."""

from datetime import date

from badges.catalogue import embedded
from tests.world import AWARDED, BADGE_ID, World
from verifier.needs import Confirmed, Withdrawal
from verifier.report import Kind, State, Verdict
from verifier.sentences import SHAKEN
from verifier.showing import shown_report


class TestReport:
    """The report on it."""

    def test_finds_a_praktijkverklaring_genuine(self) -> None:
        """By the key of the school, not withdrawn, and nobody asks whether a school was a leerbedrijf."""
        world = World()
        report = world.report(world.signed_verklaring())
        assert (Verdict.VALID, State.VALID, None) == (report.verdict, report.state, report.recognition)

    def test_finds_a_praktijkverklaring_withdrawn(self) -> None:
        """The list of the school says so."""
        world = World()
        world.publish_list(world.school, revoked=(84_217,))
        assert State.REVOKED == world.report(world.signed_verklaring()).state

    def test_says_beside_it_that_a_badge_under_it_was_withdrawn(self) -> None:
        """As our register knows; what the school said stands, and stays good."""
        world = World()
        raw = world.signed_verklaring()
        before = world.report(raw)
        world.withdrawals[world.issuer.did, BADGE_ID] = Withdrawal(on=AWARDED)
        after = world.report(raw)
        assert ((), (SHAKEN,)) == (before.notes, after.notes)
        assert State.VALID == after.state

    def test_finds_a_confirmation_genuine(self) -> None:
        """It is an endorsement, and says so."""
        world = World()
        report = world.report(world.signed_endorsement())
        assert (Verdict.VALID, Kind.ENDORSEMENT) == (report.verdict, report.kind)


class TestConfirmed:
    """What the register of the issuer knows of who confirmed a badge since."""

    def test_is_told_of_a_badge_of_ours(self) -> None:
        """With where it stands, to the API and on the page."""
        world = World()
        said = Confirmed("School De Brug", on=date(2026, 6, 27), address="https://bewijs.voorbeeld/b/y")
        world.confirmed[world.issuer.did, BADGE_ID] = (said,)
        report = world.report(world.signed())
        assert [said.as_json()] == report.as_json()["confirmations"]
        [line] = shown_report(report, catalogue=embedded(), language="nl").confirmed
        assert ("School De Brug", said.address) == (line.by, line.href)

    def test_is_said_of_nobody_where_nobody_did(self) -> None:
        """Nothing is told of what is missing."""
        assert "confirmations" not in World().report(World().signed()).as_json()


class TestShownReport:
    """What the page shows."""

    def test_tells_who_judged_and_who_gave_apart(self) -> None:
        """The leerbedrijf, the school, and the work in everyday words."""
        world = World()
        shown = shown_report(world.report(world.signed_verklaring()), catalogue=embedded(), language="nl")
        assert shown.facts is not None
        assert ("Magazijn De Maas", "School De Brug") == (shown.facts.judged_by, shown.facts.issuer)
        [work] = shown.facts.werkprocessen
        assert ("B1-K2-W1", "Logistiek medewerker") == (work.code, work.kwalificatie)
