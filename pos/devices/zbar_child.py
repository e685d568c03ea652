"""The process zbar runs in: `python -m pos.devices.zbar_child`, pictures in, codes out.

zbar is C that reads what strangers hold up: an abort in it must cost one look, not the terminal.
Request: width, height, length of the names (three little-endian 32-bit numbers), the symbols'
names separated by commas, width*height gray bytes. Answer: a length, then JSON. Ends with its
input.
"""

from __future__ import annotations

import base64
import json
import struct
import sys
import time
from typing import IO, Any

from pos.devices.zbar import pyzbar

REQUEST, ANSWER = struct.Struct("<III"), struct.Struct("<I")
NO_ZBAR = 3  # exit status


def main(requests: IO[bytes], answers: IO[bytes]) -> int:
    """Answer requests until there are no more."""
    zbar = pyzbar()
    if zbar is None:
        return NO_ZBAR
    while len(head := requests.read(REQUEST.size)) == REQUEST.size:
        width, height, length = REQUEST.unpack(head)
        names = requests.read(length).decode("ascii")
        pixels = requests.read(width * height)
        began = time.process_time()
        codes = _read(zbar, pixels, width, height, names)
        told = {"codes": codes, "cpu_ms": (time.process_time() - began) * 1000}
        answer = json.dumps(told).encode()
        answers.write(ANSWER.pack(len(answer)) + answer)
        answers.flush()
    return 0


def _read(zbar: Any, pixels: bytes, width: int, height: int, names: str) -> list[Any]:
    # UPC-E is asked for to be dropped: switched off, zbar passes it off as an EAN-13.
    wanted = {*names.split(","), "UPCE"}
    found = zbar.decode((pixels, width, height), [zbar.ZBarSymbol[name] for name in sorted(wanted)])
    return [
        [one.type, base64.b64encode(one.data).decode(), _corners(one)]
        for one in found
        if one.type in names.split(",")
    ]


def _corners(one: Any) -> list[tuple[int, int]]:
    """Of a linear code its box, the first two corners along it; zbar's own in any order are not."""
    points = [(p.x, p.y) for p in one.polygon]
    if one.type == "QRCODE" or not points:
        return points
    left, top, width, height = one.rect
    right, bottom = left + width, top + height
    # zbar 0.10, which is all there is on Windows, does not tell.
    told = getattr(one, "orientation", None)
    if told in ("LEFT", "RIGHT") or (told not in ("UP", "DOWN") and height > width):
        return [(left, bottom), (left, top), (right, top), (right, bottom)]
    return [(left, top), (right, top), (right, bottom), (left, bottom)]


if __name__ == "__main__":
    sys.exit(main(sys.stdin.buffer, sys.stdout.buffer))
