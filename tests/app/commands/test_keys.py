"""`praktijkbewijs keys`: who signs with what."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.app.commands.commanding import Run

Copy = Callable[..., Path]


@pytest.fixture
def copy(folder: Path, examples: Path, tmp_path: Path) -> Copy:
    """Copy the data folder, without some of the files that guard its keys."""

    def copied(*, without: tuple[str, ...] = ()) -> Path:
        data = shutil.copytree(folder / "data", tmp_path / "data")
        for name in without:
            (data / "keys" / name).unlink()
        return data

    return copied


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
            done = run("keys", "compromised", code, key_id, "--sinds", since, stdin="nee\n")
            assert f"sinds {since}: {key_id}" in done.stdout

    def test_says_of_a_trusted_key_that_nobody_reported_it(self, run: Run, examples: Path) -> None:
        """It is there: what is missing is the report, and the sentence asks for it."""
        code = run("keys", "list").stdout.split("\t")[0]
        key = run("keys", "table", code).stdout.split("\t")[0]
        done = run("keys", "reissue", code, key)
        assert (70, "") == (done.returncode, done.stdout)
        assert "niet als gestolen gemeld" in done.stderr

    def test_trusts_a_key_until_somebody_is_sure_that_it_is_stolen(self, run: Run, copy: Copy) -> None:
        """It says first that this cannot be undone; a second time there is no such key to ask about."""
        data = str(copy())
        code = run("keys", "list", DATA_DIR=data).stdout.split("\t")[0]
        key = run("keys", "table", code, DATA_DIR=data).stdout.split("\t")[0]
        asked = run("keys", "compromised", code, key, stdin="ja\n", DATA_DIR=data)
        assert (1, True) == (asked.returncode, "Er is niets veranderd." in asked.stdout)
        assert "Dit kan niet ongedaan." in asked.stdout
        assert "niet te vertrouwen" not in run("keys", "table", code, DATA_DIR=data).stdout
        done = run("keys", "compromised", code, key, stdin="GESTOLEN\n", DATA_DIR=data)
        assert (0, True) == (done.returncode, "In gebruik is nu:" in done.stdout)
        again = run("keys", "compromised", code, key, "--ja", DATA_DIR=data)
        assert (70, "") == (again.returncode, again.stdout)

    def test_says_in_dutch_why_the_service_is_sealed(self, run: Run, copy: Copy) -> None:
        """Whoever runs it reads what to do, and where."""
        data = copy(without=("kek",))
        done = run("keys", "status", DATA_DIR=str(data))
        assert 2 == done.returncode
        assert f"{data}/keys/kek is er niet. Zet het terug uit je back-up." in done.stdout

    def test_says_that_the_service_does_not_start(self, run: Run, copy: Copy) -> None:
        """Without what is never sealed; and what to do when there is no copy."""
        data = copy(without=("kek-lists",))
        done = run("keys", "status", DATA_DIR=str(data))
        assert (2, "") == (done.returncode, done.stderr)
        assert done.stdout.startswith(f"De dienst start niet. {data}/keys/kek-lists is er niet.")
        assert "praktijkbewijs keys lost-kek" in done.stdout

    def test_names_both_files_before_it_makes_them(self, run: Run, copy: Copy) -> None:
        """And at the end, to keep a copy of; a key of the service is of no organisation."""
        data = copy(without=("kek", "kek-lists"))
        places = [data / "keys" / name for name in ("kek", "kek-lists")]
        said = run("keys", "lost-kek", stdin="KWIJT\n", DATA_DIR=str(data)).stdout
        assert "3 sleutels van 1 organisatie, 1 sleutel van de dienst zelf, de sleutel waarmee" in said
        assert all(f"{place} wordt gemaakt" in said for place in places)
        assert f"Bewaar nu een kopie van {places[0]} en {places[1]}," in said
        assert all(place.exists() for place in places)

    def test_prepares_no_new_guard_while_the_old_one_is_away(self, run: Run, copy: Copy) -> None:
        """It could not close anew what nothing opens, and would lie there as if it were the right one."""
        data = copy(without=("kek",))
        done = run("keys", "new-kek", DATA_DIR=str(data))
        assert (64, "") == (done.returncode, done.stdout)
        assert "praktijkbewijs keys lost-kek" in done.stderr
        assert ["kek-lists"] == [each.name for each in (data / "keys").iterdir()]

    def test_gives_no_key_up_before_somebody_is_sure(self, run: Run, copy: Copy) -> None:
        """It says first what it would do; any other answer than that word changes nothing."""
        data = copy(without=("kek",))
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
