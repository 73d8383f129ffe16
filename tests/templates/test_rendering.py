"""Every page, with much and with little to show."""

from dataclasses import fields, is_dataclass, replace
from datetime import UTC, date, datetime
from functools import cache
from html.parser import HTMLParser
from typing import get_args

import pytest

from templates import labels, views
from templates.rendering import (
    LANGUAGES,
    Language,
    format_day,
    format_moment,
    render,
    switch_href,
    whatsapp_href,
    with_breaks,
)
from templates.static_files import PREFIX, static_file
from tests.templates.samples import FACTS, PLAIN, badge, checked, outcome, pages, result

VOID = frozenset({"br", "hr", "img", "input", "link", "meta", "wbr"})
SAMPLES = [(name, language) for name in pages() for language in LANGUAGES]


class Page(HTMLParser):
    """Read a page strictly: tags must close in order; what a test asks about is kept."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.misplaced: list[str] = []
        self.labelled: set[str] = set()
        self.in_label: list[dict[str, str]] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open an element, unless it never has an inside."""
        found = {key: value or "" for key, value in attrs}
        self.tags.append((tag, found))
        if "label" in self.open:
            self.in_label.append(found)
        if tag == "label" and "for" in found:
            self.labelled.add(found["for"])
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element that closes itself, as those of SVG do."""
        self.tags.append((tag, {key: value or "" for key, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        """Close the innermost element, or note that another one was closed."""
        if not self.open or self.open.pop() != tag:
            self.misplaced.append(tag)

    def all(self, name: str) -> list[dict[str, str]]:
        """Give the attributes of all elements of a name."""
        return [attributes for tag, attributes in self.tags if tag == name]


@cache
def drawn(name: str, language: Language) -> str:
    """Draw a sample."""
    page, view = pages()[name]
    return render(page, view, language=language)


@cache
def read(name: str, language: Language) -> Page:
    """Draw a sample and read it."""
    return Page(drawn(name, language))


@pytest.mark.parametrize(("name", "language"), SAMPLES)
class TestRender:
    """Every page, rich and poor, in each language."""

    def test_closes_what_it_opens(self, name: str, language: Language) -> None:
        """The tags balance, so no text can move into another element."""
        page = read(name, language)

        assert ([], []) == (page.misplaced, page.open)

    def test_has_no_style_or_script_inside(self, name: str, language: Language) -> None:
        """The content security policy allows neither; a page that needs one would look broken."""
        page = read(name, language)
        styled = [tag for tag, attributes in page.tags if "style" in attributes]
        handlers = [key for _, attributes in page.tags for key in attributes if key.startswith("on")]
        inline = [each for each in page.all("script") if "src" not in each]

        assert ([], [], [], []) == (styled, handlers, inline, page.all("style"))

    def test_has_one_heading_of_the_first_rank(self, name: str, language: Language) -> None:
        """A page says once what it is."""
        assert 1 == len(read(name, language).all("h1"))

    def test_says_its_language(self, name: str, language: Language) -> None:
        """A screen reader takes its voice from it."""
        assert language == read(name, language).all("html")[0]["lang"]

    def test_labels_each_input(self, name: str, language: Language) -> None:
        """Whatever can be filled in has a name in words."""
        page = read(name, language)
        asked = [
            each
            for tag in ("input", "textarea", "select")
            for each in page.all(tag)
            if each.get("type") != "hidden"
        ]
        nameless = [
            each for each in asked if each.get("id") not in page.labelled and each not in page.in_label
        ]

        assert [] == nameless

    def test_gives_each_id_once(self, name: str, language: Language) -> None:
        """A link to an error or a label must lead to one place."""
        ids = [attributes["id"] for _, attributes in read(name, language).tags if "id" in attributes]

        assert sorted(set(ids)) == sorted(ids)

    def test_points_only_to_what_is_there(self, name: str, language: Language) -> None:
        """Descriptions, labels, and links inside the page have a target."""
        page = read(name, language)
        ids = {attributes["id"] for _, attributes in page.tags if "id" in attributes}
        named = [
            target
            for _, attributes in page.tags
            for key in ("aria-describedby", "aria-labelledby", "for")
            for target in attributes.get(key, "").split()
        ]
        linked = [each["href"][1:] for each in page.all("a") if each.get("href", "").startswith("#")]

        assert [] == [target for target in named + linked if target not in ids]

    def test_names_only_static_files_that_exist(self, name: str, language: Language) -> None:
        """A picture or style sheet that is not there would be a hole."""
        page = read(name, language)
        asked = [
            attributes[key].removeprefix(PREFIX)
            for _, attributes in page.tags
            for key in ("src", "href")
            if attributes.get(key, "").startswith(PREFIX)
        ]

        assert [] == [each for each in asked if static_file(each) is None]

    def test_loads_nothing_from_elsewhere(self, name: str, language: Language) -> None:
        """No other site hears that someone looks at a badge."""
        page = read(name, language)
        loaded = [
            each.get("src", each.get("href", ""))
            for tag in ("script", "img", "link")
            for each in page.all(tag)
        ]

        assert [] == [address for address in loaded if not address.startswith(("/", "data:"))]

    def test_stays_light(self, name: str, language: Language) -> None:
        """A page with all that it loads stays under 100 kB; the page for programmers is not for phones."""
        page = read(name, language)
        addresses = {
            attributes.get("src", attributes.get("href", ""))
            for tag, attributes in page.tags
            if tag in {"script", "img", "link"}
        }
        files = [static_file(address.removeprefix(PREFIX)) for address in addresses]
        font = 17_524
        weight = len(drawn(name, language).encode()) + font + sum(len(file[0]) for file in files if file)

        assert name == "api to try" or weight < 100_000


class TestRenderInEnglish:
    """The English pages."""

    @pytest.mark.parametrize("name", list(pages()))
    def test_differs_from_the_dutch(self, name: str) -> None:
        """No page is left in the source language."""
        assert drawn(name, "nl") != drawn(name, "en")

    def test_leaves_signed_text_as_it_is(self) -> None:
        """The language of the page never changes what was signed."""
        assert FACTS.narrative is not None
        assert FACTS.narrative in drawn("badge-valid", "en")


HOSTILE = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>{{7*7}}"
ESCAPED = "&lt;script&gt;alert(1)&lt;/script&gt;&#34;&#39;&gt;&lt;img src=x onerror=alert(1)&gt;{{7*7}}"


def poisoned(value: object, poison: str) -> object:
    """Put a hostile text in every free text of a view; addresses, states and pictures stay."""
    if is_dataclass(value) and not isinstance(value, type):
        changed = {
            each.name: poisoned(getattr(value, each.name), poison)
            for each in fields(value)
            if not each.name.endswith(("href", "action", "field")) and each.name != "frame"
        }
        return replace(value, **changed)
    if isinstance(value, tuple):
        return tuple(poisoned(each, poison) for each in value)
    return poison if type(value) is str else value


class TestRenderOfHostileText:
    """Whatever people wrote is shown as text."""

    @pytest.mark.parametrize("name", [name for name in pages() if not name.startswith("fout-")])
    def test_makes_no_element_of_it(self, name: str) -> None:
        """The page has the same elements as with harmless text, and none runs anything."""
        page, view = pages()[name]
        poisoned_view = poisoned(view, HOSTILE)
        html = render(page, poisoned_view, language="nl")  # type: ignore[arg-type]  # replace keeps the class

        assert "<script>alert" not in html
        assert "onerror=alert(1)>" not in html
        assert html.count("{{7*7}}") >= html.count("&lt;script&gt;alert(1)")

    def test_shows_it_as_it_was_written(self) -> None:
        """Nothing that was typed is lost or executed."""
        facts = replace(FACTS, narrative=HOSTILE)

        assert ESCAPED in render("badge", replace(badge(views.State.VALID), facts=facts), language="nl")

    def test_survives_the_lists_of_attackers(self, corpus: object) -> None:
        """No line of the public lists leaves an element in the page (security corpus)."""
        from pathlib import Path

        lists = sorted(Path(str(corpus)).glob("security/**/*[xX][sS][sS]*/**/*.txt"))
        lines = {
            line for each in lists for line in each.read_text(errors="replace").splitlines() if "<" in line
        }
        view = badge(views.State.VALID)
        expected = [tag for tag, _ in Page(render("badge", view, language="nl")).tags]
        for start in range(0, len(lines), 400):
            text = "\n".join(sorted(lines)[start : start + 400])
            hostile = replace(view, facts=replace(FACTS, narrative=text, name=text[:200], issuer=text[:200]))
            assert expected == [tag for tag, _ in Page(render("badge", hostile, language="nl")).tags]
        assert len(lines) > 1000


class TestState:
    """The ten answers of a check."""

    def test_each_has_a_heading_of_its_own(self) -> None:
        """No two answers can be taken for each other."""
        headings = set()
        for state in views.State:
            html = render("controleer-uitkomst", outcome(state), language="nl")
            headings.add(html.split('<h1 id="uitkomst">')[1].split("</h1>")[0])

        assert len(views.State) == len(headings)

    def test_each_has_a_sign_of_its_own(self) -> None:
        """Colour is never the only difference."""
        signs = set()
        for state in views.State:
            html = render("controleer-uitkomst", outcome(state), language="nl")
            signs.add(html.split('aria-labelledby="uitkomst">')[1].split("</svg>")[0])

        assert len(views.State) == len(signs)

    def test_says_whose_date_a_recognition_goes_by(self) -> None:
        """The register knows who was recognised when; that the work was judged then, the issuer says."""
        html = render("controleer-uitkomst", outcome(views.State.VALID), language="nl")

        said = "Volgens SBB was dit op 26 juni 2026 een erkend leerbedrijf voor dit werk."
        assert f"{said} Die datum schreef de uitgever op." in html

    @pytest.mark.parametrize("state", [views.State.FAKE, views.State.UNSIGNED, views.State.UNSURE])
    def test_folds_what_may_not_be_relied_on(self, state: views.State) -> None:
        """What a forged badge says stands behind a warning, not beside the verdict."""
        html = render("controleer-uitkomst", outcome(state), language="nl")

        assert html.index("Niet gecontroleerd. Vertrouw er niet op.") < html.index("Sam de Vries")


class TestLabels:
    """Our words for signed values."""

    def test_cover_every_value_that_can_be_signed(self) -> None:
        """A new role or leervorm must get its words."""
        from badges.judgement import Independence, Leervorm, Role

        tables = ((labels.INDEPENDENCE, Independence), (labels.ROLES, Role), (labels.LEERVORMEN, Leervorm))
        assert [set(values) for _, values in tables] == [set(table) for table, _ in tables]


class TestFormatDay:
    """Dates in words."""

    @pytest.mark.parametrize(("language", "expected"), [("nl", "26 juni 2026"), ("en", "26 June 2026")])
    def test_writes_the_month_in_words(self, language: Language, expected: str) -> None:
        """No one has to guess which figure is the month."""
        assert expected == format_day(date(2026, 6, 26), language=language)


class TestFormatMoment:
    """Moments in Dutch time."""

    @pytest.mark.parametrize(
        ("moment", "expected"),
        [
            (datetime(2026, 11, 22, 9, 15, tzinfo=UTC), "22 november 2026, 10.15"),
            (datetime(2026, 6, 26, 22, 30, tzinfo=UTC), "27 juni 2026, 00.30"),
        ],
    )
    def test_follows_summer_and_winter(self, moment: datetime, expected: str) -> None:
        """A report printed here says the time on the clock here."""
        assert expected == format_moment(moment, language="nl")


class TestSwitchHref:
    """The link to the other language."""

    @pytest.mark.parametrize(
        ("path", "expected"),
        [
            ("/", "/?taal=en"),
            ("/uitreiken?zoek=a%26b&taal=nl", "/uitreiken?zoek=a%26b&taal=en"),
            ("//elders.voorbeeld/x", "/x?taal=en"),
        ],
    )
    def test_keeps_the_rest_of_the_address(self, path: str, expected: str) -> None:
        """Only the language changes, and never the site."""
        assert expected == switch_href(path, language="nl")


class TestWhatsappHref:
    """The link that opens WhatsApp."""

    def test_escapes_the_text(self) -> None:
        """The address of the badge arrives whole."""
        assert "https://wa.me/?text=Dit%20kan%20ik%3A%20https%3A%2F%2Fb%2F1%3Fa%26b" == whatsapp_href(
            "Dit kan ik: https://b/1?a&b"
        )


class TestWithBreaks:
    """Where a long word may end a line."""

    def test_breaks_after_a_bracket_and_escapes(self) -> None:
        """A long title fits on a phone, and stays text."""
        assert "(voorraad-)<wbr>administratieve &lt;b&gt;" == with_breaks("(voorraad-)administratieve <b>")


class TestLanguages:
    """The languages of the pages."""

    def test_are_those_of_the_type(self) -> None:
        """The list and the type cannot part ways."""
        assert LANGUAGES == get_args(Language)

    def test_hides_the_switch_after_a_form(self) -> None:
        """A page that answers a form has no address of its own to switch."""
        assert "hreflang" not in drawn("bekijk", "nl")
        assert PLAIN.path is not None


class TestTextOfOthers:
    @pytest.mark.parametrize("language", LANGUAGES)
    def test_turns_nothing_around_on_a_page(self, language: Language) -> None:
        """A page says what a badge says in the order in which we say it (security T39)."""
        found = replace(checked(views.State.VALID), text="Wij kennen Werk\u202eplaats niet.", facts=FACTS)
        facts = replace(FACTS, issuer="Werk\u202eplaats")
        page = render("controleer-uitkomst", result(replace(found, facts=facts)), language=language)
        assert ("Werkplaats" in page, "\u202e" in page) == (True, False)
