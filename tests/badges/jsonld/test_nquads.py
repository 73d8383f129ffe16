"""Literals in canonical N-Quads."""

import orjson
import pyoxigraph
import pytest
from hypothesis import given
from hypothesis import strategies as st

from badges.jsonld import nquads


class TestEscape:
    """nquads.escape."""

    def test_escapes_what_rdfc_names(self) -> None:
        """Seven characters have a short form; other controls, DEL and what XML has no Char for a long one."""
        assert '\\b\\t\\n\\f\\r\\"\\\\\\u0000\\u000B\\u001F\\u007F\\uFFFE\\uFFFF' == nquads.escape(
            '\b\t\n\f\r"\\\x00\x0b\x1f\x7f\ufffe\uffff'
        )

    def test_leaves_all_else_as_it_is(self) -> None:
        """Letters of all scripts, C1 controls, line separators and noncharacters stand as they are."""
        text = "é\x80\x9f\u2028\u05d0\ufeff\ufdd0\ufffd\U0001ffff😀'<>^{}"

        assert text == nquads.escape(text)

    @given(st.text())
    def test_escapes_what_another_writer_escapes(self, text: str) -> None:
        """The second engine writes its literals with pyoxigraph."""
        assert str(pyoxigraph.Literal(text)) == f'"{nquads.escape(text)}"'

    @given(st.text())
    def test_reads_back_as_the_same_text(self, text: str) -> None:
        """A parser of N-Quads gets the text back."""
        line = f'<urn:x> <urn:x> "{nquads.escape(text)}" .\n'

        quad = next(iter(pyoxigraph.parse(line.encode(), format=pyoxigraph.RdfFormat.N_QUADS)))

        assert isinstance(quad.object, pyoxigraph.Literal)
        assert text == quad.object.value


class TestNeedsEscape:
    """nquads.needs_escape."""

    @pytest.mark.parametrize("text", [*map(chr, range(0x20)), '"', "\\", "\x7f", "\ufffe", "\uffff"])
    def test_sees_each_character_that_is_escaped(self, text: str) -> None:
        """One of them anywhere is enough."""
        assert nquads.needs_escape(orjson.dumps({"role": f"in {text} de winkel"}))

    def test_sees_none_in_a_plain_text(self) -> None:
        """Letters of all scripts need no second look."""
        assert not nquads.needs_escape(orjson.dumps({"role": "é\x80\u2028😀"}))
