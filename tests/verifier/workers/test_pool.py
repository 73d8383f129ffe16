"""The pool with real processes: right answers, one error for whoever breaks a worker, nothing left behind."""

import asyncio
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import replace
from functools import partial

import pytest

from badges import strictjson
from badges.jsonld import reference
from tests import world
from tests.verifier.workers import processes
from tests.verifier.workers.asking import ask
from tests.world import World
from verifier.errors import BusyError, CrashError, OverrunError
from verifier.workers.frames import MAX_ANSWER, MAX_JOB
from verifier.workers.lanes import MIB, Lane, Limits
from verifier.workers.pool import WorkerPool

ENTRY = "tests.verifier.workers.evil_jobs:entry"
PATIENT = Limits(workers=2, cpu_seconds=20, wall_seconds=60, waiting=300, patience_seconds=60)
"""No test fails because the machine is slow."""

SHORT = replace(PATIENT, workers=1, cpu_seconds=0.1)
HASTY = replace(PATIENT, workers=1, wall_seconds=0.1)
DOCUMENT = world.badge_of(World().issuer)


@pytest.fixture(scope="module")
def pool() -> Iterator[WorkerPool]:
    """Give a pool that is patient with quick jobs, one at a time, and ends heavy ones at once."""
    modules = ("badges.jsonld.reference",)
    pool = WorkerPool(ENTRY, preload=modules, quick=replace(PATIENT, workers=1), heavy=HASTY)
    yield pool
    pool.close()


@pytest.fixture
def new_pool() -> Iterator[WorkerPool]:
    """Give a pool of its own to a test."""
    pool = WorkerPool(ENTRY, quick=PATIENT, heavy=PATIENT)
    yield pool
    pool.close()


def forkserver_of(pool: WorkerPool) -> int:
    """Tell which process forks for this pool."""
    assert pool._forkserver is not None
    return pool._forkserver.process_id


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

    def test_answers_two_hundred_at_once(self, new_pool: WorkerPool) -> None:
        """Each gets its own answer, whoever breaks a worker beside it."""

        async def all_at_once() -> list[bytes | BaseException]:
            jobs = [b"leave 1" if number % 10 == 0 else b"echo %d" % number for number in range(200)]
            return await asyncio.gather(*map(new_pool.run, jobs), return_exceptions=True)

        for number, answer in enumerate(asyncio.run(all_at_once())):
            if number % 10 == 0:
                assert isinstance(answer, CrashError)
            else:
                assert b"%d" % number == answer
        assert (180, 20) == (new_pool.figures.answers, new_pool.figures.crashes)

    def test_works_in_one_loop_after_the_other_and_in_threads(self, new_pool: WorkerPool) -> None:
        """Workers belong to no loop; whoever waits is called in a loop of its own."""
        jobs = [b"echo %d" % number for number in range(40)]
        with ThreadPoolExecutor(max_workers=8) as threads:
            answers = list(threads.map(partial(ask, new_pool), jobs))
        assert [job.removeprefix(b"echo ") for job in jobs] == answers

    def test_lets_no_quick_job_wait_for_a_heavy_one(self, new_pool: WorkerPool) -> None:
        """However many heavy jobs wait, the workers of the quick lane are free."""

        async def quick_beside_heavy() -> bytes:
            heavy = [asyncio.create_task(new_pool.run(b"sleep 60", lane=Lane.HEAVY)) for _ in range(10)]
            await asyncio.sleep(0)
            answer = await new_pool.run(b"echo hoi")
            assert not any(task.done() for task in heavy)
            await _cancelled(heavy)
            return answer

        assert b"hoi" == asyncio.run(quick_beside_heavy())

    def test_turns_away_who_finds_too_many_waiting(self) -> None:
        """The line is short: the sender hears at once to come back later."""
        pool = WorkerPool(ENTRY, quick=replace(PATIENT, workers=1, waiting=2))

        async def one_too_many() -> list[bytes]:
            holding = asyncio.create_task(pool.run(b"sleep 60"))
            await asyncio.sleep(0)
            waiting = [asyncio.create_task(pool.run(b"echo %d" % number)) for number in range(2)]
            await asyncio.sleep(0)
            with pytest.raises(BusyError):
                await pool.run(b"echo three")
            await _cancelled([holding])
            return await asyncio.gather(*waiting)

        try:
            assert [b"0", b"1"] == asyncio.run(one_too_many())
            assert 1 == pool.figures.turned_away
        finally:
            pool.close()

    def test_lets_nobody_wait_for_ever(self) -> None:
        """Whose patience ends leaves the line, and is not called later."""
        pool = WorkerPool(ENTRY, quick=replace(PATIENT, workers=1, patience_seconds=0.05))

        async def waited_in_vain() -> bytes:
            holding = asyncio.create_task(pool.run(b"sleep 60"))
            await asyncio.sleep(0)
            with pytest.raises(BusyError):
                await pool.run(b"echo two")
            await _cancelled([holding])
            return await pool.run(b"echo three")

        try:
            assert b"three" == asyncio.run(waited_in_vain())
        finally:
            pool.close()

    def test_serves_in_the_order_of_coming(self) -> None:
        """Nobody overtakes; who went away is skipped."""
        pool = WorkerPool(ENTRY, quick=replace(PATIENT, workers=1))
        served = []

        async def come(number: int) -> None:
            await pool.run(b"echo hoi")
            served.append(number)

        async def five_of_which_one_leaves() -> None:
            tasks = [asyncio.create_task(come(number)) for number in range(5)]
            await asyncio.sleep(0)
            await _cancelled([tasks.pop(2)])
            await asyncio.gather(*tasks)

        try:
            asyncio.run(five_of_which_one_leaves())
            assert [0, 1, 3, 4] == served
        finally:
            pool.close()

    def test_ends_the_job_of_who_went_away(self, new_pool: WorkerPool) -> None:
        """A worker whose answer nobody waits for is not kept busy."""

        async def go_away() -> set[int]:
            await asyncio.gather(new_pool.run(b"echo one"), new_pool.run(b"echo two"))
            before = set(new_pool.process_ids)
            job = asyncio.create_task(new_pool.run(b"sleep 60"))
            await asyncio.sleep(0)
            await _cancelled([job])
            return before - set(new_pool.process_ids)

        ended = asyncio.run(go_away())
        assert 1 == len(ended)
        assert processes.all_gone(ended)

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


async def _cancelled(tasks: "list[asyncio.Task[bytes]] | list[asyncio.Task[None]]") -> None:
    """Cancel tasks, and wait until they are."""
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
