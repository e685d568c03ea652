"""A printer from one line of settings, or a clear word on what is wrong with that line."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import unquote, urlsplit

from pos.devices.escpos_drivers import UsbPrinter
from pos.devices.lines import DeviceLine, SerialLine, TcpLine
from pos.devices.ports import Printer
from pos.devices.printers import FilePrinter, LinePrinter, SystemPrinter
from pos.devices.scripted import NullPrinter
from pos.devices.serial_port import serial_target
from pos.trouble import TroubleError

_RAW_PORT = 9_100
_BAUD = 38_400
_USB = re.compile(r"usb:(?://)?([0-9a-fA-F]{4}):([0-9a-fA-F]{4})")


def printer_from(setting: str) -> Printer:
    """The printer that a setting names; nothing is opened yet.

    `none` or "" · `tcp://10.0.0.5:9100` (port 9100 if left out) · `serial:///dev/ttyUSB0?baud=38400`,
    `serial://COM3`, `serial://04b8:0202` · `usb:///dev/usb/lp0`, `usb://04b8:0202` ·
    `system:QUEUE` · `file:FOLDER`.

    Raises TroubleError("printer-setting-wrong", setting=…, part=…): `part` is "scheme", "host",
    "port", "device", "baud", "queue" or "folder".
    """
    setting = setting.strip()
    if setting in ("", "none"):
        return NullPrinter()
    scheme, _, rest = setting.partition(":")
    make = _MAKERS.get(scheme.lower())
    if make is None or "\0" in setting:
        raise _wrong(setting, "scheme")
    return make(setting, rest)


def _tcp(setting: str, rest: str) -> Printer:
    try:
        url = urlsplit(setting)
        host = url.hostname
    except ValueError:
        raise _wrong(setting, "host") from None
    if not host or url.path.strip("/") or not rest.startswith("//"):
        raise _wrong(setting, "host")
    try:
        port = _RAW_PORT if url.port is None else url.port
    except ValueError:
        raise _wrong(setting, "port") from None
    if port == 0:
        raise _wrong(setting, "port")
    return LinePrinter(f"{host}:{port}", lambda: TcpLine(host, port))


def _serial(setting: str, rest: str) -> Printer:
    try:
        device, baud = serial_target(rest, _BAUD)
    except TroubleError as trouble:
        raise _wrong(setting, str(trouble.facts["part"])) from None
    return LinePrinter(device, lambda: SerialLine(device, baud))


def _usb(setting: str, rest: str) -> Printer:
    identity = _USB.fullmatch(setting)
    if identity is not None:
        return UsbPrinter(int(identity[1], 16), int(identity[2], 16))
    path = Path(unquote(rest.removeprefix("//")))
    if not path.is_absolute():
        raise _wrong(setting, "device")
    return LinePrinter(str(path), lambda: DeviceLine(path))


def _system(setting: str, rest: str) -> Printer:
    queue = rest.removeprefix("//")
    # A leading dash would be an option to `lp`.
    if not queue or queue.startswith("-") or not queue.isprintable():
        raise _wrong(setting, "queue")
    return SystemPrinter(queue)


def _file(setting: str, rest: str) -> Printer:
    folder = unquote(rest.removeprefix("//"))
    if not folder:
        raise _wrong(setting, "folder")
    return FilePrinter(Path(folder).expanduser())


_MAKERS = {"tcp": _tcp, "serial": _serial, "usb": _usb, "system": _system, "file": _file}


def _wrong(setting: str, part: str) -> TroubleError:
    return TroubleError("printer-setting-wrong", setting=setting, part=part)
