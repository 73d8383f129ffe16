"""How a picture looks stands in its address, and in no other words than ours."""

import pytest

from badges.emblem import Emblem, Shape, read_emblem

ADDRESS = "https://bewijs.voorbeeld/badgeklassen/3m8x1d/plaatje.png"


class TestReadEmblem:
    """`read_emblem` reads what `beside` wrote."""

    @pytest.mark.parametrize(
        "emblem",
        [
            Emblem(shape=Shape.BOOG, colour="groen", sign="klok"),
            Emblem(shape=Shape.ZESHOEK, colour="0f4c5a", letters="VCA"),
        ],
        ids=["a pictogram", "letters"],
    )
    def test_reads_what_was_written(self, emblem: Emblem) -> None:
        """There and back again it is the same."""
        assert emblem == read_emblem(emblem.beside(ADDRESS))

    @pytest.mark.parametrize(
        "said",
        [
            "",
            "#",
            "#vorm=ster&kleur=groen&teken=klok",
            "#vorm=boog&kleur=groen",
            "#vorm=boog&kleur=groen&teken=klok&letters=VCA",
            "#vorm=boog&kleur=groen&letters=TELANG",
            "#vorm=boog&kleur=%22onload&teken=klok",
        ],
    )
    def test_reads_nothing_else(self, said: str) -> None:
        """A badge of others may say anything; only our own words make a picture."""
        assert read_emblem(ADDRESS + said) is None
