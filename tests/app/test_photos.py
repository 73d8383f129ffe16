"""A photo of work that goes along with a badge, over HTTP: chosen, signed, seen, stopped."""

import re

import pytest
from fastapi.testclient import TestClient

from badges.relatedresource import check_related_resource
from tests.app.giving import FORM, TYPED, hidden
from tests.app.learners import ORDERS, agreed, filled_in, link
from tests.app.serving import ADDRESS, desk_of
from tests.app.systems import ASKED, AWARDS, own_beheerder, system_of
from tests.badges.test_workphotos import photo
from tests.databases import ON_SQLITE

pytestmark = ON_SQLITE


@pytest.fixture
def here(client: TestClient, phone: TestClient) -> str:
    """Agree, and collect a photo; give the address of the agreement."""
    found = agreed(client, phone)
    files = {"foto": ("werk.jpg", photo("JPEG"), "image/jpeg")}
    phone.post(f"{link(client, found)}/werk/{ORDERS}/foto", data={"bijschrift": "De dozen"}, files=files)
    return found


def press(client: TestClient, phone: TestClient, here: str, ending: str) -> str:
    """Press a button at the photo; give what comes of it."""
    own = f"{link(client, here)}/werk/{ORDERS}"
    action = re.search(rf'action="([^"]+/{ending})"', phone.get(own).text)
    assert action, f"there is no button for {ending}"
    return phone.get(phone.post(action[1]).headers["location"]).text


def given(client: TestClient, here: str) -> str:
    """Give the badge as the form does; answer the path of its page."""
    preview = client.post(f"{FORM}/bekijk", data=filled_in(client, here))
    answer = client.post(f"{FORM}/geef", data=hidden(preview.text) | {"gelezen": "ja"})
    assert 303 == answer.status_code, answer.text
    found = re.search(rf"{ADDRESS}(/b/[\w-]+)", client.get(answer.headers["location"]).text)
    assert found
    return found[1]


class TestPhotos:
    """`/afspraak/.../bij-bewijs`, `/uitreiken/...`, `/foto/...`."""

    def test_is_seen_at_each_step(self, client: TestClient, phone: TestClient, here: str) -> None:
        """By who signs, by who opens the badge, until the recipient stops it: then nobody."""
        assert "Deze foto gaat mee" in press(client, phone, here, "bij-bewijs")
        preview = client.post(f"{FORM}/bekijk", data=filled_in(client, here)).text
        assert "Dit gaat mee als foto" in preview
        badge = given(client, here)
        page = phone.get(badge).text
        address = re.search(r'src="(/foto/[\w-]{22})"', page)
        assert address
        assert "Foto van het werk: Verzamelt en controleert orders" in page
        document = phone.get(f"{badge}/bewijs.json").json()
        served = phone.get(address[1])
        [cited] = document["relatedResource"]
        check_related_resource(cited, served.content)
        assert f"{ADDRESS}{address[1]}" == cited["id"]
        assert "niet meer te zien" in press(client, phone, here, "niet-bij-bewijs")
        assert address[1] not in phone.get(badge).text
        gone = phone.get(address[1])
        assert 410 == gone.status_code
        assert "Op het bewijs staat nog wel dat er een foto was" in gone.text

    def test_is_kept_by_nobody_on_the_way(self, client: TestClient, phone: TestClient, here: str) -> None:
        """No cache, no search engine, nothing that runs, and as what it is."""
        press(client, phone, here, "bij-bewijs")
        address = re.search(r'src="(/foto/[\w-]{22})"', phone.get(given(client, here)).text)
        assert address
        headers = phone.get(address[1]).headers
        assert ("no-store", "image/jpeg", "nosniff", "same-origin") == (
            headers["cache-control"],
            headers["content-type"],
            headers["x-content-type-options"],
            headers["cross-origin-resource-policy"],
        )
        assert "noindex" in headers["x-robots-tag"]
        assert "sandbox" in headers["content-security-policy"]

    def test_stays_private_where_nobody_says_yes(
        self, client: TestClient, phone: TestClient, here: str
    ) -> None:
        """No is what happens when nothing happens."""
        badge = given(client, here)
        assert "relatedResource" not in phone.get(f"{badge}/bewijs.json").json()
        assert "/foto/" not in phone.get(badge).text

    def test_shows_again_what_changed_meanwhile(
        self, client: TestClient, phone: TestClient, here: str
    ) -> None:
        """What is signed is what was seen: no photo more and none less."""
        before = hidden(client.post(f"{FORM}/bekijk", data=filled_in(client, here)).text)
        press(client, phone, here, "bij-bewijs")
        answer = client.post(f"{FORM}/geef", data=before | {"gelezen": "ja"})
        assert 400 == answer.status_code
        assert all(each in answer.text for each in ("koos intussen andere foto", "Dit gaat mee als foto"))
        forged = TYPED | filled_in(client, here) | {"foto": "AAECAwQFBgcICQoLDA0ODw"}
        assert 400 == client.post(f"{FORM}/geef", data=forged).status_code

    def test_is_not_for_who_works_there_to_choose(
        self, client: TestClient, phone: TestClient, here: str
    ) -> None:
        """The praktijkopleider sees that it does not go along, and has no button for it."""
        page = client.get(f"{here}/werk/{ORDERS}").text
        assert "Dat kiest de deelnemer zelf" in page
        assert "bij-bewijs" not in page
        press(client, phone, here, "bij-bewijs")
        assert "wil deze foto bij het bewijs" in client.get(f"{here}/werk/{ORDERS}").text

    def test_opens_nothing_before_it_is_signed(
        self, client: TestClient, phone: TestClient, here: str
    ) -> None:
        """Nor what nobody ever gave."""
        press(client, phone, here, "bij-bewijs")
        token = hidden(client.post(f"{FORM}/bekijk", data=filled_in(client, here)).text)["foto"]
        assert [404, 404] == [phone.get(f"/foto/{each}").status_code for each in (token, "x")]

    def test_goes_along_with_what_a_system_puts_right(
        self, client: TestClient, phone: TestClient, here: str
    ) -> None:
        """As with what is put right on a page; asked again after it was stopped, the answer is the same."""
        press(client, phone, here, "bij-bewijs")
        old = phone.get(f"{given(client, here)}/bewijs.json").json()
        system = system_of(client, own_beheerder(desk_of(client)))
        [award] = system.get(AWARDS).json()["toekenningen"]
        better = {
            "path": f"{AWARDS}/{award['id']}/verbetering",
            "json": ASKED
            | {name: award[name] for name in ("van", "tot", "naam")}
            | {"zin": "Sam verzamelde elke ochtend 45 orders.", "reden": "schrijffout"},
            "headers": {"Idempotency-Key": "beter"},
        }
        first = system.post(**better)
        assert 201 == first.status_code, first.text
        new = system.get(f"{AWARDS}/{first.json()['id']}").json()["bewijs"]
        assert old["relatedResource"] == new["relatedResource"]
        press(client, phone, here, "niet-bij-bewijs")
        assert first.content == system.post(**better).content
