"""The frozen contexts are the published ones."""

import json
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import pytest
from pyld.documentloader.frozen import BUNDLED_CONTEXTS

from badges.errors import UnknownContextError
from badges.jsonld import contexts
from badges.strictjson import Json

PUBLISHED = {
    contexts.CREDENTIALS_V1: "contexts/2018-credentials-v1.jsonld",
    contexts.CREDENTIALS_V2: "contexts/credentials-v2.jsonld",
    "https://purl.imsglobal.org/spec/ob/v3p0/context.json": "contexts/ob-v3p0.json",
    "https://purl.imsglobal.org/spec/ob/v3p0/context/ob_v3p0.jsonld": "contexts/ob-v3p0.json",
    "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.1.json": "contexts/ob-v3p0-3.0.1.json",
    "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.2.json": "contexts/ob-v3p0-3.0.2.json",
    contexts.OB_V3: "contexts/ob-v3p0-3.0.3.json",
    contexts.OB_EXTENSIONS: "contexts/ob-v3p0-extensions.json",
    "https://purl.imsglobal.org/spec/clr/v2p0/context.json": "contexts/clr-v2p0.json",
    "https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json": "contexts/clr-v2p0-2.0.1.json",
    "https://w3id.org/security/data-integrity/v1": "contexts/data-integrity-v1.jsonld",
    "https://w3id.org/security/data-integrity/v2": (
        "w3c+vc-data-integrity/contexts/data-integrity-v2.jsonld"
    ),
    "https://w3id.org/security/suites/ed25519-2020/v1": "contexts/suites-ed25519-2020.jsonld",
    "https://w3id.org/security/multikey/v1": "w3c+vc-data-integrity/contexts/multikey-v1.jsonld",
}
NAMED = [
    (contexts.CREDENTIALS_V2, "59955ced6697d61e03f2b2556febe5308ab16842846f5b586d7f1f7adec92734"),
    (
        "https://w3id.org/security/data-integrity/v2",
        "67f21e6e33a6c14e5ccfd2fc7865f7474fb71a04af7e94136cb399dfac8ae8f4",
    ),
    (
        "https://w3id.org/security/multikey/v1",
        "ba2c182de2d92f7e47184bcca8fcf0beaee6d3986c527bf664c195bbc7c58597",
    ),
]
"""Whose digest stands in the standard."""

STATUS_LIST_2021 = "https://w3id.org/vc/status-list/2021/v1"
EXAMPLES = {
    contexts.EXAMPLES_V1: "contexts/2018-credentials-examples-v1.jsonld",
    contexts.EXAMPLES_V2: "w3c+vc-data-model/contexts/credentials-examples-v2.jsonld",
    "https://www.w3.org/ns/odrl.jsonld": "contexts/odrl.jsonld",
}


def vocabularies(value: Json) -> list[Json]:
    """Give each vocabulary that makes all words defined."""
    if isinstance(value, list):
        return [found for member in value for found in vocabularies(member)]
    if not isinstance(value, dict):
        return []
    own = [value["@vocab"]] if "@vocab" in value else []
    return own + [found for member in value.values() for found in vocabularies(member)]


def words(value: Json) -> Iterator[tuple[str, str]]:
    """Give each word of a context, at any depth, with its IRI as it stands there."""
    for member in value if isinstance(value, list) else []:
        yield from words(member)
    for key, member in value.items() if isinstance(value, dict) else []:
        iri = member.get("@id") if isinstance(member, dict) else member
        if isinstance(iri, str) and not key.startswith("@") and not iri.startswith("@"):
            yield key, iri
        yield from words(member)


class TestFrozen:
    """contexts.FROZEN."""

    def test_gives_one_meaning_to_two_words_only_where_one_is_a_class(self) -> None:
        """With another frozen context in its place no word can take the place of another under one signature.

        A context is no part of the N-Quads, so an attacker may exchange it. Early contexts give a class and a
        property one IRI: who writes the class for the property hides it, and shows nothing in its place.
        """
        by_iri: dict[str, set[str]] = {}
        for url in contexts.FROZEN:
            for word, iri in words(contexts.load(url)):
                by_iri.setdefault(iri, set()).add(word)
        shared = [tuple(sorted(found)) for found in by_iri.values() if len(found) > 1]

        assert [
            ("Achievement", "achievement"),
            ("Address", "address"),
            ("Criteria", "criteria"),
            ("GeoCoordinates", "geo"),
            ("Image", "image"),
            ("Profile", "creator"),
        ] == sorted(shared)


class TestLoad:
    """contexts.load."""

    @pytest.mark.parametrize("url", sorted(contexts.FROZEN.keys() - {STATUS_LIST_2021}))
    def test_gives_the_published_context(self, url: str, corpus: Path) -> None:
        """Each frozen context is JSON-equal to the published one."""
        published = json.loads((corpus / "conformance" / PUBLISHED[url]).read_text("utf-8"))

        assert published == contexts.load(url)

    @pytest.mark.parametrize("url", sorted(BUNDLED_CONTEXTS.keys() & contexts.FROZEN.keys()))
    def test_gives_the_context_that_pyld_bundles(self, url: str) -> None:
        """What PyLD has too says the same: an upgrade cannot change it unseen."""
        assert json.loads(BUNDLED_CONTEXTS[url].read_bytes()) == contexts.load(url)

    @pytest.mark.parametrize("url", contexts.FROZEN)
    def test_gives_no_context_that_defines_every_word(self, url: str) -> None:
        """A vocabulary for all words would let an added word pass as defined."""
        assert [] == vocabularies(contexts.load(url))

    def test_gives_each_caller_its_own_copy(self) -> None:
        """What one caller does to a context, the next does not see."""
        contexts.load(contexts.OB_V3).clear()

        assert "@context" in contexts.load(contexts.OB_V3)

    @pytest.mark.parametrize("url", ["https://voorbeeld.nl/", *EXAMPLES])
    def test_refuses_an_unknown_context(self, url: str) -> None:
        """Nothing is loaded that is not frozen, nor what is for the suites only."""
        with pytest.raises(UnknownContextError):
            contexts.load(url)


class TestExamples:
    """contexts.examples."""

    @pytest.mark.parametrize("url", EXAMPLES)
    def test_gives_the_published_context(self, url: str, corpus: Path) -> None:
        """Each is JSON-equal to the published one."""
        published = json.loads((corpus / "conformance" / EXAMPLES[url]).read_text("utf-8"))

        assert published == contexts.examples()[url]

    def test_gives_none_that_a_badge_may_name(self) -> None:
        """What the suites use and what badges use are apart."""
        assert set() == contexts.examples().keys() & contexts.FROZEN.keys()


class TestRaw:
    """contexts.raw."""

    @pytest.mark.parametrize(("url", "digest"), NAMED)
    def test_gives_the_bytes_of_which_a_standard_names_the_digest(self, url: str, digest: str) -> None:
        """A credential may name them by it as a related resource (VCDM 2.0 5.3, B.1; VC-DI 2.4)."""
        assert digest == sha256(contexts.raw(url)).hexdigest()

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
            ([contexts.CREDENTIALS_V2, contexts.EXAMPLES_V2], "/@context/1"),
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

    def test_reads_those_for_the_suites_when_asked(self) -> None:
        """Only who names them gets them."""
        urls: list[Json] = [contexts.CREDENTIALS_V2, contexts.EXAMPLES_V2]

        assert tuple(urls) == contexts.context_list({"@context": urls}, also=contexts.examples())
