"""What stands first on a page, on a small screen: what most people came for."""

import re
from typing import Final

import pytest

from templates.rendering import render
from tests.templates.samples import pages

WAYS: Final = r'<a class="btn"[^>]*>Open met mijn kaart.*?</div>'


def drawn(name: str) -> str:
    """Draw what is between the menu and the foot of a sample."""
    page, view = pages()[name]
    return render(page, view, language="nl").partition("<main")[2].partition("<footer")[0]


def big_buttons(html: str) -> list[str]:
    """List what the filled buttons say."""
    found = re.findall(r'<(?:a|button) class="btn"[^>]*>(.*?)</(?:a|button)>', html, re.DOTALL)
    return [re.sub(r'<span class="vh">.*?</span>|<[^>]+>', "", each).strip() for each in found]


class TestBadge:
    """`badge`."""

    @pytest.mark.parametrize(
        ("sample", "says"),
        [
            ("badge-revoked", "Dit bewijs is ingetrokken"),
            ("badge-replaced", "Er is een nieuwe versie van dit bewijs"),
            ("badge-verbeterd-link", "Vraag de persoon die je deze link gaf om de nieuwe versie."),
            ("skillspaspoort", "1 bewijs is verbeterd"),
            ("skillspaspoort", "1 bewijs is ingetrokken"),
            ("mijn-bewijs-ingetrokken", "Dit bewijs is ingetrokken"),
            ("mijn-bewijs-oud", "Dit bewijs is verbeterd"),
        ],
    )
    def test_says_first_that_it_stands_no_more(self, sample: str, says: str) -> None:
        """Before what somebody can do, which is larger."""
        html = drawn(sample)
        assert html.index(says) < html.index("<h1")

    def test_leads_to_the_better_one(self) -> None:
        """To check what was replaced is the second thing to do."""
        assert ["Bekijk de nieuwe versie"] == big_buttons(drawn("badge-replaced"))

    def test_leads_to_the_code(self) -> None:
        """Which is three screens lower."""
        html = drawn("badge-valid")
        assert html.index('href="#laat-zien"') < html.index('id="laat-zien"')
        assert ["Controleer dit bewijs"] == big_buttons(html)


class TestAgreement:
    """`afspraak`, for who works with the recipient."""

    def test_shows_the_code_first(self) -> None:
        """While it waits for a yes; what may stand in a praktijkverklaring comes last."""
        html = drawn("afspraak")
        order = ("scant dit en zegt ja", "bestellingen bij elkaar", "Wie staat er op de praktijkverklaring?")
        assert sorted(order, key=html.index) == list(order)

    def test_leads_to_assessing_and_to_the_badge(self) -> None:
        """Beside each other, for work that is open."""
        html = drawn("afspraak-ja")
        assert "/afspraken/1/beoordeel/25774/B1-K1-W1" in html
        assert html.index("/beoordeel/25774/B1-K1-W1") < html.index("/uitreiken/25774/B1-K1-W1")


class TestOwnAgreement:
    """`afspraak-lezen`, for the recipient."""

    def test_asks_for_a_yes(self) -> None:
        """One big button, and nothing to keep yet."""
        html = drawn("afspraak-lezen")
        assert "Ja, dit klopt" in big_buttons(html)
        assert "Bewaar deze link" not in html

    def test_leads_to_the_badge_after_it(self) -> None:
        """The name is folded; what was saved is said, and how to come back."""
        html = drawn("afspraak-lezen-ja")
        assert "Bekijk je bewijs" == big_buttons(html)[0]
        assert all(
            each in html
            for each in ("Het is bewaard.", "Bewaar deze link", "School De Brug doet mee en ziet")
        )
        assert "Zeg je ja?" not in html


class TestGiving:
    """`uitreiken-kies`, the first page of who gives badges."""

    def test_leads_to_somebody_new(self) -> None:
        """Before all work that can be chosen."""
        html = drawn("kies")
        assert html.index('href="/deelnemers/nieuw"') < html.index('class="tile"')


class TestSigningIn:
    """`inloggen`, in a demo."""

    def test_says_of_each_where_he_works(self) -> None:
        """Before his button; none is larger than another."""
        html = drawn("inloggen")
        assert html.index("Magazijn De Maas") < html.index("Noor, praktijkopleider")
        assert [] == [each for each in big_buttons(html) if "praktijkopleider" in each]

    def test_is_called_the_same_everywhere(self) -> None:
        """With nothing on this telephone, and where two lists come together."""
        found = [re.search(WAYS, drawn(each)) for each in ("mijn-bewijzen-niets", "mijn-samen")]
        buttons = [re.sub(r'href="[^"]*"', "", each[0]) for each in found if each]
        assert ("Open met mijn kaart" in buttons[0], buttons[0]) == (True, buttons[1])


class TestOwnDecision:
    """`besluit-lezen`."""

    def test_says_first_that_an_old_one_holds_no_more(self) -> None:
        """What it decided is no longer the largest sentence, for it is not so any more."""
        old, last = drawn("besluit-lezen"), drawn("besluit-lezen-advies")
        assert old.index("Het geldt niet meer.") < old.index("<h1")
        assert (False, True) == ('class="lead"' in old, 'class="lead"' in last)


class TestNewVersion:
    """`nieuwe-versie`."""

    def test_shows_what_is_new_above_the_button(self) -> None:
        """And beside it what stood there before."""
        html = drawn("nieuwe-versie")
        order = ("Dit ziet iemand straks", "Eerst stond er:", "De bakker", "Laat de nieuwe versie zien")
        assert sorted(order, key=html.index) == list(order)
        assert ["Laat de nieuwe versie zien"] == big_buttons(html)

    def test_offers_nothing_that_no_link_can_show(self) -> None:
        """The page says why."""
        assert [] == big_buttons(drawn("nieuwe-versie-geen"))
        assert "maakt niets nieuws meer" in drawn("nieuwe-versie-veel")


class TestKept:
    """`mijn-bewijzen`, and the form of a link that it leads to."""

    def test_leads_to_the_paper(self) -> None:
        """After the link that goes to others; the form remembers for what it came."""
        html = drawn("mijn-bewijzen")
        assert html.index("Maak een link") < html.index('href="/mijn-bewijzen/delen?verder=papier"')
        assert '<input type="hidden" name="verder" value="papier">' in drawn("delen-papier")
        assert 'name="verder"' not in drawn("delen")


class TestOwnLink:
    """`gedeeld-een`."""

    def test_says_first_that_it_shows_an_old_version(self) -> None:
        """Before the code that others scan."""
        html = drawn("gedeeld-een-oud")
        assert html.index("Deze link laat nog de oude versie zien.") < html.index("Laat dit zien")
        assert html.index("Lees de nieuwe versie") < html.index("Laat dit zien")

    def test_says_first_that_its_badge_was_replaced_or_taken_back(self) -> None:
        """A new link is made then, and no school is asked to read nothing."""
        empty = drawn("gedeeld-een-leeg")
        assert empty.index("Geen bewijs meer") < empty.index("Laat dit zien")
        assert 'href="/mijn-bewijzen/delen"' in empty
        assert "Kies een school" not in empty
