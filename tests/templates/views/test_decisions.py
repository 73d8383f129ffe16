"""What the pages about a decision say."""

from dataclasses import replace

import pytest

from templates import views
from templates.rendering import render
from tests.templates.samples import pages


class TestDecisionForm:
    def test_gives_back_what_was_typed_too_late(self) -> None:
        """Where somebody else was first, nothing can be sent any more: it stands there to copy."""
        page, view = pages()["verzoek-te-laat"]
        html = render(page, view, language="nl")
        assert "Noor kan dit." in html
        assert "Zelf." in html
        assert "Samira Aydin" in html
        assert "Alleen een lid" not in html
        assert 'id="f-uitkomst"' in html

    @pytest.mark.parametrize(
        ("name", "said"),
        [
            ("verzoek-besloten", "Hierover is besloten."),
            ("verzoek-wacht", "Het besluit is opgeschreven."),
            ("verzoek-advies-gegeven", "Het advies is gegeven."),
            ("verzoek-advies-wacht", "Het advies is opgeschreven."),
        ],
    )
    def test_leads_to_what_was_decided(self, name: str, said: str) -> None:
        """Before the proposal; that only a member decides has nothing to say there."""
        page, view = pages()[name]
        html = render(page, view, language="nl")
        assert 0 < html.index(said) < html.index('href="/voorstellen/besluiten/1"') < html.index("f-weegt")
        assert "Alleen een lid" not in html

    @pytest.mark.parametrize(("name", "is_said"), [("verzoek-lezen", True), ("verzoek-hoeft-niet", False)])
    def test_tells_only_who_is_no_member_who_decides(self, name: str, *, is_said: bool) -> None:
        """And only as long as there is something to decide."""
        page, view = pages()[name]
        assert is_said is ("Alleen een lid" in render(page, view, language="nl"))

    def test_says_what_is_the_proposal_and_what_the_decision(self) -> None:
        """In that order."""
        page, view = pages()["verzoek-besluit"]
        html = render(page, view, language="nl")
        assert (
            html.index("Eerst het voorstel") < html.index("Dan het besluit") < html.index('name="uitkomst"')
        )


class TestRequestForm:
    def test_opens_the_folds_in_which_something_is_ticked(self) -> None:
        """Also that of another examenonderdeel than was chosen; the others stay closed."""
        page, view = pages()["verzoek"]
        assert isinstance(view, views.decisions.RequestForm)
        first, second = view.parts[0], replace(view.parts[0], code="PVB-2")
        wrong = replace(view, parts=(first, second), typed={**view.typed, "onderdeel": "PVB-2"})
        html = render(page, wrong, language="nl")
        chosen, other = html.index('value="PVB-1"'), html.index('value="PVB-2"')
        assert "<details open>" in html[chosen:other]
        assert "<details open>" not in html[other : html.index('name="ingeschreven"')]
