"""Reading the counter screen as a person does: its texts in order, what is cut, what it wished."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from ui.counter.entry import EntryPad
from ui.counter.fkeys import FKey
from ui.counter.lines import LineList
from ui.counter.screen import CounterScreen
from ui.counter.sheet_sign_in import PinDots
from ui.counter.state import CounterState
from ui.parts.chip import Chip
from ui.parts.key import Key
from ui.parts.labels import ElidedLabel, Label, SentenceLabel
from ui.parts.name import NameLabel
from ui.parts.rows import NumberedRow
from ui.parts.scan_pad import ScanPad
from ui.theme.look import font, look, mm

SMALL = QSize(1024, 768)
WISHES = (
    *("typed", "enter", "escape", "backspace", "delete_line", "add_line", "reward", "best"),
    "more_offers",
    *("tender", "why", "find", "enrol", "returns", "print_again", "undo", "shift", "settings"),
    *("camera", "sign_out", "operator_chosen", "find_text", "member_picked", "enrol_saved"),
    *("return_line", "return_units", "setting_changed", "shift_close", "way", "print_slip"),
    "sheet_closed",
)


def shown(qtbot: QtBot, state: CounterState, size: QSize = SMALL) -> CounterScreen:
    """A screen in an active window of `size` that shows `state`."""
    screen = CounterScreen()
    qtbot.addWidget(screen)
    screen.resize(size)
    screen.show()
    qtbot.waitExposed(screen)
    screen.activateWindow()
    qtbot.waitUntil(screen.isActiveWindow)
    screen.draw(state)
    settle()
    return screen


def settle() -> None:
    """Let layouts and deletions come to rest."""
    for _ in range(4):
        QApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def wishes_of(screen: CounterScreen) -> list[tuple[object, ...]]:
    """A list that every wish of the screen is written into: (name, arguments…)."""
    heard: list[tuple[object, ...]] = []
    for name in WISHES:
        getattr(screen, name).connect(partial(_hear, heard, name))
    return heard


def _hear(heard: list[tuple[object, ...]], name: str, *arguments: object) -> None:
    heard.append((name, *arguments))


def press(
    screen: QWidget, key: Qt.Key | str, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    """A key as the window system sends it: to the window, not to a widget."""
    window = screen.window().windowHandle()
    if isinstance(key, str):
        QTest.keyClick(window, key, held)  # type: ignore[call-overload]  # takes letters as well
    else:
        QTest.keyClick(window, key, held)


def seen(screen: CounterScreen) -> Iterator[QWidget]:
    """Widgets in sight, in the order of the tree; an open sheet covers both sides."""
    covered = (screen.left, screen.right) if screen.pane is not None else ()
    for widget in screen.findChildren(QWidget):
        if widget.isVisible() and not any(s.isAncestorOf(widget) or s is widget for s in covered):
            yield widget


def texts(screen: CounterScreen) -> list[str]:
    """Every text in sight."""
    found = [text for widget in seen(screen) for text in _texts_of(widget)]
    return [line for text in found for line in text.splitlines() if line]


def _texts_of(widget: QWidget) -> tuple[str, ...]:
    if isinstance(widget, EntryPad):
        return (f"> {widget.entry or '(' + widget.hint + ')'}",)
    if isinstance(widget, ScanPad):
        return (widget.accessibleName(), widget.accessibleDescription())
    if isinstance(widget, LineList):
        return widget.texts()
    if isinstance(widget, Chip):
        return (f"({widget.words})",)
    if isinstance(widget, PinDots):
        return (widget.accessibleDescription(),)
    if isinstance(widget, QLineEdit):
        return (f"> {widget.text() or '(' + widget.placeholderText() + ')'}",)
    if isinstance(widget, ElidedLabel):
        return (widget.whole_text(),)
    if isinstance(widget, QLabel):
        return (widget.text(),)
    if isinstance(widget, Key):
        words = widget.text() or widget.accessibleName()
        return (f"[{words}]" if widget.isEnabled() else f"[{words}] off",)
    return (widget.text(),) if isinstance(widget, QAbstractButton) else ()


def cut(screen: CounterScreen) -> list[str]:
    """Words of ours in sight that end in "…" or run out of their place; data may be cut."""
    return [f"{type(w).__name__}: {text}" for w in seen(screen) for text in cut_in(w)]


def cut_in(widget: QWidget) -> Iterator[str]:
    """The words of a widget that are cut."""
    if isinstance(widget, NameLabel):
        return
    if isinstance(widget, Label):
        yield from _cut_label(widget)
    elif isinstance(widget, FKey):
        if not widget.shown_whole():
            yield widget.text()
    elif isinstance(widget, NumberedRow):
        if not _row_whole(widget):
            yield widget.row.detail
    elif isinstance(widget, Key | Chip):
        if widget.sizeHint().width() > widget.width():
            yield widget.accessibleName()
    elif isinstance(widget, EntryPad):
        room = widget.width() - mm(9) - look().measure.text("key") * 1.3
        if QFontMetricsF(font("body")).horizontalAdvance(widget.hint) > room:
            yield widget.hint


def _row_whole(row: NumberedRow) -> bool:
    if row.most_lines > 1:
        return row.shown_whole()
    side = round(look().measure.text("key") * 1.75)
    figure = QFontMetricsF(font("key", bold=True)).horizontalAdvance(row.row.figure)
    figure = 0 if row.figure_above else figure
    room = row.width() - mm(2) - side - mm(2.6) - mm(3.2) - mm(2) - figure
    return QFontMetricsF(font("small")).horizontalAdvance(row.row.detail) <= room


def _cut_label(label: Label) -> Iterator[str]:
    if isinstance(label, SentenceLabel):
        if any(line.endswith("…") for line in label.shown_lines()):
            yield label.text()
    elif isinstance(label, ElidedLabel):
        if label.shown_text() != label.whole_text():
            yield label.whole_text()
    elif label.wordWrap():
        if label.heightForWidth(label.width()) > label.height():
            yield label.text()
    elif label.size().expandedTo(label.sizeHint()) != label.size():
        yield label.text()
