"""The catalogue answers what the data knows, and says so where it does not."""

import dataclasses

import pytest

from badges.catalogue import Catalogue, embedded
from badges.catalogue.model import Edition, Kerntaak, Kwalificatie, Werkproces
from badges.errors import CatalogueError
from tests import world


def edition_with(*, made: str, title: str) -> Edition:
    """Make an edition of one kwalificatie with one werkproces; the crebo 99001 does not exist."""
    werkproces = Werkproces(
        crebo="99001", code="B1-K1-W1", title=title, kerntaak_code="B1-K1", kerntaak_title="Proeft"
    )
    kerntaak = Kerntaak(code="B1-K1", title="Proeft", werkprocessen=(werkproces,))
    kwalificatie = Kwalificatie(
        crebo="99001", name="Proefkwalificatie", kerntaken=(kerntaak,), source="proef", verified=False
    )
    return Edition(made=made, explanation="proef", kwalificaties=(kwalificatie,))


class TestEmbedded:
    """What comes with the program."""

    def test_holds_all_kwalificaties_and_werkprocessen(self) -> None:
        """The starter data has 64 kwalificaties with 645 werkprocessen."""
        catalogue = embedded()
        assert (64, 645) == (len(catalogue.kwalificaties), catalogue.werkproces_count)

    def test_holds_certificaten_keuzedelen_skills_and_open_questions(self) -> None:
        """Nothing of the rest is lost either."""
        catalogue = embedded()
        counts = [
            len(part)
            for part in (
                catalogue.certificaten,
                catalogue.keuzedelen,
                catalogue.skills,
                catalogue.open_questions,
            )
        ]
        assert [6, 13, 91, 3] == counts

    def test_keeps_what_is_unknown_unknown(self) -> None:
        """Sector is in no source; a level, a dossier and a certificaat's parts are sometimes missing."""
        catalogue = embedded()
        assert {None} == {kwalificatie.sector for kwalificatie in catalogue.kwalificaties}
        assert ["25755"] == [row.crebo for row in catalogue.kwalificaties if row.level is None]
        assert 22 == sum(row.dossier_crebo is None for row in catalogue.kwalificaties)
        assert 3 + 1 == sum(row.parts is None for row in catalogue.certificaten)

    def test_says_of_each_where_it_came_from(self) -> None:
        """Every kwalificatie, certificaat and keuzedeel names a source and whether it was verified."""
        catalogue = embedded()
        for row in (*catalogue.kwalificaties, *catalogue.certificaten, *catalogue.keuzedelen):
            assert row.source
            assert row.verified in {True, False}
        assert ["25959"] == [row.crebo for row in catalogue.kwalificaties if not row.verified]


class TestWerkproces:
    """Finding one werkproces."""

    def test_is_found_by_crebo_and_code(self) -> None:
        """The key is the pair."""
        assert "Verzamelt en controleert orders" == embedded().werkproces("25774", "B1-K2-W1").title

    @pytest.mark.parametrize(
        ("crebo", "code"), [("25774", "B1-K9-W1"), ("00000", "B1-K1-W1"), ("", ""), ("25774", "b1-k2-w1")]
    )
    def test_is_an_error_when_unknown(self, crebo: str, code: str) -> None:
        """An unknown pair is said, not guessed."""
        with pytest.raises(CatalogueError):
            embedded().werkproces(crebo, code)


class TestWerkprocessen:
    """Listing the werkprocessen of a kwalificatie."""

    def test_come_in_numerical_order(self) -> None:
        """W10 comes after W9."""
        codes = [row.code for row in embedded().werkprocessen("25168") if row.kerntaak_code == "B1-K1"]
        assert [f"B1-K1-W{number}" for number in range(1, 11)] == codes

    def test_may_be_none(self) -> None:
        """Of Chauffeur wegvervoer only the name is known."""
        assert () == embedded().werkprocessen("27042")


class TestSisters:
    """Kwalificaties of one dossier."""

    def test_share_a_known_dossier(self) -> None:
        """The three kwalificaties of dossier 23385 are sisters."""
        assert ["25960", "25961"] == [row.crebo for row in embedded().sisters("25959")]

    def test_are_none_where_the_dossier_is_unknown(self) -> None:
        """That two kwalificaties both lack a dossier makes them no sisters."""
        assert () == embedded().sisters("25774")


class TestEdition:
    """Texts that were agreed."""

    def test_is_found_by_its_digest(self) -> None:
        """What a badge points to is found."""
        entry = embedded().entry("25774", "B1-K2-W1")
        assert entry == embedded().edition("25774", "B1-K2-W1", entry.digest)

    def test_stays_readable_after_an_import(self) -> None:
        """An import gives a new text, the old one keeps its address."""
        old, new = (
            edition_with(made="2026-01-01", title="Oud"),
            edition_with(made="2026-02-01", title="Nieuw"),
        )
        before = Catalogue([old]).entry("99001", "B1-K1-W1")
        catalogue = Catalogue([new, old])
        assert "Nieuw" == catalogue.werkproces("99001", "B1-K1-W1").title
        assert "Oud" == catalogue.edition("99001", "B1-K1-W1", before.digest).werkproces.title

    def test_is_an_error_when_never_agreed(self) -> None:
        """A digest that no edition gives is not answered with another text."""
        with pytest.raises(CatalogueError):
            embedded().edition("25774", "B1-K2-W1", "000000000000")


class TestLastEntry:
    """Finding what may have been taken out since."""

    def test_is_the_last_that_had_it(self) -> None:
        """An import made the kwalificatie again, without this werkproces."""
        catalogue = world.catalogue_without("25774", code="B1-K2-W1")
        with pytest.raises(CatalogueError):
            catalogue.entry("25774", "B1-K2-W1")
        assert embedded().entry("25774", "B1-K2-W1") == catalogue.last_entry("25774", "B1-K2-W1")

    def test_is_the_newest_while_it_is_there(self) -> None:
        """As the form shows it."""
        first, second = (edition_with(made=f"202{n}-01-01", title=str(n)) for n in (6, 7))
        assert "7" == Catalogue([first, second]).last_entry("99001", "B1-K1-W1").werkproces.title

    def test_is_an_error_when_there_never_was_one(self) -> None:
        """A wrong address is one."""
        with pytest.raises(CatalogueError):
            embedded().last_entry("25774", "B9-K9-W9")


class TestWithEdition:
    """What an import would give."""

    def test_leaves_the_first_as_it_was(self) -> None:
        """Trying an import out changes nothing."""
        embedded().with_edition(edition_with(made="2027-01-01", title="Nieuw"))
        assert 64 == len(embedded().kwalificaties)

    def test_keeps_the_kwalificaties_that_a_file_does_not_name(self) -> None:
        """A file with one dossier adds, and takes nothing away."""
        assert 65 == len(
            embedded().with_edition(edition_with(made="2027-01-01", title="Nieuw")).kwalificaties
        )

    def test_keeps_the_skills_that_a_file_does_not_hold(self) -> None:
        """SBB's files do not say what CompetentNL says."""
        known = embedded().kwalificatie("25774")
        bare = dataclasses.replace(known, skills=(), skills_source=None)
        edition = Edition(made="2027-01-01", explanation="proef", kwalificaties=(bare,))
        assert known.skills == embedded().with_edition(edition).kwalificatie("25774").skills

    def test_keeps_them_in_the_entry_of_a_werkproces_too(self) -> None:
        """The form that suggests skills asks for the entry."""
        known = embedded().kwalificatie("25774")
        bare = dataclasses.replace(known, skills=(), skills_source=None, source="later")
        edition = Edition(made="2027-01-01", explanation="proef", kwalificaties=(bare,))
        entry = embedded().with_edition(edition).entry("25774", "B1-K2-W1")
        assert ("later", known.suggested_skills) == (
            entry.kwalificatie.source,
            entry.kwalificatie.suggested_skills,
        )

    def test_lets_the_later_day_win_in_whatever_order(self) -> None:
        """An older file that is imported later does not bring an old text back."""
        old, new = (
            edition_with(made="2026-01-01", title="Oud"),
            edition_with(made="2026-02-01", title="Nieuw"),
        )
        catalogue = Catalogue([new]).with_edition(old)
        assert "Nieuw" == catalogue.werkproces("99001", "B1-K1-W1").title

    def test_lets_the_second_of_one_day_win(self) -> None:
        """Two imports of one day: what came last is what was meant."""
        first, second = (edition_with(made="2026-01-01", title=title) for title in ("Eerst", "Daarna"))
        catalogue = Catalogue([first]).with_edition(second)
        assert "Daarna" == catalogue.werkproces("99001", "B1-K1-W1").title


class TestSkill:
    """Finding a skill."""

    def test_is_found_by_its_uri(self) -> None:
        """Skills and fields of knowledge alike."""
        for kwalificatie in embedded().kwalificaties:
            for skill in kwalificatie.skills:
                assert skill.label == embedded().skill(skill.uri).label

    def test_is_an_error_when_unknown(self) -> None:
        """An unknown URI is said."""
        with pytest.raises(CatalogueError):
            embedded().skill("https://linkeddata.competentnl.nl/id/humancapability/0000000000")


class TestKwalificatie:
    """Finding a kwalificatie."""

    def test_is_found_by_its_crebo(self) -> None:
        """With its name and level."""
        kwalificatie = embedded().kwalificatie("25721")
        assert ("Uitvoerend bakker", 2) == (kwalificatie.name, kwalificatie.level)

    def test_is_an_error_when_unknown(self) -> None:
        """Also for each list that begins with a crebo."""
        catalogue = embedded()
        for ask in (catalogue.kwalificatie, catalogue.werkprocessen, catalogue.sisters):
            with pytest.raises(CatalogueError):
                ask("00000")
