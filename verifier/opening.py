"""Open what somebody holds: a picture, a PDF, a photo or a zip, down to the credential in it."""

from collections.abc import Callable

from badges import archive
from badges.baking import pdf, png, svg
from badges.errors import BakingError, CarrierError
from verifier import photos
from verifier.errors import MoreEffortError, UnreadableError
from verifier.questions import Opened
from verifier.reading import THOROUGH, form_of
from verifier.report import Form

PHOTOGRAPHED = "png-no-badge"
"""A PNG without a badge in it may be a screenshot, with a QR code on it."""


def open_up(raw: bytes, *, thorough: bool) -> tuple[Opened, ...]:
    """Give what is inside: one thing, or several from a zip.

    Raises:
        MoreEffortError: only a thorough look can tell.
        UnreadableError: there is nothing in it that we read; the sentence says what to do.
    """
    form = form_of(raw)
    if form in THOROUGH and not thorough:
        raise MoreEffortError
    try:
        if form is Form.ZIP:
            return tuple(Opened(raw=each.raw, form=form, name=each.name) for each in archive.unpack(raw))
        return (_opened(raw, form=form, thorough=thorough),)
    except CarrierError as error:
        raise UnreadableError(error.code) from error


def _opened(raw: bytes, *, form: Form, thorough: bool) -> Opened:
    """Take the one thing out of a file."""
    try:
        return Opened(raw=_UNBAKE[form](raw), form=form)
    except BakingError as error:
        if error.code != PHOTOGRAPHED:
            raise
    if not thorough:
        raise MoreEffortError
    return Opened(raw=photos.read_code(raw), form=Form.PHOTO)


_UNBAKE: dict[Form, Callable[[bytes], bytes]] = {
    Form.PNG: png.unbake,
    Form.SVG: svg.unbake,
    Form.PDF: pdf.unbake,
    Form.PHOTO: photos.read_code,
}
