"""The keys of one set-up code, kept aside while the sheet for it is open.

Everything else that is typed there waits a moment longer than usual and is then judged as always,
so that a card can be tried and Enter still presses.
"""

from __future__ import annotations

from collections import deque

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QWindow

from pos.devices.layouts import LOST
from pos.devices.scanner_setup import F8, Learned, SetupKey, learned
from ui.parts.wedge_keys import GS, KeyReader, is_dead, is_held_down

PATIENCE_MS = 150
"""Silence after which the keys are judged; no scanner that can be used pauses so long."""

_MOST_KEYS = 1_000  # the set-up code has a hundred; beyond it something else is typing


class Lesson:
    """Collects keys and their events until they stop."""

    def __init__(self) -> None:
        self._keys: list[SetupKey] = []
        self._held: deque[tuple[QWindow, QKeyEvent]] = deque()

    @property
    def begun(self) -> bool:
        """Whether keys are waiting to be judged."""
        return bool(self._held)

    def takes(self, window: QWindow, event: QKeyEvent, reader: KeyReader) -> bool:
        """Whether the key may be part of a set-up code, and is now kept."""
        sign = _sign(event, reader)
        last_ms = self._keys[-1].at_ms if self._keys else None
        repeats = is_held_down(event, reader.at_ms(event), last_ms)
        if not sign or repeats or len(self._keys) >= _MOST_KEYS:
            return False
        on_us = reader.on_us(event) if sign.isprintable() and sign != F8 else ""
        self._keys.append(SetupKey(sign, on_us, reader.at_ms(event)))
        self._held.append((window, event.clone()))
        return True

    def holds(self, window: QWindow, event: QKeyEvent) -> bool:
        """Whether a release belongs to a key that is kept, and is now kept behind it."""
        if not any(held.key() == event.key() for _, held in self._held):
            return False
        self._held.append((window, event.clone()))
        return True

    def over(self) -> tuple[Learned | None, list[tuple[QWindow, QKeyEvent]]]:
        """What the keys teach, or their events where they were no set-up code; then empty."""
        keys, held = self._keys, list(self._held)
        self._keys = []
        self._held.clear()
        return learned(keys), held


def _sign(event: QKeyEvent, reader: KeyReader) -> str:
    """The key as it arrived, no layout undone; "" for one that no scanner would press."""
    if end := reader.end(event, waiting=True):
        return end
    control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
    if control and event.key() == Qt.Key.Key_BracketRight:
        return GS
    if event.key() == Qt.Key.Key_F8 and not event.modifiers():
        return F8
    return LOST if is_dead(event) else reader.shown(event)
