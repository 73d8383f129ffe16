"""The pool: workers that died, that did enough or that grew are replaced."""

import os
import signal
from dataclasses import replace

import pytest

from tests.verifier.workers import processes
from tests.verifier.workers.asking import ask
from tests.verifier.workers.pools import ENTRY, PATIENT, forkserver_of
from verifier.errors import CrashError
from verifier.workers.lanes import MIB
from verifier.workers.pool import WorkerPool


class TestRun:
    def test_replaces_a_worker_that_died_idle(self, pool: WorkerPool) -> None:
        """The sender of the next job does not notice."""
        worker = int(ask(pool, b"process_id"))
        os.kill(worker, signal.SIGKILL)
        assert processes.all_gone({worker})
        assert worker != int(ask(pool, b"process_id"))

    def test_replaces_a_forkserver_that_died(self, new_pool: WorkerPool) -> None:
        """Its workers end with it; the next job finds a new one."""
        ask(new_pool, b"echo hoi")
        forkserver = forkserver_of(new_pool)
        workers = processes.children(forkserver)
        os.kill(forkserver, signal.SIGKILL)
        assert processes.all_gone(workers | {forkserver})
        assert b"hoi" == ask(new_pool, b"echo hoi")

    def test_replaces_a_worker_after_its_jobs(self) -> None:
        """A worker that was never in doubt ends too."""
        pool = WorkerPool(ENTRY, quick=replace(PATIENT, workers=1, jobs=2))
        try:
            seen = [ask(pool, b"process_id") for _ in range(6)]
            assert [seen[0], seen[0], seen[2], seen[2], seen[4], seen[4]] == seen
            assert 3 == len(set(seen))
        finally:
            pool.close()

    def test_replaces_a_worker_that_has_grown(self) -> None:
        """What it took it does not always give back, so the next job finds another."""
        pool = WorkerPool(ENTRY, quick=replace(PATIENT, workers=1, grown_bytes=100 * MIB))
        try:
            worker = ask(pool, b"process_id")
            assert worker == ask(pool, b"process_id")
            assert b"%d" % (100 * MIB) == ask(pool, b"grow 100")
            assert worker != ask(pool, b"process_id")
        finally:
            pool.close()

    def test_says_so_when_no_worker_starts(self, capfd: pytest.CaptureFixture[str]) -> None:
        """An entry that does not exist is an error for each job, and no endless wait."""
        pool = WorkerPool("tests.verifier.workers.no_such_module:entry")
        try:
            with pytest.raises(CrashError) as caught:
                ask(pool, b"")
            assert "no worker started" == caught.value.reason
        finally:
            pool.close()
        assert "no_such_module" in capfd.readouterr().err
