"""The pools that tests share, with real processes."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from tests.verifier.workers.pools import ENTRY, HASTY, PATIENT
from verifier.workers.pool import WorkerPool


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
