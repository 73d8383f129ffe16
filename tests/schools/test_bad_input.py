"""What a school gets that is not as it should be: nothing is guessed, and each is said."""

from dataclasses import replace

from badges.catalogue import embedded
from badges.catalogue.model import Edition
from badges.strictjson import JsonObject
from schools.evidence.counting import Whose, count
from schools.evidence.evidence import Obstacle
from schools.evidence.saying import statements_of
from schools.mapping import Atlas, find_target
from schools.mapping.statements import CodeSaid, ProgrammeSaid, WerkprocesSaid
from schools.proposals import cover, propose
from schools.proposals.proposing import plan
from tests.schools.badges import ON, evidence

CATALOGUE = embedded()
ATLAS = Atlas(CATALOGUE)
EDUBADGE: JsonObject = {
    "credentialSubject": {
        "achievement": {
            "ECTS": 2.5,
            "educationProgramIdentifier": [25180],
            "participationType": "blended",
            "inLanguage": "nl_NL",
            "alignment": [
                {"targetType": "ext:SBBAlignment", "targetCode": "B1-K1-W4", "targetUrl": "https://s-bb.nl"},
                {
                    "targetType": "ext:ESCOAlignment",
                    "targetName": "koken",
                    "targetUrl": "http://data.europa.eu/esco/skill/1",
                },
            ],
        }
    }
}


class TestBadInput:
    def test_asks_about_another_name(self) -> None:
        """A badge whose subject is plausibly another person counts for nobody until somebody says so."""
        counted = count([evidence(name="Sam de Vries-Bos")], on=ON, whose=Whose(("Sam de Vries",)))
        assert counted.facts == ()
        assert [each.obstacle for each in counted.aside] == [Obstacle.OTHER_NAME]

    def test_proposes_for_a_kwalificatie_that_ended_and_says_so(self) -> None:
        """What was shown is shown; the target tells its last day."""
        row = replace(CATALOGUE.kwalificatie("25180"), programme_ends="2026-07-31")
        made = Edition(made="2099-01-01", explanation="", kwalificaties=(row,))
        catalogue = CATALOGUE.with_edition(made)
        target = find_target("25180", catalogue=catalogue)
        assert target.has_ended(ON.date())
        counted = count([evidence("25180/B1-K1-W4")], on=ON)
        assert propose(cover(counted, atlas=Atlas(catalogue)), plan(target), on=ON).covered

    def test_keeps_a_code_that_two_dossiers_define_differently_apart(self) -> None:
        """Kok and Bakker both have B1-K1-W1: neither says anything of the other."""
        kok, bakker = (CATALOGUE.entry(crebo, "B1-K1-W1") for crebo in ("25180", "25721"))
        assert kok.werkproces.title != bakker.werkproces.title
        reached = {each.key[0] for each in ATLAS.reach(WerkprocesSaid("25180", "B1-K1-W1", kok.digest))}
        assert "25721" not in reached
        [own] = [
            each
            for each in ATLAS.reach(WerkprocesSaid("25180", "B1-K1-W1", bakker.digest))
            if each.key == ("25180", "B1-K1-W1")
        ]
        assert (own.rule.code, own.most.value) == ("tekst-onbekend", "deels")

    def test_makes_nothing_of_a_code_without_a_crebo(self) -> None:
        """It says that it is unknown, and what is missing."""
        assert list(ATLAS.reach(CodeSaid("B1-K1-W4"))) == []
        doubt = ATLAS.doubt(CodeSaid("B1-K1-W4"))
        assert doubt is not None
        assert "crebo" in doubt.unknown.nl

    def test_reads_an_edubadge_with_all_that_is_in_it(self) -> None:
        """The programme beside the code counts; points, words and skills of elsewhere say nothing of work."""
        assert statements_of(EDUBADGE) == (CodeSaid("B1-K1-W4", ("25180",)), ProgrammeSaid("25180"))
