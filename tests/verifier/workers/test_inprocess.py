"""The same without processes."""

import pytest

from tests.verifier.workers.asking import ask
from verifier.errors import CrashError
from verifier.workers.inprocess import InProcess
from verifier.workers.lanes import Lane


@pytest.fixture
def here() -> InProcess:
    """Give the workers that are none."""
    return InProcess("tests.verifier.workers.evil_jobs:entry")


class TestRun:
    def test_gives_what_the_entry_gives(self, here: InProcess) -> None:
        """In both lanes alike."""
        here.start()
        assert b"hoi" == ask(here, b"echo hoi") == ask(here, b"echo hoi", lane=Lane.HEAVY)
        here.close()

    def test_tells_of_a_failure_as_the_pool_does(self, here: InProcess) -> None:
        """One class of error, with the name of what went wrong."""
        with pytest.raises(CrashError) as caught:
            ask(here, b"divide_by_zero")
        assert "ZeroDivisionError" == caught.value.reason
