"""More ways to what somebody keeps, in a browser."""

import re

import pytest
from fastapi.testclient import TestClient
from sqlmodel import Session, select

from issuers.database.scopes import WHOLE_SERVICE
from issuers.mailing.tables import OutgoingMail
from issuers.recipients.tables import Channel
from tests.app.serving import desk_of

WALLET = "/mijn-bewijzen"
COOKIE = "bewijzen"


class TestPasskey:
    """A passkey is explained, and made where it can be."""

    @pytest.mark.parametrize("path", [f"{WALLET}/passkey", "/openen/passkey"])
    def test_is_not_offered_at_an_ip_address(self, holder: TestClient, path: str) -> None:
        """No passkey is bound to one; the page leads to the address of the service."""
        here = holder.get(path)
        elsewhere = holder.get(path, headers={"Host": "192.0.2.1"})
        assert ("data-passkey=" in here.text, "data-passkey=" in elsewhere.text) == (True, False)
        assert f'href="{holder.app.state.desk.base_url}/mijn-bewijzen"' in elsewhere.text

    def test_says_what_is_wrong_with_one(self, holder: TestClient) -> None:
        """In a sentence that the page shows beside the button."""
        answer = holder.post("/openen/passkey", json={}, headers={"Accept": "application/json"})
        assert (400, "passkey") == (answer.status_code, answer.json()["code"])


def taken_letter(client: TestClient) -> OutgoingMail:
    """Give the one letter that waits, and take it away."""

    def work(session: Session) -> OutgoingMail:
        [letter] = session.exec(select(OutgoingMail)).all()
        session.delete(letter)
        return letter

    return desk_of(client).register.write(work, within=WHOLE_SERVICE)


def code_in(letter: OutgoingMail) -> str:
    """Read the code in a letter."""
    return re.search(r"\b\d{6}\b", letter.text)[0]


def added(client: TestClient, address: str) -> OutgoingMail:
    """Let an address open what is kept here; give the letter with the code."""
    client.post(f"{WALLET}/adres", data={"adres": address})
    letter = taken_letter(client)
    kept = client.post(f"{WALLET}/adres/code", data={"code": code_in(letter)})
    assert f"{WALLET}/toegang?klaar=adres" == kept.headers["location"]
    return letter


class TestAddress:
    """A code that is sent opens what somebody keeps."""

    def test_opens_on_another_telephone(self, holder: TestClient) -> None:
        """It is typed; opening the page changes nothing."""
        added(holder, " Sam@Maas.Voorbeeld ")
        assert "s…@m….voorbeeld" in holder.get(f"{WALLET}/toegang").text
        holder.cookies.clear()
        holder.post("/openen/adres", data={"adres": "sam@maas.voorbeeld"})
        code = code_in(taken_letter(holder))
        for _ in range(3):
            assert "Kennen we dit adres?" in holder.get("/openen/adres/code").text
        assert (
            f"{WALLET}?klaar=open"
            == holder.post("/openen/adres/code", data={"code": code}).headers["location"]
        )
        assert "Na 1 uur staat hier niets meer." in holder.get(WALLET).text

    def test_names_nobody_in_the_letter(self, holder: TestClient) -> None:
        """And shows no code on a locked screen; a text message is one line."""
        letter = added(holder, "sam@maas.voorbeeld")
        assert ("Je code voor Mijn bewijzen", False) == (letter.subject, "Sam" in letter.text)
        text = added(holder, "06 12345678")
        assert (Channel.PHONE, "+31612345678") == (text.channel, text.recipient)
        assert re.fullmatch(r"Je code voor Mijn bewijzen: \d{6}", text.text)

    def test_answers_the_same_to_an_unknown_address(self, holder: TestClient) -> None:
        """The same page, the same headers but for the secret to wait with; and the same to a wrong code."""
        added(holder, "sam@maas.voorbeeld")
        holder.cookies.clear()
        told = set()
        for address in ("sam@maas.voorbeeld", "sem@maas.voorbeeld"):
            answer = holder.post("/openen/adres", data={"adres": address})
            headers = re.sub(r"wacht=[\w-]{43};", "wacht=;", str(answer.headers))
            tried = holder.post("/openen/adres/code", data={"code": "12345"})
            told.add((answer.status_code, answer.text, headers, tried.status_code, tried.text))
        assert 1 == len(told)

    def test_counts_by_address(self, holder: TestClient) -> None:
        """Known or not: the third within a minute waits."""
        for address in ("sam@maas.voorbeeld", "sem@maas.voorbeeld"):
            found = [holder.post("/openen/adres", data={"adres": address}).status_code for _ in range(3)]
            assert [303, 303, 429] == found

    @pytest.mark.parametrize("typed", ["", "sam", "sam@", "12345", "é@maas.voorbeeld"])
    def test_says_what_to_fill_in(self, holder: TestClient, typed: str) -> None:
        """And what was typed stays."""
        answer = holder.post(f"{WALLET}/adres", data={"adres": typed})
        assert (400, True) == (answer.status_code, f'value="{typed}"' in answer.text)

    def test_is_not_asked_for_where_nothing_is_sent(self, holder: TestClient) -> None:
        """Only what we have a server for is offered."""
        state = holder.app.state
        assert "telefoonnummer" in holder.get("/openen/adres").text
        state.carriers = {Channel.MAIL: state.carriers[Channel.MAIL]}
        assert "telefoonnummer" not in holder.get("/openen/adres").text
        assert 400 == holder.post("/openen/adres", data={"adres": "06 12345678"}).status_code
        state.carriers = {}
        assert 404 == holder.get("/openen/adres").status_code
        assert "/mijn-bewijzen/adres" not in holder.get(f"{WALLET}/toegang").text


class TestGivenCard:
    """An organisation makes a card for who lost his telephone."""

    def test_is_shown_on_the_telephone_that_was_not_lost(self, holder: TestClient) -> None:
        """Where its owner stops it; what it opens cannot be taken over at once."""
        own = dict(holder.cookies)
        holder.post("/inloggen/demo")
        badge_id = re.search(r"/gegeven/([\w-]{36})", holder.get("/gegeven").text)[1]
        assert "Dit bewijs is al bewaard." in holder.get(f"/gegeven/{badge_id}/kaart").text
        pictures = {"plaatje-1": "bakkerij", "plaatje-2": "groen", "plaatje-3": "bakkerij"}
        made = holder.post(f"/gegeven/{badge_id}/kaart", data=pictures).text
        code = re.search(r'<b class="code">([A-Z0-9]{3}-[A-Z0-9]{4})</b>', made)[1]
        holder.cookies.clear()
        holder.post("/kaart", data={**pictures, "code": code, "eigen": "ja"})
        assert "Zet ze over op deze kaart" in holder.get(WALLET).text
        assert 404 == holder.post(f"{WALLET}/overzetten").status_code
        holder.cookies.clear()
        holder.cookies.update(own)
        assert "Was jij daar niet bij?" in holder.get(WALLET).text
        ways = holder.get(f"{WALLET}/toegang").text
        [stop] = re.findall(r'action="(/mijn-bewijzen/kaart/[\w-]{36}/stop)"', ways)
        assert f"{WALLET}?klaar=kaart-stop-een" == holder.post(stop).headers["location"]
        assert "Was jij daar niet bij?" not in holder.get(WALLET).text


class TestDevices:
    """A telephone is taken off."""

    def test_empties_the_one_in_hand(self, holder: TestClient) -> None:
        """The browser forgets its secret too."""
        page = holder.get(f"{WALLET}/toestellen").text
        [action] = re.findall(r'action="(/mijn-bewijzen/toestellen/[\w-]{36}/weg)"', page)
        left = holder.post(action)
        assert f"{WALLET}?klaar=weg" == left.headers["location"]
        assert COOKIE not in holder.cookies
        assert 404 == holder.get(f"{WALLET}/toestellen").status_code
