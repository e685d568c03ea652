"""Codes that are hard to type: receipts with lines, Alt codes, foreign keyboards, the clipboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from pos.devices.layouts import ASCII, KEYBOARDS, LOST
from pos.devices.scanner_setup import SETUP_PAGE, Learned
from pos.settings import Settings
from tests.screen.test_wedge import CARD, Counter, click, counter, keys_at, rest

__all__ = ["counter"]  # the fixture


def alt_code(window: QWidget, number: str, at_ms: int, gap_ms: int = 2) -> int:
    """Alt and the digits on the keypad, as a scanner in ALT mode spells a sign."""
    held = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.KeypadModifier
    press, release = QEvent.Type.KeyPress, QEvent.Type.KeyRelease
    none = Qt.KeyboardModifier.NoModifier
    events = [(press, Qt.Key.Key_Alt, none)]
    for digit in number:
        events += [(kind, Qt.Key(ord(digit)), held) for kind in (press, release)]
    for kind, key, modifiers in [*events, (release, Qt.Key.Key_Alt, none)]:
        event = QKeyEvent(kind, key, modifiers, "")
        event.setTimestamp(at_ms)
        QCoreApplication.sendEvent(window.windowHandle(), event)
        at_ms += gap_ms
    return at_ms


@pytest.mark.parametrize("gap", [1, 5, 15])
def test_signs_spelt_as_alt_codes_are_a_code(counter: Counter, gap: int) -> None:
    at = 1_000
    for sign in "AB-1234\x1dx":
        at = alt_code(counter, f"{ord(sign):03d}", at, gap)
    keys_at(counter, "\r", [gap], at)
    rest()
    assert counter.log == ["scan AB-1234\x1dx"]


def test_alt_and_one_digit_of_a_person_reach_the_screen(counter: Counter) -> None:
    seen: list[int] = []
    counter.keyPressEvent = lambda event: seen.append(event.key())  # type: ignore[method-assign]
    alt_code(counter, "5", 1_000, 40)
    alt_code(counter, "7", 5_000, 40)
    rest()
    keys = [key for key in seen if key != Qt.Key.Key_Alt]
    assert (keys, counter.log) == ([Qt.Key.Key_5, Qt.Key.Key_7], [])


LINES = "NumFac: SETP990000123\rFecFac: 2026-11-22\r\rValFac: 1500.00\rCUFE: 0a1b2c3d"


@pytest.mark.parametrize("gap", [1, 8, 30])
@pytest.mark.parametrize("ending", ["\r", ""])
def test_a_receipt_with_lines_is_one_code(counter: Counter, gap: int, ending: str) -> None:
    counter.button.setDefault(True)
    counter.name.setFocus()
    text = LINES + ending
    keys_at(counter, text, [gap] * len(text))
    rest()
    assert counter.log == ["scan " + LINES.replace("\r", "\n")]
    assert (counter.name.text(), counter.clicks) == ("", 0)


def test_links_of_an_emptied_memory_are_codes_of_their_own(counter: Counter) -> None:
    links = [f"https://example.org/r?n={number}" for number in range(5)]
    text = "".join(link + "\r" for link in links)
    keys_at(counter, text, [5] * len(text))
    rest()
    assert counter.log == [f"scan {link}" for link in links]


def test_a_person_who_types_on_right_after_a_link_loses_no_key(counter: Counter) -> None:
    counter.name.setFocus()
    link = "https://example.org/r?n=1\r"
    keys_at(counter, link + "12", [5] * len(link) + [30, 90])
    rest()
    assert counter.log == ["scan https://example.org/r?n=1"]
    assert counter.name.text() == "12"


def test_a_card_is_told_with_its_enter_and_not_later(counter: Counter) -> None:
    keys_at(counter, CARD + "\r", [5] * 17)
    assert counter.log == [f"scan {CARD}"]
    keys_at(counter, "https://example.org/1\r", [5] * 22, 2_000_000)
    assert counter.log == [f"scan {CARD}"]  # it may have another line
    rest()
    assert counter.log == [f"scan {CARD}", "scan https://example.org/1"]


def test_four_thousand_signs_are_one_code(counter: Counter) -> None:
    code = "https://example.org/?" + "Aa0+/=" * 670
    keys_at(counter, code + "\r", [2] * (len(code) + 1))
    rest()
    assert counter.log == ["scan " + code]


def test_shift_pressed_for_each_letter_keeps_the_rhythm(counter: Counter) -> None:
    at, none, shift = 1_000, Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
    for letter in "ABCDEFGH":
        for kind, key, held, text in (
            (QEvent.Type.KeyPress, Qt.Key.Key_Shift, none, ""),
            (QEvent.Type.KeyPress, Qt.Key(ord(letter)), shift, letter),
            (QEvent.Type.KeyRelease, Qt.Key.Key_Shift, shift, ""),
        ):
            event = QKeyEvent(kind, key, held, text)
            event.setTimestamp(at)
            QCoreApplication.sendEvent(counter.windowHandle(), event)
            at += 15
    rest()
    assert counter.log == ["scan ABCDEFGH"]


@pytest.mark.parametrize("learning", [False, True])
def test_equal_keys_in_one_millisecond_are_no_key_held_down(
    counter: Counter, learning: bool
) -> None:
    """X11 marks the second one as repeating, and its release with it."""
    counter.wedge.learn(learning, Settings())
    counter.name.setFocus()
    press, release = QEvent.Type.KeyPress, QEvent.Type.KeyRelease
    for number, sign in enumerate(CARD + "\r"):
        again = number > 0 and CARD[number - 1 : number] == sign
        key = Qt.Key.Key_Return if sign == "\r" else Qt.Key(ord(sign))
        for kind in (press, release):
            event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, sign, again)
            event.setTimestamp(9_000 + number // 2)
            QCoreApplication.sendEvent(counter.windowHandle(), event)
    QTest.qWait(250)
    assert counter.log == [f"scan {CARD}"]
    assert counter.name.text() == ""
    counter.wedge.learn(False, Settings())


def test_a_code_pasted_where_no_field_is_comes_like_a_scan(counter: Counter) -> None:
    QGuiApplication.clipboard().setText("036000291452\r\n")
    window = counter.windowHandle()
    QTest.keyClick(window, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert counter.log == ["scan 0036000291452"]
    counter.name.setFocus()
    QTest.keyClick(window, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert counter.name.text().strip() == "036000291452"
    assert len(counter.log) == 1
    counter.pad.setFocus()
    QGuiApplication.clipboard().setText("7" * 30_000)
    QTest.keyClick(window, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert counter.log[1:] == ["trouble scan-too-long"]


def typed_by(counter: Counter, text: str, keyboard: str, *, gap_ms: int = 5) -> None:
    """Queue `text` as a till with another keyboard types it, all keys with Shift as on ours."""
    at = 5_000_000
    for sign in text:
        at += gap_ms
        came = KEYBOARDS[keyboard][ord(sign) - 0x20] if sign in ASCII else sign
        key, held = Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier
        if sign in "\r\t":
            key = Qt.Key.Key_Return if sign == "\r" else Qt.Key.Key_Tab
        elif sign == "\x1d":
            key, held = Qt.Key.Key_BracketRight, Qt.KeyboardModifier.ControlModifier
        if came == LOST:
            key, came = Qt.Key.Key_Dead_Circumflex, ""
        event = QKeyEvent(QEvent.Type.KeyPress, key, held, came)
        event.setTimestamp(at)
        QCoreApplication.postEvent(counter.windowHandle(), event)
    QCoreApplication.sendPostedEvents()


def test_a_set_up_code_teaches_the_keyboard_and_the_next_code_is_whole(counter: Counter) -> None:
    found: list[Learned] = []
    counter.wedge.learned.connect(found.append)
    counter.wedge.learn(True, Settings())
    counter.name.setFocus()
    typed_by(counter, "!" + SETUP_PAGE + "\t", "french")
    QTest.qWait(200)
    (one,) = found
    assert (one.keyboard, one.reads, one.prefix, one.suffix) == ("french", "most", "!", "tab")
    typed_by(counter, "!https://suf.purs.gov.rs/v/?vl=Zq9+A==\t", "french")
    QTest.qWait(200)
    assert counter.log == ["scan https://suf.purs.gov.rs/v/?vl=Zq9+A=="]
    assert counter.name.text() == ""
    counter.wedge.learn(False, Settings())
    typed_by(counter, CARD + "\r", "french")
    rest()
    assert counter.log[1:] == [f"scan {CARD}"]


def test_typing_while_a_set_up_code_is_awaited_reaches_its_field(counter: Counter) -> None:
    counter.wedge.learn(True, Settings())
    counter.name.setFocus()
    pressed: list[str] = []
    counter.name.returnPressed.connect(lambda: pressed.append(counter.name.text()))
    for key in "Kim\r":
        click(counter, key)
        QTest.qWait(60)
    QTest.qWait(250)
    assert pressed == ["Kim"]
    click(counter, CARD + "\r")
    QTest.qWait(250)
    assert counter.log == [f"scan {CARD}"]
    assert counter.name.text() == "Kim"
    counter.wedge.learn(False, Settings())
