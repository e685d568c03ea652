"""Whether a single picture's reading holds: the code looked at once more, a little otherwise.

With a live camera the next frame is the second look. A single picture gets one of its own: the
code's neighbourhood turned 1.2 degrees, scaled 0.97, shifted, with new noise. A right reading
comes again; an invented one nearly never does, good check digit or not.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import TYPE_CHECKING

from pos.devices.decoder import Decoder
from pos.devices.reading import Reading
from pos.devices.strips import Region, strip_of, turned
from pos.devices.vision import arrays, opencv

if TYPE_CHECKING:
    from pos.devices.ports import Gray

_TURN, _SCALE, _SHIFT = 1.2, 0.97, 0.4
_NOISE = 2.0  # gray levels
_AROUND = 0.2  # of the code's length, for its quiet zones
# Times as large, rows: few are enough where the bars are good; thin bars suffer from being drawn
# anew at their own size.
_LOOKS = ((1, 48), (2, 128), (1, 160))
_STRIPS = (1.0, 0.72)
_WIDEST = 3_000  # pixels


def holds(decoder: Decoder, gray: Gray, reading: Reading) -> bool:
    """True for codes with error correction, and for those that read the same once more."""
    if reading.matrix:
        return True
    for part in _parts(gray, reading):
        if again := decoder.again(part, reading):
            return {one.text for one in again} == {reading.text}
    return False


def _parts(gray: Gray, reading: Reading) -> Iterator[Gray]:
    """The code's bars upright but for a little: as they were first read, then other ways.

    The next is asked for only where the last showed no code at all: another text ends it.
    """
    region = _around(gray, reading)
    drawn = _drawn(gray, region), _averaged(gray, region)
    first, then = drawn[::-1] if "+" in reading.engine else drawn
    yield from first
    yield from then


def _averaged(gray: Gray, region: Region) -> Iterator[Gray]:
    """Enlarged, and each row the mean of several: so is the noise."""
    for smaller in _STRIPS:
        yield _noisy(strip_of(gray, region, factor=_SCALE * smaller), _NOISE / 2)


def _drawn(gray: Gray, region: Region) -> Iterator[Gray]:
    """About as large as they are, few lines, then more."""
    for larger, lines in _LOOKS:
        wide = min(region.length * (1 + 2 * _AROUND) * _SCALE * larger, _WIDEST)
        yield _noisy(turned(gray, region, _SCALE * larger, (wide, lines)), _NOISE)


def _noisy(part: Gray, levels: float) -> Gray:
    np, cv2 = arrays(), opencv()
    noise = np.empty(part.shape, np.int16)
    cv2.setRNGSeed(part.size)  # the same picture is judged the same each time
    cv2.randn(noise, 0, levels)
    again: Gray = cv2.add(part, noise, dtype=cv2.CV_8U)
    return again


def _around(gray: Gray, reading: Reading) -> Region:
    """The turned rectangle of the outline, whose first two corners lie along the code."""
    rows, columns = gray.shape
    points = [(x * columns, y * rows) for x, y in reading.outline]
    (x0, y0), (x1, y1) = points[0], points[1]
    angle = math.atan2(y1 - y0, x1 - x0)
    cos, sin = math.cos(angle), math.sin(angle)
    along = [x * cos + y * sin for x, y in points]
    over = [y * cos - x * sin for x, y in points]
    length, height = max(along) - min(along), max(over) - min(over)
    middle, across = (max(along) + min(along)) / 2, (max(over) + min(over)) / 2
    return Region(
        middle * cos - across * sin + _SHIFT,
        middle * sin + across * cos + _SHIFT,
        length,
        height,
        math.degrees(angle) + _TURN,
    )
