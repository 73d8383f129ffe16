"""The badge picture: its grammar, its words, its pixels."""

import io
import re
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from badges.catalogue.fields import FIELDS as CATALOGUE_FIELDS
from templates.documents.badge import (
    DEFAULT_FIELD,
    FIELDS,
    BadgePicture,
    badge_png,
    badge_svg,
    badge_svg_small,
)
from templates.documents.fields import CREAM, pictogram

SVG = "{http://www.w3.org/2000/svg}"
HOSTILE = '</title><script>alert(1)</script><image href="x" onload="alert(1)"/>&amp;"\''


def picture(title: str, *, issuer: str = "Magazijn De Maas", field: str = "logistiek") -> BadgePicture:
    """Make a picture to draw."""
    return BadgePicture(title=title, issuer=issuer, field=field)


def words(svg: str) -> list[str]:
    """Give the lines on the plate."""
    root = ET.fromstring(svg)  # noqa: S314 - we drew it
    return [element.text or "" for element in root.iter() if element.tag in {f"{SVG}tspan", f"{SVG}text"}]


def contrast(one: str, other: str) -> float:
    """Compute the contrast ratio of two colours (WCAG 2.2, relative luminance)."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    """Compute the relative luminance of #RRGGBB."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


class TestFields:
    """The kinds of work."""

    def test_are_those_of_the_catalogue(self) -> None:
        """Each field that the catalogue names has a picture, and no picture is unused."""
        assert set(CATALOGUE_FIELDS) == set(FIELDS)

    @pytest.mark.parametrize("field", FIELDS)
    def test_have_contrast(self, field: str) -> None:
        """Cream on the field 7:1, the second tone 5:1, on the arch around it too."""
        look = FIELDS[field]

        assert contrast(CREAM, look.field) >= 7
        assert contrast(look.tint, look.field) >= 5
        assert contrast(look.tint, look.deep) >= 5

    @pytest.mark.parametrize("field", FIELDS)
    def test_draw_in_their_own_colours(self, field: str) -> None:
        """A pictogram uses cream, the second tone and the field, nothing else."""
        look = FIELDS[field]

        assert set(re.findall(r"#[0-9A-Fa-f]{6}", pictogram(field))) <= {CREAM, look.tint, look.field}

    def test_differ_in_colour_pictogram_and_moulding(self) -> None:
        """The sector is told three ways."""
        looks = FIELDS.values()
        kinds = [
            {look.field for look in looks},
            {look.moulding for look in looks},
            set(map(pictogram, FIELDS)),
        ]

        assert [len(FIELDS)] * 3 == [len(kind) for kind in kinds]


class TestBadgeSvg:
    """The badge with its words."""

    @pytest.mark.parametrize("field", [*FIELDS, "onbekend"])
    def test_is_one_drawing(self, field: str) -> None:
        """It parses, has its measures, and an unknown field gets the general picture."""
        root = ET.fromstring(badge_svg(picture("Houdt toezicht", field=field)))  # noqa: S314 - we drew it

        assert (f"{SVG}svg", "0 0 400 400") == (root.tag, root.get("viewBox"))

    def test_tells_title_and_issuer_whole(self) -> None:
        """A title that was cut on the plate is whole for who cannot see it."""
        title = "Voert werk uit in de bouw, infra, afbouw, hout- en meubelbranche, schildersbranche of AMBOR"
        root = ET.fromstring(badge_svg(picture(title)))  # noqa: S314 - we drew it

        assert title == root.findtext(f"{SVG}title")
        assert "Magazijn De Maas" in (root.findtext(f"{SVG}desc") or "")

    def test_escapes_what_it_is_given(self) -> None:
        """A hostile title or issuer is text, in every place that it stands."""
        harmless = ET.fromstring(badge_svg(picture("x", issuer="y")))  # noqa: S314 - we drew it
        hostile = ET.fromstring(badge_svg(picture(HOSTILE, issuer=HOSTILE)))  # noqa: S314 - we drew it

        def tags(root: ET.Element) -> set[str]:
            return {element.tag for element in root.iter()}

        assert tags(harmless) == tags(hostile)
        assert HOSTILE == hostile.findtext(f"{SVG}title")

    @settings(max_examples=150, deadline=None)
    @given(title=st.text(max_size=300), issuer=st.text(max_size=120))
    def test_is_well_formed_for_any_text(self, title: str, issuer: str) -> None:
        """Whatever reaches it, the drawing parses."""
        ET.fromstring(badge_svg(picture(title, issuer=issuer)).encode())  # noqa: S314 - we drew it

    def test_names_two_badges_on_a_page_apart(self) -> None:
        """Their ids differ, so that each keeps its own name."""
        one, other = badge_svg(picture("Een")), badge_svg(picture("Twee"))

        assert not set(re.findall(r'id="([^"]+)"', one)) & set(re.findall(r'id="([^"]+)"', other))

    def test_shows_a_level_only_when_there_is_one(self) -> None:
        """No level is ever made up."""
        with_level = BadgePicture(
            title="Samenwerken", issuer="Keuken", field=DEFAULT_FIELD, level="gevorderd"
        )

        assert "gevorderd" in words(badge_svg(with_level))
        assert ["", "Samenwerken", "Keuken"] == words(badge_svg(picture("Samenwerken", issuer="Keuken")))


class TestBadgeSvgSmall:
    """The form under 100 px."""

    @pytest.mark.parametrize("field", FIELDS)
    def test_has_no_words(self, field: str) -> None:
        """The title stands beside it as text."""
        assert [] == words(badge_svg_small(field))


class TestBadgePng:
    """The badge as pixels."""

    @pytest.mark.parametrize("size", [64, 400, 800])
    def test_has_the_size_that_was_asked(self, size: int) -> None:
        """It is square, and its corners are clear."""
        drawn = Image.open(io.BytesIO(badge_png(picture("Houdt toezicht"), size=size))).convert("RGBA")

        assert ((size, size), 0) == (drawn.size, drawn.getpixel((0, 0))[3])

    def test_shows_the_words(self) -> None:
        """The letters are ours, so they are there on a machine without any font."""
        plain = Image.open(io.BytesIO(badge_png(picture(""), size=400))).convert("L")
        lettered = Image.open(io.BytesIO(badge_png(picture("Houdt toezicht"), size=400))).convert("L")
        plate = (60, 280, 340, 345)

        def dark(image: Image.Image) -> int:
            return sum(image.crop(plate).histogram()[:100])

        assert 0 == dark(plain)
        assert dark(lettered) > 500

    @pytest.mark.parametrize(
        "issuer", ["بيت العمل", "Zorg 🚀 Samen", "ሰላም", "株式会社", "\ud7ff\u200d", HOSTILE]
    )
    def test_draws_any_name(self, issuer: str) -> None:
        """A name in another script, or a picture sign, never breaks it off."""
        assert badge_png(picture("Houdt toezicht", issuer=issuer), size=100).startswith(b"\x89PNG")

    def test_is_the_same_each_time(self) -> None:
        """The same badge is the same bytes, also when it was not remembered."""
        first = badge_png(picture("Twee keer"), size=200)
        badge_png.cache_clear()

        assert first == badge_png(picture("Twee keer"), size=200)
