"""Money: what members and others bought, by day and by member, and how wide they buy."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from fractions import Fraction

from loyalty.ledger.entry import Kind
from pos.store.columns import day_from, day_number
from pos.store.insight.purchases import ordinal, prepare
from pos.store.insight.reading import InsightView
from pos.store.tables import KIND_CODES

_PLACE = "terminal, epoch, seq"
_FEWEST_GOODS = 30
_TAKINGS = f"""
SELECT kind, currency, count(*), sum(minor), sum(paid) FROM (
    SELECT CASE WHEN who.n IS NULL THEN 'anonymous' WHEN unit.mark IS NULL THEN 'member'
            ELSE 'marked' END AS kind, s.currency, s.paid_minor AS paid,
        s.total_minor - s.paid_minor - coalesce(b.refund_minor, 0) AS minor
    FROM {{sales}} LEFT JOIN came_back AS b USING ({_PLACE}) LEFT JOIN owner USING ({_PLACE})
    LEFT JOIN who ON who.id = coalesce(s.member, owner.id) LEFT JOIN unit USING (n)
    WHERE s.merchant = :merchant AND s.bizdate BETWEEN :since AND :to AND b.whole IS NOT 1
    UNION ALL
    SELECT iif(unit.mark IS NULL, 'member', 'marked'), e.currency, 0, e.minor
    FROM elsewhere AS e JOIN who ON who.id = e.id JOIN unit ON unit.n = who.n
    WHERE e.day BETWEEN :since AND :to
) GROUP BY kind, currency
"""
_BY_ENTRIES = f"""
(SELECT s.* FROM entry AS e INDEXED BY entry_day CROSS JOIN sale AS s USING (merchant, {_PLACE})
WHERE e.merchant = :merchant AND e.bizdate BETWEEN :since AND :to
    AND e.kind = {KIND_CODES[Kind.SALE]}) AS s
"""
_DAILY = f"""
SELECT day, sum(minor), sum(sales) FROM (
    SELECT bizdate AS day, sum(total_minor - paid_minor) AS minor, count(*) AS sales FROM sale
    WHERE merchant = :merchant AND currency = :currency AND bizdate BETWEEN :since AND :to
    GROUP BY bizdate
    UNION ALL
    SELECT r.bizdate, -sum(r.refund_minor), 0 FROM returned AS r
    LEFT JOIN sale AS s ON s.merchant = r.merchant AND s.terminal = r.of_terminal
        AND s.epoch = r.of_epoch AND s.seq = r.of_seq
    WHERE r.merchant = :merchant AND r.undone_seq IS NULL AND r.bizdate BETWEEN :since AND :to
        AND coalesce(s.currency, :currency) = :currency
    GROUP BY r.bizdate
    UNION ALL
    SELECT bizdate, -json_extract(body, '$.money[1]'), 0 FROM entry
    WHERE merchant = :merchant AND bizdate BETWEEN :since AND :to
        AND kind = {KIND_CODES[Kind.RETURN_UNLINKED]} AND json_extract(body, '$.c') = :currency
) GROUP BY day ORDER BY day
"""
_KINDS = f"""
WITH f AS MATERIALIZED (SELECT member, min(day) AS first FROM purchase WHERE day <= :until
    GROUP BY member HAVING min(day) BETWEEN :began AND :until - :days)
SELECT iif(kinds > 1, 2, 1), count(*) FROM (
    SELECT count(DISTINCT l.category) AS kinds
    FROM sale AS s NOT INDEXED CROSS JOIN who ON who.id = s.member
    CROSS JOIN f ON f.member = who.n LEFT JOIN came_back AS b USING ({_PLACE})
    CROSS JOIN sale_line AS l ON l.merchant = s.merchant AND l.terminal = s.terminal
        AND l.epoch = s.epoch AND l.seq = s.seq
    WHERE s.merchant = :merchant AND s.bizdate >= :since AND l.category <> ''
        AND b.whole IS NOT 1 AND {ordinal("s.bizdate")} BETWEEN f.first AND f.first + :days
    GROUP BY f.member)
GROUP BY 1
"""
_SHORT = 92  # days up to which sales are found by their entries' days; beyond, all are read


@dataclass(frozen=True, slots=True)
class Takings:
    """Sales of a period, net of what of them came back whenever it did, in one currency.

    Of members, of marked members, and of nobody; a receipt of another till has money and no sale.
    `rewards_minor` was paid by members' points, rewards and vouchers. `foreign`: sales in others.
    """

    member_minor: int = 0
    marked_minor: int = 0
    anonymous_minor: int = 0
    member_sales: int = 0
    marked_sales: int = 0
    anonymous_sales: int = 0
    rewards_minor: int = 0
    foreign: dict[str, int] = field(default_factory=dict)

    @property
    def sales(self) -> int:
        """Of all three."""
        return self.member_sales + self.marked_sales + self.anonymous_sales

    @property
    def net_minor(self) -> int:
        """Of all three."""
        return self.member_minor + self.marked_minor + self.anonymous_minor


def takings(view: InsightView, first: date, last: date) -> Takings:
    """Of the days from `first` to `last`, by the day of the sale."""
    prepare(view)
    view.step("takings")
    found: dict[str, int] = {}
    foreign: dict[str, int] = {}
    sales = _BY_ENTRIES if (last - first).days <= _SHORT else "sale AS s NOT INDEXED"
    sql = _TAKINGS.format(sales=sales)
    for kind, currency, count, minor, paid in view.rows(
        sql, since=day_number(first), to=day_number(last)
    ):
        if currency != view.currency:
            foreign[currency] = foreign.get(currency, 0) + count
            continue
        found[f"{kind}_minor"] = found.get(f"{kind}_minor", 0) + minor
        found[f"{kind}_sales"] = found.get(f"{kind}_sales", 0) + count
        if kind == "member":
            found["rewards_minor"] = found.get("rewards_minor", 0) + paid
    return Takings(**found, foreign=foreign)


def by_member(view: InsightView, first: date, last: date) -> dict[int, int]:
    """Net minor units of each account that bought in the days."""
    prepare(view)
    view.step("by-member")
    days = {"first": first.toordinal(), "last": last.toordinal()}
    return dict(
        view.rows(
            "SELECT member, sum(net_minor) FROM purchase WHERE day BETWEEN :first AND :last "
            "AND paid > 0 GROUP BY member",
            **days,
        )
    )


def days_bought(view: InsightView, first: date, last: date) -> dict[int, int]:
    """Purchase days of each account in the days from `first` to `last`."""
    prepare(view)
    sql = "SELECT member, count(*) FROM purchase WHERE day BETWEEN :first AND :last GROUP BY member"
    return dict(view.rows(sql, first=first.toordinal(), last=last.toordinal()))


def by_day(view: InsightView, until: date) -> dict[int, int]:
    """Net minor units of members' purchases by ordinal day: what a file without books knows."""
    prepare(view)
    sql = "SELECT day, sum(net_minor) FROM purchase WHERE day <= :until GROUP BY day"
    return dict(view.rows(sql, until=until.toordinal()))


def baskets(view: InsightView, first: date, last: date) -> list[int]:
    """Net minor units of each purchase of the days that was in the report's currency."""
    prepare(view)
    days = {"first": first.toordinal(), "last": last.toordinal()}
    return [
        row[0]
        for row in view.rows(
            "SELECT net_minor FROM purchase WHERE day BETWEEN :first AND :last AND paid > 0 "
            "ORDER BY member, day",
            **days,
        )
    ]


def daily(view: InsightView, first: date, last: date) -> list[float | None]:
    """Cash of each day: sales less what was paid back on it; None where nobody bought or returned.

    A day without either is taken to be a day on which the shop was closed.
    """
    rows = view.rows(_DAILY, since=day_number(first), to=day_number(last))
    found = {day_from(day): float(minor) for day, minor, _ in rows}
    length = (last - first).days + 1
    return [found.get(first + timedelta(days=n)) for n in range(length)]


def first_sale(view: InsightView) -> date | None:
    """The day the books' sales begin, by whomever."""
    row = view.one("SELECT min(bizdate) FROM sale WHERE merchant = :merchant")
    return day_from(row[0]) if row[0] else None


def kinds(view: InsightView, began: date, until: date, days: int = 90) -> tuple[int, int]:
    """Members with two categories and more, and with one, in their first `days`.

    Of those whose first purchase was from `began` on and so long before `until`. What of a
    purchase came back in part still counts; a line without a category is of no kind.
    """
    prepare(view)
    view.step("kinds")
    facts = {"began": began.toordinal(), "until": until.toordinal(), "days": days}
    facts["since"] = day_number(began)
    counts: dict[int, int] = dict(view.rows(_KINDS, **facts))
    return counts.get(2, 0), counts.get(1, 0)


def cost_share(view: InsightView) -> Fraction | None:
    """Cost of goods as a share of their prices, over the catalogue; None without thirty of both."""
    row = view.one(
        "SELECT count(*), sum(cost_minor), sum(price_minor) FROM product "
        "WHERE merchant = :merchant AND cost_minor > 0 AND price_minor > 0"
    )
    return Fraction(row[1], row[2]) if row[0] >= _FEWEST_GOODS else None
