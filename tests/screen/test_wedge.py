"""Scans are heard whatever has the focus, and typing is never lost: at the real window.

Keys go to the QWindow, as from a keyboard; qtbot.keyClicks(widget) would go past the filter.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from typing import cast

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from pos.devices.wedge import WedgeSettings
from pos.trouble import TroubleError
from ui.parts.code_edit import CodeLineEdit
from ui.parts.wedge import Wedge

CARD = "6100000000001234"


class Counter(QWidget):
    """A small counter: a text field, a button, and a place that takes no text."""

    def __init__(self) -> None:
        super().__init__()
        self.name, self.note = QLineEdit(), QPlainTextEdit()
        self.code = CodeLineEdit()
        self.button = QPushButton("Pay")
        self.pad = QWidget()
        self.pad.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        layout = QVBoxLayout(self)
        for part in (self.name, self.note, self.code, self.button, self.pad):
            layout.addWidget(part)
        self.clicks = 0
        self.button.clicked.connect(self.click)
        self.log: list[str] = []
        self.wedge = Wedge(parent=self)
        self.listen(self.wedge)

    def click(self) -> None:
        self.clicks += 1

    def listen(self, wedge: Wedge) -> None:
        wedge.scanned.connect(lambda text: self.log.append(f"scan {text}"))
        wedge.typed.connect(lambda text: self.log.append(f"key {text}"))
        wedge.troubled.connect(self.trouble)

    def trouble(self, trouble: TroubleError) -> None:
        self.log.append(f"trouble {trouble.code}")


@pytest.fixture
def counter(qtbot: QtBot) -> Iterator[Counter]:
    window = Counter()
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(lambda: window.isActiveWindow())
    window.wedge.start()
    window.pad.setFocus()
    yield window
    window.wedge.stop()


def click(window: QWidget, keys: str) -> None:
    for key in keys:
        # QTest takes a character here, and gives its text; its type says Key only.
        pressed = Qt.Key.Key_Return if key == "\r" else cast(Qt.Key, key)
        QTest.keyClick(window.windowHandle(), pressed)


def keys_at(window: QWidget, keys: str, gaps: list[int], start_ms: int = 1_000_000) -> int:
    """Queue key events with true time stamps, handled all at once: the loop is stalled."""
    at = start_ms
    for key, gap in zip(keys, gaps, strict=True):
        at += gap
        code = Qt.Key.Key_Return if key == "\r" else Qt.Key(ord(key.upper()))
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, code, Qt.KeyboardModifier.NoModifier, key)
            event.setTimestamp(at)
            QCoreApplication.postEvent(window.windowHandle(), event)
    QCoreApplication.sendPostedEvents()
    return at


def rest() -> None:
    """Silence, longer than a scanner's pause."""
    QTest.qWait(130)


@pytest.mark.parametrize("focus", ["name", "note", "code", "button", "pad"])
def test_a_scan_is_heard_and_leaves_no_trace_whatever_has_the_focus(
    counter: Counter, focus: str
) -> None:
    getattr(counter, focus).setFocus()
    click(counter, CARD + "\r")
    rest()
    assert counter.log == [f"scan {CARD}"]
    assert (counter.name.text(), counter.note.toPlainText(), counter.code.text()) == ("", "", "")
    assert counter.clicks == 0


@pytest.mark.parametrize("gap", [1, 5, 15, 30])
def test_a_burst_at_a_scanners_pace_is_a_scan(counter: Counter, gap: int) -> None:
    keys_at(counter, CARD + "\r", [gap] * 17)
    assert counter.log == [f"scan {CARD}"]


@pytest.mark.parametrize("gap", [55, 80, 250])
def test_typing_handled_after_a_stall_is_still_typing(counter: Counter, gap: int) -> None:
    keys_at(counter, CARD, [gap] * 16)
    rest()
    assert counter.log == [f"key {key}" for key in CARD]


def test_typing_into_a_field_arrives_whole_and_in_order(counter: Counter) -> None:
    counter.name.setFocus()
    for key in "Kim 12":
        click(counter, key)
        QTest.qWait(60)
    QTest.keyClick(counter.windowHandle(), Qt.Key.Key_Backspace)
    click(counter, "3")
    rest()
    assert counter.name.text() == "Kim 13"
    assert counter.log == []


def test_a_key_and_a_quick_backspace_keep_their_order(counter: Counter) -> None:
    counter.name.setFocus()
    click(counter, "ab")
    QTest.keyClick(counter.windowHandle(), Qt.Key.Key_Backspace)
    click(counter, "c")
    rest()
    assert counter.name.text() == "ac"


def test_an_amount_typed_with_nothing_focused_reaches_the_screen(counter: Counter) -> None:
    for key in "12.5":
        click(counter, key)
        QTest.qWait(60)
    assert counter.log == ["key 1", "key 2", "key .", "key 5"]


def test_spaces_and_return_in_a_code_click_no_button(counter: Counter) -> None:
    counter.button.setFocus()
    counter.button.setDefault(True)
    click(counter, "AB 12 34 56\r")
    rest()
    assert (counter.log, counter.clicks) == (["scan AB 12 34 56"], 0)


def test_a_space_typed_on_a_button_clicks_it_once(counter: Counter) -> None:
    counter.button.setFocus()
    click(counter, " ")
    rest()
    assert (counter.log, counter.clicks, counter.button.isDown()) == ([], 1, False)


def test_a_scan_into_a_dialog_presses_no_default_button(counter: Counter, qtbot: QtBot) -> None:
    dialog = QDialog(counter)
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok, dialog)
    buttons.accepted.connect(dialog.accept)
    field = QLineEdit(dialog)
    layout = QVBoxLayout(dialog)
    layout.addWidget(field)
    layout.addWidget(buttons)
    dialog.open()
    qtbot.waitUntil(lambda: dialog.isActiveWindow())
    field.setFocus()
    click(dialog, CARD + "\r")
    rest()
    assert counter.log == [f"scan {CARD}"]
    assert dialog.isVisible()
    assert field.text() == ""
    dialog.close()


def test_the_enter_of_a_typed_word_still_presses(counter: Counter) -> None:
    pressed: list[str] = []
    counter.name.returnPressed.connect(lambda: pressed.append(counter.name.text()))
    counter.name.setFocus()
    for key in "12\r":
        click(counter, key)
        QTest.qWait(60)
    assert pressed == ["12"]


def test_function_keys_pass_at_once_and_bare_digits_fire_no_shortcut(counter: Counter) -> None:
    fired: list[str] = []
    for name in ("F8", "6"):
        shortcut = QShortcut(QKeySequence(name), counter)
        shortcut.activated.connect(lambda name=name: fired.append(name))
    QTest.keyClick(counter.windowHandle(), Qt.Key.Key_F8)
    assert fired == ["F8"]
    click(counter, CARD + "\r")
    rest()
    assert (fired, counter.log) == (["F8"], [f"scan {CARD}"])


def test_shift_within_a_burst_does_not_cut_it(counter: Counter) -> None:
    window = counter.windowHandle()
    for key in "AbC-12":
        if key.isupper():
            QTest.keyPress(window, Qt.Key.Key_Shift)
        click(counter, key)
        if key.isupper():
            QTest.keyRelease(window, Qt.Key.Key_Shift)
    click(counter, "\r")
    assert counter.log == ["scan AbC-12"]


def test_a_key_held_down_repeats_and_is_no_scan(counter: Counter) -> None:
    counter.name.setFocus()
    window = counter.windowHandle()
    for index in range(12):
        event = QKeyEvent(
            QEvent.Type.KeyPress,
            Qt.Key.Key_1,
            Qt.KeyboardModifier.NoModifier,
            "1",
            index > 0,
        )
        event.setTimestamp(1_000 + 30 * index)
        QCoreApplication.sendEvent(window, event)
    rest()
    assert (counter.name.text(), counter.log) == ("1" * 12, [])


def test_a_group_separator_typed_as_control_bracket_is_part_of_the_code(counter: Counter) -> None:
    click(counter, "]C101095")
    QTest.keyClick(
        counter.windowHandle(), Qt.Key.Key_BracketRight, Qt.KeyboardModifier.ControlModifier
    )
    click(counter, "21ABC\r")
    rest()
    assert counter.log == ["scan 01095\x1d21ABC"]


def test_of_a_thousand_scans_none_is_lost(counter: Counter) -> None:
    chance = random.Random(3)
    sent, at = [], 1_000
    places = [counter.name, counter.button, counter.pad, counter.note]
    for number in range(1_000):
        chance.choice(places).setFocus()
        code = f"61{number:014d}"
        at = keys_at(counter, code + "\r", [chance.randint(1, 30) for _ in range(17)], at + 200)
        sent.append(f"scan {code}")
    rest()
    assert counter.log == sent
    assert (counter.name.text(), counter.note.toPlainText(), counter.clicks) == ("", "", 0)


def test_of_a_thousand_ids_typed_by_hand_none_is_taken(counter: Counter) -> None:
    chance = random.Random(4)
    counter.name.setFocus()
    at, wrong = 1_000, 0
    for _ in range(1_000):
        code = "".join(chance.choice("0123456789") for _ in range(chance.randint(6, 16)))
        at = keys_at(counter, code + "\r", [chance.randint(80, 250) for _ in code + "\r"], at)
        wrong += counter.name.text() != code
        counter.name.clear()
    assert (counter.log, wrong) == ([], 0)


def test_one_card_scanned_twice_is_told_once_and_another_at_once(counter: Counter) -> None:
    click(counter, CARD + "\r" + CARD + "\r" + "6200000000009876\r")
    assert counter.log == [f"scan {CARD}", "scan 6200000000009876"]


def test_an_endless_scan_is_trouble_and_not_a_code(counter: Counter) -> None:
    keys_at(counter, "7" * 5_000 + "\r", [1] * 5_001)
    rest()
    assert counter.log == ["trouble scan-too-long"]


def test_text_of_an_input_method_is_taken_out_of_the_field_again(counter: Counter) -> None:
    counter.name.setFocus()
    counter.name.setText("Kim ")
    for sign in "６１００１２３４":
        event = QInputMethodEvent()
        event.setCommitString(sign)
        QCoreApplication.sendEvent(counter.name, event)
    assert counter.name.text() == "Kim ６１００１２３４"
    rest()
    assert (counter.log, counter.name.text()) == (["scan 61001234"], "Kim ")


def test_a_word_an_input_method_commits_at_once_stays_in_its_field(counter: Counter) -> None:
    counter.name.setFocus()
    event = QInputMethodEvent()
    event.setCommitString("你好世界你好世界")
    QCoreApplication.sendEvent(counter.name, event)
    rest()
    assert (counter.log, counter.name.text()) == ([], "你好世界你好世界")


def test_a_code_field_takes_no_input_method_and_a_name_field_does(counter: Counter) -> None:
    enabled = Qt.InputMethodQuery.ImEnabled
    assert counter.code.inputMethodQuery(enabled) is False
    assert counter.name.inputMethodQuery(enabled) is True


def test_a_bluetooth_scanner_is_heard_with_a_wider_gap(counter: Counter) -> None:
    counter.wedge.stop()
    slow = Wedge(WedgeSettings(gap_ms=80, stall_ms=160), parent=counter)
    counter.listen(slow)
    slow.start()
    keys_at(counter, CARD + "\r", [60] * 17)
    slow.stop()
    counter.wedge.start()
    assert counter.log == [f"scan {CARD}"]


def test_stopping_gives_back_what_was_held_and_hears_no_more(counter: Counter) -> None:
    click(counter, "12")
    counter.wedge.stop()
    assert counter.log == ["key 1", "key 2"]
    click(counter, CARD + "\r")
    rest()
    assert counter.log == ["key 1", "key 2"]
    counter.wedge.start()


def test_a_timer_that_fires_before_queued_keys_does_not_cut_a_burst(counter: Counter) -> None:
    at = keys_at(counter, CARD[:4], [5] * 4)
    QTest.qSleep(150)  # the loop is stalled and the patience timer runs out
    for index, key in enumerate(CARD[4:]):
        event = QKeyEvent(
            QEvent.Type.KeyPress, Qt.Key(ord(key)), Qt.KeyboardModifier.NoModifier, key
        )
        event.setTimestamp(at + 5 * (index + 1))
        QCoreApplication.postEvent(counter.windowHandle(), event)
    rest()
    assert counter.log == [f"scan {CARD}"]
