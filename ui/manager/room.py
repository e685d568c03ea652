"""The room in the window: made when somebody goes in, gone when they leave; the counter stays."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer

from pos.shop import Shop
from ui.counter.session import Session
from ui.manager.idle_lock import IdleLock
from ui.manager.presenter import RoomHands, RoomPresenter
from ui.manager.screen import RoomScreen
from ui.manager.world import RoomWorld


class Room:
    """Screen and presenter together."""

    def __init__(
        self, world: RoomWorld, shop: Shop, counter: Session, prints: Callable[[str], bool]
    ) -> None:
        self.screen = RoomScreen()
        hands = RoomHands(
            ledger=world.ledger,
            reports=world.reports,
            signs=world.signs,
            later=QTimer.singleShot,
            draw=self.screen.draw,
            prints=prints,
            leave=world.left,
        )
        self.presenter = RoomPresenter(shop, hands, counter)
        for name in WISHES:
            getattr(self.screen, name).connect(getattr(self.presenter, name))
        self._lock = IdleLock(world.window.windowHandle(), self.screen)
        self._lock.expired.connect(world.locked)
        self.presenter.start()
        world.window.show_page(self.screen)

    def scanned(self, text: str, data: bytes = b"") -> None:
        """A code from any scanner."""
        self.presenter.scanned(text, data)

    def end(self) -> None:
        """The room is left; the window shows another page and lets the screen go."""
        self.presenter.end()


WISHES = (
    *(
        "page",
        "search",
        "further",
        "member",
        "older",
        "why",
        "act",
        "decide",
        "written",
        "keep_list",
    ),
    *("typed", "enter", "escape", "backspace", "undo", "row", "operator_chosen", "field_typed"),
    *("sheet_closed", "leave"),
)
"""Signals of the screen; the presenter has a method of each name with the same arguments."""
