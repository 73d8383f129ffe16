"""From reports of the verifier to what was taken in."""

import io
import zipfile
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from badges import strictjson
from badges.judgement import Independence
from badges.strictjson import JsonObject
from schools.evidence.evidence import Evidence, Obstacle, SetAside, Taken
from schools.evidence.keeping import dump_taken, load_taken
from schools.evidence.reading import take_in
from tests import world
from tests.badges.openbadges2.samples import ASSERTION, BADGE, ISSUER, assertion, badge_class, profile
from tests.world import BADGE_ID, World
from verifier.needs import Absence, Confirmed, KnownIssuer, Missing
from verifier.recognition import Recognised, Recognition
from verifier.report import Part


def taken(earth: World, raw: bytes, *, file: str = "bewijs.json") -> list[Taken]:
    """Verify, and take in."""
    return list(take_in(Part(report=earth.report(raw)), file=file))


def evidence(earth: World, raw: bytes) -> Evidence:
    """Take in one badge that is in order."""
    [found] = taken(earth, raw)
    assert isinstance(found, Evidence)
    return found


class TestTakeIn:
    def test_keeps_what_a_badge_of_ours_says(self) -> None:
        """Who, what, when and how, from the verified document."""
        earth = World()
        found = evidence(earth, earth.signed())
        assert (found.identity.issuer, found.identity.id) == (earth.issuer.did, BADGE_ID)
        assert (found.issuer, found.judged_by, found.name) == (
            "Magazijn De Maas",
            "Magazijn De Maas",
            "Sam de Vries",
        )
        assert found.independence is Independence.ZELFSTANDIG
        assert (found.is_known, found.is_of_school, found.is_own) == (True, False, False)
        assert found.recognised is Recognised.UNKNOWN
        assert found.judged == world.AWARDED

    def test_keeps_what_the_person_did(self) -> None:
        """In the words of the issuer, with photos that a browser may open, and no other address."""
        earth = World()
        story: JsonObject = {
            "id": "urn:uuid:1",
            "type": ["Evidence"],
            "narrative": "Sam zocht orders bij elkaar.",
        }
        photos: list[JsonObject] = [
            {"id": each, "type": ["Evidence"], "genre": "foto"}
            for each in ("https://bewijs.voorbeeld/foto/1", "javascript:alert(1)")
        ]
        document: JsonObject = {**world.badge_of(earth.issuer), "evidence": [story, *photos]}
        found = evidence(earth, world.sign(document, signer=earth.issuer.signer()))
        assert found.did == ("Sam zocht orders bij elkaar.",)
        assert found.photos == ("https://bewijs.voorbeeld/foto/1",)
        assert load_taken(dump_taken(found)) == found

    def test_knows_a_recognised_leerbedrijf(self) -> None:
        """As the register says, for this kwalificatie and that day."""
        earth = World()
        recognition = Recognition(Recognised.CONFIRMED, ("25774",), date(2024, 1, 1), "SBB")
        earth.known[earth.issuer.did] = KnownIssuer("De Maas", "leerbedrijf", recognitions=(recognition,))
        assert evidence(earth, earth.signed()).recognised is Recognised.CONFIRMED

    def test_knows_who_judged_a_praktijkverklaring(self) -> None:
        """The school gave it, the leerbedrijf judged; it rests on a badge."""
        earth = World()
        found = evidence(earth, earth.signed_verklaring())
        assert (found.issuer, found.judged_by, found.is_of_school) == (
            "School De Brug",
            "Magazijn De Maas",
            True,
        )
        assert found.rests_on == {BADGE_ID}
        assert len(found.statements) == 1

    def test_takes_no_word_of_an_issuer_for_being_a_school(self) -> None:
        """What only it says of itself is no school."""
        earth = World()
        earth.known[earth.school.did] = KnownIssuer("School De Brug", "school", declared="school")
        assert not evidence(earth, earth.signed_verklaring()).is_of_school

    def test_names_who_confirmed_it(self) -> None:
        """As our register says."""
        earth = World()
        earth.confirmed[earth.issuer.did, BADGE_ID] = (
            Confirmed("School De Brug", on=date(2026, 7, 1), address="https://bewijs.voorbeeld/b/x"),
        )
        assert evidence(earth, earth.signed()).confirmed_by == ("School De Brug",)

    def test_names_who_endorsed_it(self) -> None:
        """An endorsement of this badge by somebody known; one by a stranger says nothing."""
        earth = World()
        said = strictjson.loads_object(earth.signed_endorsement())
        assert evidence(earth, earth.signed(endorsement=[said])).confirmed_by == ("School De Brug",)
        del earth.known[earth.school.did]
        assert evidence(earth, earth.signed(endorsement=[said])).confirmed_by == ()

    def test_does_not_refuse_an_unknown_issuer(self) -> None:
        """It weighs as such later."""
        earth = World()
        assert not evidence(earth, earth.signed(earth.stranger)).is_known

    def test_takes_an_edubadge_in(self) -> None:
        """Open Badges 2.0, hosted, with a programme; the person is known by a hash only."""
        earth = World()
        extension = {"EducationProgramIdentifier": 25180}
        badge = badge_class(**{"extensions:EducationProgramIdentifierExtension": extension})
        hosted: dict[str, Any] = {ASSERTION: assertion(), BADGE: badge, ISSUER: profile()}
        earth.lists |= hosted
        found = evidence(earth, strictjson.dumps(assertion()))
        assert (found.title, found.name, found.achievement) == ("Robots bouwen", None, BADGE)
        assert found.judged == datetime(2024, 3, 1, 8, 0, tzinfo=UTC)
        assert len(found.statements) == 1

    def test_gives_each_badge_in_a_zip(self) -> None:
        """And says of a letter beside them that it is none."""
        earth, packed = World(), io.BytesIO()
        with zipfile.ZipFile(packed, "w") as archive:
            archive.writestr("a.json", earth.signed())
            archive.writestr("brief.txt", "Beste Sam,")
        first, second = taken(earth, packed.getvalue(), file="alles.zip")
        assert isinstance(first, Evidence)
        assert isinstance(second, SetAside)
        assert (first.file, second.file) == ("alles.zip/a.json", "alles.zip/brief.txt")
        assert second.obstacle is Obstacle.NO_BADGE

    def test_sets_an_endorsement_aside(self) -> None:
        """It says something of a badge, and nothing of what somebody can do."""
        earth = World()
        [found] = taken(earth, earth.signed_endorsement())
        assert isinstance(found, SetAside)
        assert found.obstacle is Obstacle.NO_BADGE


def fake(earth: World) -> bytes:
    """Change a badge after it was signed."""
    return world.edited(earth.signed(), name="Iets anders")


def unsigned(earth: World) -> bytes:
    """Leave the proof out."""
    return strictjson.dumps(world.badge_of(earth.issuer))


def revoked(earth: World) -> bytes:
    """Withdraw a badge."""
    earth.publish_list(earth.issuer, revoked=(world.INDEX,))
    return earth.signed()


def stale(earth: World) -> bytes:
    """Let the list of the issuer be out of reach."""
    earth.lists[earth.issuer.list_url] = Missing(Absence.UNREACHABLE)
    return earth.signed()


def expired(earth: World) -> bytes:
    """Let it have ended."""
    return earth.signed(validUntil="2026-08-01T00:00:00Z")


def early(earth: World) -> bytes:
    """Let it begin later."""
    later = (world.NOW + timedelta(days=9)).isoformat()
    return earth.signed(validFrom=later)


def keyless(earth: World) -> bytes:
    """Let the key of the issuer be out of reach."""
    earth.documents[earth.issuer.did] = Missing(Absence.UNREACHABLE)
    return earth.signed()


class TestObstacle:
    @pytest.mark.parametrize(
        ("make", "expected"),
        [
            (fake, Obstacle.FAKE),
            (unsigned, Obstacle.UNSIGNED),
            (revoked, Obstacle.REVOKED),
            (stale, Obstacle.STALE),
            (expired, Obstacle.EXPIRED),
            (early, Obstacle.EARLY),
            (keyless, Obstacle.UNSURE),
        ],
    )
    def test_keeps_a_badge_from_being_evidence(self, make: Any, expected: Obstacle) -> None:
        """Each says why, in two languages; only what is authentic has an identity."""
        earth = World()
        [found] = taken(earth, make(earth))
        assert isinstance(found, SetAside)
        assert found.obstacle is expected
        assert found.obstacle.says.nl != found.obstacle.says.en
        is_authentic = expected not in (Obstacle.FAKE, Obstacle.UNSIGNED, Obstacle.UNSURE)
        assert (found.identity is not None) is is_authentic
