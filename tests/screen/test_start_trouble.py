"""A ledger that cannot be opened is a page with a sentence and a way on, never a traceback."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

import main
from pos.demo import furnish
from pos.places import Places
from pos.store import backup, open_store
from pos.trouble import TroubleError
from ui.start_trouble import StartTrouble
from ui.terminal import Terminal


@pytest.mark.parametrize("code", ["store-newer", "store-read-only", "store-on-network"])
def test_enter_tries_again_and_escape_closes(app: QApplication, qtbot: QtBot, code: str) -> None:
    page = StartTrouble(TroubleError(code, path="regulars.db"))
    qtbot.addWidget(page)
    page.show()
    with qtbot.waitSignal(page.again):
        QTest.keyClick(page, Qt.Key.Key_Return)
    with qtbot.waitSignal(page.leave):
        QTest.keyClick(page, Qt.Key.Key_Escape)


def test_a_damaged_ledger_is_replaced_by_the_newest_backup_with_one_key(
    app: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    places = Places(tmp_path)
    furnish(places)
    house = main.house(places)
    books = house.open_books(places)
    backup(books.shop.store, places.backups)
    clock = books.shop.clock
    books.shop.store.close()
    places.database.write_bytes(b"\xff" * 40_000)
    terminal = Terminal(app, house)
    terminal.start()
    qtbot.waitUntil(lambda: isinstance(terminal.window.page, StartTrouble), timeout=10_000)
    QTest.keyClick(terminal.window.page, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: terminal.state.sheet is not None, timeout=10_000)
    assert terminal.window.page is terminal.screen
    terminal.close()
    terminal.window.close()
    terminal.window.deleteLater()
    with open_store(places.database, clock) as store, store.reading() as view:
        assert view.operators()
    assert list(tmp_path.glob("regulars.db.replaced-*"))
