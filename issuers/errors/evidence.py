"""What can go wrong with what was collected."""

from issuers.errors.root import IssuersError


class PhotoGoneError(IssuersError):
    """Say that a photo that a badge names is not shown any more."""

    code = "photo-gone"
    nl = "Deze foto is niet meer te zien. Op het bewijs staat nog wel dat er een foto was."
    en = "This photo is not shown any more. The badge still says that there was one."
