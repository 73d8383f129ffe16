"""A leerbedrijf says for which work it is recognised, over HTTP, and a checker reads it."""

import pytest
from fastapi.testclient import TestClient

from tests.app.giving import FORM, give
from tests.app.giving import TYPED as GIVING
from tests.app.serving import ADDRESS
from tests.app.test_organisation import TYPED as ORGANISATION

PAGE = "/organisatie/erkenning"
TYPED = {
    "leerbedrijf": "999999990",
    "crebo": "25774",
    "van": "1-1-2024",
    "bron": "Brief van SBB van 5 januari 2024",
}
TABLE = b"leerbedrijf-id;crebo;werkproces;geldig van\n999999990;25774;B1-K2-W1;2024-01-01\n"


@pytest.fixture
def client(demo: TestClient) -> TestClient:
    """Open the demo, signed in as the beheerder of a leerbedrijf with a number."""
    demo.post("/inloggen/demo", data={"als": "beheerder"})
    demo.post("/organisatie", data=ORGANISATION)
    return demo


def checked(client: TestClient) -> str:
    """Give a badge, and check it as an employer does."""
    client.post("/inloggen/demo")
    link = f"{ADDRESS}{give(client)}"
    return client.get("/controleer", params={"link": link}).text


class TestErkenning:
    """`/organisatie/erkenning` keeps what a leerbedrijf says."""

    def test_is_told_to_who_checks_a_badge(self, client: TestClient) -> None:
        """As what it is: its own word."""
        assert 303 == client.post(PAGE, data=TYPED).status_code
        assert "Brief van SBB van 5 januari 2024" in client.get(PAGE).text
        page = checked(client)
        assert "Het zegt zelf dat het op" in page
        assert "Dat is niet bevestigd" in page
        assert "Het noemt als bron: Brief van SBB van 5 januari 2024." in page

    def test_that_ended_is_told_before_a_badge_is_given(self, client: TestClient) -> None:
        """The badge can be given all the same."""
        assert 303 == client.post(PAGE, data=TYPED | {"tot": "31-12-2025"}).status_code
        client.post("/inloggen/demo")
        page = client.post(f"{FORM}/bekijk", data=GIVING).text
        assert "Jullie erkenning voor dit werk liep tot 31 december 2025." in page
        assert "Geef dit bewijs" in page

    def test_tells_that_nobody_told(self, client: TestClient) -> None:
        """Which is never said as if it were refused."""
        assert "iets anders dan niet erkend" in client.get(PAGE).text
        page = checked(client)
        assert "Wij weten niet of dit op" in page
        assert "niet erkend" not in page

    def test_loses_nothing_that_was_typed(self, client: TestClient) -> None:
        """All that is wrong, at once."""
        answer = client.post(PAGE, data=TYPED | {"crebo": "2577", "van": "ooit", "bron": ""})
        assert 400 == answer.status_code
        for sentence in ("Een crebo heeft 5 cijfers.", "Wij kunnen de datum niet lezen.", 'value="ooit"'):
            assert sentence in answer.text
        assert "Kies het bestand opnieuw." not in answer.text

    def test_takes_a_table(self, client: TestClient) -> None:
        """All rows, and a row can be taken back."""
        sent = client.post(
            f"{PAGE}/tabel", data={"herkomst": "Export"}, files={"bestand": ("a.csv", TABLE, "text/csv")}
        )
        assert 303 == sent.status_code
        page = client.get(PAGE).text
        assert "25774/B1-K2-W1" in page
        action = page.split(f'action="{PAGE}/', 1)[1].split('"')[0]
        assert 303 == client.post(f"{PAGE}/{action}").status_code
        assert "25774/B1-K2-W1" not in client.get(PAGE).text

    @pytest.mark.parametrize(
        ("table", "sentence"),
        [
            (
                TABLE + b"999999982;25774;;2024-01-01\n",
                "Rij 3, leerbedrijf-id: Dit leerbedrijf-ID is niet van jullie.",
            ),
            (TABLE + b"999999990;2577;;2024-01-01\n", "Rij 3, crebo: Een crebo heeft 5 cijfers."),
            (b"PK\x03\x04", "Dit bestand kunnen wij niet lezen."),
        ],
    )
    def test_keeps_nothing_of_a_table_with_a_mistake(
        self, client: TestClient, table: bytes, sentence: str
    ) -> None:
        """And says which row it is."""
        answer = client.post(
            f"{PAGE}/tabel", data={"herkomst": "Export"}, files={"bestand": ("a.csv", table, "text/csv")}
        )
        assert 400 == answer.status_code
        assert sentence in answer.text
        assert 'value="Export"' in answer.text
        assert "Kies het bestand opnieuw." in answer.text
        assert "25774/B1-K2-W1" not in client.get(PAGE).text

    def test_is_for_the_beheerder(self, client: TestClient) -> None:
        """Not for who gives badges."""
        client.post("/inloggen/demo")
        assert 403 == client.get(PAGE).status_code
        assert 403 == client.post(PAGE, data=TYPED).status_code
