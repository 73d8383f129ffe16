"""Our sentences "Ik kan ..." in the hulptalen."""

import pytest

from badges.catalogue import embedded
from badges.catalogue.hulp import _sentences, sentence_in
from badges.catalogue.plain import plain_text

AROUND = {
    "ar": ("أستطيع أن ", "."),
    "tr": ("", "im."),
    "pl": ("Potrafię ", "."),
    "uk": ("Я вмію ", "."),
    "ti": ("", " እኽእል እየ።"),
}
"""What each sentence begins and ends with, in each language."""
LANGUAGES = tuple(AROUND)


def low() -> set[str]:
    """List our sentences at the werkprocessen of niveau 1 and 2."""
    entries = [each for each in embedded().entries if each.kwalificatie.level in {1, 2}]
    found = [plain_text(each.werkproces) for each in entries]
    return {each.sentence for each in found if each}


@pytest.mark.parametrize("language", LANGUAGES)
class TestSentenceIn:
    def test_knows_each_sentence_of_niveau_1_and_2(self, language: str) -> None:
        """None is missing, and none belongs to a sentence that we no longer say."""
        assert set(_sentences(language)) == low()

    def test_says_different_things_differently(self, language: str) -> None:
        """No two sentences became one."""
        said = list(_sentences(language).values())
        assert [each for each in said if said.count(each) > 1] == []

    def test_says_what_somebody_can(self, language: str) -> None:
        """In the first person, and as a whole sentence."""
        begin, end = AROUND[language]
        said = _sentences(language).values()
        assert [each for each in said if not (each.startswith(begin) and each.endswith(end))] == []

    def test_is_none_for_another_sentence(self, language: str) -> None:
        """What we did not translate is shown in Dutch."""
        assert sentence_in(language, "Ik kan iets anders.") is None
