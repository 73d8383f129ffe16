"""What everyone sees of an organisation."""

from dataclasses import replace

import pytest

from issuers.errors import FormError
from issuers.organisations.face import Face, TypedFace, read_face

TYPED = TypedFace(
    naam=" De  Werf ",
    officiele_naam="Stichting De Werf Zuid",
    website="www.dewerf.voorbeeld",
    contact="hallo@dewerf.voorbeeld",
    gemeente="Rotterdam",
    regio="Rijnmond",
)
FACE = Face(
    name="De Werf",
    official_name="Stichting De Werf Zuid",
    website="https://www.dewerf.voorbeeld",
    contact="hallo@dewerf.voorbeeld",
    gemeente="Rotterdam",
    arbeidsmarktregio="Rijnmond",
)


def problems(typed: TypedFace) -> list[tuple[str, str]]:
    """Give field and code of each problem."""
    with pytest.raises(FormError) as refused:
        read_face(typed)
    return [(each.field, each.code) for each in refused.value.problems]


class TestReadFace:
    """`read_face` reads names, contact and place."""

    def test_reads_what_people_type(self) -> None:
        """Double spaces go, a site gets its https."""
        assert FACE == read_face(TYPED)

    def test_needs_a_name_only(self) -> None:
        """The rest may be left empty."""
        assert Face(name="De Werf") == read_face(TypedFace(naam="De Werf"))

    def test_keeps_the_same_name_once(self) -> None:
        """The name in the register is kept only where it is another."""
        assert Face(name="De Werf") == read_face(TypedFace(naam="De Werf", officiele_naam="De Werf"))

    def test_leaves_the_name_in_a_register_as_it_is(self) -> None:
        """It is a fact, and stands on no badge: a name that is on badges may be another."""
        face = read_face(TypedFace(naam="De Werf", officiele_naam="Stichting Diploma Zuid"))
        assert "Stichting Diploma Zuid" == face.official_name

    @pytest.mark.parametrize(
        ("changes", "expected"),
        [
            ({"naam": " "}, ("naam", "name-empty")),
            ({"naam": "x" * 81}, ("naam", "text-too-long")),
            ({"naam": "De \u202eWerf"}, ("naam", "text-direction")),
            ({"naam": "Praktijk 123456782"}, ("naam", "text-bsn")),
            ({"naam": "Het Mbo-certificaat"}, ("naam", "name-protected")),
            ({"naam": "VSO De Werf"}, ("naam-mag", "name-reveals")),
            ({"contact": "BSN 123456782"}, ("contact", "text-bsn")),
            ({"gemeente": "x" * 121}, ("gemeente", "text-too-long")),
            ({"website": "javascript://dewerf.nl/%0aalert(1)"}, ("website", "website")),
            ({"website": "https://wie@dewerf.nl"}, ("website", "website")),
            ({"website": "dewerf"}, ("website", "website")),
            ({"website": "http://[::1"}, ("website", "website")),
        ],
    )
    def test_says_what_is_wrong(self, changes: dict[str, str], expected: tuple[str, str]) -> None:
        """Beside the field that it is about."""
        assert [expected] == problems(replace(TYPED, **changes))

    def test_takes_a_telling_name_with_a_tick(self) -> None:
        """An organisation may be proud of its name; it is asked once more."""
        assert "VSO De Werf" == read_face(TypedFace(naam="VSO De Werf", naam_mag="ja")).name

    def test_says_everything_at_once(self) -> None:
        """Nobody finds out one by one."""
        typed = replace(TYPED, naam="", website="dewerf", contact="\u202e")
        assert {"naam", "website", "contact"} == {field for field, _ in problems(typed)}
