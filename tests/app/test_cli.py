"""The command, as people type it: a process of its own, its exit code, what it prints."""

import json
import os
import shutil
import socket
import subprocess
import sys
import zipfile
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TextIO
from uuid import UUID

import pytest

from app.settings import PREFIX, Settings
from app.worlds import require_own_desk
from badges import keys
from badges.wording import day_nl
from issuers.organisations.founding import NewOrganisation, create_organisation
from tests import world
from tests.app import commanding

COMMAND = str(Path(sys.executable).with_name("praktijkbewijs"))
Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Keep one data folder for the tests of this module."""
    return tmp_path_factory.mktemp("cli")


@pytest.fixture(scope="module")
def run(folder: Path) -> Run:
    """Run the command on that folder; settings as keyword arguments."""

    def call(
        *arguments: str, stdin: str = "", stdout: TextIO | int = subprocess.PIPE, **settings: str
    ) -> subprocess.CompletedProcess[str]:
        environ = {name: value for name, value in os.environ.items() if not name.startswith(PREFIX)}
        given = {"DATA_DIR": str(folder / "data"), "MODE": "demo"} | settings
        environ |= {PREFIX + name: value for name, value in given.items()}
        if stdout is not subprocess.PIPE:
            return subprocess.run(
                [COMMAND, *arguments],
                env=environ,
                input=stdin,
                stdout=stdout,
                stderr=subprocess.PIPE,
                text=True,
                check=False,
            )
        return commanding.run(arguments, stdin=stdin, environ=environ)

    return call


@pytest.fixture(scope="module")
def examples(run: Run, folder: Path) -> Path:
    """Let the demo write its badges."""
    out = folder / "badges"
    done = run("demo", "--output", str(out))
    assert done.returncode == 0, done.stderr
    return out


@pytest.fixture(scope="module")
def exported(run: Run, folder: Path, examples: Path) -> Path:
    """Write all that is public, after badges were given."""
    out = folder / "openbaar"
    done = run("export-public", str(out))
    assert done.returncode == 0, done.stderr
    return out


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
        done = run("serve", *arguments, MODE="production", BASE_URL="https://bewijs.voorbeeld", **settings)
        assert (64, "") == (done.returncode, done.stdout)
        assert "productie" in done.stderr or "production" in done.stderr


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


class TestExportPublic:
    def test_is_enough_to_verify_elsewhere(
        self, run: Run, examples: Path, exported: Path, folder: Path
    ) -> None:
        """On a machine that knows nothing of the service, and asks nobody; and it says of when it speaks."""
        today = datetime.now(UTC).date()
        known = ("--offline", "--bundle", str(exported), "--as-of", today.isoformat())
        done = run("verify", str(examples / "25743.png"), *known, DATA_DIR=str(folder / "elders"))
        assert done.returncode == 0, done.stdout + done.stderr
        first, second = done.stdout.splitlines()[:2]
        assert first == f"Zoals het was op {day_nl(datetime.now(UTC))}."
        assert second == "valid: Dit bewijs is echt"

    def test_knows_no_badge_before_its_day(self, run: Run, examples: Path, exported: Path) -> None:
        """On an earlier day the signature was still to come."""
        known = ("--offline", "--bundle", str(exported), "--as-of", "2026-01-01")
        assert run("verify", str(examples / "25743.png"), *known).returncode == 1

    def test_asks_where_there_is_no_service(self, run: Run, folder: Path) -> None:
        """An empty folder has nothing to export."""
        done = run("export-public", str(folder / "x"), DATA_DIR=str(folder / "none"))
        assert (64, False) == (done.returncode, (folder / "x").exists())

    @pytest.mark.parametrize("option", [("--bundle", "."), ("--as-of", "2026-06-26")])
    def test_is_for_offline_only(self, run: Run, option: tuple[str, str]) -> None:
        """What was then and what is now do not go together."""
        assert run("verify", "-", *option).returncode == 64

    def test_says_that_a_folder_is_none(self, run: Run, examples: Path, folder: Path) -> None:
        """It names what should be in it."""
        done = run("verify", str(examples / "25743.json"), "--offline", "--bundle", str(folder))
        assert done.returncode == 64
        assert "bundle.json" in done.stderr


class TestIssue:
    def test_gives_a_badge(self, run: Run, folder: Path) -> None:
        """The same steps as the form, to three files and an address."""
        out = folder / "issued"
        done = run(
            *("issue", "25774/B1-K2-W1", "--zin", "Kim zocht 40 orders bij elkaar.", "--naam", "Kim"),
            *("--van", "5 januari 2026", "--tot", "26-6-2026", "--output", str(out)),
        )
        assert done.returncode == 0, done.stderr
        assert run("verify", str(out / "25774-B1-K2-W1.png")).returncode == 0
        assert "http://localhost:8000/b/" in done.stdout

    def test_tells_all_that_is_wrong(self, run: Run) -> None:
        """Each field with its sentence, and nothing is given."""
        done = run("issue", "25774/B1-K2-W1", "--zin", "123456782", "--van", "morgen", "--tot", "")
        assert done.returncode == 64
        assert {line.split(":")[0] for line in done.stderr.splitlines()} == {"zin", "van", "tot"}

    def test_needs_the_demo(self, run: Run) -> None:
        """Where nobody can sign in, nobody can issue."""
        arguments = ("issue", "25774/B1-K2-W1", "--zin", "x", "--van", "2026-01-05", "--tot", "2026-01-06")
        assert run(*arguments, MODE="production").returncode == 64


class TestCatalogue:
    def test_finds_and_shows(self, run: Run) -> None:
        """Everyday words lead to a werkproces, and all that is known of it."""
        assert "25774/B1-K2-W1" in run("catalogue", "search", "orders verzamelen").stdout
        shown = json.loads(run("catalogue", "show", "25774/B1-K1-W1", "--json").stdout)
        assert (shown["crebo"], shown["code"]) == ("25774", "B1-K1-W1")
        assert "onbekend" in run("catalogue", "show", "25774/B1-K1-W1").stdout

    def test_says_what_to_do_when_nothing_is_found(self, run: Run) -> None:
        """Advice instead of a near hit."""
        done = run("catalogue", "search", "strijken")
        assert done.returncode == 1
        assert "Probeer een ander woord" in done.stdout

    def test_shows_an_import_before_it_happens(self, run: Run, folder: Path) -> None:
        """No is no; after yes the new text is there and the old stays."""
        file = str(Path(__file__).parents[1] / "badges" / "catalogue" / "synthetisch.xml")
        data = {"DATA_DIR": str(folder / "import")}
        assert "nieuw" in run("catalogue", "import", file, stdin="nee\n", **data).stdout
        assert run("catalogue", "show", "99001/B1-K1-W1", **data).returncode == 70
        assert run("catalogue", "import", file, "--ja", **data).returncode == 0
        assert run("catalogue", "show", "99001/B1-K1-W1", **data).returncode == 0
        assert "Er verandert niets" in run("catalogue", "import", file, "--ja", **data).stdout


class TestKeys:
    def test_shows_public_keys_only(self, run: Run, examples: Path) -> None:
        """Who signs with which key, as the world reads it."""
        line = run("keys", "list").stdout.splitlines()[0]
        document = json.loads(run("keys", "show", line.split("\t")[0]).stdout)
        assert document["id"] == line.split("\t")[2]
        assert "secret" not in json.dumps(document)

    def test_names_a_key_as_the_page_does(self, run: Run, examples: Path) -> None:
        """So who is told of it by its beheerder finds it; a moment stands there as `--sinds` reads it."""
        code = run("keys", "list").stdout.split("\t")[0]
        rows = [line.split("\t") for line in run("keys", "table", code).stdout.splitlines()]
        shown = run("keys", "show", code).stdout
        assert 3 == len(rows)
        for key_id, _, since, state, name in rows:
            assert "in gebruik" == state
            assert f'{name}"' in shown
            done = run("keys", "compromised", code, str(UUID(int=0)), "--sinds", since)
            assert "--sinds" not in done.stderr, key_id

    def test_says_of_a_trusted_key_that_nobody_reported_it(self, run: Run, examples: Path) -> None:
        """It is there: what is missing is the report, and the sentence asks for it."""
        code = run("keys", "list").stdout.split("\t")[0]
        key = run("keys", "table", code).stdout.split("\t")[0]
        done = run("keys", "reissue", code, key)
        assert (70, "") == (done.returncode, done.stdout)
        assert "niet als gestolen gemeld" in done.stderr

    def test_says_in_dutch_why_the_service_is_sealed(
        self, run: Run, folder: Path, examples: Path, tmp_path: Path
    ) -> None:
        """Whoever runs it reads what to do, and where."""
        data = shutil.copytree(folder / "data", tmp_path / "sealed")
        (data / "keys" / "kek").unlink()
        done = run("keys", "status", DATA_DIR=str(data))
        assert 2 == done.returncode
        assert f"{data}/keys/kek is er niet. Zet het terug uit je back-up." in done.stdout

    def test_prepares_no_new_guard_while_the_old_one_is_away(
        self, run: Run, folder: Path, examples: Path, tmp_path: Path
    ) -> None:
        """It could not close anew what nothing opens, and would lie there as if it were the right one."""
        data = shutil.copytree(folder / "data", tmp_path / "sealed")
        (data / "keys" / "kek").unlink()
        done = run("keys", "new-kek", DATA_DIR=str(data))
        assert (64, "") == (done.returncode, done.stdout)
        assert "praktijkbewijs keys lost-kek" in done.stderr
        assert ["kek-lists"] == [each.name for each in (data / "keys").iterdir()]

    def test_gives_no_key_up_before_somebody_is_sure(
        self, run: Run, folder: Path, examples: Path, tmp_path: Path
    ) -> None:
        """It says first what it would do; any other answer than that word changes nothing."""
        data = shutil.copytree(folder / "data", tmp_path / "lost")
        (data / "keys" / "kek").unlink()
        asked = run("keys", "lost-kek", stdin="ja\n", DATA_DIR=str(data))
        assert 1 == asked.returncode
        assert "2 sleutels van 1 organisatie" in asked.stdout
        assert "Er is niets veranderd." in asked.stdout
        assert ["kek-lists"] == [each.name for each in (data / "keys").iterdir()]

    def test_gives_no_key_up_that_opens(self, run: Run, examples: Path) -> None:
        """Whoever is wrong about what is lost, loses nothing."""
        done = run("keys", "lost-kek", "--ja")
        assert (70, "") == (done.returncode, done.stdout)
        assert "Elke sleutel gaat open." in done.stderr

    def test_says_where_there_is_no_service(self, run: Run, folder: Path) -> None:
        """An empty folder is not made into a service by looking at it."""
        done = run("keys", "list", DATA_DIR=str(folder / "none"))
        assert done.returncode == 64
        assert "DATA_DIR" in done.stderr


class TestOrganisations:
    @pytest.fixture
    def codes(self, run: Run, folder: Path, examples: Path, tmp_path: Path) -> tuple[Path, str, str]:
        """Keep two organisations in a folder of their own; give that and their codes."""
        data = shutil.copytree(folder / "data", tmp_path / "two")
        shared = Settings(mode="demo", data_dir=data)
        desk = require_own_desk(shared)
        other = create_organisation(desk, NewOrganisation(name="Bakkerij Het Anker", facts=()))
        desk.register.close()
        first = run("organisations", "list", DATA_DIR=str(data)).stdout.split("\t")[0]
        return data, first, other.id

    def test_stop_for_a_while_and_go_on(self, run: Run, codes: tuple[Path, str, str]) -> None:
        """With a reason, which their beheerder reads."""
        data, code, _ = codes

        def said(*words: str) -> str:
            return str(run("organisations", *words, DATA_DIR=str(data)).stdout)

        assert "staat stil" in said("suspend", code, "--reden", "Er is een melding.")
        assert "\tstaat stil\n" in said("list")
        assert "Dit is nu: geeft." in said("resume", code)
        assert 64 == run("organisations", "suspend", code, "--reden", " ", DATA_DIR=str(data)).returncode

    def test_stop_for_good_only_once_somebody_is_sure(self, run: Run, codes: tuple[Path, str, str]) -> None:
        """It says first what that means; a second time there is nothing to stop."""
        data, code, _ = codes
        asked = run("organisations", "close", code, stdin="\n", DATA_DIR=str(data))
        assert (1, True) == (asked.returncode, "Er is niets veranderd." in asked.stdout)
        assert "blijft geldig" in asked.stdout
        done = run("organisations", "close", code, stdin="VOORGOED\n", DATA_DIR=str(data))
        assert (0, True) == (done.returncode, done.stdout.endswith("Gestopt.\n"))
        again = run("organisations", "close", code, "--ja", DATA_DIR=str(data))
        assert (70, True) == (again.returncode, "is gestopt" in again.stderr)

    def test_go_up_in_another(self, run: Run, codes: tuple[Path, str, str]) -> None:
        """Both are named before; the list tells where one went."""
        data, code, other = codes
        done = run("organisations", "merge", code, other, "--ja", DATA_DIR=str(data))
        assert "gaat op in Bakkerij Het Anker:" in done.stdout
        assert f"\topgegaan in {other}\n" in run("organisations", "list", DATA_DIR=str(data)).stdout

    def test_are_not_made_by_asking(self, run: Run, examples: Path) -> None:
        """Nobody has that code."""
        assert 70 == run("organisations", "close", "niemand", "--ja").returncode


class TestFsck:
    def test_says_that_all_is_well(self, run: Run, examples: Path) -> None:
        """A register that nobody touched has nothing to tell."""
        done = run("fsck")
        assert (done.returncode, done.stdout) == (0, "Alles klopt.\n")


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


class TestPlatform:
    def test_shows_a_link_for_who_runs_the_service(self, run: Run, examples: Path) -> None:
        """Asked again, another link; the name of the person is in neither."""
        links = [
            run("platform", "Ada Smit", "ada@bewijs.voorbeeld").stdout.splitlines()[-1] for _ in range(2)
        ]
        assert all(link.startswith("http://localhost:8000/instellen/") for link in links)
        assert 2 == len(set(links))

    def test_says_what_is_no_mail_address(self, run: Run, examples: Path) -> None:
        """With the sentence of the form."""
        done = run("platform", "Ada Smit", "ada")
        assert done.returncode != 0
        assert "Niet alles is goed ingevuld" in done.stderr
