"""Points as an accountant follows them: in and out by month, and what was open on a day."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from datetime import date

from loyalty.ledger.entry import MEMBER_ACCOUNTS, Account, Kind
from pos.store.columns import day_from, day_number, end_from
from pos.store.insight.reading import InsightView
from pos.store.tables import ACCOUNT_CODES, ACCOUNTS, KIND_CODES, KINDS

_PLACE = "merchant, terminal, epoch, seq"
_THEIRS = ", ".join(str(ACCOUNT_CODES[account]) for account in sorted(MEMBER_ACCOUNTS))
_DEBT = ACCOUNT_CODES[Account.MEMBER_DEBT]
_MONTHS = f"""
SELECT e.bizdate / 100, account, e.kind, sum(points) FROM entry AS e JOIN posting USING ({_PLACE})
WHERE e.merchant = :merchant AND e.bizdate BETWEEN :since AND :to GROUP BY 1, 2, 3
"""
_OPENING = f"""
SELECT coalesce(sum(points), 0) FROM entry AS e JOIN posting USING ({_PLACE})
WHERE e.merchant = :merchant AND e.bizdate < :since AND account IN ({_THEIRS})
"""
_OPEN = f"""
SELECT iif(account = {_DEBT}, -1, lot_expires), sum(points)
FROM entry AS e JOIN posting USING ({_PLACE})
WHERE e.merchant = :merchant AND e.bizdate <= :to AND account IN ({_THEIRS}) GROUP BY 1
"""
_BY_HAND = f"""
SELECT bizdate, body FROM entry WHERE merchant = :merchant AND bizdate BETWEEN :since AND :to
AND kind = {KIND_CODES[Kind.ADJUSTMENT]} ORDER BY bizdate, terminal, epoch, seq
"""
_LEDGER = f"""
SELECT coalesce(sum(points), 0) FROM posting WHERE merchant = :merchant AND account IN ({_THEIRS})
"""
_BALANCES = """
SELECT coalesce(sum(iif(side = 2, -points, points)), 0) FROM lot WHERE merchant = :merchant
"""
_IDLE = """
SELECT coalesce(sum(points), 0) FROM lot WHERE merchant = :merchant AND side = 1 AND NOT EXISTS (
    SELECT 1 FROM member_day AS d WHERE d.merchant = lot.merchant AND d.member = lot.member
    AND d.day > :since AND d.acts > 0)
"""
_HEADS = """
SELECT terminal, epoch, max(seq), hash FROM entry WHERE merchant = :merchant
GROUP BY terminal, epoch ORDER BY terminal, epoch
"""

Moved = dict[tuple[Account, Kind], int]
"""Points by account and by what kind of entry moved them; they sum to nothing."""

OWED, NEVER, SLIDING = "owed", "never", "sliding"


def books_mark(view: InsightView) -> str:
    """What stands for these books: a hash over the newest entry of each chain, hexadecimal.

    (SQLite takes the other columns of a `max` from the same row.)
    """
    told = hashlib.sha256()
    for terminal, epoch, seq, mark in view.rows(_HEADS):
        told.update(f"{terminal}-{epoch}-{seq}-".encode() + bytes(mark))
    return told.hexdigest()


def opening(view: InsightView, first: date) -> int:
    """Points of all members before a day, pending ones included, debts taken off."""
    view.step("points-opening")
    found: int = view.one(_OPENING, since=day_number(first))[0]
    return found


def moved_by_month(view: InsightView, first: date, last: date) -> dict[date, Moved]:
    """The postings of the days, by the first day of their month, oldest first."""
    view.step("points-moved")
    found: defaultdict[date, Moved] = defaultdict(dict)
    rows = view.rows(_MONTHS, since=day_number(first), to=day_number(last))
    for month, account, kind, points in sorted(rows):
        found[day_from(month * 100 + 1)][ACCOUNTS[account], KINDS[kind]] = points
    return dict(found)


def open_by_end(view: InsightView, on: date) -> dict[str, int]:
    """Points open at the end of a day by the month they end ("2026-11"), oldest first.

    Behind them `sliding` (they end so long after the last visit), `never` and `owed` (below 0).
    """
    view.step("points-open")
    found: defaultdict[str, int] = defaultdict(int)
    for number, points in view.rows(_OPEN, to=day_number(on)):
        if number == -1:
            found[OWED] += points
            continue
        day, slides = end_from(number)
        name = SLIDING if slides else f"{day.year:04d}-{day.month:02d}" if day else NEVER
        found[name] += points
    last = (SLIDING, NEVER, OWED)
    order = sorted(found, key=lambda name: (last.index(name) + 1 if name in last else 0, name))
    return {name: found[name] for name in order if found[name]}


def by_hand(view: InsightView, first: date, last: date) -> list[tuple[date, str]]:
    """The adjustments of the days: when, and the body that tells who and why."""
    rows = view.rows(_BY_HAND, since=day_number(first), to=day_number(last))
    return [(day_from(number), body) for number, body in rows]


def reconciled(view: InsightView) -> tuple[int, int]:
    """As the books stand now: what the members' lots hold, and what the ledger says they do."""
    view.step("points-reconciled")
    return view.one(_BALANCES)[0], view.one(_LEDGER)[0]


def idle(view: InsightView, since: date) -> int:
    """Points to spend of members who did nothing after a day, as the books stand now."""
    found: int = view.one(_IDLE, since=day_number(since))[0]
    return found
