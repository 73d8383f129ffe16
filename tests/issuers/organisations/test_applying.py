"""The form with which an organisation joins."""

from dataclasses import replace

import pytest

from issuers.errors import FormError
from issuers.organisations.applying import (
    ContactPerson,
    NewApplication,
    TypedApplication,
    read_application,
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
            ({"persoon": " "}, ("persoon", "missing")),
            ({"mail": "bea"}, ("mail", "mail")),
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
