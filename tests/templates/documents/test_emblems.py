"""The pictures that organisations design: every choice can be drawn and read."""

import re
from itertools import product
from xml.etree import ElementTree as ET

import pytest

from badges.catalogue import embedded
from badges.catalogue.plain import skill_sign
from badges.emblem import Emblem, Shape
from templates import labels
from templates.documents import emblems
from templates.documents.badge import BadgePicture, badge_png, badge_svg
from templates.documents.fields import CREAM, FIELDS


def picture(emblem: Emblem) -> BadgePicture:
    """Make a picture to draw."""
    return BadgePicture(title="Samenwerken", issuer="De Maas", field="groen", level="expert", emblem=emblem)


class TestMark:
    """What stands on the field."""

    @pytest.mark.parametrize("sign", emblems.SIGNS)
    def test_is_drawn_in_the_chosen_colours(self, sign: str) -> None:
        """No colour of another picture is left in a pictogram."""
        look = emblems.look_of("123456")
        drawn = emblems.mark(Emblem(shape=Shape.BOOG, colour="123456", sign=sign), look=look)
        used = set(re.findall(r"#[0-9A-Fa-f]{6}", drawn))
        assert used <= {CREAM, look.deep, look.field, look.tint}
        assert {CREAM, look.tint} & used

    def test_draws_letters(self) -> None:
        """Letters stand where a pictogram would."""
        drawn = emblems.mark(
            Emblem(shape=Shape.BOOG, colour="groen", letters="VCA"), look=emblems.look_of("groen")
        )
        assert ">VCA</text>" in drawn

    def test_draws_a_sign_that_it_does_not_know_as_another(self) -> None:
        """A badge of another version of this service still has a picture."""
        known, unknown = (
            emblems.mark(Emblem(shape=Shape.BOOG, colour="groen", sign=sign), look=emblems.look_of("groen"))
            for sign in ("samenwerken", "raket")
        )
        assert known == unknown


class TestBadgeSvg:
    """`badge_svg` with an emblem."""

    @pytest.mark.parametrize(("shape", "colour"), list(product(Shape, ["groen", "0f4c5a", "weetniet"])))
    def test_is_well_formed_and_says_what_is_on_it(self, shape: Shape, colour: str) -> None:
        """It has a name, a description and the level, in each outline and colour."""
        svg = badge_svg(picture(Emblem(shape=shape, colour=colour, sign="klok")))
        root = ET.fromstring(svg)  # noqa: S314 - we drew it
        said = " ".join(root.itertext())
        assert {"Samenwerken", "expert"} <= set(said.replace(".", " ").split())
        assert "een klok met een vinkje" in said

    def test_is_a_png_too(self) -> None:
        """The same drawing becomes the picture that a badge is baked into."""
        assert badge_png(
            picture(Emblem(shape=Shape.SCHILD, colour="groen", letters="VCA")), size=80
        ).startswith(b"\x89PNG")


class TestReadsWell:
    """Which colours may be chosen."""

    @pytest.mark.parametrize("colour", emblems.COLOURS)
    def test_takes_every_named_colour(self, colour: str) -> None:
        """All of ours are dark enough, and each has a name on the form."""
        assert emblems.reads_well(colour)
        assert colour in labels.COLOURS

    @pytest.mark.parametrize(
        ("colour", "expected"), [("767676", False), ("6f6f6f", True), ("ffffff", False), ("000000", True)]
    )
    def test_goes_by_the_contrast_with_cream(self, colour: str, *, expected: bool) -> None:
        """4.5:1 is enough, less is not (WCAG 2.2, 1.4.3)."""
        assert expected is emblems.reads_well(colour)

    @pytest.mark.parametrize("colour", ["000000", "6f6f6f", "0f4c5a", "861b49"])
    def test_comes_with_a_second_tone(self, colour: str) -> None:
        """The tone that fills shapes is told from the field: 3:1 (WCAG 2.2, 1.4.11)."""
        look = emblems.look_of(colour)
        assert emblems.contrast(look.tint, look.field) >= 3


class TestSigns:
    """The pictograms to choose from."""

    def test_hold_those_of_all_skills(self) -> None:
        """Our table of skills names no pictogram that cannot be drawn."""
        assert {skill_sign(skill.uri) for skill in embedded().skills} <= set(emblems.SIGNS)

    def test_are_all_there(self) -> None:
        """Each kind of work has one, and each has a word on the form."""
        assert set(FIELDS) <= set(emblems.SIGNS) == set(labels.SIGNS)
