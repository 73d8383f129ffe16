"""What the world reads: public, cacheable, and nothing about a person."""

from collections.abc import Callable, Iterator

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from badges import strictjson
from badges.keys import did_web_url
from issuers.desk import IssuingDesk
from issuers.errors import NotFoundError
from issuers.issuing.issuing import IssuedBadge
from issuers.issuing.revoking import revoke
from issuers.issuing.tables import RevocationReason
from issuers.keys.managing import rotate_key, withdraw_key
from issuers.keys.tables import KeyPurpose
from issuers.organisations.facts import Confirmation, confirm_fact, public_facts
from issuers.people.permissions import Actor, operator
from issuers.publishing.documents import organisation_profile, own_did_document, own_organisation
from issuers.publishing.endpoints import router
from tests.places import there

Issue = Callable[..., IssuedBadge]


@pytest.fixture
def world(desk: IssuingDesk) -> Iterator[TestClient]:
    """Stand outside, with nothing but the addresses in a badge."""
    app = FastAPI()
    app.include_router(router)
    app.state.desk = desk
    with TestClient(app, base_url=desk.base_url) as client:
        yield client


class TestPublicAnswers:
    """Every public answer may be read from anywhere and kept for a while."""

    @pytest.fixture(params=["did", "service-did", "status", "picture.png", "picture.svg"])
    def address(self, request: pytest.FixtureRequest, desk: IssuingDesk, give: Issue) -> str:
        """Give each address as it stands in a badge."""
        badge = give()
        achievement = there(strictjson.loads_object(badge.raw), "/credentialSubject/achievement/id")
        return {
            "did": did_web_url(desk.addresses.did(badge.organisation_id)),
            "service-did": did_web_url(desk.addresses.service_did),
            "status": desk.addresses.status_list(badge.organisation_id, number=1),
            "picture.png": f"{achievement}/plaatje.png",
            "picture.svg": f"{achievement}/plaatje.svg",
        }[str(request.param)]

    def test_is_for_every_site_and_to_be_kept(self, world: TestClient, address: str) -> None:
        """CORS for all, a term, and a tag; asked with the tag, nothing is sent again."""
        answer = world.get(address)
        again = world.get(address, headers={"If-None-Match": answer.headers["ETag"]})
        assert (200, "*") == (answer.status_code, answer.headers["Access-Control-Allow-Origin"])
        assert answer.headers["Cache-Control"].startswith("public, max-age=")
        assert (304, b"") == (again.status_code, again.content)

    def test_says_nothing_about_the_person(self, world: TestClient, address: str) -> None:
        """Neither the name, nor what was done, nor the id of the badge."""
        content = world.get(address).content
        assert not any(word in content for word in (b"Sam", b"handscanner", b"urn:uuid"))


class TestStatusList:
    """The list is at the address that stands in the badge."""

    def test_shows_a_withdrawal_at_once(
        self, world: TestClient, desk: IssuingDesk, actor: Actor, give: Issue
    ) -> None:
        """The next answer is another, and may be kept for a minute at most."""
        badge = give()
        address = desk.addresses.status_list(badge.organisation_id, number=1)
        before = world.get(address)
        revoke(desk, badge.id, actor=actor, reason=RevocationReason.VERGISSING)
        after = world.get(address, headers={"If-None-Match": before.headers["ETag"]})
        assert 200 == after.status_code
        assert "public, max-age=60" == after.headers["Cache-Control"]
        assert "application/vc+ld+json" == after.headers["Content-Type"]


class TestDidDocument:
    """The did document tells how far each key is trusted."""

    def test_keeps_a_retired_key_and_takes_a_withdrawn_one_out(
        self, world: TestClient, desk: IssuingDesk, actor: Actor, give: Issue
    ) -> None:
        """What a retired key signed stays good; a withdrawn one is named, and not believed."""
        badge = give()
        manager = operator(actor.organisation_id, now=desk.clock.now())
        did = desk.addresses.did(badge.organisation_id)
        document = world.get(did_web_url(did)).json()
        first = next(
            each["id"] for each in document["verificationMethod"] if each["id"].encode() in badge.raw
        )
        second = rotate_key(desk, KeyPurpose.ASSERTION, actor=manager)
        retired = world.get(did_web_url(did)).json()
        assert first in retired["assertionMethod"]
        assert f"{did}#{second.multikey}".encode() in give("twee").raw
        withdraw_key(desk, second.id, actor=manager)
        withdrawn = world.get(did_web_url(did)).json()
        named = [each["id"] for each in withdrawn["verificationMethod"]]
        assert f"{did}#{second.multikey}" in named
        assert f"{did}#{second.multikey}" not in withdrawn["assertionMethod"]
        [method] = [each for each in withdrawn["verificationMethod"] if "revoked" in each]
        assert (f"{did}#{second.multikey}", "2026-06-26T14:05:00Z") == (method["id"], method["revoked"])
        assert 5 == len(named)

    def test_is_the_same_without_the_network(
        self, world: TestClient, desk: IssuingDesk, actor: Actor
    ) -> None:
        """Our own verifier reads from the register what others read from the address."""
        for did in (desk.addresses.did(actor.organisation_id), desk.addresses.service_did):
            assert world.get(did_web_url(did)).json() == own_did_document(desk, did)

    @pytest.mark.parametrize(
        "did",
        ["", "did:web:elders.voorbeeld", "did:web:bewijs.voorbeeld:organisaties:zzzzzzzz", "did:key:z6Mk"],
    )
    def test_knows_no_other_did(self, desk: IssuingDesk, did: str) -> None:
        """Only the exact name of one of ours."""
        assert own_did_document(desk, did) is None
        assert own_organisation(desk, did) is None

    def test_says_what_nobody_looked_up(self, desk: IssuingDesk, actor: Actor) -> None:
        """As the page of the organisation does, and until somebody did."""
        did, own = desk.addresses.did(actor.organisation_id), actor.organisation_id
        [fact] = public_facts(desk, own)
        before = own_organisation(desk, did)
        told = Confirmation(by=actor.person_id, source="SBB")
        confirm_fact(desk, fact.id, organisation_id=own, confirmation=told)
        after = own_organisation(desk, did)
        assert before is not None
        assert after is not None
        assert ("leerbedrijf", None) == (before.declared, after.declared)


class TestNotThere:
    """What is not there is not there, whatever is asked."""

    @pytest.mark.parametrize(
        "path",
        [
            "/organisaties/zzzzzzzz/did.json",
            "/organisaties/zzzzzzzz/status/1",
            "/organisaties/zzzzzzzz/status/99999999999999999999999999",
            "/badgeklassen/zzzzzzzz/plaatje.png",
            "/badgeklassen/%00/plaatje.svg",
        ],
    )
    def test_says_so(self, world: TestClient, path: str) -> None:
        """The error becomes a 404 in `app`."""
        with pytest.raises(NotFoundError):
            world.get(path)


class TestOrganisationProfile:
    """`organisation_profile` says who an organisation is."""

    def test_is_the_issuer_of_its_badges(self, desk: IssuingDesk, give: Issue) -> None:
        """The same words as in the badge."""
        badge = give()
        issuer = strictjson.loads_object(badge.raw)["issuer"]
        assert issuer == organisation_profile(desk, badge.organisation_id)
