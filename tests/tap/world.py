"""What the virtual printer is tried against: a printer on loopback, a POS, and the processes."""

from __future__ import annotations

import contextlib
import os
import random
import signal
import socket
import struct
import subprocess
import sys
import threading
import time
from pathlib import Path

ROOT = Path(__file__).parents[2]
STREAMS = Path(__file__).parent / "streams"
ONLINE = b"\x16"


def streams() -> dict[str, bytes]:
    """Every committed stream by its name."""
    return {path.stem: path.read_bytes() for path in sorted(STREAMS.glob("*.bin"))}


class PaperPrinter:
    """Keeps what each connection brought; answers status at once, as printers do.

    `vanish_after`: the next connection is reset after so many bytes.
    """

    def __init__(self, port: int = 0) -> None:
        self.jobs: list[bytes] = []
        self.vanish_after: int | None = None
        self._server = socket.create_server(("127.0.0.1", port), backlog=20)
        self.port: int = self._server.getsockname()[1]
        threading.Thread(target=self._serve, daemon=True).start()

    @property
    def where(self) -> str:
        return f"127.0.0.1:{self.port}"

    def close(self) -> None:
        with contextlib.suppress(OSError):
            self._server.shutdown(socket.SHUT_RDWR)
        self._server.close()

    def paper(self) -> bytes:
        """All that was ever printed."""
        return b"".join(self.jobs)

    def _serve(self) -> None:
        while True:
            try:
                wire, _ = self._server.accept()
            except OSError:
                return
            with wire:
                self._print(wire)

    def _print(self, wire: socket.socket) -> None:
        self.jobs.append(b"")
        limit, self.vanish_after = self.vanish_after, None
        with contextlib.suppress(OSError):
            while data := wire.recv(4_096):
                self.jobs[-1] += data
                if b"\x10\x04" in data:
                    wire.sendall(ONLINE)
                if limit is not None and len(self.jobs[-1]) >= limit:
                    wire.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
                    return


class Running:
    """The real command, in a process of its own."""

    def __init__(
        self, data: Path, printer: str, *options: str, port: int = 0, most_kb: int = 0
    ) -> None:
        """`most_kb`: no file may grow beyond that, as on a full disk."""
        self.port = port or free_port()
        self.captures = data / "captures"
        limit = ("bash", "-c", f'ulimit -f {most_kb}; exec "$@"', "-") if most_kb else ()
        self._command = [
            *limit,
            *(sys.executable, str(ROOT / "main.py"), "printer", "proxy", "--data", str(data)),
            *("--listen", f"127.0.0.1:{self.port}", "--printer", printer, *options),
        ]
        self.supervisor = self._started()

    def again(self) -> None:
        """Start it anew, as whatever looks after services does."""
        self._forget()
        self.supervisor = self._started()

    def group(self) -> list[int]:
        """The forwarder's processes."""
        try:
            leader = int((self.captures / f"forwarder-{self.port}.pid").read_text().split()[0])
        except (OSError, ValueError, IndexError):
            return []
        return [pid for pid, _, group in processes() if group == leader]

    def reader(self) -> list[int]:
        """The reader's process."""
        children = [pid for pid, parent, _ in processes() if parent == self.supervisor.pid]
        return [pid for pid in children if _runs(pid, b"printer_reader")]

    def close(self) -> None:
        """Stop, in order."""
        self.supervisor.terminate()
        try:
            self.supervisor.wait(20)
        except subprocess.TimeoutExpired:
            self.supervisor.kill()
            self.supervisor.wait()
        for pid in self.group():
            kill(pid)
        self._forget()

    def _forget(self) -> None:
        self.supervisor.wait()
        assert self.supervisor.stdout is not None
        self.supervisor.stdout.close()

    def _started(self) -> subprocess.Popen[bytes]:
        started = subprocess.Popen(self._command, stdout=subprocess.PIPE, cwd=ROOT)
        assert started.stdout is not None
        said = started.stdout.readline()
        if b"Listening" not in said:
            started.wait()
            started.stdout.close()
            raise RuntimeError("it did not start")
        return started


def processes() -> list[tuple[int, int, int]]:
    """(pid, parent, group) of every process that is not a zombie."""
    found = []
    for status in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError):
            fields = status.read_text(errors="replace").rpartition(")")[2].split()
            if fields[0] != "Z":
                found.append((int(status.parent.name), int(fields[1]), int(fields[2])))
    return found


def _runs(pid: int, name: bytes) -> bool:
    try:
        return name in Path(f"/proc/{pid}/cmdline").read_bytes()
    except OSError:
        return False


def kill(pid: int) -> None:
    """As `kill -9`; harmless when it is gone."""
    with contextlib.suppress(OSError):
        os.kill(pid, signal.SIGKILL)


def free_port() -> int:
    """A port nobody has now, and nobody is given who does not name it (Linux: those from 32768)."""
    while True:
        port = random.SystemRandom().randrange(20_000, 32_000)
        with contextlib.suppress(OSError), socket.create_server(("127.0.0.1", port)):
            return port


def connected(port: int, wait_s: float = 60) -> socket.socket:
    """A POS's connection; tries again while nobody listens."""
    until = time.monotonic() + wait_s
    while True:
        try:
            return socket.create_connection(("127.0.0.1", port), wait_s)
        except OSError:
            if time.monotonic() > until:
                raise
            time.sleep(0.02)


def send(port: int, data: bytes) -> bytes:
    """Print like a POS that says when it is done and waits for the printer's end; its answers."""
    with connected(port) as wire:
        wire.sendall(data)
        wire.shutdown(socket.SHUT_WR)
        answers = b""
        while piece := wire.recv(4_096):
            answers += piece
        return answers


def wait_for(what: object, wait_s: float = 60) -> None:
    """Until a function is true; AssertionError when it never is."""
    assert callable(what)
    until = time.monotonic() + wait_s
    while not what():
        assert time.monotonic() < until, "it never became so"
        time.sleep(0.02)
