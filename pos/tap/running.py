"""The supervisor: keeps the forwarder and the reader alive, and does nothing else.

It holds the listening socket as well, so that a POS that connects while a forwarder is being
started waits instead of being refused. Killed itself, the forwarder goes on; the next start finds
it and goes on looking after it.
"""

from __future__ import annotations

import contextlib
import json
import os
import signal
import socket
import subprocess
import sys
import time
from dataclasses import asdict
from pathlib import Path
from types import FrameType

if sys.platform != "win32":
    import fcntl

from pos.tap.forwarder import Options
from pos.tap.job import STREAMS
from pos.trouble import TroubleError

_ROOT = Path(__file__).parents[2]
_TURN_S = 0.05
_READER_AGAIN_S = 1
_BYE_S = 15
_WAITING = 8  # POSes that may wait for their turn


class Proxy:
    """`reader`: the command that runs the reader."""

    def __init__(self, host: str, port: int, options: Options, reader: list[str]) -> None:
        self._where = host, port
        self._options = options
        self._reader_command = reader
        self._folder = Path(options.folder)
        self._forwarder: subprocess.Popen[bytes] | None = None
        self._reader: subprocess.Popen[bytes] | None = None
        self._reader_at = time.monotonic() - _READER_AGAIN_S
        self._alive: int | None = None
        self._stopping = False
        self._listening: socket.socket | None = None
        self._lock: int | None = None
        self._adopted = 0

    @property
    def port(self) -> int:
        """The port in use: the one asked for, or the one that 0 became."""
        return int(self._listening.getsockname()[1]) if self._listening else self._where[1]

    def open(self) -> None:
        """Take the port. TroubleError: `printer-proxy-running` (port), `printer-proxy-port`
        (host, port), `folder-refused` (folder).
        """
        try:
            (self._folder / STREAMS).mkdir(parents=True, exist_ok=True)
        except OSError:
            raise TroubleError("folder-refused", folder=str(self._folder)) from None
        port = self._where[1]
        self._lock = _only_one(self._folder / f"supervisor-{port}.lock", port)
        leader, told = _left(self._group)
        if leader and told == self._told():
            self._adopted = leader
            self._reader_at = time.monotonic()  # the reader before us may need a moment to end
            return
        if leader:
            _end(leader, None)
        self._listen()

    def _listen(self) -> None:
        host, port = self._where
        try:
            self._listening = socket.create_server(self._where, backlog=_WAITING)
        except (OSError, OverflowError):
            raise TroubleError("printer-proxy-port", host=host, port=port) from None

    def run(self) -> None:
        """Until SIGTERM or SIGINT; then what is being printed is finished."""
        for name in (signal.SIGTERM, signal.SIGINT):
            signal.signal(name, self._stop)
        try:
            while not self._stopping:
                self.keep()
                time.sleep(_TURN_S)
        finally:
            self.close()

    def keep(self) -> None:
        """Start what is not running."""
        if self._gone():
            self._start_forwarder()
        again = time.monotonic() - self._reader_at >= _READER_AGAIN_S
        if again and (self._reader is None or self._reader.poll() is not None):
            self._reader_at = time.monotonic()
            self._reader = subprocess.Popen(self._reader_command, env=_environment())

    def close(self) -> None:
        """Stop both; the forwarder finishes what it has."""
        if self._listening is not None:
            self._listening.close()
        if self._forwarder is not None:
            _end(self._forwarder.pid, self._alive)
            self._forwarder.poll()
        elif self._adopted:
            _end(self._adopted, None)
        if self._reader is not None:
            self._reader.terminate()
            with contextlib.suppress(subprocess.TimeoutExpired):
                self._reader.wait(_BYE_S)
            self._reader.kill()
        if self._alive is not None:
            os.close(self._alive)
        self._group.unlink(missing_ok=True)
        self._lock_off()

    @property
    def _group(self) -> Path:
        return self._folder / f"forwarder-{self._where[1]}.pid"

    def _told(self) -> str:
        return json.dumps(asdict(self._options))

    def _lock_off(self) -> None:
        if self._lock is not None:
            os.close(self._lock)
            self._lock = None

    def _stop(self, _number: int, _frame: FrameType | None) -> None:
        self._stopping = True

    def _gone(self) -> bool:
        """Whether no process of the forwarder is left: each holds the other end of a pipe."""
        if self._adopted and _is_group(self._adopted):
            return False
        self._adopted = 0
        if self._forwarder is None:
            return True
        self._forwarder.poll()  # or it stays a zombie
        if self._alive is None:
            return self._forwarder.poll() is not None
        try:
            return not os.read(self._alive, 1)
        except BlockingIOError:
            return False

    def _start_forwarder(self) -> None:
        if self._listening is None:
            self._listen()
        listening = self._listening
        assert listening is not None
        if self._alive is not None:
            os.close(self._alive)
            self._alive = None
        options = self._told()
        command = [sys.executable, "-m", "pos.tap.forwarder"]
        if os.name == "nt":
            host, port = self._where
            listening.close()  # no handle is inherited there: it takes the port itself
            self._forwarder = subprocess.Popen(
                [*command, f"{host}:{port}", options], env=_environment()
            )
            return
        alive, held = os.pipe()
        os.set_blocking(alive, False)
        self._forwarder = subprocess.Popen(
            [*command, str(listening.fileno()), options],
            pass_fds=(listening.fileno(), held),
            start_new_session=True,
            env=_environment(),
        )
        os.close(held)
        self._alive = alive
        self._group.write_text(f"{self._forwarder.pid}\n{options}", encoding="utf-8")


def _environment() -> dict[str, str]:
    """Children find the program wherever they are started."""
    known = os.environ.get("PYTHONPATH", "")
    return {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, (str(_ROOT), known)))}


def _only_one(path: Path, port: int) -> int | None:
    """A lock that is gone with this process."""
    if os.name == "nt":
        return None
    lock = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        os.close(lock)
        raise TroubleError("printer-proxy-running", port=port) from None
    return lock


def _left(group: Path) -> tuple[int, str]:
    """A forwarder whose supervisor was killed, and its options; 0 for none."""
    try:
        leader, _, told = group.read_text(encoding="utf-8").partition("\n")
        return (int(leader), told) if _is_forwarder(int(leader)) else (0, "")
    except (OSError, ValueError):
        return 0, ""


def _is_group(leader: int) -> bool:
    try:
        os.killpg(leader, 0)
    except OSError:
        return False
    return True


def _is_forwarder(leader: int) -> bool:
    """Whether a process of this group is a forwarder of ours: numbers are used again."""
    for status in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError, ValueError, IndexError):
            fields = status.read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()
            if int(fields[2]) == leader and fields[0] != "Z":
                return b"pos.tap.forwarder" in (status.parent / "cmdline").read_bytes()
    return False


def _end(leader: int, alive: int | None) -> None:
    """Ask a group to finish, and kill what does not."""
    if os.name == "nt":
        with contextlib.suppress(OSError):
            os.kill(leader, signal.SIGTERM)
        return
    with contextlib.suppress(OSError):
        os.killpg(leader, signal.SIGTERM)
        until = time.monotonic() + _BYE_S
        while time.monotonic() < until and not _all_gone(leader, alive):
            time.sleep(_TURN_S)
        if not _all_gone(leader, alive):
            os.killpg(leader, signal.SIGKILL)


def _all_gone(leader: int, alive: int | None) -> bool:
    if alive is None:
        return not _is_forwarder(leader)
    try:
        return not os.read(alive, 1)
    except BlockingIOError:
        return False
