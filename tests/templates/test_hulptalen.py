"""The pages of holders and of whoever checks, in languages that help."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Final

import pytest
from babel import Locale
from babel.messages import Message
from babel.messages.pofile import read_po
from babel.support import Translations

import templates
from badges.catalogue.hulp import _sentences, sentence_in
from holders.errors import CardError, NotKeptError, OtherCodeError
from holders.overview.pages import wallet
from holders.sharing.pages import presenting, sharing
from templates.documents.glyphs import writable
from templates.hulptalen import CODES, HULPTALEN, PAGES, SAID, Hulptaal, read_hulptalen
from templates.rendering import render, translated
from templates.views.pieces import View
from tests.templates.reading import Page
from tests.templates.samples import pages
from verifier.headings import state_heading
from verifier.states import State

PLACEHOLDER: Final = re.compile(r"%\(\w+\)s")
TAG: Final = re.compile(r"</?(?!bdi)\w+>")
LOCALES: Final = Path(templates.__file__).parent / "locales"
TOKENS: Final = Path(templates.__file__).parent / "static" / "tokens.css"
RANGE: Final = re.compile(r"U\+([0-9A-F]+)-([0-9A-F]+)")
SAMPLES: Final = {name: sample for name, sample in pages().items() if sample[0] in PAGES}


@cache
def read(name: str, language: Hulptaal) -> Page:
    """Draw a sample and read it."""
    page, view = SAMPLES[name]
    return Page(render(page, view, language=language))


def with_all(view: View) -> View:
    """Put a page where all hulptalen are on."""
    return replace(view, frame=replace(view.frame, path="/b/x?a=1", hulptalen=CODES))  # type: ignore[type-var]  # every view is a dataclass with a frame


def catalogue(language: Hulptaal) -> Iterator[Message]:
    """Read the sentences of a language."""
    with (LOCALES / language / "LC_MESSAGES" / "hulp.po").open("rb") as file:
        yield from (message for message in read_po(file) if message.id)


def forms(message: Message) -> list[str]:
    """List the forms of a translation: one, or as many as the language has for numbers."""
    return [message.string] if isinstance(message.string, str) else list(message.string)


def sources(message: Message) -> list[str]:
    """List the Dutch forms."""
    return [message.id] if isinstance(message.id, str) else list(message.id)


def holes(text: str) -> set[str]:
    """List what is filled in, apart from how many: a language may write one and two as words."""
    return set(PLACEHOLDER.findall(text)) - {"%(count)s"}


@pytest.mark.parametrize("language", CODES)
class TestRender:
    """Every sample of these pages, in each hulptaal."""

    def test_says_its_language_and_how_it_runs(self, language: Hulptaal) -> None:
        """A screen reader takes its voice from it, and a browser the side on which a line starts."""
        heads = {name: read(name, language).all("html")[0] for name in SAMPLES}
        expected = {"lang": language, "dir": HULPTALEN[language].direction}
        assert heads == dict.fromkeys(SAMPLES, expected)

    def test_closes_what_it_opens(self, language: Hulptaal) -> None:
        """A translation moves no text into another element."""
        found = {name: (read(name, language).misplaced, read(name, language).open) for name in SAMPLES}
        assert found == dict.fromkeys(SAMPLES, ([], []))

    def test_has_no_markup_in_a_title(self, language: Hulptaal) -> None:
        """What a browser shows as the name of the page is text."""
        titles = {
            name: read(name, language).html.split("<title>")[1].split("</title>")[0] for name in SAMPLES
        }
        assert [] == [title for title in titles.values() if "<" in title or "&lt;" in title]

    def test_has_whole_attributes(self, language: Hulptaal) -> None:
        """No attribute holds a tag."""
        values = [
            value for name in SAMPLES for _, each in read(name, language).tags for value in each.values()
        ]
        assert [] == [value for value in values if "bdi>" in value or "<span" in value]

    def test_says_who_read_it(self, language: Hulptaal) -> None:
        """Above each page stands, in Dutch too, that it is a hulpvertaling and that only the Dutch counts."""
        said = "Dit is een hulpvertaling. Niemand die deze taal spreekt heeft haar nog gelezen."
        assert HULPTALEN[language].read_by is None
        assert {name: read(name, language).html.count(said) for name in SAMPLES} == dict.fromkeys(SAMPLES, 1)

    def test_leaves_what_somebody_wrote_in_its_own_language(self, language: Hulptaal) -> None:
        """A badge says what it said when it was signed, and a screen reader knows that it is Dutch."""
        html = read("badge-valid", language).html
        assert '<p class="lead pre" lang="nl" dir="auto">Sam verzamelde' in html
        assert '<span lang="nl" dir="auto">“Ik kan bestellingen bij elkaar' in html


@pytest.mark.parametrize("language", CODES)
class TestOurs:
    def test_says_it_beside_the_dutch(self, language: Hulptaal) -> None:
        """Above our Dutch sentence stands what it means."""
        dutch = "Ik kan bestellingen bij elkaar zoeken en nakijken."
        said = f'“{sentence_in(language, dutch)}”<br><span lang="nl" dir="auto">“{dutch}”</span>'
        assert said in read("badge-valid", language).html


@pytest.mark.parametrize("language", CODES)
class TestCatalogue:
    """The sentences of each hulptaal."""

    def test_fills_in_what_the_dutch_fills_in(self, language: Hulptaal) -> None:
        """No name or date is lost or made up, and no emphasis."""
        wrong = [
            (message.id, form)
            for message in catalogue(language)
            for form in forms(message)
            if holes(form) != holes(sources(message)[-1])
            or sorted(TAG.findall(form)) != sorted(TAG.findall(sources(message)[-1]))
            or not set(PLACEHOLDER.findall(form)) <= set(PLACEHOLDER.findall(sources(message)[-1]))
        ]
        assert wrong == []

    def test_counts_as_the_language_counts(self, language: Hulptaal) -> None:
        """Arabic has six forms for numbers, Polish three; a larger number is said as a number."""
        wanted = {"ar": 6, "tr": 2, "pl": 3, "uk": 3, "ti": 2}[language]
        counted = [message for message in catalogue(language) if not isinstance(message.id, str)]
        assert {len(forms(message)) for message in counted} == {wanted}
        last = [
            message.id
            for message in counted
            if ("%(count)s" in message.id[1]) != ("%(count)s" in forms(message)[-1])
        ]
        assert last == []

    def test_chooses_the_form_as_cldr_does(self, language: Hulptaal) -> None:
        """Two numbers that the language says alike get the same form, and no others do."""
        translations = Translations.load(LOCALES, [language], domain="hulp")
        form, rule = translations.plural, Locale.parse(language).plural_form  # type: ignore[attr-defined]  # gettext sets it
        pairs = {(form(number), rule(number)) for number in range(1, 200)}
        assert len(pairs) == len({index for index, _ in pairs}) == len({name for _, name in pairs})

    def test_is_in_its_own_letters(self, language: Hulptaal) -> None:
        """No sentence of another language strayed in; what is Dutch stays Latin."""
        own = {"ar": "ARABIC", "uk": "CYRILLIC", "ti": "ETHIOPIC"}.get(language, "LATIN")
        letters = {sign for each in catalogue(language) for form in forms(each) for sign in form}
        scripts = {
            unicodedata.name(each).split()[0] for each in letters if unicodedata.category(each) == "Lo"
        }
        cased = {unicodedata.name(each).split()[0] for each in letters if each.lower() != each.upper()}
        assert scripts | cased <= {own, "LATIN"}

    def test_knows_the_answer_of_a_check(self, language: Hulptaal) -> None:
        """The sentence that an employer came for is never left in Dutch only."""
        headings = [state_heading(state).nl for state in State]
        assert [each for each in headings if translated(each, language=language) == each] == []


class TestLetters:
    """The letters of Ge'ez, which not every device has: we bring them along."""

    def test_are_all_in_the_letters_that_we_bring(self) -> None:
        """No word of Tigrinya is asked of letters that are not there, on a page or on paper."""
        words = {form for message in catalogue("ti") for form in forms(message)}
        said = "".join({*words, HULPTALEN["ti"].name, *_sentences("ti").values()})
        face = next(line for line in TOKENS.read_text().splitlines() if "noto-sans-ethiopic-400" in line)
        brought = [(int(first, 16), int(last, 16)) for first, last in RANGE.findall(face)]
        ethiopic = {sign for sign in said if unicodedata.name(sign, "").startswith("ETHIOPIC")}
        assert len(ethiopic) > 150
        assert {sign for sign in ethiopic if not any(a <= ord(sign) <= b for a, b in brought)} == set()
        assert writable(said) == said


class TestSaid:
    """The sentences that come from a room above."""

    def test_are_said_there(self) -> None:
        """They are the words that the rooms use today."""
        holders = {CardError.nl, NotKeptError.nl, OtherCodeError.nl}
        above = {state_heading(state).nl for state in State} | {
            each["nl"] for page in (wallet, presenting, sharing) for each in page.DONE.values()
        }
        assert set(SAID) >= above | holders


class TestSwitch:
    """The way from one language to another."""

    def test_offers_each_language_by_its_own_name(self) -> None:
        """Who cannot read Dutch finds the word that he can read."""
        page, view = SAMPLES["badge-valid"]
        html = render(page, with_all(view), language="nl")
        assert 'href="/b/x?a=1&amp;taal=ar" lang="ar" hreflang="ar" dir="auto">العربية</a>' in html
        assert 'taal=tr" lang="tr" hreflang="tr" dir="auto">Türkçe</a>' in html
        assert 'taal=nl" lang="nl"' in render(page, with_all(view), language="ar")

    def test_offers_them_only_where_they_are_spoken(self) -> None:
        """Another page has Dutch and English, and so has a service where they are off."""
        page, view = SAMPLES["badge-valid"]
        home, at_home = pages()["home"]
        assert "العربية" not in render(page, view, language="nl")
        assert "العربية" not in render(home, with_all(at_home), language="nl")


class TestReadHulptalen:
    def test_lists_only_what_a_speaker_read(self) -> None:
        """Nobody has read one yet."""
        assert read_hulptalen() == ()
