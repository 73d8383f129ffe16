"""Designing a badge and giving it, over HTTP, on a real database."""

import re
from dataclasses import replace
from datetime import timedelta

from fastapi.testclient import TestClient

from issuers.badgeklassen.designing import begin, publish
from issuers.badgeklassen.endorsing import endorse
from issuers.badgeklassen.finding import find_design
from issuers.badgeklassen.starters import STARTERS
from issuers.desk import IssuingDesk
from issuers.holding.releasing import release_due
from issuers.issuing.rules import Rule, set_rule
from issuers.organisations.demo import add_person, demo_beheerder
from issuers.organisations.facts import NewFact
from issuers.organisations.founding import NewOrganisation, create_organisation
from issuers.organisations.standing import suspend
from issuers.organisations.tables import OrganisationKind
from issuers.people.tables import Role
from tests.app.learners import agreed, link
from tests.app.serving import ADDRESS, BROWSER, desk_of
from tests.databases import ON_SQLITE
from web.clock import FixedClock

pytestmark = ON_SQLITE
HERE = "/badgeklassen/ontwerp"
HTML = {"accept": "text/html"}
SAID = {"naam": "Sam", "zin": "Sam hielp een collega.", "van": "2026-01-05", "tot": "2026-01-06"}


def link_on(page: str) -> str:
    """Give the path of the badge of which a page shows the link."""
    found = re.search(r'href="http[^"]*(/b/[^"]+)"', page)
    assert found is not None
    return found[1]


def taken(client: TestClient, key: str = "samenwerken") -> str:
    """Take a badge of the set over; give the address of its page."""
    return str(client.post(f"/badgeklassen/voorbeeld/{key}").headers["location"])


def published(client: TestClient) -> str:
    """Take a badge over and publish it; give the address at which it is given."""
    page = taken(client)
    client.post(f"{page}/publiceer")
    return page.replace(HERE, "/geven")


class TestDesigning:
    """`/badgeklassen/ontwerp` designs a badge."""

    def test_keeps_what_is_unfinished_and_says_what_is_missing(self, client: TestClient) -> None:
        """A name is enough to keep; publishing waits until all is there."""
        made = client.post(f"{HERE}/nieuw", data={"naam": "VCA basis", "criteria": ""})
        page = client.get(made.headers["location"]).text
        assert all(each in page for each in ("VCA basis", "concept, nog niet te geven", "#f-criteria"))
        assert "Publiceer deze badge" not in page

    def test_loses_nothing_that_was_typed(self, client: TestClient) -> None:
        """A BSN is refused, and everything else stands there still."""
        page = client.post(f"{HERE}/nieuw", data={"naam": "VCA", "criteria": "Bel 123456782"})
        assert 400 == page.status_code
        assert all(each in page.text for each in ('value="VCA"', "Bel 123456782", "Dit lijkt op een BSN"))

    def test_shows_the_picture_before_anything_is_kept(self, client: TestClient) -> None:
        """It is drawn as it was chosen, in a page that works without JavaScript."""
        chosen = {"naam": "VCA", "teken": "eigen", "letters": "vca", "vorm": "schild"}
        page = client.post(f"{HERE}/nieuw/kijk", data=chosen).text
        assert ">VCA</text>" in page
        assert "in de vorm van een schild" in page
        assert "Nog geen eigen badges" in client.get("/badgeklassen").text

    def test_warns_of_a_word_that_reveals_a_group(self, client: TestClient) -> None:
        """It may be published; whoever designs it is told first."""
        page = taken(client)
        fields = {"naam": "Samenwerken voor statushouders", "omschrijving": "Samen.", "criteria": "Gezien."}
        client.post(f"{page}/verander", data=fields)
        assert "‘statushouders’" in client.get(page).text
        assert 303 == client.post(f"{page}/publiceer").status_code

    def test_begins_a_new_version_of_what_is_published(self, client: TestClient) -> None:
        """The page of the first version stays what it was, at its own address."""
        page = taken(client)
        client.post(f"{page}/publiceer")
        first = re.search(r'href="(/badgeklassen/[a-z0-9]{8})"', client.get(page).text)
        assert first is not None
        assert f'{first[1]}/bevestigen"' in client.get(page).text
        fields = {"naam": "Samen werken", "omschrijving": "Samen.", "criteria": "Gezien."}
        client.post(f"{page}/verander", data=fields)
        client.post(f"{page}/publiceer")
        assert "Versie 2" in client.get(page).text
        assert "Je doet jouw deel van het werk" in client.get(first[1], headers=HTML).text


class TestGiving:
    """`/geven` gives a badge of one's own."""

    def test_gives_a_badge_that_can_be_checked(self, client: TestClient) -> None:
        """From the choice to the QR code, and the check says what it is."""
        path = published(client)
        assert f'href="{path}"' in client.get("/uitreiken").text
        assert "Je ziet zelf waar een ander hulp nodig heeft" in client.get(path).text
        preview = client.post(f"{path}/bekijk", data=SAID | {"stap": "gevorderd"}).text
        assert "Dit is geen mbo-niveau." in preview
        given = client.post(
            f"{path}/geef", data=SAID | {"stap": "gevorderd", "gelezen": "ja", "sleutel": "een"}
        )
        page = client.get(given.headers["location"]).text
        link = link_on(page)
        badge = client.get(link, headers=HTML).text
        assert all(each in badge for each in ("Samenwerken", "gevorderd", "Waarop is gelet"))
        assert "Officieel heet dit" not in badge
        report = client.get(f"/controleer?link=https://bewijs.voorbeeld{link}")
        assert 200 == report.status_code

    def test_gives_one_badge_for_a_double_click(self, client: TestClient) -> None:
        """The key in the form makes the second the same."""
        path = published(client)
        data = SAID | {"gelezen": "ja", "sleutel": "een"}
        first, second = (client.post(f"{path}/geef", data=data).headers["location"] for _ in "12")
        assert first == second

    def test_says_what_is_wrong(self, client: TestClient) -> None:
        """What was typed stands there still."""
        page = client.post(f"{published(client)}/bekijk", data=SAID | {"zin": "", "stap": "meester"})
        assert 400 == page.status_code
        assert 'value="Sam"' in page.text
        assert page.text.count('class="error"') >= 2

    def test_gives_nothing_that_was_put_away(self, client: TestClient) -> None:
        """It is not there to be given any more, and comes back."""
        path = published(client)
        client.post(f"{path.replace('/geven', HERE)}/wegleggen")
        assert 404 == client.get(path).status_code
        client.post(f"{path.replace('/geven', HERE)}/terughalen")
        assert 200 == client.get(path).status_code

    def test_gives_what_waited_when_it_was_put_away(self, client: TestClient) -> None:
        """It was given before; whoever puts a badge away stops what comes after."""
        desk, path, typed = desk_of(client), published(client), SAID | {"gelezen": "ja"}
        set_rule(desk, Rule(undo_minutes=10), actor=demo_beheerder(desk))
        held = client.post(f"{path}/geef", data=typed | {"sleutel": "een"}).headers["location"]
        client.post(f"{path.replace('/geven', HERE)}/wegleggen")
        assert 404 == client.post(f"{path}/geef", data=typed | {"sleutel": "twee"}).status_code
        release_due(replace(desk, clock=FixedClock(desk.clock.now() + timedelta(minutes=11))))
        assert client.get(held).headers["location"].startswith("/gegeven/")


class TestGivingToWhoLearns:
    """`/geven/...?afspraak=` gives it to somebody who learns here."""

    def test_stands_on_his_own_page(self, client: TestClient) -> None:
        """Begun from the agreement, under the name that he chose; put right, the better one stands there."""
        phone = TestClient(client.app, base_url=ADDRESS, headers=BROWSER, follow_redirects=False)
        path, agreement = published(client), agreed(client, phone)
        form = f"{path}?afspraak={agreement.rpartition('/')[2]}"
        assert f'href="{form}"' in client.get(agreement).text
        assert 'value="Sam"' in client.get(form).text
        sent = SAID | {"stap": "gevorderd", "gelezen": "ja", "afspraak": agreement.rpartition("/")[2]}
        refused = client.post(f"{path}/geef", data=sent | {"naam": "Kim", "sleutel": "een"})
        assert (409, True) == (refused.status_code, "Sam hielp een collega." in refused.text)
        given = client.post(f"{path}/geef", data=sent | {"sleutel": "twee"}).headers["location"]
        assert f'href="{given}"' in client.get(agreement).text
        first = re.findall(r'href="(/b/[^"]+)">Bekijk dit', phone.get(link(client, agreement)).text)
        form = client.get(f"{given}/verbeteren", params={"fout": "schrijffout"}).headers["location"]
        again = re.findall(r'type="hidden" name="([\w-]+)" value="([^"]*)"', client.get(form).text)
        assert agreement.rpartition("/")[2] == dict(again)["afspraak"]
        client.post(
            f"{path}/geef", data=sent | dict(again) | {"zin": "Sam hielp er twee.", "sleutel": "drie"}
        )
        page = phone.get(link(client, agreement)).text
        better = re.findall(r'href="(/b/[^"]+)">Bekijk dit', page)
        assert ([1, 1], True) == ([len(first), len(better)], first != better)
        assert all(
            each in page for each in ("Dit kreeg je ook", "Samenwerken", "Gegeven door Magazijn De Maas")
        )


class TestPuttingRight:
    """`/gegeven/.../verbeteren` of a badge of one's own."""

    def test_gives_a_better_one_of_the_same_version(self, client: TestClient) -> None:
        """The form begins with what was given; the old badge leads on, also where a new version is out."""
        path = published(client)
        sent = SAID | {"stap": "gevorderd", "gelezen": "ja", "sleutel": "een"}
        old = client.post(f"{path}/geef", data=sent).headers["location"]
        first = link_on(client.get(old).text)
        words = {"naam": "Anders", "omschrijving": "Anders.", "criteria": "Anders."}
        client.post(f"{path.replace('/geven', HERE)}/verander", data=words)
        client.post(f"{path.replace('/geven', HERE)}/publiceer")
        assert f'href="{old}/verbeteren"' in client.get("/gegeven").text
        form = client.get(f"{old}/verbeteren", params={"fout": "schrijffout"})
        assert form.headers["location"].startswith(path)
        page = client.get(form.headers["location"]).text
        assert all(each in page for each in ("Sam hielp een collega.", "Verbeter het bewijs", "Samenwerken"))
        assert re.search(r'value="gevorderd" checked', page)
        again = sent | {"naam": "Sam de Vries", "sleutel": "twee", "fout": "schrijffout"}
        better = client.post(f"{path}/geef", data=again | {"verbetert": old.rpartition("/")[2]})
        assert "Samenwerken" in client.get(better.headers["location"]).text
        assert "Er is een nieuwe versie van dit bewijs" in client.get(first, headers=HTML).text

    def test_is_not_for_a_badge_of_something_else(self, client: TestClient) -> None:
        """A form of one badgeklasse puts no badge of another right."""
        path = published(client)
        sent = SAID | {"gelezen": "ja", "sleutel": "een"}
        old = client.post(f"{path}/geef", data=sent).headers["location"].rpartition("/")[2]
        client.post(f"{taken(client, 'op-tijd-komen')}/publiceer")
        [other] = set(re.findall(r"/geven/[0-9a-f-]{36}", client.get("/uitreiken").text)) - {path}
        assert 404 == client.get(f"{other}?verbetert={old}").status_code


class TestEndorsing:
    """`/badgeklassen/.../bevestigen` is for another organisation."""

    def test_is_not_offered_to_who_made_it(self, client: TestClient) -> None:
        """Nobody stands behind himself."""
        path = published(client)
        page = client.get(path.replace("/geven", HERE)).text
        found = re.search(r'href="(/badgeklassen/[a-z0-9]{8})"', page)
        assert found is not None
        assert "bevestigen" not in client.get(found[1], headers=HTML).text
        assert 404 == client.get(f"{found[1]}/bevestigen").status_code

    def test_loses_nothing_where_it_cannot_be_given_now(self, client: TestClient) -> None:
        """The organisation was stopped while somebody wrote: it is told why, and every word is there."""
        desk = client.app.state.desk
        path = f"/badgeklassen/{of_another(desk)}/bevestigen"
        assert 200 == client.get(path).status_code
        beheerder = demo_beheerder(desk)
        suspend(desk, beheerder.organisation_id, by=beheerder.person_id, reason="Er kwam een melding.")
        answer = client.post(path, data={"zin": "Wij letten hier ook op."})
        assert 200 != answer.status_code
        assert "Wij letten hier ook op." in answer.text


class TestLettingIn:
    """`/bevestigingen` is where an organisation chooses what stands beside its badges."""

    def test_goes_from_the_word_of_another_to_the_page_of_the_badge(self, client: TestClient) -> None:
        """It waits on three pages, stands nowhere before the yes, and goes again."""
        desk = client.app.state.desk
        found = re.search(
            r'href="(/badgeklassen/([a-z0-9]{8}))"',
            client.get(published(client).replace("/geven", HERE)).text,
        )
        assert found is not None
        other = create_organisation(
            desk, NewOrganisation(name="Gemeente Maasdorp", facts=(NewFact(OrganisationKind.LEERBEDRIJF),))
        )
        ilse = add_person(desk, "Ilse Kok", organisation_id=other.id, role=Role.PRAKTIJKOPLEIDER)
        endorse(desk, found[2], comment="Hier letten wij ook op.", actor=ilse)
        said = "Bevestigd door Gemeente Maasdorp"
        assert said not in client.get(found[1], headers=HTML).text
        for path in ("/wacht", "/badgeklassen"):
            assert "/bevestigingen" in client.get(path).text
        page = client.get("/bevestigingen").text
        assert all(each in page for each in ("Hier letten wij ook op.", "Laat zien", "Liever niet"))
        action = re.search(r'action="(/bevestigingen/[0-9a-f-]{36})"', page)
        assert action is not None
        for answer, is_shown in (("laat-zien", True), ("liever-niet", False)):
            after = client.post(action[1], data={"antwoord": answer}).headers["location"]
            assert "bij de badge" in client.get(after).text
            assert is_shown == (said in client.get(found[1], headers=HTML).text)
        assert "Een organisatie staat achter" not in client.get("/wacht").text


def of_another(desk: IssuingDesk) -> str:
    """Publish a badge of another organisation; give the name of its address."""
    other = create_organisation(
        desk, NewOrganisation(name="Bakkerij Het Anker", facts=(NewFact(OrganisationKind.LEERBEDRIJF),))
    )
    ilse = add_person(desk, "Ilse Kok", organisation_id=other.id, role=Role.PRAKTIJKOPLEIDER)
    design_id = begin(desk, STARTERS["samenwerken"], actor=ilse)
    publish(desk, design_id, actor=ilse)
    current = find_design(desk, design_id, actor=ilse).current
    assert current is not None
    assert current.achievement_id is not None
    return current.achievement_id
