"""docs/api-keys.md can be followed word for word: every command in it is sent, in order, to a service."""

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from httpx import Response

import issuers.errors
from app.main import create_app
from app.settings import Settings
from app.worlds import CALLS_OF_A_KEY_PER_MINUTE, CALLS_PER_MINUTE
from issuers.apikeys.secret import new_secret
from tests.app.serving import desk_of
from tests.app.systems import own_beheerder, system_of
from tests.fresh import fresh_in
from tests.once import Once

PAGE = (Path(__file__).parents[2] / "docs" / "api-keys.md").read_text()
COMMANDS = re.findall(r"```bash\n(.*?)```", PAGE, re.DOTALL)
ROW = re.compile(r"^\| \d{3} \| (.+?) \|", re.MULTILINE)
ADDRESS = "http://localhost:8000"


@pytest.fixture
def client(tmp_path: Path, once: Once) -> Iterator[TestClient]:
    """Open the demo."""
    folder = fresh_in(tmp_path / "data", once=once)
    app = create_app(Settings(mode="demo", base_url=ADDRESS, data_dir=folder))
    with TestClient(app, base_url=ADDRESS) as client:
        yield client


def sent(client: TestClient, command: str, **names: str) -> Response:
    """Send what curl would send."""
    for name, value in names.items():
        command = command.replace(f"${name}", value)
    words = shlex.split(command.replace("\\\n", " "))
    options = list(zip(words[1:-1:2], words[2:-1:2], strict=True))
    headers = dict(value.split(": ", 1) for option, value in options if option == "--header")
    data = dict(options).get("--data")
    return client.request("POST" if data else "GET", words[-1], headers=headers, content=data)


class TestApiKeysPage:
    """docs/api-keys.md."""

    def test_can_be_followed_word_for_word(self, client: TestClient) -> None:
        """Give a badge, twice the same; look at it; put it right; withdraw it."""
        key = system_of(client, own_beheerder(desk_of(client))).key
        names = {"SLEUTEL": key.secret, "ADRES": ADDRESS}
        give, look_at_all, look, correct, withdraw = COMMANDS
        given, again = (sent(client, give, **names) for _ in range(2))
        assert (201, given.content) == (again.status_code, again.content)
        names["ID"] = given.json()["id"]
        assert [names["ID"]] == [
            each["id"] for each in sent(client, look_at_all, **names).json()["toekenningen"]
        ]
        assert "Sam de Vries" == sent(client, look, **names).json()["naam"]
        better, once_more = (sent(client, correct, **names) for _ in range(2))
        assert (201, better.content) == (once_more.status_code, once_more.content)
        assert better.json()["id"] == sent(client, look, **names).json()["vervangenDoor"]
        names["ID"] = better.json()["id"]
        assert "vergissing" == sent(client, withdraw, **names).json()["reden"]

    def test_names_codes_that_there_are(self) -> None:
        """Whoever writes a program counts on them."""
        known = {getattr(each, "code", None) for each in vars(issuers.errors).values()} | {"too-many"}
        told = {code for row in ROW.findall(PAGE) for code in re.findall(r"`(.+?)`", row)}
        assert len(told) > 10
        assert told <= known

    def test_tells_how_a_key_looks(self) -> None:
        """For scanners."""
        [pattern] = re.findall(r"`(pb_\[.+?)`", PAGE)
        assert re.fullmatch(pattern, new_secret())

    def test_tells_the_limits(self) -> None:
        """As they are."""
        said = f"kan een sleutel {CALLS_OF_A_KEY_PER_MINUTE} vragen doen, een netwerkadres {CALLS_PER_MINUTE}"
        assert said in PAGE
