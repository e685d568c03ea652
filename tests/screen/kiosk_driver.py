"""A kiosk used as people do: scans as bursts of keys at the real window, fingers on real keys."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from pos.devices.ports import Printer, Scanner
from pos.devices.scripted import RecordingPrinter
from pos.places import Places
from pos.settings import Settings, write_settings
from pos.shop import Shop
from tests.screen.driver import burst
from tests.screen.kiosk_walk import said, texts
from tests.shop.house import SETTINGS, open_at
from ui.customer.hands import KioskHands
from ui.customer.kiosk import Kiosk, KioskBooks, KioskHouse
from ui.customer.presenter import KioskPresenter
from ui.customer.state import KioskState, Page
from ui.devices import Devices, Preview

PATIENCE_S = 8


@dataclass
class Guest:
    """A running kiosk on a shop of its own, and hands to use it with."""

    folder: Path
    app: QApplication
    prepare: Callable[[Shop], None] = lambda _shop: None
    settings: Settings = SETTINGS
    camera: Callable[[str, Preview], Scanner | None] = lambda _setting, _preview: None
    printer: Printer = field(default_factory=RecordingPrinter)

    def __post_init__(self) -> None:
        write_settings(Places(self.folder).settings, self.settings)
        devices = Devices(
            printer=lambda _setting: self.printer,
            serial=lambda _setting: None,
            camera=self.camera,
            missing=lambda: (),
        )

        def books(places: Places) -> KioskBooks:
            shop = replace(open_at(places.data), settings=self.settings)
            self.prepare(shop)
            return KioskBooks(shop, KioskPresenter, KioskHands)

        house = KioskHouse(Places(self.folder), books, lambda where: where.database, devices)
        self.kiosk = Kiosk(self.app, house)
        self.kiosk.start(full_screen=False)
        self.kiosk.window.resize(1024, 768)
        self.until(lambda: self.state.page is Page.IDLE, "the greeting")
        self.settled()
        self.kiosk.window.windowHandle().requestActivate()
        self.until(self.kiosk.window.isActiveWindow, "the focus")

    @property
    def state(self) -> KioskState:
        """What is on the screen."""
        return self.kiosk.state

    @property
    def shop(self) -> Shop:
        """The open shop."""
        assert self.kiosk.shop is not None
        return self.kiosk.shop

    @property
    def seen(self) -> str:
        """Every word in sight."""
        return "\n".join(texts(self.kiosk.screen))

    @property
    def held(self) -> str:
        """Every word any widget holds, in sight or not, and what a screen reader is told."""
        widgets = self.kiosk.screen.findChildren(QWidget)
        return "\n".join(said(one) + one.accessibleName() + one.toolTip() for one in widgets)

    def until(self, true: Callable[[], bool], what: str) -> None:
        """Let the window live until something is so."""
        ends = time.monotonic() + PATIENCE_S
        while not true():
            if time.monotonic() > ends:
                raise AssertionError(f"waited for {what}; on screen: {self.state}")
            self.app.processEvents()
            QTest.qWait(1)

    def settled(self) -> None:
        """Until the ledger and the printer have answered."""
        self.until(lambda: not self.state.busy, "an answer")
        QTest.qWait(5)
        self.until(lambda: not self.state.busy, "an answer")

    def scan(self, code: str) -> None:
        """A scanner: a burst of keys with Return behind it, sent to the window."""
        before = self.state
        burst(self.kiosk.window.windowHandle(), code)
        self.until(lambda: self.state is not before, "what the scan means")
        self.settled()

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier) -> None:
        """A key of a keyboard that somebody has plugged in."""
        QTest.keyClick(self.kiosk.window.windowHandle(), key, held)
        QTest.qWait(120)

    def touch(self, words: str) -> None:
        """A finger on the key in sight that says so."""
        keys = self.kiosk.screen.findChildren(QAbstractButton)
        found = [key for key in keys if key.isVisible() and words in (key.text().split("\n"))]
        assert found, f"no key {words!r}; in sight: {self.seen}"
        QTest.mouseClick(found[0], Qt.MouseButton.LeftButton)
        self.settled()

    def type(self, text: str) -> None:
        """Fingers on the pad."""
        for sign in text:
            self.touch(sign)

    def shot(self, path: Path) -> None:
        """A picture of the screen."""
        QTest.qWait(30)
        self.kiosk.screen.grab().save(str(path))

    def close(self) -> None:
        """End it as a badge would."""
        self.kiosk.window.let_go()
        self.kiosk.close()
        self.kiosk.window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
