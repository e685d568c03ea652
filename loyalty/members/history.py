"""What rules may know of a member's past: days and counts, both sums over the ledger's entries."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from loyalty.ledger.account import Account
from loyalty.ledger.count import ACTS, DAILY, EARNED, QUALIFYING, SPEND, VISITS, Count, CountKey
from loyalty.members.member import Member
from loyalty.redemption.voucher import Voucher
from loyalty.rules.audience import Bought
from loyalty.rules.limits import Period


@dataclass(frozen=True, slots=True)
class Day:
    """One day of a member, returns taken off: purchases, eligible minor units, points."""

    on: date
    visits: int = 0
    spend_minor: int = 0
    earned: int = 0
    qualifying: int = 0
    acts: int = 0

    @property
    def empty(self) -> bool:
        """Nothing is left of it."""
        return not any((self.visits, self.spend_minor, self.earned, self.qualifying, self.acts))


_FIELDS = {
    VISITS: "visits",
    SPEND: "spend_minor",
    EARNED: "earned",
    QUALIFYING: "qualifying",
    ACTS: "acts",
}


@dataclass(frozen=True, slots=True)
class History:
    """Days oldest first, counts by name and day, and when what was last bought.

    `bought`: per condition (those that `matching.asked` lists) the last day
    such a line was bought and not taken back; what never was is left out.
    """

    days: tuple[Day, ...] = ()
    counts: Mapping[tuple[str, date | None], int] = field(default_factory=dict)
    bought: Mapping[Bought, date] = field(default_factory=dict)
    _by_name: dict[str, list[tuple[date | None, int]]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )
    """`counts` once more, in the order they are asked for; filled by the first who asks."""

    @property
    def visits(self) -> int:
        """Purchases so far."""
        return sum(day.visits for day in self.days)

    @property
    def last_visit(self) -> date | None:
        """The day of the last purchase."""
        return next((day.on for day in reversed(self.days) if day.visits > 0), None)

    @property
    def last_act(self) -> date | None:
        """The last day anything was done that keeps sliding points alive."""
        return next((day.on for day in reversed(self.days) if day.acts > 0), None)

    def earned(self, per: Period, on: date) -> int:
        """Points earned in the period a day lies in."""
        first = per.began(on)
        return sum(day.earned for day in self.days if first <= day.on <= on)

    def count(self, name: str, per: Period = Period.EVER, on: date = date.max) -> int:
        """A count over the period a day lies in; what has no day counts in every period."""
        first = per.began(on)
        return sum(n for day, n in self.of(name) if day is None or first <= day <= on)

    def last_day(self, name: str) -> date | None:
        """The last day something was counted under a name."""
        return max((day for day, amount in self.of(name) if day and amount), default=None)

    def of(self, name: str) -> Sequence[tuple[date | None, int]]:
        """Days and amounts of a count. A year of purchases has a thousand counts."""
        if self.counts and not self._by_name:
            for (counted, day), amount in self.counts.items():
                self._by_name.setdefault(counted, []).append((day, amount))
        return self._by_name.get(name, ())

    def with_counts(self, counts: Iterable[Count]) -> History:
        """The history after some counts of this member; the shop's own are passed over."""
        days = {day.on: day for day in self.days}
        sums = dict(self.counts)
        for count in counts:
            if count.shop:
                continue
            if count.name in DAILY and count.on is not None:
                _add(days, count.on, _FIELDS[count.name], count.amount)
            else:
                key = count.name, count.on
                sums[key] = sums.get(key, 0) + count.amount
        left = sorted((day for day in days.values() if not day.empty), key=lambda day: day.on)
        kept = {key: amount for key, amount in sums.items() if amount}
        return replace(self, days=tuple(left), counts=kept)


def _add(days: dict[date, Day], on: date, name: str, amount: int) -> None:
    day = days.get(on, Day(on))
    days[on] = replace(day, **{name: getattr(day, name) + amount})


@dataclass(frozen=True, slots=True)
class Standing:
    """The member a basket belongs to, as the rules see them.

    `held`: points that other open baskets of theirs hold, which this one cannot spend. `joined_on`:
    when the owner of the account joined, where that is somebody else of the household. `frozen`:
    why nothing may be spent at this terminal now, or empty. `elsewhere`: points that are theirs,
    but cannot be spent here now. `advance`: points that will be given at the shop's risk.
    """

    member: Member
    account: Account = Account()
    history: History = History()
    held: int = 0
    joined_on: date | None = None
    frozen: str = ""
    elsewhere: int = 0
    advance: int = 0

    @property
    def tier_member(self) -> Member:
        """The member as tiers see them: a household has one, by the day its owner joined."""
        if self.joined_on is None:
            return self.member
        return replace(self.member, joined_on=self.joined_on)


@dataclass(frozen=True, slots=True)
class ShopState:
    """What rules know of the shop: its counts, the vouchers presented, the key that draws arms."""

    counts: Mapping[CountKey, int] = field(default_factory=dict)
    vouchers: Mapping[str, Voucher] = field(default_factory=dict)
    key: bytes = b""

    def count(self, name: str) -> int:
        """One of the shop's counts."""
        return sum(amount for (shop, n, _), amount in self.counts.items() if shop and n == name)


@dataclass(frozen=True, slots=True)
class Scene:
    """When and before whom a basket is rung up. `minute` of the day in the shop's zone."""

    on: date = date.min
    minute: int = 0
    standing: Standing | None = None
    shop: ShopState = ShopState()

    @property
    def history(self) -> History:
        """The member's, or none."""
        return self.standing.history if self.standing else History()
