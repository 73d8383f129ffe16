"""What the verifier may know of our own world."""

import asyncio
from collections.abc import Iterator

import pytest

from app.main import create_app
from app.settings import Settings
from app.sources import ELSEWHERE, UNKNOWN, OwnSources
from verifier.needs import Missing, Need, Purpose

ADDRESS = "http://localhost:8000"


@pytest.fixture(scope="module")
def sources(tmp_path_factory: pytest.TempPathFactory) -> Iterator[OwnSources]:
    """Open the register of a demo."""
    app = create_app(Settings(mode="demo", base_url=ADDRESS, data_dir=tmp_path_factory.mktemp("data")))
    yield OwnSources(app.state.desk)
    app.state.desk.register.close()


class TestFetch:
    """The badge behind a link."""

    @pytest.mark.parametrize(
        ("link", "expected"),
        [
            (f"{ADDRESS}/b/niets", UNKNOWN),
            (f"{ADDRESS.upper()}/b/niets/bewijs.json", UNKNOWN),
            ("/b/niets", UNKNOWN),
            (f"{ADDRESS}/elders", UNKNOWN),
            ("https://elders.voorbeeld/b/niets", ELSEWHERE),
            ("http://[::1/b/niets", ELSEWHERE),
            ("http://[", ELSEWHERE),
            ("http://local\u2100ost/b/niets", ELSEWHERE),
        ],
    )
    def test_answers_each_link(self, sources: OwnSources, link: str, expected: Missing) -> None:
        """A link of ours that leads nowhere is unknown; of another host, or of none, it is elsewhere."""
        assert asyncio.run(sources.fetch(Need(Purpose.LINK, link))) == expected
