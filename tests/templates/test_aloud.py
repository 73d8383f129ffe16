"""The Dutch of a page that speaks another language, to be read aloud."""

import re

from templates.aloud import with_dutch
from templates.rendering import render
from tests.templates.samples import keeping

PAGE = "<html><body><main>Hello</main>\n</body></html>"


def dutch_of(page: str) -> str:
    """Give what stands there to be read aloud."""
    found = re.search(r'<template id="in-het-nederlands">(.*)</template>', page, re.DOTALL)
    return found[1] if found else ""


class TestWithDutch:
    """Puts the words behind the page."""

    def test_leaves_the_words_and_their_language(self) -> None:
        """No picture, no field, no id: nothing that a page may hold once."""
        main = '<main id="x"><svg></svg><h1 id="a">Dag <b lang="en">you</b></h1><input></main>'
        assert '<div>Dag <span lang="en">you</span></div> ' == dutch_of(with_dutch(PAGE, dutch=main))

    def test_keeps_what_is_not_shown_apart(self) -> None:
        """What is hidden is not read."""
        main = (
            '<main><p class="soft" hidden>Nee</p><details><summary>Meer</summary><p>Ja</p></details></main>'
        )
        expected = "<div hidden>Nee</div><details><summary>Meer</summary><div>Ja</div></details>"
        assert expected == dutch_of(with_dutch(PAGE, dutch=main))


class TestRender:
    """A page of a holder in a hulptaal has the Dutch with it."""

    def test_has_the_same_words_in_dutch(self) -> None:
        """For who has no voice for his language; Dutch and English voices are everywhere."""
        name, view = keeping.pages()["mijn-bewijs"]
        pages = {language: dutch_of(render(name, view, language=language)) for language in ("nl", "ar", "en")}
        assert ("", "", True) == (pages["nl"], pages["en"], "Dit kan ik" in pages["ar"])
