"""Every page, with much and with little to show."""

import re
from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from functools import cache
from pathlib import Path
from typing import TypeVar

import pytest

from badges.catalogue.plain import _file
from templates import views
from templates.rendering import LANGUAGES, Language, render
from templates.static_files import PREFIX, static_file
from tests.templates.reading import Page
from tests.templates.samples import pages
from tests.templates.samples.checking import checked, outcome, result
from tests.templates.samples.pieces import FACTS, PLAIN
from tests.templates.samples.public import badge

T = TypeVar("T")


@cache
def read(name: str, language: Language) -> Page:
    """Draw a sample and read it."""
    page, view = pages()[name]
    return Page(render(page, view, language=language))


def asked(language: Language, question: Callable[[Page], T]) -> dict[str, T]:
    """Ask each sample the same; the answers stand under its name."""
    return {name: question(read(name, language)) for name in pages()}


def texts(language: Language) -> dict[str, str]:
    """Give what each sample reads, as it stands in the page."""
    return asked(language, lambda page: page.html.replace("&#39;", "'"))


def everywhere(answer: T) -> dict[str, T]:
    """Give this answer for each sample."""
    return dict.fromkeys(pages(), answer)


def inline(page: Page) -> list[object]:
    """List the style and script that a page holds itself."""
    styled = [tag for tag, attributes in page.tags if "style" in attributes]
    handlers = [key for _, attributes in page.tags for key in attributes if key.startswith("on")]
    scripts = [each for each in page.all("script") if "src" not in each]
    return [*styled, *handlers, *scripts, *page.all("style")]


def nameless(page: Page) -> list[dict[str, str]]:
    """List what can be filled in and has no label."""
    asked = [
        each
        for tag in ("input", "textarea", "select")
        for each in page.all(tag)
        if each.get("type") != "hidden"
    ]
    return [each for each in asked if each.get("id") not in page.labelled and each not in page.in_label]


def repeated(page: Page) -> list[str]:
    """List each id that stands more than once."""
    ids = page.ids()
    return sorted({each for each in ids if ids.count(each) > 1})


def leading_nowhere(page: Page) -> list[str]:
    """List the descriptions, labels and links inside the page that have no target."""
    named = [
        target
        for _, attributes in page.tags
        for key in ("aria-describedby", "aria-labelledby", "for")
        for target in attributes.get(key, "").split()
    ]
    linked = [each["href"][1:] for each in page.all("a") if each.get("href", "").startswith("#")]
    ids = set(page.ids())
    return [target for target in named + linked if target not in ids]


def holes(page: Page) -> list[str]:
    """List the static files that a page names and that are not there."""
    names = [
        attributes[key].removeprefix(PREFIX)
        for _, attributes in page.tags
        for key in ("src", "href")
        if attributes.get(key, "").startswith(PREFIX)
    ]
    return [each for each in names if static_file(each) is None]


def from_elsewhere(page: Page) -> list[str]:
    """List the addresses of others that a page loads something from."""
    loaded = [
        each.get("src", each.get("href", "")) for tag in ("script", "img", "link") for each in page.all(tag)
    ]
    return [address for address in loaded if not address.startswith(("/", "data:"))]


def weight(page: Page) -> int:
    """Count the bytes of a page with all that it loads."""
    addresses = {
        attributes.get("src", attributes.get("href", ""))
        for tag, attributes in page.tags
        if tag in {"script", "img", "link"}
    }
    files = [static_file(address.removeprefix(PREFIX)) for address in addresses]
    font = 17_524
    return len(page.html.encode()) + font + sum(len(file[0]) for file in files if file)


@pytest.mark.parametrize("language", LANGUAGES)
class TestRender:
    """Every page, rich and poor, in each language."""

    def test_closes_what_it_opens(self, language: Language) -> None:
        """The tags balance, so no text can move into another element."""
        assert everywhere(([], [])) == asked(language, lambda page: (page.misplaced, page.open))

    def test_has_no_style_or_script_inside(self, language: Language) -> None:
        """The content security policy allows neither; a page that needs one would look broken."""
        assert everywhere([]) == asked(language, inline)

    def test_has_one_heading_of_the_first_rank(self, language: Language) -> None:
        """A page says once what it is."""
        assert everywhere(1) == asked(language, lambda page: len(page.all("h1")))

    def test_says_its_language(self, language: Language) -> None:
        """A screen reader takes its voice from it."""
        assert everywhere(language) == asked(language, lambda page: page.all("html")[0]["lang"])

    def test_labels_each_input(self, language: Language) -> None:
        """Whatever can be filled in has a name in words."""
        assert everywhere([]) == asked(language, nameless)

    def test_gives_each_id_once(self, language: Language) -> None:
        """A link to an error or a label must lead to one place."""
        assert everywhere([]) == asked(language, repeated)

    def test_points_only_to_what_is_there(self, language: Language) -> None:
        """Descriptions, labels, and links inside the page have a target."""
        assert everywhere([]) == asked(language, leading_nowhere)

    def test_names_only_static_files_that_exist(self, language: Language) -> None:
        """A picture or style sheet that is not there would be a hole."""
        assert everywhere([]) == asked(language, holes)

    def test_loads_nothing_from_elsewhere(self, language: Language) -> None:
        """No other site hears that someone looks at a badge."""
        assert everywhere([]) == asked(language, from_elsewhere)

    def test_stays_light(self, language: Language) -> None:
        """A page with all that it loads stays under 100 kB; the page for programmers is not for phones."""
        weights = asked(language, weight)
        assert {"api to try"} == {name for name, bytes_ in weights.items() if bytes_ >= 100_000}


class TestRenderInEnglish:
    """The English pages."""

    def test_differs_from_the_dutch(self) -> None:
        """No page is left in the source language."""
        assert [] == [name for name in pages() if read(name, "nl").html == read(name, "en").html]

    def test_leaves_signed_text_as_it_is(self) -> None:
        """The language of the page never changes what was signed."""
        assert FACTS.narrative is not None
        assert FACTS.narrative in read("badge-valid", "en").html


HOSTILE = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>{{7*7}}"
ESCAPED = "&lt;script&gt;alert(1)&lt;/script&gt;&#34;&#39;&gt;&lt;img src=x onerror=alert(1)&gt;{{7*7}}"


def poisoned(value: object, poison: str) -> object:
    """Put a hostile text in every free text of a view; addresses, states and pictures stay."""
    if is_dataclass(value) and not isinstance(value, type):
        changed = {
            each.name: poisoned(getattr(value, each.name), poison)
            for each in fields(value)
            if not each.name.endswith(("href", "action", "field", "sign")) and each.name != "frame"
        }
        return replace(value, **changed)
    if isinstance(value, tuple):
        return tuple(poisoned(each, poison) for each in value)
    return poison if type(value) is str else value


def poisoned_page(name: str) -> str:
    """Draw a sample with a hostile text in each place that people write."""
    page, view = pages()[name]
    return render(page, poisoned(view, HOSTILE), language="nl")  # type: ignore[arg-type]  # keeps the class


class TestRenderOfHostileText:
    """Whatever people wrote is shown as text."""

    def test_makes_no_element_of_it(self) -> None:
        """None of it runs anything, and no word of a template language in it counts."""
        hostile = {name: poisoned_page(name) for name in pages() if not name.startswith("fout-")}

        assert [] == [name for name, html in hostile.items() if "<script>alert" in html]
        assert [] == [name for name, html in hostile.items() if "onerror=alert(1)>" in html]
        assert [] == [
            name
            for name, html in hostile.items()
            if html.count("{{7*7}}") < html.count("&lt;script&gt;alert(1)")
        ]

    def test_shows_it_as_it_was_written(self) -> None:
        """Nothing that was typed is lost or executed."""
        facts = replace(FACTS, narrative=HOSTILE)

        assert ESCAPED in render(
            "badge", replace(badge(views.pieces.State.VALID), facts=facts), language="nl"
        )

    def test_survives_the_lists_of_attackers(self, corpus: object) -> None:
        """No line of the public lists leaves an element in the page (security corpus)."""
        lists = sorted(Path(str(corpus)).glob("security/**/*[xX][sS][sS]*/**/*.txt"))
        lines = {
            line for each in lists for line in each.read_text(errors="replace").splitlines() if "<" in line
        }
        view = badge(views.pieces.State.VALID)
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
        for state in views.pieces.State:
            html = render("controleer-uitkomst", outcome(state), language="nl")
            headings.add(html.split('<h1 id="uitkomst">')[1].split("</h1>")[0])

        assert len(views.pieces.State) == len(headings)

    def test_each_has_a_sign_of_its_own(self) -> None:
        """Colour is never the only difference."""
        signs = set()
        for state in views.pieces.State:
            html = render("controleer-uitkomst", outcome(state), language="nl")
            signs.add(html.split('aria-labelledby="uitkomst">')[1].split("</svg>")[0])

        assert len(views.pieces.State) == len(signs)

    def test_says_whose_date_a_recognition_goes_by(self) -> None:
        """The register knows who was recognised when; that the work was judged then, the issuer says."""
        html = render("controleer-uitkomst", outcome(views.pieces.State.VALID), language="nl")

        said = "Volgens SBB was dit op 26 juni 2026 een erkend leerbedrijf voor dit werk."
        assert f"{said} Die datum schreef de uitgever op." in html

    @pytest.mark.parametrize(
        "state", [views.pieces.State.FAKE, views.pieces.State.UNSIGNED, views.pieces.State.UNSURE]
    )
    def test_folds_what_may_not_be_relied_on(self, state: views.pieces.State) -> None:
        """What a forged badge says stands behind a warning, not beside the verdict."""
        html = render("controleer-uitkomst", outcome(state), language="nl")

        assert html.index("Niet gecontroleerd. Vertrouw er niet op.") < html.index("Sam de Vries")


class TestPromises:
    """What two pages say about the same is the same."""

    @pytest.mark.parametrize("name", ["privacy", "controleer"])
    def test_say_who_sees_that_somebody_checks(self, name: str) -> None:
        """Nobody hears of a badge of ours; where one is of elsewhere, they see that we ask."""
        assert "Zij zien dat wij dat doen, niet dat jij het bent." in read(name, "nl").html

    def test_lead_from_the_help_to_who_learns(self) -> None:
        """Whoever gives badges, and whoever gets an agreement, finds what it is."""
        page = read("hulp", "nl")
        assert {"/deelnemers", "/privacy"} <= {each.get("href") for each in page.all("a")}
        assert "In een afspraak staat wat je gaat leren." in page.html

    def test_tell_what_stands_on_a_badge_all_the_same(self) -> None:
        """How it was learnt has an answer before anybody gives one."""
        page = read("schrijf", "nl").html
        said = page.index("Alleen hoe het is geleerd, staat er altijd op.")
        assert said < page.index('name="leervorm" value="informeel leren" checked')


class TestIntake:
    """The page of what is taken in at once comes again by itself."""

    def test_stays_while_somebody_may_be_typing(self) -> None:
        """Where it asks whose a file is, what is typed would be gone."""
        again = {
            name: 'http-equiv="refresh"' in read(name, "nl").html
            for name in ("inlezen-bezig", "inlezen-vraagt")
        }
        assert again == {"inlezen-bezig": True, "inlezen-vraagt": False}


class TestDecision:
    """What a school decided stays with it."""

    @pytest.mark.parametrize("name", ["bewijzen-weg", "privacy"])
    def test_is_said_to_stay_where_all_is_said_to_go(self, name: str) -> None:
        """Who removes everything, reads first what does not go with it."""
        assert re.search("(?i)besluit[^<]* blijft|blijft het besluit", read(name, "nl").html)


class TestAdvice:
    """The pages of an advice."""

    @pytest.mark.parametrize("name", ["besluit-advies", "verzoek-advies", "advies-herzien"])
    def test_are_of_no_besluit(self, name: str) -> None:
        """Who is not enrolled gets no besluit, so nothing there is called one."""
        words = re.sub(r"<[^>]+>", " ", read(name, "nl").html)
        assert not re.search("besluit|besloten", words, re.IGNORECASE)


class TestSwitch:
    """The link to the other language."""

    def test_is_hidden_after_a_form(self) -> None:
        """A page that answers a form has no address of its own to switch."""
        assert PLAIN.path is not None
        assert "hreflang" in read("home", "nl").html
        assert "hreflang" not in read("bekijk", "nl").html


class TestConcept:
    """Our words "Ik kan ..." that nobody checked yet."""

    @pytest.mark.parametrize("language", LANGUAGES)
    def test_are_called_that_once_a_page(self, language: Language) -> None:
        """Each page that shows such words says whose they are and that they are a concept; no other does."""
        note = {"nl": "Concept: nog door niemand nagekeken.", "en": "Draft: nobody has checked them yet."}
        ours = {words.zin for row in _file().werkprocessen for words in (row.nl, row.en)}
        assert {name: int(any(each in text for each in ours)) for name, text in texts(language).items()} == {
            name: text.count(note[language]) for name, text in texts(language).items()
        }


class TestTextOfOthers:
    @pytest.mark.parametrize("language", LANGUAGES)
    def test_turns_nothing_around_on_a_page(self, language: Language) -> None:
        """A page says what a badge says in the order in which we say it (security T39)."""
        found = replace(
            checked(views.pieces.State.VALID), text="Wij kennen Werk\u202eplaats niet.", facts=FACTS
        )
        facts = replace(FACTS, issuer="Werk\u202eplaats")
        page = render("controleer-uitkomst", result(replace(found, facts=facts)), language=language)
        assert ("Werkplaats" in page, "\u202e" in page) == (True, False)

    @pytest.mark.parametrize("name", ["organisatie-samen", "organisatie-gestopt", "organisatie-stil"])
    def test_says_of_none_that_it_gave_what_it_did_not(self, name: str) -> None:
        """Whoever stopped before the first badge, gave none."""
        page, view = pages()[name]
        assert isinstance(view, views.public.OrganisationPage)
        none = render(page, replace(view, badges=()), language="nl")
        assert ("Deze organisatie gaf" in none, "Wat zij gaf" in none, "geeft bewijzen" in none) == (
            False,
        ) * 3

    @pytest.mark.parametrize("language", LANGUAGES)
    def test_keeps_what_programmers_want_behind_a_fold(self, language: Language) -> None:
        """An employer reads sentences; the clause stands under them."""
        page = render("controleer-uitkomst", result(checked(views.pieces.State.VALID)), language=language)
        sentences, fold, rules = page.partition('id="nagekeken-regels"')
        assert ("VC-DI 4.3" in sentences, fold != "", "VC-DI 4.3" in rules) == (False, True, True)

    @pytest.mark.parametrize(("name", "expected"), [("mensen", False), ("mensen-arm", True)])
    def test_says_where_to_begin(self, name: str, *, expected: bool) -> None:
        """As long as the first beheerder is alone."""
        page = read(name, "nl").html
        steps = ("/organisatie/kwalificaties", 'href="/mijn"', "Zo begin je")
        assert expected == all(each in page.partition("<main")[2] for each in steps)

    def test_links_to_what_was_reported(self) -> None:
        """Where it is an address; and that site does not hear where the reader came from."""
        page = read("platform", "nl").html
        link = '<a href="https://bewijs.voorbeeld/x" rel="noreferrer nofollow">https://bewijs.voorbeeld/x</a>'
        assert (link in page, 'href="/x"' in page) == (True, False)

    @pytest.mark.parametrize(("declared", "expected"), [(None, False), ("leerbedrijf", True)])
    def test_says_what_nobody_looked_up(self, declared: str | None, *, expected: bool) -> None:
        """What only the issuer says of itself does not look like what somebody confirmed."""
        found = replace(checked(views.pieces.State.VALID), issuer_declared=declared)
        page = render("controleer-uitkomst", result(found), language="nl")
        assert expected == ("Leerbedrijf: dat zegt de organisatie zelf." in page)
