"""What an organisation says that it is, is read whole or refused with all that is wrong."""

import pytest

from issuers.errors import FormError
from issuers.organisations.declaring import TypedFacts, read_facts
from issuers.organisations.facts import NewFact
from issuers.organisations.numbers import NumberKind, OfficialNumber
from issuers.organisations.tables import FactStatus, OrganisationKind, SchoolKind

RSIN = "123456782"
NUMBERS = {
    NumberKind.KVK: "99999990",
    NumberKind.VESTIGING: "999999999990",
    NumberKind.LEERBEDRIJF: "999999990",
    NumberKind.RSIN: RSIN,
    NumberKind.BRIN: "99xy",
    NumberKind.BRIN_VESTIGING: "99XY01",
    NumberKind.OIN: f"00000001{RSIN}000",
}


def problems(typed: TypedFacts) -> list[tuple[str, str]]:
    """Give field and code of each problem."""
    with pytest.raises(FormError) as refused:
        read_facts(typed)
    return [(each.field, each.code) for each in refused.value.problems]


class TestReadFacts:
    """`read_facts` reads the part of the form about what an organisation is."""

    def test_reads_several_kinds_at_once(self) -> None:
        """A number that proves two of them is asked once and kept with both."""
        typed = TypedFacts(kinds=("maatschappelijk", "leerbedrijf"), numbers=NUMBERS, of_no_person="ja")
        kvk = OfficialNumber(NumberKind.KVK, "99999990")
        expected = (
            NewFact(
                OrganisationKind.LEERBEDRIJF,
                numbers=(
                    OfficialNumber(NumberKind.LEERBEDRIJF, "999999990"),
                    kvk,
                    OfficialNumber(NumberKind.VESTIGING, "999999999990"),
                ),
            ),
            NewFact(OrganisationKind.MAATSCHAPPELIJK, numbers=(kvk, OfficialNumber(NumberKind.RSIN, RSIN))),
        )
        assert expected == read_facts(typed)

    def test_reads_a_school_with_its_kind(self) -> None:
        """The place is welcome, and not needed."""
        typed = TypedFacts(kinds=("school",), numbers={NumberKind.BRIN: "99XY"}, school_kind="pro")
        brin = OfficialNumber(NumberKind.BRIN, "99XY")
        expected = NewFact(OrganisationKind.SCHOOL, numbers=(brin,), school_kind=SchoolKind.PRO)
        assert (expected,) == read_facts(typed)

    @pytest.mark.parametrize("kinds", [(), ("bedrijf",), ("school", "bedrijf")])
    def test_asks_what_the_organisation_is(self, kinds: tuple[str, ...]) -> None:
        """Nothing chosen, or a choice that does not exist."""
        typed = TypedFacts(kinds=kinds, numbers=NUMBERS, school_kind="mbo", of_no_person="ja")
        assert [("soort", "kind-missing")] == problems(typed)

    @pytest.mark.parametrize(
        ("kind", "missing"),
        [
            ("leerbedrijf", ["leerbedrijf", "kvk", "vestiging"]),
            ("school", ["brin"]),
            ("maatschappelijk", ["kvk"]),
            ("gemeente", ["oin"]),
        ],
    )
    def test_asks_for_the_numbers_that_prove_a_kind(self, kind: str, missing: list[str]) -> None:
        """All that is missing, at once."""
        expected = [(field, "number-missing") for field in missing]
        assert expected == problems(TypedFacts(kinds=(kind,), school_kind="vso"))

    def test_asks_for_a_number_of_two_kinds_once(self) -> None:
        """One field, one sentence."""
        found = problems(TypedFacts(kinds=("leerbedrijf", "maatschappelijk")))
        assert 1 == found.count(("kvk", "number-missing"))

    def test_asks_what_kind_of_school_it_is(self) -> None:
        """Only a school is asked."""
        typed = TypedFacts(kinds=("school",), numbers=NUMBERS, school_kind="hbo")
        assert [("schoolsoort", "school-kind-missing")] == problems(typed)

    def test_never_takes_an_rsin_without_the_tick(self) -> None:
        """It may be the BSN of a sole trader, and that may not be kept."""
        typed = TypedFacts(kinds=("gemeente",), numbers={NumberKind.RSIN: RSIN})
        assert [("rechtspersoon", "number-of-a-person")] == problems(typed)

    def test_says_everything_at_once(self) -> None:
        """Wrong numbers, a place of another school, and what is missing."""
        numbers = {**NUMBERS, NumberKind.KVK: "1", NumberKind.BRIN_VESTIGING: "98XY01"}
        del numbers[NumberKind.LEERBEDRIJF]
        typed = TypedFacts(kinds=("leerbedrijf", "school"), numbers=numbers)
        expected = [
            ("kvk", "number-length"),
            ("leerbedrijf", "number-missing"),
            ("brin-vestiging", "number-of-another-school"),
            ("schoolsoort", "school-kind-missing"),
        ]
        assert expected == problems(typed)

    def test_leaves_a_number_of_another_kind_alone(self) -> None:
        """Who changed his mind need not empty the field."""
        typed = TypedFacts(kinds=("gemeente",), numbers={**NUMBERS, NumberKind.KVK: "1"}, of_no_person="ja")
        kinds = {number.kind for fact in read_facts(typed) for number in fact.numbers}
        assert {NumberKind.OIN, NumberKind.RSIN} == kinds


class TestStatus:
    """`NewFact.status` tells how far a fact is known when it comes in."""

    def test_is_never_confirmed(self) -> None:
        """With numbers it is declared; without, nobody said."""
        declared = NewFact(OrganisationKind.SCHOOL, numbers=(OfficialNumber(NumberKind.BRIN, "99XY"),))
        assert FactStatus.ZELF_VERKLAARD is declared.status
        assert FactStatus.ONBEKEND is NewFact(OrganisationKind.SCHOOL).status
