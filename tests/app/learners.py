"""What people type about who learns at an organisation and what, and the pages that come of it."""

import re

from fastapi.testclient import TestClient

from tests.app.serving import ADDRESS

SAM = {"naam": "Sam de Vries", "telefoon": "06 12345678", "kenmerk": "2026-17"}
ORDERS = "25774/B1-K2-W1"
TYPED = {"werkproces": [ORDERS], "van": "2020-06-29", "begeleiding": "Noor Bakker"}


def added(client: TestClient, **changes: str) -> str:
    """Add somebody; give the address of his page."""
    answer = client.post("/deelnemers/nieuw", data=SAM | changes)
    assert 303 == answer.status_code, answer.text
    return str(answer.headers["location"]).partition("?")[0]


def proposed(client: TestClient, **changes: str | list[str]) -> str:
    """Propose something to somebody; give the address of the agreement."""
    answer = client.post(f"{added(client)}/afspraak", data=TYPED | {"van": recent(client)} | changes)
    assert 303 == answer.status_code, answer.text
    return str(answer.headers["location"]).partition("?")[0]


def recent(client: TestClient) -> str:
    """Give the day that it is for the service."""
    found = re.search(r'max="([0-9-]{10})"', client.get(f"/uitreiken/{ORDERS}").text)
    assert found
    return found[1]


def link(client: TestClient, agreement: str) -> str:
    """Give the path that the recipient opens."""
    found = re.search(rf"{ADDRESS}(/afspraak/[\w-]+)", client.get(agreement).text)
    assert found
    return found[1]


def agreed(client: TestClient, phone: TestClient) -> str:
    """Agree; give the address of the agreement."""
    here = proposed(client)
    phone.post(f"{link(client, here)}/ja", data={"versie": "1", "naam": "Sam"})
    return here


def filled_in(client: TestClient, agreement: str) -> dict[str, str]:
    """Fill in the form."""
    day = recent(client)
    return {
        "naam": "Sam",
        "zin": "Sam verzamelde elke ochtend 40 orders.",
        "van": day,
        "tot": day,
        "gelezen": "ja",
        "sleutel": "afspraak-1",
        "afspraak": agreement.rpartition("/")[2],
    }
