"""The way into the manager's room: at once for who has the right, else with a second person."""

from __future__ import annotations

from collections.abc import Callable

from pos.approving import entitled
from pos.glance import glance
from pos.rights import Right, may
from ui.counter.deeds import ActDesk, Deed
from ui.counter.fetching import Fetching
from ui.counter.session import Session
from ui.counter.sheets import ActSheet

Opens = Callable[[Session, Callable[[str], bool], Callable[[], None]], None]


class RoomDeed(Deed):
    """`opens` shows the room; None where there is no window for it."""

    def __init__(
        self,
        desk: ActDesk,
        fetching: Fetching,
        opens: Opens | None,
        prints: Callable[[str], bool],
    ) -> None:
        self._desk = desk
        self._fetching = fetching
        self._opens = opens
        self._prints = prints

    def back(self) -> None:
        """Out of it: what was done there may be about today, and about whoever stands here."""
        stage, shop = self._desk.stage, self._desk.stage.shop
        stage.aside(lambda: glance(shop), lambda fresh: stage.update(glance=fresh))
        self._fetching.look_again(_nothing)

    def open(self) -> None:
        """From the settings, or as soon as somebody signed in."""
        operator, shop = self._desk.stage.now.operator, self._desk.stage.shop
        if operator is None or self._opens is None:
            return

        def known(allowed: bool) -> None:
            if allowed:
                self._go()
            else:
                sheet = ActSheet("room")
                self._desk.open(sheet)
                self.enter(sheet)

        self._desk.ask(lambda: may(shop, operator.id, Right.MANAGE), known)

    def enter(self, sheet: ActSheet) -> None:
        shop = self._desk.stage.shop
        self._desk.book(
            lambda act, approved: entitled(shop, act.operator, Right.MANAGE, approved),
            lambda _: self._go(),
        )

    def _go(self) -> None:
        self._desk.stage.update(sheet=None, banner=None)
        if self._opens is not None:
            self._opens(self._desk.stage.now, self._prints, self.back)


def _nothing() -> None:
    """There is nothing else to do."""
