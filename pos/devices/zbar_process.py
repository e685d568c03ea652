"""zbar from outside: asks the helper process, and outlives its crashes and its silence.

A helper that dies or hangs costs that one look. It is started again a few times; then zbar is off
for this process, and says so.
"""

from __future__ import annotations

import atexit
import base64
import json
import os
import subprocess
import sys
import threading
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pos.devices.reading import Reading, reading_of
from pos.devices.symbologies import BY_NAME, TABLE, Names
from pos.devices.zbar_child import ANSWER, REQUEST

if TYPE_CHECKING:
    from pos.devices.ports import Gray

ENGINE = "pyzbar"
MOST_STARTS = 4
LIMIT_S = 5.0  # a 12-megapixel picture takes one
_MOST_ANSWER = 1_000_000
_SHORTEST_ITF = 6  # zbar takes parts of a longer one for a code
_TOLD = {one.zbar: one.name for one in TABLE if one.zbar}
_PROGRAM = (sys.executable, "-m", "pos.devices.zbar_child")


class ZbarProcess:
    """The helper, started at the first look. Threads may share it; they wait for each other."""

    def __init__(self, command: Sequence[str] = _PROGRAM, *, limit_s: float = LIMIT_S) -> None:
        """`command`: what to start; `limit_s`: how long one look may take."""
        self._command = command
        self._limit_s = limit_s
        self._one_at_a_time = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self.starts = 0
        self.cpu_ms = 0.0
        """CPU the helper spent on pictures so far."""

    @property
    def off(self) -> bool:
        """True when it died too often: looks find nothing from now on."""
        return self.starts >= MOST_STARTS and self._process is None

    def read(self, gray: Gray, names: Names) -> list[Reading]:
        """Codes of the kinds `names` in `gray`; none when the helper died over it."""
        wanted = ",".join(sorted(BY_NAME[name].zbar for name in names if BY_NAME[name].zbar))
        if not wanted or self.off:
            return []
        with self._one_at_a_time:
            answer = self._asked(gray, wanted.encode())
        if answer is None:
            return []
        self.cpu_ms += float(answer["cpu_ms"])
        return list(_readings(gray, answer["codes"]))

    def close(self) -> None:
        """Let the helper go; the next look starts another."""
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            process.wait()
            for pipe in (process.stdin, process.stdout):
                _close(pipe)

    def _asked(self, gray: Gray, names: bytes) -> dict[str, Any] | None:
        process = self._running()
        if process is None or process.stdin is None or process.stdout is None:
            return None
        # A watch beside the pipes, because reading them cannot be given a time on Windows.
        watch = threading.Timer(self._limit_s, process.kill)
        watch.daemon = True
        watch.start()
        try:
            height, width = gray.shape
            process.stdin.write(REQUEST.pack(width, height, len(names)) + names)
            process.stdin.write(gray.tobytes())
            process.stdin.flush()
            head = process.stdout.read(ANSWER.size)
            length = ANSWER.unpack(head)[0] if len(head) == ANSWER.size else 0
            body = process.stdout.read(length) if 0 < length <= _MOST_ANSWER else b""
            answer: dict[str, Any] = json.loads(body)
        except (OSError, ValueError):  # it is dead, or says what is no answer
            self.close()
            return None
        finally:
            watch.cancel()
        return answer

    def _running(self) -> subprocess.Popen[bytes] | None:
        if self._process is not None:
            return self._process
        if self.starts >= MOST_STARTS:
            return None
        self.starts += 1
        root = str(Path(__file__).parents[2])
        path = os.pathsep.join(filter(None, [root, os.environ.get("PYTHONPATH")]))
        try:
            self._process = subprocess.Popen(
                self._command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,  # zbar prints assertions there
                env={**os.environ, "PYTHONPATH": path},
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )
        except OSError:
            return None
        return self._process


@cache
def shared_zbar() -> ZbarProcess:
    """The helper of this process; ended with it."""
    helper = ZbarProcess()
    atexit.register(helper.close)
    return helper


def _readings(gray: Gray, codes: Any) -> Any:
    for kind, data, corners in codes:
        raw = base64.b64decode(data)
        name = _TOLD[kind]
        if name == "ITF" and len(raw) < _SHORTEST_ITF:
            continue
        if seen := reading_of(gray, raw, name, corners, engine=ENGINE, data=raw):
            yield seen


def _close(pipe: Any) -> None:
    try:
        pipe.close()
    except OSError:  # what was still to be written has nobody to read it
        pass
