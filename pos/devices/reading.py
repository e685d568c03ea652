"""One code seen in one picture, and where: what engines give and everything after them judges."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from pos.devices.canonical import canonical
from pos.devices.ports import Outline
from pos.devices.symbologies import MATRIX
from pos.trouble import TroubleError

if TYPE_CHECKING:
    from pos.devices.ports import Gray

Points = Sequence[tuple[float, float]]
_Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Reading:
    """One code in a picture: canonical text, symbology, corners as fractions of the picture.

    `data`: the bytes in the code, b"" where the engine has only text; `engine`: who read it, and
    after a plus sign how the picture was changed before.
    """

    text: str
    symbology: str
    outline: Outline
    data: bytes = b""
    engine: str = ""

    @property
    def matrix(self) -> bool:
        """True for codes with error correction."""
        return self.symbology in MATRIX

    def by(self, engine: str, outline: Outline | None = None) -> Reading:
        """The same, read by way of `engine`, lying at `outline` of a larger picture."""
        return replace(self, engine=engine, outline=self.outline if outline is None else outline)


def reading_of(
    gray: Gray, raw: str | bytes, symbology: str, corners: Points, *, engine: str, data: bytes = b""
) -> Reading | None:
    """What an engine saw, in canonical form; None for no text, or one no code of ours has.

    `corners` in pixels of `gray`.
    """
    if not raw or not corners:
        return None
    try:
        text, _ = canonical(raw)
    except TroubleError:  # longer than any code of ours: not read, like any foreign kind
        return None
    height, width = gray.shape
    outline = tuple((x / width, y / height) for x, y in corners)
    return Reading(text, symbology, outline, data, engine) if text else None


def undisputed(readings: Iterable[Reading]) -> list[Reading]:
    """Each text once, without those that lie on each other: one of two texts is invented.

    Never those with error correction: a QR code may be drawn inside another.
    """
    once: dict[str, Reading] = {}
    for reading in readings:
        once.setdefault(reading.text, reading)
    found = list(once.values())
    boxes = [box_of(reading.outline) for reading in found]
    return [
        reading
        for index, reading in enumerate(found)
        if reading.matrix
        or not any(on_each_other(boxes[index], box) for at, box in enumerate(boxes) if at != index)
    ]


def box_of(outline: Outline) -> _Box:
    """Left, top, right, bottom."""
    xs, ys = [x for x, _ in outline], [y for _, y in outline]
    return min(xs), min(ys), max(xs), max(ys)


def on_each_other(one: _Box, other: _Box) -> bool:
    """True when the middle of either box lies in the other."""
    for a, b in ((one, other), (other, one)):
        x, y = (a[0] + a[2]) / 2, (a[1] + a[3]) / 2
        if b[0] <= x <= b[2] and b[1] <= y <= b[3]:
            return True
    return False
