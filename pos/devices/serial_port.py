"""Serial ports by what is plugged in, not by a number that moves: the only user of pyserial.

A setting names a port ("/dev/ttyACM0", "COM3") or a device ("0c2e:0b61", "0c2e:0b61:SN123");
the second survives another socket and another start.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from types import ModuleType
from typing import Protocol
from urllib.parse import parse_qs, unquote

from pos.trouble import TroubleError

_BAUDS = {1_200, 2_400, 4_800, 9_600, 19_200, 38_400, 57_600, 115_200, 230_400}
_IDENTITY = re.compile(r"(?P<vid>[0-9a-fA-F]{4}):(?P<pid>[0-9a-fA-F]{4})(?::(?P<serial>.+))?")


class Port(Protocol):
    """The part of `serial.Serial` that we use."""

    @property
    def in_waiting(self) -> int:
        """Bytes that can be read without waiting."""

    def read(self, size: int = 1) -> bytes: ...
    def write(self, data: bytes, /) -> int | None: ...
    def flush(self) -> None: ...
    def close(self) -> None: ...


@dataclass(frozen=True, slots=True)
class SerialDevice:
    """A port of this machine: its name, its USB identity ("" for a built-in port), its maker."""

    port: str
    identity: str
    description: str


def serial_target(text: str, usual_baud: int) -> tuple[str, int]:
    """Port or identity, and speed, of "/dev/ttyACM0", "COM3?baud=9600", "0c2e:0b61".

    Raises TroubleError("serial-setting-wrong", part=…): `part` is "device" or "baud".
    """
    wanted, _, query = text.removeprefix("//").partition("?")
    device = unquote(wanted)
    asked = parse_qs(query).get("baud", [str(usual_baud)])[-1]
    if not device or "\0" in device:
        raise TroubleError("serial-setting-wrong", port=device, part="device")
    if not (asked.isascii() and asked.isdigit()) or int(asked) not in _BAUDS:
        raise TroubleError("serial-setting-wrong", port=device, part="baud")
    return device, int(asked)


def pyserial() -> ModuleType | None:
    """The pyserial package, None where it is missing."""
    try:
        # Late: optional, and not needed before the window is on screen.
        import serial
        import serial.tools.list_ports
    except ImportError:
        return None
    return serial  # type: ignore[no-any-return]


def serial_devices() -> list[SerialDevice]:
    """What is plugged in now; empty without pyserial."""
    serial = pyserial()
    if serial is None:
        return []
    found = []
    for port in serial.tools.list_ports.comports():
        identity = ""
        if port.vid is not None and port.pid is not None:
            identity = f"{port.vid:04x}:{port.pid:04x}"
            identity += f":{port.serial_number}" if port.serial_number else ""
        found.append(SerialDevice(port.device, identity, port.description or ""))
    return found


def port_named(wanted: str, devices: list[SerialDevice]) -> str | None:
    """The port that `wanted` means: itself, or where the device of that identity is; else None."""
    match = _IDENTITY.fullmatch(wanted)
    if match is None:
        return wanted
    for device in devices:
        same = device.identity.lower() == wanted.lower()
        if same or (not match["serial"] and device.identity.lower().startswith(wanted.lower())):
            return device.port
    return None


def identity_at(port: str, devices: list[SerialDevice]) -> str:
    """The USB identity of what is at a port now; "" for a built-in port, or nothing."""
    return next((device.identity for device in devices if device.port == port), "")


def open_port(wanted: str, baud: int, *, read_ms: int, write_ms: int) -> Port:
    """Open the port or device `wanted`.

    Raises TroubleError: "serial-support-absent", "serial-absent" (not plugged in),
    "serial-refused" (in use, no permission), "serial-setting-wrong".
    """
    serial = pyserial()
    if serial is None:
        raise TroubleError("serial-support-absent", port=wanted)
    port = port_named(wanted, serial_devices())
    if port is None:
        raise TroubleError("serial-absent", port=wanted)
    try:
        opened: Port = serial.Serial(
            port, baud, timeout=read_ms / 1000, write_timeout=write_ms / 1000, exclusive=True
        )
    except ValueError as error:
        raise TroubleError("serial-setting-wrong", port=port, part="baud") from error
    except OSError as error:  # SerialException is one
        absent = "No such file" in str(error) or "FileNotFoundError" in str(error)
        raise TroubleError("serial-absent" if absent else "serial-refused", port=port) from error
    return opened
