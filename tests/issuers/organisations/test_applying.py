"""The form with which an organisation joins."""

from dataclasses import replace

import pytest

from issuers.errors import FormError
from issuers.organisations.applying import (
    ContactPerson,
    NewApplication,
    TypedApplication,
    read_application,
    read_email,
)
from issuers.organisations.declaring import TypedFacts
from issuers.organisations.face import Face, TypedFace
from issuers.organisations.facts import NewFact
from issuers.organisations.numbers import NumberKind, OfficialNumber
from issuers.organisations.tables import OrganisationKind

TYPED = TypedApplication(
    facts=TypedFacts(kinds=("maatschappelijk",), numbers={NumberKind.KVK: "99999990"}),
    face=TypedFace(naam="De Werf"),
    persoon="Bea Smit",
    mail=" bea@dewerf.voorbeeld ",
    geeft_zelf="ja",
    overeenkomst="ja",
    edities="ja",
)
READ = NewApplication(
    face=Face(name="De Werf"),
    facts=(NewFact(OrganisationKind.MAATSCHAPPELIJK, (OfficialNumber(NumberKind.KVK, "99999990"),)),),
    person=ContactPerson(name="Bea Smit", email="bea@dewerf.voorbeeld", gives_badges=True),
    agreement="1",
)


def problems(typed: TypedApplication) -> list[tuple[str, str]]:
    """Give field and code of each problem."""
    with pytest.raises(FormError) as refused:
        read_application(typed, agreement="1")
    return [(each.field, each.code) for each in refused.value.problems]


class TestReadApplication:
    """`read_application` reads the whole form."""

    def test_reads_what_was_typed(self) -> None:
        """The version that was agreed with comes along."""
        assert READ == read_application(TYPED, agreement="1")

    @pytest.mark.parametrize(
        ("changes", "expected"),
        [
            ({"persoon": " "}, ("persoon", "text-empty")),
            ({"mail": "bea"}, ("mail", "email")),
            ({"overeenkomst": ""}, ("overeenkomst", "agreement-missing")),
            ({"edities": ""}, ("edities", "editions-missing")),
        ],
    )
    def test_says_what_is_missing(self, changes: dict[str, str], expected: tuple[str, str]) -> None:
        """Nobody joins without a person who agreed with both texts."""
        assert [expected] == problems(replace(TYPED, **changes))

    def test_says_everything_at_once(self) -> None:
        """In the order of the form."""
        empty = TypedApplication(facts=TypedFacts(), face=TypedFace())
        expected = ["soort", "naam", "persoon", "mail", "overeenkomst", "edities"]
        assert expected == [field for field, _ in problems(empty)]


class TestReadEmail:
    """`read_email` looks whether something can be a mail address."""

    @pytest.mark.parametrize("text", ["bea@dewerf.nl", "b.s+x@a.b.museum", "bea@de-werf.nl", "béa@dewerf.nl"])
    def test_takes_what_can_be_one(self, text: str) -> None:
        """Only sending something there says more."""
        found: list[object] = []
        assert (text, []) == (read_email(text, field="mail", problems=found), found)

    @pytest.mark.parametrize(
        "text",
        [
            "",
            "bea",
            "bea@",
            "@dewerf.nl",
            "bea@dewerf",
            "bea@dewerf..nl",
            "a@b@c.nl",
            "bea smit@dewerf.nl",
            "bea,jan@dewerf.nl",
            "<bea@dewerf.nl>",
            "bea@dewerf.nl\nBcc: x@y.nl",
            f"bea@{'d' * 250}.nl",
        ],
    )
    def test_refuses_what_cannot(self, text: str) -> None:
        """And what would write a second line in the head of a mail."""
        found: list[object] = []
        read_email(text, field="mail", problems=found)
        assert 1 == len(found)
