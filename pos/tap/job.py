"""One connection of the POS: its sockets, and the files through which its bytes go to the printer.

What came in is appended to `.in`; what goes out is sent from a file, too. How far each has got is
the position of the open file itself, which the kernel moves in the same step as the bytes. So
a second process that holds the same open files can go on at the exact byte when this one is killed.
"""

from __future__ import annotations

import contextlib
import json
import os
import socket
import struct
from dataclasses import dataclass
from pathlib import Path

from pos.tap.upstream import connected

STREAMS = "streams"
_STATE = struct.Struct("<QBB")
OPEN, SENT, BROKEN = 0, 1, 2


@dataclass(frozen=True, slots=True)
class State:
    """How far a stream is: bytes of `.in` that have all been sent on; whether the POS has closed;
    `done`: OPEN, SENT, or BROKEN (the printer or the POS was lost before all was sent).
    """

    sent: int = 0
    closed: bool = False
    done: int = OPEN

    @classmethod
    def read(cls, stream: Path) -> State:
        """Of a stream's file; nothing is known of one without it."""
        try:
            sent, closed, done = _STATE.unpack(stream.with_suffix(".state").read_bytes())
        except (OSError, struct.error):
            return cls()
        return cls(sent, bool(closed), done)

    def write(self, stream: Path) -> None:
        """For a stream whose process is gone."""
        with contextlib.suppress(OSError):
            stream.with_suffix(".state").write_bytes(self.packed())

    def packed(self) -> bytes:
        """As it is kept."""
        return _STATE.pack(self.sent, self.closed, self.done)


@dataclass(slots=True)
class Job:
    """`bridge`: the printer hangs on a wire of this process; nobody else can go on with it."""

    stream: Path
    client: socket.socket
    upstream: socket.socket
    bridge: bool
    taken: int
    """`.in`, to write; its position is what came."""
    source: int
    """`.in` or `.out`, to read; its position is what was sent."""
    out: int
    """`.out`, to write; -1 where nothing is ever put in."""
    state: int
    pipe: tuple[int, int]
    """To read, to write: what is on its way from the POS into `.in`."""

    def note(self, state: State) -> None:
        """Say how far it is; the counter's part of the program reads it."""
        with contextlib.suppress(OSError):
            os.lseek(self.state, 0, os.SEEK_SET)
            os.write(self.state, state.packed())

    def handles(self) -> list[int]:
        """All that another process needs, in the order `from_handles` takes."""
        files = [self.taken, self.source, self.out, self.state, *self.pipe]
        return [self.client.fileno(), self.upstream.fileno(), *(fd for fd in files if fd >= 0)]

    def described(self) -> bytes:
        """What goes with the handles."""
        return json.dumps([str(self.stream), self.bridge, self.out >= 0]).encode()

    def close(self) -> None:
        """Let go of everything; the POS sees an orderly end."""
        for wire in (self.client, self.upstream):
            wire.close()
        for fd in (self.taken, self.source, self.out, self.state, *self.pipe):
            if fd >= 0:
                os.close(fd)

    def cut_off(self) -> None:
        """Let go, and the POS sees what it would see of a printer that vanished: a reset."""
        with contextlib.suppress(OSError):
            self.client.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.close()


def begun(client: socket.socket, setting: str, stream: Path, writes: bool) -> Job:
    """A job for a POS that just connected. TroubleError of `connected`; OSError: no disk."""
    upstream, bridge = connected(setting)
    opened: list[int] = []
    try:
        taken = _open(stream, opened)
        state = _open(stream.with_suffix(".state"), opened)
        out = _open(stream.with_suffix(".out"), opened) if writes else -1
        shown = stream.with_suffix(".out") if writes else stream
        source = os.open(shown, os.O_RDONLY | getattr(os, "O_BINARY", 0))
        opened.append(source)
        pipe = os.pipe()
        os.write(state, State().packed())
    except OSError:
        upstream.close()
        for fd in opened:
            os.close(fd)
        raise
    return Job(stream, client, upstream, bridge, taken, source, out, state, pipe)


def from_handles(described: bytes, handles: list[int]) -> Job:
    """The job that another process had begun."""
    stream, bridge, writes = json.loads(described)
    client, upstream, taken, source, *rest = handles
    out = rest.pop(0) if writes else -1
    state, *pipe = rest
    wires = socket.socket(fileno=client), socket.socket(fileno=upstream)
    return Job(Path(stream), *wires, bridge, taken, source, out, state, (pipe[0], pipe[1]))


def _open(path: Path, opened: list[int]) -> int:
    flags = os.O_RDWR | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    opened.append(os.open(path, flags, 0o600))
    return opened[-1]
