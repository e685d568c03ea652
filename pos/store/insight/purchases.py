"""What members bought, by day: the temporary tables that every figure is counted from.

A purchase is a (member, day of the sale) with something left: returns that stand are booked to the
day of their sale, and what came back whole is none. Members follow merges and share a household's
account. Marked ones (staff, test, wholesale) are left out. Money is what was paid in money.
"""

from __future__ import annotations

from loyalty.claims.receipt import OWN
from loyalty.ledger.entry import Kind
from pos.store.insight.reading import InsightView
from pos.store.tables import KIND_CODES

_CLAIM = KIND_CODES[Kind.CLAIM]
_LONGEST_CHAIN = 16  # merges behind one member; merging keeps it at one


def ordinal(number: str) -> str:
    """SQL for the day number 20261122 of a column as Python's `date.toordinal` counts.

    Days from the civil calendar, March first (H. Hinnant, "chrono-compatible low-level date
    algorithms").
    """
    year, month, day = f"({number}/10000)", f"({number}/100%100)", f"({number}%100)"
    y = f"({year}-({month}<3))"
    return f"(365*{y}+{y}/4-{y}/100+{y}/400+(153*(({month}+9)%12)+2)/5+{day}-306)"


def month_of(number: str) -> str:
    """SQL for the months since year 0 of such a column."""
    return f"({number}/10000*12+{number}/100%100-1)"


def prepare(view: InsightView) -> None:
    """Make all tables below, unless they hold for this state of the books already.

    `unit(n, id, mark)`: accounts by a small number. `who(id, n)`: every member's account.
    `came_back(terminal, epoch, seq, refund_minor, whole)`: sales of which units came back.
    `owner(terminal, epoch, seq, id)`: sales to nobody whose receipt was credited since.
    `elsewhere(n, id, day, minor, currency)`: credited receipts of other tills, by day number.
    `purchase(member, day, month, sales, paid, net_minor)`: `member` is a unit's number, `day`
    ordinal, `month` since year 0; `sales` of that day with something left, `paid` of them in the
    report's currency (the rest is a purchase without money). The key is member, day. A credited
    receipt of our own is the sale it was printed for, once; one of another till is a purchase of
    the day it was printed.
    """
    if "purchases" in view.made:
        return
    _people(view)
    view.make("came_back", f"{_PLACE}, refund_minor INTEGER, whole INTEGER, {_KEY}", _CAME_BACK)
    _claims(view)
    view.make(
        "purchase",
        "member INTEGER, day INTEGER, month INTEGER, sales INTEGER, paid INTEGER, "
        "net_minor INTEGER, PRIMARY KEY (member, day)",
        _PURCHASES,
    )
    view.made.add("purchases")


_PLACE = "terminal INTEGER, epoch INTEGER, seq INTEGER"
_KEY = "PRIMARY KEY (terminal, epoch, seq)"
_FOLLOWED = """
UPDATE up SET at = m.{0} FROM member AS m
WHERE m.merchant = :merchant AND m.id = up.at AND m.{0} IS NOT NULL AND m.{0} <> up.at
"""
_CAME_BACK = """
INSERT INTO came_back
SELECT r.of_terminal, r.of_epoch, r.of_seq, sum(r.refund_minor),
    sum((SELECT sum(l.units) FROM returned_line AS l WHERE l.merchant = r.merchant
        AND l.terminal = r.terminal AND l.epoch = r.epoch AND l.seq = r.seq))
    >= (SELECT sum(s.units) FROM sale_line AS s WHERE s.merchant = r.merchant
        AND s.terminal = r.of_terminal AND s.epoch = r.of_epoch AND s.seq = r.of_seq)
FROM returned AS r
JOIN sale ON sale.merchant = r.merchant AND sale.terminal = r.of_terminal
    AND sale.epoch = r.of_epoch AND sale.seq = r.of_seq
WHERE r.merchant = :merchant AND r.undone_seq IS NULL
GROUP BY r.of_terminal, r.of_epoch, r.of_seq
"""
_STANDING = f"""
SELECT c.scheme, c.receipt, c.member, c.issued_on, c.total_minor, json_extract(e.body, '$.r.c')
FROM (SELECT *, row_number() OVER (PARTITION BY scheme, receipt
        ORDER BY terminal DESC, epoch DESC, seq DESC) AS newest
    FROM claimed WHERE merchant = :merchant) AS c
JOIN entry AS e ON e.merchant = c.merchant AND e.terminal = c.terminal
    AND e.epoch = c.epoch AND e.seq = c.seq
WHERE c.newest = 1 AND c.kind = {_CLAIM} AND c.member IS NOT NULL
"""
_NOBODYS = """
SELECT member IS NULL FROM sale WHERE merchant = :merchant
AND terminal = :terminal AND epoch = :epoch AND seq = :seq
"""
# Sales are read in the order they lie in, not member by member through an index: ten times as fast.
_PURCHASES = f"""
INSERT INTO purchase
SELECT n, {ordinal("day")}, {month_of("day")}, count(*), sum(ours),
    sum(CASE WHEN ours THEN minor ELSE 0 END)
FROM (
    SELECT who.n, s.bizdate AS day, s.currency = :currency AS ours,
        s.total_minor - s.paid_minor - coalesce(b.refund_minor, 0) AS minor
    FROM sale AS s NOT INDEXED CROSS JOIN who ON who.id = s.member
    LEFT JOIN came_back AS b USING ({{place}})
    WHERE s.merchant = :merchant AND b.whole IS NOT 1
    UNION ALL
    SELECT who.n, s.bizdate, s.currency = :currency,
        s.total_minor - s.paid_minor - coalesce(b.refund_minor, 0)
    FROM owner CROSS JOIN sale AS s USING ({{place}}) JOIN who ON who.id = owner.id
    LEFT JOIN came_back AS b USING ({{place}})
    WHERE s.merchant = :merchant AND b.whole IS NOT 1
    UNION ALL
    SELECT who.n, e.day, e.currency = :currency, e.minor
    FROM elsewhere AS e JOIN who ON who.id = e.id
)
JOIN unit USING (n) WHERE unit.mark IS NULL GROUP BY n, day
""".replace("{place}", "terminal, epoch, seq")


def _people(view: InsightView) -> None:
    """Whose account each member's is by now. A sale may be of somebody these books do not know."""
    view.make(
        "up",
        "id BLOB PRIMARY KEY, at BLOB",
        "INSERT INTO up SELECT id, coalesce(merged_into, id) FROM member "
        "WHERE merchant = :merchant",
        "INSERT OR IGNORE INTO up SELECT DISTINCT member, member FROM sale "
        "WHERE merchant = :merchant AND member IS NOT NULL",
    )
    for _ in range(_LONGEST_CHAIN):
        if not view.run(_FOLLOWED.format("merged_into")):
            break
    view.run(_FOLLOWED.format("household"))
    view.make(
        "unit",
        "n INTEGER PRIMARY KEY, id BLOB, mark TEXT",
        "INSERT INTO unit SELECT row_number() OVER (ORDER BY up.at), up.at, min(mark.kind) FROM up "
        "LEFT JOIN mark ON mark.merchant = :merchant AND mark.member = up.id GROUP BY up.at",
    )
    view.make(
        "who",
        "id BLOB PRIMARY KEY, n INTEGER",
        "INSERT INTO who SELECT id, dense_rank() OVER (ORDER BY at) FROM up",
    )


def _claims(view: InsightView) -> None:
    view.make("owner", f"{_PLACE}, id BLOB, {_KEY}")
    view.make(
        "elsewhere",
        "n INTEGER PRIMARY KEY, id BLOB, day INTEGER, minor INTEGER, currency TEXT",
    )
    for n, (scheme, receipt, member, day, minor, currency) in enumerate(view.rows(_STANDING)):
        place = _place_of(receipt) if scheme == OWN else {}
        nobodys = view.rows(_NOBODYS, **place) if place else []
        if not nobodys:
            facts = {"n": n, "id": member, "day": day, "minor": minor, "of": currency or ""}
            view.run("INSERT INTO elsewhere VALUES (:n, :id, :day, :minor, :of)", **facts)
        elif nobodys[0][0]:
            view.run("INSERT INTO owner VALUES (:terminal, :epoch, :seq, :id)", id=member, **place)


def _place_of(receipt: str) -> dict[str, int]:
    """Where a sale of ours stands, by the key of its receipt (`own_key`); empty for no such key."""
    parts = receipt.split("-")
    if len(parts) != 3 or not all(part.isascii() and part.isdigit() for part in parts):
        return {}
    return dict(zip(("terminal", "epoch", "seq"), (int(part[:18]) for part in parts), strict=True))
