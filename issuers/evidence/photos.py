"""Draw a photo of work anew before anything of it is kept, or say why that cannot be done."""

from collections.abc import Mapping
from threading import BoundedSemaphore
from typing import Final

from badges.errors import WorkPhotoError
from badges.workphotos import WorkPhoto, redraw
from issuers.errors import FieldProblem, FormError

FIELD: Final = "foto"
_AT_ONCE: Final = BoundedSemaphore(1)
"""One photo is decoded at a time: each may take as much memory as its limits allow."""

_SENTENCES: Final[Mapping[str, tuple[str, str]]] = {
    "photo-empty": ("Kies eerst een foto.", "Choose a photo first."),
    "photo-bytes": (
        "Deze foto is te groot. Hij mag 20 MB zijn. Maak een nieuwe foto, of maak een schermafdruk van deze.",
        "This photo is too large. It may be 20 MB. Take a new one, or take a screenshot of this one.",
    ),
    "photo-video": (
        "Dit is een filmpje. Filmpjes bewaren wij niet. Kies een foto.",
        "This is a film. We keep no films. Choose a photo.",
    ),
    "photo-heif": (
        "Deze soort foto (HEIC) lezen wij niet. Maak een schermafdruk van de foto en kies die.",
        "We do not read this kind of photo (HEIC). Take a screenshot of it and choose that.",
    ),
    "photo-kind": (
        "Dit is geen foto die wij lezen. Kies een JPG of PNG.",
        "This is no photo that we read. Choose a JPG or PNG.",
    ),
    "photo-pixels": (
        "Deze foto heeft te veel punten. Maak een schermafdruk van de foto en kies die.",
        "This photo has too many pixels. Take a screenshot of it and choose that.",
    ),
    "photo-damaged": (
        "Deze foto is beschadigd. Kies een andere, of maak een nieuwe.",
        "This photo is damaged. Choose another, or take a new one.",
    ),
}


def read_photo(raw: bytes) -> WorkPhoto:
    """Read what somebody's phone sent.

    Raises:
        FormError: it is no photo that we keep; the sentence says why.
    """
    try:
        with _AT_ONCE:
            return redraw(raw)
    except WorkPhotoError as error:
        nl, en = _SENTENCES[error.code]
        raise FormError([FieldProblem(FIELD, error.code, nl, en)]) from error
