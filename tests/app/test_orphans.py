"""A process whose parent is killed."""

import os
import signal
import time
from multiprocessing import get_context
from multiprocessing.connection import Connection

from app.orphans import end_with_parent

SECONDS = 30
_context = get_context("spawn")


def start_child(to_test: Connection) -> None:
    """Be the parent: start a child that tells who it is, and wait to be killed."""
    _context.Process(target=be_child, args=(to_test,)).start()
    time.sleep(SECONDS)


def be_child(to_test: Connection) -> None:
    """Be the child: it would wait for work for ever."""
    end_with_parent()
    to_test.send(os.getpid())
    time.sleep(2 * SECONDS)


class TestEndWithParent:
    """`end_with_parent` leaves no process behind."""

    def test_ends_a_child_when_its_parent_is_killed(self) -> None:
        """Its end of a pipe is closed then, which is all that is left of it."""
        ours, theirs = _context.Pipe(duplex=False)
        parent = _context.Process(target=start_child, args=(theirs,))
        parent.start()
        theirs.close()
        child = ours.recv()
        assert not ours.poll()
        os.kill(parent.pid or 0, signal.SIGKILL)
        parent.join()
        assert child != parent.pid
        assert ours.poll(SECONDS)  # closed, and not because the child had something to say
