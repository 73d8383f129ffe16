"""Words about health, help, debts or past are found as whole words, and only then."""

import pytest

from badges.sensitive import ANY_CASE, EXACT_CASE, sensitive_word


class TestSensitiveWord:
    """The net for accidents."""

    @pytest.mark.parametrize("word", [*ANY_CASE, *EXACT_CASE])
    def test_finds_each_word(self, word: str) -> None:
        """Every word of the list is found in a sentence, and given as it stands there."""
        assert sensitive_word(f"Sam heeft {word}, zei men.") == word
        assert sensitive_word(word) == word

    @pytest.mark.parametrize("word", ANY_CASE)
    def test_finds_it_in_capitals(self, word: str) -> None:
        """Capitals make no difference to most words."""
        assert sensitive_word(f"({word.upper()})") == word.upper()

    @pytest.mark.parametrize(
        "asked",
        [
            *("ziekte", "diagnose", "autisme", "ADHD", "IQ", "schulden", "detentie"),
            *("Wajong", "doelgroepregister", "uitkering", "vso", "PrO"),
        ],
    )
    def test_holds_what_was_asked(self, asked: str) -> None:
        """The words that the privacy requirements name are all there."""
        assert sensitive_word(asked) == asked

    @pytest.mark.parametrize(
        "text",
        [
            "Een echte pro, pro-actief en actief",
            "Wia deed de kassa",
            "Ziek blad van de tomaat weggehaald, plantenziekten herkend",
            "Verleende bijstand bij een ongeval",
            "Werkte in het ziekenhuis en bij de dagbesteding",
            "Deelde medicijnen uit aan bewoners met dementie",
            "Kookte voor gasten met diabetes",
            "Betaalde de openstaande schuld van een klant",
            "Unique boetieks en antiquiteiten",
            "",
        ],
    )
    def test_leaves_everyday_words_alone(self, text: str) -> None:
        """Parts of words and everyday words are no alarm."""
        assert sensitive_word(text) is None

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("Sam heeft ADHD-medicatie", "ADHD"),
            ("na zijn burn-out", "burn-out"),
            ("een ex-gedetineerde", "ex-gedetineerde"),
            ("een verstandelijke beperking", "verstandelijke beperking"),
            ("leerling PrO", "PrO"),
            ("leerling pro", None),
            ("de WIA", "WIA"),
        ],
    )
    def test_decides_at_the_edges(self, text: str, expected: str | None) -> None:
        """A hyphen ends a word; PrO is a school, pro is not."""
        assert sensitive_word(text) == expected
