"""A whole group from one roster, over HTTP, on a real database."""

import csv
import io
import re
import time
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from app.groups import GroupRunner
from app.settings import Settings
from issuers.desk import IssuingDesk
from issuers.groups.keeping import find_group
from issuers.groups.running import start_group
from issuers.groups.tables import GroupState
from issuers.holding.releasing import release_due
from issuers.issuing.rules import Rule, set_rule
from issuers.organisations.demo import add_person, demo_praktijkopleider
from issuers.people.tables import Role
from tests.app.serving import desk_of, state_of
from tests.databases import ON_SQLITE
from tests.issuers.groups.rosters import GOOD, HEADER, Inline, keep, many
from tests.issuers.issuing.accidents import badges_of
from web.clock import FixedClock

pytestmark = ON_SQLITE
WRONG = GOOD.replace("26-6-2026", "morgen").replace("Sam", "Alex").replace("s1", "s2")
SECONDS = 30


@pytest.fixture
def own_desk(demo: TestClient) -> IssuingDesk:
    """Give the desk behind the demo."""
    return desk_of(demo)


def sent(client: TestClient, *rows: str) -> str:
    """Send a roster; give the address of its group."""
    roster = "\n".join((HEADER, *rows)).encode("utf-8-sig")
    answer = client.post("/groepen/nieuw", data={"titel": "Klas A"}, files={"bestand": ("r.csv", roster)})
    assert 303 == answer.status_code, answer.text
    return str(answer.headers["location"])


def ask_for(client: TestClient, rule: Rule) -> None:
    """Let the organisation ask for something before it signs."""
    desk = desk_of(client)
    actor = demo_praktijkopleider(desk)
    beheerder = add_person(desk, "Bo", organisation_id=actor.organisation_id, role=Role.BEHEERDER)
    set_rule(desk, rule, actor=beheerder)


class TestSending:
    """`/groepen/nieuw` takes a roster, and gives nothing yet."""

    def test_shows_what_is_right_and_what_is_not(self, client: TestClient) -> None:
        """With the sentence at the cell, and what was typed in it."""
        page = client.get(sent(client, GOOD, WRONG)).text
        assert "Geef 1 bewijs" in page
        assert 'name="tot-1" type="text" maxlength="60" autocomplete="off" value="morgen"' in page
        assert page.index("Wij kunnen de laatste dag niet lezen") < page.index("Geef 1 bewijs")
        assert ["klaar om te geven", "klopt nog niet"] == re.findall(r"rij \d+ · ([a-z ]*[a-z])", page)
        assert [] == badges_of(desk_of(client))
        assert "Klas A" in client.get("/groepen").text

    def test_names_what_is_left_out(self, client: TestClient) -> None:
        """The first 20 by name and row, then how many more; also what somebody skipped."""
        wrong = [each.replace("26-6-2026", "morgen") for each in many(22)]
        group = sent(client, GOOD.replace("s1", "goed"), *wrong)
        page = client.get(group).text
        named = page[page.index("22 rijen kloppen nog niet") : page.index("Geef 1 bewijs")]
        assert ("<bdi>Sam 0</bdi> (rij 3)" in named, "<bdi>Sam 19</bdi> (rij 22) en nog 2." in named) == (
            True,
            True,
        )
        client.post(f"{group}/verbeter", data={"rij-1": "ja", "naam-1": "Sam 0", "overslaan-1": "ja"})
        assert "<dt>Overgeslagen</dt><dd>1: <bdi>Sam 0</bdi> (rij 3)" in client.get(group).text

    def test_begins_with_an_example(self, client: TestClient) -> None:
        """The link beside the explanation gives a file that can be sent as it is."""
        [link] = re.findall(r'href="([^"]+voorbeeld[^"]+)"', client.get("/groepen/nieuw").text)
        example = client.get(link)
        assert "voorbeeld-rooster.xlsx" in example.headers["content-disposition"]
        answer = client.post("/groepen/nieuw", files={"bestand": ("voorbeeld-rooster.xlsx", example.content)})
        assert "Geef 3 bewijzen" in client.get(str(answer.headers["location"])).text

    def test_adds_who_is_new_where_somebody_asks_for_that(self, client: TestClient) -> None:
        """Then each row says what is agreed with its learner: nothing yet."""
        group = sent(client, *many(2))
        assert "Zet 2 personen bij de deelnemers" in client.get(group).text
        assert f"{group}?klaar=deelnemers" == client.post(f"{group}/deelnemers").headers["location"]
        page = client.get(group).text
        assert "Met Sam 0 is geen werkplekprofiel afgesproken. Dit wordt een los bewijs." in page
        assert "bij de deelnemers</button>" not in page
        assert "Sam 1" in client.get("/deelnemers").text

    def test_shows_what_each_badge_will_say(self, client: TestClient) -> None:
        """What most did once, what another did with him, and that nobody knows them once too."""
        alex = GOOD.replace("Sam;", "Alex;").replace("s1", "s2")
        kim = GOOD.replace("Sam;", "Kim;").replace("Sam zocht orders.", "Kim laadde.").replace("s1", "s3")
        page = client.get(sent(client, GOOD, alex, kim)).text
        told = ("Sam zocht orders.", "Kim laadde.", "staat nog niet bij jullie")
        counted = [page.count(each) for each in told]
        assert [1, 1, 0] == counted
        assert 3 == page.count("5-1-2026 tot en met 26-6-2026")
        assert "3 personen staan nog niet bij jullie deelnemers" in page

    def test_takes_pasted_lines_and_what_is_the_same_for_all(self, client: TestClient) -> None:
        """Choose the work once; a roster is then a list of names."""
        typed = {
            "geplakt": "naam\tkenmerk\nSam\t1\nAlex\t2",
            "werkproces": ["25774/B1-K2-W1", "25774/B1-K2-W2"],
            "van": "2026-01-05",
            "tot": "2026-06-26",
            "toelichting": "Dat ging goed.",
        }
        group = client.post("/groepen/nieuw", data=typed).headers["location"]
        assert "Geef 4 bewijzen" in client.get(group).text

    @pytest.mark.parametrize("title", ["Klas van 111222333", "Klas\0", "Klas \u202e"])
    def test_keeps_no_number_of_a_person_in_its_name(self, client: TestClient, title: str) -> None:
        """Nor what nobody can see."""
        typed = {"geplakt": f"{HEADER}\n{GOOD}", "titel": title}
        answer = client.post("/groepen/nieuw", data=typed)
        assert 400 == answer.status_code
        assert 'href="#f-titel"' in answer.text

    @pytest.mark.parametrize(
        ("content", "expected"), [("", "Kies een bestand"), ("naam;crebo\nSam;25774", "De kolom toelichting")]
    )
    def test_says_what_is_wrong_with_a_roster(self, client: TestClient, content: str, expected: str) -> None:
        """And keeps what was typed."""
        answer = client.post("/groepen/nieuw", data={"geplakt": content, "titel": "Klas A"})
        assert (400, True, True) == (
            *(answer.status_code, expected in answer.text),
            'value="Klas A"' in answer.text,
        )


class TestGiving:
    """A group is given, put right, taken along, and withdrawn."""

    def test_gives_what_is_right_and_the_rest_when_it_is_put_right(self, client: TestClient) -> None:
        """Each row has its link in the table, and its card."""
        group = sent(client, GOOD, WRONG)
        client.post(f"{group}/geef")
        assert 1 == len(badges_of(desk_of(client)))
        fields = dict(re.findall(r'name="(\w+-1)" type="text"[^>]* value="([^"]*)"', client.get(group).text))
        right = fields | {"rij-1": "ja", "tot-1": "25-6-2026", "toelichting-1": "Alex zocht orders."}
        assert 303 == client.post(f"{group}/verbeter", data=right).status_code
        client.post(f"{group}/geef")
        table = client.get(f"{group}/uitkomst.csv").content.decode("utf-8-sig")
        rows = list(csv.DictReader(io.StringIO(table), delimiter=";"))
        assert [("2", "Sam", "gegeven"), ("3", "Alex", "gegeven")] == [
            (row["rij"], row["naam"], row["uitkomst"]) for row in rows
        ]
        assert all(
            200 == client.get(row["link"].removeprefix("http://localhost:8000")).status_code for row in rows
        )
        assert client.get(f"{group}/uitkomst.xlsx").content.startswith(b"PK")
        assert 404 == client.get(f"{group}/uitkomst.pdf").status_code
        assert 2 == client.get(f"{group}/kaartjes").text.count('class="qr"')

    def test_says_beforehand_what_is_new(self, client: TestClient) -> None:
        """Whoever sends the same roster again reads that there is nothing to give, and finds the badges."""
        first = sent(client, GOOD)
        client.post(f"{first}/geef")
        more = client.get(sent(client, GOOD, GOOD.replace("Sam", "Alex").replace("s1", "s2"))).text
        assert ("1 bewijs gaven jullie al eerder" in more, "Geef 1 bewijs" in more) == (True, True)
        again = sent(client, GOOD)
        page = client.get(again).text
        assert ("Er is niets nieuws om te geven" in page, "Geef 1 bewijs" in page) == (True, False)
        client.post(f"{again}/geef")
        assert 1 == len(badges_of(desk_of(client)))
        assert 1 == client.get(f"{again}/kaartjes").text.count('class="qr"')

    def test_hands_out_cards_of_what_waits(self, client: TestClient) -> None:
        """Who has one chooses how the name reads; the same paper opens the badge once it is there."""
        desk = desk_of(client)
        ask_for(client, Rule(hold_hours=48))
        group = sent(client, GOOD, WRONG)
        client.post(f"{group}/geef")
        assert "Kaartjes om te printen" in client.get(group).text
        page = client.get(f"{group}/kaartjes").text
        assert (1, True) == (page.count('class="qr"'), "Klopt het niet?" in page)
        table = client.get(f"{group}/uitkomst.csv").content.decode("utf-8-sig")
        [link] = re.findall(r"http://localhost:8000(/straks/[\w-]+)", table)
        assert "Welke naam komt op je bewijs?" in client.get(link).text
        refused = client.post(f"{link}/naam", data={"naam": "sam@voorbeeld.nl"})
        assert (400, True) == (refused.status_code, 'value="sam@voorbeeld.nl"' in refused.text)
        client.post(f"{link}/naam", data={"naam": "Sammie"})
        assert "Je hebt het gelezen" in client.get(link).text
        release_due(replace(desk, clock=FixedClock(desk.clock.now() + timedelta(hours=48))))
        assert "Sammie" in client.get(client.get(link).headers["location"]).text
        page = client.get(f"{group}/kaartjes").text
        assert (1, False) == (page.count('class="qr"'), "Klopt het niet?" in page)

    def test_leads_to_what_waits_and_back(self, client: TestClient) -> None:
        """A row that waits has a link; what is taken back there leads to the group again."""
        ask_for(client, Rule(undo_minutes=10))
        group = sent(client, *many(2))
        client.post(f"{group}/geef")
        held = re.findall(r'href="(/onderweg/[\w-]+)"', client.get(group).text)
        assert 2 == len(held)
        assert f'href="{group}#rijen">Terug naar de groep' in client.get(held[0]).text
        back = client.post(f"{held[0]}/terug").headers["location"]
        page = client.get(back).text
        assert (group, True) == (back.partition("?")[0], "Het is teruggenomen." in page)
        assert held[1:] == re.findall(r'href="(/onderweg/[\w-]+)"', page)

    def test_is_come_back_to_from_one_that_is_withdrawn(self, client: TestClient) -> None:
        """And the others stand."""
        group = sent(client, *many(2))
        client.post(f"{group}/geef")
        [one, other] = re.findall(r'href="(/gegeven/[\w-]+)"', client.get(group).text)
        back = client.post(f"{one}/intrekken", data={"reden": "vergissing"}).headers["location"]
        assert group == back.partition("?")[0]
        assert "Het bewijs is ingetrokken." in client.get(back).text
        assert "Ingetrokken" not in client.get(other).text

    def test_withdraws_all_of_a_group(self, client: TestClient) -> None:
        """Once it is said why."""
        group = sent(client, *many(3))
        client.post(f"{group}/geef")
        assert "3 bewijzen" in client.get(f"{group}/intrekken").text
        assert 400 == client.post(f"{group}/intrekken").status_code
        assert 303 == client.post(f"{group}/intrekken", data={"reden": "vergissing"}).status_code
        assert all(badge.revoked_at for badge in badges_of(desk_of(client)))
        assert 0 == client.get(f"{group}/kaartjes").text.count('class="qr"')

    def test_shows_how_far_it_is(self, client: TestClient) -> None:
        """On a page that may be closed, and that comes again by itself."""
        state_of(client).groups = Inline(desk_of(client), chunks=0)
        group = sent(client, GOOD)
        client.post(f"{group}/geef")
        page = client.get(group).text
        assert all(
            each in page for each in ('http-equiv="refresh"', '<progress class="bar" max="1" value="0"')
        )
        assert 409 == client.post(f"{group}/weg").status_code

    def test_is_forgotten_when_asked(self, client: TestClient) -> None:
        """And then it is not there."""
        group = sent(client, GOOD)
        assert "/groepen?klaar=weg" == client.post(f"{group}/weg").headers["location"]
        assert 404 == client.get(group).status_code


class TestGroupRunner:
    """`GroupRunner` gives groups in the background, on DBOS."""

    def test_gives_a_group_and_goes_on_with_one_that_was_left(
        self, own_desk: IssuingDesk, tmp_path: Path
    ) -> None:
        """What was under way when the service stopped is done by the next one, and nothing twice."""
        settings = Settings(mode="demo", data_dir=tmp_path)
        actor = demo_praktijkopleider(own_desk)
        left, group = (keep(own_desk, *rows, actor=actor) for rows in (many(2), [GOOD.replace("s1", "s9")]))
        start_group(own_desk, left, actor=actor, runner=Inline(own_desk, chunks=0))
        first = GroupRunner(own_desk, settings=settings)
        first.start(left, organisation_id=actor.organisation_id, attempt=1)
        first.close()
        second = GroupRunner(own_desk, settings=settings)
        try:
            second.look(own_desk)
            start_group(own_desk, group, actor=actor, runner=second)
            until = time.monotonic() + SECONDS
            while time.monotonic() < until and {GroupState.DONE} != {
                find_group(own_desk, each, actor=actor).state for each in (left, group)
            }:
                time.sleep(0.1)
        finally:
            second.close()
        assert 3 == len(badges_of(own_desk))


class TestHeadings:
    """A column that is not read is named on the page that comes after sending."""

    def test_names_what_was_passed_over(self, client: TestClient) -> None:
        """With what may be meant; where a column is missing for it, the form says so."""
        roster = f"{HEADER};kenmerkk\n{GOOD};x".encode()
        answer = client.post("/groepen/nieuw", files={"bestand": ("a.csv", roster)})
        page = client.get(answer.headers["location"]).text
        assert "De kolom ‘kenmerkk’ lezen wij niet. Bedoel je ‘kenmerk’?" in page
        refused = client.post(
            "/groepen/nieuw", data={"geplakt": roster.decode().replace("van;", "vann;")}
        ).text
        assert all(each in refused for each in ("De kolom van ontbreekt", "Bedoel je ‘van’?"))
