"""Everything fits where it stands: four languages, three sizes, long names, twice the text size;
and all of it is reached without a mouse and hit with a finger.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.screen.counter_view import SMALL, cut, press, seen, settle, shown
from tests.screen.pseudo import CODE as PSEUDO
from tests.screen.pseudo import build_pseudo
from tests.screen.state_parts import AT_MEMBER, IDLE, LONG, RINGING
from tests.screen.states import STATES
from ui.counter.notice import Mood, Notice
from ui.counter.pane import Pane
from ui.counter.screen import CounterScreen
from ui.counter.sheets import CameraSheet
from ui.counter.state import CounterState, LineView, Ticket
from ui.theme import TARGET_MM, apply_theme, mm
from ui.wording.languages import FIRST, Languages
from ui.wording.said_of_counter import CHIPS, STEPS, WAYS
from ui.wording.sentences import SAID

# Amounts and names beyond reason: data may be cut there.
LARGE = ("many", "return-many", "offers-long")
SIZES = (QSize(1024, 768), QSize(1366, 768), QSize(1920, 1080))
UI = Path(__file__).parents[2] / "ui"


@pytest.mark.parametrize("code", FIRST)
def test_no_word_is_cut_on_the_smallest_till(
    languages: Languages, qtbot: QtBot, app: QApplication, code: str
) -> None:
    apply_theme(app, "light", room=SMALL)
    languages.switch(code)
    screen = shown(qtbot, IDLE)
    found = {}
    for name in STATES:
        screen.draw(STATES[name]())
        settle()
        if name not in LARGE:
            found[name] = cut(screen)
    assert {name: words for name, words in found.items() if words} == {}


@pytest.mark.parametrize("size", SIZES, ids=lambda size: str(size.width()))
@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_no_state_makes_the_window_larger(
    languages: Languages, qtbot: QtBot, app: QApplication, size: QSize, scale: float
) -> None:
    apply_theme(app, "light", scale, room=size)
    screen = shown(qtbot, IDLE, size)
    for name in STATES:
        screen.draw(STATES[name]())
        settle()
        assert screen.size() == size, name
        least = screen.minimumSizeHint()
        assert least.width() <= size.width(), name
        assert least.height() <= size.height(), name


def test_a_language_half_as_long_again_fits(
    languages: Languages, qtbot: QtBot, app: QApplication, tmp_path: Path
) -> None:
    build_pseudo(tmp_path)
    fake = Languages(app, tmp_path)
    apply_theme(app, "light", room=SMALL)
    assert fake.switch(PSEUDO)
    screen = shown(qtbot, IDLE)
    for name in STATES:
        screen.draw(STATES[name]())
        settle()
        assert screen.size() == SMALL, name
        assert screen.minimumSizeHint().height() <= SMALL.height(), name
    languages.switch("en")
    fake.deleteLater()


def hostile() -> Iterator[CounterState]:
    """Outside text of four thousand letters wherever outside text can stand."""
    long = "W" * 4000
    notice = Notice(Mood.REFUSED, "code-damaged", (("text", long),))
    assert AT_MEMBER.member is not None
    yield replace(IDLE, entry=long, banner=notice, shop=long)
    yield replace(IDLE, strip=replace(IDLE.strip, operator=long))
    yield replace(RINGING, member=replace(AT_MEMBER.member, name=long, phone=long))
    yield replace(RINGING, ticket=Ticket((LineView(1, long, 1, 10**15),), 10**15, 0, 10**15))
    yield replace(IDLE, sheet=CameraSheet(notice))
    if IDLE.last_act is not None:
        yield replace(IDLE, last_act=replace(IDLE.last_act, member=long))


def test_four_thousand_letters_widen_nothing(
    languages: Languages, qtbot: QtBot, app: QApplication
) -> None:
    apply_theme(app, "light", room=SMALL)
    screen = shown(qtbot, IDLE)
    for state in hostile():
        screen.draw(state)
        settle()
        assert screen.size() == SMALL
        assert screen.minimumSizeHint().width() <= SMALL.width()


@pytest.mark.parametrize("name", STATES)
def test_whatever_is_pressed_is_a_finger_wide(
    languages: Languages, qtbot: QtBot, app: QApplication, name: str
) -> None:
    apply_theme(app, "light", room=SMALL)
    small = [
        (type(widget).__name__, widget.accessibleName(), widget.size().toTuple())
        for widget in seen(shown(qtbot, STATES[name]()))
        if isinstance(widget, QAbstractButton | QLineEdit)
        and min(widget.width(), widget.height()) < mm(TARGET_MM) - 1
    ]
    assert small == []


@pytest.mark.parametrize("name", STATES)
def test_neighbouring_targets_never_overlap(
    languages: Languages, qtbot: QtBot, app: QApplication, name: str
) -> None:
    apply_theme(app, "light", room=SMALL)
    screen = shown(qtbot, STATES[name]())
    keys = [w for w in seen(screen) if isinstance(w, QAbstractButton | QLineEdit)]
    places = [(w, w.rect().translated(w.mapTo(screen, w.rect().topLeft()))) for w in keys]
    meeting = [
        (one.accessibleName(), other.accessibleName())
        for number, (one, here) in enumerate(places)
        for other, there in places[number + 1 :]
        if here.intersects(there) and one.parentWidget() is other.parentWidget()
    ]
    assert meeting == []


@pytest.mark.parametrize("name", ["ringing", "idle", "nobody", "return", "settings", "find"])
def test_tab_reaches_every_key_and_comes_round(
    languages: Languages, qtbot: QtBot, name: str
) -> None:
    screen = shown(qtbot, STATES[name]())
    inside = screen.sheet if screen.pane is not None else screen
    wanted = {
        widget
        for widget in seen(screen)
        if isinstance(widget, QAbstractButton | QLineEdit)
        and widget.isEnabled()
        and inside.isAncestorOf(widget)
    }
    reached: set[QWidget | None] = set()
    for _ in range(len(wanted) + 3):
        press(screen, Qt.Key.Key_Tab)
        reached.add(screen.focusWidget())
    assert wanted <= reached
    covered = (screen.left, screen.right) if screen.pane is not None else ()
    assert not [w for w in reached if w and any(c.isAncestorOf(w) for c in covered)]


def test_the_ring_shows_where_the_focus_is(languages: Languages, qtbot: QtBot) -> None:
    screen = shown(qtbot, RINGING)
    for widget in (screen.left.pad, screen.action.key, screen.bar.key("undo")):
        screen.strip.setFocus()
        screen.setFocus()
        widget.clearFocus()
        settle()
        without = widget.grab().toImage()
        widget.setFocus()
        settle()
        assert widget.grab().toImage() != without


def test_the_same_state_again_touches_no_widget(languages: Languages, qtbot: QtBot) -> None:
    screen = shown(qtbot, RINGING)
    written = count_writes(screen)
    screen.draw(replace(RINGING))
    assert written == []
    screen.draw(replace(RINGING, entry="1"))
    assert set(written) <= {"LeftSide", "RightSide"}


def count_writes(screen: CounterScreen) -> list[str]:
    """Names of the panes that are written to from now on."""
    written: list[str] = []

    def watch(pane: Pane) -> None:
        write = pane.write

        def noted(view: object) -> None:
            written.append(type(pane).__name__)
            write(view)

        pane.write = noted  # type: ignore[method-assign]

    for pane in screen.findChildren(Pane):
        watch(pane)
    return written


def test_a_hundred_sheets_leave_nothing_behind(
    languages: Languages, qtbot: QtBot, app: QApplication
) -> None:
    screen = shown(qtbot, IDLE)
    names = ("find", "why", "settings", "camera", "return", "nobody", "slip", "enrol")
    for name in names:
        screen.draw(STATES[name]())
        screen.draw(IDLE)
    settle()
    before = len(app.allWidgets())
    for turn in range(100):
        screen.draw(STATES[names[turn % len(names)]]())
        screen.draw(IDLE)
        if turn % 10 == 0:
            settle()
    settle()
    assert len(app.allWidgets()) <= before


def test_a_theme_is_switched_while_running(
    languages: Languages, qtbot: QtBot, app: QApplication
) -> None:
    screen = shown(qtbot, RINGING)
    pictures = []
    for theme in ("light", "dark", "contrast"):
        apply_theme(app, theme, room=SMALL)
        settle()
        pictures.append(screen.grab().toImage())
    assert len({picture.pixelColor(5, 200).name() for picture in pictures}) == len(pictures)


# --- words --------------------------------------------------------------------------------------


def codes_told() -> Iterator[tuple[str, int, str, str]]:
    """(file, line, kind, code) of each notice and way that the counter makes itself."""
    for path in (*sorted((UI / "counter").glob("*.py")), UI / "devices.py", UI / "terminal.py"):
        for call in ast.walk(ast.parse(path.read_text("utf-8"))):
            if not isinstance(call, ast.Call):
                continue
            name = getattr(call.func, "id", getattr(call.func, "attr", ""))
            place = {"tell": 1, "Notice": 1, "Way": 2}.get(name)
            if place is None or len(call.args) <= place:
                continue
            code = call.args[place]
            if isinstance(code, ast.Constant) and isinstance(code.value, str):
                yield path.name, call.lineno, name, code.value


def test_whatever_the_counter_tells_has_words() -> None:
    silent = [
        f"{file}:{line} {code}"
        for file, line, kind, code in codes_told()
        if code not in (WAYS if kind == "Way" else {**SAID, **CHIPS})
    ]
    assert not silent


def test_every_step_of_why_has_words() -> None:
    source = (UI.parent / "pos" / "why.py").read_text("utf-8")
    steps = {"excluded", "paid-with-points", "eligible-amount", "minimum-not-reached", "base"}
    assert all(f'"{step}"' in source for step in steps)
    assert steps | {"base-visit", "base-item", "rounded-down"} <= set(STEPS)


def test_a_name_of_sixty_letters_is_read_whole_by_who_listens(
    languages: Languages, qtbot: QtBot
) -> None:
    screen = shown(qtbot, STATES["many"]())
    assert LONG in screen.right.member.accessibleName()
