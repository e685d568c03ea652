"""The manager's room in the window: shown over the counter, locked when nobody is there, left.

The room itself comes with the books (`Books.room`); the window is up before anything of it is read.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from ui.jobs import Jobs
from ui.manager.world import RoomWorld
from ui.sounds import Sounds
from ui.window import Window

if TYPE_CHECKING:
    # Types only: they bring the books' library along.
    from pos.shop import Shop
    from ui.counter.presenter import CounterPresenter
    from ui.counter.session import Session
    from ui.counter.state import CounterState
    from ui.manager.room import Room

    Rooms = Callable[[RoomWorld, Shop, Session, Callable[[str], bool]], Room]


class Rooming(QObject):
    """Who goes in and out. `at_once`: in, as soon as somebody is signed in."""

    def __init__(
        self, window: Window, ledger: Jobs, signs: Sounds, at_once: bool, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._window = window
        self._counter: QWidget = window.page
        self._reports = Jobs("reports", self)
        self._world = RoomWorld(window, ledger, self._reports, signs, self.leave, self._lock)
        self._at_once = at_once
        self._rooms: Rooms | None = None
        self._shop: Shop | None = None
        self._presenter: CounterPresenter | None = None
        self._room: Room | None = None
        self._back: Callable[[], None] = _nothing

    def begin(self, rooms: Rooms | None, shop: Shop, presenter: CounterPresenter) -> None:
        """The books are open."""
        self._rooms, self._shop, self._presenter = rooms, shop, presenter

    def follow(self, state: CounterState) -> None:
        """What the counter shows: somebody signed in."""
        if self._at_once and state.strip.operator and self._presenter is not None:
            self._at_once = False
            self._presenter.setting_changed("room", "open")

    def enter(
        self, counter: Session, prints: Callable[[str], bool], back: Callable[[], None]
    ) -> None:
        """Show the room over the counter, which stays as it is; `back` is called on leaving."""
        self._back = back
        if self._room is None and self._rooms is not None and self._shop is not None:
            shop = replace(self._shop, settings=counter.settings)
            self._room = self._rooms(self._world, shop, counter, prints)

    def scanned(self, text: str, data: bytes = b"") -> bool:
        """A code while the room is open; False: it is the counter's."""
        if self._room is not None:
            self._room.scanned(text, data)
        return self._room is not None

    def leave(self) -> None:
        """Show the counter again."""
        if self._room is None:
            return
        self._room.end()
        self._room = None
        self._window.show_page(self._counter)
        self._back()

    def close(self) -> None:
        """The window is closing."""
        if self._room is not None:
            self._room.end()
            self._room = None
        self._reports.close()

    def _lock(self) -> None:
        """Nobody was there for minutes: the room closes, and the till asks who is there."""
        self.leave()
        if self._presenter is not None:
            self._presenter.sign_out()


def _nothing() -> None:
    """Nobody went in yet."""
