"""What is agreed to learn, over HTTP: proposed, answered, and given badges for, on a real database."""

import re
from dataclasses import replace
from typing import Any

from fastapi.testclient import TestClient

from tests import world
from tests.app.learners import ORDERS, TYPED, added, agreed, filled_in, link, proposed, recent
from tests.databases import ON_SQLITE

pytestmark = ON_SQLITE

OTHER = "25774/B1-K1-W1"


class TestTakenOut:
    """An import may take work out of the catalogue that was agreed."""

    def test_is_given_as_it_was_agreed(self, client: TestClient, phone: TestClient) -> None:
        """Freely it is given no more."""
        here = agreed(client, phone)
        filled = filled_in(client, here)
        app: Any = client.app
        app.state.desk = replace(app.state.desk, catalogue=world.catalogue_without("25774", code="B1-K2-W1"))
        assert 404 == client.get(f"/uitreiken/{ORDERS}").status_code
        form = client.get(f"/uitreiken/{ORDERS}?afspraak={filled['afspraak']}")
        assert 200 == form.status_code
        given = client.post(f"/uitreiken/{ORDERS}/geef", data=filled)
        assert given.headers["location"].startswith("/gegeven/"), given.text
        assert [200] * 3 == [
            client.get(page).status_code for page in ("/uitreiken", here, f"{here}/verander")
        ]


class TestProposing:
    """`/deelnemers/.../afspraak` proposes what to learn."""

    def test_shows_what_to_do_next(self, client: TestClient) -> None:
        """A code to scan, and no badge to give yet."""
        page = client.get(proposed(client)).text
        assert all(each in page for each in ("Noor Bakker", "scant dit en zegt ja", "<svg"))
        assert f"/uitreiken/{ORDERS}" not in page

    def test_leads_on_once_there_is_an_answer(self, client: TestClient, phone: TestClient) -> None:
        """By itself, or with a link; then the page of who learns leads to the badge."""
        here = proposed(client)
        learner = re.search(r'href="(/deelnemers/[\w-]{36})"', client.get(here).text)
        assert learner
        assert f'data-until="{here}"' in client.get(here).text
        assert f'href="{here}">Zei Sam de Vries al ja?' in client.get(here).text
        assert "Ga verder met de afspraak" in client.get(learner[1]).text
        phone.post(f"{link(client, here)}/ja", data={"versie": "1", "naam": "Sam"})
        assert "data-until" not in client.get(here).text
        assert f'href="{here}">Geef een bewijs voor dit werk' in client.get(learner[1]).text

    def test_keeps_what_was_typed(self, client: TestClient) -> None:
        """And says what is wrong."""
        page = client.post(f"{added(client)}/afspraak", data=TYPED | {"van": "gauw"})
        assert 400 == page.status_code
        assert all(each in page.text for each in ('value="gauw"', 'value="Noor Bakker"', "26-6-2026"))
        assert re.search(rf'value="{ORDERS}" checked', page.text)

    def test_finds_other_work_and_forgets_nothing(self, client: TestClient) -> None:
        """What was found can be ticked beside what was."""
        here = f"{added(client)}/afspraak"
        page = client.post(here, data=TYPED | {"zoek": "brood", "stap": "zoek"})
        assert 200 == page.status_code
        assert re.search(rf'value="{ORDERS}" checked', page.text)
        found = re.search(r'name="werkproces" value="(?!25774)(\d{5}/[\w-]+)"', page.text)
        assert found
        again = client.post(here, data=TYPED | {"werkproces": [ORDERS, found[1]], "van": ""})
        assert re.search(rf'value="{re.escape(found[1])}" checked', again.text)

    def test_finds_with_enter_too(self, client: TestClient) -> None:
        """A new word is looked for; the same word again means that the form is ready."""
        here = f"{added(client)}/afspraak"
        typed = TYPED | {"van": recent(client), "zoek": "brood", "stap": "enter"}
        page = client.post(here, data=typed)
        assert 200 == page.status_code
        assert 'name="gezocht" value="brood"' in page.text
        assert 303 == client.post(here, data=typed | {"gezocht": "brood"}).status_code

    def test_opens_the_mail_or_the_phone_of_who_sends(self, client: TestClient) -> None:
        """To where the recipient wants it."""
        assert "https://wa.me/31612345678?text=" in client.get(proposed(client)).text
        here = added(client, naam="Noor", telefoon="", mail="noor@voorbeeld.nl", kenmerk="")
        made = client.post(f"{here}/afspraak", data=TYPED | {"van": recent(client)})
        assert "mailto:noor@voorbeeld.nl?body=" in client.get(made.headers["location"]).text

    def test_can_be_changed(self, client: TestClient) -> None:
        """The form begins with what stands there."""
        here = proposed(client)
        assert re.search(rf'value="{ORDERS}" checked', client.get(f"{here}/verander").text)
        changed = TYPED | {"van": recent(client), "begeleiding": "Tom"}
        assert 303 == client.post(f"{here}/verander", data=changed).status_code
        assert "Tom" in client.get(here).text


class TestLeavingOut:
    """`/afspraken/.../verander` takes nothing away that it did not name."""

    def test_names_what_would_be_gone(self, client: TestClient) -> None:
        """And asks for a tick; all that was typed stands there still."""
        here = proposed(client, werkproces=[ORDERS, OTHER])
        client.post(f"{here}/werk/{ORDERS}/notitie", data={"notitie": "Vlot."})
        changed = TYPED | {"werkproces": [OTHER], "van": recent(client), "begeleiding": "Tom"}
        page = client.post(f"{here}/verander", data=changed)
        assert 400 == page.status_code
        assert all(each in page.text for each in ("1 ding dat verzameld is", 'value="Tom"', 'href="#f-weg"'))
        [named] = re.findall(r'name="weg" value="([^"]+)"', page.text)
        assert 303 == client.post(f"{here}/verander", data=changed | {"weg": named}).status_code
        assert ORDERS not in client.get(here).text

    def test_leaves_the_recipient_what_he_told(self, client: TestClient, phone: TestClient) -> None:
        """There is nothing to tick."""
        here = proposed(client, werkproces=[ORDERS, OTHER])
        phone.post(f"{link(client, here)}/werk/{ORDERS}/notitie", data={"notitie": "Ik pakte in."})
        changed = TYPED | {"werkproces": [OTHER], "van": recent(client)}
        page = client.post(f"{here}/verander", data=changed)
        assert 400 == page.status_code
        assert "De deelnemer bewaarde hier zelf 1 ding" in page.text
        assert 'name="weg"' not in page.text
        assert f'name="werkproces" value="{ORDERS}"' in page.text


class TestAnswering:
    """`/afspraak/...` is opened by the recipient, who has no account."""

    def test_is_yes_under_a_name_of_ones_own(self, client: TestClient, phone: TestClient) -> None:
        """Whoever judges goes on with that name."""
        here = proposed(client)
        path = link(client, here)
        assert "Sam de Vries, dit ga je leren" in phone.get(path).text
        answer = phone.post(f"{path}/ja", data={"versie": "1", "naam": "Sam"})
        assert path == answer.headers["location"]
        page = client.get(here).text
        assert "De naam op het bewijs wordt: Sam." in page
        give = re.search(r'href="(/uitreiken/[^"]+)"', page[page.index("<h1") :])
        assert give
        form = client.get(give[1].replace("&amp;", "&")).text
        assert 'name="naam" value="Sam"' in form
        assert "Dat koos de deelnemer zelf" in form

    def test_says_that_another_name_is_kept(self, client: TestClient, phone: TestClient) -> None:
        """The yes stays a yes."""
        path = link(client, agreed(client, phone))
        answer = phone.post(f"{path}/ja", data={"versie": "1", "naam": "Sammie"})
        page = phone.get(answer.headers["location"]).text
        assert all(each in page for each in ("Het is bewaard.", "Op je bewijs komt: Sammie."))

    def test_is_no_with_or_without_words(self, client: TestClient, phone: TestClient) -> None:
        """It reaches who proposed it."""
        here = proposed(client)
        path = link(client, here)
        phone.post(f"{path}/klopt-niet", data={"versie": "1", "wat": "Ik werk niet op maandag"})
        page = client.get(here).text
        assert "zegt: dit klopt niet" in page
        assert "Ik werk niet op maandag" in page
        assert "de deelnemer zegt: dit klopt niet" in client.get("/deelnemers").text
        assert "Ik werk niet op maandag" in phone.get(path).text
        phone.post(f"{path}/ja", data={"versie": "2", "naam": ""})
        assert "zei eerst: dit klopt niet" in client.get(here).text
        assert "Er komt geen naam op je bewijs" in phone.get(path).text

    def test_needs_a_click(self, client: TestClient, phone: TestClient) -> None:
        """Opening it, as a scanner does, says neither yes nor no."""
        here = proposed(client)
        path = link(client, here)
        for method in ("GET", "HEAD"):
            phone.request(method, path)
            phone.request(method, f"{path}/ja")
        assert "scant dit en zegt ja" in client.get(here).text

    def test_says_only_what_is_so(self, client: TestClient, phone: TestClient) -> None:
        """An address says nothing that nobody did."""
        here = proposed(client)
        assert "Het is afgesproken" not in client.get(f"{here}?klaar=afgesproken").text
        assert "Je hebt ja gezegd" not in phone.get(f"{link(client, here)}?klaar=ja").text

    def test_stops_at_an_old_link(self, client: TestClient, phone: TestClient) -> None:
        """It was seen by somebody else, and a new one was made."""
        here = proposed(client)
        old = link(client, here)
        assert f"{here}?klaar=link" == client.post(f"{here}/link").headers["location"]
        assert 404 == phone.get(old).status_code
        assert 404 == phone.post(f"{old}/ja", data={"versie": "1", "naam": "Sam"}).status_code
        assert 200 == phone.get(link(client, here)).status_code

    def test_is_about_what_was_read(self, client: TestClient, phone: TestClient) -> None:
        """What was changed in the meantime is shown, and asked again."""
        here = proposed(client)
        path = link(client, here)
        client.post(f"{here}/verander", data=TYPED | {"van": recent(client), "begeleiding": "Tom"})
        page = phone.post(f"{path}/ja", data={"versie": "1", "naam": "Sam"})
        assert 400 == page.status_code
        assert all(each in page.text for each in ("net veranderd", "Tom", 'name="versie" value="2"'))

    def test_keeps_what_was_typed(self, client: TestClient, phone: TestClient) -> None:
        """A name that cannot stand on a badge is said so."""
        page = phone.post(f"{link(client, proposed(client))}/ja", data={"versie": "1", "naam": "sam@vb.nl"})
        assert 400 == page.status_code
        assert 'value="sam@vb.nl"' in page.text

    def test_may_be_on_paper(self, client: TestClient) -> None:
        """Once somebody saw the paper."""
        here = proposed(client)
        assert "Datum en handtekening" in client.get(f"{here}/papier").text
        refused = client.post(f"{here}/papier", data={"versie": "1", "naam": "Sam"})
        assert 400 == refused.status_code
        assert "Bekijk het papier eerst samen" in refused.text
        client.post(f"{here}/papier", data={"versie": "1", "naam": "", "gezien": "ja"})
        page = client.get(here).text
        assert "op papier" in page
        assert "Op het bewijs komt geen naam" in page


class TestGiving:
    """A badge is given for what was agreed."""

    def test_shows_on_both_sides(self, client: TestClient, phone: TestClient) -> None:
        """The recipient opens his badge from his agreement."""
        here = agreed(client, phone)
        filled = filled_in(client, here)
        preview = client.post(f"/uitreiken/{ORDERS}/bekijk", data=filled).text
        assert f'name="afspraak" value="{filled["afspraak"]}"' in preview
        given = client.post(f"/uitreiken/{ORDERS}/geef", data=filled)
        assert 303 == given.status_code, given.text
        assert f'href="{here}"' in client.get(given.headers["location"]).text
        assert "Voor 1 van 1 is er een bewijs" in client.get(here).text
        badge = re.search(r'href="(/b/[\w-]+)"', phone.get(link(client, here)).text)
        assert badge
        assert 200 == phone.get(badge[1]).status_code
        keep = re.search(r'href="(/bewaar/[\w/-]+)"', phone.get(link(client, here)).text)
        assert keep
        phone.post(keep[1])
        assert "Ik kan bestellingen" in phone.get("/mijn-bewijzen").text

    def test_says_before_it_is_written_that_it_was_not_agreed(
        self, client: TestClient, phone: TestClient
    ) -> None:
        """And refuses it; what was typed stands there still."""
        here = agreed(client, phone)
        filled = filled_in(client, here)
        told = "Dit werkproces staat niet in de afspraak."
        assert told in client.get(f"/uitreiken/{OTHER}?afspraak={filled['afspraak']}").text
        refused = client.post(f"/uitreiken/{OTHER}/geef", data=filled)
        assert (409, True, True) == (refused.status_code, told in refused.text, filled["zin"] in refused.text)

    def test_keeps_to_the_name_that_was_chosen(self, client: TestClient, phone: TestClient) -> None:
        """Whatever the form says; it was changed while the form was open."""
        here = agreed(client, phone)
        phone.post(f"{link(client, here)}/ja", data={"versie": "1", "naam": ""})
        page = client.post(f"/uitreiken/{ORDERS}/geef", data=filled_in(client, here))
        assert 409 == page.status_code
        assert "andere naam" in page.text

    def test_shows_the_name_as_it_is_chosen_now(self, client: TestClient, phone: TestClient) -> None:
        """The code to change it stands on the form; nothing typed is lost when it was."""
        here = agreed(client, phone)
        filled = filled_in(client, here)
        own = link(client, here)
        assert own in client.get(f"/uitreiken/{ORDERS}?afspraak={filled['afspraak']}").text
        phone.post(f"{own}/ja", data={"versie": "1", "naam": "Noor B."})
        page = client.post(f"/uitreiken/{ORDERS}/aanpassen", data=filled).text
        assert all(each in page for each in ('name="naam" value="Noor B."', "40 orders"))

    def test_names_what_stands_under_another_name(self, client: TestClient, phone: TestClient) -> None:
        """Only what is not put right by this form already."""
        here = agreed(client, phone)
        given = client.post(f"/uitreiken/{ORDERS}/geef", data=filled_in(client, here)).headers["location"]
        form = f"/uitreiken/{ORDERS}?afspraak={here.rpartition('/')[2]}"
        assert "nog een andere naam" not in client.get(form).text
        phone.post(f"{link(client, here)}/ja", data={"versie": "1", "naam": "Noor B."})
        page = client.get(form).text
        assert f'href="{given}/verbeteren?fout=schrijffout"' in page
        put_right = f"/uitreiken/{ORDERS}?verbetert={given.rpartition('/')[2]}"
        assert "nog een andere naam" not in client.get(put_right).text

    def test_waits_for_a_yes(self, client: TestClient) -> None:
        """There is no form before."""
        here = proposed(client)
        page = client.get(f"/uitreiken/{ORDERS}?afspraak={here.rpartition('/')[2]}")
        assert 409 == page.status_code
        assert "nog geen ja gezegd" in page.text

    def test_stops_with_the_agreement(self, client: TestClient, phone: TestClient) -> None:
        """It says so, and nothing typed is lost."""
        here = agreed(client, phone)
        client.post(f"{here}/stop")
        page = client.post(f"/uitreiken/{ORDERS}/geef", data=filled_in(client, here))
        assert 409 == page.status_code
        assert "Deze afspraak is gestopt" in page.text
        assert "40 orders" in page.text


class TestWriting:
    """What was written so far is kept, and another goes on from it."""

    def begun(self, client: TestClient, phone: TestClient) -> tuple[str, dict[str, str]]:
        """Agree, and keep a draft; give the address of the agreement, and what was written."""
        here = agreed(client, phone)
        filled = filled_in(client, here) | {"zin": "Sam verzamelde", "tot": ""}
        kept = client.post(f"/uitreiken/{ORDERS}/bewaar", data=filled)
        assert f"{here}?klaar=bewaard" == kept.headers["location"], kept.text
        return here, filled

    def test_goes_on_where_it_was_left(self, client: TestClient, phone: TestClient) -> None:
        """Also in another browser; who wrote stands at the work."""
        here, filled = self.begun(client, phone)
        assert "Noor Bakker schreef mee" in client.get(here).text
        form = client.get(f"/uitreiken/{ORDERS}?afspraak={filled['afspraak']}").text
        assert ">Sam verzamelde</textarea>" in form
        assert 'name="klad" value="1"' in form

    def test_shows_what_another_wrote_meanwhile(self, client: TestClient, phone: TestClient) -> None:
        """And keeps what was typed; once it was seen, it may be replaced."""
        here, filled = self.begun(client, phone)
        late = client.post(f"/uitreiken/{ORDERS}/bewaar", data=filled | {"zin": "Iets anders"})
        assert 400 == late.status_code
        assert "schreef intussen ook: ‘Sam verzamelde’" in late.text
        assert ">Iets anders</textarea>" in late.text
        assert 'name="klad" value="1"' in late.text
        again = client.post(f"/uitreiken/{ORDERS}/bewaar", data=filled | {"zin": "Iets anders", "klad": "1"})
        assert f"{here}?klaar=bewaard" == again.headers["location"]

    def test_is_over_once_the_badge_is_given(self, client: TestClient, phone: TestClient) -> None:
        """The badge says it now."""
        here, filled = self.begun(client, phone)
        done = filled | {"zin": "Sam verzamelde 40 orders.", "tot": filled["van"]}
        assert 303 == client.post(f"/uitreiken/{ORDERS}/geef", data=done).status_code
        assert "schreef mee" not in client.get(here).text
        again = client.post(f"/uitreiken/{ORDERS}/geef", data=done | {"sleutel": "afspraak-2"})
        assert 409 == again.status_code
        assert "al een bewijs gegeven" in again.text

    def test_is_for_agreed_work_only(self, client: TestClient) -> None:
        """Of others nothing is kept before it is given."""
        assert 404 == client.post(f"/uitreiken/{ORDERS}/bewaar", data={"zin": "Sam"}).status_code
        assert "/bewaar" not in client.get(f"/uitreiken/{ORDERS}").text
