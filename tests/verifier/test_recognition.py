"""Whether the leerbedrijf was recognised for the work on the day of the judgement."""

from datetime import date

import pytest

from badges.factfinding import read_facts
from badges.facts import Facts
from badges.strictjson import JsonObject
from tests import world
from tests.world import World
from verifier.recognition import Recognised, Recognition, day_of_judgement, find_recognition

CREBOS = ("25774", "25775")
SINCE, UNTIL = date(2024, 3, 1), date(2028, 2, 29)
CONFIRMED = Recognition(Recognised.CONFIRMED, CREBOS, SINCE, "SBB", UNTIL)
DECLARED = Recognition(Recognised.DECLARED, CREBOS, SINCE, "Magazijn De Maas")


def facts(**members: object) -> Facts:
    """Give the facts of a badge for crebo 25774, judged on 26 June 2026 unless `members` say otherwise."""
    document: JsonObject = world.badge_of(World().issuer) | members  # type: ignore[assignment] # JSON of a test
    return read_facts(document)


class TestFindRecognition:
    """`find_recognition` asks what the register holds."""

    @pytest.mark.parametrize(
        ("among", "status", "source"),
        [
            ((CONFIRMED,), Recognised.CONFIRMED, "SBB"),
            ((DECLARED,), Recognised.DECLARED, "Magazijn De Maas"),
            ((DECLARED, CONFIRMED), Recognised.CONFIRMED, "SBB"),
            ((), Recognised.UNKNOWN, None),
        ],
    )
    def test_gives_the_best_that_is_known(
        self, among: tuple[Recognition, ...], status: Recognised, source: str | None
    ) -> None:
        """Confirmed before declared, and not knowing is an answer too."""
        found = find_recognition(facts(), among=among)
        assert found is not None
        assert (status, date(2026, 6, 26), source) == (found.status, found.on, found.source)

    @pytest.mark.parametrize(
        ("awarded", "status"),
        [
            ("2024-02-29T22:59:59Z", Recognised.UNKNOWN),
            ("2024-02-29T23:00:00Z", Recognised.CONFIRMED),
            ("2028-02-29T22:59:59Z", Recognised.CONFIRMED),
            ("2028-02-29T23:00:00Z", Recognised.UNKNOWN),
            ("2028-02-29T23:30:00-02:00", Recognised.UNKNOWN),
        ],
    )
    def test_goes_by_the_day_of_the_judgement(self, awarded: str, status: Recognised) -> None:
        """From the first day up to and including the last, in UTC; not by today."""
        found = find_recognition(facts(awardedDate=awarded), among=[CONFIRMED])
        assert found is not None
        assert status is found.status

    def test_does_not_carry_over_to_other_work(self) -> None:
        """Who is recognised for another kwalificatie is not for this one."""
        other = Recognition(Recognised.CONFIRMED, ("25808",), SINCE, "SBB")
        found = find_recognition(facts(), among=[other])
        assert found is not None
        assert Recognised.UNKNOWN is found.status

    def test_is_silent_about_a_badge_without_a_werkproces(self) -> None:
        """Nobody recognises a leerbedrijf for that."""
        assert find_recognition(facts(credentialSubject={"id": "urn:x"}), among=[CONFIRMED]) is None

    def test_is_silent_about_a_badge_that_points_at_a_werkproces(self) -> None:
        """What an organisation designed itself has a name of its own, and asks for no recognition."""
        own = world.badgeklasse(werkproces=world.judgement().werkproces)
        badge = world.badge_of(World().issuer, said=world.badgeklasse_judgement(badgeklasse=own))
        assert find_recognition(read_facts(badge), among=[CONFIRMED]) is None

    def test_does_not_know_without_a_day(self) -> None:
        """A badge that names no day of judgement cannot be held to one."""
        subject = world.badge_of(World().issuer)["credentialSubject"]
        assert isinstance(subject, dict)
        timeless = {key: value for key, value in subject.items() if key != "activityEndDate"}
        found = find_recognition(facts(awardedDate=None, credentialSubject=timeless), among=[CONFIRMED])
        assert found is not None
        assert {"status": "unknown"} == found.as_json()


class TestDayOfJudgement:
    """`day_of_judgement` reads it from the badge."""

    def test_is_that_of_the_award(self) -> None:
        """The day on which the badge was given."""
        assert date(2026, 6, 26) == day_of_judgement(facts())

    def test_is_else_the_last_day_of_the_work(self) -> None:
        """Nobody judged work that was still to come."""
        subject = world.badge_of(World().issuer)["credentialSubject"]
        assert isinstance(subject, dict)
        found = facts(
            awardedDate=None, credentialSubject=subject | {"activityEndDate": "2026-05-01T00:00:00Z"}
        )
        assert date(2026, 5, 1) == day_of_judgement(found)


class TestAsJson:
    """`RecognitionFound.as_json` is what the API shows."""

    def test_names_day_and_source(self) -> None:
        """What is known, of which day, and who told."""
        found = find_recognition(facts(), among=[CONFIRMED])
        assert found is not None
        assert {"status": "confirmed", "on": "2026-06-26", "source": "SBB"} == found.as_json()
