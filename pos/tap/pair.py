"""Two processes for one port: one works, the other holds the same open connections and waits.

Whichever is killed, the other goes on in the same moment: the connections live as long as one of
them does, and nobody has to connect anew. Only where processes can be forked and sockets handed
over (Linux); elsewhere one process works, and the supervisor starts it again.
"""

from __future__ import annotations

import contextlib
import os
import signal
import socket
from collections.abc import Callable

from pos.tap.job import Job, from_handles

HERE = hasattr(os, "splice") and hasattr(socket, "send_fds")
_ACCEPTED, _JOB, _DONE, _LEAVE = b"a", b"j", b"d", b"x"
_MOST_HANDLES = 16
_LONGEST = 8_192
_LEAVE_S = 2
_MOST_TRIES = 20
"""Takeovers of one job; beyond it the job itself must be what kills."""

Held = Job | socket.socket | None
"""What is under way: a job, a POS just accepted, or nothing."""


class _BecameStandby(BaseException):
    """Carries the new process out of whatever its parent was doing. Nothing may be closed on the
    way: the connections are its parent's, too.
    """

    def __init__(self, wire: socket.socket) -> None:
        self.wire = wire


class Standby:
    """The working process's view of the one that waits."""

    def __init__(self, wire: socket.socket, held: Held, stopping: Callable[[], bool]) -> None:
        self.socket = wire
        self.held = held
        self._stopping = stopping

    def accepted(self, client: socket.socket) -> None:
        """A POS has connected; nothing of it was read."""
        self.held = client
        self._tell(_ACCEPTED, [client.fileno()])

    def began(self, job: Job) -> None:
        """Its job, with all it takes to go on with it."""
        self.held = job
        self._tell(_JOB + job.described(), job.handles())

    def done(self) -> None:
        """Nothing is under way."""
        self.held = None
        self._tell(_DONE, [])

    def look(self) -> None:
        """`socket` can be read: the one that waits was killed, and another takes its place."""
        with contextlib.suppress(OSError):
            if self.socket.recv(1):
                return
        self._another()

    def leave(self) -> None:
        """We end, and so shall the other; returns when it is gone."""
        with contextlib.suppress(OSError):
            self.socket.settimeout(_LEAVE_S)
            self.socket.send(_LEAVE)
            self.socket.recv(1)
        self.socket.close()

    def _tell(self, word: bytes, handles: list[int]) -> None:
        try:
            socket.send_fds(self.socket, [word], handles)
        except OSError:
            self._another()

    def _another(self) -> None:
        if self._stopping():
            return
        ours, its = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        if os.fork() == 0:
            ours.close()
            raise _BecameStandby(its)
        its.close()
        self.socket.close()
        self.socket = ours


def two(
    work: Callable[[Standby, Held], None],
    stopping: Callable[[], bool],
    leave: Callable[[], None],
) -> None:
    """Work in one process, stand by in another, for ever and ever; returns when `work` does.

    `work(standby, held)`: `held` is what was under way when another process was killed.
    `leave`: called in a standby that was told to end; does not return.
    """
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # nobody waits for the killed
    held: Held = None
    tries = 0
    while True:
        tries = tries + 1 if held is not None else 0
        if isinstance(held, Job) and tries > _MOST_TRIES:
            held.cut_off()
            held = None
        ours, its = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        if os.fork() == 0:
            ours.close()
            held = _stand_by(its, held, leave)
            continue
        its.close()
        standby = Standby(ours, held, stopping)
        try:
            work(standby, held)
        except _BecameStandby as became:
            held = _stand_by(became.wire, standby.held, leave)
        else:
            return


def _stand_by(wire: socket.socket, held: Held, leave: Callable[[], None]) -> Held:
    """Hold what is under way; returns it when the working process is gone."""
    while True:
        try:
            said, handles, _, _ = socket.recv_fds(wire, _LONGEST, _MOST_HANDLES)
        except ConnectionResetError:  # it died with something of ours unread
            said, handles = b"", []
        if not said:
            wire.close()
            return held
        if said == _LEAVE:
            leave()
        before, held = held, _received(said, handles)
        # The job holds the same connection as the POS that was accepted before it.
        if before is not None:
            before.close()


def _received(said: bytes, handles: list[int]) -> Held:
    if said[:1] == _ACCEPTED:
        return socket.socket(fileno=handles[0])
    if said[:1] == _JOB:
        return from_handles(said[1:], handles)
    return None
