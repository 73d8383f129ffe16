"""A small process that has read all modules and forks workers: `python -m verifier.workers.forkserver`.

It has one thread, reads no foreign byte, and is the parent of the workers: it alone ends them, and learns
how they ended. For each worker it holds a line to us (`life`). A word on that line, or its end, ends the
worker; so when we are gone, for whatever reason, everything ends.
"""

import gc
import json
import os
import selectors
import signal
import sys
from contextlib import suppress
from importlib import import_module
from multiprocessing.connection import Connection
from multiprocessing.reduction import recv_handle
from pkgutil import resolve_name

from verifier.workers.confinement import module_directories
from verifier.workers.frames import EXIT
from verifier.workers.lanes import Limits
from verifier.workers.worker import Entry, work


class Forkserver:
    """Fork and end workers, as the control line says."""

    def __init__(self, control: Connection, *, entry: Entry) -> None:
        self._control = control
        self._entry = entry
        self._readable = module_directories()
        self._lines = selectors.PollSelector()
        self._lines.register(control, selectors.EVENT_READ)

    def serve(self) -> None:
        """Serve until the control line ends; then end all workers."""
        with suppress(EOFError, OSError):
            while True:
                for key, _ in self._lines.select():
                    if key.data is None:
                        self._fork()
                    else:
                        self._end(key.fd, worker=key.data)
        for key in list(self._lines.get_map().values()):
            if key.data is not None:
                self._end(key.fd, worker=key.data)

    def _fork(self) -> None:
        """Take what was sent, the limits and two lines, and fork a worker.

        Raises:
            EOFError, OSError: nobody is there any more.
        """
        limits = Limits(**json.loads(self._control.recv_bytes()))
        talk, life = recv_handle(self._control), recv_handle(self._control)
        try:
            worker = os.fork()
        except OSError:
            os.close(life)
        else:
            if worker == 0:
                self._become_worker(talk, limits)
            self._lines.register(life, selectors.EVENT_READ, data=worker)
        os.close(talk)

    def _become_worker(self, talk: int, limits: Limits) -> None:
        """Work, and end; never come back to the loop of the forkserver."""
        try:
            work(talk, entry=self._entry, limits=limits, readable=self._readable, parent=os.getppid())
        finally:
            os._exit(0)

    def _end(self, life: int, *, worker: int) -> None:
        """End a worker, and tell how it had ended if it was quicker."""
        self._lines.unregister(life)
        os.kill(worker, signal.SIGKILL)
        _, status = os.waitpid(worker, 0)
        with suppress(OSError):
            os.write(life, EXIT.pack(os.waitstatus_to_exitcode(status)))
        os.close(life)


def main(control: str, entry: str, *preload: str) -> None:
    """Read the modules, and serve."""
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, signal.SIG_IGN)
    gc.disable()
    for name in preload:
        import_module(name)
    found = resolve_name(entry)
    os.chdir("/")
    gc.enable()
    gc.freeze()
    Forkserver(Connection(int(control)), entry=found).serve()


if __name__ == "__main__":
    main(*sys.argv[1:])
