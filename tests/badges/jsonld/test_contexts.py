"""The frozen contexts are the published ones."""

import json
from pathlib import Path

import pytest
from pyld.documentloader.frozen import BUNDLED_CONTEXTS

from badges.errors import UnknownContextError
from badges.jsonld import contexts
from badges.strictjson import Json

PUBLISHED = {
    contexts.CREDENTIALS_V2: "credentials-v2.jsonld",
    contexts.OB_V3: "ob-v3p0-3.0.3.json",
    contexts.OB_EXTENSIONS: "ob-v3p0-extensions.json",
}


class TestLoad:
    """contexts.load."""

    @pytest.mark.parametrize("url", contexts.FROZEN)
    def test_gives_the_published_context(self, url: str, corpus: Path) -> None:
        """Each frozen context is JSON-equal to the published one."""
        published = json.loads((corpus / "conformance" / "contexts" / PUBLISHED[url]).read_text("utf-8"))

        assert published == contexts.load(url)

    def test_gives_the_context_that_pyld_bundles(self) -> None:
        """The credentials context is byte for byte the file in PyLD: an upgrade cannot change it unseen."""
        assert BUNDLED_CONTEXTS[contexts.CREDENTIALS_V2].read_bytes() == contexts.raw(contexts.CREDENTIALS_V2)

    def test_gives_each_caller_its_own_copy(self) -> None:
        """What one caller does to a context, the next does not see."""
        contexts.load(contexts.OB_V3).clear()

        assert "@context" in contexts.load(contexts.OB_V3)

    def test_refuses_an_unknown_context(self) -> None:
        """Nothing is loaded that is not frozen."""
        with pytest.raises(UnknownContextError):
            contexts.load("https://www.w3.org/ns/credentials/examples/v2")


class TestRaw:
    """contexts.raw."""

    def test_stops_at_a_changed_file(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """A frozen context of which the digest differs stops everything."""
        changed = {"https://a.voorbeeld": (contexts.FROZEN[contexts.OB_V3][0], "0" * 64)}
        monkeypatch.setattr(contexts, "FROZEN", changed)

        with pytest.raises(contexts.BrokenContextError):
            contexts.raw("https://a.voorbeeld")


class TestContextList:
    """contexts.context_list."""

    @pytest.mark.parametrize(
        ("value", "pointer"),
        [
            (None, "/@context"),
            ([], "/@context"),
            ({"level": "https://voorbeeld.nl/level"}, "/@context"),
            ([contexts.CREDENTIALS_V2, {"@vocab": "https://voorbeeld.nl/"}], "/@context/1"),
            ([contexts.CREDENTIALS_V2, contexts.CREDENTIALS_V2], "/@context/1"),
            ([contexts.CREDENTIALS_V2, "https://voorbeeld.nl/"], "/@context/1"),
            ([[contexts.CREDENTIALS_V2]], "/@context/0"),
        ],
    )
    def test_refuses_all_but_frozen_addresses(self, value: Json, pointer: str) -> None:
        """An inline context could swap two terms under one signature; it is refused with its place."""
        with pytest.raises(UnknownContextError) as caught:
            contexts.context_list({"@context": value})

        assert pointer == caught.value.pointer

    def test_reads_one_address_as_a_list(self) -> None:
        """A single context may stand without a list."""
        assert (contexts.CREDENTIALS_V2,) == contexts.context_list({"@context": contexts.CREDENTIALS_V2})
