"""The last day of points, and the entry that closes a lot after it."""

from __future__ import annotations

import calendar
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loyalty.ledger.account import Account, Lot
from loyalty.ledger.entry import Account as Ledger
from loyalty.ledger.entry import EntryKey, Kind, LotRef
from loyalty.ledger.expiry import expiry_entries, expiry_source, last_day
from loyalty.rules.program import ExpiryKind, ExpiryRule
from tests.rules.book import MEMBER

LAST_DAYS = """
earned     | rule            | last day
2025-01-31 | never           | -
2025-01-31 | 1 month         | 2025-02-28
2024-01-31 | 1 month         | 2024-02-29
2025-01-30 | 1 month         | 2025-02-28
2025-01-28 | 1 month         | 2025-02-28
2025-02-28 | 1 month         | 2025-03-28
2025-03-31 | 1 month         | 2025-04-30
2025-12-31 | 1 month         | 2026-01-31
2025-12-15 | 1 month         | 2026-01-15
2025-12-31 | 2 months        | 2026-02-28
2025-11-30 | 3 months        | 2026-02-28
2024-02-29 | 12 months       | 2025-02-28
2024-02-29 | 48 months       | 2028-02-29
2025-07-06 | 12 months       | 2026-07-06
2025-07-06 | 13 months       | 2026-08-06
2025-01-01 | 24 months       | 2027-01-01
2025-01-01 | 1 month end     | 2025-02-28
2025-01-31 | 1 month end     | 2025-02-28
2024-01-02 | 1 month end     | 2024-02-29
2025-07-06 | 12 months end   | 2026-07-31
2025-12-01 | 12 months end   | 2026-12-31
2025-06-10 | on 12-31        | 2025-12-31
2025-12-30 | on 12-31        | 2025-12-31
2025-12-31 | on 12-31        | 2026-12-31
2026-01-01 | on 12-31        | 2026-12-31
2025-01-01 | on 03-31        | 2025-03-31
2025-03-31 | on 03-31        | 2026-03-31
2025-04-01 | on 03-31        | 2026-03-31
2025-01-01 | on 02-29        | 2025-02-28
2024-01-01 | on 02-29        | 2024-02-29
2025-02-28 | on 02-29        | 2026-02-28
2024-02-28 | on 02-29        | 2024-02-29
2024-02-29 | on 02-29        | 2025-02-28
"""


def rule(text: str) -> ExpiryRule:
    match text.split():
        case ["never"]:
            return ExpiryRule()
        case ["on", day]:
            month, number = day.split("-")
            return ExpiryRule(ExpiryKind.CALENDAR, month=int(month), day=int(number))
        case [months, _, *end]:
            return ExpiryRule(ExpiryKind.MONTHS, int(months), to_month_end=bool(end))
    raise AssertionError(text)


@pytest.mark.parametrize("row", LAST_DAYS.strip().splitlines()[1:])
def test_points_end_on_the_day_the_rule_says(row: str) -> None:
    earned, words, expected = (part.strip() for part in row.split("|"))
    found = last_day(rule(words), date.fromisoformat(earned))
    assert (found.isoformat() if found else "-") == expected


days = st.dates(date(2000, 1, 1), date(2100, 1, 1))


@given(days, st.integers(1, 120), st.booleans())
def test_a_rolling_end_falls_in_the_right_month(earned: date, months: int, end: bool) -> None:
    last = last_day(ExpiryRule(ExpiryKind.MONTHS, months, to_month_end=end), earned)
    assert last is not None
    assert (last.year - earned.year) * 12 + last.month - earned.month == months
    length = calendar.monthrange(last.year, last.month)[1]
    assert last.day == (length if end else min(earned.day, length))


@given(days, st.integers(1, 12), st.integers(1, 31))
def test_a_calendar_end_lies_within_the_next_year(earned: date, month: int, day: int) -> None:
    last = last_day(ExpiryRule(ExpiryKind.CALENDAR, month=month, day=day), earned)
    assert last is not None
    assert earned < last <= earned + timedelta(days=366)
    assert last.month == month


@given(days, days, st.integers(1, 120), st.booleans())
def test_points_earned_later_never_end_earlier(a: date, b: date, months: int, end: bool) -> None:
    rolling = ExpiryRule(ExpiryKind.MONTHS, months, to_month_end=end)
    first, second = last_day(rolling, min(a, b)), last_day(rolling, max(a, b))
    assert first is not None
    assert second is not None
    assert first <= second


def lot(seq: int, points: int, until: date | None) -> Lot:
    return Lot(LotRef(EntryKey(1, 1, seq), seq, until), points)


TODAY = date(2025, 3, 1)
YESTERDAY = TODAY - timedelta(days=1)


def test_the_last_day_itself_is_usable() -> None:
    account = Account((lot(1, 5, TODAY),))
    assert account.spendable(TODAY) == 5
    assert expiry_entries(account, MEMBER, TODAY, 0, 1) == ()


def test_a_lot_is_closed_the_day_after() -> None:
    account = Account((lot(1, 5, YESTERDAY), lot(2, 7, TODAY), lot(3, 9, None)))
    (entry,) = expiry_entries(account, MEMBER, TODAY, 1000, 4)
    assert (entry.kind, entry.member, entry.program) == (Kind.EXPIRY, MEMBER, 4)
    assert (entry.at_ms, entry.business_date) == (1000, TODAY)
    assert [(p.account, p.points) for p in entry.postings] == [
        (Ledger.MEMBER, -5),
        (Ledger.EXPIRED, 5),
    ]
    assert account.applied(entry).lots == account.lots[1:]


def test_each_ended_lot_has_its_own_entry() -> None:
    account = Account((lot(1, 5, YESTERDAY), lot(2, 5, YESTERDAY)))
    entries = expiry_entries(account, MEMBER, TODAY, 0, 1)
    assert len({entry.source for entry in entries}) == 2


def test_the_same_lot_expires_under_the_same_source_whenever_it_is_asked() -> None:
    account = Account((lot(1, 5, YESTERDAY),))
    (first,) = expiry_entries(account, MEMBER, TODAY, 1, 1)
    (again,) = expiry_entries(account, MEMBER, TODAY + timedelta(days=9), 2, 3)
    assert first.source == again.source


@pytest.mark.parametrize(
    "other",
    [
        lot(2, 5, YESTERDAY),
        lot(1, 6, YESTERDAY),
        lot(1, 5, YESTERDAY - timedelta(days=1)),
        lot(1, 5, None),
        Lot(LotRef(EntryKey(2, 1, 1), 1, YESTERDAY), 5),
        Lot(LotRef(EntryKey(1, 2, 1), 1, YESTERDAY), 5),
    ],
)
def test_another_lot_expires_under_another_source(other: Lot) -> None:
    one = lot(1, 5, YESTERDAY)
    assert expiry_source(one.ref, one.points) != expiry_source(other.ref, other.points)
