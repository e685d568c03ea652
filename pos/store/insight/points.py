"""Points: earned and spent, what is open and until when, and spends by their month of issue."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from loyalty.days import months_later
from loyalty.insight.liability.ladder import Issue
from loyalty.ledger.entry import Account, Kind
from pos.store.columns import SLIDES, day_from, day_number
from pos.store.insight.purchases import month_of, prepare
from pos.store.insight.reading import InsightView
from pos.store.tables import ACCOUNT_CODES, KIND_CODES

_PLACE = "merchant, terminal, epoch, seq"
_ISSUED, _REDEEMED = ACCOUNT_CODES[Account.ISSUED], ACCOUNT_CODES[Account.REDEEMED]
_MEMBER = ACCOUNT_CODES[Account.MEMBER]
_SALE, _RETURN = KIND_CODES[Kind.SALE], KIND_CODES[Kind.RETURN]
_FLOW = f"""
SELECT coalesce(-sum(points) FILTER (WHERE account = {_ISSUED}), 0),
    coalesce(sum(points) FILTER (WHERE account = {_REDEEMED}), 0), count(DISTINCT who.n)
FROM entry AS e JOIN posting USING ({_PLACE}) JOIN who ON who.id = e.member
JOIN unit ON unit.n = who.n
WHERE e.merchant = :merchant AND e.bizdate BETWEEN :since AND :to
    AND account IN ({_ISSUED}, {_REDEEMED}) AND unit.mark IS NULL
"""
_MOVED = f"""
SELECT account, e.kind, sum(points) FROM entry AS e JOIN posting USING ({_PLACE})
WHERE e.merchant = :merchant AND e.bizdate BETWEEN :since AND :to GROUP BY account, e.kind
"""
_OPEN = """
SELECT coalesce(sum(points), 0), count(DISTINCT member) FROM lot
WHERE merchant = :merchant AND side = 1
"""
_ENDS = """
SELECT expires, sum(points) FROM lot WHERE merchant = :merchant AND side = 1
    AND (expires IS NULL OR expires < :slides) GROUP BY expires
"""
_SLIDING = """
SELECT expires - :slides, (SELECT max(day) FROM member_day AS d WHERE d.merchant = lot.merchant
    AND d.member = lot.member AND d.acts > 0) AS latest, sum(points)
FROM lot WHERE merchant = :merchant AND side = 1 AND expires > :slides GROUP BY 1, latest
"""
_GIVEN = ", ".join(
    str(KIND_CODES[kind]) for kind in (Kind.SALE, Kind.CLAIM, Kind.ACTIVITY, Kind.REFERRAL)
)
_ISSUES = f"""
SELECT {month_of("on_day")}, sum(points) FROM (
    SELECT bizdate AS on_day, earned AS points FROM sale
        WHERE merchant = :merchant AND bizdate <= :to
    UNION ALL
    SELECT e.bizdate, -p.points FROM entry AS e INDEXED BY entry_day CROSS JOIN posting AS p
        USING ({_PLACE}) WHERE e.merchant = :merchant AND e.bizdate <= :to
        AND e.kind NOT IN ({_SALE}, {_RETURN}) AND p.account = {_ISSUED}
    UNION ALL
    SELECT s.bizdate, -p.points FROM returned AS r JOIN posting AS p USING ({_PLACE})
        JOIN sale AS s ON s.merchant = r.merchant AND s.terminal = r.of_terminal
        AND s.epoch = r.of_epoch AND s.seq = r.of_seq
        WHERE r.merchant = :merchant AND r.bizdate <= :to AND p.account = {_ISSUED}
) GROUP BY 1
"""
_LOT = """
e0.merchant = p.merchant AND e0.terminal = p.lot_terminal AND e0.epoch = p.lot_epoch
AND e0.seq = p.lot_seq
"""
_SPENDS = f"""
SELECT {month_of("issued")}, {month_of("spent")}, sum(points) FROM (
    SELECT e0.bizdate AS issued, s.bizdate AS spent, -p.points AS points
    FROM sale AS s NOT INDEXED CROSS JOIN posting AS p USING ({_PLACE})
    CROSS JOIN entry AS e0 ON {_LOT}
    WHERE s.merchant = :merchant AND s.redeemed > 0 AND s.bizdate <= :to
        AND p.account = {_MEMBER} AND p.points < 0 AND e0.kind IN ({_GIVEN})
    UNION ALL
    SELECT e0.bizdate, e.bizdate, -p.points
    FROM entry AS e INDEXED BY entry_day CROSS JOIN posting AS p USING ({_PLACE})
    CROSS JOIN entry AS e0 ON {_LOT}
    WHERE e.merchant = :merchant AND e.kind = {KIND_CODES[Kind.REWARD_TAKEN]} AND e.bizdate <= :to
        AND p.account = {_MEMBER} AND p.points < 0 AND e0.kind IN ({_GIVEN})
    UNION ALL
    SELECT e0.bizdate, s.bizdate, -p.points
    FROM returned AS r JOIN posting AS p USING ({_PLACE}) JOIN sale AS s
        ON s.merchant = r.merchant AND s.terminal = r.of_terminal AND s.epoch = r.of_epoch
        AND s.seq = r.of_seq
    JOIN entry AS e0 ON {_LOT}
    WHERE r.merchant = :merchant AND r.restored > 0 AND r.undone_seq IS NULL
        AND r.bizdate <= :to AND p.account = {_MEMBER} AND p.points > 0
        AND e0.kind IN ({_GIVEN})
) GROUP BY 1, 2
"""
_BORNE = """
SELECT coalesce(sum(s.paid_minor), 0), coalesce(sum(s.redeemed), 0) FROM sale AS s
WHERE s.merchant = :merchant AND s.bizdate BETWEEN :since AND :to AND s.redeemed > 0
    AND s.currency = :currency
"""


@dataclass(frozen=True, slots=True)
class Flow:
    """Points of a period, net of what returns took back and gave back; `members` who moved any.

    Balances brought from another system and points by hand are neither earned nor spent.
    """

    earned: int
    spent: int
    members: int


@dataclass(frozen=True, slots=True)
class Open:
    """Points that may be spent, of how many members, and points by the month they end.

    `ageing`: "2026-11", or "" for those that never end. Sliding ones end by the last act so far.
    """

    points: int
    members: int
    ageing: Mapping[str, int]


def flow(view: InsightView, first: date, last: date) -> Flow:
    """Of the days from `first` to `last`, by the day of the entry."""
    prepare(view)
    view.step("flow")
    return Flow(*view.one(_FLOW, since=day_number(first), to=day_number(last)))


def moved(view: InsightView, first: date, last: date) -> dict[tuple[Account, Kind], int]:
    """Points moved in the days on every account, by what kind of entry."""
    accounts = {code: account for account, code in ACCOUNT_CODES.items()}
    kinds = {code: kind for kind, code in KIND_CODES.items()}
    rows = view.rows(_MOVED, since=day_number(first), to=day_number(last))
    return {(accounts[account], kinds[kind]): points for account, kind, points in rows}


def open_points(view: InsightView) -> Open:
    """Of everybody, marked members too: they are owed all the same."""
    view.step("open-points")
    ageing: defaultdict[str, int] = defaultdict(int)
    for number, points in view.rows(_ENDS, slides=SLIDES):
        ageing[_month(day_from(number)) if number else ""] += points
    for months, latest, points in view.rows(_SLIDING, slides=SLIDES):
        ends = months_later(day_from(latest), months) if latest else None
        ageing[_month(ends) if ends else ""] += points
    points, members = view.one(_OPEN)
    return Open(points, members, dict(sorted(ageing.items())))


def issues(view: InsightView, until: date) -> tuple[Issue, ...]:
    """Points earned by month, oldest first to the month of `until`, and spent by their age.

    A spend belongs to the month its lot was earned in, and a restoration to the spend it undoes.
    Lots of other systems' balances, of points by hand and of other terminals are left out.
    """
    view.step("issues")
    to = day_number(until)
    issued = {month: points for month, points in view.rows(_ISSUES, to=to) if points > 0}
    if not issued:
        return ()
    spent: defaultdict[tuple[int, int], int] = defaultdict(int)
    for month, on, points in view.rows(_SPENDS, to=to):
        spent[month, on] += points
    last = until.year * 12 + until.month - 1
    found = []
    for month in range(min(issued), last + 1):
        row = tuple(max(0, spent[month, on]) for on in range(month, last + 1))
        found.append(Issue(max(issued.get(month, 0), sum(row)), row))
    return tuple(found)


def paid_a_point(view: InsightView, first: date, last: date) -> tuple[int, int]:
    """Minor units that were not paid in money where points were spent, and those points."""
    row = view.one(_BORNE, since=day_number(first), to=day_number(last))
    return row[0], row[1]


def _month(day: date) -> str:
    return f"{day.year:04d}-{day.month:02d}"
