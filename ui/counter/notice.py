"""A sentence for the cashier by its code and facts, with its mood and the ways on."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

Facts = tuple[tuple[str, object], ...]


class Mood(StrEnum):
    """How a notice sounds and looks; never told by colour alone."""

    OK = "ok"
    ATTENTION = "attention"
    REFUSED = "refused"
    QUIET = "quiet"


@dataclass(frozen=True, slots=True)
class Way:
    """A way on: `wish` is the signal of the screen it stands for, `key` the key that takes it.

    `code` names its words; `number` goes with wishes that take one (reward 3).
    """

    wish: str
    key: str
    code: str
    number: int = 0


@dataclass(frozen=True, slots=True)
class Notice:
    """A sentence by its code and facts (`ui.wording.sentences`), with ways on."""

    mood: Mood
    code: str
    facts: Facts = ()
    ways: tuple[Way, ...] = ()
