"""A server that answers with bytes somebody wrote down, one answer a connection."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field


@dataclass(slots=True)
class Hostile:
    """`answers`, in order, then nothing more; `heard`: the heads of the requests."""

    port: int
    answers: list[bytes]
    heard: list[bytes] = field(default_factory=list)
    silent: bool = False

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"


@contextmanager
def hostile(*answers: bytes, silent: bool = False) -> Iterator[Hostile]:
    """Each connection is read once and given the next answer; `silent`: it is left open then."""
    listener = socket.create_server(("127.0.0.1", 0))
    server = Hostile(int(listener.getsockname()[1]), list(answers), silent=silent)
    kept: list[socket.socket] = []

    def serve() -> None:
        while True:
            try:
                line, _ = listener.accept()
            except OSError:
                return
            server.heard.append(line.recv(65_536))
            if server.answers:
                line.sendall(server.answers.pop(0))
            if server.silent:
                kept.append(line)
            else:
                line.close()

    thread = threading.Thread(target=serve, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        listener.shutdown(socket.SHUT_RDWR)
        listener.close()
        for line in kept:
            line.close()
        thread.join(5)


def answer(status: int, body: bytes = b"", head: str = "", length: int | None = None) -> bytes:
    """A response, whose length may be a lie."""
    said = len(body) if length is None else length
    return f"HTTP/1.1 {status} X\r\nContent-Length: {said}\r\n{head}\r\n".encode() + body
