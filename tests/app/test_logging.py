"""No link that opens something stands in the log."""

from pathlib import Path

import pytest

from app.logging import redact
from app.main import create_app
from app.settings import Settings
from tests.fresh import fresh_in
from tests.matrix.routes import routes_of
from tests.once import Once

TOKEN = "qg4wIJw0ZbM5Y2ZbF1kq3Q"


class TestRedact:
    """`redact` takes out what opens something."""

    def test_takes_out_the_token_of_every_route(self, tmp_path: Path, once: Once) -> None:
        """Also of the one that was added last."""
        app = create_app(Settings(mode="demo", data_dir=fresh_in(tmp_path / "data", once=once)))
        paths = [each.partition(" ")[2] for each in routes_of(app) if "{token}" in each]
        shown = [str(redact(None, "", {"path": each.replace("{token}", TOKEN)})["path"]) for each in paths]
        assert [] == [path for path, said in zip(paths, shown, strict=True) if TOKEN in said]
        assert len(paths) > 10

    def test_takes_out_both_parts_of_an_address_to_keep(self) -> None:
        """Who has the second keeps the badge."""
        said = str(redact(None, "", {"path": f"/bewaar/{TOKEN}/{TOKEN[::-1]}"})["path"])
        assert "/bewaar/<token>" == said

    @pytest.mark.parametrize("text", ["noor@maas.voorbeeld schreef", "pb_0123456789abcdefghijklmn"])
    def test_takes_out_addresses_and_keys(self, text: str) -> None:
        """Whatever the event says."""
        assert text.split(maxsplit=1)[0] not in str(redact(None, "", {"event": text})["event"])
