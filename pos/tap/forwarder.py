"""The process that moves bytes: `python -m pos.tap.forwarder`, started by the supervisor.

It takes one POS after another, as a printer does, and opens no database and no picture.
"""

from __future__ import annotations

import json
import os
import select
import signal
import socket
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from pos.clock import SystemClock, milliseconds
from pos.tap import pair
from pos.tap.job import STREAMS, Job, begun
from pos.tap.offline import give_up, left_behind, print_later, without_printer
from pos.tap.pair import Held, Standby
from pos.tap.relay import Insertion, Relay
from pos.tap.upstream import connected
from pos.trouble import TroubleError

_TURN_S = 0.5
_RETRY_S = 2
KEEP_S = 120
"""How long a receipt waits for its printer to come back."""


@dataclass(frozen=True, slots=True)
class Options:
    """`printer`: see `upstream.checked`; `folder`: where captures are; `insert`: whether something
    may be put in, asked of the reader for `wait_ms`; `uncut`: hex of what ends an uncut receipt.
    """

    printer: str
    folder: str
    insert: bool = False
    wait_ms: int = 200
    uncut: str | None = None

    def insertion(self) -> Insertion | None:
        """None: bytes go through as they are."""
        if not self.insert:
            return None
        uncut = None if self.uncut is None else bytes.fromhex(self.uncut)
        return Insertion(Path(self.folder), self.wait_ms, uncut)


class Forwarder:
    """Serves the listening socket until it is told to stop."""

    def __init__(self, listening: socket.socket, options: Options) -> None:
        self._listening = listening
        self._options = options
        self._folder = Path(options.folder)
        self._clock = SystemClock(ZoneInfo("UTC"))
        self._stopping = False
        self._count = 0
        self._waiting: dict[Path, int] = {}
        self._tried = 0
        listening.setblocking(False)
        signal.signal(signal.SIGTERM, self._stop)

    def serve(self) -> None:
        """Until SIGTERM; what has connected by then is served to its end."""
        kept = tuple(left_behind(self._folder))
        self._waiting = dict.fromkeys(kept, self._now())
        give_up(self._folder, kept)
        if pair.HERE:
            pair.two(self._work, lambda: self._stopping, lambda: os._exit(0))
        else:
            self._work(None, None)

    def _stop(self, *_: Any) -> None:
        self._stopping = True

    def _now(self) -> int:
        return int(time.monotonic())

    def _work(self, standby: Standby | None, held: Held) -> None:
        if isinstance(held, Job):
            self._go_on(standby, held)
        elif held is not None:
            self._serve(standby, held)
        self._look_for_left()  # what a process that was killed here knew of
        while True:
            self._later()
            others = [] if standby is None else [standby.socket]
            wait = 0 if self._stopping else _TURN_S
            ready, _, _ = select.select([self._listening, *others], [], [], wait)
            if standby is not None and standby.socket in ready:
                standby.look()
            if self._listening in ready:
                self._accept(standby)
            elif self._stopping:
                self._last_ones(standby)
                return

    def _last_ones(self, standby: Standby | None) -> None:
        """Those who connect while we end. The other process goes first: a listening socket that
        anybody holds takes POSes in, whom nobody would serve.
        """
        if standby is not None:
            standby.leave()
        while select.select([self._listening], [], [], 0)[0]:
            self._accept(None)
        self._listening.close()

    def _accept(self, standby: Standby | None) -> None:
        try:
            client, _ = self._listening.accept()
        except OSError:
            return  # it has gone again
        if standby is not None:
            standby.accepted(client)
        self._serve(standby, client)

    def _serve(self, standby: Standby | None, client: socket.socket) -> None:
        stream = self._stream()
        try:
            job = begun(client, self._options.printer, stream, self._options.insert)
        except TroubleError:
            without_printer(client, stream)
            self._look_for_left()
        except OSError:
            _straight(client, self._options.printer)
        else:
            client.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            if standby is not None:
                standby.began(job)
            self._relay(standby, job, resumed=False)
        if standby is not None:
            standby.done()

    def _go_on(self, standby: Standby | None, job: Job) -> None:
        if job.bridge:
            job.cut_off()  # the wire died with its process; the POS sends it again
        else:
            self._relay(standby, job, resumed=True)
        if standby is not None:
            standby.done()

    def _relay(self, standby: Standby | None, job: Job, *, resumed: bool) -> None:
        watch = None if standby is None or job.bridge else standby
        relay = Relay(job, self._options.insertion(), watch, lambda: self._stopping)
        if resumed:
            relay.resume()
        if relay.run():
            job.close()
        else:
            job.cut_off()

    def _stream(self) -> Path:
        self._count += 1
        name = f"{milliseconds(self._clock.now()):013d}-{os.getpid()}-{self._count}.in"
        return self._folder / STREAMS / name

    def _look_for_left(self) -> None:
        for stream in left_behind(self._folder):
            self._waiting.setdefault(stream, self._now())

    def _later(self) -> None:
        """Receipts that wait for their printer."""
        if not self._waiting or self._now() - self._tried < _RETRY_S:
            return
        self._tried = self._now()
        for stream, since in list(self._waiting.items()):
            if print_later(stream, self._options.printer):
                del self._waiting[stream]
            elif self._now() - since > KEEP_S:
                del self._waiting[stream]
                give_up(self._folder, tuple(self._waiting))
            else:
                return


def _straight(client: socket.socket, printer: str) -> None:
    """No room for files: only move what comes. A receipt on paper is worth more than its record."""
    try:
        upstream, _ = connected(printer)
    except TroubleError:
        client.close()
        return
    with client, upstream:
        both = {client: upstream, upstream: client}
        client.setblocking(True)
        while both:
            for one in select.select(list(both), [], [])[0]:
                if not _pass_on(one, both[one]):
                    del both[one]
                    if one is upstream:
                        return


def _pass_on(one: socket.socket, other: socket.socket) -> bool:
    try:
        data = one.recv(65_536)
        if data:
            other.sendall(data)
        else:
            other.shutdown(socket.SHUT_WR)
    except OSError:
        return False
    return bool(data)


def main(arguments: list[str]) -> None:
    """`LISTENING_HANDLE OPTIONS_AS_JSON`; `HOST:PORT OPTIONS` where no handle is inherited."""
    where, options = arguments
    if where.isdigit():
        listening = socket.socket(fileno=int(where))
    else:
        host, _, port = where.rpartition(":")
        listening = socket.create_server((host, int(port)))
    Forwarder(listening, Options(**json.loads(options))).serve()


if __name__ == "__main__":
    main(sys.argv[1:])
