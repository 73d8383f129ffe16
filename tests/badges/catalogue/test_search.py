"""A search answers in the words that people use, and says so when it cannot."""

from collections.abc import Iterable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from badges.catalogue import embedded
from badges.catalogue.everyday import everyday
from badges.catalogue.search import SearchResult
from badges.catalogue.words import forms, tokens


def keys(text: str, *, limit: int = 20) -> list[str]:
    """Search and give the keys of the hits."""
    return [hit.werkproces.key for hit in embedded().search(text, limit=limit).hits]


def missed(word: str, promised: Iterable[str]) -> list[str]:
    """List what a search for a word should find and does not: a werkproces, or all of a larger thing."""
    catalogue = embedded()
    found = {hit.werkproces.key for hit in catalogue.search(word, limit=catalogue.werkproces_count).hits}
    return [
        key
        for key in promised
        if not any(hit == key or hit.startswith((f"{key}/", f"{key}-W")) for hit in found)
    ]


class TestSearchByEverydayWords:
    """Words that stand in hardly any title."""

    @pytest.mark.parametrize(
        ("text", "first"),
        [
            ("brood", "25721/B1-K1-W4"),
            ("deeg", "25721/B1-K1-W4"),
            ("taart versieren", "25721/B1-K1-W5"),
            ("schoonmaken", "25742/P7-K1-W4"),
            ("poetsen", "25741/P2-K1-W1"),
            ("inpakken", "25774/B1-K3-W1"),
            ("koffie", "25168/B1-K1-W5"),
            ("koffie zetten", "25168/B1-K1-W5"),
            ("heftruck", "25774/B1-K1-W1"),
            ("tillen", "25774/B1-K1-W1"),
            ("kassa", "25168/B1-K1-W10"),
            ("planten", "27081/P1-K1-W1"),
            ("plant", "27081/P1-K1-W1"),
            ("snoeien", "27081/P1-K1-W2"),
            ("band plakken", "27038/B1-K3-W2"),
            ("verven", "25589/B1-K1-W3"),
            ("muur", "25786/B1-K1-W3"),
            ("tegels zetten", "25827/B1-K1-W4"),
            ("afwassen", "25180/B1-K1-W6"),
            ("vakkenvullen", "25748/P5-K1-W2"),
            ("orderpicken", "25774/B1-K2-W1"),
            ("appeltaart", "25721/B1-K1-W5"),
            ("roggebrood", "25721/B1-K1-W4"),
        ],
    )
    def test_finds_the_work(self, text: str, first: str) -> None:
        """The first hit is what a person who says this means."""
        assert first == keys(text)[0]

    def test_shows_nothing_that_only_looks_alike(self) -> None:
        """Who plants does not plan: `Plant zijn werkzaamheden` is no answer."""
        assert not {"25180/B1-K1-W1", "25721/B1-K1-W1"} & set(keys("planten"))

    def test_finds_every_word_of_the_table(self) -> None:
        """Each word can be typed, and finds all that the table promises."""
        targets = everyday().targets
        assert [] == [word for word in targets if [word] != list(tokens(word))]
        assert [] == [(word, key) for word, promised in targets.items() for key in missed(word, promised)]

    def test_knows_more_than_two_hundred_words(self) -> None:
        """Most of them stand in no title."""
        titles = {
            form
            for kwalificatie in embedded().kwalificaties
            for werkproces in kwalificatie.werkprocessen
            for token in tokens(werkproces.title)
            for form in forms(token)
        }
        assert 500 < sum(not forms(word) & titles for word in everyday().targets)


class TestSearchByTitles:
    """Words of the official titles."""

    @pytest.mark.parametrize(
        ("text", "first"),
        [
            ("orders verzamelen", "25774/B1-K2-W1"),
            ("ORDERS, verzamelen!", "25774/B1-K2-W1"),
            ("verzamel order", "25774/B1-K2-W1"),
            ("orders verzmaelen", "25774/B1-K2-W1"),
            ("mise-en-place", "25180/B1-K1-W2"),
            ("creëren sfeer", "25168/B1-K1-W7"),
            ("creeren sfeer", "25168/B1-K1-W7"),
            ("onderhoud fiets", "27038/B1-K2-W1"),
            ("verdachten aanhouden", "25690/B1-K2-W2"),
            ("bakker", "25721/B1-K1-W1"),
        ],
    )
    def test_finds_the_title(self, text: str, first: str) -> None:
        """Accents, capitals, hyphens, verb forms, word parts and a typing error do not stand in the way."""
        assert first == keys(text)[0]

    def test_shows_only_what_answers_most_words(self) -> None:
        """Of two words, what answers one is left out once something answers both."""
        result = embedded().search("orders verzamelen")
        assert {("orders", "verzamelen")} == {hit.words for hit in result.hits}

    def test_puts_the_best_first(self) -> None:
        """Scores never rise."""
        scores = [hit.score for hit in embedded().search("schoonmaken keuken machines").hits]
        assert sorted(scores, reverse=True) == scores


class TestSearchByKey:
    """Numbers and codes."""

    @pytest.mark.parametrize("text", ["25774/B1-K2-W1", "25774 b1-k2-w1", " crebo 25774, B1-K2-W1."])
    def test_finds_one_werkproces_by_its_key(self, text: str) -> None:
        """However the key is written."""
        assert ["25774/B1-K2-W1"] == keys(text)

    def test_finds_all_of_a_crebo_in_order(self) -> None:
        """W10 comes after W9."""
        assert [row.key for row in embedded().werkprocessen("25168")] == keys("25168")

    def test_finds_a_code_in_every_kwalificatie(self) -> None:
        """A code alone means nothing, so all are shown, the lower levels first."""
        result = embedded().search("B1-K1-W10", limit=100)
        assert {"B1-K1-W10"} == {hit.werkproces.code for hit in result.hits}

    def test_says_that_a_number_is_unknown(self) -> None:
        """An unknown crebo is not answered with another."""
        result = embedded().search("00000")
        assert ((), 0) == (result.hits, result.total)
        assert result.advice is not None


class TestSearchWithoutAnswer:
    """Nothing found."""

    def test_says_what_to_do(self) -> None:
        """The sentence names the word and the next step."""
        advice = embedded().search("strijken").advice
        assert advice is not None
        assert (
            "We vinden geen werkproces bij 'strijken'. Probeer een ander woord, of kies eerst een beroep."
            == advice.nl
        )

    @pytest.mark.parametrize("word", sorted(everyday().absent))
    def test_says_it_of_every_word_that_we_know_to_be_missing(self, word: str) -> None:
        """A word that looks like another is not answered with that one."""
        result = embedded().search(word)
        assert () == result.hits
        assert result.advice is not None

    def test_says_what_is_particular(self) -> None:
        """Of a driver we know the name of the kwalificatie only, and say so."""
        advice = embedded().search("chauffeur").advice
        assert advice is not None
        assert "Chauffeur wegvervoer" in advice.nl
        assert "Chauffeur wegvervoer" in advice.en

    @pytest.mark.parametrize("text", ["", "  ", "de", "het een werk", "😀", "laken", "hart", "pizzeria xyz"])
    def test_invents_nothing(self, text: str) -> None:
        """No word that says anything gives no hit and advice."""
        result = embedded().search(text)
        assert () == result.hits
        assert result.advice is not None

    def test_answers_the_words_that_it_knows(self) -> None:
        """One word that nobody knows does not spoil the others."""
        assert keys("kassa") == keys("xyzzyplugh kassa")


class TestSearch:
    """Any text at all."""

    @settings(deadline=None)  # the first example makes the index, on whatever machine
    @given(st.text(max_size=400), st.integers(-5, 50))
    def test_never_raises(self, text: str, limit: int) -> None:
        """Hits or advice, never more than asked."""
        result = embedded().search(text, limit=limit)
        assert isinstance(result, SearchResult)
        assert len(result.hits) <= max(limit, 0)
        assert (result.advice is None) == (result.total > 0)

    @settings(deadline=None)  # the first example makes the index, on whatever machine
    @given(st.lists(st.sampled_from(sorted(everyday().targets)), min_size=1, max_size=20))
    def test_finds_something_for_any_known_words(self, words: list[str]) -> None:
        """However many words, some are answered."""
        assert embedded().search(" ".join(words)).hits

    def test_counts_what_the_limit_leaves_out(self) -> None:
        """The page can say how many more there are."""
        result = embedded().search("kinderen", limit=3)
        assert 3 == len(result.hits)
        assert result.total > 3
