"""Give a badge through its form, as a browser does."""

import html
import re

from fastapi.testclient import TestClient

from tests.app.serving import ADDRESS

FORM = "/uitreiken/25774/B1-K2-W1"
TYPED = {
    "naam": "Sam de Vries",
    "zin": "Sam verzamelde elke ochtend 40 orders met de handscanner.",
    "van": "2026-01-05",
    "tot": "2026-06-26",
    "zelfstandigheid": "zelfstandig",
    "rol": "werknemer",
}


def hidden(page: str) -> dict[str, str]:
    """Read the hidden inputs of a page."""
    found = re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', page)
    return {name: html.unescape(value) for name, value in found}


def give(client: TestClient, **changes: str) -> str:
    """Give a badge through the form; answer the path of its page."""
    preview = client.post(f"{FORM}/bekijk", data=TYPED | changes)
    assert preview.status_code == 200, preview.text
    given = client.post(f"{FORM}/geef", data=hidden(preview.text) | {"gelezen": "ja"})
    assert given.status_code == 303, given.text
    done = client.get(given.headers["location"])
    assert done.status_code == 200, done.text
    return re.search(rf"{ADDRESS}(/b/[\w-]+)", done.text)[1]
