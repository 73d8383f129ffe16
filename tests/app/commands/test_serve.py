"""`praktijkbewijs serve`: when it does not start."""

import socket
from pathlib import Path

import pytest

from tests.app.commands.commanding import Run

PRODUCTION = {
    "MODE": "production",
    "BASE_URL": "https://bewijs.voorbeeld",
    "CONTACT_NAME": "Beheer van de regio",
    "CONTACT_EMAIL": "beheer@regio.voorbeeld",
}


class TestServe:
    def test_says_when_the_port_is_taken(self, run: Run) -> None:
        """It does not say that it runs when it does not."""
        with socket.create_server(("127.0.0.1", 0)) as taken:
            port = str(taken.getsockname()[1])
            done = run("serve", PORT=port, BASE_URL="http://localhost:8000")
        assert (64, "") == (done.returncode, done.stdout)
        assert f"kan niet luisteren op 127.0.0.1, poort {port}" in done.stderr

    def test_says_when_the_data_folder_cannot_be_one(self, run: Run, folder: Path) -> None:
        """A file in its place is named, with what to do."""
        file = folder / "file"
        file.touch()
        done = run("serve", DATA_DIR=str(file))
        assert (64, "") == (done.returncode, done.stdout)
        assert "PRAKTIJKBEWIJS_DATA_DIR klopt niet" in done.stderr

    @pytest.mark.parametrize(
        ("arguments", "settings"),
        [(("--tls-self-signed",), {}), ((), {"TLS_SELF_SIGNED": "1"}), ((), {"CONFORMANCE": "1"})],
        ids=str,
    )
    def test_refuses_what_is_for_trying_out(
        self, run: Run, arguments: tuple[str, ...], settings: dict[str, str]
    ) -> None:
        """In production nobody gets a certificate that no one trusts, or a key that signs everything."""
        done = run("serve", *arguments, **PRODUCTION, **settings)
        assert (64, "") == (done.returncode, done.stdout)
        assert "productie" in done.stderr or "production" in done.stderr
        assert "ontbreekt" not in done.stderr
