"""A small ESC/POS printer on a real socket, with the faults of real ones."""

from __future__ import annotations

import socket
import struct
import threading
from collections.abc import Callable
from dataclasses import dataclass, field

READY = {1: 0x12, 2: 0x12, 4: 0x12}
PAPER_LOW = {1: 0x12, 2: 0x12, 4: 0x1E}
PAPER_OUT = {1: 0x1A, 2: 0x32, 4: 0x72}
COVER_OPEN = {1: 0x1A, 2: 0x16, 4: 0x12}
OFFLINE = {1: 0x1A, 2: 0x12, 4: 0x12}


@dataclass
class FakePrinter:
    """Answers DLE EOT n from `answers` (None: never answers); keeps jobs in `paper`.

    `dies_after`: resets the connection after so many bytes. `hangs`: takes no byte.
    `after_job`: called once printable bytes have come, before the next answer.
    """

    answers: dict[int, int] | None = field(default_factory=lambda: dict(READY))
    dies_after: int | None = None
    hangs: bool = False
    after_job: Callable[[FakePrinter], None] | None = None
    paper: list[bytes] = field(default_factory=list)
    connections: int = 0

    def __post_init__(self) -> None:
        self._server = socket.create_server(("127.0.0.1", 0))
        if self.hangs:
            self._server.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4_096)
        self.port: int = self._server.getsockname()[1]
        self._over = threading.Event()
        self._printed = threading.Condition()
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()

    def close(self) -> None:
        self._over.set()
        self._server.close()
        # A blocked accept does not notice; a last visitor wakes it.
        self._thread.join(2)

    def printed(self, jobs: int = 1) -> list[bytes]:
        """Wait until so many connections with a job have ended; their bytes."""
        with self._printed:
            assert self._printed.wait_for(lambda: len(self.paper) >= jobs, 10)
            return list(self.paper)

    def _serve(self) -> None:
        self._server.settimeout(0.05)
        while not self._over.is_set():
            try:
                visitor, _ = self._server.accept()
            except TimeoutError:
                continue
            except OSError:
                return
            self.connections += 1
            with visitor:
                self._work(visitor)

    def _work(self, visitor: socket.socket) -> None:
        if self.hangs:
            self._over.wait(20)
            return
        visitor.settimeout(0.05)
        job, taken, held = b"", 0, b""
        while not self._over.is_set():
            try:
                data = visitor.recv(4_096)
            except TimeoutError:
                continue
            except OSError:
                break
            if not data:
                break
            taken += len(data)
            if self.dies_after is not None and taken > self.dies_after:
                reset = struct.pack("ii", 1, 0)
                visitor.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, reset)
                return
            data = held + data
            # A question may be cut in two by the network.
            cut = next((n for n in (2, 1) if data.endswith(b"\x10\x04"[:n])), 0)
            data, held = data[: len(data) - cut], data[len(data) - cut :]
            job += self._answer(visitor, data)
        if job:
            with self._printed:
                self.paper.append(job)
                self._printed.notify_all()

    def _answer(self, visitor: socket.socket, data: bytes) -> bytes:
        """Answer the questions in `data`; what is left is to be printed."""
        pieces = data.split(b"\x10\x04")
        printable = pieces[0]
        if printable and self.after_job:
            self.after_job(self)
        for piece in pieces[1:]:
            if self.answers is not None and piece[0] in self.answers:
                visitor.sendall(bytes([self.answers[piece[0]]]))
            printable += piece[1:]
        return printable
