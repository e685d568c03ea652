"""The ports: what a scanner, a source of frames and a printer are to the rest of the shop.

Three protocols of two or three methods and the values that cross them. Everything else in this
room implements one of them; nobody outside needs to know which.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Protocol

from pos.trouble import TroubleError

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Gray = NDArray[np.uint8]

Outline = tuple[tuple[float, float], ...]
"""Corners of a code as fractions (0..1) of the picture's width and height."""

Millis = Callable[[], int]
"""A monotonic clock in milliseconds; its zero means nothing."""


def monotonic_ms() -> int:
    """Milliseconds of a clock that never jumps; for gaps and time-outs, not for dates."""
    return time.monotonic_ns() // 1_000_000


@dataclass(frozen=True, slots=True)
class Scan:
    """One code that was read.

    `text` is canonical (see `canonical.py`); `source` is "wedge", "serial", "camera", "file" or
    "script"; `symbology` is a name like "EAN-13" or None where the source cannot tell;
    `at_ms` is monotonic. `data`: the bytes in the code as they were, b"" where nobody knows them;
    `confirmed`: error-corrected, or read alike twice; `engine`: who read it, "" for a device of
    its own.
    """

    text: str
    source: str
    symbology: str | None
    at_ms: int
    data: bytes = b""
    confirmed: bool = True
    engine: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Frame:
    """One picture: `gray` has shape (height, width), uint8; `at_ms` is monotonic."""

    gray: Gray
    width: int
    height: int
    at_ms: int


@dataclass(frozen=True, slots=True)
class PreviewFrame:
    """A picture to show: `gray` holds width*height bytes, one a pixel, rows without padding.

    `outlines` are the codes seen in it; `accepted` is True when the picture led to a scan; `hint`
    is what would help reading, a code of `guidance.py` or "".
    """

    gray: bytes
    width: int
    height: int
    outlines: tuple[Outline, ...]
    accepted: bool
    at_ms: int
    hint: str = ""


class FramesEnded(Exception):  # noqa: N818 - an end, not an error, like StopIteration
    """A finite source (file, picture series) has no more frames."""


class PrinterStatus(Enum):
    """What a printer says of itself. Silence is UNKNOWN, never READY."""

    READY = "ready"
    PAPER_LOW = "paper-low"
    PAPER_OUT = "paper-out"
    COVER_OPEN = "cover-open"
    OFFLINE = "offline"
    UNKNOWN = "unknown"
    ABSENT = "absent"


Heard = Callable[[Scan], None]
Troubled = Callable[[TroubleError], None]


class Scanner(Protocol):
    """Something that reads codes on its own."""

    def start(self, heard: Heard, trouble: Troubled) -> None:
        """Begin. Both callbacks may come from another thread and must return quickly."""

    def stop(self) -> None:
        """End; returns within two seconds; harmless when not started."""


class FrameSource(Protocol):
    """Something that gives pictures: a camera, a video file, still images."""

    live: bool
    """True for a device: frames that never change mean it is stuck."""

    def open(self) -> None:
        """Make ready to read. Raises TroubleError when it cannot."""

    def read(self) -> Frame | None:
        """The next frame, None when none came; may block. Raises FramesEnded, TroubleError."""

    def close(self) -> None:
        """Let go of the device; harmless when not open."""


class Printer(Protocol):
    """Something that takes the bytes of one document at a time."""

    def send(self, data: bytes) -> None:
        """Print one document. Raises TroubleError when it did not (all) go out."""

    def status(self) -> PrinterStatus:
        """Ask the printer. Never raises; may take two seconds: not for the screen's thread."""
