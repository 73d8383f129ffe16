"""What is an absolute IRI, for both engines."""

import pyoxigraph
import pytest
from hypothesis import given
from hypothesis import strategies as st

from badges.jsonld import iris
from tests.badges.jsonld.making import PLACES
from tests.badges.jsonld.mutations import NO_IRIS


class TestIsAbsoluteIri:
    """iris.is_absolute_iri."""

    @pytest.mark.parametrize("text", [place.format(7) for place in PLACES])
    def test_accepts_absolute_iris(self, text: str) -> None:
        """Schemes of all kinds, with letters of all scripts."""
        assert iris.is_absolute_iri(text)

    @pytest.mark.parametrize("text", NO_IRIS)
    def test_refuses_the_rest(self, text: str) -> None:
        """Relative references, blank nodes, and characters that no IRI may hold."""
        assert not iris.is_absolute_iri(text)

    @given(st.from_regex(r"[a-zA-Z0-9+.\-]{1,4}:(//)?[a-z0-9:/?#@.\[\]%é _<>-]{0,12}", fullmatch=True))
    def test_accepts_nothing_that_rfc_3987_refuses(self, text: str) -> None:
        """The quick expression lets nothing through that the parser of RFC 3987 refuses."""
        try:
            pyoxigraph.NamedNode(text)
        except ValueError:
            assert not iris.is_absolute_iri(text)
