"""Still pictures: what a file shows, for `regulars scan IMAGE…` and for pictures as frames.

A file is hostile until read: its size is bounded before and while it is unpacked.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pos.devices.decoder import Decoder
from pos.devices.ports import Millis, Scan, monotonic_ms
from pos.devices.study import studied
from pos.devices.vision import MOST_PIXELS, arrays, opencv
from pos.trouble import TroubleError

if TYPE_CHECKING:
    from pos.devices.ports import Gray

MOST_BYTES = 64_000_000
_LARGEST_SIDE = 4_000  # pixels; beyond it codes are no better and every look costs more


def read_still(
    path: Path, decoder: Decoder | None = None, clock: Millis = monotonic_ms
) -> list[Scan]:
    """Every code in the picture file at `path`, those that hold first; empty when it shows none.

    Raises TroubleError: what `open_picture` raises, and "decoder-absent".
    """
    gray = open_picture(path).gray
    now = clock()
    return [
        Scan(
            one.reading.text,
            "file",
            one.reading.symbology,
            now,
            one.reading.data,
            one.confirmed,
            one.reading.engine,
        )
        for one in studied(decoder or Decoder(), gray)
    ]


@dataclass(frozen=True, slots=True, eq=False)
class Picture:
    """`gray`, at most 4,000 pixels a side; `times`: how often it was made smaller for that."""

    gray: Gray
    times: float


def open_picture(path: Path) -> Picture:
    """The picture at `path` in gray, upright by its EXIF mark.

    Raises TroubleError: "picture-absent", "picture-unreadable" (a folder, no permission),
    "picture-too-large", "not-a-picture", "vision-absent".
    """
    raw = _bytes_of(path)
    cv2, np = opencv(), arrays()
    if not raw:
        raise TroubleError("not-a-picture", path=str(path))
    try:
        gray: Gray | None = cv2.imdecode(np.frombuffer(raw, np.uint8), cv2.IMREAD_GRAYSCALE)
        if gray is not None and _see_through(raw):
            gray = _on_paper(cv2.imdecode(np.frombuffer(raw, np.uint8), cv2.IMREAD_UNCHANGED), gray)
    except cv2.error as error:
        if "MAX_IMAGE" in str(error):
            raise TroubleError("picture-too-large", path=str(path), limit=MOST_PIXELS) from error
        raise TroubleError("not-a-picture", path=str(path)) from error
    if gray is None or gray.ndim != 2 or 0 in gray.shape:
        raise TroubleError("not-a-picture", path=str(path))
    if gray.size > MOST_PIXELS:  # OpenCV was imported by somebody else, with its own limit
        raise TroubleError("picture-too-large", path=str(path), limit=MOST_PIXELS)
    excess = max(1.0, max(gray.shape) / _LARGEST_SIDE)
    if excess > 1:
        # Never to nothing: a picture may be one pixel wide.
        size = (max(1, int(gray.shape[1] / excess)), max(1, int(gray.shape[0] / excess)))
        gray = cv2.resize(gray, size, interpolation=cv2.INTER_AREA)
    return Picture(gray, excess)


def _see_through(raw: bytes) -> bool:
    """Whether a PNG file has transparent parts (PNG, third edition, 11.2.1 and 11.3.1)."""
    if not raw.startswith(b"\x89PNG\r\n\x1a\n") or len(raw) < 33:
        return False
    return raw[25] in (4, 6) or b"tRNS" in raw[33:2_048]


def _on_paper(picture: Any, gray: Gray) -> Gray:
    """A picture with transparent parts as it looks on white paper, not on OpenCV's black."""
    np = arrays()
    if picture is None or picture.ndim != 3 or picture.shape[2] != 4 or picture.dtype != np.uint8:
        return gray
    cover = picture[:, :, 3].astype(np.float32) / 255
    # Colours only where something covers: what is hidden under transparency is no picture.
    laid: Gray = (gray * cover + 255 * (1 - cover)).astype(np.uint8)
    return laid


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
