"""What a worker gives up before it reads the first foreign byte, in three layers.

    the kernel's limits     memory, time, files, processes (setrlimit)
    Python's own watch      a hook that refuses what no job needs: sockets, processes, files of others
    the kernel's guard      the same for code that is no Python: `seccomp`, `landlock`, no capabilities

The first two hold everywhere; `confine` says whether the third does.
"""

import contextlib
import ctypes
import os
import resource
import signal
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path

from verifier.workers import landlock, seccomp
from verifier.workers.lanes import Limits

DESCRIPTORS = 16
"""Room for the talk and for reading a module; a worker has no other files."""

_WRITING = os.O_ACCMODE | os.O_CREAT | os.O_TRUNC | os.O_APPEND
_INSTALLED = (os.path.realpath(sys.prefix), os.path.realpath(sys.base_prefix))
_LOOKING = frozenset({"os.listdir", "os.scandir"})
_REFUSED = (
    *("_posixsubprocess.", "ctypes.", "ftplib.", "http.", "imaplib.", "mmap.", "nntplib.", "os.", "poplib."),
    *("pty.", "shutil.", "signal.pthread_kill", "smtplib.", "socket.", "sqlite3.", "subprocess.", "syslog."),
    *("telnetlib.", "tempfile.", "urllib.", "webbrowser."),
)
_SET_PARENT_DEATH_SIGNAL, _SET_DUMPABLE = 1, 4
_CAPABILITY_VERSION_3 = 0x20080522


def confine(limits: Limits, *, readable: Iterable[str], parent: int) -> bool:
    """Give up everything but computing, for good.

    Returns: whether the kernel guards it too.
    """
    os.environ.clear()
    os.nice(limits.niceness)
    _be_first_to_go()
    _limit_resources(limits)
    is_guarded = sys.platform == "linux" and _guard(readable, parent=parent)
    sys.addaudithook(_watch(tuple(readable)))
    return is_guarded


def allow_time(cpu_seconds: float) -> None:
    """Give the next job its time on the processor; the kernel ends a process that uses more.

    Waiting for the job costs none of it. RLIMIT_CPU counts whole seconds over the life of a process, so it is
    raised for each job, and stands behind a timer that is exact.
    """
    soft = int(time.process_time() + cpu_seconds) + 2
    resource.setrlimit(resource.RLIMIT_CPU, (soft, resource.RLIM_INFINITY))
    signal.setitimer(signal.ITIMER_PROF, cpu_seconds)


def module_directories() -> list[str]:
    """Tell where modules are read from: the libraries, and the packages of ours that are loaded."""
    libraries = {path for path in map(os.path.realpath, sys.path) if _is_below(path, _INSTALLED)}
    packages = {
        os.path.realpath(path)
        for name, module in sys.modules.copy().items()
        if "." not in name
        for path in getattr(module, "__path__", ())
    }
    return sorted(path for path in libraries | packages | _shared_libraries() if Path(path).is_dir())


def _shared_libraries() -> set[str]:
    """Tell where the libraries in C come from that modules are linked to; nowhere where there is no /proc."""
    try:
        lines = Path("/proc/self/maps").read_text(encoding="utf-8").splitlines()
    except OSError:
        return set()
    mapped = {Path(line[line.index("/") :]) for line in lines if "/" in line}
    return {os.path.realpath(path.parent) for path in mapped if ".so" in path.name}


def _be_first_to_go() -> None:
    """Let the system end a worker before the service when memory runs out."""
    with contextlib.suppress(OSError):
        Path("/proc/self/oom_score_adj").write_text("1000", encoding="ascii")


def _limit_resources(limits: Limits) -> None:
    """Set what the kernel counts."""
    _lower(resource.RLIMIT_AS, limits.memory_bytes)
    _lower(resource.RLIMIT_NOFILE, DESCRIPTORS)
    for kind in (resource.RLIMIT_CORE, resource.RLIMIT_FSIZE, resource.RLIMIT_NPROC):
        _lower(kind, 0)


def _lower(kind: int, value: int) -> None:
    """Lower a limit; one that is lower already stays."""
    _, hard = resource.getrlimit(kind)
    new = value if hard == resource.RLIM_INFINITY else min(value, hard)
    resource.setrlimit(kind, (new, new))


def _guard(readable: Iterable[str], *, parent: int) -> bool:
    """Let the kernel hold what we gave up, and end us with our parent."""
    libc = ctypes.CDLL(None)
    libc.prctl(_SET_PARENT_DEATH_SIGNAL, signal.SIGKILL, 0, 0, 0)
    if os.getppid() != parent:
        raise EOFError
    libc.prctl(_SET_DUMPABLE, 0, 0, 0, 0)
    header, none = (ctypes.c_uint32 * 2)(_CAPABILITY_VERSION_3, 0), (ctypes.c_uint32 * 6)()
    libc.capset(ctypes.byref(header), ctypes.byref(none))
    is_locked = landlock.restrict(readable)
    return seccomp.restrict() and is_locked


def _watch(readable: tuple[str, ...]) -> Callable[[str, tuple[object, ...]], None]:
    """Make the hook that Python asks before it does anything to the world."""

    def refuse(event: str, arguments: tuple[object, ...]) -> None:
        if event == "open":
            path, _, flags = arguments
            if not (isinstance(flags, int) and not flags & _WRITING and _may_read(path, readable)):
                raise PermissionError(event)
        elif event.startswith(_REFUSED) and event not in _LOOKING:
            raise PermissionError(event)

    return refuse


def _may_read(path: object, readable: tuple[str, ...]) -> bool:
    """Tell whether a module may be at this path."""
    return isinstance(path, str | bytes) and _is_below(os.path.realpath(os.fsdecode(path)), readable)


def _is_below(path: str, directories: Iterable[str]) -> bool:
    return any(Path(path).is_relative_to(directory) for directory in directories)
