"""Give up all files but those that Python reads its modules from (Landlock, Linux 5.13 and later).

Where the kernel is newer, this gives up TCP (6.7), signals to others and abstract sockets (6.12) as well.
"""

import ctypes
import os
from collections.abc import Iterable

_CREATE_RULESET, _ADD_RULE, _RESTRICT_SELF = 444, 445, 446
_ASK_VERSION = 1
_PATH_BENEATH = 1
_READ_FILE, _READ_DIRECTORY = 1 << 2, 1 << 3
_FILES_OF_VERSION = {1: (1 << 13) - 1, 2: (1 << 14) - 1}
_FILES = (1 << 15) - 1
_TCP_VERSION, _TCP = 4, 0b11
_SCOPE_VERSION, _SCOPES = 6, 0b11
_SET_NO_NEW_PRIVS = 38


class _Ruleset(ctypes.Structure):
    _fields_ = (("files", ctypes.c_uint64), ("tcp", ctypes.c_uint64), ("scopes", ctypes.c_uint64))


class _Beneath(ctypes.Structure):
    _pack_ = 1
    _fields_ = (("access", ctypes.c_uint64), ("directory", ctypes.c_int32))


def restrict(readable: Iterable[str]) -> bool:
    """Give up all but reading in these directories, for good; say whether the kernel took it."""
    libc = ctypes.CDLL(None)
    version = libc.syscall(_CREATE_RULESET, None, 0, _ASK_VERSION)
    if version < 1:
        return False
    asked = _Ruleset(
        _FILES_OF_VERSION.get(version, _FILES),
        _TCP if version >= _TCP_VERSION else 0,
        _SCOPES if version >= _SCOPE_VERSION else 0,
    )
    ruleset = libc.syscall(_CREATE_RULESET, ctypes.byref(asked), ctypes.sizeof(asked), 0)
    if ruleset < 0:
        return False
    try:
        for path in readable:
            _allow_reading(libc, ruleset, path)
        return bool(
            libc.prctl(_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 and libc.syscall(_RESTRICT_SELF, ruleset, 0) == 0
        )
    finally:
        os.close(ruleset)


def _allow_reading(libc: ctypes.CDLL, ruleset: int, path: str) -> None:
    directory = os.open(path, os.O_RDONLY | os.O_DIRECTORY)
    try:
        rule = _Beneath(_READ_FILE | _READ_DIRECTORY, directory)
        libc.syscall(_ADD_RULE, ruleset, _PATH_BENEATH, ctypes.byref(rule), 0)
    finally:
        os.close(directory)
