"""Look at processes from outside."""

import time
from pathlib import Path

_LONG = 20.0


def is_alive(process: int) -> bool:
    """Tell whether a process is there, and is more than the memory of one."""
    try:
        status = Path(f"/proc/{process}/stat").read_text(encoding="ascii", errors="replace")
    except (FileNotFoundError, ProcessLookupError):
        return False
    return status.rpartition(")")[2].split()[0] not in {"Z", "X"}


def children(process: int) -> set[int]:
    """Give the living children of a process."""
    listed = Path(f"/proc/{process}/task/{process}/children").read_text(encoding="ascii").split()
    return {child for child in map(int, listed) if is_alive(child)}


def threads(process: int) -> int:
    """Count the threads of a process."""
    return len(list(Path(f"/proc/{process}/task").iterdir()))


def capabilities(process: int) -> set[int]:
    """Give the sets of capabilities that a process has or may take."""
    lines = Path(f"/proc/{process}/status").read_text(encoding="ascii").splitlines()
    return {int(line.split()[1], 16) for line in lines if line.startswith(("CapInh", "CapPrm", "CapEff"))}


def all_gone(processes: set[int]) -> bool:
    """Wait until none of the processes is alive; tell whether it came to that."""
    until = time.monotonic() + _LONG
    while any(map(is_alive, processes)) and time.monotonic() < until:
        time.sleep(0.01)
    return not any(map(is_alive, processes))


def descriptors() -> int:
    """Count our own open descriptors."""
    return len(list(Path("/proc/self/fd").iterdir()))
