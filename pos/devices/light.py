"""Light and lens of a picture corrected, so that engines see bars they would pass over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pos.devices.vision import arrays, opencv

if TYPE_CHECKING:
    from pos.devices.ports import Gray

_SHRUNK, _PAPER, _AROUND = 4, 9, 15  # times; cells of so many pixels: a code's paper, its light
_WHITE = 235  # gray level paper is brought to
_FULL = 160  # levels from dark to light that nobody needs stretched


def sharpened(gray: Gray) -> Gray:
    """With edges drawn stronger (unsharp mask): brings back bars that a soft lens has run."""
    cv2 = opencv()
    soft = cv2.GaussianBlur(gray, (0, 0), 2.0)
    sharp: Gray = cv2.addWeighted(gray, 2.2, soft, -1.2, 0)
    return sharp


def levelled(gray: Gray) -> Gray:
    """As if lit evenly: each pixel in parts of the brightest around it, which is paper.

    At least 8 pixels a side.
    """
    cv2, np = opencv(), arrays()
    rows, columns = gray.shape
    size = (max(1, columns // _SHRUNK), max(1, rows // _SHRUNK))
    small = cv2.resize(gray, size, interpolation=cv2.INTER_AREA)
    paper = cv2.dilate(small, np.ones((_PAPER, _PAPER), np.uint8))
    light = cv2.resize(cv2.blur(paper, (_AROUND, _AROUND)), (columns, rows))
    even: Gray = cv2.divide(gray, light, scale=_WHITE)
    return even


def stretched(strip: Gray) -> Gray:
    """From black to white; as it is where it nearly is. zxing-cpp takes pale bars for paper."""
    cv2 = opencv()
    low, high, _, _ = cv2.minMaxLoc(strip)
    if high - low >= _FULL or high - low < 1:
        return strip
    full: Gray = cv2.normalize(strip, None, 0, 255, cv2.NORM_MINMAX)
    return full
