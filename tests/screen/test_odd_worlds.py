"""What the world does to a counter: printers, settings, devices, clocks and disks."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from main import printer as printer_of
from pos.counter import Booked, confirm
from pos.devices.ports import PrinterStatus, Scan, Scanner
from pos.devices.scripted import RecordingPrinter
from pos.places import Places
from pos.trouble import TroubleError
from tests.screen.desk import Desk
from tests.shop.house import BADGE, CARD, clock_of, open_at
from ui.counter.assembly import Hands, assembled
from ui.counter.notice import Mood
from ui.counter.sheet_find import FindPane
from ui.counter.sheets import FindSheet, SettingsSheet, SignInSheet
from ui.counter.state import Phase
from ui.devices import Devices
from ui.terminal import Books, House, Terminal


class NoPaper:
    """A printer that is out of paper."""

    def send(self, data: bytes) -> None:
        raise TroubleError("printer-paper-out")

    def status(self) -> PrinterStatus:
        return PrinterStatus.PAPER_OUT


class Hearing:
    """A scanner in the hands of a test."""

    def __init__(self) -> None:
        self.heard: Callable[[Scan], None] | None = None

    def start(self, heard: Callable[[Scan], None], trouble: Callable[[TroubleError], None]) -> None:
        self.heard = heard

    def stop(self) -> None:
        self.heard = None


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """A counter with Mina signed in, whose printer answers when it is told to."""
    opened = Desk(tmp_path, held=True)
    yield opened
    opened.close()


def test_a_slow_slip_is_not_told_of_the_next_sale(desk: Desk) -> None:
    desk.printer = NoPaper()
    desk.ring("5")
    desk.wish.enter()
    desk.printer = RecordingPrinter()
    desk.wish.enter()
    desk.ring("7")
    desk.wish.enter()
    first, second = desk.printing._outcomes
    desk.printing._outcomes[:] = [first]
    desk.printing.deliver()
    assert desk.state.strip.printer.code == "printer-paper-out"
    assert desk.state.done is not None
    assert desk.state.done.slip is None
    desk.printing._outcomes[:] = [second]
    desk.printing.deliver()
    assert desk.state.done.slip is not None
    assert desk.state.done.slip.code == "slip-printed"


def test_a_closing_that_did_not_print_is_said(desk: Desk) -> None:
    desk.printer = NoPaper()
    desk.wish.shift()
    desk.wish.enter()
    desk.printing.deliver()
    assert desk.said == "printer-paper-out"


def test_an_answer_that_was_lost_on_the_way_books_the_sale_once(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def lost(*asked: Any) -> Booked:
        confirm(*asked)
        raise TroubleError("store-unreadable", path="regulars.db", said="")

    desk.ring("5")
    with monkeypatch.context() as patch:
        patch.setattr("ui.counter.booking.confirm", lost)
        desk.wish.enter()
    assert desk.said == "store-unreadable"
    assert len(desk.state.ticket.lines) == 1
    desk.wish.enter()
    assert desk.state.phase is Phase.DONE
    assert desk.state.today.sales == 1


def test_figures_that_cannot_be_read_do_not_unbook_a_sale(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def busy(_shop: object) -> None:
        raise TroubleError("store-busy", path="regulars.db")

    desk.ring("5")
    monkeypatch.setattr("ui.counter.stage.glance", busy)
    desk.wish.enter()
    assert desk.state.phase is Phase.DONE


def test_a_setting_that_was_wrong_in_the_file_is_named(tmp_path: Path) -> None:
    shop = replace(open_at(tmp_path), unusable=("currency", "zone"))
    desk = Desk(tmp_path, shop=shop, signed_in=False)
    assert desk.state.banner is not None
    assert desk.said == "settings-wrong"
    assert dict(desk.state.banner.facts)["names"] == "currency, zone"
    desk.close()


def test_whoever_has_no_pin_is_told_that_this_one_will_be_it(tmp_path: Path) -> None:
    desk = Desk(tmp_path, signed_in=False)
    notice = _choose_sam(desk)
    assert notice is not None
    assert notice.code == "pin-chosen-now"
    _type_pin(desk, "1234")
    assert desk.state.phase is Phase.IDLE
    desk.wish.sign_out()
    assert _choose_sam(desk) is None
    desk.close()


def test_after_the_wait_a_pin_is_taken_again(tmp_path: Path) -> None:
    desk = Desk(tmp_path, signed_in=False)
    _choose_sam(desk)
    _type_pin(desk, "1234")
    desk.wish.sign_out()
    _choose_sam(desk)
    for _ in range(3):
        _type_pin(desk, "9999")
    assert _sign_in(desk).wait_s == 5
    clock_of(desk.shop).advance(timedelta(seconds=5))
    desk.pass_time(5_000)
    assert _sign_in(desk).wait_s == 0
    _type_pin(desk, "1234")
    assert desk.state.phase is Phase.IDLE
    desk.close()


def test_letters_typed_while_the_list_is_late_stay_in_the_field(app: QApplication) -> None:
    pane = FindPane()
    pane.draw((FindSheet(), "EUR"))
    QTest.keyClicks(pane.field(), "Kim")
    pane.draw((FindSheet("K"), "EUR"))
    assert pane.field().text() == "Kim"
    pane.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def eye() -> Hearing:
    """The camera of the window's tests."""
    return Hearing()


@pytest.fixture
def terminal(app: QApplication, tmp_path: Path, eye: Hearing) -> Iterator[Terminal]:
    """A real window on the small shop, its serial scanner not there, its books still closed."""

    def serial(_setting: str) -> Scanner | None:
        raise TroubleError("serial-absent", port="COM9")

    devices = Devices(printer_of, serial, lambda _setting, _seen: eye, lambda: ())
    house = House(
        Places(tmp_path),
        lambda places: Books(open_at(places.data), assembled, Hands),
        lambda places: places.database,
        devices,
    )
    running = Terminal(app, house)
    running.start()
    yield running
    running.close()
    running.window.close()
    running.window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def until(true: Callable[[], bool]) -> None:
    """Let the window live until something is so."""
    for _ in range(2_000):
        if true():
            return
        QTest.qWait(1)
    raise AssertionError


def test_a_badge_scanned_while_the_books_open_signs_in(terminal: Terminal) -> None:
    terminal._scanned(BADGE)
    until(lambda: terminal.state.phase is Phase.IDLE)


def test_the_camera_rests_whenever_its_picture_goes(terminal: Terminal, eye: Hearing) -> None:
    until(lambda: terminal.presenter is not None)
    presenter = terminal.presenter
    assert presenter is not None
    presenter.scanned(BADGE)
    for leave in (presenter.find, presenter.sign_out):
        until(lambda: terminal.state.phase is Phase.IDLE)
        presenter.camera()
        assert eye.heard is not None
        assert terminal.state.strip.camera.code == "camera-on"
        leave()
        assert eye.heard is None
        assert terminal.state.strip.camera.code == "camera-off"
        presenter.scanned(BADGE)
        until(lambda: terminal.state.sheet is None)


def test_a_device_missing_at_the_start_has_its_chip_and_gets_well(
    terminal: Terminal, eye: Hearing
) -> None:
    until(lambda: terminal.presenter is not None)
    presenter = terminal.presenter
    assert presenter is not None
    assert terminal.state.strip.scanner.code == "serial-absent"
    presenter.trouble(TroubleError("camera-lost"))
    assert terminal.state.strip.camera.mood is Mood.ATTENTION
    presenter.scanned(BADGE)
    until(lambda: terminal.state.phase is Phase.IDLE)
    presenter.camera()
    assert eye.heard is not None
    eye.heard(Scan(CARD, "camera", None, 0))
    until(lambda: terminal.state.strip.camera.code == "camera-ready")


def test_a_printer_that_cannot_be_meant_is_refused_in_the_sheet(terminal: Terminal) -> None:
    until(lambda: terminal.presenter is not None)
    presenter = terminal.presenter
    assert presenter is not None
    presenter.scanned(BADGE)
    until(lambda: terminal.state.phase is Phase.IDLE)
    presenter.settings()
    presenter.setting_changed("printer", "pigeon")
    sheet = terminal.state.sheet
    assert isinstance(sheet, SettingsSheet)
    assert sheet.notice is not None
    assert (sheet.notice.code, sheet.printer) == ("printer-setting-wrong", "none")


def _sign_in(desk: Desk) -> SignInSheet:
    assert isinstance(desk.state.sheet, SignInSheet)
    return desk.state.sheet


def _choose_sam(desk: Desk) -> Any:
    number = next(row.number for row in _sign_in(desk).operators if row.name == "Sam")
    desk.wish.operator_chosen(number)
    return _sign_in(desk).notice


def _type_pin(desk: Desk, pin: str) -> None:
    desk.wish.typed(pin)
    desk.wish.enter()
