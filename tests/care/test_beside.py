"""The postman beside the window: begun with the books, ended before they are closed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from shutil import copytree

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

import main
from pos.devices.scripted import RecordingPrinter
from pos.places import Places
from pos.shop import Shop
from tests.screen.driver import house
from ui.terminal import Books, Terminal


class Walker:
    """A postman who writes down when he was called, and whether the books were open then."""

    def __init__(self) -> None:
        self.shop: Shop | None = None
        self.seen: list[str] = []

    def start(self) -> None:
        self.seen.append("start")

    def stop(self) -> None:
        assert self.shop is not None
        with self.shop.store.reading() as view:  # the books are still there
            assert view.operators()
        self.seen.append("stop")


def test_letters_begin_with_the_books_and_end_before_them(
    qapp: QApplication, qtbot: QtBot, furnished: Path, tmp_path: Path
) -> None:
    copytree(furnished, tmp_path / "data")
    walker = Walker()
    whole = house(tmp_path / "data", RecordingPrinter(), lambda _setting, _preview: None)

    def opened(places: Places) -> Books:
        books = whole.open_books(places)
        walker.shop = books.shop
        return replace(books, post=walker)  # type: ignore[arg-type]  # as a postman does

    terminal = Terminal(qapp, replace(whole, open_books=opened))
    terminal.start()
    qtbot.waitUntil(lambda: walker.seen == ["start"], timeout=20_000)
    qtbot.waitUntil(lambda: terminal.state.sheet is not None, timeout=20_000)
    terminal.close()
    terminal.window.close()
    terminal.window.deleteLater()
    assert walker.seen == ["start", "stop"]


def test_a_real_window_has_a_postman(furnished: Path, tmp_path: Path) -> None:
    copytree(furnished, tmp_path / "data")
    books = main.open_books(Places(tmp_path / "data"))
    assert books.post is not None
    books.post.stop()
    books.shop.store.close()
