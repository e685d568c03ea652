"""Nothing here needs a device: all is imported, started and named with none at all."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import cv2
import numpy as np
import pytest

from pos.devices import present, serial_port
from pos.devices.present import Presence, devices_present


def state_of(device: str, **settings: object) -> Presence:
    found = devices_present(**settings)  # type: ignore[arg-type]
    return next(one for one in found if one.device == device)


def test_with_nothing_set_everything_is_off_but_the_decoders() -> None:
    assert [(one.device, one.state) for one in devices_present()] == [
        ("decoder", "ready"),
        ("camera", "off"),
        ("scanner", "off"),
        ("printer", "off"),
    ]


def test_a_missing_zbar_limits_the_camera_and_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(present, "find_zbar", lambda: None)
    assert state_of("decoder") == Presence("decoder", "limited", "zxing-cpp (-libzbar)")


def test_what_is_set_and_not_there_is_absent(tmp_path: Path) -> None:
    assert state_of("camera", camera="77").state == "absent"
    assert state_of("camera", camera="/dev/video-none", ask=True).fact == "camera-absent"
    assert state_of("scanner", scanner=f"serial://{tmp_path}/none").state == "absent"
    assert state_of("printer", printer=f"usb://{tmp_path}/lp0", ask=True).state == "absent"


def test_what_is_set_wrongly_is_named(tmp_path: Path) -> None:
    assert state_of("camera", camera=str(tmp_path / "nothing")).state == "wrong"
    assert state_of("scanner", scanner="bluetooth").state == "wrong"
    assert state_of("printer", printer="tcp://").fact == "tcp:// (host)"


def test_what_is_there_is_ready(tmp_path: Path) -> None:
    still = tmp_path / "card.png"
    cv2.imwrite(str(still), np.zeros((48, 64), np.uint8))
    assert state_of("camera", camera=str(still), ask=True).fact == f"{still} 64x48"
    assert state_of("printer", printer=f"file:{tmp_path}", ask=True).state == "ready"
    assert state_of("printer", printer=f"file:{tmp_path}").state == "unknown"


def test_without_pyserial_the_scanner_is_absent_and_so_named(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(present, "pyserial", lambda: None)
    assert state_of("scanner", scanner="serial://COM3").fact == "pyserial"
    monkeypatch.setattr(serial_port, "pyserial", lambda: None)
    assert serial_port.serial_devices() == []


HEAVY = ["cv2", "numpy", "pyzbar", "zxingcpp", "serial", "escpos", "usb", "PIL", "PySide6"]


def test_the_room_can_be_imported_and_asked_without_any_driver() -> None:
    """In a process where none of the drivers can be imported."""
    rooms = sorted(path.stem for path in Path(present.__file__).parent.glob("*.py"))
    modules = [f"pos.devices.{name}" for name in rooms if name != "__init__"]
    program = (
        "import sys\n"
        f"sys.modules.update(dict.fromkeys({HEAVY!r}))\n"
        f"for name in {modules!r}: __import__(name)\n"
        "from pos.devices.decoder import Decoder, decoders_present\n"
        "from pos.devices.zbar import pyzbar\n"
        "from pos.devices.serial_port import serial_devices\n"
        "from pos.trouble import TroubleError\n"
        "print(decoders_present(), serial_devices(), pyzbar())\n"
        "try: Decoder()\n"
        "except TroubleError as trouble: print(trouble.code)\n"
    )
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    assert ran.stderr == ""
    assert ran.stdout.split("\n")[:2] == ["() [] None", "decoder-absent"]


def test_importing_the_room_and_asking_quickly_loads_no_driver() -> None:
    program = (
        "import sys\n"
        "from pos.devices.present import devices_present\n"
        "from pos.devices import camera, decoder, printer_setting, serial_scanner, wedge\n"
        "devices_present(camera='0', printer='tcp://10.0.0.5')\n"
        f"print([name for name in {HEAVY!r} if name in sys.modules])\n"
    )
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    assert (ran.stdout.strip(), ran.stderr) == ("[]", "")
