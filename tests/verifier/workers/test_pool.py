"""The pool with real processes: right answers, one error for whoever breaks a worker, nothing left behind."""

import asyncio
import signal
import subprocess
import sys
from contextlib import suppress
from dataclasses import replace

import pytest

from badges import strictjson
from badges.jsonld import reference
from tests import world
from tests.verifier.workers import processes
from tests.verifier.workers.asking import ask
from tests.verifier.workers.pools import ENTRY, PATIENT, SHORT, forkserver_of
from tests.world import World
from verifier.errors import CrashError, OverrunError
from verifier.workers.frames import MAX_ANSWER, MAX_JOB
from verifier.workers.lanes import Lane
from verifier.workers.pool import WorkerPool

DOCUMENT = world.badge_of(World().issuer)


class TestRun:
    def test_gives_what_the_entry_gives(self, pool: WorkerPool) -> None:
        """Bytes in, bytes out."""
        assert b"hoi" == ask(pool, b"echo hoi")

    def test_canonicalizes_as_we_do(self, pool: WorkerPool) -> None:
        """All that a worker gave up, it does not need for its work."""
        job = b"canonicalize " + strictjson.dumps(DOCUMENT)
        assert reference.canonicalize(DOCUMENT) == ask(pool, job)

    def test_keeps_a_worker_for_the_next_job(self, pool: WorkerPool) -> None:
        """As long as all goes well, nothing is started anew."""
        assert ask(pool, b"process_id") == ask(pool, b"process_id")

    @pytest.mark.parametrize("length", [0, 1, 100_000, MAX_ANSWER])
    def test_brings_answers_of_any_length(self, pool: WorkerPool, length: int) -> None:
        """An answer may be as long as a pipe is not, up to the limit."""
        assert bytes(length) == ask(pool, b"answer_much %d" % length)

    def test_takes_jobs_up_to_the_limit(self, pool: WorkerPool) -> None:
        """A job may be as long as a pipe is not, up to the limit."""
        text = b"x" * (MAX_JOB - len(b"echo "))
        assert text == ask(pool, b"echo " + text)

    def test_refuses_a_job_above_the_limit(self, pool: WorkerPool) -> None:
        """No worker hears of it."""
        with pytest.raises(OverrunError):
            ask(pool, bytes(MAX_JOB + 1))

    @pytest.mark.parametrize("job", [b"compute 0.5", b"spin_in_c"])
    def test_ends_what_computes_too_long(self, job: bytes) -> None:
        """The kernel counts, also where Python never gets a word in."""
        pool = WorkerPool(ENTRY, quick=SHORT)
        try:
            with pytest.raises(OverrunError):
                ask(pool, job)
            assert b"hoi" == ask(pool, b"echo hoi")
        finally:
            pool.close()

    def test_counts_the_processor_for_each_job_anew(self) -> None:
        """Many short jobs are no long one: the limit is not on the life of a worker."""
        pool = WorkerPool(ENTRY, quick=replace(SHORT, cpu_seconds=0.4))
        try:
            workers = {ask(pool, b"process_id")}
            for _ in range(4):
                assert b"'done'" == ask(pool, b"compute 0.15")
            assert workers == {ask(pool, b"process_id")}
        finally:
            pool.close()

    @pytest.mark.parametrize("job", [b"sleep 60", b"babble 03", b"babble 03000000000000000000000010ff"])
    def test_ends_what_takes_too_long_by_the_clock(self, pool: WorkerPool, job: bytes) -> None:
        """Sleeping costs no processor, and half an answer is no answer."""
        with pytest.raises(OverrunError):
            ask(pool, job, lane=Lane.HEAVY)
        assert b"hoi" == ask(pool, b"echo hoi")

    @pytest.mark.parametrize(
        ("job", "reason"),
        [
            (b"grow 600", "MemoryError"),
            (b"recurse", "RecursionError"),
            (b"answer_much %d" % (MAX_ANSWER + 1), "AnswerTooLong"),
            (b"leave_politely", "SystemExit"),
            (b"divide_by_zero", "ZeroDivisionError"),
            (b"leave 0", "it ended with 0"),
            (b"leave 3", "it ended with 3"),
            (b"hang_up", f"it ended with -{signal.SIGKILL}"),
            (b"babble ff000000000000000000000000", "it answered what is no answer"),
            (b"babble 030000000000000000ffffffff", "it answered what is no answer"),
            (b"babble 03000000000000000000000000", "it answered what nobody asked"),
        ],
    )
    def test_tells_of_a_crash(self, pool: WorkerPool, job: bytes, reason: str) -> None:
        """The sender hears it, and the next one finds a fresh worker."""
        with pytest.raises(CrashError) as caught:
            ask(pool, job)
        assert reason == caught.value.reason
        assert b"hoi" == ask(pool, b"echo hoi")

    def test_tells_of_an_abort(self, pool: WorkerPool) -> None:
        """By which signal it ends depends on what the kernel still lets it do."""
        with pytest.raises(CrashError):
            ask(pool, b"abort")
        assert b"hoi" == ask(pool, b"echo hoi")

    def test_gives_nobody_the_answer_of_another(self, pool: WorkerPool) -> None:
        """What a worker says twice is no answer, and never that to the next job, whenever it comes."""
        for number in range(5):
            with suppress(CrashError):
                assert b"one" == ask(pool, b"answer_twice")
            assert b"%d" % number == _echo_or_crash(pool, number)

    def test_loses_no_descriptor(self, pool: WorkerPool) -> None:
        """After fifty workers that were ended or broke, we hold what we held before."""

        def end_one() -> None:
            with pytest.raises(OverrunError):
                ask(pool, b"sleep 60", lane=Lane.HEAVY)

        def break_one() -> None:
            with pytest.raises(CrashError):
                ask(pool, b"leave 1")

        end_one()
        break_one()
        before = processes.descriptors()
        for _ in range(15):
            end_one()
        for _ in range(35):
            break_one()
        assert before == processes.descriptors()
        ask(pool, b"echo hoi")
        assert len(processes.children(forkserver_of(pool))) <= 2


class TestStart:
    def test_makes_workers_before_the_first_job(self, new_pool: WorkerPool) -> None:
        """The first job finds all workers on their way."""
        new_pool.start()
        assert 4 == new_pool.figures.workers
        ask(new_pool, b"echo hoi")
        assert (4, 1) == (new_pool.figures.workers, new_pool.figures.forkservers)

    def test_leaves_the_forkserver_with_one_thread(self) -> None:
        """A process that forks must have no others; no module that we preload starts one."""
        modules = ("badges.jsonld.reference", "badges.jsonld.walker", "badges.proofs", "verifier.report")
        pool = WorkerPool(ENTRY, preload=modules, quick=PATIENT)
        try:
            ask(pool, b"echo hoi")
            assert 1 == processes.threads(forkserver_of(pool))
        finally:
            pool.close()


class TestProcessIds:
    def test_tells_which_workers_are_ready(self, new_pool: WorkerPool) -> None:
        """There are none before the first job."""
        assert () == new_pool.process_ids
        worker = int(ask(new_pool, b"process_id"))
        assert (worker,) == new_pool.process_ids


class TestConfined:
    def test_says_whether_the_kernel_guards(self, new_pool: WorkerPool) -> None:
        """Nothing is claimed before a worker said so."""
        assert not new_pool.confined
        ask(new_pool, b"echo hoi")
        assert new_pool.confined is (b"1" == ask(new_pool, b"make_socket_in_c"))


class TestClose:
    def test_leaves_no_process_behind(self) -> None:
        """After closing all are gone; closing twice is fine."""
        pool = WorkerPool(ENTRY, quick=PATIENT)
        pool.start()
        ask(pool, b"echo hoi")
        forkserver = forkserver_of(pool)
        started = processes.children(forkserver) | {forkserver}
        pool.close()
        pool.close()
        assert not any(map(processes.is_alive, started))

    def test_ends_jobs_that_run(self) -> None:
        """Whoever waits hears it, and nothing is started any more."""
        pool = WorkerPool(ENTRY, quick=replace(PATIENT, workers=1))

        async def close_meanwhile() -> list[bytes | BaseException]:
            await pool.run(b"echo hoi")
            jobs = [asyncio.create_task(pool.run(b"sleep 60")) for _ in range(3)]
            await asyncio.sleep(0)
            pool.close()
            return await asyncio.gather(*jobs, return_exceptions=True)

        assert [CrashError] * 3 == [type(answer) for answer in asyncio.run(close_meanwhile())]

    def test_comes_by_itself_when_we_are_killed(self) -> None:
        """The service may end in any way: forkserver and workers see the end of their lines."""
        program = (
            "import asyncio, time; from verifier.workers.pool import WorkerPool\n"
            f"pool = WorkerPool({ENTRY!r}); pool.start(); asyncio.run(pool.run(b'echo hoi'))\n"
            "print(pool._forkserver.process_id, flush=True); time.sleep(600)"
        )
        with subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE) as service:
            assert service.stdout is not None
            forkserver = int(service.stdout.readline())
            started = processes.children(forkserver) | {forkserver}
            service.kill()
        assert 1 < len(started)
        assert processes.all_gone(started)


def _echo_or_crash(pool: WorkerPool, number: int) -> bytes:
    """Ask for a number; a worker whose early words came late is ended, and then we ask again."""
    try:
        return ask(pool, b"echo %d" % number)
    except CrashError:
        return ask(pool, b"echo %d" % number)
