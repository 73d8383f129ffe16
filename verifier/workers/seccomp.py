"""Give up all system calls but those that computing needs (seccomp, Linux on x86_64 and aarch64).

A list of what is allowed. What is not on it fails as forbidden (EPERM), and so do a call to open a file for
writing and one to set the limits of another process.
"""

import ctypes
import errno
import os
import platform
from collections.abc import Iterator, Sequence
from struct import Struct

_SET_NO_NEW_PRIVS = 38
_SET_SECCOMP = 22
_MODE_FILTER = 2

_LOAD, _AND, _EQUAL, _RETURN = 0x20, 0x54, 0x15, 0x06
_ALLOW, _REFUSE, _KILL = 0x7FFF0000, 0x00050000 | errno.EPERM, 0x80000000
_NUMBER, _MACHINE, _ARGUMENTS = 0, 4, 16
_INSTRUCTION = Struct("=HBBI")

_MACHINES = {"x86_64": 0xC000003E, "aarch64": 0xC00000B7}
"""The machines whose numbers we know, in the order of the columns below."""

_ALLOWED: dict[str, Sequence[int]] = {
    # memory
    "brk": (12, 214),
    "madvise": (28, 233),
    "mmap": (9, 222),
    "mprotect": (10, 226),
    "mremap": (25, 216),
    "munmap": (11, 215),
    # what is open already, and looking at files
    "access": (21,),
    "close": (3, 57),
    "faccessat": (269, 48),
    "faccessat2": (439, 439),
    "fstat": (5, 80),
    "getcwd": (79, 17),
    "getdents64": (217, 61),
    "lseek": (8, 62),
    "lstat": (6,),
    "newfstatat": (262, 79),
    "poll": (7,),
    "ppoll": (271, 73),
    "pread64": (17, 67),
    "read": (0, 63),
    "readlink": (89,),
    "readlinkat": (267, 78),
    "stat": (4,),
    "statx": (332, 291),
    "write": (1, 64),
    # time and chance
    "clock_gettime": (228, 113),
    "clock_nanosleep": (230, 115),
    "getrandom": (318, 278),
    "getrusage": (98, 165),
    "gettimeofday": (96, 169),
    "nanosleep": (35, 101),
    "setitimer": (38, 103),
    "times": (100, 153),
    # ourselves
    "exit": (60, 93),
    "exit_group": (231, 94),
    "futex": (202, 98),
    "getpid": (39, 172),
    "gettid": (186, 178),
    "restart_syscall": (219, 128),
    "rseq": (334, 293),
    "rt_sigaction": (13, 134),
    "rt_sigprocmask": (14, 135),
    "rt_sigreturn": (15, 139),
    "sched_getaffinity": (204, 123),
    "sched_yield": (24, 124),
    "sigaltstack": (131, 132),
    "sysinfo": (99, 179),
}

_OPENAT = (257, 56)
_WRITING = os.O_ACCMODE | os.O_CREAT | os.O_TRUNC | os.O_APPEND
_FLAGS_OF_OPENAT = 2

_PRLIMIT64 = (302, 261)
_ANY = 0xFFFFFFFF
_PROCESS_OF_PRLIMIT64 = 0


class _Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_ushort), ("filter", ctypes.c_char_p))


def restrict() -> bool:
    """Give up the calls, for good; say whether the kernel took it."""
    if platform.machine() not in _MACHINES:
        return False
    code = b"".join(_filter(list(_MACHINES).index(platform.machine())))
    program = _Program(len(code) // _INSTRUCTION.size, code)
    prctl = ctypes.CDLL(None).prctl
    return bool(
        prctl(_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0
        and prctl(_SET_SECCOMP, _MODE_FILTER, ctypes.byref(program), 0, 0) == 0
    )


def _filter(column: int) -> Iterator[bytes]:
    """Write the filter: the machine first, then each call in turn, and no to all that is left."""
    yield from (_load(_MACHINE), _equal(list(_MACHINES.values())[column], then=1), _answer(_KILL))
    yield _load(_NUMBER)
    for numbers in _ALLOWED.values():
        for number in numbers[column : column + 1]:
            yield from (_equal(number, otherwise=1), _answer(_ALLOW))
    yield from _while_zero(_OPENAT[column], argument=_FLAGS_OF_OPENAT, bits=_WRITING)
    yield from _while_zero(_PRLIMIT64[column], argument=_PROCESS_OF_PRLIMIT64, bits=_ANY)
    yield _answer(_REFUSE)


def _while_zero(number: int, *, argument: int, bits: int) -> Iterator[bytes]:
    """Allow a call while these bits of an argument are zero."""
    yield _equal(number, otherwise=5)
    yield _load(_ARGUMENTS + 8 * argument)
    yield _INSTRUCTION.pack(_AND, 0, 0, bits)
    yield from (_equal(0, otherwise=1), _answer(_ALLOW), _answer(_REFUSE))


def _load(offset: int) -> bytes:
    return _INSTRUCTION.pack(_LOAD, 0, 0, offset)


def _equal(value: int, *, then: int = 0, otherwise: int = 0) -> bytes:
    """Compare, and skip so many instructions."""
    return _INSTRUCTION.pack(_EQUAL, then, otherwise, value)


def _answer(value: int) -> bytes:
    return _INSTRUCTION.pack(_RETURN, 0, 0, value)
