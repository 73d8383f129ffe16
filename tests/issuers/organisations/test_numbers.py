"""The numbers of organisations: what cannot be one is refused with the rule that it breaks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from issuers.errors import NumberError
from issuers.organisations.numbers import NumberKind, OfficialNumber, read_number

RSIN = "123456782"
LENGTHS = {NumberKind.KVK: 8, NumberKind.VESTIGING: 12, NumberKind.LEERBEDRIJF: 9, NumberKind.OIN: 20}


def rsin(digits: str) -> str | None:
    """Give nine digits that pass the elfproef, from eight; None where no ninth does."""
    total = sum(weight * int(digit) for weight, digit in zip(range(9, 1, -1), digits, strict=True))
    return f"{digits}{total % 11}" if total % 11 < 10 and digits.strip("0") else None


rsins = st.text("0123456789", min_size=8, max_size=8).map(rsin).filter(lambda found: found is not None)


def code(text: str, *, kind: NumberKind) -> str:
    """Give the code of why a number is refused."""
    with pytest.raises(NumberError) as refused:
        read_number(text, kind=kind)
    return refused.value.code


class TestReadNumber:
    """`read_number` reads what people type, and says which rule is broken."""

    @pytest.mark.parametrize("kind", LENGTHS)
    def test_takes_signs_between_digits_away(self, kind: NumberKind) -> None:
        """People write numbers in groups."""
        digits = "9" * LENGTHS[kind]
        spaced = f" {digits[:3]} {digits[3:5]}.{digits[5:]}-"
        assert OfficialNumber(kind, digits) == read_number(spaced, kind=kind)

    @pytest.mark.parametrize("kind", LENGTHS)
    @pytest.mark.parametrize("change", [-1, 1])
    def test_counts_the_digits(self, kind: NumberKind, change: int) -> None:
        """One more or one fewer is another number."""
        assert "number-length" == code("9" * (LENGTHS[kind] + change), kind=kind)

    @pytest.mark.parametrize("kind", LENGTHS)
    @pytest.mark.parametrize("odd", ["a", "٣", "²", "/"])
    def test_takes_only_the_ten_digits(self, kind: NumberKind, odd: str) -> None:
        """Digits of other scripts look right and are found in no register."""
        assert "number-not-digits" == code("9" * (LENGTHS[kind] - 1) + odd, kind=kind)

    @pytest.mark.parametrize("kind", [*LENGTHS, NumberKind.RSIN])
    def test_knows_that_zeros_are_no_number(self, kind: NumberKind) -> None:
        """Somebody wanted to get past the field."""
        assert "number-zero" == code("0" * LENGTHS.get(kind, 9), kind=kind)

    @given(rsins)
    def test_takes_every_rsin_that_passes_the_elfproef(self, number: str) -> None:
        """The rule of nine digits with weights 9 to 2 and -1."""
        assert number == read_number(number, kind=NumberKind.RSIN).value

    @given(rsins, st.integers(0, 8), st.integers(1, 9))
    def test_finds_every_wrong_digit_of_an_rsin(self, number: str, place: int, by: int) -> None:
        """One digit typed wrong never makes another RSIN."""
        digit = str((int(number[place]) + by) % 10)
        wrong = number[:place] + digit + number[place + 1 :]
        assert code(wrong, kind=NumberKind.RSIN) in {"number-elfproef", "number-zero"}

    @given(rsins, st.integers(0, 7))
    def test_finds_every_swap_of_neighbours_in_an_rsin(self, number: str, place: int) -> None:
        """Two digits in the wrong order never make another RSIN."""
        left, right = number[place], number[place + 1]
        if left != right:
            swapped = number[:place] + right + left + number[place + 2 :]
            assert "number-elfproef" == code(swapped, kind=NumberKind.RSIN)

    def test_writes_a_brin_in_capitals(self) -> None:
        """As the register does."""
        assert "99XY" == read_number("99 xy", kind=NumberKind.BRIN).value
        assert "99XY07" == read_number("99xy 07", kind=NumberKind.BRIN_VESTIGING).value

    @pytest.mark.parametrize("text", ["", "9XY", "99X", "XY99", "99XY0", "999X", "99XÿY", "٣٣XY"])
    def test_knows_how_a_brin_looks(self, text: str) -> None:
        """Two digits, two letters."""
        assert "number-brin" == code(text, kind=NumberKind.BRIN)

    def test_asks_for_the_place_of_a_school_apart(self) -> None:
        """A BRIN alone is no place."""
        assert "number-brin" == code("99XY", kind=NumberKind.BRIN_VESTIGING)

    @given(rsins)
    def test_looks_at_the_rsin_in_an_oin(self, number: str) -> None:
        """What begins with 00000001 holds an RSIN and three zeros."""
        assert f"00000001{number}000" == read_number(f"00000001{number}000", kind=NumberKind.OIN).value
        wrong = f"{number[:-1]}{(int(number[-1]) + 1) % 10}"
        assert "number-oin-rsin" == code(f"00000001{wrong}000", kind=NumberKind.OIN)
        assert "number-oin-rsin" == code(f"00000001{number}001", kind=NumberKind.OIN)

    def test_looks_at_the_end_of_an_oin_with_a_kvk_number(self) -> None:
        """What begins with 00000003 ends with four zeros."""
        assert read_number("00000003 99999999 0000", kind=NumberKind.OIN).value.endswith("0000")
        assert "number-oin-kvk" == code("00000003 99999999 0001", kind=NumberKind.OIN)

    def test_says_how_many_digits_there_are(self) -> None:
        """The sentence tells the rule, and never the number itself."""
        with pytest.raises(NumberError) as refused:
            read_number("1234567", kind=NumberKind.KVK)
        assert "Een KvK-nummer heeft 8 cijfers. Hier staan er 7. Kijk het na." == refused.value.nl


class TestMayBeOfAPerson:
    """`may_be_of_a_person` tells for which numbers to ask once more."""

    def test_is_so_for_an_rsin_only(self) -> None:
        """A BSN is nine digits with the same elfproef."""
        asked = {kind for kind in NumberKind if OfficialNumber(kind, RSIN).may_be_of_a_person}
        assert {NumberKind.RSIN} == asked
