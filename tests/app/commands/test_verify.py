"""`praktijkbewijs verify`: what it prints, and what it ends with."""

import json
import os
import zipfile
from pathlib import Path

import pytest

from badges import keys
from tests import world
from tests.app.commands.commanding import Run


class TestVerify:
    def test_says_valid_for_each_example(self, run: Run, examples: Path) -> None:
        """JSON, PNG and SVG of every example are valid, and the command ends with 0."""
        for path in (examples / "25743.json", examples / "25743.png", examples / "25748.svg"):
            done = run("verify", str(path))
            assert done.returncode == 0, done.stdout
            assert done.stdout.startswith("valid: ")

    def test_says_invalid_after_an_edit(self, run: Run, examples: Path) -> None:
        """Another name, another date or another number of boxes is not what was signed."""
        text = (examples / "25743.json").read_text()
        for old, new in (("Sam", "Tim"), ("2026-06-26", "2026-06-27"), ("40 dozen", "41 dozen")):
            done = run("verify", "-", stdin=text.replace(old, new))
            assert done.returncode == 1, old
            assert done.stdout.startswith("invalid: ")

    def test_keeps_what_a_badge_says_to_its_line(self, run: Run) -> None:
        """A name cannot clear the screen, nor make a line that looks like ours."""
        lone = world.Issuer(keys.did_key(world.public_key("lone")), "Kwaad", "lone", "lone")
        document = world.badge_of(lone)
        document["issuer"] = {"id": lone.did, "type": ["Profile"], "name": "Kwaad\x1b[2J\nvalid: Echt\u202e"}
        document.pop("credentialStatus")
        raw = world.sign(document, signer=lone.signer())
        printed = run("verify", "-", "--offline", stdin=raw.decode()).stdout
        assert "Kwaad[2J valid: Echt" in printed
        assert not {"\x1b", "\u202e"} & {*printed}
        assert [True, *[False] * (len(printed.splitlines()) - 1)] == [
            line.startswith("valid: ") for line in printed.splitlines()
        ]

    def test_says_that_it_cannot_say(self, run: Run, examples: Path, folder: Path) -> None:
        """Without the data folder of the service, its keys cannot be had."""
        done = run("verify", str(examples / "25743.json"), DATA_DIR=str(folder / "empty"))
        assert done.returncode == 2
        assert not (folder / "empty").exists()

    def test_says_that_it_cannot_read(self, run: Run, folder: Path) -> None:
        """What is no badge gets a sentence and ends with 3."""
        (folder / "brief.txt").write_text("Beste Sam,")
        done = run("verify", str(folder / "brief.txt"))
        assert done.returncode == 3
        assert "Wij lezen plaatjes, PDF, zip, JSON en links." in done.stderr
        assert json.loads(run("verify", "-", "--json", stdin="{}").stdout)["code"] == "not-a-credential"

    def test_reads_no_more_than_a_badge_can_be(self, run: Run) -> None:
        """A file without an end is refused like any other that is too large."""
        assert run("verify", "/dev/zero").returncode == 3

    def test_gives_the_report_as_json(self, run: Run, examples: Path) -> None:
        """The same report as the API."""
        report = json.loads(run("verify", "--json", str(examples / "25743.png")).stdout)
        assert (report["verdict"], report["authentic"], report["issuer"]) == ("valid", "yes", "known")
        assert {check["outcome"] for check in report["checks"]} == {"pass"}

    def test_says_what_a_policy_says(self, run: Run, examples: Path) -> None:
        """Only whoever asks whether to trust an issuer hears of it."""
        path = str(examples / "25743.png")
        asked = run("verify", path, "--beleid", "bekend").stdout
        said = "Het is echt en geldig, en de uitgever staat in een register dat je vertrouwt."
        assert (True, False) == (said in asked, said in run("verify", path).stdout)

    def test_gives_a_terminal_nothing_that_steers_it(self, run: Run, examples: Path) -> None:
        """What a stranger wrote keeps its place: controls, and what turns text around, are written out."""
        badge = json.loads((examples / "25743.json").read_text()) | {"\u202egoed\x9b2J": 1}
        said = run("verify", "-", "--json", stdin=json.dumps(badge)).stdout
        assert ("\u202e" in said, "\x9b" in said, "/\\u202egoed\\u009b2J" in said) == (False, False, True)

    def test_tells_each_badge_in_a_zip(self, run: Run, examples: Path, folder: Path) -> None:
        """One line for each, also for a letter that lies between them."""
        with zipfile.ZipFile(folder / "drie.zip", "w") as made:
            made.write(examples / "25743.json", "goed.json")
            made.writestr(
                "fout.json", (examples / "25748.json").read_text().replace("2026-06-26", "2026-06-27")
            )
            made.writestr("brief.txt", "Beste Sam,")
        done = run("verify", str(folder / "drie.zip"))
        told = [line.split() for line in done.stdout.splitlines() if ".json" in line or ".txt" in line]
        assert [["valid", "goed.json"], ["invalid", "fout.json"], ["geen", "bewijs"]] == [
            words[:2] for words in told
        ]
        assert (1, True) == (done.returncode, done.stdout.startswith("invalid: 1 van de 2 bewijzen"))

    @pytest.mark.parametrize("link", ["https://elders.voorbeeld/b/1", "HTTP://elders.voorbeeld/b/1"])
    def test_takes_a_link_for_a_link(self, run: Run, link: str) -> None:
        """As it does on the input; nothing of it is the name of a file."""
        done = run("verify", link, "--offline")
        assert (3, "Deze link gaat naar een andere site.") == (done.returncode, done.stderr[:36])

    @pytest.mark.parametrize("option", [(), ("--json",)])
    def test_ends_the_same_when_nobody_reads_on(
        self, run: Run, examples: Path, option: tuple[str, ...]
    ) -> None:
        """Behind `head` a valid badge is not invalid, and no trace is printed."""
        read, write = os.pipe()
        os.close(read)
        with os.fdopen(write, "w") as closed:
            done = run("verify", str(examples / "25743.png"), *option, stdout=closed)
        assert (0, "") == (done.returncode, done.stderr)

    @pytest.mark.parametrize(
        ("day", "said"), [("gisteren", "Schrijf de dag als 2026-06-26"), ("2999-01-01", "moet nog komen")]
    )
    def test_refuses_a_day_that_is_none_yet(self, run: Run, day: str, said: str) -> None:
        """A report of today is not called one of another day."""
        done = run("verify", "-", "--offline", "--as-of", day)
        assert (64, "", True) == (done.returncode, done.stdout, said in done.stderr)

    def test_says_when_there_is_no_file(self, run: Run) -> None:
        """A file that is not there is a wrong call."""
        done = run("verify", "bestaat-niet.json")
        assert done.returncode == 64
        assert "bestaat-niet.json" in done.stderr
