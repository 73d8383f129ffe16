"""Find the code of a badge on a photo or a screenshot: a link, or the badge itself."""

import re
from collections.abc import Iterable

import zxingcpp

from badges.errors import PhotoError
from badges.pictures import Grey, Photo

_FORMATS = zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)
_BINARIZERS = (zxingcpp.Binarizer.LocalAverage, zxingcpp.Binarizer.GlobalHistogram)
"""The first is for shadows and reflections, the second for grain and faint print."""
_OF_A_BADGE = re.compile(rb"\s*(?:https?://|\{|eyJ)", re.IGNORECASE)


def read_code(raw: bytes) -> bytes:
    """Give what the code of a badge on a photo says: a link, JSON or a compact JWS, not looked at further.

    Raises:
        PhotoError: as `Photo.decode`; there is no QR code on it (`photo-no-qr`), none of a badge
            (`photo-other-code`), or there are two of badges (`photo-two-codes`).
    """
    found = _found(Photo.decode(raw))
    if not found:
        raise PhotoError("there is no QR code on it", code="photo-no-qr")
    ours = [text for text in found if _OF_A_BADGE.match(text)]
    if not ours:
        raise PhotoError("there is no QR code of a badge on it", code="photo-other-code")
    if len(ours) > 1:
        raise PhotoError("there are two QR codes of badges on it", code="photo-two-codes")
    return ours[0]


def _found(photo: Photo) -> set[bytes]:
    """Read all codes, and look longer only where there seem to be none."""
    found = _texts(photo.sizes())
    clearer = photo.clearer()
    while not found and (grey := next(clearer, None)):
        found = _texts([grey])
    return found


def _texts(greys: Iterable[Grey]) -> set[bytes]:
    """Read the codes in each size, in each way of telling black from white."""
    return {
        code.bytes
        for grey in greys
        for binarizer in _BINARIZERS
        for code in zxingcpp.read_barcodes(
            memoryview(grey.pixels).cast("B", (grey.height, grey.width)),
            formats=_FORMATS,
            binarizer=binarizer,
        )
    }
