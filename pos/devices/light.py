"""Light and lens of a picture corrected, so that engines see bars they would pass over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pos.devices.vision import arrays, opencv

if TYPE_CHECKING:
    from pos.devices.ports import Gray

_SHRUNK, _PAPER, _AROUND = 4, 9, 15  # times; cells of so many pixels: a code's paper, its light
_WHITE = 235  # gray level paper is brought to
_THINNED, _LINES = 3, 8  # columns and rows of a strip taken together
_PARTS = 8  # of a strip's length that is one light: a dozen modules
_LEAST = 8  # levels from dark to light; less is noise


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


def evened(strip: Gray) -> Gray:
    """Upright bars from black to white all along: pale ones, and those half in the light.

    zxing-cpp takes pale bars for paper. Between the darkest and the brightest of what is near.
    """
    cv2, np = opencv(), arrays()
    rows, columns = strip.shape
    size = (max(1, columns // _THINNED), max(1, rows // _LINES))
    small = cv2.resize(strip, size, interpolation=cv2.INTER_AREA)
    near = np.ones((1, max(3, size[0] // _PARTS)), np.uint8)
    dark, light = (
        cv2.resize(cv2.blur(change(small, near), near.shape[::-1]), (columns, rows))
        for change in (cv2.erode, cv2.dilate)
    )
    span = cv2.subtract(light, dark)
    usual = span[:, columns // 4 : 3 * columns // 4 + 1].mean()
    span = np.maximum(span, max(_LEAST, int(usual / 2)))
    even: Gray = cv2.divide(cv2.subtract(strip, dark), span, scale=_WHITE)
    return even
