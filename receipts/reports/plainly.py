"""A cell as a bare value that a spreadsheet or a script can reckon with."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

from loyalty.money import currency as currency_of
from receipts.reports.cells import (
    Cell,
    Count,
    Day,
    Moment,
    Money,
    Month,
    Nothing,
    Number,
    Points,
    Share,
)
from receipts.reports.written import Written

Bare = str | int | Decimal | date | datetime | None


def bare(cell: Cell, written: Written) -> Bare:
    """Amounts in major units, shares as parts of one, a month as its first day; None for nothing.

    Moments are the shop's wall clock, without a zone. LoyaltyError `currency-unknown`.
    """
    match cell:
        case Money(minor, currency):
            return Decimal(minor).scaleb(-currency_of(currency).exponent)
        case Points(number) | Count(number):
            return number
        case Share(part):
            return Decimal(repr(part))
        case Number(number, places):
            return round(Decimal(repr(number)), places)
        case Day(on):
            return on
        case Month(of):
            return of.replace(day=1)
        case Moment():
            return written.moment(cell).replace(tzinfo=None, second=0, microsecond=0)
        case Nothing():
            return None
    return written.short(cell)
