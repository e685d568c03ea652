"""Which devices are here: for the doctor and for the chips of the status strip.

Quick unless told to `ask`: nothing is opened, and neither OpenCV nor numpy is loaded.
"""

from __future__ import annotations

import importlib.util
import sys
from dataclasses import dataclass
from pathlib import Path

from pos.devices.frames import CameraFrames, NullFrames, frames_from
from pos.devices.ports import FramesEnded, PrinterStatus
from pos.devices.printer_setting import printer_from
from pos.devices.scripted import NullPrinter, NullScanner
from pos.devices.serial_port import port_named, pyserial, serial_devices, serial_target
from pos.devices.serial_scanner import USUAL_BAUD, scanner_from
from pos.devices.zbar import find_zbar
from pos.trouble import TroubleError

READY = "ready"
OFF = "off"  # set to none
ABSENT = "absent"
LIMITED = "limited"
UNKNOWN = "unknown"
WRONG = "wrong"  # the setting cannot be understood

_MISSING = {"pyzbar": "libzbar", "zxing-cpp": "zxing-cpp"}


@dataclass(frozen=True, slots=True)
class Presence:
    """`device`: "decoder", "camera", "scanner" or "printer"; `state`: one of the words above.

    `fact`: what it is or what is missing, as names ("pyzbar, zxing-cpp", "/dev/video0"); no
    sentence.
    """

    device: str
    state: str
    fact: str


def devices_present(
    *, camera: str = "none", scanner: str = "none", printer: str = "none", ask: bool = False
) -> list[Presence]:
    """What is here of what the settings name; never raises.

    `ask`: open the camera for one frame and put the printer's question (takes seconds).
    """
    return [_decoder(), _camera(camera, ask), _scanner(scanner), _printer(printer, ask)]


def _decoder() -> Presence:
    here = {
        "zxing-cpp": _installed("zxingcpp"),
        "pyzbar": _installed("pyzbar") and (sys.platform == "win32" or find_zbar() is not None),
    }
    named = ", ".join(name for name, found in here.items() if found)
    if all(here.values()):
        return Presence("decoder", READY, named)
    missing = ", ".join(_MISSING[name] for name, found in here.items() if not found)
    if not named:
        if not _installed("cv2"):
            return Presence("decoder", ABSENT, missing)
        named = "opencv-qr"
    return Presence("decoder", LIMITED, f"{named} (-{missing})")


def _camera(setting: str, ask: bool) -> Presence:
    try:
        source = frames_from(setting)
    except TroubleError:
        return Presence("camera", WRONG, setting)
    if isinstance(source, NullFrames):
        return Presence("camera", OFF, "")
    if not _installed("cv2"):
        return Presence("camera", ABSENT, "opencv")
    if not ask:
        if not isinstance(source, CameraFrames):
            return Presence("camera", READY, setting)
        if sys.platform != "linux":
            return Presence("camera", UNKNOWN, setting)
        device = Path(setting if setting.startswith("/") else f"/dev/video{setting.strip()}")
        return Presence("camera", READY if device.exists() else ABSENT, str(device))
    try:
        source.open()
        frame = source.read()
    except (TroubleError, FramesEnded) as error:
        code = error.code if isinstance(error, TroubleError) else ""
        return Presence("camera", ABSENT, code)
    finally:
        source.close()
    if frame is None:
        return Presence("camera", ABSENT, "camera-lost")
    return Presence("camera", READY, f"{setting} {frame.width}x{frame.height}")


def _scanner(setting: str) -> Presence:
    try:
        scanner = scanner_from(setting)
    except TroubleError:
        return Presence("scanner", WRONG, setting)
    if isinstance(scanner, NullScanner):
        return Presence("scanner", OFF, "")  # the keyboard's scanner is always heard
    if pyserial() is None:
        return Presence("scanner", ABSENT, "pyserial")
    wanted, _ = serial_target(setting.strip().partition(":")[2], USUAL_BAUD)
    plugged = serial_devices()
    port = port_named(wanted, plugged)
    here = port is not None and (port in {one.port for one in plugged} or Path(port).exists())
    return Presence("scanner", READY if here else ABSENT, port or wanted)


def _printer(setting: str, ask: bool) -> Presence:
    try:
        printer = printer_from(setting)
    except TroubleError as trouble:
        return Presence("printer", WRONG, f"{setting} ({trouble.facts['part']})")
    if isinstance(printer, NullPrinter):
        return Presence("printer", OFF, "")
    if not ask:
        return Presence("printer", UNKNOWN, setting)
    status = printer.status()
    usable = status in (PrinterStatus.READY, PrinterStatus.PAPER_LOW)
    if usable or status is PrinterStatus.UNKNOWN:
        return Presence("printer", READY if usable else UNKNOWN, f"{setting} {status.value}")
    return Presence("printer", ABSENT, f"{setting} {status.value}")


def _installed(package: str) -> bool:
    return importlib.util.find_spec(package) is not None
