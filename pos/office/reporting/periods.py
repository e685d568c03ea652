"""The days a report is about: a day, a week, a month, or from one day to another."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from loyalty.errors import LoyaltyError

KINDS = ("day", "week", "month", "custom")
MOST_DAYS = 3_660
_FIRST, _LAST = date(2000, 1, 1), date(2199, 12, 31)


@dataclass(frozen=True, slots=True)
class Period:
    """Business days, both counted."""

    kind: str
    first: date
    last: date

    @property
    def days(self) -> int:
        return (self.last - self.first).days + 1

    def beside(self, steps: int) -> Period:
        """The period of the same kind before (-1) or after (1) it; LoyaltyError `period-wrong`."""
        try:
            if self.kind == "month":
                beyond = self.first - timedelta(days=1) if steps < 0 else self.last
                return period("month", beyond if steps < 0 else beyond + timedelta(days=1))
            step = timedelta(days=self.days * steps)
            return Period(self.kind, self.first + step, self.last + step)
        except OverflowError:
            raise LoyaltyError("period-wrong", most=MOST_DAYS) from None


def period(kind: str, on: date) -> Period:
    """The day, the week (from Monday), or the month that a day is in."""
    if kind == "week":
        monday = on - timedelta(days=on.weekday())
        return Period(kind, monday, monday + timedelta(days=6))
    if kind == "month":
        last = monthrange(on.year, on.month)[1]
        return Period(kind, on.replace(day=1), on.replace(day=last))
    return Period("day", on, on)


def asked_period(kind: str, first: str, last: str, today: date) -> Period:
    """The period of some typed words; without any, this month. LoyaltyError `period-wrong` (most)
    for what is none, ends before it begins, or has too many days.
    """
    try:
        begins = date.fromisoformat(first) if first else today
        ends = date.fromisoformat(last) if last else begins
    except ValueError:
        raise LoyaltyError("period-wrong", most=MOST_DAYS) from None
    if not _FIRST <= begins <= _LAST or not _FIRST <= ends <= _LAST:
        raise LoyaltyError("period-wrong", most=MOST_DAYS)
    if kind in ("day", "week", "month"):
        return period(kind, begins)
    if kind not in ("", "custom"):
        raise LoyaltyError("period-wrong", most=MOST_DAYS)
    if not kind and not first and not last:
        return period("month", today)
    made = Period("custom", begins, ends)
    if not 0 < made.days <= MOST_DAYS:
        raise LoyaltyError("period-wrong", most=MOST_DAYS)
    return made
