"""Is this an absolute IRI? One answer for both engines (RFC 3987)."""

import re
from functools import lru_cache
from typing import Final

import pyoxigraph

_PATH = r"A-Za-z0-9._~!$&'()*+,;=:@/\-"
_PLAIN = re.compile(
    r"[A-Za-z][A-Za-z0-9+.\-]*:"
    r"(?://[A-Za-z0-9.\-]+(?::[0-9]*)?(?![^/?#])|(?!//))"
    rf"[{_PATH}]*(?:\?[{_PATH}?]*)?(?:\#[{_PATH}?]*)?"
).fullmatch
_SHORT: Final = 200
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.\-]*:").match


def is_absolute_iri(text: str) -> bool:
    """Tell whether a text is an absolute IRI with nothing in it that an IRI may not hold.

    Most are plain ASCII and pass an expression; the rest is asked of the parser of RFC 3987 in pyoxigraph.
    What was said of short ones is remembered: those of an issuer come back in each of its badges.
    """
    return _is_short_absolute(text) if len(text) < _SHORT else _is_absolute(text)


def _is_absolute(text: str) -> bool:
    return _PLAIN(text) is not None or (_SCHEME(text) is not None and _passes_rfc3987(text))


_is_short_absolute: Final = lru_cache(maxsize=4096)(_is_absolute)


def _passes_rfc3987(text: str) -> bool:
    try:
        pyoxigraph.NamedNode(text)
    except ValueError:  # UnicodeEncodeError of a lone surrogate is one too
        return False
    return True
