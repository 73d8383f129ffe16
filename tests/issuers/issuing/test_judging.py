"""What was typed, read into a judgement."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from badges.judgement import Independence, Leervorm, Role, SkillReference, WerkprocesReference
from issuers.errors import JudgementError
from issuers.issuing.judging import NARRATIVE_LENGTH, SKILLS_AT_MOST, TypedJudgement, read_judgement, typed_as

TODAY = date(2026, 6, 26)
WERKPROCES = WerkprocesReference(
    crebo="25774",
    code="B1-K2-W1",
    title="Verzamelt en controleert orders",
    kwalificatie="Logistiek medewerker",
    url="https://bewijs.voorbeeld/werkprocessen/25774/B1-K2-W1/9c1f0e2ab3d4",
)
SKILLS = {
    f"https://linkeddata.competentnl.nl/id/humancapability/{number}": SkillReference(
        uri=f"https://linkeddata.competentnl.nl/id/humancapability/{number}", label=f"Vaardigheid {number}"
    )
    for number in range(SKILLS_AT_MOST + 1)
}
TYPED = TypedJudgement(
    naam="Sam de Vries",
    zin="Sam verzamelde elke ochtend 40 orders.",
    van="2026-01-05",
    tot="2026-06-26",
)


def read(typed: TypedJudgement):  # noqa: ANN201 - what it gives is what the tests are about
    """Read a form on the day of the example."""
    return read_judgement(typed, werkproces=WERKPROCES, skills=SKILLS, today=TODAY)


def problems(typed: TypedJudgement) -> list[tuple[str, str]]:
    """Give field and code of each problem."""
    with pytest.raises(JudgementError) as caught:
        read(typed)
    return [(each.field, each.code) for each in caught.value.problems]


class TestTypedAs:
    def test_reads_back_as_the_same(self) -> None:
        """With everything chosen, and with nothing more than is asked."""
        full = replace(
            TYPED,
            naam="",
            zelfstandigheid="met hulp",
            rol="stagiair",
            leervorm="formeel leren",
            vaardigheden=tuple(SKILLS)[:2],
        )
        for judgement in map(read, (TYPED, full)):
            assert judgement == read(typed_as(judgement))


class TestReadJudgement:
    def test_reads_the_four_things_that_are_asked(self) -> None:
        """Werkproces, name, sentence and dates are enough."""
        judgement = read(TYPED)
        assert judgement.name == "Sam de Vries"
        assert (judgement.start, judgement.end) == (date(2026, 1, 5), TODAY)
        assert (judgement.independence, judgement.role, judgement.skills) == (None, None, ())
        assert judgement.leervorm is Leervorm.INFORMEEL

    def test_reads_what_may_be_told_too(self) -> None:
        """What was chosen is read into its own type."""
        uri = next(iter(SKILLS))
        judgement = read(
            replace(
                TYPED,
                zelfstandigheid="met hulp",
                rol="stagiair",
                leervorm="formeel leren",
                vaardigheden=(uri, uri),
            )
        )
        assert judgement.independence is Independence.MET_HULP
        assert judgement.role is Role.STAGIAIR
        assert judgement.leervorm is Leervorm.FORMEEL
        assert judgement.skills == (SKILLS[uri],)

    @pytest.mark.parametrize("name", ["", "   ", "\t"])
    def test_takes_no_name_for_an_answer(self, name: str) -> None:
        """Who wants no name gets none."""
        assert read(replace(TYPED, naam=name)).name is None

    def test_tells_all_problems_at_once(self) -> None:
        """Whoever fills in the form needs one round."""
        typed = TypedJudgement(naam="123456782", zin=" ", van="", tot="32-13-2026", rol="koning")
        assert problems(typed) == [
            ("naam", "text-bsn"),
            ("zin", "text-empty"),
            ("van", "date-empty"),
            ("tot", "date-not-there"),
            ("rol", "choice-unknown"),
        ]

    @pytest.mark.parametrize(
        ("change", "expected"),
        [
            ({"tot": "2026-06-27"}, ("tot", "date-in-future")),
            ({"van": "2026-06-26", "tot": "2026-06-25"}, ("tot", "dates-out-of-order")),
            ({"van": "1949-12-31"}, ("van", "date-unreadable")),
            ({"tot": "31-11-2025"}, ("tot", "date-not-there")),
            ({"tot": "30 februari 2026"}, ("tot", "date-not-there")),
            ({"zin": "x" * (NARRATIVE_LENGTH + 1)}, ("zin", "text-too-long")),
            ({"vaardigheden": ("https://voorbeeld.nl/verzonnen",)}, ("vaardigheid", "skill-unknown")),
            ({"vaardigheden": tuple(SKILLS)}, ("vaardigheid", "skills-too-many")),
        ],
    )
    def test_says_what_is_wrong(
        self, change: dict[str, str | tuple[str, ...]], expected: tuple[str, str]
    ) -> None:
        """Each field has its own problems, each with a sentence in two languages."""
        assert expected in problems(replace(TYPED, **change))  # type: ignore[arg-type] # the fields are named above

    @given(st.builds(TypedJudgement, *[st.text(max_size=60)] * 7))
    def test_never_breaks(self, typed: TypedJudgement) -> None:
        """Any text is a judgement or a list of problems."""
        try:
            read(typed)
        except JudgementError as error:
            assert all(each.nl and each.en for each in error.problems)  # noqa: PT017 - both ends are right
