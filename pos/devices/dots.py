"""A picture drawn dot by dot, as the decoder and the text reader want it."""

from __future__ import annotations

from collections.abc import Callable

from pos.devices.decoder import Decoder
from pos.devices.vision import arrays

_MARGIN = 32  # dots of white around: printers need none, decoders do

ReadDots = Callable[[bytes, int, int], tuple[str, ...]]
"""The codes in a picture of a byte a dot (0 black, 255 white), its width and height."""


def dots_reader() -> ReadDots:
    """A reader of codes in drawn pictures. TroubleError `decoder-absent`, `vision-absent`."""
    decoder, np = Decoder(), arrays()

    def read(gray: bytes, width: int, height: int) -> tuple[str, ...]:
        rows = np.frombuffer(gray, np.uint8).reshape(height, width)
        seen = decoder.look(np.pad(rows, _MARGIN, constant_values=255))
        return tuple(one.text for one in seen)

    return read


def as_picture_file(gray: bytes, width: int, height: int) -> bytes:
    """The same as a picture file (binary PGM)."""
    return f"P5 {width} {height} 255\n".encode("ascii") + gray
