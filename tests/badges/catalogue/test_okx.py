"""Work and skills in the names that systems of schools know."""

from badges.catalogue import embedded
from badges.catalogue.okx import competent_nl_refs, kwalificatie_ref

NOBODY_KNOWS = "https://linkeddata.competentnl.nl/id/humancapability/0000000000"


class TestKwalificatieRef:
    def test_names_every_werkproces_of_the_catalogue(self) -> None:
        """By four names; of a dossier that no source tells, none is made up."""
        for entry in embedded().entries:
            found = kwalificatie_ref(entry.werkproces, catalogue=embedded())
            assert [*found] == ["dossier", "kwalificatie", "kerntaak", "werkproces"]
            assert (found["kwalificatie"], found["werkproces"]) == (
                entry.werkproces.crebo,
                entry.werkproces.code,
            )
            assert str(found["werkproces"]).startswith(str(found["kerntaak"]))
            assert found["dossier"] == entry.kwalificatie.dossier_crebo


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
