"""Debounce: the same code twice within two seconds is one scan.

A hand scanner is the exception for product numbers: two quick beeps over two equal tins mean two
tins, while two beeps over a card mean nothing. The camera never counts by repeating.
"""

from __future__ import annotations

from pos.devices.canonical import is_retail_number

SAME_CODE_MS = 2_000


class Debounce:
    """Remembers the last accepted code of one source."""

    def __init__(self, same_code_ms: int = SAME_CODE_MS, *, products_repeat: bool = True) -> None:
        """`products_repeat`: let equal retail numbers through each time."""
        self._same_code_ms = same_code_ms
        self._products_repeat = products_repeat
        self._last: tuple[str, int] | None = None

    def is_new(self, text: str, at_ms: int) -> bool:
        """True when `text` is to be taken; remembers it then."""
        if self._last is not None and self._last[0] == text:
            soon = at_ms - self._last[1] < self._same_code_ms
            if soon and not (self._products_repeat and is_retail_number(text)):
                return False
        self._last = (text, at_ms)
        return True
