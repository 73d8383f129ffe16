"""Reading who learns here."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from issuers.errors import FormError
from issuers.recipients.reading import NewRecipient, TypedRecipient, read_phone, read_recipient
from issuers.recipients.tables import Channel

BSN = "111222333"  # passes the elfproef, and is of nobody


class TestReadRecipient:
    """`read_recipient`."""

    def test_asks_for_no_more_than_a_name(self) -> None:
        """On one line, without what word processors put in."""
        assert NewRecipient(name="Sam de Vries") == read_recipient(
            TypedRecipient(naam=" Sam  de Vri\u00ades")
        )

    @pytest.mark.parametrize(
        ("typed", "channel", "address"),
        [
            (TypedRecipient(naam="Sam", mail=" Sam@Voorbeeld.NL "), Channel.MAIL, "sam@voorbeeld.nl"),
            (TypedRecipient(naam="Sam", telefoon="06-1234 5678"), Channel.PHONE, "+31612345678"),
        ],
    )
    def test_reads_how_somebody_is_told(self, typed: TypedRecipient, channel: Channel, address: str) -> None:
        """By the one that was filled in."""
        read = read_recipient(typed)
        assert (channel, address) == (read.channel, read.address)

    @pytest.mark.parametrize(
        ("typed", "found"),
        [
            (TypedRecipient(), [("naam", "missing")]),
            (TypedRecipient(naam="x" * 81), [("naam", "text-too-long")]),
            (TypedRecipient(naam="Sam", mail="sam"), [("mail", "mail")]),
            (TypedRecipient(naam="Sam", telefoon="112"), [("telefoon", "phone")]),
            (
                TypedRecipient(naam="Sam", mail="sam@voorbeeld.nl", telefoon="0612345678"),
                [("telefoon", "two-channels")],
            ),
            (TypedRecipient(naam="Sam", kenmerk=BSN), [("kenmerk", "text-bsn")]),
            (TypedRecipient(naam="Sam", kenmerk="x" * 41), [("kenmerk", "text-too-long")]),
            (TypedRecipient(naam=BSN, telefoon="x"), [("naam", "text-bsn"), ("telefoon", "phone")]),
        ],
    )
    def test_tells_all_that_is_wrong(self, typed: TypedRecipient, found: list[tuple[str, str]]) -> None:
        """In the order of the form."""
        with pytest.raises(FormError) as refused:
            read_recipient(typed)
        assert found == [(each.field, each.code) for each in refused.value.problems]


class TestReadPhone:
    """`read_phone`."""

    @pytest.mark.parametrize(
        ("typed", "number"),
        [
            ("06 12345678", "+31612345678"),
            ("+31 (0)6-12345678", "+31612345678"),
            ("0031612345678", "+31612345678"),
            ("010/1234567", "+31101234567"),
            ("+32 470 12 34 56", "+32470123456"),
            ("00 49 1511 2345678", "+4915112345678"),
        ],
    )
    def test_reads_what_people_write(self, typed: str, number: str) -> None:
        """In the shape that is the same everywhere."""
        assert number == read_phone(typed)

    @pytest.mark.parametrize(
        "typed", ["", "0612345", "06123456789", "bel mij", "+0612345678", "+3161234567890123", "٠٦١٢٣٤٥٦٧٨"]
    )
    def test_finds_none(self, typed: str) -> None:
        """Where there is none."""
        assert read_phone(typed) is None

    @given(st.text("+0123456789 ()-./", max_size=24))
    def test_gives_what_it_reads_the_same_again(self, typed: str) -> None:
        """What is kept can be shown in the form and kept again."""
        number = read_phone(typed)
        assert number is None or number == read_phone(number)
