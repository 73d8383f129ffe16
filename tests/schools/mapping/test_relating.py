"""One statement and one werkproces: thirty pairs chosen by hand, and what the catalogue may still bring."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from badges.catalogue import Catalogue, embedded
from badges.catalogue.model import Edition, Kwalificatie
from schools.errors import ReasonMissingError
from schools.mapping.atlas import Atlas
from schools.mapping.relating import Doubt, Match, relate
from schools.mapping.statements import CodeSaid, LinkedByHand, Statement, WerkprocesSaid
from schools.mapping.steps import Step

PAIRS: list[dict[str, Any]] = json.loads((Path(__file__).parent / "pairs.json").read_text())


def said_in(badge: dict[str, Any]) -> Statement:
    """Read what the badge of a pair says; `nu` is the text as it is today."""
    if "code" in badge:
        return CodeSaid(badge["code"], tuple(badge["opleidingen"]))
    crebo, code = badge["van"].split("/")
    text = {"nu": None, "geen": None}.get(badge["tekst"], badge["tekst"])
    if badge["tekst"] == "nu":
        text = embedded().entry(crebo, code).digest
    return WerkprocesSaid(crebo, code, text)


def later(crebo: str, **changes: Any) -> Catalogue:
    """Give the catalogue after an import that changed one kwalificatie."""
    changed = replace(embedded().kwalificatie(crebo), **changes)
    return embedded().with_edition(Edition(made="2099-01-01", explanation="proef", kwalificaties=(changed,)))


def retitled(kwalificatie: Kwalificatie, *, code: str, title: str) -> Kwalificatie:
    """Give a kwalificatie with another title for one werkproces."""
    kerntaken = tuple(
        replace(
            kerntaak,
            werkprocessen=tuple(
                replace(each, title=title) if each.code == code else each for each in kerntaak.werkprocessen
            ),
        )
        for kerntaak in kwalificatie.kerntaken
    )
    return replace(kwalificatie, kerntaken=kerntaken)


def related(said: Statement, *, key: str, atlas: Atlas) -> Match | Doubt | None:
    """Relate a statement and a werkproces."""
    return relate(said, atlas.catalogue.entry(*key.split("/")), known=atlas.known)


class TestRelate:
    def test_has_thirty_pairs(self) -> None:
        """They were chosen by hand from the catalogue."""
        assert len(PAIRS) == 30

    @pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair["omdat"])
    def test_answers_as_the_pair_says(self, pair: dict[str, Any]) -> None:
        """Each pair has the rule that it was chosen for, or none, or says what is unknown."""
        found = related(said_in(pair["bewijs"]), key=pair["naar"], atlas=Atlas(embedded()))
        match found:
            case Match():
                assert (found.rule.code, found.most.value) == (pair["uitkomst"], pair["hoogstens"])
                assert found.source
            case Doubt():
                assert pair["uitkomst"] == "onbekend"
                assert found.unknown.nl
            case None:
                assert pair["uitkomst"] is None

    def test_keeps_an_agreed_text_when_only_the_dossier_became_known(self) -> None:
        """An import that tells the dossier of Kok changes each digest, and no word of the work."""
        said = said_in({"van": "25180/B1-K1-W4", "tekst": "nu"})
        found = related(said, key="25180/B1-K1-W4", atlas=Atlas(later("25180", dossier_crebo="23000")))
        assert isinstance(found, Match)
        assert (found.rule.code, found.most.value) == ("zelfde-woorden", "aangetoond")

    def test_asks_to_compare_when_the_words_changed(self) -> None:
        """Another title is other work, until somebody compared the two."""
        said = said_in({"van": "25180/B1-K1-W4", "tekst": "nu"})
        changed = retitled(embedded().kwalificatie("25180"), code="B1-K1-W4", title="Kookt")
        found = related(said, key="25180/B1-K1-W4", atlas=Atlas(later("25180", kerntaken=changed.kerntaken)))
        assert isinstance(found, Match)
        assert (found.rule.code, found.most.value) == ("andere-woorden", "deels")

    def test_knows_sisters_once_their_dossier_is_known(self) -> None:
        """What was a doubt becomes a match when an import tells the dossier of both."""
        catalogue = later("27081", dossier_crebo="23999").with_edition(
            Edition(
                made="2099-01-01",
                explanation="proef",
                kwalificaties=(replace(embedded().kwalificatie("27082"), dossier_crebo="23999"),),
            )
        )
        said = WerkprocesSaid("27081", "B1-K1-W1", catalogue.entry("27081", "B1-K1-W1").digest)
        found = related(said, key="27082/B1-K1-W1", atlas=Atlas(catalogue))
        assert isinstance(found, Match)
        assert found.rule.code == "zuster"

    def test_follows_a_successor_that_the_catalogue_names(self) -> None:
        """The same code and words count in part: conditions may differ."""
        atlas = Atlas(later("27081", successor="27082"))
        said = WerkprocesSaid("27081", "B1-K1-W1", atlas.catalogue.entry("27081", "B1-K1-W1").digest)
        found = related(said, key="27082/B1-K1-W1", atlas=atlas)
        assert isinstance(found, Match)
        assert (found.rule.code, found.most.value) == ("opvolger", "deels")
        assert "27081 is opgevolgd door 27082" in found.source

    def test_does_not_guess_which_werkproces_a_successor_made_of_it(self) -> None:
        """The successor is known; which work it became is not."""
        atlas = Atlas(later("25774", successor="25180"))
        found = related(WerkprocesSaid("25774", "B1-K1-W1", None), key="25180/B1-K1-W1", atlas=atlas)
        assert isinstance(found, Doubt)
        assert found.rule.code == "opvolger"

    def test_follows_a_step_that_a_source_tells(self) -> None:
        """Also from a werkproces that the catalogue does not have; the source is that of the step."""
        step = Step(("25250", "B1-K1-W1"), ("25740", "B1-K1-W1"), source="een brief van SBB")
        atlas = Atlas(embedded(), steps=(step,))
        found = related(WerkprocesSaid("25250", "B1-K1-W1"), key="25740/B1-K1-W1", atlas=atlas)
        assert isinstance(found, Match)
        assert (found.rule.code, found.most.value, found.source) == ("stap", "deels", "een brief van SBB")

    def test_takes_a_link_by_hand_with_who_and_why(self) -> None:
        """Somebody of the school answers for it."""
        said = LinkedByHand("25180", "B1-K1-W4", reason="Zelfde werk.", by="M. Bakker", on=date(2026, 11, 22))
        found = related(said, key="25180/B1-K1-W4", atlas=Atlas(embedded()))
        assert isinstance(found, Match)
        assert found.source == "M. Bakker, 2026-11-22: Zelfde werk."

    def test_refuses_a_link_without_a_reason(self) -> None:
        """Nobody could follow it."""
        with pytest.raises(ReasonMissingError):
            LinkedByHand("25180", "B1-K1-W4", reason=" ", by="M. Bakker", on=date(2026, 11, 22))

    def test_says_whether_the_title_is_the_same(self) -> None:
        """Where the text is unknown, the title is all there is to compare."""
        said = WerkprocesSaid("25180", "B1-K1-W4", title="Bereidt gerechten en componenten")
        found = related(said, key="25180/B1-K1-W4", atlas=Atlas(embedded()))
        assert isinstance(found, Match)
        assert found.note is not None
        assert found.note.nl == "De titel in het bewijs is gelijk."
