"""Run the command as people type it, without reading its modules each time.

Each run is a process of its own: forked from one that has read the modules and done nothing else.
"""

import os
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from multiprocessing import get_context
from pathlib import Path
from subprocess import CompletedProcess

from app.cli import COMMANDS, main

Run = Callable[..., CompletedProcess[str]]
"""Runs the command with these arguments; settings by their names."""
_context = get_context("forkserver")
_context.set_forkserver_preload([f"app.commands.{place.split('.')[0]}" for place in COMMANDS.values()])


def run(arguments: Sequence[str], *, stdin: str, environ: Mapping[str, str]) -> CompletedProcess[str]:
    """Run it; give its exit code and what it printed."""
    with tempfile.TemporaryDirectory() as folder:
        spoken = [Path(folder, name) for name in ("stdin", "stdout", "stderr")]
        spoken[0].write_text(stdin)
        process = _context.Process(target=_become, args=(arguments, dict(environ), spoken))
        process.start()
        process.join()
        return CompletedProcess(arguments, process.exitcode or 0, *(each.read_text() for each in spoken[1:]))


def _become(arguments: Sequence[str], environ: dict[str, str], spoken: Sequence[Path]) -> None:
    """Be the command, with these arguments, these files for a terminal, and nothing else around it."""
    for number, path in enumerate(spoken):
        os.dup2(os.open(path, os.O_WRONLY | os.O_CREAT if number else os.O_RDONLY), number)
    sys.stdin = open(0, closefd=False)  # noqa: SIM115 - a forked process has let go of its own
    os.environ.clear()
    os.environ.update(environ)
    sys.argv = ["praktijkbewijs", *arguments]
    main()
