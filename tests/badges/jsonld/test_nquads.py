"""Literals in canonical N-Quads."""

import pyoxigraph
from hypothesis import given
from hypothesis import strategies as st

from badges.jsonld import nquads


class TestEscape:
    """nquads.escape."""

    def test_escapes_what_rdfc_names(self) -> None:
        """Seven characters have a short form, the other controls and DEL a long one."""
        assert '\\b\\t\\n\\f\\r\\"\\\\\\u0000\\u000B\\u001F\\u007F' == nquads.escape(
            '\b\t\n\f\r"\\\x00\x0b\x1f\x7f'
        )

    def test_leaves_all_else_as_it_is(self) -> None:
        """Letters of all scripts, C1 controls and line separators stand as they are."""
        text = "é\x80\x9f\u2028\u05d0\ufeff😀'<>^{}"

        assert text == nquads.escape(text)

    @given(st.text())
    def test_reads_back_as_the_same_text(self, text: str) -> None:
        """A parser of N-Quads gets the text back."""
        line = f'<urn:x> <urn:x> "{nquads.escape(text)}" .\n'

        quad = next(iter(pyoxigraph.parse(line.encode(), format=pyoxigraph.RdfFormat.N_QUADS)))

        assert isinstance(quad.object, pyoxigraph.Literal)
        assert text == quad.object.value
