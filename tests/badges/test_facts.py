"""What a badge means for whoever reads it."""

from dataclasses import replace

from badges.factfinding import read_facts
from badges.facts import Facts
from badges.strictjson import JsonObject
from tests import world
from tests.places import edited
from tests.world import World

DOCUMENT = world.badge_of(World().issuer)
IMAGE = "/credentialSubject/achievement/image"


class TestClaimThen:
    def test_says_in_the_past_what_it_said(self) -> None:
        """Its issuer does not stand by it any more."""
        assert [
            "Dit is geen diploma.",
            "Het zei toen dat Magazijn De Maas had gezien dat Sam de Vries dit in de praktijk deed.",
        ] == [line.nl for line in read_facts(DOCUMENT).claim_then]

    def test_of_a_badge_about_no_werkproces_says_who_said_it(self) -> None:
        """What was checked of it was still checked."""
        facts = replace(read_facts(DOCUMENT), werkproces=None)
        assert ("Magazijn De Maas zei dit toen.", *facts.claim[1:]) == tuple(
            line.nl if place == 0 else line for place, line in enumerate(facts.claim_then)
        )


class TestMeaning:
    def test_says_that_it_is_no_diploma_and_who_saw_whom(self) -> None:
        """Each badge says what it is not."""
        lines = [line.nl for line in read_facts(DOCUMENT).meaning]
        assert "Dit is geen diploma." == lines[0]
        assert (
            "Het zegt dat Magazijn De Maas heeft gezien dat Sam de Vries dit in de praktijk deed." == lines[1]
        )
        assert lines[2].startswith("De naam is zoals de uitgever hem opschreef.")

    def test_of_a_badge_without_a_name_asks_for_the_person(self) -> None:
        """Without a name the holder shows it."""
        facts: Facts = read_facts(world.badge_of(World().issuer, said=world.judgement(name=None)))
        assert "Laat de persoon het bewijs zelf openen." in facts.meaning[2].nl

    def test_of_a_badge_about_no_werkproces_claims_no_more_than_it_knows(self) -> None:
        """Who signed it was checked; whether it is about work, or even is a diploma, we do not know."""
        document = edited(DOCUMENT, at="/credentialSubject/achievement", to={"name": "Heftruck"})
        lines = [line.nl for line in read_facts(document).meaning]
        assert [
            "Magazijn De Maas zegt dit.",
            "Wij keken of het echt van Magazijn De Maas komt, niet of het waar is.",
            "De naam is zoals de uitgever hem opschreef. Wij hebben hem niet gecontroleerd.",
        ] == lines

    def test_of_an_endorsement_is_that_somebody_confirms(self) -> None:
        """It is about no person, so there is no word about a name; what is confirmed is told."""
        found = read_facts(
            {
                "type": ["VerifiableCredential", "EndorsementCredential"],
                "issuer": {"id": "did:web:school.voorbeeld", "name": "De Werkschool"},
                "credentialSubject": {
                    "id": "did:web:maas.voorbeeld",
                    "endorsementComment": "Dit is goed werk.",
                },
            }
        )
        assert ("Dit is goed werk.",) == found.narratives
        assert [
            "Dit is een bevestiging.",
            "Het zegt wat De Werkschool vindt van een bewijs, of van wie dat gaf.",
        ] == [line.nl for line in found.meaning]

    def test_of_an_overview_is_that_each_badge_stands_on_its_own(self) -> None:
        """A CLR has a name of its own, and is no badge."""
        document: JsonObject = {"type": ["ClrCredential"], "name": "Wat Sam kan", "issuer": "did:web:x"}
        found = read_facts(document)
        assert "Wat Sam kan" == found.title
        assert ["Dit is een overzicht.", "Elk bewijs erin staat op zichzelf."] == [
            line.nl for line in found.claim
        ]

    def test_of_a_part_of_an_overview_is_that_there_is_more(self) -> None:
        """The issuer says that it does not hold all (CLR 2.0)."""
        document: JsonObject = {"type": ["ClrCredential"], "issuer": "did:web:x", "partial": True}
        found = read_facts(document)
        assert "Het is een deel: de uitgever heeft er meer." == found.claim[2].nl
        assert found.as_json()["partial"] is True
        assert not read_facts(document | {"partial": "ja"}).partial

    def test_of_another_credential_is_that_somebody_says_it(self) -> None:
        """Of kinds that we do not know, nothing is made up."""
        found = read_facts({"type": ["VerifiableCredential"], "issuer": "did:web:x", "name": "Rijbewijs"})
        assert "Rijbewijs" == found.title
        assert "did:web:x zegt dit." == found.meaning[0].nl


class TestAsJson:
    def test_leaves_out_what_was_not_said(self) -> None:
        """There are no nulls and no empty lists."""
        found = read_facts({"id": "urn:x", "issuer": "did:web:x"}).as_json()
        assert {"credentialId", "issuer", "meaning"} == set(found)
        assert {"id": "did:web:x", "name": "did:web:x"} == found["issuer"]
