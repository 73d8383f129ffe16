"""What is told over HTTP: chosen by the organisation, noticed on the page, and who waits on one page."""

from fastapi.testclient import TestClient

from issuers.mailing.outbox import Letter, deliver_due
from issuers.recipients.tables import Channel
from issuers.telling.letters import letter_writer
from issuers.telling.tables import Event
from issuers.telling.telling import tell_due
from tests.app.giving import FORM, give
from tests.app.learners import agreed, filled_in, proposed
from tests.databases import ON_SQLITE
from web.errors import MailRefusedError

pytestmark = ON_SQLITE


class TestChoosing:
    """`/organisatie/berichten` switches off what is told."""

    def test_keeps_what_is_ticked(self, demo: TestClient) -> None:
        """Everything is, until somebody says otherwise."""
        demo.post("/inloggen/demo", data={"als": "beheerder"})
        here = "/organisatie/berichten"
        assert len(Event) == demo.get(here).text.count(" checked")
        answer = demo.post(here, data={"vertel": ["gegeven", "verbeterd"]})
        page = demo.get(answer.headers["location"]).text
        assert (2, True) == (page.count(" checked"), "Het is bewaard." in page)


class TestOpened:
    """`/b/.../geopend` notes that somebody looked."""

    def test_is_for_whoever_has_the_link(self, client: TestClient, phone: TestClient) -> None:
        """The page names it; only fetching the page does nothing."""
        path = give(client)
        assert f'data-opened="{path}/geopend"' in phone.get(path).text
        assert [204, 204, 404] == [
            phone.post(each).status_code for each in (f"{path}/geopend", f"{path}/geopend", "/b/x/geopend")
        ]


class TestWaiting:
    """`/wacht` shows who waits for what."""

    def test_shows_nobody_or_who_did_not_say_yes(self, client: TestClient) -> None:
        """With a link to where it goes on."""
        assert "Er wacht niemand." in client.get("/wacht").text
        here = proposed(client)
        page = client.get("/wacht").text
        assert all(each in page for each in ("Nog geen ja", "Sam de Vries", here))

    def test_shows_what_was_written_and_not_given(self, client: TestClient, phone: TestClient) -> None:
        """Until it is."""
        agreement = agreed(client, phone)
        client.post(f"{FORM}/bewaar", data=filled_in(client, agreement) | {"klad": "0"})
        assert "Geschreven, nog niet gegeven" in client.get("/wacht").text
        client.post(f"{FORM}/geef", data=filled_in(client, agreement))
        assert "Er wacht niemand." in client.get("/wacht").text


class TestTimeline:
    """The page of somebody tells what happened."""

    def test_goes_from_the_proposal_to_the_badge(self, client: TestClient, phone: TestClient) -> None:
        """The newest first."""
        agreement = agreed(client, phone)
        client.post(f"{FORM}/geef", data=filled_in(client, agreement))
        person = client.get(agreement).text.partition('href="/deelnemers/')[2].partition('"')[0]
        page = client.get(f"/deelnemers/{person}").text
        told = [page.index(each) for each in ("bewijs gegeven", "ja gezegd", "afspraak voorgesteld")]
        assert sorted(told) == told


class TestUndelivered:
    """What did not arrive is told where the address can be put right."""

    def test_stands_on_the_page_of_the_person(self, client: TestClient, phone: TestClient) -> None:
        """And among what waits, with a link to it."""
        agreement = agreed(client, phone)
        client.post(f"{FORM}/geef", data=filled_in(client, agreement))
        person = client.get(agreement).text.partition('href="/deelnemers/')[2].partition('"')[0]
        assert "kwam niet aan" not in client.get(f"/deelnemers/{person}").text

        def refuse(_: Letter) -> None:
            raise MailRefusedError("550")

        desk = client.app.state.desk
        tell_due(desk, by=[Channel.PHONE], write=letter_writer(base_url=desk.base_url))
        deliver_due(desk, refuse)
        assert "kwam niet aan" in client.get(f"/deelnemers/{person}").text
        assert f"/deelnemers/{person}" in client.get("/wacht").text
