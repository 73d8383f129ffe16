"""What `praktijkbewijs` says to a call that is wrong."""

from uuid import UUID

import pytest

from tests.app.commands.commanding import Run


class TestWrongUsage:
    @pytest.mark.parametrize("arguments", [(), ("verify",), ("uitreiken",), ("serve", "--poort", "1")])
    def test_ends_with_64(self, run: Run, arguments: tuple[str, ...]) -> None:
        """Wrong usage has an exit code of its own: 2 means that a badge cannot be judged."""
        assert run(*arguments).returncode == 64

    @pytest.mark.parametrize(
        ("arguments", "said"),
        [
            (("verify",), "Hier ontbreekt BESTAND."),
            (("serve", "--poort", "1"), "De optie --poort is er niet."),
            (("verify", "a", "b"), "Zo kennen wij de opdracht niet."),
            (("keys", "reissue", "7fq2k9", "zomaar"), "SLEUTEL: 'zomaar' is geen sleutel."),
            (("keys", "compromised", "7fq2k9", "x" * 36), f"SLEUTEL: {'x' * 36!r} is geen sleutel."),
            (
                ("keys", "rotate", "7fq2k9", "--voor", "checkpoint"),
                "--voor: Kies uit: assertion, token, list.",
            ),
        ],
        ids=lambda each: " ".join(each) if isinstance(each, tuple) else None,
    )
    def test_is_explained_in_dutch(self, run: Run, arguments: tuple[str, ...], said: str) -> None:
        """With where the help is."""
        done = run(*arguments)
        assert (64, "") == (done.returncode, done.stdout)
        assert said in done.stderr
        assert "--help" in done.stderr

    @pytest.mark.parametrize("moment", ["gisteren", "26-06-2026"])
    def test_says_how_a_moment_is_written(self, run: Run, moment: str) -> None:
        """Year, month, day."""
        done = run("keys", "compromised", "7fq2k9", str(UUID(int=0)), "--sinds", moment)
        assert "--sinds: Schrijf het als 2026-06-26" in done.stderr

    def test_a_wrong_setting_stops_the_start(self, run: Run) -> None:
        """The sentence says which one, and what to do."""
        done = run("serve", POORT="8000")
        assert done.returncode == 64
        assert "PRAKTIJKBEWIJS_POORT bestaat niet" in done.stderr
