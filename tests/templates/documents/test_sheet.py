"""What stands on a sheet, and what never does."""

from dataclasses import replace
from datetime import date

import pytest

from templates.documents.glyphs import MISSING
from templates.documents.sheet import Sheet, sheet_of
from templates.rendering import Language
from templates.views.pieces import Facts, JudgedLine
from tests.templates.samples.pieces import FACTS, POOR_FACTS, URL


def sheet(facts: Facts = FACTS, *, language: Language = "nl") -> Sheet:
    """Write the sheet of the example."""
    return sheet_of(facts, url=URL, language=language, signed_in="nl")


def words(written: Sheet) -> str:
    """Give everything that can be read on it."""
    return repr(written)


class TestSheetOf:
    """sheet.sheet_of."""

    def test_puts_our_sentence_above_the_official_title(self) -> None:
        """As on the page of the badge."""
        written = sheet()
        assert "Dit kan Sam de Vries" == written.heading.text
        assert "“Ik kan bestellingen bij elkaar zoeken en nakijken.”" == written.quote.text
        assert written.official is not None
        named = "Verzamelt en controleert orders, werkproces B1-K2-W1 van Logistiek medewerker"
        assert f"Officieel heet dit: {named}." == written.official.text

    def test_says_the_title_where_we_have_no_sentence(self) -> None:
        """What was signed is always there."""
        written = sheet(POOR_FACTS)
        assert ("Dit kan ik", "Verzamelt en controleert orders") == (written.heading.text, written.quote.text)
        assert "nl" == written.quote.lang

    def test_leaves_what_was_signed_in_its_language(self) -> None:
        """Our words change; the narrative and the name do not."""
        written = sheet(language="en")
        assert ("Sam de Vries can do this", "en") == (written.heading.text, written.heading.lang)
        assert [("nl", FACTS.narrative)] == [(each.lang, each.text) for each in written.narrative]

    def test_names_who_judged_and_who_gave_apart(self) -> None:
        """Of a praktijkverklaring those are two."""
        judged = replace(
            FACTS,
            judged_by="Magazijn De Maas",
            issuer="School De Brug",
            werkprocessen=(JudgedLine(title="Bakt brood", crebo="25742", code="B1-K1-W2"),),
        )
        named = [(label, name.text) for label, name in sheet(judged).people]
        assert [("Beoordeeld door", "Magazijn De Maas"), ("Verstrekt door", "School De Brug")] == named
        assert "Dit is geen diploma, mbo-certificaat of mbo-verklaring." in words(sheet(judged))

    @pytest.mark.parametrize("language", ["nl", "en"])
    def test_says_what_it_is_not(self, language: Language) -> None:
        """In every language."""
        said = {"nl": "Dit is geen diploma.", "en": "This is not a diploma."}
        assert said[language] in words(sheet(language=language))

    @pytest.mark.parametrize("kept", ["leerbedrijf", "werknemer", "informeel leren", "leerling", "stagiair"])
    def test_tells_nothing_of_where_somebody_learns(self, kept: str) -> None:
        """No kind of organisation, no role, no way of learning: on a wall they say what nobody asked."""
        facts = replace(FACTS, role="leerling" if kept == "leerling" else "stagiair")
        assert kept not in words(sheet(facts))

    @pytest.mark.parametrize(
        ("start", "end", "expected"),
        [
            (date(2026, 1, 5), date(2026, 6, 26), "5 januari 2026 tot en met 26 juni 2026"),
            (date(2026, 1, 5), date(2026, 1, 5), "5 januari 2026"),
            (None, date(2026, 6, 26), "26 juni 2026"),
        ],
    )
    def test_says_when_it_was(self, start: date | None, end: date, expected: str) -> None:
        """One day is one day."""
        written = sheet(replace(FACTS, start=start, end=end))
        assert expected == dict(written.facts)["Wanneer"].text.replace("\u00a0", " ")

    def test_says_of_a_level_that_it_is_none_of_the_mbo(self) -> None:
        """A step of a badgeklasse has the name that its maker gave it."""
        values = [value.text for _, value in sheet(replace(FACTS, level="gevorderd")).facts]
        assert "gevorderd. Dit is geen mbo-niveau." in values

    def test_tells_until_when_it_counts(self) -> None:
        """For paper outlives what it says."""
        written = sheet(replace(FACTS, valid_until=date(2028, 6, 26)))
        assert "26 juni 2028" in [value.text for _, value in written.facts]

    def test_says_which_signs_could_not_be_written(self) -> None:
        """And nothing of it where all could."""
        missed = sheet(replace(FACTS, name="Sam 😀"))
        assert f"Dit kan Sam {MISSING}" == missed.heading.text
        assert "geen letter" in missed.notes[-1][1]
        assert 1 == len(sheet().notes)

    def test_leaves_out_what_turns_words_around(self) -> None:
        """A name cannot turn our sentence."""
        assert "Dit kan Sam" == sheet(replace(FACTS, name="Sam\u202e")).heading.text

    def test_reads_a_text_in_its_own_direction(self) -> None:
        """Line by line."""
        written = sheet(replace(FACTS, narrative="Sam hielp.\nمحمد جمع الطلبات"))
        assert [False, True] == [line.rtl for line in written.narrative]
