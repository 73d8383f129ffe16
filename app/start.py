"""Where the command begins. Nothing is done here but to make beginning quick."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NoReturn


def main() -> NoReturn:
    """Read the command and run it."""
    with reading():
        from app.cli import main as run  # noqa: PLC0415 - reading it is what takes the time
    run()


@contextmanager
def reading() -> Iterator[None]:
    """Collect no garbage while modules are read, and leave alone what was read.

    It all stays, and each collection would walk through all of it: without this the service answers a tenth
    later.
    """
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()
