"""Putting a badge right over HTTP: what is wrong, the form filled in, and what the two pages say after."""

import re

from fastapi.testclient import TestClient

from tests.app.giving import FORM, TYPED, give, hidden
from tests.app.learners import agreed, filled_in, link, recent
from tests.app.serving import ADDRESS
from tests.databases import ON_SQLITE

pytestmark = ON_SQLITE


def correcting(client: TestClient) -> str:
    """Give the page that puts the badge right that was given last."""
    found = re.search(r'href="(/gegeven/[\w-]+/verbeteren)"', client.get("/gegeven").text)
    assert found
    return found[1]


def corrected(client: TestClient, form: str, **changes: str) -> str:
    """Send the form with something else in it; answer the page that says that it was given."""
    page = client.get(form)
    assert 200 == page.status_code, page.text
    sent = hidden(page.text) | TYPED | changes
    preview = client.post(f"{form.partition('?')[0]}/bekijk", data=sent)
    assert 200 == preview.status_code, preview.text
    given = client.post(f"{form.partition('?')[0]}/geef", data=hidden(preview.text) | {"gelezen": "ja"})
    assert 303 == given.status_code, given.text
    return client.get(given.headers["location"]).text


class TestCorrecting:
    """`/gegeven/.../verbeteren` leads to a better badge."""

    def test_fills_the_form_with_what_was_given(self, client: TestClient) -> None:
        """And asks first what is wrong."""
        give(client)
        asked = client.get(f"{correcting(client)}?fout=")
        assert (400, True) == (asked.status_code, "Kies wat er niet klopt." in asked.text)
        answer = client.get(f"{correcting(client)}?fout=schrijffout")
        form = client.get(answer.headers["location"]).text
        assert all(each in form for each in (TYPED["zin"], 'value="Sam de Vries"', 'value="2026-01-05"'))
        assert "komt in de plaats van het bewijs" in form

    def test_leads_on_from_the_old_badge(self, client: TestClient, phone: TestClient) -> None:
        """The old link says that it was corrected, and where the better one is."""
        old = give(client)
        form = client.get(f"{correcting(client)}?fout=schrijffout").headers["location"]
        done = corrected(client, form, zin="Sam verzamelde elke ochtend 60 orders.")
        assert "Dit is de verbeterde versie." in done
        new = re.search(rf"{ADDRESS}(/b/[\w-]+)", done)
        assert new
        page = phone.get(old).text
        assert all(each in page for each in (f'href="{new[1]}"', "heeft iets verbeterd op"))
        assert "60 orders" in phone.get(new[1]).text
        assert "verbeterd op" in client.get("/gegeven").text

    def test_leads_nobody_to_somebody_else(self, client: TestClient, phone: TestClient) -> None:
        """Whoever has the old one reads that it was a mistake; nothing there says whose the new one is."""
        old = give(client)
        form = client.get(f"{correcting(client)}?fout=andere-persoon").headers["location"]
        assert 'value="Sam de Vries"' not in client.get(form).text
        done = corrected(client, form, naam="Alex Jansen")
        new = re.search(rf"{ADDRESS}(/b/[\w-]+)", done)
        assert new
        page = phone.get(old).text
        assert "Het was een vergissing van de uitgever." in page
        assert [] == [each for each in (new[1], "Alex") if each in page]

    def test_chooses_other_work_first(self, client: TestClient) -> None:
        """A search keeps which badge it is about; the form begins with what was given."""
        give(client)
        answer = client.get(f"{correcting(client)}?fout=ander-werk").headers["location"]
        found = client.get(f"{answer}&zoek=orders")
        assert hidden(found.text)["verbetert"] in answer
        form = re.search(r'href="(/uitreiken/25774/B1-K2-W2\?[^"]+)"', client.get(answer).text)
        assert form
        assert TYPED["zin"] in client.get(form[1].replace("&amp;", "&")).text

    def test_offers_who_learns_this(self, client: TestClient, phone: TestClient) -> None:
        """Under the name that this person chose."""
        give(client)
        here = correcting(client)
        agreement = agreed(client, phone)
        page = client.get(f"{here}?fout=andere-persoon").text
        form = re.search(rf'href="({FORM}[^"]+afspraak=[\w-]+)"', page)
        assert form
        assert hidden(client.get(form[1].replace("&amp;", "&")).text)["naam"] == "Sam"
        assert agreement.rpartition("/")[2] in form[1]

    def test_holds_to_what_was_agreed(self, client: TestClient, phone: TestClient) -> None:
        """The name is the one that the recipient chose; the goal stays reached."""
        agreement = agreed(client, phone)
        client.post(f"{FORM}/geef", data=filled_in(client, agreement))
        form = client.get(f"{correcting(client)}?fout=schrijffout").headers["location"]
        day = recent(client)
        corrected(client, form, zin="Sam verzamelde 60 orders.", naam="Sam", van=day, tot=day)
        assert f'"{FORM}?afspraak=' not in client.get(agreement).text

    def test_stays_with_who_learns_also_for_other_work(self, client: TestClient, phone: TestClient) -> None:
        """He finds it under what was agreed, though this was not."""
        agreement = agreed(client, phone)
        own = link(client, agreement)
        client.post(f"{FORM}/geef", data=filled_in(client, agreement))
        path = client.get(f"{correcting(client)}?fout=ander-werk").headers["location"]
        form = f"/uitreiken/25774/B1-K2-W2?{path.partition('?')[2]}&fout=ander-werk"
        day = recent(client)
        done = corrected(client, form, naam="Sam", van=day, tot=day)
        new = re.search(rf"{ADDRESS}(/b/[\w-]+)", done)
        assert new
        page = phone.get(own).text
        assert ("Je hebt 0 van 1 bewijzen." in page, f'href="{new[1]}"' in page) == (True, True)

    def test_is_told_when_it_was_done_before(self, client: TestClient) -> None:
        """Of two windows one is late, and loses nothing that was typed."""
        give(client)
        here = correcting(client)
        form = client.get(f"{here}?fout=schrijffout").headers["location"]
        sent = hidden(client.get(form).text) | TYPED | {"zin": "Sam verzamelde 60 orders.", "gelezen": "ja"}
        assert 303 == client.post(f"{FORM}/geef", data=sent | {"sleutel": "een"}).status_code
        late = client.post(f"{FORM}/geef", data=sent | {"sleutel": "twee"})
        assert (409, True) == (late.status_code, "Sam verzamelde 60 orders." in late.text)
        assert 409 == client.get(here).status_code
