"""What all tests share: where the corpora are, and that CI allows no skips."""

import os
from pathlib import Path

import pytest


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Tell which tests were skipped; under CI that is a failure (see `pytest_sessionfinish`)."""
    skipped = terminalreporter.stats.get("skipped", [])
    if skipped and os.environ.get("CI"):
        terminalreporter.write_line(f"CI allows no skips: {len(skipped)} skipped", red=True)


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    """Fail the run under CI when a test was skipped."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if os.environ.get("CI") and exitstatus == 0 and reporter and reporter.stats.get("skipped"):
        session.exitstatus = 1


@pytest.fixture(scope="session")
def corpus() -> Path:
    """Give the folder with the test data of others; skip where it is not (never under CI)."""
    place = os.environ.get("PRAKTIJKBEWIJS_CORPUS", "")
    if not place or not Path(place).is_dir():
        pytest.skip("PRAKTIJKBEWIJS_CORPUS does not name the folder with the corpora")
    return Path(place)
