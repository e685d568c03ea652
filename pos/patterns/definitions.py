"""Each pattern in one declarative entry: what is counted, and when it stands out."""

from __future__ import annotations

from dataclasses import dataclass

MINUTE_MS = 60_000
WITHIN_MS = 15 * MINUTE_MS
"""A card again so soon after its last sale: who forgot something comes back once."""
AFTER_MS = 10 * MINUTE_MS
"""A receipt so long after payment: at the till its card is scanned within a minute."""
NEAR = 90
"""From so much of a limit on, in percent, an amount is just under it."""


@dataclass(frozen=True, slots=True)
class Pattern:
    """What is looked for in a week, and when it stands out from the shop's own rate.

    It stands out from `least` times on, at `times` the rate of all others (or more), where chance
    alone would bring that about in fewer than `alpha` of weeks, shared among all who were looked
    at. `usual` of `weight` tries is believed before the shop has a rate of its own. `days`: how
    many are looked at; `before`: how many before them make the rate. Words: `word.KEY`,
    `said.KEY.means`.
    """

    key: str
    least: int
    times: int
    usual: float
    weight: int
    days: int = 7
    before: int = 91
    alpha: float = 0.01
    leaves_out: tuple[str, ...] = ()


OWN_CARD = Pattern("own-card", least=3, times=3, usual=0.005, weight=400)
"""Sales rung up by somebody with their own marked card: a stranger's points, or shopping for
oneself at one's own till. Others' own cards make the rate.
"""
SAME_CARD = Pattern("same-card", least=4, times=4, usual=0.02, weight=200, leaves_out=("marked",))
"""The same card every few minutes, rung up by one person."""
AFTER_PAYMENT = Pattern(
    "after-payment", least=3, times=4, usual=0.02, weight=200, leaves_out=("marked", "kiosk")
)
"""Receipts of ours credited to one card long after they were paid: left-behind slips are picked up.
"""
UNDER_LIMIT = Pattern("under-limit", least=3, times=2, usual=0.1, weight=10, days=28, before=182)
"""Days whose adjustments, approved by nobody, end just under what the operator may alone."""
WITHOUT_GOODS = Pattern("without-goods", least=3, times=3, usual=0.003, weight=500)
"""Returns that name no sale."""
VOIDS = Pattern("voids", least=5, times=3, usual=0.01, weight=500)
"""Sales taken back whole right after they were rung up."""
OWN_FAVOUR = Pattern("own-favour", least=1, times=1, usual=0.001, weight=1, before=0)
"""Points by hand to one's own marked card; once is enough to ask."""
ONE_TILL = Pattern("one-till", least=10, times=2, usual=0, weight=0, days=28, before=0, alpha=0.001)
"""A card that one operator serves far more often than those who came in the same hours: a friend's
card, or their own that nobody marked. Hours with one operator alone tell nothing.
"""

PATTERNS = (
    *(OWN_CARD, SAME_CARD, AFTER_PAYMENT, UNDER_LIMIT),
    *(WITHOUT_GOODS, VOIDS, OWN_FAVOUR, ONE_TILL),
)
