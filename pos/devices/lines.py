"""The wires to a printer: network, serial port, device file. Each one short-lived connection."""

from __future__ import annotations

import contextlib
import os
import select
import socket
import time
from pathlib import Path

from pos.devices.serial_port import Port, open_port
from pos.trouble import TroubleError

CONNECT_MS = 2_000
STALL_MS = 5_000  # a printer that takes no byte for so long is hanging
_CHUNK = 4_096
_MOST_ANSWER = 256


class TcpLine:
    """Raw printing over the network, port 9100 as a rule."""

    def __init__(
        self, host: str, port: int, *, connect_ms: int = CONNECT_MS, stall_ms: int = STALL_MS
    ) -> None:
        """Raises TroubleError("printer-unreachable")."""
        self._where = f"{host}:{port}"
        self._stall_s = stall_ms / 1000
        try:
            self._socket = socket.create_connection((host, port), connect_ms / 1000)
        except (OSError, UnicodeError) as error:  # UnicodeError: a host name that cannot be one
            raise TroubleError("printer-unreachable", printer=self._where) from error

    def send(self, data: bytes) -> None:
        # Not sendall: its time-out is for all of it, and a long slip on a slow printer is well.
        self._socket.settimeout(self._stall_s)
        rest = memoryview(data)
        try:
            while rest:
                rest = rest[self._socket.send(rest[:_CHUNK]) :]
        except TimeoutError as error:
            raise TroubleError("printer-hangs", printer=self._where) from error
        except OSError as error:
            raise TroubleError("printer-cut-off", printer=self._where) from error

    def receive(self, wait_ms: int) -> bytes:
        # Poll by select: a time-out of 0 would mean "non-blocking" to the socket.
        try:
            if not select.select([self._socket], [], [], wait_ms / 1000)[0]:
                return b""
            answer = self._socket.recv(_MOST_ANSWER)
        except OSError as error:
            raise TroubleError("printer-cut-off", printer=self._where) from error
        if not answer:
            raise TroubleError("printer-cut-off", printer=self._where)
        return answer

    def close(self) -> None:
        # Say that nothing more comes, then close: a bare close with an unread answer in the
        # buffer resets the connection, and the printer may throw the slip away.
        with contextlib.suppress(OSError):
            self._socket.shutdown(socket.SHUT_WR)
            while select.select([self._socket], [], [], 0)[0] and self._socket.recv(_MOST_ANSWER):
                pass
        self._socket.close()


class SerialLine:
    """A printer on a serial port or USB-COM."""

    def __init__(self, wanted: str, baud: int, *, stall_ms: int = STALL_MS) -> None:
        """Raises what `open_port` raises."""
        self._where = wanted
        self._port: Port = open_port(wanted, baud, read_ms=10, write_ms=stall_ms)

    def send(self, data: bytes) -> None:
        try:
            for start in range(0, len(data), _CHUNK):
                self._port.write(data[start : start + _CHUNK])
            self._port.flush()
        except OSError as error:  # pyserial's time-out is one too
            hangs = "timeout" in type(error).__name__.lower()
            code = "printer-hangs" if hangs else "printer-cut-off"
            raise TroubleError(code, printer=self._where) from error

    def receive(self, wait_ms: int) -> bytes:
        until = time.monotonic() + wait_ms / 1000
        try:
            while True:
                answer = self._port.read(max(1, self._port.in_waiting))
                if answer or time.monotonic() >= until:
                    return answer
        except OSError as error:
            raise TroubleError("printer-cut-off", printer=self._where) from error

    def close(self) -> None:
        with contextlib.suppress(OSError):
            self._port.close()


class DeviceLine:
    """A printer's device file, such as /dev/usb/lp0."""

    def __init__(self, path: Path, *, stall_ms: int = STALL_MS) -> None:
        """Raises TroubleError: "printer-unreachable" (not there), "printer-refused"."""
        self._where = str(path)
        self._stall_s = stall_ms / 1000
        self._answers = True
        try:
            self._file = os.open(path, os.O_RDWR | os.O_NONBLOCK | os.O_NOCTTY)
        except FileNotFoundError as error:
            raise TroubleError("printer-unreachable", printer=self._where) from error
        except OSError as error:
            raise TroubleError("printer-refused", printer=self._where) from error

    def send(self, data: bytes) -> None:
        rest = memoryview(data)
        try:
            while rest:
                if not select.select([], [self._file], [], self._stall_s)[1]:
                    raise TroubleError("printer-hangs", printer=self._where)
                with contextlib.suppress(BlockingIOError):
                    rest = rest[os.write(self._file, rest[:_CHUNK]) :]
        except OSError as error:
            raise TroubleError("printer-cut-off", printer=self._where) from error

    def receive(self, wait_ms: int) -> bytes:
        if not self._answers or not select.select([self._file], [], [], wait_ms / 1000)[0]:
            return b""
        try:
            answer = os.read(self._file, _MOST_ANSWER)
        except BlockingIOError:
            return b""
        except OSError as error:
            raise TroubleError("printer-cut-off", printer=self._where) from error
        # End of file is how a one-way printer says that it never answers.
        self._answers = bool(answer)
        return answer

    def close(self) -> None:
        with contextlib.suppress(OSError):
            os.close(self._file)
