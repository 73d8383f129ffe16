"""Is this an absolute IRI? One answer for both engines (RFC 3987)."""

import re

import pyoxigraph

_PATH = r"A-Za-z0-9._~!$&'()*+,;=:@/\-"
_PLAIN = re.compile(
    r"[A-Za-z][A-Za-z0-9+.\-]*:"
    r"(?://[A-Za-z0-9.\-]+(?::[0-9]*)?(?![^/?#])|(?!//))"
    rf"[{_PATH}]*(?:\?[{_PATH}?]*)?(?:\#[{_PATH}?]*)?"
).fullmatch
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.\-]*:").match


def is_absolute_iri(text: str) -> bool:
    """Tell whether a text is an absolute IRI with nothing in it that an IRI may not hold.

    Most are plain ASCII and pass an expression; the rest is asked of the parser of RFC 3987 in pyoxigraph.
    """
    return _PLAIN(text) is not None or (_SCHEME(text) is not None and _passes_rfc3987(text))


def _passes_rfc3987(text: str) -> bool:
    try:
        pyoxigraph.NamedNode(text)
    except ValueError:  # UnicodeEncodeError of a lone surrogate is one too
        return False
    return True
