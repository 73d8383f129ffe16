"""Codes are sorted as people count."""

from badges.catalogue import embedded
from badges.catalogue.model import code_order


class TestCodeOrder:
    """Sorting codes."""

    def test_counts(self) -> None:
        """B before P, K2 before K10, W9 before W10, a kerntaak before its werkprocessen."""
        codes = [
            "B1-K1",
            "B1-K1-W1",
            "B1-K1-W9",
            "B1-K1-W10",
            "B1-K2-W1",
            "B1-K10-W1",
            "P1-K1-W1",
            "P10-K1-W1",
        ]
        assert codes == sorted(sorted(codes), key=code_order)


class TestSuggestedSkills:
    """Skills that an issuer may tick."""

    def test_leave_fields_of_knowledge_out(self) -> None:
        """A field of knowledge is no skill; of the 229 that are linked the 91 skills remain."""
        kwalificaties = embedded().kwalificaties
        assert {"vaardigheid", "kennisgebied"} == {
            skill.kind for row in kwalificaties for skill in row.skills
        }
        suggested = {skill.uri for row in kwalificaties for skill in row.suggested_skills}
        assert suggested <= {skill.uri for skill in embedded().skills}
