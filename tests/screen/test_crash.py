"""An error nobody foresaw is said in the page, can be copied, and stops nothing."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from ui.excepthook import DETAILS_AT_MOST, CrashDetails, CrashNet, details_of
from ui.parts.key import Key
from ui.parts.sheet import Sheet


def an_error() -> BaseException:
    try:
        raise ZeroDivisionError("divided by no sales")
    except ZeroDivisionError as error:
        return error


@pytest.fixture
def net(app: QApplication, qtbot: QtBot, expect_log: Callable[..., None]) -> Iterator[CrashNet]:
    expect_log("ui.excepthook", "unforeseen-error")
    page = QWidget()
    qtbot.addWidget(page)
    page.resize(900, 600)
    page.show()
    made = CrashNet(page)
    yield made
    made.remove()


def throw(net: CrashNet) -> None:
    error = an_error()
    net.catch(type(error), error, error.__traceback__)


def sheets(net: CrashNet) -> list[Sheet]:
    page = net.parent()
    assert isinstance(page, QWidget)
    return [sheet for sheet in page.findChildren(Sheet) if sheet.isVisible()]


def test_it_is_said_in_the_page_with_details_to_copy(net: CrashNet, qtbot: QtBot) -> None:
    with qtbot.waitSignal(net.caught) as heard:
        throw(net)
    (sheet,) = sheets(net)
    content = sheet.content
    assert isinstance(content, CrashDetails)
    assert "ZeroDivisionError: divided by no sales" in heard.args[0]
    copy = next(key for key in content.findChildren(Key) if key.text() == "Copy details")
    copy.click()
    assert QGuiApplication.clipboard().text() == content.details() == heard.args[0]


def test_escape_goes_on_with_the_work(net: CrashNet, qtbot: QtBot) -> None:
    with qtbot.waitSignal(net.caught):
        throw(net)
    QTest.keyClick(sheets(net)[0], Qt.Key.Key_Escape)
    assert sheets(net) == []


def test_sixty_errors_a_second_open_one_sheet(net: CrashNet, qtbot: QtBot) -> None:
    heard: list[str] = []
    net.caught.connect(heard.append)
    for _ in range(60):
        throw(net)
    qtbot.waitUntil(lambda: bool(heard))
    QApplication.processEvents()
    assert (len(heard), len(sheets(net))) == (1, 1)


def test_after_it_was_closed_the_next_error_is_shown_again(net: CrashNet, qtbot: QtBot) -> None:
    for _ in range(2):
        with qtbot.waitSignal(net.caught):
            throw(net)
        sheets(net)[0].close_sheet()
    assert sheets(net) == []


def test_an_error_of_another_thread_comes_home(net: CrashNet, qtbot: QtBot) -> None:
    def work() -> None:
        raise ZeroDivisionError("in a thread")

    net.install()
    with qtbot.waitSignal(net.caught) as heard:
        worker = threading.Thread(target=work)
        worker.start()
        worker.join()
    assert "in a thread" in heard.args[0]


def test_the_hooks_are_taken_and_given_back(net: CrashNet, qtbot: QtBot) -> None:
    before = sys.excepthook, threading.excepthook
    net.install()
    assert sys.excepthook == net.catch
    error = an_error()
    with qtbot.waitSignal(net.caught):
        sys.excepthook(type(error), error, error.__traceback__)
    net.remove()
    assert (sys.excepthook, threading.excepthook) == before


def test_details_hold_no_values_and_have_an_end() -> None:
    def deep(secret: str, level: int) -> None:
        if level == 0:
            raise ZeroDivisionError("x" * 3 * DETAILS_AT_MOST)
        deep(secret, level - 1)

    try:
        deep("010-1234-5678", 50)
    except ZeroDivisionError as error:
        details = details_of(type(error), error, error.__traceback__)
    assert len(details) == DETAILS_AT_MOST
    assert details_of(ValueError, ValueError("end"), None).endswith("ValueError: end\n")
    assert "010-1234-5678" not in details
