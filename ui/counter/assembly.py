"""Puts the counter together once the books are open: stage, wishes, paper.

Apart from the window because it brings the books' library along, which is half of start-up; the
window is on screen before this is imported (by main.py, in the ledger's worker).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from pos.devices.ports import Printer
from pos.places import SETTINGS_FILE
from pos.settings import Settings
from pos.shop import Shop
from ui.counter.adjusting import Adjusting
from ui.counter.around import Around, Pictures
from ui.counter.notice import Mood, Notice
from ui.counter.presenter import CounterPresenter
from ui.counter.stage import Later, Signs, Stage, Work
from ui.counter.state import CounterState
from ui.counter.writing import Writing

HARMLESS = frozenset({"second-window", "unclean-shutdown", "reserve-missing"})
"""What start-up may find without anybody having to act."""


@dataclass(frozen=True, slots=True)
class Hands:
    """What the window lends the counter.

    `draw` shows a state; `printer` is the printer of the settings or None; `apply` makes settings
    so, `keep` writes them. `around`: a camera's pictures and another till's receipts, if there are.
    """

    ledger: Work
    printing: Work
    signs: Signs
    later: Later
    draw: Callable[[CounterState], None]
    printer: Callable[[], Printer | None]
    apply: Callable[[Settings], None]
    keep: Callable[[Settings], None]
    around: Around | None = None


def assembled(shop: Shop, hands: Hands) -> CounterPresenter:
    """The counter's presenter on an open shop; what start-up found out stands in its strip."""
    stage = Stage(shop, hands.ledger, hands.signs, hands.later, hands.draw)
    writing = Writing(stage, hands.printing, hands.printer)
    adjusting = Adjusting(stage, hands.apply, hands.keep)
    around = hands.around or Around(Pictures(), hands.ledger, hands.ledger)
    presenter = CounterPresenter(stage, writing, adjusting, around)
    for notice in reversed(list(findings(shop))):  # the last one said stays on the screen
        presenter.found(notice)
    return presenter


def findings(shop: Shop) -> Iterator[Notice]:
    """What start-up found out, the gravest first."""
    harmless = [health for health in shop.store.health if health.code in HARMLESS]
    for health in shop.store.health:
        if health not in harmless:
            yield Notice(Mood.ATTENTION, health.code, health.facts)
    if shop.unusable:
        yield Notice(
            Mood.ATTENTION,
            "settings-wrong",
            (("names", ", ".join(shop.unusable)), ("file", SETTINGS_FILE)),
        )
    for health in harmless:
        yield Notice(Mood.QUIET, health.code, health.facts)
