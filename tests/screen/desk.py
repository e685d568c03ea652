"""The counter without its window: wishes in, states out, on a real ledger, its clock standing.

For what a cashier does in odd orders; keys and pixels are the journey's matter (`driver.py`).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from pos.devices.ports import Printer
from pos.devices.scripted import RecordingPrinter
from pos.shop import Shop
from tests.shop.house import BADGE, open_at
from ui.counter.around import Around
from ui.counter.assembly import Hands, assembled
from ui.counter.state import CounterState
from ui.jobs import InlineJobs


class Silent:
    """Sounds, noted."""

    def __init__(self) -> None:
        self.played: list[str] = []

    def play(self, sign: str) -> None:
        """One more sign."""
        self.played.append(sign)


class Desk:
    """A counter with Mina signed in, unless `signed_in` is False."""

    def __init__(
        self,
        folder: Path,
        *,
        signed_in: bool = True,
        shop: Shop | None = None,
        printer: Printer | None = None,
        held: bool = False,
        around: Around | None = None,
    ) -> None:
        self.shop = shop or open_at(folder)
        self.printer = printer or RecordingPrinter()
        self.printing = InlineJobs(held=held)
        self.signs = Silent()
        self.timers: list[tuple[int, Callable[[], None]]] = []
        self.states: list[CounterState] = []
        hands = Hands(
            ledger=InlineJobs(),
            printing=self.printing,
            signs=self.signs,
            later=lambda ms, act: self.timers.append((ms, act)),
            draw=self.states.append,
            printer=lambda: self.printer,
            apply=lambda _settings: None,
            keep=lambda _settings: None,
            around=around,
        )
        self.wish = assembled(self.shop, hands)
        self.wish.start()
        if signed_in:
            self.wish.scanned(BADGE)

    @property
    def state(self) -> CounterState:
        """What is on the screen."""
        return self.states[-1]

    @property
    def said(self) -> str:
        """The code of the banner, or nothing."""
        return self.state.banner.code if self.state.banner else ""

    def ring(self, *amounts: str) -> None:
        """Amounts as lines."""
        for amount in amounts:
            self.wish.typed(amount)
            self.wish.add_line()

    def pass_time(self, ms: int) -> None:
        """Let the timers of exactly so many milliseconds fire once."""
        due = [act for after, act in self.timers if after == ms]
        self.timers = [timer for timer in self.timers if timer[0] != ms]
        for act in due:
            act()

    def another_window(self) -> Desk:
        """A second window on the same books."""
        return Desk(self.shop.store.path.parent, shop=replace(self.shop))

    def close(self) -> None:
        """Let go of the books."""
        self.wish.end()
        self.shop.store.close()
