"""What somebody's own telephone may keep of his pages, to show them without internet.

An answer that may be kept names the sign-in that it is for, and how long it may be shown without any word
from us. The worker in the browser (`templates/static/offline.js`) keeps nothing else, throws all away at an
answer for another, and when that time is over.
"""

import hashlib
from datetime import timedelta
from typing import Final

from holders.keeping.telephones import KnownHolder

HEADER: Final = "Kopie-Voor"
DAYS_HEADER: Final = "Kopie-Dagen"
LASTS: Final = timedelta(days=14)
"""So long a copy stands on a telephone that hears nothing from us, also of a sign-in that ended elsewhere."""

_LENGTH: Final = 16


def copy_mark(holder: KnownHolder | None) -> str | None:
    """Name the sign-in for which a page may be kept; None where no page may.

    It lets nobody in, and says nothing of who it is. On the telephone of another nothing is kept, nor where
    only a part may be seen.
    """
    if holder is None or holder.is_borrowed or holder.only_of is not None:
        return None
    return hashlib.sha256(b"kopie" + holder.session_id.bytes).hexdigest()[:_LENGTH]
