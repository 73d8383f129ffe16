"""The pool: many who ask at once, who waits for whom, and how long."""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from functools import partial

import pytest

from tests.verifier.workers import processes
from tests.verifier.workers.asking import ask
from tests.verifier.workers.pools import ENTRY, PATIENT, cancelled
from verifier.errors import BusyError, CrashError
from verifier.workers.lanes import Lane
from verifier.workers.pool import WorkerPool


class TestRun:
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
            await cancelled(heavy)
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
            await cancelled([holding])
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
            await cancelled([holding])
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
            await cancelled([tasks.pop(2)])
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
            await cancelled([job])
            return before - set(new_pool.process_ids)

        ended = asyncio.run(go_away())
        assert 1 == len(ended)
        assert processes.all_gone(ended)
