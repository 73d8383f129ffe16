"""The picture of an organisation is kept as we drew it anew."""

import io

import pytest
from PIL import Image

from issuers.desk import IssuingDesk
from issuers.errors import FormError, NotFoundError, PermissionDeniedError
from issuers.organisations.pictures import has_picture, picture_of, remove_picture, set_picture
from issuers.people.permissions import Actor

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'


def picture(colour: str) -> bytes:
    """Make a JPEG."""
    out = io.BytesIO()
    Image.new("RGB", (20, 10), colour).save(out, "JPEG")
    return out.getvalue()


class TestSetPicture:
    """`set_picture` keeps one picture."""

    def test_keeps_a_png_whatever_was_sent(self, desk: IssuingDesk, beheerder: Actor) -> None:
        """The second picture takes the place of the first."""
        for colour in ("red", "blue"):
            set_picture(desk, picture(colour), actor=beheerder)
        kept = Image.open(io.BytesIO(picture_of(desk, beheerder.organisation_id)), formats=["PNG"])
        red, _, blue, _ = kept.getpixel((5, 5))
        assert red < blue

    def test_says_what_to_do_instead(self, desk: IssuingDesk, beheerder: Actor) -> None:
        """An SVG may hold a program."""
        with pytest.raises(FormError) as refused:
            set_picture(desk, SVG, actor=beheerder)
        assert [("beeld", "logo-svg")] == [(each.field, each.code) for each in refused.value.problems]
        assert not has_picture(desk, beheerder.organisation_id)

    def test_is_for_the_beheerder(self, desk: IssuingDesk, actor: Actor) -> None:
        """As all that everyone sees."""
        with pytest.raises(PermissionDeniedError):
            set_picture(desk, picture("red"), actor=actor)

    def test_reads_the_role_again(self, desk: IssuingDesk, former_beheerder: Actor) -> None:
        """Whatever the session remembers."""
        with pytest.raises(PermissionDeniedError):
            set_picture(desk, picture("red"), actor=former_beheerder)
        assert not has_picture(desk, former_beheerder.organisation_id)


class TestRemovePicture:
    """`remove_picture` takes it away."""

    def test_leaves_nothing(self, desk: IssuingDesk, beheerder: Actor) -> None:
        """Also when it was gone already."""
        set_picture(desk, picture("red"), actor=beheerder)
        for _ in range(2):
            remove_picture(desk, actor=beheerder)
        with pytest.raises(NotFoundError):
            picture_of(desk, beheerder.organisation_id)

    def test_reads_the_role_again(self, desk: IssuingDesk, beheerder: Actor, former_beheerder: Actor) -> None:
        """Whatever the session remembers."""
        set_picture(desk, picture("red"), actor=beheerder)
        with pytest.raises(PermissionDeniedError):
            remove_picture(desk, actor=former_beheerder)
        assert has_picture(desk, beheerder.organisation_id)
