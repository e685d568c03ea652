"""A member's purchases in one row each: first, second, third and last day, their rhythm, spend."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from loyalty.insight.cohorts import Month
from loyalty.insight.value.histories import DAYS, History
from loyalty.insight.value.late import LATE, VISITS
from pos.store.insight.purchases import prepare
from pos.store.insight.reading import InsightView

_LIVES = """
SELECT member, min(day), min(day) FILTER (WHERE k = 2), min(day) FILTER (WHERE k = 3), max(day),
    count(*), sum(net_minor), sum(net_minor) FILTER (WHERE k = 1)
FROM (SELECT member, day, net_minor, row_number() OVER (PARTITION BY member ORDER BY day) AS k
    FROM purchase WHERE day <= :until) GROUP BY member
"""
_GAPS = """
SELECT member, day - lag(day) OVER (PARTITION BY member ORDER BY day) AS gap
FROM purchase WHERE day <= :until
"""
_HABITS = f"""
SELECT member, avg(gap), :until - max(latest)
FROM (SELECT member, gap, row_number() OVER (PARTITION BY member ORDER BY gap) AS k
    FROM ({_GAPS}) WHERE gap IS NOT NULL)
CROSS JOIN (SELECT member, count(*) - 1 AS n, max(day) AS latest FROM purchase
    WHERE day <= :until GROUP BY member HAVING count(*) >= {VISITS}) USING (member)
WHERE k IN ((n + 1) / 2, (n + 2) / 2) GROUP BY member
"""
_COHORTS = """
SELECT began, month - began, count(*) FROM (
    SELECT DISTINCT member, month, min(month) OVER (PARTITION BY member) AS began
    FROM purchase WHERE day <= :until) GROUP BY 1, 2
"""
_RFM = """
SELECT member, :until - max(day), count(*) FILTER (WHERE day > :since),
    coalesce(sum(net_minor) FILTER (WHERE day > :since), 0)
FROM purchase WHERE day <= :until GROUP BY member
"""


@dataclass(frozen=True, slots=True)
class Life:
    """An account's purchase days up to a date, as ordinals. `first_minor` of the first of them."""

    member: int
    first: int
    second: int | None
    third: int | None
    last: int
    days: int
    net_minor: int
    first_minor: int

    def history(self, until: date) -> History:
        """As the models read it; days without money count, as a gift is a visit."""
        repeats = self.days - 1
        return History(
            str(self.member),
            repeats,
            (self.last - self.first) / DAYS,
            (until.toordinal() - self.first) / DAYS,
            (self.net_minor - self.first_minor) / repeats if repeats else 0.0,
            self.net_minor,
        )


@dataclass(frozen=True, slots=True)
class Rhythm:
    """An account with a habit: median days between purchases, and days since the last one."""

    member: int
    usual: float
    away: int

    @property
    def late(self) -> bool:
        """Away for more than three times the usual gap."""
        return self.away > LATE * self.usual


@dataclass(frozen=True, slots=True)
class Base:
    """What segments are made of: days since the last purchase; days and money of 12 months."""

    member: int
    away: int
    visits: int
    spent_minor: int


def lives(view: InsightView, until: date) -> list[Life]:
    """Everybody who bought by `until`, by account number."""
    prepare(view)
    view.step("lives")
    return [Life(*row) for row in view.rows(_LIVES, until=until.toordinal())]


def rhythms(view: InsightView, until: date) -> list[Rhythm]:
    """Everybody with three purchase days and more."""
    prepare(view)
    view.step("rhythms")
    return [Rhythm(*row) for row in view.rows(_HABITS, until=until.toordinal())]


def gap_median(view: InsightView, until: date) -> tuple[float | None, int]:
    """Median days between purchases over all members, and of how many gaps."""
    prepare(view)
    gaps = f"SELECT gap FROM ({_GAPS}) WHERE gap IS NOT NULL"
    day = until.toordinal()
    n = view.one(f"SELECT count(*) FROM ({gaps})", until=day)[0]
    middle = view.rows(
        f"{gaps} ORDER BY gap LIMIT :take OFFSET :skip",
        until=day,
        take=2 - n % 2,
        skip=(n - 1) // 2,
    )
    return (sum(row[0] for row in middle) / len(middle) if n else None), n


def rfm_base(view: InsightView, until: date, since: date) -> list[Base]:
    """Everybody who bought by `until`; visits and money from the day after `since` on."""
    prepare(view)
    view.step("rfm")
    days = {"until": until.toordinal(), "since": since.toordinal()}
    return [Base(*row) for row in view.rows(_RFM, **days)]


def cohort_counts(
    view: InsightView, until: date
) -> tuple[dict[Month, int], dict[tuple[Month, int], int]]:
    """Members by the month of their first purchase, and of those who buys so many months later."""
    prepare(view)
    view.step("cohorts")
    members: dict[Month, int] = {}
    buyers: dict[tuple[Month, int], int] = {}
    for began, after, count in view.rows(_COHORTS, until=until.toordinal()):
        month = began // 12, began % 12 + 1
        if after:
            buyers[month, after] = count
        else:
            members[month] = count
    return members, buyers
