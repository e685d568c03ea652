"""What every test of a screen starts from: light theme, English, 96 dots per inch by setting."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.theme import apply_theme
from ui.wording.languages import Languages


@pytest.fixture
def app(qapp: QApplication) -> Iterator[QApplication]:
    """The application in the light theme, put back after the test, with nothing left undeleted."""
    apply_theme(qapp, "light")
    yield qapp
    apply_theme(qapp, "light")
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def languages(app: QApplication) -> Iterator[Languages]:
    """Our languages, starting in English and ending in English."""
    ours = Languages(app)
    ours.switch("en")
    yield ours
    ours.switch("en")
    ours.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def page(app: QApplication, qtbot: QtBot) -> QWidget:
    """An open page of 900 x 600 with a column layout."""
    whole = QWidget()
    qtbot.addWidget(whole)
    QVBoxLayout(whole)
    whole.resize(900, 600)
    whole.show()
    return whole
