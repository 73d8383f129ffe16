"""A photo that is refused is refused with a sentence."""

import pytest

from issuers.errors import FormError
from issuers.evidence.photos import read_photo
from tests.badges.test_workphotos import photo, tells_nothing


class TestReadPhoto:
    """`read_photo`."""

    def test_keeps_pixels_alone(self) -> None:
        """The place where it was taken is gone."""
        assert tells_nothing(read_photo(photo("JPEG")))

    @pytest.mark.parametrize(
        ("raw", "says"),
        [
            (b"", "Kies eerst een foto."),
            (b"\0\0\0\x18ftypmp42", "Dit is een filmpje."),
            (b"\0\0\0\x18ftypheic", "HEIC"),
            (b"%PDF-1.7", "Dit is geen foto"),
            (b"\xff\xd8\xff", "beschadigd"),
        ],
        ids=["nothing", "film", "heic", "pdf", "damaged"],
    )
    def test_says_what_to_do(self, raw: bytes, says: str) -> None:
        """In plain words, beside the field."""
        with pytest.raises(FormError) as refused:
            read_photo(raw)
        (problem,) = refused.value.problems
        assert "foto" == problem.field
        assert says in problem.nl
