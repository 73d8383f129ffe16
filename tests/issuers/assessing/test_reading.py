"""What was judged: read, or refused with the way to say it."""

import pytest

from badges.judgement import Independence
from issuers.assessing.reading import NewAssessment, TypedAssessment, read_assessment
from issuers.errors import FormError


def problems(**typed: str) -> list[tuple[str, str]]:
    """Give field and code of what is wrong with a form."""
    with pytest.raises(FormError) as refused:
        read_assessment(TypedAssessment(**typed))
    return [(each.field, each.code) for each in refused.value.problems]


class TestReadAssessment:
    """`read_assessment`."""

    def test_takes_one_sentence(self) -> None:
        """The rest may stay empty."""
        expected = NewAssessment(
            kennis="Kent de codes.", vaardigheden="", gedrag="", independence=Independence.ZELFSTANDIG
        )
        typed = TypedAssessment(kennis=" Kent de codes. ", zelfstandigheid="zelfstandig")
        assert expected == read_assessment(typed)

    @pytest.mark.parametrize(
        "text",
        [
            "Dit was onvoldoende.",
            "Hij kan nog niet stapelen.",
            "Kan hij niet.",
            "De toets is niet gehaald.",
            "Zij is gezakt.",
        ],
    )
    def test_refuses_what_somebody_cannot(self, text: str) -> None:
        """That is talked about, and never written down, whatever is ticked."""
        assert [("gedrag", "text-failing")] == problems(gedrag=text, toch="ja")

    @pytest.mark.parametrize(
        "text",
        [
            "Ziet de zwakke plekken in het hout.",
            "Is zwak.",
            "Haalt een slordige naad los.",
            "Herstelt wat mislukt is.",
            "Werkt een achterstand weg.",
            "Ziet dat de lijm te langzaam droogt.",
            "Vraagt hulp als het plan mislukte.",
        ],
    )
    def test_asks_what_may_be_about_the_work(self, text: str) -> None:
        """With a tick it stays."""
        assert [("toch", "text-doubtful")] == problems(gedrag=text)
        assert text == read_assessment(TypedAssessment(gedrag=text, toch="ja")).gedrag

    @pytest.mark.parametrize(
        "text",
        [
            "Stapelt zo dat het niet kan vallen.",
            "Vraagt het als iets nog niet duidelijk is.",
            "Vult aan wat er te weinig is.",
            "Verpakt zwakstroomkabels.",
        ],
    )
    def test_knows_what_is_praise(self, text: str) -> None:
        """A small word does not make it a failure."""
        assert text == read_assessment(TypedAssessment(vaardigheden=text)).vaardigheden

    @pytest.mark.parametrize(
        ("typed", "expected"),
        [
            ({}, ("kennis", "text-empty")),
            ({"kennis": "BSN 111222333"}, ("kennis", "text-bsn")),
            ({"kennis": "x" * 501}, ("kennis", "text-too-long")),
            ({"gedrag": "Rustig, ondanks adhd."}, ("toch", "text-sensitive")),
            ({"gedrag": "Rustig.", "zelfstandigheid": "soms"}, ("zelfstandigheid", "choice-unknown")),
        ],
        ids=["nothing", "bsn", "long", "health", "choice"],
    )
    def test_says_what_is_wrong(self, typed: dict[str, str], expected: tuple[str, str]) -> None:
        """Beside its field."""
        assert [expected] == problems(**typed)
