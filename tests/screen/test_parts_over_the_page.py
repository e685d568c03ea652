"""What lies over a page keeps its promises: pictures, the scan pad, sheets."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.screen.page import colours, focused, put
from ui.parts.key import Key
from ui.parts.picture import LivePicture
from ui.parts.scan_pad import ScanPad
from ui.parts.sheet import Sheet


def test_the_live_picture_outlines_the_code_where_it_is(page: QWidget) -> None:
    picture = LivePicture()
    put(page, picture)
    picture.show_frame(bytes(64 * 48), 64, 48)
    assert "#4dff9a" not in colours(picture)
    picture.show_frame(bytes(64 * 48), 64, 48, ((10, 10), (30, 10), (30, 30), (10, 30)))
    assert "#4dff9a" in colours(picture)


@pytest.mark.parametrize(("data", "width", "height"), [(b"", 0, 0), (b"123", 2, 2), (b"1", -1, -1)])
def test_a_frame_of_another_size_than_it_says_is_refused(
    page: QWidget, data: bytes, width: int, height: int
) -> None:
    picture = LivePicture()
    put(page, picture)
    with pytest.raises(ValueError, match="no frame"):
        picture.show_frame(data, width, height)


def test_the_picture_keeps_no_hold_on_the_cameras_buffer(page: QWidget) -> None:
    picture, buffer = LivePicture(), bytearray(b"\xff" * 64 * 48)
    put(page, picture)
    picture.show_frame(bytes(buffer), 64, 48)
    white = picture.grab().toImage()
    buffer[:] = bytes(64 * 48)
    assert picture.grab().toImage() == white


def test_the_scan_pad_has_no_input_method_and_passes_keys_on(page: QWidget) -> None:
    pad = ScanPad("Scan a card", "or type")
    put(page, pad)
    assert not pad.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
    assert not pad.inputMethodQuery(Qt.InputMethodQuery.ImEnabled)
    assert (pad.accessibleName(), pad.accessibleDescription()) == ("Scan a card", "or type")


def test_escape_closes_a_sheet_and_the_focus_goes_home(page: QWidget, qtbot: QtBot) -> None:
    pad = ScanPad("Scan a card")
    put(page, pad)
    page.activateWindow()
    pad.rest()
    sheet, content = Sheet(page), QWidget()
    QHBoxLayout(content).addWidget(Key("One"))
    sheet.open_sheet("Choose", content)
    assert sheet.isAncestorOf(focused())
    with qtbot.waitSignal(sheet.closed):
        QTest.keyClick(focused(), Qt.Key.Key_Escape)
    assert not sheet.isVisible()
    assert QApplication.focusWidget() is pad


def test_tab_stays_inside_a_sheet_and_reaches_all_of_it(page: QWidget) -> None:
    put(page, Key("behind"))
    page.activateWindow()
    sheet, content = Sheet(page), QWidget()
    row = QHBoxLayout(content)
    keys = [Key(name) for name in ("One", "Two", "Three")]
    for key in keys:
        row.addWidget(key)
    sheet.open_sheet("Choose", content)
    QApplication.processEvents()
    seen = set()
    for _ in range(8):
        QTest.keyClick(focused(), Qt.Key.Key_Tab)
        seen.add(focused().accessibleName())
    assert seen == {"One", "Two", "Three", "Close"}


def test_a_sheet_stays_within_a_page_that_shrinks(page: QWidget) -> None:
    sheet, content = Sheet(page, width_mm=400), QWidget()
    column = QVBoxLayout(content)
    for number in range(30):
        column.addWidget(Key(str(number)))
    sheet.open_sheet("Long", content)
    page.resize(700, 420)
    QApplication.processEvents()
    card = next(w for w in sheet.findChildren(QWidget) if w.property("ground") == "card")
    assert page.rect().contains(card.geometry())
    assert page.width() == 700
