"""Act sheets on the screen: state in, what is shown; keys and touches, wishes; all of it fits."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from tests.screen.act_states import ACT_STATES, ADJUST, ASKED, IDLE, LONG, MEMBER, PROFILE
from tests.screen.counter_view import SMALL, cut, press, seen, settle, shown, texts
from tests.screen.walk import without_name
from ui.counter.screen import CounterScreen
from ui.counter.sheet_act import ActPane
from ui.counter.sheet_enrol import EnrolPane
from ui.counter.sheets import ActSheet
from ui.theme import TARGET_MM, apply_theme, mm
from ui.wording.languages import FIRST, Languages

SIZES = (QSize(1024, 768), QSize(1920, 1080))
WISHES = ("row", "field_typed", "enter", "undo", "returns", "typed", "sheet_closed", "backspace")


def heard(screen: CounterScreen) -> list[tuple[object, ...]]:
    """Wishes of act sheets from now on."""
    found: list[tuple[object, ...]] = []
    for name in WISHES:
        getattr(screen, name).connect(lambda *a, n=name: found.append((n, *a)))
    return found


def pane(screen: CounterScreen) -> ActPane:
    """The open act sheet's contents."""
    assert isinstance(screen.pane, ActPane)
    return screen.pane


def on(sheet: ActSheet) -> ActSheet:
    """The sheet with nothing typed into its first field."""
    return replace(sheet, fields=tuple(replace(field, value="") for field in sheet.fields))


def test_a_members_sheet_says_what_is_known_and_what_can_be_done(
    languages: Languages, qtbot: QtBot
) -> None:
    screen = shown(qtbot, replace(IDLE, sheet=MEMBER))
    said = texts(screen)
    assert "Member: 김민준" in said
    assert "Coffee card: 7 of 10 stamps" in said
    assert any("Points by hand" in text for text in said)


def test_digits_choose_a_row_with_and_without_alt(languages: Languages, qtbot: QtBot) -> None:
    screen = shown(qtbot, replace(IDLE, sheet=MEMBER))
    wished = heard(screen)
    press(screen, Qt.Key.Key_6, Qt.KeyboardModifier.AltModifier)
    press(screen, "6")
    assert wished == [("row", 6), ("typed", "6")]


def test_what_is_typed_goes_to_the_state_and_is_not_overwritten(
    languages: Languages, qtbot: QtBot
) -> None:
    blank = on(ADJUST)
    screen = shown(qtbot, replace(IDLE, sheet=blank))
    wished = heard(screen)
    line = pane(screen).form().line("points")
    assert line.hasFocus()
    press(screen, "4")
    press(screen, "0")
    assert wished == [("field_typed", "points", "4"), ("field_typed", "points", "40")]
    slow = replace(blank, fields=(replace(blank.fields[0], value="4"), blank.fields[1]))
    screen.draw(replace(IDLE, sheet=slow))  # the ledger was slow: an older state arrives
    assert line.text() == "40"


def test_another_act_begins_with_what_the_state_says(languages: Languages, qtbot: QtBot) -> None:
    screen = shown(qtbot, replace(IDLE, sheet=on(ADJUST)))
    press(screen, "4")
    assert ADJUST.act is not None
    screen.draw(replace(IDLE, sheet=replace(on(ADJUST), act=type(ADJUST.act)(int=2))))
    assert pane(screen).form().line("points").text() == ""


def test_while_a_second_person_is_asked_digits_are_a_pin(
    languages: Languages, qtbot: QtBot
) -> None:
    screen = shown(qtbot, replace(IDLE, sheet=ADJUST))
    screen.draw(replace(IDLE, sheet=ASKED))
    settle()
    wished = heard(screen)
    press(screen, "1")
    press(screen, Qt.Key.Key_Backspace)
    assert wished == [("typed", "1"), ("backspace",)]
    assert not any(isinstance(w, QLineEdit) for w in seen(screen))
    assert any("a second person approves" in text for text in texts(screen))
    screen.draw(replace(IDLE, sheet=ADJUST))
    settle()
    line = pane(screen).form().line("points")
    assert line.hasFocus()
    assert line.text() == "+50"


def test_a_choice_is_made_by_its_key(languages: Languages, qtbot: QtBot) -> None:
    screen = shown(qtbot, replace(IDLE, sheet=PROFILE))
    wished = heard(screen)
    keys = pane(screen).form().keys("consent-sms")
    assert (keys["yes"].isChecked(), keys["no"].isChecked()) == (False, True)
    keys["yes"].click()
    assert wished == [("field_typed", "consent-sms", "yes")]


@pytest.mark.parametrize(("name", "wish"), [("decide", "undo"), ("sales", "returns")])
def test_a_second_answer_has_a_key_of_its_own(
    languages: Languages, qtbot: QtBot, name: str, wish: str
) -> None:
    screen = shown(qtbot, ACT_STATES[name]())
    wished = heard(screen)
    keys = [w for w in seen(screen) if isinstance(w, QAbstractButton)]
    words = {"decide": "Decline", "sales": "There is no slip"}[name]
    next(key for key in keys if key.text() == words).click()
    assert wished == [(wish,)]


def test_enter_takes_the_sheet_whichever_field_has_the_focus(
    languages: Languages, qtbot: QtBot
) -> None:
    screen = shown(qtbot, replace(IDLE, sheet=ADJUST))
    wished = heard(screen)
    pane(screen).form().line("reason").setFocus()
    press(screen, Qt.Key.Key_Return)
    assert wished == [("enter",)]


def test_a_friends_code_that_is_scanned_stands_in_its_field(
    languages: Languages, qtbot: QtBot
) -> None:
    state = ACT_STATES["enrol-more"]()
    screen = shown(qtbot, state)
    assert isinstance(screen.pane, EnrolPane)
    sheet = state.sheet
    assert sheet is not None
    fields = tuple(
        replace(field, value="650000000158") if field.name == "brought-by" else field
        for field in sheet.fields  # type: ignore[union-attr]
    )
    screen.draw(replace(state, sheet=replace(sheet, fields=fields)))  # type: ignore[type-var]
    assert screen.pane.form().line("brought-by").text() == "650000000158"


def test_what_waits_is_a_row_at_idle_under_its_number(languages: Languages, qtbot: QtBot) -> None:
    screen = shown(qtbot, ACT_STATES["idle-waiting"]())
    numbers: list[int] = []
    screen.reward.connect(numbers.append)
    row = next(w for w in seen(screen) if isinstance(w, QAbstractButton) and "decision" in w.text())
    row.click()
    press(screen, Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    assert numbers == [1, 1]
    screen.draw(IDLE)
    assert row.isHidden()


@pytest.mark.parametrize("code", FIRST)
def test_no_word_of_an_act_is_cut_on_the_smallest_till(
    languages: Languages, qtbot: QtBot, app: QApplication, code: str
) -> None:
    apply_theme(app, "light", room=SMALL)
    languages.switch(code)
    screen = shown(qtbot, IDLE)
    found = {}
    for name, state in ACT_STATES.items():
        screen.draw(state())
        settle()
        found[name] = [words for words in cut(screen) if LONG[:20] not in words]
    assert {name: words for name, words in found.items() if words} == {}


@pytest.mark.parametrize("size", SIZES, ids=lambda size: str(size.width()))
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_no_act_makes_the_window_larger(
    languages: Languages, qtbot: QtBot, app: QApplication, size: QSize, scale: float
) -> None:
    apply_theme(app, "light", scale, room=size)
    screen = shown(qtbot, IDLE, size)
    for name, state in ACT_STATES.items():
        screen.draw(state())
        settle()
        assert screen.size() == size, name
        least = screen.minimumSizeHint()
        assert least.width() <= size.width(), name
        assert least.height() <= size.height(), name


def test_whatever_is_pressed_on_an_act_is_a_finger_wide_and_has_a_name(
    languages: Languages, qtbot: QtBot, app: QApplication
) -> None:
    apply_theme(app, "light", room=SMALL)
    screen = shown(qtbot, IDLE)
    for name, state in ACT_STATES.items():
        screen.draw(state())
        settle()
        small = [
            (name, widget.accessibleName(), widget.size().toTuple())
            for widget in seen(screen)
            if isinstance(widget, QAbstractButton | QLineEdit)
            and min(widget.width(), widget.height()) < mm(TARGET_MM) - 1
        ]
        assert small == []
        assert without_name(screen) == [], name


def test_at_twice_the_text_size_tab_brings_what_it_reaches_into_sight(
    languages: Languages, qtbot: QtBot, app: QApplication
) -> None:
    apply_theme(app, "light", 2.0, room=SMALL)
    screen = shown(qtbot, replace(IDLE, sheet=MEMBER))
    for _ in range(4):
        press(screen, Qt.Key.Key_Tab)
        focus = screen.focusWidget()
        assert focus is not None
        top = focus.mapTo(screen.sheet, focus.rect().topLeft()).y()
        assert top >= 0
        assert top + focus.height() <= screen.sheet.height() + 1
    apply_theme(app, "light", room=SMALL)
