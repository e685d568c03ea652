"""Gestures become wishes: every key, every touch, whatever has the focus."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from pos.devices.ports import PreviewFrame
from tests.screen.counter_view import press, settle, shown, wishes_of
from tests.screen.state_parts import CHOSEN, IDLE, NOBODY, OPERATORS, RETURN, RINGING
from tests.screen.states import STATES
from ui.counter.keys import F_KEYS
from ui.counter.screen import CounterScreen
from ui.counter.sheet_camera import CameraPane
from ui.counter.sheet_settings import SettingsPane
from ui.counter.sheets import FindSheet, SignInSheet
from ui.counter.state import LineView, Ticket
from ui.parts.key import Key
from ui.parts.keypad import KeyPad
from ui.wording.languages import Languages

ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def screen(languages: Languages, qtbot: QtBot) -> CounterScreen:
    return shown(qtbot, RINGING)


def touch(widget: QWidget) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def key_named(within: QWidget, name: str) -> Key:
    return next(k for k in within.findChildren(Key) if name in k.accessibleName())


@pytest.mark.parametrize(("key", "wish"), [(key, wish) for key, wish, _ in F_KEYS])
def test_each_f_key_is_its_wish(screen: CounterScreen, key: Qt.Key, wish: str) -> None:
    heard = wishes_of(screen)
    press(screen, key)
    assert heard == [(wish,)]


@pytest.mark.parametrize("wish", [wish for _, wish, _ in F_KEYS])
def test_a_touch_on_the_bar_does_what_the_key_does(screen: CounterScreen, wish: str) -> None:
    heard = wishes_of(screen)
    touch(screen.bar.key(wish))
    assert heard == [(wish,)]
    assert screen.focusWidget() is screen.left.pad


@pytest.mark.parametrize(
    ("key", "wish"),
    [
        (Qt.Key.Key_Return, ("enter",)),
        (Qt.Key.Key_Enter, ("enter",)),
        (Qt.Key.Key_Escape, ("escape",)),
        (Qt.Key.Key_Backspace, ("backspace",)),
        (Qt.Key.Key_Delete, ("delete_line",)),
        ("+", ("add_line",)),
        ("7", ("typed", "7")),
        (",", ("typed", ",")),
        ("k", ("typed", "k")),
    ],
)
def test_each_other_key_is_its_wish(
    screen: CounterScreen, key: Qt.Key | str, wish: tuple[str, ...]
) -> None:
    heard = wishes_of(screen)
    press(screen, key)
    assert heard == [wish]


@pytest.mark.parametrize("digit", range(1, 10))
def test_alt_and_a_digit_is_the_reward_of_that_number(screen: CounterScreen, digit: int) -> None:
    heard = wishes_of(screen)
    press(screen, Qt.Key(Qt.Key.Key_0 + digit), ALT)
    assert heard == [("reward", digit)]


def test_alt_and_zero_turns_the_page_of_the_offers(screen: CounterScreen) -> None:
    heard = wishes_of(screen)
    press(screen, Qt.Key.Key_0, ALT)
    assert heard == [("more_offers",)]


def test_page_keys_go_back_to_lines_out_of_sight(screen: CounterScreen) -> None:
    lines = tuple(LineView(n, f"Ware {n}", 1, 100) for n in range(1, 61))
    screen.draw(replace(RINGING, ticket=Ticket(lines, total_minor=6000, due_minor=6000)))
    settle()
    shown = screen.left.basket.lines
    newest = shown.grab().toImage()
    for _ in range(9):
        press(screen, Qt.Key.Key_PageUp)
    oldest = shown.grab().toImage()
    assert oldest != newest
    press(screen, Qt.Key.Key_PageUp)
    assert shown.grab().toImage() == oldest
    for _ in range(9):
        press(screen, Qt.Key.Key_PageDown)
    assert shown.grab().toImage() == newest


def test_keys_that_mean_nothing_wish_nothing(screen: CounterScreen) -> None:
    heard = wishes_of(screen)
    press(screen, "c", Qt.KeyboardModifier.ControlModifier)
    press(screen, Qt.Key.Key_Shift)
    press(screen, Qt.Key.Key_Home)
    assert heard == []


def test_digits_reach_the_entry_line_from_a_key_that_has_the_focus(screen: CounterScreen) -> None:
    heard = wishes_of(screen)
    screen.bar.key("find").setFocus()
    press(screen, "5")
    press(screen, Qt.Key.Key_F8)
    assert heard == [("typed", "5"), ("undo",)]


def test_a_tile_is_its_reward_and_the_last_one_pays_with_points(screen: CounterScreen) -> None:
    heard = wishes_of(screen)
    for tile in screen.right.rewards.tiles():
        touch(tile)
    # Three misses 216 points, four wants a larger basket: both cannot be pressed.
    assert heard == [("reward", 1), ("reward", 2), ("tender",)]


def test_the_large_key_is_enter(screen: CounterScreen) -> None:
    heard = wishes_of(screen)
    touch(screen.action.key)
    assert heard == [("enter",)]


def test_a_key_leant_on_books_once(screen: CounterScreen) -> None:
    heard = wishes_of(screen)
    press(screen, Qt.Key.Key_Return)
    none = Qt.KeyboardModifier.NoModifier
    for _ in range(3):
        again = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, none, "\r", True)
        QApplication.sendEvent(screen.left.pad, again)
    assert heard == [("enter",)]


def test_undo_stands_beside_the_last_act(languages: Languages, qtbot: QtBot) -> None:
    screen = shown(qtbot, IDLE)
    heard = wishes_of(screen)
    touch(key_named(screen.left.today, "Undo until"))
    assert heard == [("undo",)]


def test_the_key_pad_opens_by_touch_and_types(screen: CounterScreen) -> None:
    heard = wishes_of(screen)
    screen.draw(replace(RINGING, entry="12"))
    touch(key_named(screen.left, "Key pad"))
    settle()
    pad = screen.left.digits
    assert isinstance(pad, KeyPad)
    assert pad.isVisible()
    touch(key_named(pad, "7"))
    touch(key_named(pad, "Erase"))
    touch(key_named(pad, "Clear"))
    assert heard == [("typed", "7"), ("backspace",), ("backspace",), ("backspace",)]


def test_the_banners_keys_are_its_ways_on(languages: Languages, qtbot: QtBot) -> None:
    screen = shown(qtbot, replace(IDLE, banner=NOBODY))
    heard = wishes_of(screen)
    for key in screen.banner.way_keys():
        touch(key)
    assert heard == [("way", "enrol", 0), ("way", "add_line", 0)]


# --- sheets -------------------------------------------------------------------------------------


def test_signing_in_by_touch_and_by_keys(languages: Languages, qtbot: QtBot) -> None:
    screen = shown(qtbot, STATES["sign-in"]())
    heard = wishes_of(screen)
    touch(key_named(screen.sheet, "Jonas Weber"))
    screen.draw(replace(STATES["sign-in"](), sheet=SignInSheet(OPERATORS, 2, 2)))
    touch(key_named(screen.sheet.findChildren(KeyPad)[0], "4"))
    press(screen, "2")
    touch(key_named(screen.sheet.findChildren(KeyPad)[0], "Clear"))
    press(screen, Qt.Key.Key_Return)
    assert heard == [
        ("operator_chosen", 2), ("typed", "4"), ("typed", "2"), ("backspace",), ("backspace",),
        ("enter",),
    ]  # fmt: skip


def test_the_sign_in_has_no_cross(languages: Languages, qtbot: QtBot) -> None:
    screen = shown(qtbot, STATES["sign-in"]())
    names = [k.accessibleName() for k in screen.sheet.findChildren(Key) if k.isVisible()]
    assert "Close" not in names


def test_what_is_typed_into_the_search_is_no_typing_at_the_counter(
    languages: Languages, qtbot: QtBot
) -> None:
    screen = shown(qtbot, replace(IDLE, sheet=FindSheet()))
    heard = wishes_of(screen)
    for sign in "k5+":
        press(screen, sign)
    press(screen, Qt.Key.Key_Backspace)
    press(screen, Qt.Key.Key_F4)
    press(screen, Qt.Key.Key_Escape)
    assert heard == [
        ("find_text", "k"), ("find_text", "k5"), ("find_text", "k5+"), ("find_text", "k5"),
        ("enrol",), ("escape",),
    ]  # fmt: skip


def test_a_member_is_picked_by_touch_by_alt_or_by_arrow_and_enter(
    languages: Languages, qtbot: QtBot
) -> None:
    screen = shown(qtbot, STATES["find"]())
    heard = wishes_of(screen)
    touch(key_named(screen.sheet, "김민서"))
    press(screen, Qt.Key.Key_3, ALT)
    press(screen, Qt.Key.Key_Return)
    screen.sheet.findChildren(QLineEdit)[0].setFocus()
    press(screen, Qt.Key.Key_Down)
    press(screen, Qt.Key.Key_Down)
    press(screen, Qt.Key.Key_Return)
    assert heard == [
        ("member_picked", 2), ("member_picked", 3), ("enter",), ("member_picked", 2),
    ]  # fmt: skip


def test_an_older_answer_does_not_take_back_what_is_typed(
    languages: Languages, qtbot: QtBot
) -> None:
    screen = shown(qtbot, STATES["enrol"]())
    for sign in "0101":
        press(screen, sign)
    screen.draw(replace(STATES["enrol"](), entry="9"))
    assert screen.sheet.findChildren(QLineEdit)[0].text() == "0101"


def test_enter_in_the_enrolment_gives_both_fields(languages: Languages, qtbot: QtBot) -> None:
    screen = shown(qtbot, STATES["enrol"]())
    heard = wishes_of(screen)
    press(screen, Qt.Key.Key_Return)
    for sign in "0105":
        press(screen, sign)
    press(screen, Qt.Key.Key_Tab)
    press(screen, "M")
    press(screen, Qt.Key.Key_Return)
    assert heard == [("enrol_saved", "", ""), ("enrol_saved", "0105", "M")]


def test_a_return_is_chosen_by_line_and_by_unit(languages: Languages, qtbot: QtBot) -> None:
    screen = shown(qtbot, replace(IDLE, sheet=RETURN))
    heard = wishes_of(screen)
    touch(key_named(screen.sheet, "Almond"))
    touch(key_named(screen.sheet, "One more of line 1"))
    touch(key_named(screen.sheet, "One fewer of line 1"))
    press(screen, "2")
    press(screen, Qt.Key.Key_Return)
    assert heard == [
        ("return_line", 2), ("return_units", 1, 1), ("return_units", 1, -1), ("typed", "2"),
        ("enter",),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("state", "wish"),
    [("shift", "shift_close"), ("slip", "print_slip"), ("why", "enter"), ("settings", "enter")],
)
def test_enter_and_the_large_key_do_what_the_sentence_says(
    languages: Languages, qtbot: QtBot, state: str, wish: str
) -> None:
    screen = shown(qtbot, STATES[state]())
    heard = wishes_of(screen)
    press(screen, Qt.Key.Key_Return)
    touch(screen.action.key)
    assert heard == [(wish,), (wish,)]


def test_a_setting_is_changed_and_only_the_state_marks_it(
    languages: Languages, qtbot: QtBot
) -> None:
    screen = shown(qtbot, STATES["settings"]())
    heard = wishes_of(screen)
    pane = screen.pane
    assert isinstance(pane, SettingsPane)
    touch(pane.keys("language")["ko"])
    touch(pane.keys("sounds")[False])
    assert heard == [("setting_changed", "language", "ko"), ("setting_changed", "sounds", False)]
    assert not pane.keys("language")["ko"].isChecked()
    pane.printer_field().setFocus()
    pane.printer_field().setText("file:slips")
    press(screen, Qt.Key.Key_Tab)
    assert heard[2] == ("setting_changed", "printer", "file:slips")


def test_the_cross_only_asks(languages: Languages, qtbot: QtBot) -> None:
    screen = shown(qtbot, STATES["shift"]())
    heard = wishes_of(screen)
    touch(key_named(screen.sheet, "Close"))
    assert heard == [("sheet_closed",)]
    assert screen.sheet.isVisible()


def test_the_focus_comes_home_when_a_sheet_closes(languages: Languages, qtbot: QtBot) -> None:
    screen = shown(qtbot, STATES["find"]())
    assert isinstance(screen.focusWidget(), QLineEdit)
    screen.draw(IDLE)
    assert screen.focusWidget() is screen.left.pad


def test_a_camera_picture_is_shown_and_is_harmless_without_the_sheet(
    languages: Languages, qtbot: QtBot
) -> None:
    screen = shown(qtbot, STATES["camera"]())
    corners = ((2.0, 2.0), (9.0, 2.0), (9.0, 9.0), (2.0, 9.0))
    frame = PreviewFrame(bytes(range(120)), 12, 10, (corners,), True, 5)
    screen.preview(frame)
    pane = screen.pane
    assert isinstance(pane, CameraPane)
    before = pane.picture.grab().toImage()
    screen.preview(PreviewFrame(bytes(120), 12, 10, (), False, 6))
    assert pane.picture.grab().toImage() != before
    screen.draw(CHOSEN)
    screen.preview(frame)
