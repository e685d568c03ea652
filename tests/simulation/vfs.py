"""The simulated disks as a file layer (VFS) inside the very SQLite that the `sqlite3` module uses.

So the store runs unchanged, on its own driver: several connections, a shared log index and locks as
on a real machine. Written with ctypes against https://sqlite.org/c3ref/vfs.html; where Python has
SQLite built in out of reach, or paths are those of Windows, `AVAILABLE` is False.
"""

from __future__ import annotations

import _sqlite3
import ctypes
import os
import random
import sqlite3
import sys
from collections.abc import Callable
from ctypes import POINTER, Structure, c_char_p, c_double, c_int, c_int64, c_void_p
from dataclasses import dataclass, field
from functools import wraps
from weakref import WeakValueDictionary

from tests.simulation.disk import CANNOT_OPEN, FAILED, SHORT_READ, Disk, DiskError, File

NAME = "regulars-simulated"
OK, BUSY, NOT_FOUND = 0, 5, 12
_CREATE, _EXISTS = 0x4, 0  # flags of xOpen and xAccess
_LOCK, _SHARED = 0x2, 0x4  # flags of xShmLock
_NONE, _READ, _RESERVED, _PENDING, _EXCLUSIVE = range(5)
_PAGE = 4096  # sector size as SQLite's own layers report it
_SAFE_OVERWRITE = 0x1000  # a write harms no bytes beside it: the default of SQLite's own layers
_SLOTS = 8


@dataclass(slots=True, eq=False)
class Shared:
    """What the connections of one process share of a file: its locks and the log's index."""

    levels: dict[int, int] = field(default_factory=dict)
    regions: list[ctypes.Array[ctypes.c_char]] = field(default_factory=list)
    mapped: set[int] = field(default_factory=set)
    slots: list[dict[int, bool]] = field(default_factory=lambda: [{} for _ in range(_SLOTS)])
    """Who holds each of the index's locks, and whether alone."""


class Process:
    """A running program: what it shares between its connections, until it is dead."""

    def __init__(self, disk: Disk) -> None:
        self.disk = disk
        self.alive = True
        self.files: dict[str, Shared] = {}


@dataclass(slots=True, eq=False)
class Handle:
    """A file that a connection has open."""

    process: Process
    file: File
    shared: Shared


PROCESSES: WeakValueDictionary[str, Process] = WeakValueDictionary()
"""Which process opens the files of a folder."""
_open: dict[int, Handle] = {}


def handle_of(address: int) -> Handle:
    """An open file of a living process; DiskError for one that was killed."""
    handle = _open[address]
    if not handle.process.alive:
        raise DiskError(FAILED)
    return handle


def _place(name: bytes) -> tuple[Process, str]:
    """Whose disk a path leads to, and the name of the file there."""
    folder, file = os.path.split(name.decode())
    process = PROCESSES.get(folder)
    if process is None or not process.alive:
        raise DiskError(CANNOT_OPEN)
    return process, file


# --- of a file ------------------------------------------------------------------------------


def _close(address: int) -> int:
    handle = _open.pop(address, None)
    if handle is not None:
        handle.shared.levels.pop(address, None)
    return OK


def _read(address: int, buffer: int, size: int, at: int) -> int:
    handle = handle_of(address)
    data = handle.process.disk.read(handle.file, at, size)
    ctypes.memmove(buffer, data, len(data))
    if len(data) == size:
        return OK
    ctypes.memset(buffer + len(data), 0, size - len(data))
    return SHORT_READ


def _write(address: int, buffer: int, size: int, at: int) -> int:
    handle = handle_of(address)
    handle.process.disk.write(handle.file, at, ctypes.string_at(buffer, size))
    return OK


def _truncate(address: int, size: int) -> int:
    handle = handle_of(address)
    handle.process.disk.truncate(handle.file, size)
    return OK


def _sync(address: int, _flags: int) -> int:
    handle = handle_of(address)
    handle.process.disk.flush(handle.file)
    return OK


def _size(address: int, out: int) -> int:
    c_int64.from_address(out).value = len(handle_of(address).file.now)
    return OK


def _lock(address: int, level: int) -> int:
    levels = handle_of(address).shared.levels
    others = [held for who, held in levels.items() if who != address]
    highest = max(others, default=_NONE)
    free = {
        _READ: highest < _PENDING,
        _RESERVED: highest < _RESERVED,
        _EXCLUSIVE: highest == _NONE,
    }[level]
    if free:
        levels[address] = max(level, levels.get(address, _NONE))
    return OK if free else BUSY


def _unlock(address: int, level: int) -> int:
    _open[address].shared.levels[address] = level
    return OK


def _reserved(address: int, out: int) -> int:
    levels = handle_of(address).shared.levels.values()
    c_int.from_address(out).value = int(any(level >= _RESERVED for level in levels))
    return OK


def _control(_address: int, _operation: int, _argument: int) -> int:
    return NOT_FOUND


def _sector(_address: int) -> int:
    return _PAGE


def _character(_address: int) -> int:
    return _SAFE_OVERWRITE


# --- the log's index, which connections share -----------------------------------------------


def _map(address: int, number: int, size: int, extend: int, out: int) -> int:
    shared = handle_of(address).shared
    shared.mapped.add(address)
    while extend and len(shared.regions) <= number:
        shared.regions.append(ctypes.create_string_buffer(size))
    there = number < len(shared.regions)
    c_void_p.from_address(out).value = ctypes.addressof(shared.regions[number]) if there else None
    return OK


def _slot(address: int, first: int, count: int, flags: int) -> int:
    slots = handle_of(address).shared.slots[first : first + count]
    if not flags & _LOCK:
        for slot in slots:
            slot.pop(address, None)
        return OK
    alone = not flags & _SHARED
    for slot in slots:
        if any(who != address and (alone or held) for who, held in slot.items()):
            return BUSY
    for slot in slots:
        slot[address] = alone
    return OK


def _barrier(_address: int) -> None:
    return None


def _unmap(address: int, delete: int) -> int:
    shared = _open[address].shared
    shared.mapped.discard(address)
    for slot in shared.slots:
        slot.pop(address, None)
    if delete or not shared.mapped:
        shared.regions = []
    return OK


# --- of the file system ---------------------------------------------------------------------


def _opened(_vfs: int, name: bytes | None, address: int, flags: int, out: int) -> int:
    methods = c_void_p.from_address(address)
    methods.value = None  # so that SQLite does not close what was never open
    if name is None:  # a place to sort in: no part of the disk
        process = Process(Disk(random.Random(0)))
        handle = Handle(process, File(bytearray()), Shared())
    else:
        process, called = _place(name)
        file = process.disk.opened(called, bool(flags & _CREATE))
        handle = Handle(process, file, process.files.setdefault(called, Shared()))
    _open[address] = handle
    methods.value = ctypes.addressof(_METHODS)
    if out:
        c_int.from_address(out).value = flags
    return OK


def _delete(_vfs: int, name: bytes, lasting: int) -> int:
    process, called = _place(name)
    process.disk.delete(called, bool(lasting))
    return OK


def _access(_vfs: int, name: bytes, flags: int, out: int) -> int:
    process, called = _place(name)
    there = process.disk.exists(called)
    c_int.from_address(out).value = int(there or flags != _EXISTS)
    return OK


def _full_name(_vfs: int, name: bytes, size: int, out: int) -> int:
    if len(name) >= size:
        return CANNOT_OPEN
    ctypes.memmove(out, name + b"\0", len(name) + 1)
    return OK


def _random(_vfs: int, size: int, out: int) -> int:
    ctypes.memset(out, 7, size)  # SQLite asks its usual layer, not this one
    return size


def _sleep(_vfs: int, microseconds: int) -> int:
    return microseconds  # time stands still here: who waits for a lock has waited


def _time(_vfs: int, out: int) -> int:
    c_double.from_address(out).value = 2_461_000.5  # a Julian day: we ask SQLite for no time
    return OK


def _last_error(_vfs: int, _size: int, _out: int) -> int:
    return OK


# --- how SQLite is told ---------------------------------------------------------------------

_I, _L, _P, _S = c_int, c_int64, c_void_p, c_char_p
_FILE_METHODS: list[tuple[Callable[..., int | None], tuple[type, ...]]] = [
    (_close, ()), (_read, (_P, _I, _L)), (_write, (_P, _I, _L)), (_truncate, (_L,)),
    (_sync, (_I,)), (_size, (_P,)), (_lock, (_I,)), (_unlock, (_I,)), (_reserved, (_P,)),
    (_control, (_I, _P)), (_sector, ()), (_character, ()), (_map, (_I, _I, _I, _P)),
    (_slot, (_I, _I, _I)), (_barrier, ()), (_unmap, (_I,)),
]  # fmt: skip
_SYSTEM_METHODS: list[tuple[Callable[..., int] | None, tuple[type, ...]]] = [
    (_opened, (_S, _P, _I, _P)), (_delete, (_S, _I)), (_access, (_S, _I, _P)),
    (_full_name, (_S, _I, _P)), (None, ()), (None, ()), (None, ()), (None, ()),
    (_random, (_I, _P)), (_sleep, (_I,)), (_time, (_P,)), (_last_error, (_I, _P)),
]  # fmt: skip


def _called(method: Callable[..., int | None], types: tuple[type, ...]) -> ctypes._FuncPointer:
    """A method as a C function; a fault of the disk is its number."""

    @wraps(method)
    def call(*arguments: object) -> int:
        try:
            return method(*arguments) or OK
        except DiskError as error:
            return error.code

    return ctypes.CFUNCTYPE(_I, _P, *types)(call)


class _Methods(Structure):
    _fields_ = (("version", _I), *((f"m{n}", _P) for n in range(len(_FILE_METHODS))))


class _System(Structure):
    _fields_ = (
        *(("version", _I), ("file_size", _I), ("path", _I), ("next", _P), ("name", _S)),
        ("data", _P),
        *((f"m{n}", _P) for n in range(len(_SYSTEM_METHODS))),
    )


_calls = [_called(*each) for each in _FILE_METHODS]
_METHODS = _Methods(2, *(ctypes.cast(call, _P).value for call in _calls))
_system_calls = [_called(method, types) if method else None for method, types in _SYSTEM_METHODS]
_SYSTEM = _System(
    1, ctypes.sizeof(c_void_p), 1024, None, NAME.encode(), None,
    *(ctypes.cast(call, _P).value if call else None for call in _system_calls),
)  # fmt: skip


def _registered() -> bool:
    """Whether the SQLite of `sqlite3`, and no other one in this process, knows the layer now."""
    if sys.platform == "win32":
        return False
    # Linked to the driver's module, through which it is found; or built into Python.
    for place in (getattr(_sqlite3, "__file__", None), None):
        try:
            register = ctypes.CDLL(place).sqlite3_vfs_register
        except (AttributeError, OSError):
            continue
        register.argtypes = [POINTER(_System), c_int]
        if register(ctypes.byref(_SYSTEM), 0) == OK and _is_known():
            return True
    return False


def _is_known() -> bool:
    try:
        sqlite3.connect(f"file:/nowhere?vfs={NAME}", uri=True).close()
    except sqlite3.OperationalError as error:
        return "no such vfs" not in str(error)
    return True


AVAILABLE = _registered()
