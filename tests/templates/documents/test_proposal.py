"""A proposal on paper, with the badges in the file."""

import io
from dataclasses import replace
from datetime import UTC, datetime
from typing import cast

import pikepdf
import pytest

from badges.baking import pdf as baked
from templates.documents.proposal import proposal_pdf
from templates.views.proposals import ProposalPage
from tests.templates.documents.sheets import elements
from tests.templates.samples import schools

ON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
BADGES = b'{"type": ["VerifiablePresentation"]}'
XMP = {"pdfaid:part": "3", "pdfaid:conformance": "A", "pdfuaid:part": "1"}


def page(name: str = "voorstel") -> ProposalPage:
    """Give what the page shows."""
    return cast("ProposalPage", schools.pages()[name][1])


class TestProposalPdf:
    """proposal.proposal_pdf."""

    def test_holds_the_badges(self) -> None:
        """As they were put together, through our own reader; the same proposal is the same file."""
        made = proposal_pdf(page(), presentation=BADGES, on=ON, language="nl")
        assert baked.unbake(made) == BADGES
        assert made == proposal_pdf(page(), presentation=BADGES, on=ON, language="nl")

    @pytest.mark.parametrize("language", ["nl", "en"])
    def test_declares_both_standards_and_is_heard_in_order(self, language: str) -> None:
        """The heading, an arch for each kerntaak that says how far it is, and the rest."""
        made = proposal_pdf(page(), presentation=BADGES, on=ON, language=language)  # type: ignore[arg-type]  # one of two
        with pikepdf.open(io.BytesIO(made)) as pdf, pdf.open_metadata() as metadata:
            assert XMP.items() <= {key: str(metadata.get(key)) for key in XMP}.items()
            assert [] == pdf.check_pdf_syntax()
            found = [*elements(pdf)]
            alts = [str(each.Alt) for each in found if each.S == "/Figure"]
            assert {"/H1", "/Table", "/TH", "/TD"} <= {str(each.S) for each in found}
        expected = {
            "nl": "Kerntaak Bereidt gerechten: bewijs voor 1 van 3 werkprocessen",
            "en": "Kerntaak Bereidt gerechten: evidence for 1 of 3 werkprocessen",
        }
        assert alts[0] == expected[language]

    def test_is_made_of_what_is_not_there_too(self) -> None:
        """No badge, no kerntaak, and letters that nobody has."""
        bare = replace(page("voorstel-onbekend"), name="𐎀𐎁 \u202e <b>Noor", remarks=("x" * 400,))
        made = proposal_pdf(bare, presentation=None, on=ON, language="nl")
        with pikepdf.open(io.BytesIO(made)) as pdf:
            assert len(pdf.attachments) == 0
