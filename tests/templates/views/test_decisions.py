"""What the pages about a decision say."""

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
