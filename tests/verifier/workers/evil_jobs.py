"""What the tests let a worker do: honest work, and all that hostile bytes could make it do.

A job is the name of a function here, a space, and what the function is given. The functions of C are taken
while the forkserver reads this module: a worker that was taken over has them too, and only the kernel is left
to say no.
"""

import _thread
import ctypes
import itertools
import os
import resource
import signal
import socket
import sqlite3
import subprocess
import sys
import time
from collections import deque
from importlib import import_module
from pathlib import Path

from badges import strictjson
from verifier.workers.frames import Kind, Message

_C = ctypes.CDLL(None)
_C_ERRNO = _C.__errno_location
_C_ERRNO.restype = ctypes.POINTER(ctypes.c_int)
_C_SOCKET, _C_OPEN, _C_FORK, _C_KILL, _C_EXEC = _C.socket, _C.open, _C.fork, _C.kill, _C.execv
_TALK = 3


def entry(job: bytes) -> bytes:
    """Do what the job names."""
    name, _, given = job.partition(b" ")
    answer = globals()[name.decode()](given.decode())
    return answer if isinstance(answer, bytes) else repr(answer).encode()


def echo(given: str) -> bytes:
    """Give back what came."""
    return given.encode()


def canonicalize(given: str) -> bytes:
    """Do what a worker is for."""
    from badges.jsonld import reference

    return reference.canonicalize(strictjson.loads_object(given.encode()))


def read_a_module(given: str) -> str:
    """Import a module that was not preloaded."""
    return import_module(given).__name__


def process_id(_: str) -> int:
    """Tell which process this is."""
    return os.getpid()


def environment(_: str) -> int:
    """Count the variables of the environment."""
    return len(os.environ)


def descriptors(_: str) -> list[int]:
    """Tell which descriptors are open."""
    return [number for number in range(1_000) if _is_open(number)]


def _is_open(number: int) -> bool:
    try:
        os.fstat(number)
    except OSError:
        return False
    return True


def signals(_: str) -> bool:
    """Tell whether a polite request to end is ignored."""
    return signal.getsignal(signal.SIGTERM) is signal.SIG_IGN


# ------------------------------------------------------------------------------------------------ too much


def compute(given: str) -> str:
    """Compute for so many seconds on the processor."""
    until = time.process_time() + float(given)
    while time.process_time() < until:
        pass
    return "done"


def spin_in_c(_: str) -> None:
    """Compute for ever where Python never gets a word in."""
    deque(itertools.count(), maxlen=0)


def sleep(given: str) -> str:
    """Do nothing for so many seconds."""
    time.sleep(float(given))
    return "done"


def grow(given: str) -> int:
    """Use so many megabytes."""
    return len(bytearray(int(given) * 1024 * 1024))


def recurse(given: str) -> str:
    """Go ever deeper."""
    return recurse(given)


def answer_much(given: str) -> bytes:
    """Answer so many bytes."""
    return bytes(int(given))


# ------------------------------------------------------------------------------------------------ broken


def abort(_: str) -> None:
    """End as a failed assertion in C does."""
    os.abort()


def leave(given: str) -> None:
    """End without a word."""
    os._exit(int(given))


def leave_politely(_: str) -> None:
    """End as Python does."""
    sys.exit(0)


def divide_by_zero(_: str) -> float:
    """Fail as a bug does."""
    return 1 / 0


def hang_up(_: str) -> None:
    """Close the talk, and go on."""
    os.close(_TALK)
    time.sleep(60)


def babble(given: str) -> None:
    """Write to the talk what is no message."""
    os.write(_TALK, bytes.fromhex(given))
    time.sleep(60)


def answer_twice(_: str) -> bytes:
    """Send an answer to a job that nobody asked yet."""
    number = sys._getframe(3).f_locals["number"]
    os.write(_TALK, Message(Kind.ANSWER, number, b"one").pack())
    return b"two"


# ------------------------------------------------------------------------------------------------ forbidden


def connect(given: str) -> None:
    """Open a connection to a port of this machine."""
    socket.create_connection(("127.0.0.1", int(given)))


def make_socket(_: str) -> None:
    """Make a socket."""
    socket.socket()


def fork(_: str) -> None:
    """Make another process."""
    os.fork()


def run(_: str) -> None:
    """Start a program."""
    subprocess.run(["true"], check=True)


def execute(_: str) -> None:
    """Become another program."""
    os.execv("/bin/true", ["true"])  # noqa: S606  # it is refused


def kill_parent(_: str) -> None:
    """End the forkserver."""
    os.kill(os.getppid(), signal.SIGKILL)


def start_thread(_: str) -> None:
    """Do two things at once."""
    _thread.start_new_thread(print, ())


def write_file(given: str) -> None:
    """Write a file."""
    Path(given).write_text("evil", encoding="ascii")


def write_file_by_flags(given: str) -> None:
    """Write a file, by the flags of the system."""
    os.open(given, os.O_WRONLY | os.O_CREAT)


def read_file(given: str) -> str:
    """Read a file that is no module."""
    return Path(given).read_text(encoding="utf-8")


def remove_file(given: str) -> None:
    """Remove a file."""
    Path(given).unlink()


def open_database(given: str) -> None:
    """Open a database."""
    sqlite3.connect(given)


def load_library(_: str) -> None:
    """Reach for functions of C."""
    ctypes.CDLL(None)


# What follows goes past Python, as code that was smuggled in would. It answers the number of the error.


def make_socket_in_c(_: str) -> int:
    """Make a socket."""
    return _error(_C_SOCKET(socket.AF_INET, socket.SOCK_STREAM, 0))


def fork_in_c(_: str) -> int:
    """Make another process."""
    return _error(_C_FORK())


def execute_in_c(_: str) -> int:
    """Become another program."""
    return _error(_C_EXEC(b"/bin/true", None))


def kill_parent_in_c(_: str) -> int:
    """End the forkserver."""
    return _error(_C_KILL(os.getppid(), signal.SIGKILL))


def write_file_in_c(given: str) -> int:
    """Write a file."""
    return _error(_C_OPEN(given.encode(), os.O_WRONLY | os.O_CREAT, 0o600))


def read_file_in_c(given: str) -> int:
    """Read a file that is no module."""
    return _error(_C_OPEN(given.encode(), os.O_RDONLY))


def limit_parent(_: str) -> None:
    """Change the limits of the forkserver."""
    resource.prlimit(os.getppid(), resource.RLIMIT_CPU, (1, 1))


def raise_limit(_: str) -> None:
    """Take back a limit."""
    resource.setrlimit(resource.RLIMIT_AS, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))


def _error(returned: int) -> int:
    return _C_ERRNO()[0] if returned < 0 else 0
