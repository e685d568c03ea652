"""The text reader with a process of its own: started when first asked, kept warm, killed when it
takes too long or grows too large, and started anew for the next picture.
"""

from __future__ import annotations

import json
import os
import queue
import struct
import subprocess
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

from pos.devices.ocr_engine import ocr_is_here
from pos.devices.ports import Millis, monotonic_ms
from pos.devices.process_memory import most_held_mb
from pos.devices.reading_text import SeenText, SeenWord
from pos.trouble import TroubleError

MOST_BYTES = 32_000_000
_MOST_ANSWER = 4_000_000
_HEAD = struct.Struct(">I")
_LOOK_S = 0.1  # between two looks at the process's size


@dataclass(frozen=True, slots=True)
class OcrLimits:
    """What a reading may take: seconds for the models to load and for a picture, megabytes of
    memory in use, and of address space where the system keeps that limit.
    """

    start_s: int = 60
    picture_s: int = 45
    memory_mb: int = 1_400
    address_mb: int = 3_072


class OcrProcess:
    """A `TextReader`: RapidOCR in a child process of low priority. Not for the screen's thread."""

    def __init__(
        self,
        limits: OcrLimits | None = None,
        command: tuple[str, ...] = (sys.executable, "-m", "pos.devices.ocr_worker"),
        clock: Millis = monotonic_ms,
        here: Callable[[], bool] = ocr_is_here,
    ) -> None:
        self._limits, self._command, self._clock = limits or OcrLimits(), command, clock
        self._here = here
        self._child: subprocess.Popen[bytes] | None = None
        self._answers: queue.SimpleQueue[dict[str, Any] | None] = queue.SimpleQueue()
        self._one = threading.Lock()

    def warm(self) -> None:
        """Start the process and wait until its models are loaded. TroubleError as `read`."""
        with self._one:
            self._running()

    def read(self, picture: bytes) -> SeenText:
        if not picture:
            raise TroubleError("not-a-picture", path="")
        if len(picture) > MOST_BYTES:
            raise TroubleError("picture-too-large", path="", limit=MOST_BYTES)
        with self._one:
            child = self._running()
            try:
                assert child.stdin is not None
                child.stdin.write(_HEAD.pack(len(picture)) + picture)
                child.stdin.flush()
            except OSError as error:
                self._end()
                raise TroubleError("ocr-failed") from error
            answer = self._answer(self._limits.picture_s)
            held = most_held_mb(child.pid)
        if "trouble" in answer:
            raise TroubleError(answer["trouble"], **_facts(answer, self._limits))
        return _text(answer, held)

    def close(self) -> None:
        if (child := self._child) is not None:
            child.kill()  # a reading under way ends now, not when its time is over
        with self._one:
            self._end()

    def _running(self) -> subprocess.Popen[bytes]:
        if self._child is not None and self._child.poll() is None:
            return self._child
        if not self._here():
            raise TroubleError("ocr-absent")
        self._end()
        self._child = child = self._started()
        answers = self._answers = queue.SimpleQueue()
        assert child.stdout is not None
        threading.Thread(
            target=_listen, args=(child.stdout, answers), name="ocr-answers", daemon=True
        ).start()
        answer = self._answer(self._limits.start_s)
        if "trouble" in answer:
            self._end()
            raise TroubleError(answer["trouble"])
        return child

    def _started(self) -> subprocess.Popen[bytes]:
        root = str(Path(__file__).parents[2])
        paths = [root, *filter(None, [os.environ.get("PYTHONPATH")])]
        low = getattr(subprocess, "BELOW_NORMAL_PRIORITY_CLASS", 0)  # Windows; elsewhere: nice
        try:
            return subprocess.Popen(
                (*self._command, str(self._limits.address_mb)),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env={**os.environ, "PYTHONPATH": os.pathsep.join(paths)},
                creationflags=low,
            )
        except OSError as error:
            raise TroubleError("ocr-failed") from error

    def _answer(self, seconds: int) -> dict[str, Any]:
        """The next answer; kills the process that is late, too large, or gone."""
        assert self._child is not None
        last = self._clock() + seconds * 1_000
        while True:
            with suppress(queue.Empty):
                answer = self._answers.get(timeout=_LOOK_S)
                if answer is None:
                    self._end()
                    raise TroubleError("ocr-failed")
                return answer
            if most_held_mb(self._child.pid) > self._limits.memory_mb:
                self._end()
                raise TroubleError("ocr-memory", megabytes=self._limits.memory_mb)
            if self._clock() > last:
                self._end()
                raise TroubleError("ocr-slow", seconds=seconds)

    def _end(self) -> None:
        child, self._child = self._child, None
        if child is None:
            return
        child.kill()
        with suppress(OSError):  # bytes it never took
            assert child.stdin is not None
            child.stdin.close()
        child.wait(timeout=5)


def _listen(stream: BinaryIO, answers: queue.SimpleQueue[dict[str, Any] | None]) -> None:
    """Puts each answer in the queue, None when the process has ended or talks nonsense."""
    try:
        with stream:
            while len(head := stream.read(_HEAD.size)) == _HEAD.size:
                (length,) = _HEAD.unpack(head)
                if length > _MOST_ANSWER:
                    break
                answers.put(dict(json.loads(stream.read(length))))
    except (OSError, ValueError, TypeError):
        pass
    answers.put(None)


def _facts(answer: dict[str, Any], limits: OcrLimits) -> dict[str, Any]:
    if answer["trouble"] == "ocr-memory":
        return {"megabytes": limits.memory_mb}
    return dict(answer.get("facts", {}))


def _text(answer: dict[str, Any], memory_mb: int) -> SeenText:
    words = tuple(SeenWord(**word) for word in answer["words"])
    return SeenText(
        words,
        answer["likeness"],
        answer["sharpness"],
        answer["ms"],
        answer["cpu_ms"],
        memory_mb,
    )
