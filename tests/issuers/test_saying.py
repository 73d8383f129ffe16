"""What was wrong and what was done, in the language of the page."""

from types import SimpleNamespace
from typing import Final

import pytest
from starlette.requests import Request

from issuers.errors import (
    BeingCorrectedError,
    FieldProblem,
    IssuersError,
    NoActiveKeyError,
    NotFoundError,
    RevocationError,
)
from issuers.saying import Done, done_of, hindered, said, said_of, shown
from templates import views

DONE: Final[Done] = {"weg": {"nl": "Het is weg.", "en": "It is gone."}}
NO_NAME: Final = FieldProblem("naam", "missing", "Vul een naam in.", "Fill in a name.")


def request(language: str) -> Request:
    """Make a request for a page in this language."""
    return Request({"type": "http", "query_string": f"taal={language}".encode(), "headers": []})


class TestSaid:
    @pytest.mark.parametrize(("language", "expected"), [("nl", NO_NAME.nl), ("en", NO_NAME.en)])
    def test_follows_the_page(self, language: str, expected: str) -> None:
        """The sentence is in the language of the page."""
        assert expected == said(request(language), NO_NAME)


class TestSaidOf:
    def test_says_what_went_wrong(self) -> None:
        """An error is said by its sentence."""
        assert NotFoundError.en == said_of(request("en"), NotFoundError())

    def test_is_silent_where_nothing_did(self) -> None:
        """Where nothing went wrong there is no sentence."""
        assert said_of(request("en"), None) is None


class TestHindered:
    @pytest.mark.parametrize(
        ("problem", "is_for_good"),
        [(RevocationError(), True), (BeingCorrectedError(), False), (NoActiveKeyError(), False)],
    )
    def test_tells_what_does_not_pass(self, problem: IssuersError, *, is_for_good: bool) -> None:
        """Of a badge that was corrected already nothing changes: to press the button later does nothing."""
        asked = request("nl")
        asked.scope["app"] = SimpleNamespace(state=SimpleNamespace(contact="beheer@bewijs.voorbeeld"))
        found = hindered(asked, problem)
        assert found is not None
        assert is_for_good is found.is_for_good


class TestShown:
    def test_stands_at_the_field(self) -> None:
        """Each problem stands at the field that it is about."""
        expected = (views.pieces.Problem(field="naam", message="Vul een naam in."),)
        assert expected == shown(request("nl"), [NO_NAME])


class TestDoneOf:
    @pytest.mark.parametrize(("word", "expected"), [("weg", "It is gone."), ("<b>", None), ("", None)])
    def test_says_only_our_own_words(self, word: str, expected: str | None) -> None:
        """A word that no page of ours leads here with says nothing."""
        assert expected == done_of(request("en"), word, done=DONE)
