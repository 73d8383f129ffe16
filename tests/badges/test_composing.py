"""The same facts give the same document, in the shape that was agreed."""

import json
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from badges import base64url, composing, linting, strictjson
from badges.badgeklasse import AnyJudgement, BadgeklasseJudgement, Level
from badges.composing import IssuerProfile, Slot
from badges.credential import UnsignedCredential
from badges.describing import AchievementSlot
from badges.jsonld import reference, walker
from badges.judgement import (
    Independence,
    Judgement,
    Leervorm,
    Role,
)
from badges.members import at
from badges.relatedresource import RelatedResource, check_related_resource
from badges.schema import schema_problems
from badges.strictjson import JsonObject
from tests import world

HERE = "https://bewijs.voorbeeld"
GOLDEN = Path(__file__).parents[1] / "vectors" / "composed-badge.json"
WITH_PHOTO = GOLDEN.with_name("composed-badge-with-photo.json")
JUDGEMENT = world.judgement()
WERKPROCES, (SKILL,) = JUDGEMENT.werkproces, JUDGEMENT.skills
SLOT = Slot(
    credential_id="urn:uuid:0193a1b2-7c3d-7e4f-8a5b-6c7d8e9f0a1b",
    subject_id="urn:uuid:0193a1b2-7c3d-7e4f-8a5b-6c7d8e9f0a1c",
    evidence_id="urn:uuid:0193a1b2-7c3d-7e4f-8a5b-6c7d8e9f0a1d",
    status_list_id=f"{HERE}/organisaties/7fq2k9/status/1",
    status_index=84217,
    awarded=datetime(2026, 6, 26, 14, 5, tzinfo=UTC),
)
ISSUER = IssuerProfile(
    id="did:web:bewijs.voorbeeld:organisaties:7fq2k9",
    name="Magazijn De Maas",
    url=f"{HERE}/organisaties/7fq2k9",
)
ACHIEVEMENT = AchievementSlot(
    id=f"{HERE}/badgeklassen/3m8x1d",
    image_id=f"{HERE}/badgeklassen/3m8x1d/plaatje.png",
    image_caption="Badge met een doos en een vinkje: Verzamelt en controleert orders",
)


PHOTO = RelatedResource.of_photo(f"{HERE}/foto/AAECAwQFBgcICQoLDA0ODw", raw=b"pixels")

BY_BADGEKLASSE = world.badgeklasse_judgement()


def composed(judgement: AnyJudgement = JUDGEMENT, *, slot: Slot = SLOT) -> JsonObject:
    """Compose the example with another judgement or slot."""
    unsigned = composing.compose(judgement, slot=slot, issuer=ISSUER, achievement=ACHIEVEMENT)
    return unsigned.document


photos = st.builds(
    RelatedResource.of_photo,
    st.binary(min_size=16, max_size=16).map(lambda token: f"{HERE}/foto/{base64url.encode(token)}"),
    raw=st.binary(max_size=40),
)

judgements = st.builds(
    Judgement,
    werkproces=st.just(WERKPROCES),
    name=st.none() | st.text(min_size=1, max_size=30),
    narrative=st.text(min_size=1, max_size=80),
    start=st.dates(),
    end=st.dates(),
    independence=st.none() | st.sampled_from(Independence),
    role=st.none() | st.sampled_from(Role),
    skills=st.lists(st.just(SKILL), max_size=3).map(tuple),
    leervorm=st.sampled_from(Leervorm),
    photos=st.lists(photos, max_size=3, unique_by=lambda each: each.id).map(tuple),
)

badgeklasse_judgements = st.builds(
    BadgeklasseJudgement,
    badgeklasse=st.builds(
        world.badgeklasse,
        skills=st.sampled_from([(), (SKILL,)]),
        werkproces=st.sampled_from([None, WERKPROCES]),
        months=st.none() | st.integers(1, 240),
    ),
    name=st.sampled_from([None, "Sam"]),
    narrative=st.just("Sam hielp een collega met een lastige kar."),
    start=st.just(date(2026, 1, 5)),
    end=st.just(date(2026, 6, 26)),
    level=st.none() | st.sampled_from(Level),
    role=st.none() | st.sampled_from(Role),
)


class TestCompose:
    """From facts to an unsigned badge."""

    def test_makes_the_golden_document(self) -> None:
        """The example's facts give the golden file, member for member in the same order."""
        assert json.dumps(composed()) == json.dumps(json.loads(GOLDEN.read_text()))

    def test_makes_the_golden_document_with_a_photo(self) -> None:
        """A photo is one more piece of evidence, at its address, with the digests of its bytes."""
        document = composed(replace(JUDGEMENT, photos=(PHOTO,)))
        assert json.dumps(json.loads(WITH_PHOTO.read_text())) == json.dumps(document)
        [cited] = document["relatedResource"]
        check_related_resource(cited, b"pixels")
        assert cited["id"] == document["evidence"][1]["id"]

    @given(st.lists(photos, max_size=5, unique_by=lambda each: each.id).map(tuple))
    def test_says_the_same_of_photos_in_both_engines(self, some: tuple[RelatedResource, ...]) -> None:
        """Nothing is dropped, whatever goes along, and it may be signed."""
        document = composed(replace(JUDGEMENT, photos=some))
        linting.lint(UnsignedCredential(document), issuer=ISSUER.id)
        assert reference.canonicalize(document) == walker.canonicalize(document)

    def test_leaves_out_the_name(self) -> None:
        """Who wants no name has no identifier, and the evidence names nobody."""
        document = composed(replace(JUDGEMENT, name=None))
        assert "identifier" not in document["credentialSubject"]
        assert document["evidence"][0]["name"] == "Wat deze persoon deed"
        assert "Sam de Vries" not in json.dumps(document)

    @pytest.mark.parametrize(
        ("name", "expected"),
        [
            ("Sam", "Wat Sam deed"),
            ("Sam de Vries", "Wat Sam deed"),
            ("S. de Vries", "Wat S. de Vries deed"),
            ("Anne-Fleur", "Wat Anne-Fleur deed"),
            ("علي حسن", "Wat علي deed"),
            (" ", "Wat   deed"),
        ],
    )
    def test_calls_the_evidence_by_the_first_name(self, name: str, expected: str) -> None:
        """The evidence carries the first name; an initial is no name, so then it carries all."""
        assert composed(replace(JUDGEMENT, name=name))["evidence"][0]["name"] == expected

    def test_leaves_out_the_independence(self) -> None:
        """What was not judged leaves no result and no scale."""
        subject = composed(replace(JUDGEMENT, independence=None))["credentialSubject"]
        assert "result" not in subject
        assert "resultDescription" not in subject["achievement"]

    def test_leaves_out_the_role(self) -> None:
        """A role that was not said is not there."""
        assert "role" not in composed(replace(JUDGEMENT, role=None))["credentialSubject"]

    def test_leaves_out_the_skills(self) -> None:
        """Without skills the werkproces is the one alignment."""
        alignment = at(
            composed(replace(JUDGEMENT, skills=())), "credentialSubject", "achievement", "alignment"
        )
        assert [item["targetType"] for item in alignment] == ["ext:Werkproces"]

    @pytest.mark.parametrize("leervorm", Leervorm)
    def test_tags_the_leervorm(self, leervorm: Leervorm) -> None:
        """The one tag is how it was learned."""
        document = composed(replace(JUDGEMENT, leervorm=leervorm))
        assert at(document, "credentialSubject", "achievement", "tag") == [leervorm.value]

    @pytest.mark.parametrize("step", Independence)
    def test_gives_a_result_that_is_on_its_scale(self, step: Independence) -> None:
        """The result names the scale of the achievement, and is a step of it."""
        subject = composed(replace(JUDGEMENT, independence=step))["credentialSubject"]
        [result], [scale] = subject["result"], subject["achievement"]["resultDescription"]
        assert (result["resultDescription"], result["value"]) == (scale["id"], step.value)
        assert scale["allowedValue"] == ["met hulp", "zelfstandig", "kan het anderen uitleggen"]

    def test_writes_the_moment_in_utc(self) -> None:
        """A moment of another zone is the same moment in UTC, without parts of a second."""
        summer = datetime(2026, 6, 26, 16, 5, 0, 999_999, tzinfo=timezone(timedelta(hours=2)))
        document = composed(slot=replace(SLOT, awarded=summer))
        assert document["validFrom"] == document["awardedDate"] == "2026-06-26T14:05:00Z"

    @given(judgements)
    def test_is_always_as_open_badges_asks(self, judgement: Judgement) -> None:
        """Every combination of facts is schema-valid, and none leaves a null or an empty list."""
        document = composed(judgement)
        assert schema_problems(document) == ()
        text = strictjson.dumps({"document": document})
        assert b":null" not in text
        assert b"[]" not in text

    @given(judgements)
    def test_is_pure(self, judgement: Judgement) -> None:
        """The same facts give the same bytes."""
        assert strictjson.dumps(composed(judgement)) == strictjson.dumps(composed(judgement))


class TestComposeStatusList:
    """From bits to an unsigned status list."""

    def test_makes_the_list_that_entries_name(self) -> None:
        """The list's id is what entries call statusListCredential; its subject has an id of its own."""
        start = datetime(2026, 6, 26, 14, 5, tzinfo=UTC)
        unsigned = composing.compose_status_list(
            id=SLOT.status_list_id,
            issuer=ISSUER.id,
            encoded_list="uH4sIAAAAAAAA",
            valid_from=start,
            valid_until=start + timedelta(hours=24),
        )
        assert unsigned.document == {
            "@context": ["https://www.w3.org/ns/credentials/v2"],
            "id": f"{HERE}/organisaties/7fq2k9/status/1",
            "type": ["VerifiableCredential", "BitstringStatusListCredential"],
            "issuer": "did:web:bewijs.voorbeeld:organisaties:7fq2k9",
            "validFrom": "2026-06-26T14:05:00Z",
            "validUntil": "2026-06-27T14:05:00Z",
            "credentialSubject": {
                "id": f"{HERE}/organisaties/7fq2k9/status/1#list",
                "type": "BitstringStatusList",
                "statusPurpose": "revocation",
                "encodedList": "uH4sIAAAAAAAA",
            },
        }


class TestComposeOfBadgeklasse:
    """From a judgement by a badgeklasse to an unsigned badge."""

    def test_says_how_far(self) -> None:
        """The result names the level by its address and by its word; the badge carries all levels."""
        subject = composed(BY_BADGEKLASSE)["credentialSubject"]
        [result], [scale] = subject["result"], subject["achievement"]["resultDescription"]
        assert ("gevorderd", f"{ACHIEVEMENT.id}#gevorderd") == (result["value"], result["achievedLevel"])
        assert ["beginner", "gevorderd", "expert"] == scale["allowedValue"]
        assert result["achievedLevel"] in [level["id"] for level in scale["rubricCriterionLevel"]]

    def test_leaves_out_what_was_not_said(self) -> None:
        """Without a level there is no result, without validity no end, without skills no alignment."""
        bare = replace(world.badgeklasse(), skills=(), months=None, editions=())
        document = composed(replace(BY_BADGEKLASSE, badgeklasse=bare, level=None))
        subject = document["credentialSubject"]
        assert {"result", "validUntil"}.isdisjoint(subject.keys() | document.keys())
        assert {"alignment", "related", "resultDescription"}.isdisjoint(subject["achievement"])

    def test_ends_after_its_months(self) -> None:
        """A badge that is valid for ten years ends on the same day and hour."""
        document = composed(replace(BY_BADGEKLASSE, badgeklasse=world.badgeklasse(months=120)))
        assert ("2026-06-26T14:05:00Z", "2036-06-26T14:05:00Z") == (
            document["validFrom"],
            document["validUntil"],
        )

    def test_stays_a_badge_on_a_werkproces(self) -> None:
        """One that points at a werkproces says nothing of the independence of a praktijkbadge."""
        on_work = world.badgeklasse(werkproces=WERKPROCES)
        achievement = composed(replace(BY_BADGEKLASSE, badgeklasse=on_work))["credentialSubject"][
            "achievement"
        ]
        assert ["ext:Werkproces", "ceasn:Competency"] == [
            each["targetType"] for each in achievement["alignment"]
        ]
        assert ["Hoe ver"] == [each["name"] for each in achievement["resultDescription"]]

    @given(badgeklasse_judgements)
    def test_is_as_open_badges_asks_and_may_be_signed(self, judgement: BadgeklasseJudgement) -> None:
        """Every combination is schema-valid, passes lint, and both engines read the same."""
        document = composed(judgement)
        linted = linting.lint(UnsignedCredential(document), issuer=ISSUER.id)
        assert reference.canonicalize(document) == linted.canonical


class TestMonthsLater:
    """The end of a validity in months."""

    @pytest.mark.parametrize(
        ("start", "months", "expected"),
        [
            (datetime(2026, 6, 26, 14, 5, tzinfo=UTC), 1, datetime(2026, 7, 26, 14, 5, tzinfo=UTC)),
            (datetime(2026, 12, 31, tzinfo=UTC), 2, datetime(2027, 2, 28, tzinfo=UTC)),
            (datetime(2028, 2, 29, tzinfo=UTC), 12, datetime(2029, 2, 28, tzinfo=UTC)),
        ],
    )
    def test_is_the_same_day(self, start: datetime, months: int, expected: datetime) -> None:
        """It is the same day of the month, or the last one of a month that has no such day."""
        assert expected == composing.months_later(start, months=months)


class TestTimestamp:
    """How a moment is written."""

    def test_refuses_a_moment_without_a_zone(self) -> None:
        """Nobody knows when that is."""
        with pytest.raises(ValueError, match="time zone"):
            composing.timestamp(datetime(2026, 6, 26, 14, 5))  # noqa: DTZ001 (that is the point)


class TestDay:
    """How a day is written."""

    @pytest.mark.parametrize(
        ("day", "expected"),
        [
            (date(2026, 1, 5), "2026-01-05T00:00:00Z"),
            (date(987, 1, 5), "0987-01-05T00:00:00Z"),
            (datetime(2026, 1, 5, 23, 59, tzinfo=UTC), "2026-01-05T00:00:00Z"),
        ],
    )
    def test_is_its_first_moment(self, day: date, expected: str) -> None:
        """A day is the moment at which it starts."""
        assert composing.day(day) == expected
