"""One answer about several things."""

from dataclasses import replace

import pytest

from templates import views
from templates.rendering import render
from templates.views.pieces import State
from tests.templates.samples.checking import checked, held, result
from tests.templates.samples.pieces import PICTURE


def heading(found: views.checking.Checked) -> str:
    """Give the first heading of the page about something."""
    html = render("controleer-uitkomst", result(found), language="nl")
    return html.split('<h1 id="uitkomst">')[1].split("</h1>")[0]


class TestTally:
    """How many of which answer."""

    def test_counts_the_gravest_first(self) -> None:
        """An unreadable file counts as one that we cannot check."""
        assert {
            State.FAKE: 1,
            State.UNSURE: 1,
            State.REVOKED: 1,
            State.UNLISTED: 1,
            State.VALID: 1,
        } == held()["zip-gemengd"].tally


class TestHeading:
    """The one line about all of it."""

    @pytest.mark.parametrize("name", ["zip", "zip-gemengd", "presentatie-vals", "bevestiging"])
    def test_is_the_one_of_the_verifier(self, name: str) -> None:
        """The page and the API say the same."""
        assert held()[name].heading == heading(held()[name])


class TestPicture:
    """The picture beside the facts."""

    def test_says_that_the_signature_does_not_cover_it(self) -> None:
        """Whoever looks at a picture may not take it for what was signed."""
        words = "Dit plaatje tekenen wij erbij."
        drawn = [
            render(
                "controleer-uitkomst",
                result(replace(checked(State.VALID), signed_picture=signed)),
                language="nl",
            )
            for signed in (None, "data:image/png;base64,AAAA")
        ]

        assert [True, False] == [words in html for html in drawn]

    def test_is_the_signed_one_where_there_is_one(self) -> None:
        """What stands in the document is shown instead of what we draw."""
        found = replace(checked(State.VALID), signed_picture="data:image/png;base64,AAAA")
        html = render("controleer-uitkomst", result(found), language="nl")

        assert '<img src="data:image/png;base64,AAAA" alt="">' in html
        assert str(PICTURE) not in html
        assert "Het is mee ondertekend." in html


class TestChecks:
    """The signs beside each check."""

    @pytest.mark.parametrize(
        "state", [State.REVOKED, State.EXPIRED, State.EARLY, State.REPLACED, State.STALE]
    )
    def test_give_the_red_sign_only_to_what_is_not_genuine(self, state: State) -> None:
        """A badge that was withdrawn is no forgery."""
        html = render("controleer-uitkomst", result(checked(state)), language="nl")

        assert "is-fake" not in html
