"""How long to wait before the next try: longer each time, never all terminals at once.

The first line that comes back finds everybody waiting; chance spreads them.
"""

from __future__ import annotations

from collections.abc import Callable

FIRST_MS, LONGEST_MS = 1_000, 300_000


class Patience:
    """Doubles from a second to five minutes. `chance`: a number of 0 to below 1,000, drawn anew."""

    def __init__(self, chance: Callable[[], int]) -> None:
        self._chance = chance
        self._failures = 0

    def failed(self, least_ms: int = 0) -> int:
        """Milliseconds to wait now; `least_ms` where head office asked for so many."""
        doubled = min(FIRST_MS << min(self._failures, 20), LONGEST_MS)
        self._failures += 1
        spread = doubled // 2 + doubled // 2 * self._chance() // 1_000
        return max(spread, least_ms + spread // 4 if least_ms else 0)

    def reset(self) -> None:
        """It went well, or the world changed: begin anew."""
        self._failures = 0
