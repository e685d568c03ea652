"""How often a member may be written to, and when a message that failed is tried again."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from loyalty.care.letter import Message, MessageState

HOUR_MS = 3_600_000
DAY_MS = 24 * HOUR_MS
MONTH_DAYS = 30
REFUSED_DAYS = 90
"""An address that was refused for good is left alone so long: it may be another one by then."""

WAITS_MS = (5 * 60_000, 30 * 60_000, 2 * HOUR_MS, 8 * HOUR_MS, DAY_MS)
"""Before the second try, the third…; after the last of them it is given up (RFC 5321, 4.5.4.1
asks for some days).
"""

_COUNTED = (MessageState.WAITING, MessageState.TRYING, MessageState.SENT)


@dataclass(frozen=True, slots=True)
class Caps:
    """At most `month` messages in 30 days, and `rest_days` between two of them (0: none)."""

    month: int = 4
    rest_days: int = 3


def room_for(caps: Caps, earlier: Iterable[Message], now_ms: int) -> bool:
    """Whether one more may be written, after the member's `earlier` ones."""
    known = list(earlier)
    refused = MessageState.REFUSED
    if any(m.state is refused and now_ms - m.made_ms < REFUSED_DAYS * DAY_MS for m in known):
        return False
    counted = [now_ms - m.made_ms for m in known if m.state in _COUNTED]
    if any(age < caps.rest_days * DAY_MS for age in counted):
        return False
    return sum(age < MONTH_DAYS * DAY_MS for age in counted) < caps.month


def next_try(tries: int, now_ms: int) -> int | None:
    """When to try again after `tries` failures, in UTC milliseconds; None: give it up."""
    return now_ms + WAITS_MS[tries - 1] if tries <= len(WAITS_MS) else None
