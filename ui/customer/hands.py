"""What the kiosk's window lends its presenter."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from pos.devices.ports import Printer
from pos.shop import Shop
from ui.counter.stage import Later, Signs, Work
from ui.customer.state import KioskState


@dataclass(frozen=True, slots=True)
class KioskHands:
    """`draw` shows a state, `speak` switches the language, `leave` closes the window; `printer` is
    that of the settings or None. `asking`: the worker for what head office is asked.
    """

    shop: Shop
    ledger: Work
    printing: Work
    asking: Work
    signs: Signs
    later: Later
    draw: Callable[[KioskState], None]
    printer: Callable[[], Printer | None]
    speak: Callable[[str], None]
    leave: Callable[[], None]
