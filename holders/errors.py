"""What can go wrong while somebody keeps a badge.

HoldersError
└── AlreadyKeptError    somebody else keeps it
"""

from issuers.errors import IssuersError


class HoldersError(IssuersError):
    """Say what is wrong with keeping a badge."""

    code = "holders"


class AlreadyKeptError(HoldersError):
    """Say that somebody else keeps this badge, or the same person in another way."""

    code = "already-kept"
    nl = "Dit bewijs is al bewaard."
    en = "This badge was kept already."
