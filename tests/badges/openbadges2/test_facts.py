"""What an Open Badge 2.0 says."""

from datetime import UTC, datetime

from badges.facts import SkillFacts
from badges.openbadges2.facts import read_facts
from tests.badges.openbadges2.samples import ASSERTION, HOST, ISSUER, assertion, badge_class, profile


class TestReadFacts:
    """`read_facts`."""

    def test_reads_all_three(self) -> None:
        """The assertion, and the badge class and profile in it."""
        found = read_facts(assertion(badge=badge_class(issuer=profile()), expires="2030-01-01T00:00:00Z"))
        assert (ASSERTION, ISSUER, "School aan de Maas", HOST) == (
            found.credential_id,
            found.issuer.id,
            found.issuer.name,
            found.issuer.url,
        )
        assert ("Robots bouwen", "Voor wie een robot bouwde.", "Bouw een robot die rijdt.") == (
            found.title,
            found.description,
            found.criteria,
        )
        assert (datetime(2024, 3, 1, 8, tzinfo=UTC), datetime(2030, 1, 1, tzinfo=UTC)) == (
            found.awarded,
            found.valid_until,
        )
        assert ("Zij bouwde een robot.", "De robot rijdt.") == found.narratives
        assert (SkillFacts(label="Samenwerken", url=f"{HOST}/samenwerken"),) == found.skills

    def test_names_nobody(self) -> None:
        """The recipient is known by an address: that is no name."""
        recipient = {"type": "email", "identity": "sam@voorbeeld.nl", "hashed": False}
        assert read_facts(assertion(recipient=recipient, badge=badge_class(issuer=profile()))).name is None

    def test_takes_the_name_of_the_register(self) -> None:
        """The register's name of a known issuer goes before its own."""
        found = read_facts(assertion(badge=badge_class(issuer=profile())), known_as="School X", kind="school")
        assert ("School X", "School aan de Maas", "school") == (
            found.issuer.name,
            found.issuer.stated_name,
            found.issuer.kind,
        )

    def test_leaves_out_what_is_not_there(self) -> None:
        """Of an assertion alone there is little to tell."""
        found = read_facts(assertion())
        assert ("", None, None, ()) == (found.issuer.id, found.title, found.criteria, found.skills)
