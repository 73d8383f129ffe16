"""Everything public, and nothing else."""

from datetime import timedelta

from badges import strictjson
from badges.members import at, text
from badges.strictjson import JsonObject
from issuers.desk import IssuingDesk
from issuers.organisations.demo import DEMO_PRAKTIJKOPLEIDER
from issuers.people.permissions import Actor
from issuers.publishing.exporting import public_files
from tests.issuers.conftest import FRIDAY, Issue
from tests.places import there
from web.clock import FixedClock


def named_in(badge: JsonObject, desk: IssuingDesk) -> set[str | None]:
    """Give the addresses of ours that a badge names: all but its own."""
    did = text(at(badge, "issuer", "id"))
    assert did is not None
    [alignment] = there(badge, "/credentialSubject/achievement/alignment")
    return {
        desk.addresses.organisation(did.rpartition(":")[2]),
        f"{desk.addresses.organisation(did.rpartition(':')[2])}/did.json",
        text(at(badge, "credentialSubject", "achievement", "id")),
        text(at(badge, "credentialSubject", "achievement", "image", "id")),
        text(at(badge, "credentialStatus", "statusListCredential")),
        text(at(alignment, "targetUrl")),
    }


class TestPublicFiles:
    """`public_files` gives what anyone may read and keep."""

    def test_holds_all_that_a_badge_names(self, desk: IssuingDesk, give: Issue) -> None:
        """Whoever has a badge finds its keys, its list, its badgeklasse, its picture and its werkproces."""
        badge = strictjson.loads_object(give().raw)
        addresses = [each.address for each in public_files(desk)]
        assert named_in(badge, desk) <= set(addresses)
        assert len(set(addresses)) == len(addresses)
        assert f"{desk.base_url}/.well-known/did.json" in addresses

    def test_holds_nothing_of_a_person(self, desk: IssuingDesk, give: Issue, actor: Actor) -> None:
        """No badge and no token, no name of who earned it or gave it, no id of either."""
        badge = give()
        document = strictjson.loads_object(badge.raw)
        subject = str(at(document, "credentialSubject", "id"))
        secret = (badge.token, badge.credential_id, str(badge.id), subject, str(actor.person_id))
        names = ("Sam de Vries", "handscanner", DEMO_PRAKTIJKOPLEIDER)
        everything = b"\n".join(each.address.encode() + b"\n" + each.content for each in public_files(desk))
        assert [] == [word for word in (*secret, *names) if word.encode() in everything]

    def test_says_of_when_each_is(self, desk: IssuingDesk, clock: FixedClock, give: Issue) -> None:
        """A list speaks of the moment at which it was signed, all else of now."""
        give()
        clock.advance(timedelta(minutes=30))
        moments = {("/status/" in each.address, each.at) for each in public_files(desk)}
        assert moments == {(True, FRIDAY), (False, FRIDAY + timedelta(minutes=30))}

    def test_gives_the_same_again(self, busy: IssuingDesk) -> None:
        """In the same order, byte for byte."""
        assert list(public_files(busy)) == list(public_files(busy))
