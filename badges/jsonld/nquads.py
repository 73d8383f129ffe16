"""Literals in canonical N-Quads (RDFC-1.0, RDF 1.2 N-Quads 4): what is escaped, and how."""

_NAMED = {"\b": "\\b", "\t": "\\t", "\n": "\\n", "\f": "\\f", "\r": "\\r", '"': '\\"', "\\": "\\\\"}
_CONTROLS = {chr(code): f"\\u{code:04X}" for code in (*range(0x20), 0x7F)}
_ESCAPES = str.maketrans({**_CONTROLS, **_NAMED})


def escape(text: str) -> str:
    r"""Escape a text for a canonical literal: \b \t \n \f \r \" \\, other controls and DEL as \uXXXX."""
    if text.isprintable() and '"' not in text and "\\" not in text:
        return text
    return text.translate(_ESCAPES)
