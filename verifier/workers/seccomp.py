"""Give up all system calls but those that computing needs (seccomp, Linux on x86_64 and aarch64).

A list of what is allowed: what is not on it fails as forbidden (EPERM), and so does a call in a manner that the list
excludes. Numbers of calls that a machine does not have are simply not there.
"""

import ctypes
import errno
import os
import platform
from collections.abc import Iterator
from dataclasses import dataclass
from struct import Struct

_SET_NO_NEW_PRIVS = 38
_SET_SECCOMP = 22
_MODE_FILTER = 2

_LOAD, _AND, _EQUAL, _RETURN = 0x20, 0x54, 0x15, 0x06
_ALLOW, _REFUSE, _KILL = 0x7FFF0000, 0x00050000 | errno.EPERM, 0x80000000
_NUMBER, _MACHINE, _ARGUMENTS = 0, 4, 16
_INSTRUCTION = Struct("=HBBI")
_X32 = 0x40000000
_ANY = 0xFFFFFFFF

_WRITING = os.O_ACCMODE | os.O_CREAT | os.O_TRUNC | os.O_APPEND


@dataclass(frozen=True, slots=True)
class _Calls:
    """Hold the numbers of one machine: freely allowed, and allowed while the bits of one argument are zero."""

    machine: int
    allowed: tuple[int, ...]
    opening: int
    limiting: int


_CALLS = {
    "x86_64": _Calls(
        machine=0xC000003E,
        # read write close stat fstat lstat poll lseek mmap mprotect munmap brk rt_sigaction rt_sigprocmask
        # rt_sigreturn pread64 access sched_yield mremap madvise nanosleep setitimer getpid exit fcntl getcwd
        # readlink gettimeofday getrusage sysinfo times sigaltstack gettid futex sched_getaffinity getdents64
        # restart_syscall clock_gettime clock_nanosleep exit_group newfstatat readlinkat faccessat ppoll getrandom
        # statx rseq faccessat2
        allowed=(
            *(0, 1, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 17, 21, 24, 25, 28, 35, 38, 39, 60, 72, 79),
            *(89, 96, 98, 99, 100, 131, 186, 202, 204, 217, 219, 228, 230, 231, 262, 267, 269, 271, 318),
            *(332, 334, 439),
        ),
        opening=257,
        limiting=302,
    ),
    "aarch64": _Calls(
        machine=0xC00000B7,
        # getcwd fcntl faccessat close getdents64 lseek read write pread64 ppoll readlinkat newfstatat fstat exit
        # exit_group futex nanosleep setitimer clock_gettime clock_nanosleep restart_syscall sched_getaffinity
        # sched_yield sigaltstack rt_sigaction rt_sigprocmask rt_sigreturn times getrusage gettimeofday getpid gettid
        # sysinfo brk munmap mremap mmap mprotect madvise getrandom statx rseq faccessat2
        allowed=(
            *(17, 25, 48, 57, 61, 62, 63, 64, 67, 73, 78, 79, 80, 93, 94, 98, 101, 103, 113, 115, 123, 124),
            *(128, 132, 134, 135, 139, 153, 165, 169, 172, 178, 179, 214, 215, 216, 222, 226, 233, 278, 291),
            *(293, 439),
        ),
        opening=56,
        limiting=261,
    ),
}


class _Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_ushort), ("filter", ctypes.c_char_p))


def restrict() -> bool:
    """Give up the calls, for good; say whether the kernel took it."""
    calls = _CALLS.get(platform.machine())
    if calls is None:
        return False
    prctl = ctypes.CDLL(None).prctl
    code = b"".join(_filter(calls))
    program = _Program(len(code) // _INSTRUCTION.size, code)
    if prctl(_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0:
        return False
    return bool(prctl(_SET_SECCOMP, _MODE_FILTER, ctypes.byref(program), 0, 0) == 0)


def _filter(calls: _Calls) -> Iterator[bytes]:
    """Write the filter: the machine first, then each call in turn, and no to all that is left."""
    yield from (_load(_MACHINE), _equal(calls.machine, otherwise=1), _equal(_ANY, then=1, otherwise=1))
    yield _answer(_KILL)
    yield _load(_NUMBER)
    for number in calls.allowed:
        yield from (_equal(number, otherwise=1), _answer(_ALLOW))
    yield from _while_zero(calls.opening, argument=2, bits=_WRITING)
    yield from _while_zero(calls.limiting, argument=0, bits=_ANY)
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
