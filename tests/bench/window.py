"""`python -m tests.bench.window --members 200000 --entries 2000000`: the real window at work.

Scan to member on screen, Enter to done, and gaps of the event loop. Keys are sent to the window,
the ledger is a real file, filled beyond the demo shop as asked. Milliseconds on a busy machine are
noise: read them beside the same run's floor, the time the window needs to draw an unchanged screen
after a key.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import statistics
import tempfile
import time
from bisect import bisect_right
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("REGULARS_RESERVE_MIB", "0")

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from pos.demo import demo_card, furnish
from pos.places import Places
from pos.store.engine import connected
from tests.bench.ledger_fill import card_code, fill_people, fill_sales
from tests.bench.pulse import Pulse, percentiles
from tests.screen.driver import Till
from ui.counter.state import Phase

ANOTHER_TILL = 2  # whose sales fill the ledger: this till's chain stays one that verifies
SIZE = (1366, 768)


@dataclass
class Times:
    """Milliseconds of each visit."""

    scans: list[float] = field(default_factory=list)
    confirms: list[float] = field(default_factory=list)
    keys: list[float] = field(default_factory=list)


def fill(path: Path, members: int, entries: int) -> None:
    """So many members and entries more, by bulk SQL."""
    if not members:
        return
    with closing(connected(path)) as db:
        body = db.execute("SELECT body FROM entry WHERE kind = 1 ORDER BY seq LIMIT 1").fetchone()
    fill_people(path, members)
    fill_sales(path, members, entries, body[0], ANOTHER_TILL)


def measure(visits: int, members: int = 0, entries: int = 0) -> dict[str, object]:
    """Percentiles in milliseconds of `visits` visits."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    chance = random.Random(visits)
    with tempfile.TemporaryDirectory() as folder:
        places = Places(Path(folder))
        furnish(places)
        till = Till(places.data, app)
        fill(places.database, members, entries)  # once open: made-up hashes fail its first look
        till.sign_in()
        till.terminal.window.resize(*SIZE)
        pulse, times, beats = Pulse(), Times(), []
        for visit in range(visits):
            beats.append(len(pulse.gaps_ms))
            card = card_code(chance.randrange(members)) if members else demo_card(1 + visit % 40)
            _visit(app, till, card, times)
        pulse.stop()
        shop = till.terminal.shop
        assert shop is not None
        health = [one.code for one in shop.store.health]
        till.close()
        size = places.database.stat().st_size
    return {
        "scan_to_member_ms": percentiles(times.scans),
        "enter_to_done_ms": percentiles(times.confirms),
        "key_to_screen_ms": percentiles(times.keys),
        "event_loop_gap_ms": pulse.told(),
        "longest_gap_in_visit": bisect_right(beats, pulse.gaps_ms.index(max(pulse.gaps_ms))),
        "longest_gap_after_the_first_visit_ms": round(max(pulse.gaps_ms[beats[1] :]), 1),
        "scan_ratio_to_key": round(
            statistics.median(times.scans) / statistics.median(times.keys), 2
        ),
        "visits": visits,
        "members": members,
        "entries": entries,
        "file_mib": size >> 20,
        "health": health,
        "platform": app.platformName(),
    }


def _visit(app: QApplication, till: Till, card: str, times: Times) -> None:
    """A card, a key that does nothing, an amount, Enter, and the next customer."""
    handle = till.terminal.window.windowHandle()
    for char in card:
        QTest.keyClick(handle, Qt.Key(ord(char)))
    times.scans.append(_timed(app, till, Qt.Key.Key_Return, lambda: till.state.member is not None))
    times.keys.append(_timed(app, till, Qt.Key.Key_Delete, lambda: True))
    till.type("12.50")
    done = lambda: till.state.phase is Phase.DONE  # noqa: E731  (one line of a visit)
    times.confirms.append(_timed(app, till, Qt.Key.Key_Return, done))
    till.press(Qt.Key.Key_Escape)


def _timed(app: QApplication, till: Till, key: Qt.Key, true: Callable[[], bool]) -> float:
    """Milliseconds from a key until something is so, and drawn."""
    began = time.perf_counter()
    QTest.keyClick(till.terminal.window.windowHandle(), key)
    app.processEvents()
    while not true():
        app.processEvents()
    till.terminal.window.repaint()
    return (time.perf_counter() - began) * 1000


def main() -> None:
    wanted = argparse.ArgumentParser(description=__doc__)
    wanted.add_argument("--visits", type=int, default=100)
    wanted.add_argument("--members", type=int, default=0)
    wanted.add_argument("--entries", type=int, default=0)
    asked = wanted.parse_args()
    print(json.dumps(measure(asked.visits, asked.members, asked.entries), indent=2))


if __name__ == "__main__":
    main()
