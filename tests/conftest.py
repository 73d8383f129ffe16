"""What all tests share: where the corpora are, that CI allows no skips, and that no log names anybody."""

import gc
import os
import shutil
import tempfile
from collections.abc import Generator, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from tests.databases import Databases, PostgreSqlServer, SqliteFiles, postgresql
from tests.dialects import share_dialects
from tests.once import Once, keeping
from tests.scanning import LISTENER

CORPUS = "PRAKTIJKBEWIJS_CORPUS"
LEFT_OUT = pytest.StashKey[int]()
TO_CI = pytest.StashKey[int]()
IN_MEMORY = Path("/dev/shm")  # noqa: S108 (not one file with a known name, but where a folder of our own is made)
ROOM = 4 * 2**30
IN_CI = bool(os.environ.get("CI"))
ALL_CASES = IN_CI or bool(os.environ.get("ALL_CASES"))
ON_BOTH = "on_both", "torture", "browser"

# CI has a profile of its own, of 100. In neither does time say whether a test passes.
settings.register_profile(
    "make-test", max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
if not IN_CI:
    settings.load_profile("make-test")


def pytest_configure() -> None:
    """Keep what tests write in memory where that has room: both databases wait for the disk at each commit.

    What they promise about the disk is tested by killing processes, which a folder in memory survives too.
    And keep what SQLAlchemy compiled from one test to the next, and collect no garbage while tests are.
    """
    gc.disable()
    if "TMPDIR" not in os.environ and IN_MEMORY.is_dir() and shutil.disk_usage(IN_MEMORY).free > ROOM:
        os.environ["TMPDIR"] = str(IN_MEMORY)
        tempfile.tempdir = None
    share_dialects()
    LISTENER.begin()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Fail what makes a log or an address name somebody, whatever else it tests (`tests.scanning`)."""
    report = yield
    LISTENER.hear(report.capstderr, where="standard error")
    told = LISTENER.told()
    if told and report.outcome == "passed":
        report.outcome, report.longrepr = "failed", "names somebody:\n" + "\n".join(told)
    LISTENER.listen_to_us()
    return report


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Tell what did not run; under CI a skip is a failure (see `pytest_sessionfinish`)."""
    left_out = terminalreporter.config.stash.get(LEFT_OUT, 0)
    if left_out:
        terminalreporter.write_line(f"{CORPUS} names no folder: {left_out} tests on data of others left out")
    to_ci = terminalreporter.config.stash.get(TO_CI, 0)
    if to_ci:
        terminalreporter.write_line(f"{to_ci} further cases on PostgreSQL are for CI, or with ALL_CASES=1")
    skipped = terminalreporter.stats.get("skipped", [])
    if skipped and IN_CI:
        terminalreporter.write_line(f"CI allows no skips: {len(skipped)} skipped", red=True)


def pytest_collection_finish() -> None:
    """Spare the collector of garbage all that was collected: it stays to the end, and there is much of it."""
    gc.freeze()
    gc.set_threshold(20_000, 20, 20)
    gc.enable()


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    """Fail the run under CI when a test was skipped."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if IN_CI and exitstatus == 0 and reporter and reporter.stats.get("skipped"):
        session.exitstatus = 1


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out what cannot run here, and outside CI what hardly tells more; both are said at the end."""
    if not Path(os.environ.get(CORPUS) or "/nowhere").is_dir():
        leave_out(
            [item for item in items if "corpus" in getattr(item, "fixturenames", ())], LEFT_OUT, config, items
        )
    if not ALL_CASES:
        leave_out(further_on_postgresql(items), TO_CI, config, items)


def leave_out(
    those: list[pytest.Item], count: pytest.StashKey[int], config: pytest.Config, items: list[pytest.Item]
) -> None:
    """Take tests out of those that will run, and keep how many."""
    if those:
        config.hook.pytest_deselected(items=those)
        out = set(those)
        items[:] = [item for item in items if item not in out]
        config.stash[count] = len(those)


def further_on_postgresql(items: list[pytest.Item]) -> list[pytest.Item]:
    """Find what `make test` runs on SQLite only: on PostgreSQL the first test of each class runs.

    A class tests one function of ours, which so meets both databases. What is marked as `ON_BOTH` (in
    `tests.databases`) runs on both, each test with its first case.
    """
    seen, further = set(), []
    for item in items:
        case = getattr(item, "callspec", None)
        if case and case.params.get("databases") == "postgresql":
            test = item.nodeid.partition("[")[0]
            differs = any(item.get_closest_marker(each) for each in ON_BOTH)
            begun = test if differs else test.rpartition("::")[0]
            if begun in seen:
                further.append(item)
            seen.add(begun)
    return further


@pytest.fixture(scope="session")
def server() -> Iterator[PostgreSqlServer]:
    """Run one PostgreSQL for all tests of this process that ask for it."""
    with postgresql() as running:
        yield running


@pytest.fixture(scope="session", params=["sqlite", "postgresql"])
def databases(request: pytest.FixtureRequest) -> Databases:
    """Give databases of one kind, and then of the other."""
    if request.param == "sqlite":
        return SqliteFiles()
    running: PostgreSqlServer = request.getfixturevalue("server")
    return running


@pytest.fixture(scope="session")
def once(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Once]:
    """Keep what each kind of database needs once."""
    with keeping(tmp_path_factory) as kept:
        yield kept


@pytest.fixture(autouse=True)
def _tidy(request: pytest.FixtureRequest) -> Iterator[None]:
    """Leave no database behind."""
    if "databases" not in request.fixturenames:
        yield
        return
    databases: Databases = request.getfixturevalue("databases")
    with databases.for_one_test():
        yield


@pytest.fixture(scope="session")
def corpus() -> Path:
    """Give the folder with the test data of others."""
    return Path(os.environ[CORPUS])
