"""One POS and its printer: both directions at once, until both have had enough.

Nothing here looks at what is printed unless something may be put in; then the gate does. A fault in
it ends this process, and the one that stands by goes on from the same byte, without a gate.
"""

from __future__ import annotations

import contextlib
import json
import os
import select
import socket
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from pos.tap.asking import Question
from pos.tap.gate import Gate, Piece
from pos.tap.job import BROKEN, SENT, Job, State
from pos.tap.moving import Intake, Outgo, read_at, write_all

MOST_BEHIND = 1 << 20
"""Bytes taken from a POS before its printer took them."""
_HOLD_S = 0.05
_IDLE_S = 0.7
_TURN_S = 0.5
_FAREWELL_S = 10  # for a printer that was told that nothing more comes
_CHUNK = 4_096


@dataclass(frozen=True, slots=True)
class Insertion:
    """Where the reader is asked, how long it may think, and what ends a receipt nobody cut:
    the bytes after our lines, or None: nothing is put on such a receipt.
    """

    folder: Path
    wait_ms: int = 200
    uncut: bytes | None = None


class Watched(Protocol):
    """Somebody else's socket, to look at when it can be read; it may be another one afterwards."""

    socket: socket.socket

    def look(self) -> None:
        """It can be read."""


class Relay:
    """Moves one job's bytes."""

    def __init__(
        self,
        job: Job,
        insertion: Insertion | None = None,
        watch: Watched | None = None,
        stopping: Callable[[], bool] = lambda: False,
    ) -> None:
        self._job = job
        self._intake = Intake(job)
        self._outgo = Outgo(job)
        self._insertion = insertion
        self._gate = Gate() if insertion is not None and job.out >= 0 else None
        self._watch = watch
        self._stopping = stopping
        self._read = self._released = 0  # bytes of `.in` the gate has seen, and let out
        self._queue: deque[Piece] = deque()
        self._question: Question | None = None
        self._closed = self._told = self._printer_closed = False
        self._answers = b""
        self._spilt = bytearray()  # what should have gone through a file that is full
        self._last = time.monotonic()
        self._parting = self._last
        self._noted = State()

    def resume(self) -> None:
        """Go on where a killed process was: its files say how far it got; nothing is put in now."""
        self._gate = None
        if self._job.out >= 0:
            came = read_at(self._job.taken, self._intake.came, 0)
            due = _with_insertions(came, self._job.stream.with_suffix(".plan"))
            write_all(self._job.out, due[os.lseek(self._job.out, 0, os.SEEK_CUR) :])
            self._read = self._released = len(came)

    def run(self) -> bool:
        """Until the end; whether all went to the printer. The job's handles stay open."""
        try:
            while not self._over():
                self._turn()
        except OSError:
            self._note(BROKEN)
            return False
        self._note(SENT)
        return True

    def _over(self) -> bool:
        if self._stopping() and self._quiet() and self._since(self._last) > _TURN_S:
            return True
        if self._printer_closed and self._since(self._parting) > _FAREWELL_S:
            raise ConnectionResetError  # the printer has hung up, and the POS talks on
        if not (self._closed and self._quiet()):
            return False
        if not self._told:
            self._told, self._parting = True, time.monotonic()
            with contextlib.suppress(OSError):
                self._job.upstream.shutdown(socket.SHUT_WR)
        return self._printer_closed or self._since(self._parting) > _FAREWELL_S

    def _quiet(self) -> bool:
        """Whether everything that came is on its way to the printer."""
        kept = self._spilt or self._queue or self._question or (self._gate and self._gate.holds)
        return not (kept or self._due() > self._outgo.sent or self._intake.straight)

    def _due(self) -> int:
        """How far the file that is sent reaches."""
        writing = self._job.taken if self._job.out < 0 else self._job.out
        return os.lseek(writing, 0, os.SEEK_CUR)

    def _turn(self) -> None:
        job = self._job
        hears = [] if self._closed or self._behind() else [job.client]
        if not self._printer_closed:
            hears.append(job.upstream)
        if self._watch is not None:
            hears.append(self._watch.socket)
        if self._question is not None:
            hears.append(self._question.socket)
        more = self._due() > self._outgo.sent or self._spilt or self._intake.straight
        sends = [job.upstream] if more else []
        speaks = [job.client] if self._answers else []
        ready, writable, _ = select.select(hears, sends + speaks, [], self._patience())
        if job.upstream in ready:
            self._from_printer()
        if job.client in ready:
            self._from_pos()
        if self._question is not None and self._question.socket in ready:
            self._hear()
        if self._watch is not None and self._watch.socket in ready:
            self._watch.look()
        self._waited()
        if job.client in writable:
            self._answer()
        self._send()

    def _patience(self) -> float:
        if self._question is not None:
            return min(self._question.left_s, _HOLD_S)
        return _HOLD_S if self._gate is not None and self._gate.holds else _TURN_S

    def _behind(self) -> bool:
        return self._intake.came - self._outgo.sent > MOST_BEHIND or bool(self._intake.straight)

    def _from_printer(self) -> None:
        data = self._job.upstream.recv(_CHUNK)
        if data:
            self._answers = (self._answers + data)[-MOST_BEHIND:]
            self._answer()
        else:
            self._printer_closed, self._parting = True, time.monotonic()
            with contextlib.suppress(OSError):
                self._job.client.shutdown(socket.SHUT_WR)

    def _answer(self) -> None:
        try:
            self._answers = self._answers[self._job.client.send(self._answers) :]
        except BlockingIOError:
            pass
        except OSError:
            self._answers = b""  # a POS that prints and does not listen

    def _from_pos(self) -> None:
        try:
            open_still = self._intake.take()
        except BlockingIOError:
            return
        except OSError:
            open_still = False  # it hung up; what it said before is printed all the same
        self._last = time.monotonic()
        self._closed = self._closed or not open_still
        if self._job.out >= 0:
            came = self._intake.came
            data = read_at(self._job.taken, came - self._read, self._read)
            self._read = came
            self._queue.extend(self._gate.feed(data) if self._gate else [Piece(data)])
        if self._intake.straight:
            self._no_room()
        if self._closed:
            self._end_of_pos()
        self._release()

    def _no_room(self) -> None:
        """The disk is full: what is held back goes out before what can no longer be kept."""
        if self._gate is not None:
            self._queue.append(Piece(self._gate.let_go()))
            self._gate = None
        if self._question is not None:
            self._put_in(b"")

    def _end_of_pos(self) -> None:
        if self._gate is not None:
            self._finish()
        self._note()

    def _finish(self) -> None:
        """The receipt is over, and nothing cut it."""
        if self._gate is None or self._insertion is None:
            return
        if self._insertion.uncut is not None and (last := self._gate.ending()) is not None:
            self._queue.append(Piece(self._gate.idle()))
            self._queue.append(last)
        else:
            self._queue.append(Piece(self._gate.idle()))

    def _waited(self) -> None:
        """What time alone decides."""
        if self._question is not None and not self._question.left_s:
            self._put_in(b"")
        since = self._since(self._last)
        if self._gate is not None and since > _HOLD_S:
            if self._gate.holds:
                self._queue.append(Piece(self._gate.let_go()))
            if since > _IDLE_S and not self._closed:
                self._finish()
            self._release()

    def _release(self) -> None:
        """Into the file that is sent: all up to the next cut that waits for an answer."""
        while self._queue and self._question is None:
            piece = self._queue[0]
            if piece.before and self._gate is not None and self._ask():
                return
            self._queue.popleft()
            self._out(piece.data)

    def _ask(self) -> bool:
        if self._insertion is None:
            return False
        try:
            self._question = Question(
                self._insertion.folder,
                self._job.stream.name,
                self._released,
                self._insertion.wait_ms,
            )
        except (OSError, ValueError, KeyError, TypeError):
            return False
        return True

    def _hear(self) -> None:
        if self._question is not None and (block := self._question.hear()) is not None:
            self._put_in(block)

    def _put_in(self, block: bytes) -> None:
        """The answer is there, or the time is over."""
        piece = self._queue.popleft()
        if self._question is not None:
            self._question.close()
            self._question = None
        if block:
            whole = piece.around(block)
            if not piece.data and self._insertion and self._insertion.uncut:
                whole += self._insertion.uncut
            _plan(self._job.stream.with_suffix(".plan"), self._released, whole)
            self._out(whole)
            self._released -= len(whole)
        self._out(piece.data)
        self._release()

    def _out(self, data: bytes) -> None:
        before = self._due()
        try:
            write_all(self._job.out, data)
        except OSError:
            self._spilt += data[self._due() - before :]
        self._released += len(data)

    def _send(self) -> None:
        due = self._due()
        try:
            while self._outgo.sent < due:
                self._outgo.send(due)
            for rest in (self._spilt, self._intake.straight):
                while rest:
                    self._outgo.send_straight(rest)
        except BlockingIOError:
            return
        self._note()

    def _note(self, done: int = 0) -> None:
        sent = self._released if self._job.out >= 0 else self._outgo.sent
        state = State(sent if self._due() == self._outgo.sent else self._noted.sent, self._closed)
        state = State(state.sent, state.closed, done)
        if state != self._noted:
            self._noted = state
            self._job.note(state)

    def _since(self, moment: float) -> float:
        return time.monotonic() - moment


def _plan(path: Path, at: int, block: bytes) -> None:
    """Written before the block goes out: how `.out` will differ from `.in`."""
    with path.open("a", encoding="ascii") as file:
        file.write(json.dumps([at, block.hex()]) + "\n")


def _with_insertions(came: bytes, plan: Path) -> bytes:
    """What goes out for what came."""
    try:
        lines = plan.read_text(encoding="ascii").splitlines()
        inserted = [(int(at), bytes.fromhex(block)) for at, block in map(json.loads, lines)]
    except (OSError, ValueError):
        return came
    out, done = b"", 0
    for at, block in inserted:
        out += came[done:at] + block
        done = at
    return out + came[done:]
