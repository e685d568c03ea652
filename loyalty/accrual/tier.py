"""Which tier a member has on a day: a fold over their days, returns taken off, and nothing else.

Up is at once: a threshold reached today counts from now on. Down is only at a review, in the
morning, before the day's purchases. Redemptions are no part of a day, so they cannot touch it.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate

from loyalty.days import months_later, yearly
from loyalty.ledger.counting import counts_of
from loyalty.ledger.entry import Entry
from loyalty.members.history import Day, History
from loyalty.members.member import Member
from loyalty.rules.levels import Downgrade, Measure, Tier, TierRules, Window

_MEASURED: dict[Measure, Callable[[Day], int]] = {
    Measure.POINTS: lambda day: day.qualifying,
    Measure.SPEND: lambda day: day.spend_minor,
    Measure.VISITS: lambda day: day.visits,
}
_YEAR = 12  # months


@dataclass(frozen=True, slots=True)
class TierState:
    """Where a member stands. `tier` is None below the first level; `since`: when it was reached.

    `measured`: of the measure so far in the window that counts now; `missing` to `next_tier` (0
    and None at the top). If nothing more is bought, `kept_until` is the last day of this tier
    (None: it is never lost) and `projected` the one after that day, otherwise the same.
    """

    tier: Tier | None
    since: date
    measured: int
    next_tier: Tier | None
    missing: int
    kept_until: date | None
    projected: Tier | None


def tier_of(rules: TierRules | None, member: Member, history: History, on: date) -> str:
    """The id of a member's tier on a day, or an empty text. `history`: every day up to `on`.

    `member` is the owner of the account, whose joining counts for a whole household.
    """
    if rules is None or not rules.levels:
        return ""
    tier = _Walk(rules, member, history.days, on).tier
    return tier.id if tier else ""


def standing_in(
    rules: TierRules | None, member: Member, history: History, on: date
) -> TierState | None:
    """All that can be told of a member's tier on a day; None where the program has no tiers."""
    if rules is None or not rules.levels:
        return None
    walk = _Walk(rules, member, history.days, on)
    tier, since, measured = walk.tier, walk.since, walk.measured(on)
    above = walk.levels[walk.level + 1] if walk.level + 1 < len(walk.levels) else None
    fell_on = walk.next_fall()
    return TierState(
        tier=tier,
        since=since,
        measured=measured,
        next_tier=above,
        missing=max(0, above.threshold - measured) if above else 0,
        kept_until=fell_on - timedelta(days=1) if fell_on else None,
        projected=walk.tier,
    )


def tier_on(rules: TierRules | None, member: Member, entries: Iterable[Entry], on: date) -> str:
    """The tier as it stood at the end of a past day, from the member's entries up to that day.

    What was returned later is still in it: nobody knew yet.
    """
    return tier_of(rules, member, _known_by(entries, on), on)


def standing_on(
    rules: TierRules | None, member: Member, entries: Iterable[Entry], on: date
) -> TierState | None:
    """All that could be told at the end of a past day; as `tier_on`, None without tiers."""
    return standing_in(rules, member, _known_by(entries, on), on)


def _known_by(entries: Iterable[Entry], on: date) -> History:
    known = (count for entry in entries if entry.business_date <= on for count in counts_of(entry))
    return History().with_counts(known)


class _Walk:
    """The fold: from the first day to `on`, purchase by purchase and review by review.

    `level` is the place of the tier in the rules, -1 for none; `seen`: the day reached so far.
    """

    def __init__(self, rules: TierRules, member: Member, days: tuple[Day, ...], on: date) -> None:
        measured = _MEASURED[rules.measure]
        shown = [day for day in days if day.on <= on]
        self.rules, self.joined_on = rules, member.joined_on
        self.levels = sorted(rules.levels, key=lambda tier: tier.threshold)
        self.dates = [day.on for day in shown]
        self.thresholds = [tier.threshold for tier in self.levels]
        lasting = rules.months if rules.window is Window.ROLLING else _YEAR
        self.drop_on = [months_later(day, lasting) for day in self.dates]  # out of the window
        self.sums = [0, *accumulate(measured(day) for day in shown)]
        self.floor = self.level = self._carried(0)
        self.seen = self.since = self.kept_on = min([member.joined_on, *self.dates[:1]])
        self.held_to: date | None = None  # a soft landing: no review before
        self.falls_on: date | None = None  # the end of the grace
        self.falls_to = self.floor
        for day in self.dates:
            self._until(day)
            self._bought(day)
        self._until(on)
        self.seen = max(self.seen, on)

    @property
    def tier(self) -> Tier | None:
        """The tier reached so far."""
        return self.levels[self.level] if self.level >= 0 else None

    def measured(self, on: date) -> int:
        """The measure of the window that counts on a day, that day's purchases included."""
        return self.sums[bisect_right(self.dates, on)] - self.sums[self._first(on)]

    def next_fall(self) -> date | None:
        """Go on without purchases until the tier falls; None: it never does."""
        level = self.level
        while (due := self._due()) is not None:
            self._morning(due)
            if self.level < level:
                return due
        return None

    def _until(self, day: date) -> None:
        while (due := self._due()) is not None and due <= day:
            self._morning(due)

    def _bought(self, day: date) -> None:
        carried = self._carried(self.measured(day))
        self.seen = day
        if carried > self.level:
            self._reached(carried, day)
        elif self.falls_on and carried == self.level:
            self.falls_on, self.kept_on = None, day

    def _reached(self, level: int, day: date) -> None:
        self.level, self.since, self.kept_on = level, day, day
        self.held_to = self.falls_on = None

    def _due(self) -> date | None:
        """The next morning something may change; None: never again without a purchase."""
        if self.level <= self.floor or self.rules.downgrade is Downgrade.NEVER:
            return None
        due = self.falls_on or self._next_review()
        return due if due and self.seen < due < date.max else None

    def _next_review(self) -> date | None:
        window, seen = self.rules.window, self.seen
        if window is Window.REACHED_YEAR:
            return months_later(self.kept_on, _YEAR)
        if window is not Window.ROLLING:
            return self._year_after(seen)
        if self.held_to and self.held_to > seen:
            return self.held_to
        first = self._first(seen)  # the next to drop out of the window
        if first == len(self.dates) or not self.rules.months:
            return None
        return self.drop_on[first]

    def _morning(self, day: date) -> None:
        if self.falls_on:
            self.seen = day
            self._fall(max(self.falls_to, self._carried(self._before(day))), day)
            return
        measured = self._reviewed(day)
        self.seen = day
        carried = self._carried(measured)
        if carried >= self.level:
            self.kept_on = day
            return
        # A rolling window goes on shrinking during the grace: what it carries is seen at its end.
        yearly_kept = self.rules.window in (Window.CALENDAR_YEAR, Window.JOINED_YEAR)
        step = self.rules.downgrade is Downgrade.ONE_STEP
        self.falls_to = self.level - 1 if step else carried if yearly_kept else self.floor
        if not self.rules.grace_days:
            self._fall(max(self.falls_to, self._carried(self._before(day))), day)
        elif (date.max - day).days > self.rules.grace_days:
            self.falls_on = day + timedelta(days=self.rules.grace_days)
        else:
            self.falls_on = date.max

    def _fall(self, level: int, day: date) -> None:
        """To a lower level, which is then reached on that day.

        After a single step a rolling window looks again only when it has gone round once more:
        every day another step would be the full fall by another name.
        """
        self._reached(level, day)
        if self.rules.downgrade is Downgrade.ONE_STEP:
            self.held_to = months_later(day, self.rules.months)

    def _reviewed(self, day: date) -> int:
        """What a review in the morning of a day looks at: the window that has just ended."""
        if self.rules.window in (Window.CALENDAR_YEAR, Window.JOINED_YEAR):
            return self.measured(day - timedelta(days=1))
        return self._before(day)

    def _before(self, day: date) -> int:
        """The measure of a day's window without that day's own purchases."""
        first = self._first(day)
        return self.sums[max(first, bisect_left(self.dates, day))] - self.sums[first]

    def _first(self, on: date) -> int:
        """The place of the first day that counts on a day."""
        window, months = self.rules.window, self.rules.months
        if window is Window.CALENDAR_YEAR:
            return bisect_left(self.dates, on.replace(month=1, day=1))
        if window is Window.JOINED_YEAR:
            return bisect_left(self.dates, self._year_began(on))
        if window is Window.ROLLING and not months:
            return 0
        return bisect_right(self.drop_on, on)

    def _year_began(self, on: date) -> date:
        joined = self.joined_on
        this = yearly(joined.month, joined.day, on.year)
        if this <= on:
            return this
        return yearly(joined.month, joined.day, on.year - 1) if on.year > 1 else date.min

    def _year_after(self, on: date) -> date | None:
        month, day = 1, 1
        if self.rules.window is Window.JOINED_YEAR:
            month, day = self.joined_on.month, self.joined_on.day
        this = yearly(month, day, on.year)
        if this > on:
            return this
        return yearly(month, day, on.year + 1) if on.year < date.max.year else None

    def _carried(self, measured: int) -> int:
        """The highest level a measure reaches, -1 for none."""
        return bisect_right(self.thresholds, measured) - 1
