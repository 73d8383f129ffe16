"""An edition is written and read without losing a fact, and an agreed text has one name."""

import dataclasses
import hashlib
import json
from importlib.resources import files
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from badges.catalogue import digest, dumps, embedded, loads, plain_text
from badges.catalogue.editions import embedded_edition, entry_document
from badges.catalogue.model import Edition, Kerntaak, Kwalificatie, Werkproces
from badges.errors import CatalogueError


def facts(value: Any, *, place: str = "") -> dict[str, object]:
    """List every fact of a JSON value with its place; null is no fact, an empty list holds none."""
    if isinstance(value, dict):
        rows = list(value.items())
    elif isinstance(value, list):
        rows = list(enumerate(value))
    else:
        return {} if value is None else {place: value}
    return {key: fact for at, part in rows for key, fact in facts(part, place=f"{place}/{at}").items()}


def starter() -> bytes:
    """Read the embedded file as it lies there."""
    return files("badges.catalogue").joinpath("data", "catalogue.json").read_bytes()


class TestLoads:
    """Reading an edition."""

    def test_keeps_every_fact_of_the_starter_data(self) -> None:
        """What was read and written again holds the same facts, each in its place."""
        before = facts(json.loads(starter()))
        assert before == facts(json.loads(dumps(loads(starter()))))
        assert 7_717 == len(before)

    @pytest.mark.parametrize(
        ("fact", "count"),
        [("/niveau_bron", 64), ("/bron_vastgesteld", 35), ("/source", 83), ("/verified", 86), ("/crebo", 72)],
    )
    def test_has_the_facts_about_the_facts(self, fact: str, count: int) -> None:
        """Where a level came from, when a source was established, what was verified."""
        assert count == sum(place.endswith(fact) for place in facts(json.loads(starter())))

    def test_has_the_notes(self) -> None:
        """19 kwalificaties and 3 open questions have a note."""
        edition = embedded_edition()
        assert 19 == sum(row.note is not None for row in edition.kwalificaties)
        assert 3 == sum(row.note is not None for row in edition.open_questions)

    @pytest.mark.parametrize(
        "raw",
        [
            b"",
            b"{}",
            b"[]",
            b"null",
            b'{"meta": {"gemaakt": "gisteren", "toelichting": "x"}, "kwalificaties": []}',
            b'{"meta": {"gemaakt": "2026-01-01", "toelichting": "x"}, "kwalificaties": [], "nieuw": 1}',
            b'{"meta": {"gemaakt": "2026-01-01", "toelichting": "\xff"}, "kwalificaties": []}',
            starter().replace(b'"B1-K1-W1"', b'"B1-K1"'),
            starter().replace(b'"niveau": 2', b'"niveau": "2"'),
            starter().replace(b'"niveau": 2', b'"niveau": 9'),
            starter()[:-20],
        ],
    )
    def test_refuses_what_is_no_edition(self, raw: bytes) -> None:
        """An unknown key would be a fact that is lost, a wrong one a fact that is made up."""
        with pytest.raises(CatalogueError):
            loads(raw)

    @pytest.mark.parametrize(("old", "new"), [(b'"25741"', b'"25740"'), (b'"B1-K1-W2"', b'"B1-K1-W1"')])
    def test_refuses_a_key_that_stands_in_it_twice(self, old: bytes, new: bytes) -> None:
        """Of two texts with one key nobody could say which was agreed."""
        with pytest.raises(CatalogueError, match="twice"):
            loads(starter().replace(old, new))

    def test_refuses_a_file_that_is_too_large(self) -> None:
        """The limit holds before anything is parsed."""
        with pytest.raises(CatalogueError, match="larger"):
            loads(starter(), max_bytes=len(starter()) - 1)

    @settings(deadline=None)
    @given(st.binary(max_size=100))
    def test_refuses_any_other_bytes(self, raw: bytes) -> None:
        """Always with a CatalogueError."""
        with pytest.raises(CatalogueError):
            loads(raw)


TITLES = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=40)


class TestDumps:
    """Writing an edition."""

    @settings(deadline=None)
    @given(title=TITLES, level=st.none() | st.integers(1, 4), note=st.none() | TITLES)
    def test_is_read_back_to_the_same(self, title: str, level: int | None, note: str | None) -> None:
        """Any text, and the difference between unknown and known."""
        werkproces = Werkproces(
            crebo="99001", code="P1-K2-W3", title=title, kerntaak_code="P1-K2", kerntaak_title=title
        )
        kerntaak = Kerntaak(code="P1-K2", title=title, werkprocessen=(werkproces,))
        kwalificatie = Kwalificatie(
            crebo="99001",
            name=title,
            kerntaken=(kerntaak,),
            source="proef",
            verified=False,
            level=level,
            note=note,
        )
        edition = Edition(made="2026-11-22", explanation=title, kwalificaties=(kwalificatie,))
        assert edition == loads(dumps(edition))


class TestDigest:
    """The name of an agreed text."""

    def test_is_the_same_for_ever(self) -> None:
        """Badges cite these: whoever changes one breaks the addresses of badges that were given."""
        names = [embedded().entry(*key.split("/")).digest for key in ("25774/B1-K2-W1", "25721/B1-K1-W5")]
        assert ["6260f42fb4dd", "0d092b35f8f6"] == names

    def test_is_of_the_canonical_entry(self) -> None:
        """Sorted keys, no spaces, UTF-8, unknown as null: as RFC 8785 writes it."""
        werkproces = embedded().werkproces("25168", "B1-K1-W7")
        document = entry_document(werkproces, kwalificatie=embedded().kwalificatie("25168"))
        expected = (
            '{"code":"B1-K1-W7","crebo":"25168","gedrag":null,'
            '"kerntaak":{"code":"B1-K1","titel":"Werkt in de bediening"},'
            '"kwalificatie":{"dossier":{"crebo":"23081","naam":"Bediening"},"naam":"Gastheer/-vrouw","niveau":2},'
            '"omschrijving":null,"resultaat":null,"titel":"Creëert en onderhoudt de sfeer"}'
        )
        assert expected.encode() == document
        name = digest(werkproces, kwalificatie=embedded().kwalificatie("25168"))
        assert hashlib.sha256(document).hexdigest()[:12] == name

    @pytest.mark.parametrize(
        "change",
        [{"title": "Anders"}, {"kerntaak_title": "Anders"}, {"description": "Anders"}, {"code": "B1-K2-W2"}],
    )
    def test_changes_with_the_text(self, change: dict[str, str]) -> None:
        """Another text has another name."""
        entry = embedded().entry("25774", "B1-K2-W1")
        other = dataclasses.replace(entry.werkproces, **change)  # type: ignore[arg-type]  # names of str fields
        assert entry.digest != digest(other, kwalificatie=entry.kwalificatie)

    def test_does_not_change_with_what_is_said_about_it(self) -> None:
        """A better source, a note or other skills make no other text."""
        entry = embedded().entry("25774", "B1-K2-W1")
        other = dataclasses.replace(entry.kwalificatie, source="beter", verified=False, note="x", skills=())
        assert entry.digest == digest(entry.werkproces, kwalificatie=other)

    def test_holds_none_of_our_own_words(self) -> None:
        """Our plain words may get better; they are never part of what was agreed."""
        entry = embedded().entry("25774", "B1-K2-W1")
        words = plain_text(entry.werkproces)
        assert words is not None
        assert words.explanation is not None
        document = entry_document(entry.werkproces, kwalificatie=entry.kwalificatie).decode()
        assert words.sentence not in document
        assert words.explanation not in document

    def test_is_one_for_each_werkproces(self) -> None:
        """Of 645 werkprocessen no two share a name, also where titles are the same."""
        names = {
            digest(werkproces, kwalificatie=kwalificatie)
            for kwalificatie in embedded().kwalificaties
            for werkproces in kwalificatie.werkprocessen
        }
        assert 645 == len(names)
