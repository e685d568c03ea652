"""What the window lends the manager's room. Types only come along: the window is up before them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ui.counter.stage import Signs, Work
    from ui.window import Window


@dataclass(frozen=True, slots=True)
class RoomWorld:
    """What the window has for a room: its workers, its sounds, and the ways out of it.

    `left` shows the counter; `locked` signs out there as well.
    """

    window: Window
    ledger: Work
    reports: Work
    signs: Signs
    left: Callable[[], None]
    locked: Callable[[], None]
