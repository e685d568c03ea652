"""A window's line in a process of its own, on books that others have open too: a line of JSON for
each line it is told. `python -m tests.office.line_window DATA`.
"""

from __future__ import annotations

import dataclasses
import json
import os
import subprocess
import sys
from functools import partial
from pathlib import Path
from typing import Any
from uuid import UUID

from pos.clock import SystemClock
from pos.line_state import LineState
from pos.linked import frozen
from pos.opening import open_shop
from pos.places import Places
from pos.shift import end_open
from pos.sync.door import Door
from pos.sync.passing import MOST_WAIT_S
from pos.trouble import TroubleError
from tests.office.live import ZONE


class LineWindow:
    """The process, and how to talk to it."""

    def __init__(self, data: Path) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tests.office.line_window", str(data)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env=os.environ | {"REGULARS_RESERVE_MIB": "0"},
        )

    @property
    def pid(self) -> int:
        return self.process.pid

    def say(self, *words: object) -> dict[str, Any]:
        """Its answer."""
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write(" ".join(map(str, words)) + "\n")
        self.process.stdin.flush()
        found: dict[str, Any] = json.loads(self.process.stdout.readline())
        return found

    def end(self, kill: bool = False) -> None:
        """Orderly, or not. Repeats do nothing."""
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        if kill:
            self.process.kill()
        if not self.process.stdin.closed:
            self.process.stdin.close()
        self.process.wait(20)
        self.process.stdout.close()


def main(data: Path) -> None:
    """Until the input ends."""
    places = Places(data)
    shop = open_shop(places, SystemClock(ZONE))
    told: list[LineState] = []
    ends = partial(end_open, shop)
    line = Door(shop.store, shop.settings, places.settings, frozen, ends).courier(told.append)
    assert line is not None
    line.start()
    for text in sys.stdin:
        act, *rest = text.split()
        if act == "reserve":
            try:
                line.reserve(UUID(rest[0]), int(rest[1]), wait_s=MOST_WAIT_S)
                said: dict[str, Any] = {"ok": True}
            except TroubleError as error:
                said = {"ok": False, "said": str(error)}
        else:
            said = dataclasses.asdict(line.state) | {"whys": sorted({one.why for one in told})}
        sys.stdout.write(json.dumps(said) + "\n")
        sys.stdout.flush()
    line.stop()
    shop.store.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
