"""A window to train in cannot be mistaken for the real one, on any page and in any look."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QProcess
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from pos.settings import Settings
from ui.counter.adjusting import settings_sheet
from ui.counter.sheet_settings import SettingsPane
from ui.parts.key import Key
from ui.theme import THEMES, apply_theme
from ui.training import train_or_end
from ui.window import Window


def words(window: Window) -> list[str]:
    """Every label that is shown."""
    return [label.text() for label in window.findChildren(QLabel) if label.isVisible()]


@pytest.mark.parametrize("theme", list(THEMES))
def test_every_page_stands_in_a_violet_frame_that_says_so(
    qtbot: QtBot, qapp: QApplication, theme: str
) -> None:
    look = apply_theme(qapp, theme)
    window = Window(QWidget(), training=True)
    qtbot.addWidget(window)
    window.show()
    assert any("TRAINING" in text for text in words(window))
    picture = window.grab().toImage()
    for x, y in ((2, picture.height() // 2), (picture.width() - 3, picture.height() // 2)):
        assert picture.pixelColor(x, y).name() == look.tokens.training
    window.show_page(QWidget())
    assert any("TRAINING" in text for text in words(window))
    assert "Training" in window.windowTitle()


def test_the_real_window_has_no_such_frame(qtbot: QtBot) -> None:
    window = Window(QWidget())
    qtbot.addWidget(window)
    window.show()
    assert not any("TRAINING" in text.upper() for text in [*words(window), window.windowTitle()])


@pytest.mark.parametrize(("training", "said"), [(False, "Open a window"), (True, "End it")])
def test_the_settings_lead_into_training_and_out_of_it(
    qtbot: QtBot, training: bool, said: str
) -> None:
    pane = SettingsPane()
    qtbot.addWidget(pane)
    pane.write((settings_sheet(Settings(), training=training), "EUR"))
    (key,) = [key for key in pane.findChildren(Key) if key.text() == said]
    with qtbot.waitSignal(pane.wished) as wish:
        key.click()
    assert wish.args == ["setting_changed", ("training", "open")]


def test_training_is_a_window_of_its_own_and_ends_with_it(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun: list[tuple[str, list[str]]] = []
    monkeypatch.setattr(QProcess, "startDetached", lambda *told: begun.append(told))
    window = Window(QWidget(), training=True)
    qtbot.addWidget(window)
    window.show()
    train_or_end(("python", "main.py", "--training"), window)
    assert begun == [("python", ["main.py", "--training"])]
    assert window.isVisible()
    train_or_end((), window)
    assert not window.isVisible()
