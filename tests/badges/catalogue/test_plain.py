"""Our plain words are plain, ours, and beside what is official."""

import re

import pytest

from badges.catalogue import embedded, plain_skill, plain_text
from badges.catalogue.model import Werkproces
from badges.catalogue.plain import SOURCE

EXPLAINED = (
    *(str(crebo) for crebo in range(25740, 25749)),
    *("25774", "25721", "25180", "25168", "25808", "25960", "27038", "27081", "25589", "25959"),
)

TEXTS = [
    (werkproces.key, words)
    for crebo in EXPLAINED
    for werkproces in embedded().werkprocessen(crebo)
    if (words := plain_text(werkproces)) is not None
]


def sentences(text: str) -> list[str]:
    """Cut a text into sentences."""
    return [part for part in re.split(r"(?<=[.!?])\s+", text) if part]


class TestPlainText:
    """Words for a werkproces."""

    @pytest.mark.parametrize("crebo", EXPLAINED)
    def test_exist_for_the_kwalificaties_that_we_explain(self, crebo: str) -> None:
        """The nine of entree and ten of level 2, each whole."""
        for werkproces in embedded().werkprocessen(crebo):
            for language in ("nl", "en"):
                words = plain_text(werkproces, language=language)
                assert words is not None, werkproces.key
                assert (SOURCE, language) == (words.source, words.language)

    def test_say_what_a_person_can(self) -> None:
        """One sentence `Ik kan ...`; an explanation in up to four."""
        assert [] == [key for key, words in TEXTS if not words.sentence.startswith("Ik kan ")]
        assert [] == [key for key, words in TEXTS if 1 != len(sentences(words.sentence))]
        assert [] == [key for key, words in TEXTS if not 1 <= len(sentences(words.explanation)) <= 4]

    def test_are_whole_sentences_of_at_most_eighteen_words(self) -> None:
        """They are read by who reads little, and by a voice."""
        wrong = {
            key: sentence
            for key, words in TEXTS
            for sentence in (words.sentence, *sentences(words.explanation))
            if len(sentence.split()) > 18 or not sentence[0].isupper() or not sentence.endswith(".")
        }
        assert {} == wrong

    def test_are_twelve_words_a_sentence_on_average(self) -> None:
        """Short on the whole, too."""
        counts = [
            len(sentence.split())
            for _, words in TEXTS
            for sentence in (words.sentence, *sentences(words.explanation))
        ]
        assert sum(counts) / len(counts) < 12

    def test_use_no_word_that_voice_forbids(self) -> None:
        """No school words, no system words, no exclamation marks."""
        forbidden = {
            "credential",
            "valideren",
            "indien",
            "middels",
            "betreffende",
            "onvoldoende",
            "toets",
            "!",
        }
        texts = {key: f"{words.sentence} {words.explanation}".casefold() for key, words in TEXTS}
        assert {} == {key: word for key, text in texts.items() for word in forbidden if word in text}

    def test_are_none_where_we_have_none(self) -> None:
        """A werkproces that we did not explain has no words, rather than invented ones."""
        assert plain_text(embedded().werkproces("25655", "B1-K1-W2")) is None

    def test_belong_to_a_title(self) -> None:
        """When an import changes the title, words for the old one are no longer shown."""
        werkproces = Werkproces(
            crebo="25774", code="B1-K2-W1", title="Iets anders", kerntaak_code="B1-K2", kerntaak_title="Iets"
        )
        assert plain_text(werkproces) is None

    def test_belong_to_a_kwalificatie_where_the_title_says_little(self) -> None:
        """`Voert werkzaamheden uit` is painting for a painter only."""
        painter = embedded().werkproces("25589", "B1-K1-W3")
        other = Werkproces(
            crebo="99001",
            code="B1-K1-W3",
            title=painter.title,
            kerntaak_code="B1-K1",
            kerntaak_title=painter.kerntaak_title,
        )
        assert plain_text(painter) is not None
        assert plain_text(other) is None


class TestPlainSkill:
    """Labels for skills."""

    def test_exist_for_all_skills(self) -> None:
        """Each of the 91 has a label in both languages, no two the same."""
        skills = embedded().skills
        for language in ("nl", "en"):
            labels = [plain_skill(skill.uri, language=language) for skill in skills]
            assert None not in labels
            assert 91 == len(set(labels))

    def test_say_it_plainly(self) -> None:
        """Procedures volgen is doing the work in the right order."""
        uri = "https://linkeddata.competentnl.nl/id/humancapability/752EEDBE89"
        assert ("Procedures volgen", "Doet het werk in de goede volgorde") == (
            embedded().skill(uri).label,
            plain_skill(uri),
        )

    def test_are_none_where_we_have_none(self) -> None:
        """An unknown skill gets no label."""
        assert plain_skill("https://linkeddata.competentnl.nl/id/humancapability/0000000000") is None
