"""`praktijkbewijs platform`: who runs the service gets in."""

from pathlib import Path

from tests.app.commands.commanding import Run


class TestPlatform:
    def test_shows_a_link_for_who_runs_the_service(self, run: Run, examples: Path) -> None:
        """Asked again, another link; the name of the person is in neither."""
        links = [
            run("platform", "Ada Smit", "ada@bewijs.voorbeeld").stdout.splitlines()[-1] for _ in range(2)
        ]
        assert all(link.startswith("http://localhost:8000/instellen/") for link in links)
        assert 2 == len(set(links))

    def test_gives_no_role_in_an_organisation(self, run: Run, examples: Path) -> None:
        """And says so; it ends with the same command, as docs/operations.md tells."""
        said = run("platform", "Ada Smit", "ada@bewijs.voorbeeld").stdout
        assert "Ada Smit kan nu de dienst beheren, en heeft daarmee geen rol in een organisatie." in said
        done = run("platform", "Ada Smit", "ada@bewijs.voorbeeld", "--einde")
        assert (0, "Ada Smit beheert de dienst niet meer.\n") == (done.returncode, done.stdout)

    def test_says_what_is_no_mail_address(self, run: Run, examples: Path) -> None:
        """With the sentence of the form."""
        done = run("platform", "Ada Smit", "ada")
        assert done.returncode != 0
        assert "Niet alles is goed ingevuld" in done.stderr
