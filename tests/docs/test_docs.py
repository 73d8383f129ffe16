"""What the documents say is true: their examples run, their tables are those of the code."""

import os
import re
import subprocess
import sys
from datetime import date
from itertools import chain
from pathlib import Path

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from app.apidocs import API_PREFIX
from app.main import MAX_BODY, create_api
from app.retention import KINDS
from app.settings import PREFIX, Settings
from issuers.database.counting import FileCounters
from schools.evidence.evidence import Obstacle
from schools.mapping.rules import rulebook
from tests.world import World
from tools.permissions_table import proofs_table, roles_table
from tools.processing_register import PROCESSINGS
from tools.processing_register import table as processing_register
from tools.retention_table import table as retention_table
from tools.settings_table import table
from verifier.registers import read_register
from web.limits import Limiter, Purpose

ROOT = Path(__file__).parents[2]
SCHOOLS = ROOT / "docs" / "schools.md"
SESSION = re.compile(r"^\$ (.+)$", re.MULTILINE)
PYTHON = re.compile(r"```python\n(.*?)```", re.DOTALL)
JSON = re.compile(r"```json\n(.*?)```", re.DOTALL)
CUT = "-- cut here --"
LINK = re.compile(r"\]\((?!https?:)([^)#]+)")


@pytest.fixture(scope="module")
def sessions(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Type the lines after `$` of three documents in one shell; give what each prints, and how it ends."""
    documents = ("README.md", "docs/verifying.md", "docs/schools.md")
    lines = [(*SESSION.findall((ROOT / each).read_text()), f"echo last=$? {CUT}") for each in documents]
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    environ = {name: value for name, value in os.environ.items() if not name.startswith(PREFIX)}
    done = subprocess.run(
        ["bash", "-c", "\n".join(chain(*lines)).replace("source .venv/bin/activate; ", "")],
        cwd=tmp_path_factory.mktemp("shell"),
        env=environ | {"PATH": path},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    return dict(zip(documents, done.stdout.split(CUT), strict=False))


class TestReadme:
    def test_the_five_lines_do_what_it_says(self, sessions: dict[str, str]) -> None:
        """The session of the README: searching, giving, checking, and catching a change."""
        assert len(SESSION.findall((ROOT / "README.md").read_text())) == 5
        told = sessions["README.md"]
        assert "25774/" in told
        assert "valid: Dit bewijs is echt" in told
        assert "invalid: Dit bewijs is niet echt" in told
        assert told.endswith("last=1 ")


class TestVerifying:
    @pytest.fixture
    def client(self, tmp_path: Path) -> TestClient:
        """Serve the API in a small world, to whoever asks no more than 20 badges a minute."""
        earth = World()
        counters = FileCounters(tmp_path / "limits.db")
        api = create_api(Settings(mode="demo", data_dir=tmp_path))
        api.state.verifier = earth.verifier()
        api.state.limiter = Limiter(
            counters, per_minute={Purpose.VERIFY: 20}, clock=earth.clock, tell=pytest.fail
        )
        api.state.registers = ()
        app = FastAPI()
        app.mount(API_PREFIX, api)
        return TestClient(app)

    def test_runs_as_it_stands(self, client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
        """Every example in Python does what its assertions say; the later ones go on from the first."""
        monkeypatch.chdir(ROOT)
        examples = PYTHON.findall((ROOT / "docs" / "verifying.md").read_text())
        assert len(examples) == 3
        names = {"client": client}
        for example in examples:
            exec(compile(example, "verifying.md", "exec"), names)  # noqa: S102 - our own example

    def test_checks_without_the_service(self, sessions: dict[str, str]) -> None:
        """From the folder of another service, in a place that knows nothing."""
        told = sessions["docs/verifying.md"]
        assert "Zoals het was op " in told
        assert "valid: Dit bewijs is echt" in told
        assert told.endswith("last=0 ")


class TestPraktijkverklaring:
    def test_runs_as_it_stands(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """The example checks what the two documents cite, and who judged and who gave."""
        monkeypatch.chdir(ROOT)
        [example] = PYTHON.findall((ROOT / "docs" / "praktijkverklaring.md").read_text())
        names: dict[str, object] = {}
        exec(compile(example, "praktijkverklaring.md", "exec"), names)  # noqa: S102 - our own example
        assert "digest" in names


class TestSchools:
    def test_runs_as_it_stands(self) -> None:
        """Every rule has an example, and each does what its assertions say."""
        names: dict[str, object] = {}
        for example in PYTHON.findall(SCHOOLS.read_text()):
            exec(compile(example, "schools.md", "exec"), names)  # noqa: S102 - our own example
        assert "found" in names

    def test_lists_every_rule(self) -> None:
        """The table has the rules of the newest version, in their order, and what each proves at most."""
        rows = re.findall(r"^\| `([a-z-]+)` \| .* \| (\w+) \|$", SCHOOLS.read_text(), re.MULTILINE)
        rules = rulebook().rules.values()
        assert rows == [(rule.code, rule.most.value if rule.most else "hint") for rule in rules]

    def test_has_an_example_of_every_rule(self) -> None:
        """The assertions of the examples name each rule, with what it proves at most."""
        examples = "\n".join(PYTHON.findall(SCHOOLS.read_text()))
        for rule in rulebook().rules.values():
            expected = f'("{rule.code}", "{rule.most.value}")' if rule.most else f'"{rule.code}"'
            assert expected in examples, rule.code

    def test_names_every_ground(self) -> None:
        """Those that lower stand in the table with what is needed, the others under it."""
        section = SCHOOLS.read_text().partition("### How strong")[2].partition("\n## ")[0]
        grounds = rulebook().grounds.values()
        rows = re.findall(r"^\| `([a-z-]+)` \|", section, re.MULTILINE)
        told = re.findall(r"`([a-z-]+)`", section.partition("These are told")[2])
        assert {*rows} == {each.code for each in grounds if each.lowers}
        assert {*told} == {each.code for each in grounds if not each.lowers}

    def test_proposes_from_the_command(self, sessions: dict[str, str]) -> None:
        """The badge that was just given, for C0021: in lines, and as JSON."""
        told = sessions["docs/schools.md"]
        assert "C0021 Koken in de horeca (mbo-certificaat)" in told
        assert "deels: B1-K1-W4 Bereidt gerechten en componenten" in told
        assert '"target": "C0021",' in told

    def test_names_every_obstacle(self) -> None:
        """What does not count is told with its reason."""
        section = SCHOOLS.read_text().partition("## What is taken in")[2].partition("\n## ")[0]
        rows = re.findall(r"^\| (`[^|]+) \|", section, re.MULTILINE)
        assert [code for row in rows for code in re.findall(r"`([a-z-]+)`", row)] == [
            each.value for each in Obstacle
        ]


class TestSigningIn:
    @pytest.mark.parametrize("expected", [roles_table(), proofs_table()])
    def test_tells_who_may_do_what(self, expected: str) -> None:
        """The tables are those that the service itself asks."""
        assert expected in (ROOT / "docs" / "signing-in.md").read_text()


class TestRetention:
    def test_tells_how_long_what_is_kept(self) -> None:
        """The terms are those that the daily job goes by."""
        assert retention_table() in (ROOT / "docs" / "retention.md").read_text()


class TestProcessingRegister:
    def test_tells_each_processing_with_its_terms(self) -> None:
        """The terms are those that the daily job goes by."""
        assert processing_register() in (ROOT / "docs" / "processing-register.md").read_text()

    def test_leaves_out_nothing_that_is_kept(self) -> None:
        """Each kind of data belongs to a processing."""
        told = {name for each in PROCESSINGS for name in each.kinds}
        assert told == {kind.name for kind in KINDS}


class TestOperations:
    def test_lists_every_setting(self) -> None:
        """The table is the one that the settings themselves give."""
        assert table() in (ROOT / "docs" / "operations.md").read_text()

    def test_passes_a_whole_body_through_the_proxy(self) -> None:
        """The proxy of the example stands in the way of nothing that the service itself would read."""
        [most] = re.findall(r"client_max_body_size (\d+)m;", (ROOT / "docs" / "operations.md").read_text())
        assert MAX_BODY <= int(most) * 1024 * 1024

    def test_tries_at_an_address_that_the_settings_accept(self) -> None:
        """The name for one machine, as it stands there."""
        [name] = re.findall(r"`BASE_URL=(\S+)`", (ROOT / "docs" / "operations.md").read_text())
        assert name == Settings(base_url=name).public_url

    def test_shows_a_register_that_is_read(self) -> None:
        """The example of a register is one."""
        [example] = JSON.findall((ROOT / "docs" / "operations.md").read_text())
        register = read_register(example.encode(), name="operations")
        known = register.find("did:web:maas.voorbeeld", on=date(2026, 11, 22))
        assert known is not None
        assert [each.source for each in known.recognitions] == ["SBB"]


class TestLinks:
    @pytest.mark.parametrize(
        "document",
        [path.relative_to(ROOT) for path in (*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"))],
        ids=str,
    )
    def test_lead_somewhere(self, document: Path) -> None:
        """Every link to a file of the project leads to one."""
        text = (ROOT / document).read_text()
        for target in LINK.findall(text):
            assert (ROOT / document.parent / target).exists(), f"{document} links to {target}"
