"""A gray picture in, the codes on it out: EAN-13, UPC-A (as EAN-13), Code 128, QR and no other.

zbar (through pyzbar) and zxing-cpp miss different pictures and help each other; either alone
will do, and without both OpenCV still reads QR. A code held at an angle defeats both, so strips
found by OpenCV's locator are turned upright. (Its own 1D decoding invents numbers: not used.)
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from pos.devices.canonical import canonical
from pos.devices.ports import Outline
from pos.devices.vision import arrays, opencv
from pos.devices.zbar import pyzbar
from pos.trouble import TroubleError

if TYPE_CHECKING:
    from types import ModuleType

    from pos.devices.ports import Gray

_ZBAR_NAMES = {"EAN13": "EAN-13", "CODE128": "Code 128", "QRCODE": "QR"}
_ZXING_NAMES = {"EAN13": "EAN-13", "UPCA": "EAN-13", "Code128": "Code 128", "QRCode": "QR"}
_QUIET = 0.18  # of a strip's length, added at both ends: its quiet zone
_STRIP_LENGTH = 900  # pixels; strips are enlarged to at most twice


@dataclass(frozen=True, slots=True)
class Reading:
    """One code in a picture: canonical text, symbology, corners as fractions of the picture."""

    text: str
    symbology: str
    outline: Outline


_Box = tuple[float, float, float, float]
Engine = Callable[["Gray"], list[Reading]]


def decoders_present() -> tuple[str, ...]:
    """The decoders in use, in order: of "pyzbar", "zxing-cpp", "opencv-qr". Imports them."""
    names = [name for name, present in (("pyzbar", pyzbar()), ("zxing-cpp", _zxing())) if present]
    if names:
        return tuple(names)
    try:
        opencv()
    except TroubleError:
        return ()
    return ("opencv-qr",)


class Decoder:
    """Reads pictures. Not thread-safe: one for each thread."""

    def __init__(self, names: tuple[str, ...] | None = None) -> None:
        """`names`: as `decoders_present` gives them (the default).

        Raises TroubleError("decoder-absent") when there is none.
        """
        self.names = decoders_present() if names is None else names
        if not self.names:
            raise TroubleError("decoder-absent")
        self._engines = [_ENGINES[name] for name in self.names]
        self._looks = 0

    def look(self, gray: Gray) -> list[Reading]:
        """One look at one of many frames: one engine, in turn, then turned strips."""
        engine = self._engines[self._looks % len(self._engines)]
        self._looks += 1
        return _undisputed(engine(gray) or self._turned(gray))

    def study(self, gray: Gray) -> list[Reading]:
        """All that can be read from a single picture: every engine, turned strips, half size."""
        found = self._all_engines(gray) or self._turned(gray)
        if not found and max(gray.shape) > 1_600:
            cv2 = opencv()
            found = self._all_engines(cv2.resize(gray, None, fx=0.5, fy=0.5, interpolation=3))
        return _undisputed(found)

    def _all_engines(self, gray: Gray) -> list[Reading]:
        found: dict[str, Reading] = {}
        for engine in self._engines:
            for reading in engine(gray):
                found.setdefault(reading.text, reading)
        return list(found.values())

    def _turned(self, gray: Gray) -> list[Reading]:
        """Codes at an angle: each located strip upright, read by the first engine that can."""
        found: dict[str, Reading] = {}
        for corners in _strips(gray):
            strip = _upright(gray, corners)
            read = (engine(strip) for engine in self._engines)
            for reading in next(filter(None, read), []):
                height, width = gray.shape
                outline = tuple((float(x) / width, float(y) / height) for x, y in corners)
                found.setdefault(reading.text, Reading(reading.text, reading.symbology, outline))
        return list(found.values())


def _undisputed(readings: list[Reading]) -> list[Reading]:
    """Without those that lie on each other: one of the two texts is invented, and which?"""
    boxes = [_box(reading.outline) for reading in readings]
    return [
        reading
        for index, reading in enumerate(readings)
        if not any(_on_each_other(boxes[index], box) for at, box in enumerate(boxes) if at != index)
    ]


def _box(outline: Outline) -> _Box:
    xs, ys = [x for x, _ in outline], [y for _, y in outline]
    return min(xs), min(ys), max(xs), max(ys)


def _on_each_other(one: _Box, other: _Box) -> bool:
    """True when the middle of either box lies in the other."""
    for a, b in ((one, other), (other, one)):
        x, y = (a[0] + a[2]) / 2, (a[1] + a[3]) / 2
        if b[0] <= x <= b[2] and b[1] <= y <= b[3]:
            return True
    return False


def _strips(gray: Gray) -> list[Any]:
    """Corners (4, 2) of what looks like bars, at any angle."""
    cv2 = opencv()
    if min(gray.shape) < 40:
        return []
    try:
        found, corners = cv2.barcode.BarcodeDetector().detect(gray)
    except cv2.error:  # it asserts on some odd sizes instead of finding nothing
        return []
    return list(corners)[:4] if found else []


def _upright(gray: Gray, corners: Any) -> Gray:
    """The strip between `corners`, turned so that its bars stand, with quiet zones."""
    cv2, np = opencv(), arrays()
    (cx, cy), (width, height), angle = cv2.minAreaRect(corners.astype(np.float32))
    if height > width:
        width, height, angle = height, width, angle + 90
    scale = min(2.0, max(0.5, _STRIP_LENGTH / max(width, 1.0)))
    size = (int(width * (1 + 2 * _QUIET) * scale) + 2, int(height * 1.2 * scale) + 2)
    turn = cv2.getRotationMatrix2D((cx, cy), angle, scale)
    turn[0, 2] += size[0] / 2 - cx
    turn[1, 2] += size[1] / 2 - cy
    upright: Gray = cv2.warpAffine(
        gray, turn, size, flags=cv2.INTER_CUBIC, borderMode=cv2.BORDER_REPLICATE
    )
    return upright


def _read_with_pyzbar(gray: Gray) -> list[Reading]:
    zbar = pyzbar()
    if zbar is None:
        return []
    # UPC-E is asked for to be dropped: switched off, zbar passes it off as an EAN-13.
    symbols = [zbar.ZBarSymbol[name] for name in (*_ZBAR_NAMES, "UPCE")]
    found = zbar.decode(gray, symbols=symbols)
    return _readings(
        gray,
        ((one.data, _ZBAR_NAMES.get(one.type), [(p.x, p.y) for p in one.polygon]) for one in found),
    )


def _read_with_zxing(gray: Gray) -> list[Reading]:
    zxing = _zxing()
    if zxing is None:
        return []
    formats = zxing.barcode_formats_from_str("EAN13,UPCA,Code128,QRCode")
    found = zxing.read_barcodes(gray, formats=formats, text_mode=zxing.TextMode.Plain)
    return _readings(
        gray,
        ((one.text, _ZXING_NAMES.get(one.format.name), _corners(one.position)) for one in found),
    )


def _read_with_opencv(gray: Gray) -> list[Reading]:
    cv2 = opencv()
    try:
        text, corners, _ = cv2.QRCodeDetector().detectAndDecode(gray)
    except (cv2.error, UnicodeDecodeError):  # it asserts on some pictures
        return []
    if not text:
        return []
    return _readings(gray, [(text, "QR", [(float(x), float(y)) for x, y in corners[0]])])


_ENGINES: dict[str, Engine] = {
    "pyzbar": _read_with_pyzbar,
    "zxing-cpp": _read_with_zxing,
    "opencv-qr": _read_with_opencv,
}


def _readings(gray: Gray, found: Any) -> list[Reading]:
    height, width = gray.shape
    readings = []
    for raw, symbology, corners in found:
        if symbology is None or not raw:
            continue
        try:
            text, _ = canonical(raw)
        except TroubleError:  # longer than any code of ours: not read, like any foreign kind
            continue
        if text and corners:
            outline = tuple((x / width, y / height) for x, y in corners)
            readings.append(Reading(text, symbology, outline))
    return readings


def _corners(position: Any) -> list[tuple[float, float]]:
    corners = (position.top_left, position.top_right, position.bottom_right, position.bottom_left)
    return [(corner.x, corner.y) for corner in corners]


def _zxing() -> ModuleType | None:
    try:
        # Late: optional, and of no use before a picture is there.
        import zxingcpp
    except ImportError:
        return None
    return zxingcpp
