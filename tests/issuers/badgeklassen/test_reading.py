"""What is typed becomes a badgeklasse, or everything that is wrong with it is said at once."""

from dataclasses import replace

import pytest

from badges.badgeklasse import AchievementType, Level
from badges.catalogue import embedded
from badges.emblem import Emblem, Shape
from badges.judgement import SkillReference, WerkprocesReference
from badges.protected import PROTECTED
from issuers.badgeklassen.reading import Content, Offer, read_badgeklasse, revealed_by
from issuers.badgeklassen.starters import STARTERS
from issuers.badgeklassen.typed import TypedBadgeklasse, loads
from issuers.errors import FormError

WORK = WerkprocesReference("25774", "B1-K2-W1", "Verzamelt orders", "Logistiek", "https://a.nl/w")
OFFER = Offer(
    skills={each.uri: SkillReference(each.uri, each.label) for each in embedded().skills},
    find_werkproces=lambda named: WORK if named == "25774/B1-K2-W1" else None,
)
TYPED = TypedBadgeklasse(
    naam="Heftruck rijden",
    omschrijving="Je rijdt veilig met de heftruck.",
    criteria="De instructeur zag je een ochtend rijden.",
    soort="Course",
    leervorm="non-formeel leren",
    maanden="60",
)
ENGLISH = {
    "naam_en": "Forklift driving",
    "omschrijving_en": "You drive safely.",
    "criteria_en": "The instructor saw you drive.",
}


def read(**changes: object) -> Content:
    """Read the form with some fields typed otherwise."""
    return read_badgeklasse(replace(TYPED, **changes), offer=OFFER)  # type: ignore[arg-type]  # the test names the fields


def problems(**changes: object) -> list[tuple[str, str]]:
    """Give field and code of each problem of the form with some fields typed otherwise."""
    with pytest.raises(FormError) as caught:
        read(**changes)
    return [(each.field, each.code) for each in caught.value.problems]


class TestReadBadgeklasse:
    """`read_badgeklasse` reads the form."""

    def test_reads_what_was_typed(self) -> None:
        """Words, kind, validity and picture are there; what was left out is not."""
        content = read()
        assert ("Heftruck rijden", AchievementType.COURSE, 60) == (
            content.dutch.name,
            content.kind,
            content.months,
        )
        assert ((), None, None, ()) == (
            content.dutch.steps,
            content.english,
            content.werkproces,
            content.skills,
        )
        assert Emblem(shape=Shape.BOOG, colour="paars", sign="samenwerken") == content.emblem

    def test_reads_levels_in_both_languages(self) -> None:
        """Each level has words of its own; a level that says nothing is none."""
        content = read(
            beginner="Met hulp.",
            expert="Legt het uit.",
            beginner_en="Helped.",
            expert_en="Explains.",
            **ENGLISH,
        )
        assert content.english is not None
        assert [Level.BEGINNER, Level.EXPERT] == [each.level for each in content.english.steps]

    @pytest.mark.parametrize(
        ("changes", "expected"),
        [
            ({"naam": " "}, ("naam", "text-empty")),
            ({"criteria": ""}, ("criteria", "text-empty")),
            ({"naam": "x" * 61}, ("naam", "text-too-long")),
            ({"omschrijving": "Bel 123456782"}, ("omschrijving", "text-bsn")),
            ({"criteria": "Mail jan@voorbeeld.nl"}, ("criteria", "text-email")),
            ({"omschrijving": "Voor wie ADHD heeft."}, ("omschrijving", "text-sensitive")),
            ({"expert": "Van het vso."}, ("expert", "text-sensitive")),
            ({"naam_en": "Officieel forklift"}, ("naam_en", "protected-name")),
            ({"naam_en": "Forklift"}, ("omschrijving_en", "text-empty")),
            ({**ENGLISH, "expert": "Legt uit."}, ("beginner_en", "levels-differ")),
            ({"soort": "Diploma"}, ("soort", "choice-unknown")),
            ({"leervorm": ""}, ("leervorm", "choice-unknown")),
            ({"maanden": "0"}, ("maanden", "months")),
            ({"maanden": "241"}, ("maanden", "months")),
            ({"maanden": "een jaar"}, ("maanden", "months")),
            ({"maanden": "9" * 5_000}, ("maanden", "months")),
            ({"vaardigheden": ("https://voorbeeld.nl/x",)}, ("vaardigheid", "skill-unknown")),
            ({"vaardigheden": tuple(list(OFFER.skills)[:9])}, ("vaardigheid", "skills-too-many")),
            ({"werkproces": "25774/B9-K9-W9"}, ("werkproces", "werkproces-unknown")),
            ({"werkproces": "25774/B1-K2-W1"}, ("soort", "work-is-competency")),
            ({"vorm": "ster"}, ("vorm", "choice-unknown")),
            ({"kleur": "roze"}, ("kleur", "choice-unknown")),
            ({"kleur": "eigen", "eigen_kleur": "rood"}, ("eigen_kleur", "colour-unreadable")),
            ({"kleur": "eigen", "eigen_kleur": "#FFD700"}, ("eigen_kleur", "colour-light")),
            ({"teken": "raket"}, ("teken", "choice-unknown")),
            ({"teken": "eigen", "letters": "<svg"}, ("letters", "letters")),
        ],
    )
    def test_says_what_is_wrong(self, changes: dict[str, object], expected: tuple[str, str]) -> None:
        """Each problem stands at its field."""
        assert expected in problems(**changes)

    def test_says_everything_at_once(self) -> None:
        """Nobody has to press the button once for each mistake."""
        assert {"naam", "soort", "maanden"} <= {
            field for field, _ in problems(naam="", soort="x", maanden="-1")
        }

    @pytest.mark.parametrize("word", PROTECTED)
    def test_refuses_a_protected_name(self, word: str) -> None:
        """What law or SBB keeps for others is no name of a badge."""
        assert [("naam", "protected-name")] == problems(naam=f"Heftruck {word}")

    def test_takes_letters_and_a_colour_of_ones_own(self) -> None:
        """VCA on a dark red is fine."""
        emblem = read(kleur="eigen", eigen_kleur="#5B2333", teken="eigen", letters="vca").emblem
        assert ("5b2333", "VCA", None) == (emblem.colour, emblem.letters, emblem.sign)

    @pytest.mark.parametrize("key", STARTERS)
    def test_takes_every_starter(self, key: str) -> None:
        """The set to begin with can be published as it is: three levels, and real skills."""
        content = read_badgeklasse(STARTERS[key], offer=OFFER)
        assert (3, True) == (len(content.dutch.steps), bool(content.skills))


class TestEditions:
    """`Content` in its two languages."""

    def test_name_each_other(self) -> None:
        """The Dutch edition leads to the English one, and back."""
        content = read(**ENGLISH)
        dutch = content.in_dutch("https://a.nl/nl", version=3, english_url="https://a.nl/en")
        english = content.in_english("https://a.nl/en", version=3, dutch_url="https://a.nl/nl")
        assert english is not None
        assert ("https://a.nl/en", "https://a.nl/nl") == (dutch.editions[0].url, english.editions[0].url)
        assert ("Forklift driving", 3) == (english.name, english.version)

    def test_is_one_alone_without_english(self) -> None:
        """Nobody has to write English."""
        assert read().in_english("https://a.nl/en", version=1, dutch_url="https://a.nl/nl") is None
        assert () == read().in_dutch("https://a.nl/nl", version=1, english_url=None).editions


class TestRevealedBy:
    """`revealed_by` warns of words that tell to which group somebody belongs."""

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("Horeca voor statushouders", "statushouders"),
            ("Werkfit in acht weken", "Werkfit"),
            ("Samenwerken", None),
            ("Actief in de risico-analyse", None),
        ],
    )
    def test_finds_the_word(self, text: str, expected: str | None) -> None:
        """It stands there as a word of its own."""
        assert expected == revealed_by(replace(TYPED, naam=text))


class TestLoads:
    """`loads` reads what `dumps` kept."""

    def test_gives_back_what_was_typed(self) -> None:
        """Nothing that was typed is lost."""
        typed = STARTERS["samenwerken"]
        assert typed == loads(typed.dumps())
