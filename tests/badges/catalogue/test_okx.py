"""Work and skills in the names that systems of schools know."""

from badges.catalogue import embedded
from badges.catalogue.okx import competent_nl_refs, kwalificatie_ref

NOBODY_KNOWS = "https://linkeddata.competentnl.nl/id/humancapability/0000000000"


class TestKwalificatieRef:
    def test_names_every_werkproces_of_the_catalogue(self) -> None:
        """By four names; of a dossier that no source tells, none is made up."""
        for entry in embedded().entries:
            work = entry.werkproces
            assert kwalificatie_ref(work.crebo, work.code, catalogue=embedded()) == {
                "dossier": entry.kwalificatie.dossier_crebo,
                "kwalificatie": work.crebo,
                "kerntaak": work.kerntaak_code,
                "werkproces": work.code,
            }

    def test_names_work_that_we_do_not_have(self) -> None:
        """An older kwalificatie: its dossier is unknown."""
        found = kwalificatie_ref("25250", "B1-K1-W10", catalogue=embedded())
        assert [None, "25250", "B1-K1", "B1-K1-W10"] == [*found.values()]


class TestCompetentNlRefs:
    def test_names_each_skill_once_as_the_kwalificatie_prescribes_it(self) -> None:
        """Essential is primair; which of the three layers it is of, nobody told us."""
        skills = embedded().kwalificatie("25180").skills
        essential = next(
            each for each in skills if each.category == "essentieel" and each.kind == "vaardigheid"
        )
        [found] = competent_nl_refs([essential.uri] * 2, crebo="25180", catalogue=embedded())
        assert {"uri": essential.uri, "label": essential.label, "relatieType": "primair"} == found

    def test_leaves_out_what_nobody_told(self) -> None:
        """A skill that the catalogue does not know keeps its address, in a kwalificatie unknown too."""
        for crebo in ("25180", "00000"):
            assert [{"uri": NOBODY_KNOWS}] == competent_nl_refs(
                [NOBODY_KNOWS], crebo=crebo, catalogue=embedded()
            )
