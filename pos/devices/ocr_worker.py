"""The reading process: pictures come in on standard input, words go out, nothing else is shared.

A hostile picture is unpacked here and nowhere else, under the limits this process sets itself.
Messages are a length of four bytes (big endian) and so many bytes: a picture in, JSON out.
"""

from __future__ import annotations

import json
import os
import struct
import sys
import time
from dataclasses import asdict
from typing import TYPE_CHECKING, Any, BinaryIO

from pos.devices.ocr_engine import Engine
from pos.devices.ocr_paper import likeness_of, paper_of
from pos.trouble import TroubleError

if TYPE_CHECKING:
    from collections.abc import Iterator

_HEAD = struct.Struct(">I")
_LOWER = 10  # nice


def main() -> int:
    """Until standard input ends. The first argument: megabytes of address space, 0 for no limit."""
    out = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # whatever a library prints is not an answer
    _limit(int(sys.argv[1]) if len(sys.argv) > 1 else 0)
    try:
        engine = Engine()
    except TroubleError as trouble:
        _tell(out, {"trouble": trouble.code})
        return 1
    _tell(out, {"ready": True})
    for picture in _pictures(sys.stdin.buffer):
        _tell(out, _answer(engine, picture))
    return 0


def _limit(megabytes: int) -> None:
    try:
        # Late: Unix only; elsewhere whoever started this process watches its size.
        import resource
    except ImportError:
        return
    os.nice(_LOWER)
    if megabytes and sys.platform != "darwin":  # which takes the limit and ignores it
        resource.setrlimit(resource.RLIMIT_AS, (megabytes << 20, megabytes << 20))


def _pictures(source: BinaryIO) -> Iterator[bytes]:
    while len(head := source.read(_HEAD.size)) == _HEAD.size:
        (length,) = _HEAD.unpack(head)
        picture = source.read(length)
        if len(picture) < length:
            return
        yield picture


def _answer(engine: Engine, raw: bytes) -> dict[str, Any]:
    began, cpu = time.monotonic_ns(), time.process_time_ns()
    try:
        paper = paper_of(raw)
        words = engine.words(paper.picture)
    except TroubleError as trouble:
        return {"trouble": trouble.code, "facts": trouble.facts}
    except MemoryError:
        return {"trouble": "ocr-memory"}
    return {
        "words": [asdict(word) for word in words],
        "likeness": likeness_of(paper.picture),
        "sharpness": round(paper.sharpness, 1),
        "ms": (time.monotonic_ns() - began) // 1_000_000,
        "cpu_ms": (time.process_time_ns() - cpu) // 1_000_000,
    }


def _tell(out: BinaryIO, answer: dict[str, Any]) -> None:
    body = json.dumps(answer, ensure_ascii=False).encode()
    out.write(_HEAD.pack(len(body)) + body)
    out.flush()


if __name__ == "__main__":
    sys.exit(main())
