"""The question between the two processes: shall something stand on this receipt, and what?

The forwarder asks at the cut and waits a fifth of a second at most; a reader that is absent, dead
or slow answers nothing, and nothing is put in. Loopback, with a secret word from a private file.
"""

from __future__ import annotations

import base64
import binascii
import contextlib
import hmac
import json
import os
import secrets
import select
import socket
import time
from collections.abc import Callable
from pathlib import Path

ADDRESS = "reader.json"
LONGEST_BLOCK = 64 * 1024
_LONGEST_QUESTION = 4_096
_HEAR_S = 1
_CHUNK = 65_536

Answer = Callable[[str, int], bytes]
"""What shall stand on the receipt of a stream (its name) that ends at a byte; empty: nothing."""


class Question:
    """One question under way; `socket` becomes readable when there is something to `hear`."""

    def __init__(self, folder: Path, stream: str, upto: int, wait_ms: int) -> None:
        """OSError, ValueError: there is nobody to ask."""
        address = json.loads((folder / ADDRESS).read_text(encoding="utf-8"))
        self.until = time.monotonic() + wait_ms / 1000
        self.socket = socket.create_connection(("127.0.0.1", int(address["port"])), wait_ms / 1000)
        asked = {"word": str(address["word"]), "stream": stream, "upto": upto}
        self.socket.sendall(json.dumps(asked).encode() + b"\n")
        self.socket.setblocking(False)
        self._heard = bytearray()

    @property
    def left_s(self) -> float:
        """Seconds that there is still time; 0 when it is over."""
        return max(0.0, self.until - time.monotonic())

    def hear(self) -> bytes | None:
        """The answer once it is whole, None before; empty where it is none."""
        try:
            data = self.socket.recv(_CHUNK)
        except BlockingIOError:
            return None
        except OSError:
            return b""
        self._heard += data
        if data and len(self._heard) <= 2 * LONGEST_BLOCK:
            return None
        return _block(bytes(self._heard)) if not data else b""

    def close(self) -> None:
        """Never mind."""
        self.socket.close()


class Answering:
    """The reader's side; `turn` waits a little and answers whoever asks."""

    def __init__(self, folder: Path) -> None:
        self._word = secrets.token_hex(16)
        self._socket = socket.create_server(("127.0.0.1", 0))
        told = json.dumps({"port": self._socket.getsockname()[1], "word": self._word})
        fresh = folder / f"{ADDRESS}.new"
        with contextlib.suppress(OSError):
            fresh.unlink()
        with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            file.write(told)
        fresh.replace(folder / ADDRESS)

    def turn(self, answer: Answer, wait_s: float) -> None:
        """Answer one question, if one comes within the time."""
        if not select.select([self._socket], [], [], wait_s)[0]:
            return
        wire, _ = self._socket.accept()
        with wire, contextlib.suppress(OSError, ValueError, KeyError, TypeError):
            wire.settimeout(_HEAR_S)
            asked = json.loads(_line(wire))
            if hmac.compare_digest(str(asked["word"]), self._word):
                block = answer(str(asked["stream"]), int(asked["upto"]))
                wire.sendall(base64.b64encode(block) + b"\n")

    def close(self) -> None:
        """Answer no more."""
        self._socket.close()


def _line(wire: socket.socket) -> bytes:
    heard = b""
    while not heard.endswith(b"\n") and len(heard) < _LONGEST_QUESTION:
        data = wire.recv(_LONGEST_QUESTION)
        if not data:
            break
        heard += data
    return heard


def _block(heard: bytes) -> bytes:
    if not heard.endswith(b"\n"):
        return b""
    try:
        block = base64.b64decode(heard.strip(), validate=True)
    except (binascii.Error, ValueError):
        return b""
    return block if len(block) <= LONGEST_BLOCK else b""
