"""What somebody's own telephone may keep of his pages, to show them without internet.

An answer that may be kept names the sign-in that it is for. The worker in the browser
(`templates/static/offline.js`) keeps nothing else, and throws all away at an answer for another.
"""

import hashlib
from typing import Final

from holders.telephones import KnownHolder

HEADER: Final = "Kopie-Voor"
_LENGTH: Final = 16


def copy_mark(holder: KnownHolder | None) -> str | None:
    """Name the sign-in for which a page may be kept; None where no page may.

    It lets nobody in, and says nothing of who it is. On the telephone of another nothing is kept, nor where
    only a part may be seen.
    """
    if holder is None or holder.is_borrowed or holder.only_of is not None:
        return None
    return hashlib.sha256(b"kopie" + holder.session_id.bytes).hexdigest()[:_LENGTH]
