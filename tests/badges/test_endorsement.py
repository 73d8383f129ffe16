"""What a school says of a badge is as OB 3.0 asks, and names that badge in its bytes."""

from badges.jsonld import reference, walker
from badges.members import at, objects
from badges.relatedresource import check_related_resource
from badges.schema import schema_problems
from tests.world import BADGE_ID, World, endorsement_of

WORLD = World()
BADGE = WORLD.signed()


class TestComposeEndorsement:
    """The credential."""

    def test_is_as_open_badges_asks(self) -> None:
        """Nothing is missing, nothing is dropped, and both engines read the same."""
        document = endorsement_of(WORLD.school, badge=BADGE)
        assert () == schema_problems(document)
        assert reference.canonicalize(document) == walker.canonicalize(document)

    def test_is_about_the_badge_in_its_bytes(self) -> None:
        """Its subject is the id of the badge, and the digest that of what was signed."""
        document = endorsement_of(WORLD.school, badge=BADGE)
        [cited] = objects(document, "relatedResource")
        check_related_resource(cited, BADGE)
        assert (BADGE_ID, BADGE_ID) == (at(document, "credentialSubject", "id"), cited["id"])
