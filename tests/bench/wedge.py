"""Scans and typing at the counter's window: what comes whole, what is taken, what is lost.

Keys carry the times of their pace and go to the window, as from a keyboard; on a real X screen
xdotool types as well. `python -m tests.bench.wedge [--codes 20] [--ids 1000]` prints JSON.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any, Final

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from loyalty.codes import member_card
from pos.devices.layouts import ASCII, KEYBOARDS, LOST
from pos.devices.scanner_setup import SETUP_PAGE, keys_of, learned
from pos.settings import Settings
from tests.devices.test_wedge import human_gaps
from tests.screen.act_states import ACT_STATES
from tests.screen.states import STATES
from ui.counter.screen import CounterScreen
from ui.parts.key import Key
from ui.parts.wedge import Wedge
from ui.theme import apply_theme
from ui.wording.languages import Languages

PACES_MS: Final = (1, 2, 5, 10, 20, 30)
ENDINGS: Final = {"enter": "\r", "tab": "\t", "none": ""}
PLACES: Final = {
    "entry line": "idle",
    "a button": "settings",
    "a name field": "enrol",
    "the sign-in": "sign-in-pin",
    "an approval": "adjust-approval",
}
STALL_S: Final = 0.3
LINK: Final = "https://suf.purs.gov.rs/v/?vl=Aa0+/{number:06d}=="
RECEIPT: Final = "NumFac: SETP{number:06d}\nFecFac: 2026-11-22\nValFac: 1500.00"


@dataclass
class Count:
    """What came of a number of scans, or of typing."""

    sent: int = 0
    whole: int = 0
    wrong: int = 0
    left_behind: int = 0
    pressed: int = 0


class Window:
    """The counter's screen with a wedge, and nobody behind it who would answer a wish."""

    def __init__(self, app: QApplication) -> None:
        self._app = app
        self._at = 1_000
        self.wedge = Wedge()
        self.scans: list[str] = []
        self.typed: list[str] = []
        self.wedge.scanned.connect(self.scans.append)
        self.wedge.typed.connect(self.typed.append)
        self.wedge.start()
        self.open("idle")

    def open(self, state: str) -> None:
        """Show a state of the counter, with the focus where people have it then."""
        self.screen = CounterScreen()
        self.presses: list[str] = []
        for wish in ("enter", "enrol_saved", "setting_changed", "operator_chosen", "print_slip"):
            getattr(self.screen, wish).connect(self._pressed)
        # What nobody took is a wish of the screen, too: it is counted by the wedge.
        self.screen.show()
        self.screen.draw({**STATES, **ACT_STATES}[state]())
        self.screen.windowHandle().requestActivate()
        self._live_until(lambda: QGuiApplication.focusWindow() is self.screen.windowHandle())
        if state == "settings":
            self.screen.findChildren(Key)[0].setFocus()
        self._live(0.05)

    def close(self) -> None:
        """Let the screen go."""
        self.screen.close()
        self.screen.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def scan(self, code: str, pace_ms: int, *, stalled: bool = False) -> None:
        """A burst of keys; `stalled`: the screen sleeps in the middle of it."""
        self._at += 5_000
        for number, sign in enumerate(code):
            self._at += pace_ms
            if stalled and number == 5:
                self._app.processEvents()
                time.sleep(STALL_S)
            self._post(sign, self._at)
        self._app.processEvents()

    def person(self, text: str, gaps_ms: list[int]) -> None:
        """A person's keys, handled late and all at once: only their own times tell the pace."""
        self._at += 5_000
        for sign, gap in zip(text, gaps_ms, strict=True):
            self._at += gap
            self._post(sign, self._at)
        self._app.processEvents()

    def settled(self, scans: int) -> None:
        """Until so many codes were heard, or a code would have been."""
        self._live_until(lambda: len(self.scans) >= scans, 0.25)

    def rest(self) -> None:
        """As long as any key of a person is held."""
        self._live(0.12)

    def fields(self) -> str:
        """What stands in the text fields."""
        return "".join(field.text() for field in self.screen.findChildren(QLineEdit))

    def _pressed(self, *_what: object) -> None:
        self.presses.append("pressed")

    def _post(self, sign: str, at_ms: int) -> None:
        key = {"\r": Qt.Key.Key_Return, "\t": Qt.Key.Key_Tab, "\n": Qt.Key.Key_Return}.get(sign)
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(
                kind,
                key or Qt.Key(ord(sign.upper()[0]) if sign.isascii() else 0),
                Qt.KeyboardModifier.NoModifier,
                sign.replace("\n", "\r"),
            )
            event.setTimestamp(at_ms)
            QCoreApplication.postEvent(self.screen.windowHandle(), event)

    def _live(self, seconds: float) -> None:
        self._live_until(lambda: False, seconds)

    def _live_until(self, true: Callable[[], bool], seconds: float = 5.0) -> None:
        ends = time.monotonic() + seconds
        while not true() and time.monotonic() < ends:
            QTest.qWait(1)


def bursts(window: Window, codes: int, *, caps: bool, link: bool) -> dict[str, Any]:
    """Every pace by every ending, on the screen that is open."""
    count, number = Count(), random.Random(7).randrange(10**6)
    before, pressed = window.fields(), len(window.presses)
    for pace in PACES_MS:
        for ending in ENDINGS.values():
            for each in range(codes):
                number += 1
                text = LINK.format(number=number) if link else member_card(number)
                heard = len(window.scans)
                typed = text.swapcase() if caps else text
                window.scan(typed + ending, pace, stalled=each % 5 == 4)
                window.settled(heard + 1)
                told(count, window.scans[heard:], text)
    count.left_behind = int(window.fields() != before) + len(window.typed)
    count.pressed = len(window.presses) - pressed
    return vars(count)


def told(count: Count, heard: list[str], text: str) -> None:
    """Note what one scan became."""
    count.sent += 1
    count.whole += heard == [text]
    count.wrong += any(one != text for one in heard)


def foreign(window: Window, codes: int, keyboard: str) -> dict[str, Any]:
    """A till with another keyboard: cards as it is, and links after one scan of the set-up code."""
    table = KEYBOARDS[keyboard]

    def there(text: str) -> str:
        return "".join(table[ord(sign) - 0x20] if sign in ASCII else sign for sign in text)

    cards, links = Count(), Count()
    for number in range(codes):
        card, heard = member_card(10**6 + number), len(window.scans)
        window.scan(there(card) + "\r", 5)
        window.settled(heard + 1)
        told(cards, window.scans[heard:], card)
    found = learned(keys_of(there(SETUP_PAGE).replace(LOST, "") + "\r"))
    assert found is not None
    settings = Settings()
    for name, value in found.settings():
        settings = settings.changed(name, value)
    window.wedge.set_up(settings)
    for number in range(codes):
        link, heard = LINK.format(number=number).replace("+", "-"), len(window.scans)
        window.scan(there(link) + "\r", PACES_MS[number % len(PACES_MS)])
        window.settled(heard + 1)
        told(links, window.scans[heard:], link)
    window.wedge.set_up(Settings())
    return {"reads": found.reads, "cards untaught": vars(cards), "links taught": vars(links)}


def receipts(window: Window, codes: int) -> dict[str, Any]:
    """Codes with lines, and of four thousand signs."""
    lines, long = Count(), Count()
    for pace in PACES_MS:
        for number in range(codes):
            text, heard = RECEIPT.format(number=number + 100 * pace), len(window.scans)
            window.scan(text + ("\r" if number % 2 else ""), pace, stalled=number % 5 == 4)
            window.settled(heard + 1)
            told(lines, window.scans[heard:], text)
    for number in range(min(codes, 10)):
        text, heard = f"https://example.org/{number}?" + "Ab0+/=" * 675, len(window.scans)
        window.scan(text + "\r", 1)
        window.settled(heard + 1)
        told(long, window.scans[heard:], text)
    return {"with lines": vars(lines), "of 4,000 signs": vars(long)}


def ids_by_hand(window: Window, ids: int) -> dict[str, int]:
    """Ids as people type them, up to three keys rolled over; each must stand in its field."""
    chance, taken, lost = random.Random(11), len(window.scans), 0
    field = next(one for one in window.screen.findChildren(QLineEdit) if one.isVisible())
    field.setFocus()
    field.clear()
    for _ in range(ids):
        text = "".join(chance.choice("0123456789") for _ in range(chance.randint(6, 16)))
        text = text[: field.maxLength()]
        window.person(text, human_gaps(chance, len(text))[: len(text)])
        held = field.text()
        if held != text:  # the last keys may still be held
            window.rest()
            held = field.text()
        lost += len(text) - len(held) if held != text else 0
        field.clear()
    return {"typed": ids, "taken for a scan": len(window.scans) - taken, "keys lost": lost}


def by_xdotool(window: Window, codes: int) -> dict[str, Any] | None:
    """Real key presses through the X server, the screen asleep for 300 ms now and then."""
    if QGuiApplication.platformName() != "xcb" or shutil.which("xdotool") is None:
        return None
    found = {}
    handle = str(int(window.screen.winId()))
    subprocess.run(["xdotool", "windowfocus", "--sync", handle], check=False, timeout=10)
    for delay in (1, 5, 20, 40):  # about half of it is a key's gap
        count = Count()
        for number in range(codes):
            text, heard = member_card(5 * 10**6 + 1_000 * delay + number), len(window.scans)
            typing = subprocess.Popen(
                ["xdotool", "type", "--delay", str(delay), "--args", "1", text, "key", "Return"]
            )
            if number % 2:
                QTest.qWait(10)
                time.sleep(STALL_S)
            while typing.poll() is None:
                QTest.qWait(1)
            window.settled(heard + 1)
            told(count, window.scans[heard:], text)
        found[f"delay {delay}"] = vars(count)
    return found


def measured(app: QApplication, codes: int, ids: int) -> dict[str, Any]:
    """Everything, one window after the other."""
    window = Window(app)
    found: dict[str, Any] = {"platform": QGuiApplication.platformName(), "places": {}}
    for place, state in PLACES.items():
        window.close()
        window.open(state)
        found["places"][place] = bursts(window, codes, caps=False, link=False)
    window.close()
    window.open("idle")
    window.wedge.set_up(replace(Settings(), scanner_caps=True))
    found["Caps Lock, links"] = bursts(window, max(2, codes // 4), caps=True, link=True)
    window.wedge.set_up(Settings())
    found["keyboards"] = {name: foreign(window, codes, name) for name in ("french", "british")}
    found["receipts"] = receipts(window, codes)
    found["xdotool"] = by_xdotool(window, min(codes, 20))
    window.close()
    window.open("enrol")
    found["by hand"] = ids_by_hand(window, ids)
    window.close()
    window.wedge.stop()
    return found


def main(argv: list[str]) -> int:
    """Print the counts as JSON."""
    wanted = argparse.ArgumentParser(prog="tests.bench.wedge", description=__doc__)
    wanted.add_argument("--codes", type=int, default=20, help="scans for each pace and ending")
    wanted.add_argument("--ids", type=int, default=1_000, help="ids typed by hand")
    asked = wanted.parse_args(argv)
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    Languages(app).switch("en")
    apply_theme(app, "light", 1.0)
    print(json.dumps(measured(app, asked.codes, asked.ids), indent=1))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
