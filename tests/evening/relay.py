"""The line between one terminal and head office: a relay on loopback that can be cut, that can keep
answers to itself, and that can send what it was given once more. It reads no secrets: TLS passes.
"""

from __future__ import annotations

import contextlib
import socket
import threading
import time
from collections.abc import Iterator

_TLS_DATA = 23  # RFC 8446, 5.1: application data; a client's first is its Finished
_QUIET_S = 0.5
_CONNECT_S = 5


class Relay:
    """Listens from the start; `cut`, `mend` and `lose` from any thread."""

    def __init__(self, target: int) -> None:
        self.target = target
        self.lost = 0
        """Answers that head office gave and nobody heard."""
        self.replayed: list[bytes] = []
        """What head office said to requests that came once more: the first line of each."""
        self._up = True
        self._losing = False
        self._replaying = False
        self._lock = threading.Lock()
        self._open: set[socket.socket] = set()
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = int(self._listener.getsockname()[1])
        self._thread = threading.Thread(target=self._listen, daemon=True)
        self._thread.start()

    def cut(self) -> None:
        """Nothing goes through any more, what is under way ends."""
        self._up = False
        self._drop()

    def mend(self) -> None:
        """It is a line as any other again."""
        self._up, self._losing, self._replaying = True, False, False
        self._drop()

    def lose(self) -> None:
        """From now on head office hears everything, and nobody hears head office."""
        self._losing = True
        self._drop()

    def replay(self) -> None:
        """From now on each connection's bytes arrive twice. Only where there is no TLS."""
        self._replaying = True
        self._drop()

    def close(self) -> None:
        """The end of it."""
        self._up = False
        with contextlib.suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        self._drop()
        self._thread.join(_CONNECT_S)

    def _drop(self) -> None:
        with self._lock:
            for one in self._open:
                with contextlib.suppress(OSError):
                    one.shutdown(socket.SHUT_RDWR)

    def _listen(self) -> None:
        while True:
            try:
                near, _ = self._listener.accept()
            except OSError:
                return
            if not self._up:
                near.close()
                continue
            threading.Thread(target=self._carry, args=(near,), daemon=True).start()

    def _carry(self, near: socket.socket) -> None:
        with near, contextlib.suppress(OSError), self._connected() as far, self._held(near, far):
            said = _Said()
            back = threading.Thread(target=self._back, args=(far, near, said), daemon=True)
            back.start()
            for piece in _pieces(near):
                said.hear(piece)
                far.sendall(piece)
            with contextlib.suppress(OSError):
                far.shutdown(socket.SHUT_WR)
            back.join(_CONNECT_S)
            if self._replaying and said.whole:
                self._again(bytes(said.whole))

    def _back(self, far: socket.socket, near: socket.socket, said: _Said) -> None:
        with contextlib.suppress(OSError):
            for piece in _pieces(far):
                if self._losing and said.asked:
                    self._swallow(far, said)
                    break
                near.sendall(piece)
        with contextlib.suppress(OSError):
            near.shutdown(socket.SHUT_RDWR)

    def _swallow(self, far: socket.socket, said: _Said) -> None:
        """Head office answers to nobody: until it has been quiet for a while."""
        far.settimeout(_QUIET_S)
        ends = time.monotonic() + _CONNECT_S
        with contextlib.suppress(TimeoutError):
            while time.monotonic() < ends and far.recv(65_536):
                pass
        self.lost += 1

    def _again(self, whole: bytes) -> None:
        with self._connected() as far:
            far.settimeout(_QUIET_S)
            far.sendall(whole)
            found = bytearray()
            with contextlib.suppress(TimeoutError):
                while piece := far.recv(65_536):
                    found += piece
        if found:
            self.replayed.append(bytes(found.partition(b"\r\n")[0]))

    def _connected(self) -> socket.socket:
        return socket.create_connection(("127.0.0.1", self.target), timeout=None)

    @contextlib.contextmanager
    def _held(self, *both: socket.socket) -> Iterator[None]:
        with self._lock:
            self._open.update(both)
        try:
            yield
        finally:
            with self._lock:
                self._open.difference_update(both)


class _Said:
    """What a client said: whole, and whether a request of it is under way inside TLS."""

    def __init__(self) -> None:
        self.whole = bytearray()
        self._at = 0
        self._data = 0

    def hear(self, piece: bytes) -> None:
        self.whole += piece
        while len(self.whole) >= self._at + 5:
            kind, length = self.whole[self._at], self.whole[self._at + 3 : self._at + 5]
            self._data += kind == _TLS_DATA
            self._at += 5 + int.from_bytes(length, "big")

    @property
    def asked(self) -> bool:
        """The handshake is over, and more came."""
        return self._data > 1


def _pieces(line: socket.socket) -> Iterator[bytes]:
    while piece := line.recv(65_536):
        yield piece
