"""Still pictures: what a file shows, for `regulars scan IMAGE…` and for pictures as frames.

A file is hostile until read: its size is bounded before and while it is unpacked.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from pos.devices.decoder import Decoder
from pos.devices.ports import Millis, Scan, monotonic_ms
from pos.devices.vision import MOST_PIXELS, arrays, opencv
from pos.trouble import TroubleError

if TYPE_CHECKING:
    from pos.devices.ports import Gray

MOST_BYTES = 64_000_000
_LARGEST_SIDE = 4_000  # pixels; beyond it codes are no better and every look costs more


def read_still(
    path: Path, decoder: Decoder | None = None, clock: Millis = monotonic_ms
) -> list[Scan]:
    """Every code in the picture file at `path`, left to right; empty when it shows none.

    Raises TroubleError: what `open_picture` raises, and "decoder-absent".
    """
    gray = open_picture(path)
    readings = (decoder or Decoder()).study(gray)
    readings.sort(key=lambda reading: min((x for x, _ in reading.outline), default=0.0))
    now = clock()
    return [Scan(reading.text, "file", reading.symbology, now) for reading in readings]


def open_picture(path: Path) -> Gray:
    """The picture at `path` in gray, upright by its EXIF mark, at most 4,000 pixels a side.

    Raises TroubleError: "picture-absent", "picture-unreadable" (a folder, no permission),
    "picture-too-large", "not-a-picture", "vision-absent".
    """
    raw = _bytes_of(path)
    cv2, np = opencv(), arrays()
    if not raw:
        raise TroubleError("not-a-picture", path=str(path))
    try:
        gray: Gray | None = cv2.imdecode(np.frombuffer(raw, np.uint8), cv2.IMREAD_GRAYSCALE)
    except cv2.error as error:
        if "MAX_IMAGE" in str(error):
            raise TroubleError("picture-too-large", path=str(path), limit=MOST_PIXELS) from error
        raise TroubleError("not-a-picture", path=str(path)) from error
    if gray is None or gray.ndim != 2 or 0 in gray.shape:
        raise TroubleError("not-a-picture", path=str(path))
    if gray.size > MOST_PIXELS:  # OpenCV was imported by somebody else, with its own limit
        raise TroubleError("picture-too-large", path=str(path), limit=MOST_PIXELS)
    excess = max(gray.shape) / _LARGEST_SIDE
    if excess > 1:
        # Never to nothing: a picture may be one pixel wide.
        size = (max(1, int(gray.shape[1] / excess)), max(1, int(gray.shape[0] / excess)))
        gray = cv2.resize(gray, size, interpolation=cv2.INTER_AREA)
    return gray


def _bytes_of(path: Path) -> bytes:
    # Read here and not by OpenCV, which cannot say why a file does not open, nor open some names.
    try:
        if not path.is_file() and path.exists():
            raise TroubleError("picture-unreadable", path=str(path))
        with path.open("rb") as file:
            raw = file.read(MOST_BYTES + 1)
    except FileNotFoundError as error:
        raise TroubleError("picture-absent", path=str(path)) from error
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        raise TroubleError("picture-unreadable", path=str(path)) from error
    if len(raw) > MOST_BYTES:
        raise TroubleError("picture-too-large", path=str(path), limit=MOST_BYTES)
    return raw
