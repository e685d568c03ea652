"""The way to the real printer, always as a socket: a network printer's own, or a bridge to a wire.

A bridge is two threads between a socket and a serial port or device file, whose interface blocks.
"""

from __future__ import annotations

import contextlib
import socket
import threading
from pathlib import Path
from urllib.parse import unquote, urlsplit

from pos.devices.escpos_status import Line
from pos.devices.lines import DeviceLine, SerialLine
from pos.devices.serial_port import serial_target
from pos.trouble import TroubleError

_RAW_PORT = 9_100
_BAUD = 38_400
_CONNECT_S = 2
_POLL_MS = 20
_CHUNK = 4_096


def checked(setting: str) -> str:
    """The setting as it is; TroubleError `printer-setting-wrong` (setting, part) if it is none.

    `10.0.0.5:9100`, `tcp://10.0.0.5`, `serial:///dev/ttyUSB0?baud=38400`, `serial://COM3`,
    `usb:///dev/usb/lp0`.
    """
    if not _is_wire(setting):
        _host_and_port(setting)
    elif setting.startswith("serial:"):
        _serial(setting)
    elif not Path(_device(setting)).is_absolute():
        raise TroubleError("printer-setting-wrong", setting=setting[:80], part="device")
    return setting


def connected(setting: str) -> tuple[socket.socket, bool]:
    """A socket to the printer, and whether it is a bridge, which ends with this process.

    TroubleError: `printer-unreachable`, or what the wire says.
    """
    if _is_wire(setting):
        return _bridge(_line(setting)), True
    host, port = _host_and_port(setting)
    try:
        wire = socket.create_connection((host, port), _CONNECT_S)
    except (OSError, UnicodeError):
        raise TroubleError("printer-unreachable", printer=f"{host}:{port}") from None
    wire.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return wire, False


def _is_wire(setting: str) -> bool:
    return setting.startswith(("serial:", "usb:"))


def _host_and_port(setting: str) -> tuple[str, int]:
    text = setting if "://" in setting else f"tcp://{setting}"
    try:
        url = urlsplit(text)
        port = _RAW_PORT if url.port is None else url.port
    except ValueError:
        raise TroubleError("printer-setting-wrong", setting=setting[:80], part="port") from None
    if url.scheme != "tcp" or not url.hostname or url.path.strip("/") or not port:
        raise TroubleError("printer-setting-wrong", setting=setting[:80], part="host")
    return url.hostname, port


def _device(setting: str) -> str:
    return unquote(setting.partition(":")[2].removeprefix("//"))


def _serial(setting: str) -> tuple[str, int]:
    try:
        return serial_target(setting.partition(":")[2], _BAUD)
    except TroubleError as trouble:
        part = str(trouble.facts["part"])
        raise TroubleError("printer-setting-wrong", setting=setting[:80], part=part) from None


def _line(setting: str) -> Line:
    if setting.startswith("serial:"):
        return SerialLine(*_serial(setting))
    return DeviceLine(Path(_device(setting)))


def _bridge(line: Line) -> socket.socket:
    ours, its = socket.socketpair()
    for carry in (_down, _up):
        threading.Thread(target=carry, args=(its, line), daemon=True).start()
    return ours


def _down(its: socket.socket, line: Line) -> None:
    """What the POS sends, until there is no more; then the wire is let go."""
    with contextlib.suppress(TroubleError, OSError):
        while data := its.recv(_CHUNK):
            line.send(data)
    line.close()
    its.close()


def _up(its: socket.socket, line: Line) -> None:
    """What the printer answers, until the wire or the POS is gone."""
    with contextlib.suppress(TroubleError, OSError):
        while True:
            if answer := line.receive(_POLL_MS):
                its.sendall(answer)
            elif its.fileno() < 0:
                return
