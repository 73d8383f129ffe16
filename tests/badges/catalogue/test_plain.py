"""Our plain words are plain, ours, and beside what is official."""

from collections import defaultdict

import pytest

from badges.catalogue import embedded, plain_skill, plain_text
from badges.catalogue.model import Kwalificatie, Werkproces
from badges.catalogue.plain import SOURCE, PlainText, are_unchecked, skill_sign
from tests.badges.catalogue.reading import LITERAL, hard, literal, sentences

EXPLAINED = [row for row in embedded().kwalificaties if row.level is None or row.level <= 2]

TEXTS = [
    (werkproces, text)
    for kwalificatie in embedded().kwalificaties
    for werkproces in kwalificatie.werkprocessen
    if (text := plain_text(werkproces)) is not None
]

ENGLISH = [(row, text) for row, _ in TEXTS if (text := plain_text(row, language="en")) is not None]

FORBIDDEN = {
    *("credential", "verifi", "authenticatie", "valideren", "issuer", "token", "profiel", "omgeving"),
    *("indien", "middels", "betreffende", "toets", "cijfer", "onvoldoende", "achterstand"),
    *("doelgroep", "kwetsbaar", "laagopgeleid", "laaggeletterd", "afstand tot", "!"),
    *("diploma", "certificaat", "werkproces", "kerntaak", "werkzaamheden"),
}
"""What voice and the law keep out of our words, and the words of titles that say nothing."""


def whole(text: PlainText) -> str:
    """Join a sentence and its explanation."""
    return " ".join(filter(None, (text.sentence, text.explanation)))


def worst(found: dict[str, str]) -> str:
    """Tell the ten longest, for whoever reads that it failed."""
    return "\n".join(sorted(found.values(), key=len, reverse=True)[:10])


class TestPlainText:
    """Words for a werkproces."""

    @pytest.mark.parametrize("kwalificatie", EXPLAINED, ids=[row.crebo for row in EXPLAINED])
    def test_exist_and_explain_for_who_starts(self, kwalificatie: Kwalificatie) -> None:
        """Each werkproces of entree and level 2 has a sentence and an explanation, in both languages."""
        for werkproces in kwalificatie.werkprocessen:
            for language in ("nl", "en"):
                text = plain_text(werkproces, language=language)
                assert text is not None, werkproces.key
                assert text.explanation, werkproces.key
                assert (SOURCE, language) == (text.source, text.language)

    def test_exist_for_every_werkproces(self) -> None:
        """All 645 of the embedded catalogue have a sentence, in both languages."""
        assert (645, 645) == (len(TEXTS), len(ENGLISH))

    def test_say_what_a_person_can(self) -> None:
        """One sentence `Ik kan ...`; an explanation, where there is one, in up to four."""
        for texts, begin in ((TEXTS, "Ik kan "), (ENGLISH, "I can ")):
            assert [] == [row.key for row, text in texts if not text.sentence.startswith(begin)]
            assert [] == [row.key for row, text in texts if 1 != len(sentences(text.sentence))]
            assert [] == [row.key for row, text in texts if len(sentences(text.explanation or "")) > 4]

    @pytest.mark.parametrize(("texts", "most"), [(TEXTS, 14), (ENGLISH, 16)], ids=["nl", "en"])
    def test_are_short(self, texts: list[tuple[Werkproces, PlainText]], most: int) -> None:
        """At most fourteen words: the sentence is read by who reads little, and by a voice."""
        found = {row.key: text.sentence for row, text in texts if len(text.sentence.split()) > most}
        assert not found, worst(found)

    def test_are_whole_sentences_of_at_most_eighteen_words(self) -> None:
        """They begin with a capital and end with a full stop, in both languages."""
        found = {
            f"{row.key} {text.language}": sentence
            for row, text in (*TEXTS, *ENGLISH)
            for sentence in sentences(whole(text))
            if len(sentence.split()) > 18 or not sentence[0].isupper() or sentence[-1] not in ".?"
        }
        assert not found, worst(found)

    def test_are_ten_words_a_sentence_on_average(self) -> None:
        """Short on the whole, too."""
        counts = [len(sentence.split()) for _, text in TEXTS for sentence in sentences(whole(text))]
        assert sum(counts) / len(counts) < 10

    def test_use_no_word_that_voice_forbids(self) -> None:
        """No school words, no system words, no labels, no exclamation marks."""
        texts = {row.key: whole(text).casefold() for row, text in TEXTS}
        assert {} == {key: word for key, text in texts.items() for word in FORBIDDEN if word in text}

    def test_use_no_long_word_that_not_everybody_knows(self) -> None:
        """Words over eleven letters stand in a list, each known."""
        found = {f"{row.key} {word}": word for row, text in TEXTS for word in hard(whole(text))}
        assert not found, worst(found)

    def test_are_not_the_title_again(self) -> None:
        """At most sixty of a hundred words of a title come back: `Ik kan` before a title explains nothing."""
        found = {
            row.key: f"{row.title} / {text.sentence}"
            for row, text in TEXTS
            if literal(row.title, text.sentence) > LITERAL
        }
        assert not found, worst(found)

    def test_tell_the_werkprocessen_of_a_person_apart(self) -> None:
        """No two titles of one kwalificatie share a sentence."""
        for texts in (TEXTS, ENGLISH):
            titles: dict[tuple[str, str], set[str]] = defaultdict(set)
            for row, text in texts:
                titles[row.crebo, text.sentence].add(row.title)
            assert {} == {key: shared for key, shared in titles.items() if len(shared) > 1}

    def test_say_who_wrote_and_who_checked_them(self) -> None:
        """Nobody checked them yet, and they say so."""
        assert {("Praktijkbewijs", None, "concept")} == {
            (text.written_by, text.checked_by, text.status) for _, text in TEXTS
        }

    def test_are_none_where_we_have_none(self) -> None:
        """A werkproces that an import brought has no words, rather than invented ones."""
        werkproces = Werkproces(
            crebo="99001", code="B1-K1-W1", title="Iets nieuws", kerntaak_code="B1-K1", kerntaak_title="Iets"
        )
        assert plain_text(werkproces) is None

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


class TestSkillSign:
    """Pictograms for skills."""

    def test_exists_for_all_skills(self) -> None:
        """Each of the 91 has one."""
        assert None not in {skill_sign(skill.uri) for skill in embedded().skills}

    def test_is_none_where_we_have_none(self) -> None:
        """An unknown skill gets no pictogram."""
        assert skill_sign("https://linkeddata.competentnl.nl/id/humancapability/0000000000") is None


class TestAreUnchecked:
    """Whether words of ours still wait for somebody to check them."""

    def test_is_true_of_a_sentence_of_ours(self) -> None:
        """In each language: nobody checked one yet."""
        assert all(are_unchecked([text.sentence]) for _, text in (*TEXTS, *ENGLISH))

    def test_is_false_of_what_is_not_ours(self) -> None:
        """Words of somebody else, and none at all."""
        assert not are_unchecked(["Ik kan iets anders."])
        assert not are_unchecked([])


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
