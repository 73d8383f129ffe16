"""The command and the API say the same of a werkproces."""

import json
from collections.abc import Iterator
from dataclasses import replace

from badges.catalogue import embedded
from badges.catalogue.jsonview import (
    as_json,
    entry_as_json,
    kwalificatie_as_json,
    search_as_json,
    shown_entry,
)
from badges.strictjson import Json


def names(value: Json) -> Iterator[str]:
    """List the keys of a JSON value."""
    if isinstance(value, dict):
        for name, part in value.items():
            yield name
            yield from names(part)
    elif isinstance(value, list):
        for part in value:
            yield from names(part)


class TestAsJson:
    """A werkproces."""

    def test_says_what_is_known_and_null_for_the_rest(self) -> None:
        """Every key is there; what is unknown is null; our own words are marked as ours."""
        catalogue = embedded()
        document = as_json(
            catalogue.werkproces("25774", "B1-K2-W1"), kwalificatie=catalogue.kwalificatie("25774")
        )
        source = document.pop("bron")
        assert isinstance(source, str)
        assert source.startswith("github.com/cedanl/samenwijzer@")
        assert {
            "crebo": "25774",
            "code": "B1-K2-W1",
            "titel": "Verzamelt en controleert orders",
            "omschrijving": None,
            "resultaat": None,
            "gedrag": None,
            "kerntaak": {"code": "B1-K2", "titel": "Orders verzamelen en goederen/producten bewerken"},
            "kwalificatie": {
                "crebo": "25774",
                "naam": "Logistiek medewerker",
                "niveau": 2,
                "niveauBron": "afgeleid: niet hard in de bron, uit algemene kennis",
                "dossier": {"crebo": None, "naam": None},
                "sector": None,
            },
            "bronVastgesteld": None,
            "geverifieerd": True,
            "opmerking": "Overgenomen van de SBB-tabel die als afbeelding in de OER staat.",
            "digest": "6260f42fb4dd",
            "eigenUitleg": {
                "zin": "Ik kan bestellingen bij elkaar zoeken en nakijken.",
                "uitleg": "Je krijgt een bestelling. Je zoekt de spullen bij elkaar. "
                "Je kijkt na of alles klopt.",
                "bron": "eigen uitleg",
                "geschrevenDoor": "Praktijkbewijs",
                "nagekekenDoor": None,
                "status": "concept",
            },
        } == document

    def test_is_json_for_every_werkproces(self) -> None:
        """All 645 can be written, with names in camelCase."""
        for kwalificatie in embedded().kwalificaties:
            for werkproces in kwalificatie.werkprocessen:
                document = as_json(werkproces, kwalificatie=kwalificatie)
                assert document == json.loads(json.dumps(document))
                assert all(name.isalpha() and name[0].islower() for name in names(document))


class TestEntryAsJson:
    """An agreed text."""

    def test_names_its_edition(self) -> None:
        """The day of the edition stands beside the text."""
        entry = embedded().entry("25774", "B1-K2-W1")
        assert "2026-11-22" == entry_as_json(entry)["editie"]


class TestShownEntry:
    """An agreed text as the command gives it."""

    def test_gives_our_sentence_and_whose_it_is(self) -> None:
        """`ik_kan` is a sentence; beside it who wrote and who checked it."""
        document = shown_entry(embedded().entry("25774", "B1-K2-W1"))
        assert "Ik kan bestellingen bij elkaar zoeken en nakijken." == document["ik_kan"]
        assert {
            "bron": "eigen uitleg",
            "geschreven_door": "Praktijkbewijs",
            "nagekeken_door": None,
            "status": "concept",
        } == document["ik_kan_bron"]

    def test_has_none_where_we_have_none(self) -> None:
        """An import's werkproces has no sentence, and says so."""
        entry = embedded().entry("25774", "B1-K2-W1")
        other = replace(entry, werkproces=replace(entry.werkproces, title="Iets nieuws"))
        assert (None, None) == (shown_entry(other)["ik_kan"], shown_entry(other)["ik_kan_bron"])


class TestKwalificatieAsJson:
    """A kwalificatie."""

    def test_puts_our_label_beside_that_of_competentnl(self) -> None:
        """Both are there, and which is ours is clear from the name."""
        document = kwalificatie_as_json(embedded().kwalificatie("25774"))
        skills = document["vaardigheden"]
        assert isinstance(skills, list)
        labels = {
            skill["label"]: skill["eigenUitleg"]
            for skill in skills
            if isinstance(skill, dict) and skill["soort"] == "vaardigheid"
        }
        assert "Werkt goed samen" == labels["Samenwerken"]
        assert None not in labels.values()


class TestSearchAsJson:
    """The answer to a search."""

    def test_holds_hits_and_their_number(self) -> None:
        """Each hit says by which words it was found."""
        document = search_as_json(embedded().search("koffie"))
        assert (1, None) == (document["totaal"], document["advies"])
        rows = document["werkprocessen"]
        assert isinstance(rows, list)
        assert isinstance(rows[0], dict)
        assert ["koffie"] == rows[0]["gevondenOp"]

    def test_holds_advice_in_both_languages_when_nothing_is_found(self) -> None:
        """Whoever asks knows what to do next."""
        document = search_as_json(embedded().search("strijken"))
        assert [] == document["werkprocessen"]
        assert isinstance(document["advies"], dict)
        assert {"nl", "en"} == document["advies"].keys()
