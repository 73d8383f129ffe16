"""`praktijkbewijs organisations`: stop one for a while or for good, resume it, merge it."""

import shutil
from pathlib import Path

import pytest

from app.settings import Settings
from app.worlds import require_own_desk
from issuers.organisations.founding import NewOrganisation, create_organisation
from tests.app.commands.commanding import Run


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
        """Nobody has that code, and who goes up in himself goes nowhere."""
        unknown = run("organisations", "close", "niemand", "--ja")
        assert (64, True) == (unknown.returncode, "organisations list" in unknown.stderr)
        assert 64 == run("organisations", "merge", "een", "een", "--ja").returncode
