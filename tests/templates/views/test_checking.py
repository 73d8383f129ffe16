"""One answer about several things."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from templates import views
from templates.rendering import render
from templates.views import Kind, State
from tests.templates.samples import checked, held, result, several


def heading(found: views.Checked) -> str:
    """Give the first heading of the page about something."""
    html = render("controleer-uitkomst", result(found), language="nl")
    return html.split('<h1 id="uitkomst">')[1].split("</h1>")[0]


class TestGravest:
    """What asks the most care is shown."""

    @pytest.mark.parametrize(
        ("states", "expected"),
        [
            ((State.VALID, State.FAKE, State.REVOKED), State.FAKE),
            ((State.VALID, State.REVOKED, State.UNLISTED), State.REVOKED),
            ((State.UNLISTED, State.VALID), State.UNLISTED),
            ((State.VALID,), State.VALID),
        ],
    )
    def test_is_the_worst_of_what_a_zip_holds(self, states: Sequence[State], expected: State) -> None:
        """Nobody signed the zip, so its own answer does not count."""
        assert expected is several(*states, own=State.UNSURE).gravest

    def test_is_its_own_where_it_is_a_badge(self) -> None:
        """An endorsement makes a badge no truer and no falser."""
        forged = replace(checked(State.FAKE), kind=Kind.ENDORSEMENT)
        badge = replace(checked(State.VALID), parts=(views.CheckedPart(checked=forged),))

        assert State.VALID is badge.gravest

    def test_knows_nothing_of_an_empty_thing_but_its_own(self) -> None:
        """An overview without badges."""
        assert State.EXPIRED is several(kind=Kind.CLR, own=State.EXPIRED).gravest


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
    """The one line about several."""

    @pytest.mark.parametrize(
        ("name", "expected"),
        [
            ("zip", "Alle 3 bewijzen zijn echt"),
            ("zip-gemengd", "1 van de 5 bewijzen is niet echt"),
            ("zip-ingetrokken", "Alle 3 bewijzen zijn echt, maar 2 zijn nu niet geldig"),
            ("zip-lijst", "Beide bewijzen zijn echt. Van 1 weten wij niet of het is ingetrokken"),
            ("zip-los", "Op 1 van de 2 bewijzen zit geen handtekening"),
            ("zip-onzeker", "1 van de 2 bewijzen kunnen wij niet controleren"),
            ("zip-vals", "Geen van de 2 bewijzen is echt"),
            ("zip-een", "Dit bewijs is echt. Wij kennen de uitgever niet"),
            ("presentatie", "Beide bewijzen zijn echt"),
            ("presentatie-vals", "Deze map is niet echt, of het is veranderd"),
            ("clr-vals", "Dit overzicht is niet echt, of het is veranderd"),
        ],
    )
    def test_says_the_gravest(self, name: str, expected: str) -> None:
        """Withdrawn, expired and an unknown issuer are not called fake."""
        assert expected == heading(held()[name])


class TestPicture:
    """The picture beside the facts."""

    def test_says_that_the_signature_does_not_cover_it(self) -> None:
        """Whoever looks at a picture may not take it for what was signed."""
        words = "Dit plaatje hoort niet bij de handtekening."
        drawn = [
            render(
                "controleer-uitkomst",
                result(replace(checked(State.VALID), picture_is_signed=signed)),
                language="nl",
            )
            for signed in (False, True)
        ]

        assert [True, False] == [words in html for html in drawn]


class TestChecks:
    """The signs beside each check."""

    @pytest.mark.parametrize(
        "state", [State.REVOKED, State.EXPIRED, State.EARLY, State.REPLACED, State.STALE]
    )
    def test_give_the_red_sign_only_to_what_is_not_genuine(self, state: State) -> None:
        """A badge that was withdrawn is no forgery."""
        html = render("controleer-uitkomst", result(checked(state)), language="nl")

        assert "is-fake" not in html
