"""Parts of a picture turned upright: where bars were located, at whatever angle they lie.

Both decoders are nearly blind to bars between 15 and 75 degrees; turned upright they read them
all. OpenCV locates them (its own decoding invents numbers and is not used).
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from pos.devices.ports import Outline
from pos.devices.vision import arrays, opencv

if TYPE_CHECKING:
    from pos.devices.ports import Gray

_QUIET = 0.18  # of a strip's length, added at both ends: its quiet zone
_LENGTH = 900  # pixels
_MOST_ENLARGED = 2.0
_TALLEST, _ROWS = 128, 64
_MOST_PIXELS = 900_000
MOST_STRIPS = 3
_FEWEST_MODULES = 95  # of an EAN-13
_LEAST_RISE = 0.27


@dataclass(frozen=True, slots=True)
class Region:
    """A turned rectangle in pixels: middle, length along the code, height across, degrees."""

    x: float
    y: float
    length: float
    height: float
    degrees: float

    def outline(self, gray: Gray) -> Outline:
        """Its corners as fractions of `gray`; the first two lie along the code."""
        rows, columns = gray.shape
        cos, sin = math.cos(math.radians(self.degrees)), math.sin(math.radians(self.degrees))
        corners = []
        for along, over in ((-1, -1), (1, -1), (1, 1), (-1, 1)):
            dx, dy = along * self.length / 2, over * self.height / 2
            x, y = self.x + dx * cos - dy * sin, self.y + dx * sin + dy * cos
            corners.append((x / columns, y / rows))
        return tuple(corners)


def located_bars(gray: Gray) -> list[Region]:
    """What looks like a linear code to OpenCV, at any angle; the longest first."""
    cv2, np = opencv(), arrays()
    if min(gray.shape) < 40:
        return []
    try:
        found, corners = cv2.barcode.BarcodeDetector().detect(gray)
    except cv2.error:  # it asserts on some odd sizes instead of finding nothing
        return []
    if not found:
        return []
    regions = [_region(cv2.minAreaRect(one.astype(np.float32))) for one in corners]
    regions.sort(key=lambda region: -region.length)
    return regions[:MOST_STRIPS]


def strip_of(gray: Gray, region: Region, *, factor: float = 1.0) -> Gray:
    """The bars of `region` upright, with quiet zones, at most 64 rows high; `factor`
    makes it longer or shorter.

    Rows are averaged, not left out: all of them show the same bars, so noise goes and time too.
    """
    cv2 = opencv()
    scale = min(_MOST_ENLARGED, max(0.5, _LENGTH / max(region.length, 1.0))) * factor
    height = min(int(region.height * 1.2 * scale) + 2, _TALLEST)
    strip = turned(gray, region, scale, (region.length * (1 + 2 * _QUIET) * scale, height))
    if height <= _ROWS:
        return strip
    low: Gray = cv2.resize(strip, (strip.shape[1], _ROWS), interpolation=cv2.INTER_AREA)
    return low


def area_of(gray: Gray, region: Region) -> Gray:
    """All of `region` upright, a little enlarged, with some of what lies around it."""
    pixels = max(region.length * region.height, 1.0)
    scale = min(
        1.6,
        max(0.5, _LENGTH / max(region.length, 1.0)),
        (min(_MOST_PIXELS, gray.size) / pixels) ** 0.5,
    )
    size = (region.length * 1.24 * scale, region.height * 1.24 * scale)
    return turned(gray, region, scale, size)


def turned(gray: Gray, region: Region, scale: float, size: tuple[float, float]) -> Gray:
    """A picture of `size` (width, height) with the middle of `region` in its own, its bars upright.

    `scale`: pixels for one of `gray`.
    """
    cv2 = opencv()
    width, height = int(size[0]) + 2, int(size[1]) + 2
    turn = cv2.getRotationMatrix2D((region.x, region.y), region.degrees, scale)
    turn[0, 2] += width / 2 - region.x
    turn[1, 2] += height / 2 - region.y
    upright: Gray = cv2.warpAffine(
        gray, turn, (width, height), flags=cv2.INTER_CUBIC, borderMode=cv2.BORDER_REPLICATE
    )
    return upright


def legible(strip: Gray) -> bool:
    """False where the bars are so blurred that no engine has read any: measured on photographs.

    How much of the way from dark to light is made within one module, taking the strip for the
    shortest code there is; a longer one only gets the benefit of the doubt.
    """
    modules = strip.shape[1] / (1 + 2 * _QUIET) / _FEWEST_MODULES
    return bool(sharpness(strip) * modules / 2 >= _LEAST_RISE)


def sharpness(strip: Gray) -> float:
    """How much of the way from dark to light the steepest edges take within two pixels, 0 to 1."""
    np = arrays()
    rows = strip[strip.shape[0] // 4 : max(3 * strip.shape[0] // 4, 1)].astype(np.float32)
    line = rows.mean(axis=0)
    low, high = np.percentile(line, (5, 95))
    if high - low < 12 or line.size < 8:
        return 0.0
    steps = np.abs(line[2:] - line[:-2])
    return min(1.0, float(np.percentile(steps, 95) / (high - low)))


def _region(rectangle: Any) -> Region:
    (x, y), (width, height), degrees = rectangle
    if height > width:
        width, height, degrees = height, width, degrees + 90
    return Region(x, y, width, height, degrees)
