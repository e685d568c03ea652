"""OpenCV's own QR reader: weak, and used only where neither zxing-cpp nor zbar is there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pos.devices.reading import Reading, reading_of
from pos.devices.vision import opencv

if TYPE_CHECKING:
    from pos.devices.ports import Gray

ENGINE = "opencv-qr"


def read_with_opencv(gray: Gray) -> list[Reading]:
    """The QR code in `gray`, if it shows one."""
    cv2 = opencv()
    try:
        text, corners, _ = cv2.QRCodeDetector().detectAndDecode(gray)
    except (cv2.error, UnicodeDecodeError):  # it asserts on some pictures
        return []
    if not text:
        return []
    points = [(float(x), float(y)) for x, y in corners[0]]
    seen = reading_of(gray, text, "QR", points, engine=ENGINE)
    return [seen] if seen else []
