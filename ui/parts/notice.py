"""What a screen says to somebody: one sentence, its kind, and the ways on from here."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Way:
    """One way on: `key` is what the presenter hears, `text` the words, `hint` the keyboard key."""

    key: str
    text: str
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Notice:
    """A sentence to show. kind: "ok", "attention", "refused", "quiet"."""

    kind: str
    sentence: str
    ways: tuple[Way, ...] = ()
