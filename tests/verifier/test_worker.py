"""The second engine in its own process: right answers, and an end to whatever takes too long."""

import os
import signal
from collections.abc import Iterator

import pytest

from badges.errors import TooComplexError, UndefinedTermError, UnknownContextError
from badges.jsonld import reference
from tests import world
from tests.world import World
from verifier.worker import ReferenceWorker

DOCUMENT = world.badge_of(World().issuer)


@pytest.fixture(scope="module")
def worker() -> Iterator[ReferenceWorker]:
    """Give one worker for all tests."""
    worker = ReferenceWorker()
    yield worker
    worker.close()


class TestCanonicalize:
    def test_gives_what_the_reference_gives(self, worker: ReferenceWorker) -> None:
        """Another process changes nothing."""
        assert reference.canonicalize(DOCUMENT) == worker.canonicalize(DOCUMENT)

    def test_raises_what_the_reference_raises(self, worker: ReferenceWorker) -> None:
        """Errors come through whole: their class, their place, their reason."""
        with pytest.raises(UndefinedTermError) as caught:
            worker.canonicalize(DOCUMENT | {"grade": "A+"})
        with pytest.raises(UndefinedTermError) as expected:
            reference.canonicalize(DOCUMENT | {"grade": "A+"})
        assert (expected.value.pointer, expected.value.reason) == (caught.value.pointer, caught.value.reason)

    def test_answers_after_an_error(self, worker: ReferenceWorker) -> None:
        """One bad document does not stand in the way of the next."""
        with pytest.raises(UnknownContextError):
            worker.canonicalize(DOCUMENT | {"@context": ["https://elders.voorbeeld/"]})
        assert reference.canonicalize(DOCUMENT) == worker.canonicalize(DOCUMENT)

    def test_ends_what_takes_too_long(self) -> None:
        """A process that does not answer in time is ended, and its sender hears it."""
        worker = ReferenceWorker(wall_seconds=0.0)
        try:
            with pytest.raises(TooComplexError):
                worker.canonicalize(DOCUMENT)
            assert worker.process_id is None
        finally:
            worker.close()

    def test_starts_again_after_a_crash(self, worker: ReferenceWorker) -> None:
        """A crash costs one answer; the next document gets a new process."""
        worker.canonicalize(DOCUMENT)
        killed = worker.process_id
        assert killed is not None
        os.kill(killed, signal.SIGKILL)
        with pytest.raises(TooComplexError):
            worker.canonicalize(DOCUMENT)
        assert reference.canonicalize(DOCUMENT) == worker.canonicalize(DOCUMENT)
        assert killed != worker.process_id

    def test_ends_what_takes_too_much_memory(self) -> None:
        """A process that may not have the memory it asks for is ended, and its sender hears it."""
        worker = ReferenceWorker(memory_bytes=8 * 1024 * 1024)
        try:
            with pytest.raises(TooComplexError):
                worker.canonicalize(DOCUMENT)
        finally:
            worker.close()


class TestClose:
    def test_leaves_no_process_behind(self) -> None:
        """After closing, the process is gone; closing twice is fine."""
        worker = ReferenceWorker()
        worker.canonicalize(DOCUMENT)
        process_id = worker.process_id
        assert process_id is not None
        worker.close()
        worker.close()
        with pytest.raises(ProcessLookupError):
            os.kill(process_id, 0)
