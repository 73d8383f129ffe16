"""Literals in canonical N-Quads (RDFC-1.0 A, RDF 1.2 N-Quads 3): what is escaped, and how."""

_NAMED = {"\b": "\\b", "\t": "\\t", "\n": "\\n", "\f": "\\f", "\r": "\\r", '"': '\\"', "\\": "\\\\"}
_NO_CHARACTERS = (0xFFFE, 0xFFFF)
"""What XML 1.1 has no Char for, but for surrogates, which no text holds."""
_CONTROLS = {chr(code): f"\\u{code:04X}" for code in (*range(0x20), 0x7F, *_NO_CHARACTERS)}
_ESCAPES = str.maketrans({**_CONTROLS, **_NAMED})


def needs_escape(written: bytes) -> bool:
    """Look at JSON that orjson wrote, all at once: it escapes what N-Quads escapes, but for DEL and two more.

    Most badges hold no such character; then no text needs a second look. Single bytes are found fastest: the
    last begins U+F000 and on in UTF-8, so it may say yes for nothing.
    """
    return b"\\" in written or b"\x7f" in written or b"\xef" in written


def escape(text: str) -> str:
    r"""Escape a text for a canonical literal: \b \t \n \f \r \" \\, the others as \uXXXX."""
    if text.isprintable() and '"' not in text and "\\" not in text:
        return text
    return text.translate(_ESCAPES)
