"""`praktijkbewijs demo`: made-up people with real badges."""

import os
import socket
import subprocess
from pathlib import Path

from app.demo.touring import WALKS
from tests.app.commands.commanding import Run
from tests.app.commands.conftest import COMMAND


class TestDemo:
    def test_writes_one_badge_for_each_entree_kwalificatie(self, examples: Path) -> None:
        """Nine kwalificaties, three forms each."""
        names = {path.name for path in examples.iterdir()}
        crebos = range(25740, 25749)
        assert names == {f"{crebo}.{ending}" for crebo in crebos for ending in ("json", "png", "svg")}

    def test_gives_the_same_badges_again(self, run: Run, examples: Path, folder: Path) -> None:
        """Asked twice, the demo gives the same badges, not new ones."""
        assert run("demo", "--output", str(folder / "again")).returncode == 0
        for path in examples.glob("*.json"):
            assert path.read_bytes() == (folder / "again" / path.name).read_bytes()

    def test_refuses_in_production(self, run: Run, folder: Path) -> None:
        """A service for real people gets no made-up ones."""
        done = run(
            "demo", "--output", str(folder / "x"), MODE="production", BASE_URL="https://bewijs.voorbeeld"
        )
        assert done.returncode == 64
        assert "MODE" in done.stderr

    def test_says_last_what_to_try(self, tmp_path: Path) -> None:
        """Once it answers, a newcomer reads which page to open and as whom."""
        with socket.create_server(("127.0.0.1", 0)) as free:
            port = str(free.getsockname()[1])
        settings = {"MODE": "demo", "PORT": port, "DATA_DIR": str(tmp_path)}
        environ = os.environ | {f"PRAKTIJKBEWIJS_{name}": value for name, value in settings.items()}
        with subprocess.Popen([COMMAND, "demo"], env=environ, stdout=subprocess.PIPE, text=True) as demo:
            assert demo.stdout
            lines = iter(demo.stdout)
            assert any("draait als demo" in line for line in lines)
            for walk in WALKS:
                assert any(f"http://localhost:{port}{walk.path} " in line for line in lines), walk
            demo.terminate()
