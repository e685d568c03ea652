"""Counts behind the patterns worth a manager's look, by operator and member: for reports' own
connection (`insight.reading`), so the statements are SQLite's own text.

A merged member counts as the one they were merged into. Days are numbers like 20261122.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Protocol
from uuid import UUID

from loyalty.claims.receipt import OWN
from loyalty.ledger.entry import Kind
from pos.store.tables import KIND_CODES

Row = tuple[Any, ...]
HOUR_MS = 3_600_000
_CLAIM, _ADJUSTED = KIND_CODES[Kind.CLAIM], KIND_CODES[Kind.ADJUSTMENT]
_UNLINKED = KIND_CODES[Kind.RETURN_UNLINKED]


class Asking(Protocol):
    """What answers a question in SQL; `:merchant` is known to it."""

    def rows(self, sql: str, **facts: object) -> list[Row]: ...


@dataclass(frozen=True, slots=True)
class Days:
    """Days that are looked at, `first` to `last`, and those before, from `since`, to compare."""

    since: int
    first: int
    last: int

    @property
    def facts(self) -> dict[str, object]:
        """As the statements name them."""
        return {"since": self.since, "first": self.first, "last": self.last}


@dataclass(frozen=True, slots=True)
class Tried:
    """How often something was seen of somebody: `hits` of `tries`, now and on the days before."""

    operator: str
    member: UUID | None
    hits: int
    tries: int
    hits_before: int = 0
    tries_before: int = 0


_SOLD = """
WITH sold AS (
    SELECT s.operator, coalesce(m.merged_into, s.member) AS member, s.at_ms, s.bizdate,
        s.bizdate >= :first AS now
    FROM entry AS e CROSS JOIN sale AS s USING (merchant, terminal, epoch, seq)
    LEFT JOIN member AS m ON m.merchant = s.merchant AND m.id = s.member
    WHERE e.merchant = :merchant AND e.bizdate BETWEEN :since AND :last AND e.kind = 1
    AND s.operator <> ''
)
"""
_FOUR = """
    sum(hit AND now), sum(now), sum(hit AND NOT now), sum(NOT now)
"""
_OWN_CARD = f"""
{_SOLD}, tried AS (
    SELECT sold.operator, sold.now, k.member IS NOT NULL AS hit
    FROM sold LEFT JOIN mark AS k ON k.merchant = :merchant AND k.member = sold.member
        AND k.kind = 'staff' AND k.operator = sold.operator
    WHERE sold.member IS NOT NULL
)
SELECT operator, NULL, {_FOUR} FROM tried GROUP BY operator ORDER BY operator
"""
_QUICK = f"""
{_SOLD}, followed AS (
    SELECT operator, member, now, at_ms - lag(at_ms) OVER (
        PARTITION BY member ORDER BY at_ms) AS after_ms
    FROM sold WHERE member IS NOT NULL
), tried AS (
    SELECT operator, member, now, coalesce(after_ms < :within_ms, 0) AS hit FROM followed
)
SELECT operator, member, {_FOUR} FROM tried GROUP BY operator, member
ORDER BY operator, member
"""
_LATE = f"""
WITH tried AS (
    SELECT coalesce(json_extract(e.body, '$.x.o'), '') AS operator,
        coalesce(m.merged_into, c.member) AS member, e.bizdate >= :first AS now,
        e.at_ms - c.issued_ms > :after_ms AS hit
    FROM entry AS e JOIN claimed AS c USING (merchant, terminal, epoch, seq)
    LEFT JOIN member AS m ON m.merchant = c.merchant AND m.id = c.member
    WHERE e.merchant = :merchant AND e.bizdate BETWEEN :since AND :last AND e.kind = {_CLAIM}
    AND c.scheme = '{OWN}' AND c.issued_ms IS NOT NULL AND c.member IS NOT NULL
)
SELECT operator, member, {_FOUR} FROM tried WHERE operator <> '' GROUP BY operator, member
ORDER BY operator, member
"""
_VISITS = f"""
{_SOLD}
SELECT member, sum(now), sum(NOT now) FROM sold WHERE member IS NOT NULL GROUP BY member
"""
_BACK = f"""
{_SOLD}, tried AS (
    SELECT operator, now, 0 AS hit FROM sold
    UNION ALL
    SELECT operator, bizdate >= :first, 1 FROM returned
    WHERE merchant = :merchant AND bizdate BETWEEN :since AND :last AND void = 1
    AND undone_seq IS NULL AND operator <> ''
)
SELECT operator, NULL, {_FOUR} FROM tried GROUP BY operator ORDER BY operator
"""
_WITHOUT_GOODS = f"""
{_SOLD}, tried AS (
    SELECT operator, now, 0 AS hit FROM sold
    UNION ALL
    SELECT coalesce(json_extract(body, '$.o'), ''), bizdate >= :first, 1 FROM entry
    WHERE merchant = :merchant AND bizdate BETWEEN :since AND :last AND kind = {_UNLINKED}
)
SELECT operator, NULL, {_FOUR} FROM tried WHERE operator <> '' GROUP BY operator ORDER BY operator
"""
_ADJUSTMENTS = f"""
SELECT e.bizdate, coalesce(json_extract(e.body, '$.o'), ''), coalesce(m.merged_into, e.member),
    json_extract(e.body, '$.p'), coalesce(json_extract(e.body, '$.ok'), '')
FROM entry AS e LEFT JOIN member AS m ON m.merchant = e.merchant AND m.id = e.member
WHERE e.merchant = :merchant AND e.bizdate BETWEEN :since AND :last AND e.kind = {_ADJUSTED}
ORDER BY e.at_ms, e.terminal, e.epoch, e.seq
"""
_ONE_TILL = f"""
{_SOLD}, seen AS (
    SELECT operator, member, at_ms / {HOUR_MS} AS hour FROM sold WHERE now
), house AS (
    SELECT hour, operator, count(*) AS n FROM seen GROUP BY hour, operator
), whole AS (
    SELECT hour, sum(n) AS n FROM house GROUP BY hour
), mine AS (
    SELECT member, operator, hour, count(*) AS n FROM seen
    WHERE member IS NOT NULL GROUP BY member, operator, hour
), visits AS (
    SELECT member, hour, sum(n) AS n FROM mine GROUP BY member, hour
), often AS (
    SELECT member, operator, sum(n) AS hits FROM mine GROUP BY member, operator
    HAVING hits >= :least
)
SELECT o.operator, o.member, o.hits, sum(v.n),
    sum(v.n * 1.0 * (coalesce(h.n, 0) - coalesce(k.n, 0)) / (w.n - v.n))
FROM often AS o
JOIN visits AS v ON v.member = o.member
JOIN whole AS w ON w.hour = v.hour AND w.n > v.n
LEFT JOIN house AS h ON h.hour = v.hour AND h.operator = o.operator
LEFT JOIN mine AS k ON k.member = o.member AND k.operator = o.operator AND k.hour = v.hour
GROUP BY o.operator, o.member ORDER BY o.operator, o.member
"""


def own_cards(view: Asking, days: Days) -> list[Tried]:
    """Sales an operator rang up with their own marked card, of theirs with any card."""
    return _tried(view.rows(_OWN_CARD, **days.facts))


def quick_repeats(view: Asking, days: Days, within_ms: int) -> list[Tried]:
    """Sales of a member so soon after the one before, by who rang them up."""
    return _tried(view.rows(_QUICK, within_ms=within_ms, **days.facts))


def late_attached(view: Asking, days: Days, after_ms: int) -> list[Tried]:
    """Our own receipts a member was credited for so long after they were paid, of theirs that
    were ever credited that way.
    """
    return _tried(view.rows(_LATE, after_ms=after_ms, **days.facts))


def visits(view: Asking, days: Days) -> dict[UUID, tuple[int, int]]:
    """Sales with each member's card, now and before."""
    rows = view.rows(_VISITS, **days.facts)
    return {UUID(bytes=member): (now, before) for member, now, before in rows}


def voids(view: Asking, days: Days) -> list[Tried]:
    """Sales taken back at once, beside sales: `tries` are both together."""
    return _tried(view.rows(_BACK, **days.facts))


def returns_without_goods(view: Asking, days: Days) -> list[Tried]:
    """Returns that name no sale, beside sales: `tries` are both together."""
    return _tried(view.rows(_WITHOUT_GOODS, **days.facts))


@dataclass(frozen=True, slots=True)
class ByHand:
    """An adjustment; `approved`: who allowed it, or empty."""

    day: int
    operator: str
    member: UUID | None
    points: int
    approved: str


def adjustments(view: Asking, days: Days) -> list[ByHand]:
    """Every adjustment, the oldest first."""
    return [
        ByHand(day, who, UUID(bytes=member) if member else None, points, approved)
        for day, who, member, points, approved in view.rows(_ADJUSTMENTS, **days.facts)
        if isinstance(points, int)
    ]


@dataclass(frozen=True, slots=True)
class OneTill:
    """A member whom one operator served so often of all visits, in hours when others sold as well;
    `expected`: how often it would have been, as the others of those hours were served.
    """

    operator: str
    member: UUID
    hits: int
    visits: int
    expected: float


def one_till(view: Asking, days: Days, least: int) -> list[OneTill]:
    """Members served `least` times or more by the same operator."""
    rows = view.rows(_ONE_TILL, least=least, **days.facts)
    return [OneTill(who, UUID(bytes=member), *counts) for who, member, *counts in rows]


def _tried(rows: list[Row]) -> list[Tried]:
    return [
        Tried(who, UUID(bytes=member) if member else None, *counts) for who, member, *counts in rows
    ]
