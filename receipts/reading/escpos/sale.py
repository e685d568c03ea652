"""A slip read as what it is: a sale with its total, or something that is none and earns nothing.

The figures are found by the same rules as on photographed paper (`receipts.reading.text`); here
only is decided what kind of paper it is. In doubt it is no sale.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from receipts.reading.escpos.captured import Captured, SlipKind
from receipts.reading.escpos.kinds import kind_of
from receipts.reading.escpos.layout import Layout, date_lines, marked, number_at, total_at
from receipts.reading.escpos.slip import Slip
from receipts.reading.text.dates import clock_time, days
from receipts.reading.text.figures import Line, currency_on, figures
from receipts.reading.text.items import items
from receipts.reading.text.numbers import receipt_number
from receipts.reading.text.page import Page
from receipts.reading.text.roles import Role
from receipts.reading.text.totals import total_of


def read_sale(
    slip: Slip,
    today: date,
    *,
    country: str = "",
    currency: str = "",
    layouts: Sequence[Layout] = (),
) -> Captured:
    """What a slip is. Learned layouts come first, the first that fits; then words and arithmetic.

    `today`: of the shop, against dates in the future; `country`: ISO 3166, for the order of a
    date's parts; `currency`: ISO 4217, whether amounts have cents.
    """
    if slip.unread:
        return Captured(SlipKind.UNKNOWN)
    named = next((one for one in layouts if marked(one, slip.lines)), None)
    if named is not None:
        return Captured(named.kind, layout=named.name)
    page = Page.of_text("\n".join(slip.lines))
    rows = tuple(row.text for row in page.rows)
    lines = figures(page, currency_on(page, currency))
    articles = items(lines)
    layout = next((one for one in layouts if total_at(one, slip.lines) is not None), None)
    if layout is not None:
        total, sure = total_at(layout, slip.lines), True
    else:
        found = total_of(lines, articles)
        total = found.value if found is not None and found.named else None
        sure = found is not None and found.named and not found.contested and _single(lines)
    kind = kind_of(rows)
    if kind is SlipKind.SALE and layout is None and _money_back(lines):
        return Captured(SlipKind.REFUND, lines=articles, number=receipt_number(rows))
    if kind is SlipKind.SALE and (total is None or total == 0):
        kind = SlipKind.UNKNOWN
    elif kind is SlipKind.SALE and total is not None and total < 0:
        kind = SlipKind.REFUND
    number = (number_at(layout, slip.lines) if layout else "") or receipt_number(rows)
    when = _when(date_lines(layout, slip.lines) if layout else (), rows, today, country)
    return Captured(kind, total, articles, number, when, sure, layout.name if layout else "")


def _money_back(lines: Sequence[Line]) -> bool:
    """Whether the row named as the total is below zero."""
    named = [line.value for line in lines if line.role is Role.TOTAL and line.value is not None]
    return bool(named) and max(named) < 0


def _single(lines: Sequence[Line]) -> bool:
    """Whether all rows named as the total say the same."""
    return len({line.value for line in lines if line.role is Role.TOTAL and line.money}) == 1


def _when(pointed: Sequence[str], rows: Sequence[str], today: date, country: str) -> str:
    lines = tuple(pointed) or tuple(rows)
    found = days(lines, today, country) or days(tuple(rows), today, country)
    if not found or found[0].unsure:
        return ""
    day = found[0]
    time = clock_time(tuple(rows), day.row)
    return f"{day.on.isoformat()}T{time}" if time else day.on.isoformat()
