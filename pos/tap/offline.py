"""When the printer cannot be reached: what a POS is told then, and what it may leave with us.

A POS that only asks is answered as an offline printer answers (Epson's "DLE EOT n"). One that
prints and stays is cut off, so that it says so. One that prints and hangs up at once never hears
anything: its receipt is kept and printed when the printer is back, if that is soon.
"""

from __future__ import annotations

import contextlib
import socket
import struct
import time
from pathlib import Path

from pos.tap.job import BROKEN, OPEN, SENT, STREAMS, State
from pos.tap.upstream import connected
from pos.trouble import TroubleError
from receipts.reading.escpos.slip import MOST_BYTES, is_cut
from receipts.reading.escpos.tokens import Kind, Tokenizer

_PATIENCE_S = 3
_HANG_UP_S = 0.3  # between the last byte of a POS that does not wait and its end
_FAREWELL_S = 5
_CHUNK = 65_536
_ANSWERS = {1: b"\x1a", 2: b"\x52", 3: b"\x12", 4: b"\x12"}
"""Offline; an error has stopped it; paper unknown."""
_HARMLESS = (b"\x1b@", b"\x1b=", b"\x1da", b"\x1dr", b"\x1dI")


def without_printer(client: socket.socket, stream: Path) -> None:
    """Serve a POS whose printer is out of reach; always ends within seconds."""
    tokens, data, prints = Tokenizer(), bytearray(), False
    until = time.monotonic() + _PATIENCE_S
    closed = False
    with contextlib.suppress(OSError):
        while not closed and (left := until - time.monotonic()) > 0 and len(data) < MOST_BYTES:
            client.settimeout(left)
            piece = client.recv(_CHUNK)
            closed = not piece
            data += piece
            for token in tokens.feed(piece):
                if token.data[:2] == b"\x10\x04":
                    client.sendall(_ANSWERS.get(token.data[2], b""))
                prints = prints or not _harmless(token.kind, token.name)
            if prints:
                until = min(until, time.monotonic() + _HANG_UP_S)
    if closed and prints:
        with contextlib.suppress(OSError):
            stream.write_bytes(data)
            State(0, closed=True).write(stream)
    else:
        client.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    client.close()


def _harmless(kind: Kind, name: bytes) -> bool:
    return kind in (Kind.REALTIME, Kind.CONTROL) or name in _HARMLESS


def left_behind(folder: Path) -> list[Path]:
    """Streams nobody works on and whose POS has hung up, with something the printer has not got."""
    found = []
    for stream in sorted((folder / STREAMS).glob("*.in")):
        state = State.read(stream)
        if state.done == OPEN and state.closed and state.sent < stream.stat().st_size:
            found.append(stream)
    return found


def give_up(folder: Path, but: tuple[Path, ...] = ()) -> None:
    """At a start: streams whose POS heard that they broke off; it sends them again itself."""
    for stream in (folder / STREAMS).glob("*.in"):
        state = State.read(stream)
        if state.done == OPEN and stream not in but:
            gone = State(state.sent, state.closed, BROKEN)
            whole = state.closed and state.sent >= stream.stat().st_size
            (State(state.sent, True, SENT) if whole else gone).write(stream)


def print_later(stream: Path, setting: str) -> bool:
    """Print what is left of a stream, from the beginning of the receipt that was broken off.

    False while the printer is out of reach.
    """
    try:
        data = stream.read_bytes()
        wire, _ = connected(setting)
    except TroubleError:
        return False
    except OSError:
        return True
    with wire, contextlib.suppress(OSError):
        wire.settimeout(None)
        wire.sendall(data[receipt_at(data, State.read(stream).sent) :])
        wire.shutdown(socket.SHUT_WR)
        State(len(data), closed=True, done=SENT).write(stream)
        wire.settimeout(_FAREWELL_S)
        while wire.recv(_CHUNK):
            pass
    return True


def receipt_at(data: bytes, sent: int) -> int:
    """Where the receipt begins whose bytes were sent up to `sent`."""
    start = at = 0
    for token in Tokenizer().feed(data):
        at += len(token.data)
        if at > sent:
            break
        if is_cut(token):
            start = at
    return start
