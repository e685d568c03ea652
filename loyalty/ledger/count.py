"""Counts: all that rules remember besides points, such as stamps, visits, or uses of a budget.

An entry says what it added to which count, a sale even line by line, so that a return takes exactly
that back. A count is a sum over entries and nothing else: what is returned leaves no trace.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from loyalty.apportion import units_share

# Kept of every member by day, for tiers, caps and audiences.
VISITS, SPEND, EARNED, QUALIFYING, ACTS = "visits", "spend", "earned", "qualifying", "acts"
DAILY = (VISITS, SPEND, EARNED, QUALIFYING, ACTS)


RECEIPTS, RECEIPT_POINTS = "receipts:times", "receipts:points"
"""A member's counts of receipts brought later, and of the points they gave, by day."""


def points_of(rule: str) -> str:
    """The count of points a rule has given."""
    return f"points:{rule}"


def times_of(rule: str) -> str:
    """The count of times a rule has given something."""
    return f"times:{rule}"


def stamps_of(rule: str) -> str:
    """The count of stamps on a card."""
    return f"stamps:{rule}"


def taken_of(reward: str) -> str:
    """The count of times a reward was taken: of a member for its limits, of the shop for stock."""
    return f"taken:{reward}"


def budget_of(campaign: str) -> str:
    """The shop's count of points a campaign has given."""
    return f"budget:{campaign}"


def arm_of(campaign: str) -> str:
    """A member's arm of a campaign's trial: 1 gets the campaign, 2 is the control group."""
    return f"arm:{campaign}"


def used_of(voucher: str) -> str:
    """The shop's count of uses of a voucher's code: 0 or 1."""
    return f"used:{voucher}"


def given_of(voucher: str) -> str:
    """The shop's count of a voucher's being given out: 0 once what gave it was taken back."""
    return f"given:{voucher}"


def withdrawn_of(voucher: str) -> str:
    """The shop's count of a voucher's being withdrawn by a person: 0 or 1. Every terminal hears of
    it, while `given_of` goes with the right to use it.
    """
    return f"withdrawn:{voucher}"


def paper_of(rule: str, serial: str) -> str:
    """The shop's count of a paper stamp card that was moved in: 0 or 1."""
    return f"paper:{rule}:{serial}"


def claimed_of(receipt: str) -> str:
    """The shop's count of a receipt's being credited: 0 or 1."""
    return f"claimed:{receipt}"


@dataclass(frozen=True, slots=True)
class Count:
    """`amount` added to the count `name` of the member, or of the `shop`.

    `on`: the day it counts on, None where days do not matter. `shares`: per line of the sale, in
    sum `amount`; empty: the sale as a whole, taken back when its last unit is.
    """

    name: str
    amount: int
    on: date | None = None
    shop: bool = False
    shares: tuple[int, ...] = ()

    @property
    def key(self) -> CountKey:
        """Which count it adds to."""
        return self.shop, self.name, self.on

    def share(self, units: Sequence[int], gone: Sequence[int]) -> int:
        """What goes back when the first `gone` of each line's `units` have come back."""
        if not self.shares:
            return self.amount if tuple(gone) == tuple(units) else 0
        each = zip(self.shares, units, gone, strict=True)
        return sum(units_share(share, of, 0, back) for share, of, back in each)


CountKey = tuple[bool, str, date | None]
"""(shop's, name, day)."""


def summed(counts: Iterable[Count]) -> dict[CountKey, int]:
    """Counts added up; what sums to nothing is left out."""
    sums: dict[CountKey, int] = {}
    for count in counts:
        sums[count.key] = sums.get(count.key, 0) + count.amount
    return {key: amount for key, amount in sums.items() if amount}


def counts_from(sums: dict[CountKey, int]) -> tuple[Count, ...]:
    """Sums as counts, in a fixed order."""
    ordered = sorted(sums, key=lambda key: (key[0], key[1], key[2] or date.min))
    return tuple(Count(name, sums[shop, name, on], on, shop) for shop, name, on in ordered)


def taken_back(
    counted: Iterable[Count], units: Sequence[int], gone: Sequence[int], before: Iterable[Count]
) -> tuple[Count, ...]:
    """What a return takes off the counts of a sale, as negative counts.

    `gone`: units of each line that are back after it. `before`: what earlier returns took. Counted
    from the beginning each time, so that nothing drifts, not even over an undone return.
    """
    due: dict[CountKey, int] = {}
    for count in counted:
        due[count.key] = due.get(count.key, 0) - count.share(units, gone)
    for earlier in before:
        due[earlier.key] = due.get(earlier.key, 0) - earlier.amount
    return counts_from({key: amount for key, amount in due.items() if amount})
