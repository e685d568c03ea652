"""A till driven as people do: keys and scans sent to the real window, everything else real too.

Used by the journey tests, the window's benches and the pictures in docs/. Counts what a cashier
does, so that the keystroke budget of counter.md can be measured.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from loyalty.codes import sale_code
from pos.demo import demo_card, open_demo
from pos.devices.ports import Printer, Scanner, monotonic_ms
from pos.devices.scripted import RecordingPrinter
from pos.linked import frozen
from pos.places import Places
from pos.shift import end_open
from pos.sync.door import Door
from ui.counter.around import Pictures
from ui.counter.assembly import Hands, assembled
from ui.counter.state import CounterState, Phase
from ui.customer.follower import Follower
from ui.devices import Devices, Preview
from ui.manager.room import Room
from ui.terminal import Books, House, Terminal

PATIENCE_S = 8


@dataclass
class Count:
    """What the cashier did."""

    scans: int = 0
    keys: int = 0


@dataclass
class Till:
    """A running terminal on a demo shop, and hands to work it with."""

    data: Path
    app: QApplication
    camera: Callable[[str, Preview], Scanner | None] = lambda _setting, _preview: None
    printer: Printer = field(default_factory=RecordingPrinter)
    count: Count = field(default_factory=Count)
    pictures: Pictures = Pictures()
    manage: bool = False

    def __post_init__(self) -> None:
        whole = house(self.data, self.printer, self.camera, self.pictures)
        self.terminal = Terminal(self.app, replace(whole, manage=self.manage))
        self.terminal.start()
        self.until(lambda: self.state.sheet is not None, "the sign-in")
        self.terminal.window.windowHandle().requestActivate()  # nobody else does without a desktop

    @property
    def state(self) -> CounterState:
        """What is on the screen."""
        return self.terminal.state

    def until(self, true: Callable[[], bool], what: str) -> None:
        """Let the window live until something is so."""
        ends = time.monotonic() + PATIENCE_S
        while not true():
            if time.monotonic() > ends:
                raise AssertionError(f"waited for {what}; on screen: {self.state}")
            self.app.processEvents()
            QTest.qWait(1)

    def settled(self) -> None:
        """Until the ledger has answered."""
        self.until(lambda: not self.state.busy, "the ledger's answer")

    def scan(self, code: str) -> None:
        """A hand scanner: a burst of keys with Return behind it, sent to the window."""
        self.count.scans += 1
        burst(self.terminal.window.windowHandle(), code)
        self.pump()
        self.settled()

    def type(self, text: str) -> None:
        """A person: one key after the other, far apart for a scanner."""
        handle = self.terminal.window.windowHandle()
        for char in text:
            self.count.keys += 1
            QTest.qWait(60)
            QTest.keyClick(handle, char)
        QTest.qWait(60)
        self.settled()

    def press(
        self,
        key: Qt.Key,
        modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
    ) -> None:
        """One key with a name."""
        self.count.keys += 1
        QTest.qWait(60)
        QTest.keyClick(self.terminal.window.windowHandle(), key, modifiers)
        self.pump()
        self.settled()

    def rest(self) -> None:
        """As long as a scanner's second beep at the same card is taken for the first one."""
        QTest.qWait(2_050)

    def pump(self) -> None:
        """Let held keys be recognised and queued events arrive."""
        QTest.qWait(5)
        self.app.processEvents()

    def sign_in(self, number: int = 1, pin: str = "1111") -> None:
        """Sign in by PIN."""
        self.type(f"{number}{pin}")
        self.press(Qt.Key.Key_Return)
        self.until(lambda: self.state.phase is not Phase.SIGNED_OUT, "the counter")

    def slip_code(self) -> str:
        """The code on the newest slip."""
        shop = self.terminal.shop
        assert shop is not None
        with shop.store.reading() as view:
            last = view.last_sale()
        assert last is not None
        return sale_code(last.key)

    def shot(self, path: Path, width: int, height: int) -> None:
        """A picture of the window at a size."""
        self.terminal.window.resize(width, height)
        QTest.qWait(80)
        self.terminal.window.grab().save(str(path))

    def close(self) -> None:
        """Close the window and let go of everything."""
        self.terminal.close()
        self.terminal.window.close()
        self.terminal.window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def house(
    data: Path,
    printer: Printer,
    camera: Callable[[str, Preview], Scanner | None],
    pictures: Pictures = Pictures(),  # noqa: B008 - a value
) -> House:
    """A demo house with a printer and a camera of the test's choice."""
    devices = Devices(
        printer=lambda _setting: printer,
        serial=lambda _setting: None,
        camera=camera,
        missing=lambda: (),
        pictures=pictures,
    )

    def books(places: Places) -> Books:
        shop = open_demo(places)
        door = Door(shop.store, shop.settings, places.settings, frozen, partial(end_open, shop))
        return Books(shop, assembled, Hands, Follower, door, Room)

    return House(Places(data), books, lambda places: places.database, devices)


def blank_card(number: int = 41) -> str:
    """A demo card that nobody has yet."""
    return demo_card(number)


def burst(window: QWindow, code: str) -> None:
    """A hand scanner's keys with Return behind them, sent to a window.

    They carry their own times, as real ones do: a busy machine must not cut a burst.
    """
    begun_ms = monotonic_ms()
    for number, char in enumerate(f"{code}\r"):
        key = Qt.Key.Key_Return if char == "\r" else _key(char)
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, char)
            event.setTimestamp(begun_ms + 2 * number)
            QCoreApplication.sendEvent(window, event)


def _key(char: str) -> Qt.Key:
    """The key that gives a sign: of ASCII, Qt's keys are the signs in upper case."""
    return Qt.Key(ord(char.upper())) if char.isascii() else Qt.Key.Key_unknown
