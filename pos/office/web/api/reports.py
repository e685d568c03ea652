"""`/api/v1/reports`: figures per shop, terminal and period; months and how they were closed."""

from __future__ import annotations

from typing import Annotated, Any

import msgspec

from pos.office.people.duties import Right
from pos.office.reporting import months
from pos.office.reporting.figures import Report, report
from pos.office.reporting.periods import asked_period
from pos.office.schema.engine import reading, transaction
from pos.office.web.api.fields import Done, Line
from pos.office.web.asking import Ask, Call
from pos.office.web.refusals import Refused
from pos.office.web.report_rows import rows_of

Number = Annotated[int, msgspec.Meta(ge=0, le=99_999)]


class Wanted(msgspec.Struct, forbid_unknown_fields=True, rename={"first": "from", "last": "to"}):
    """`period`: day, week, month (the one that `from` is in) or custom; days as 2026-11-22."""

    period: Line = ""
    first: Line = ""
    last: Line = ""
    shop: Number = 0
    terminal: Number = 0


class DayOut(msgspec.Struct):
    """Sales of a day in a currency."""

    day: str
    currency: str
    sales: int
    total_minor: int


class LateOut(msgspec.Struct):
    """Entries that came when their month was closed, and the month they are counted in."""

    month: int
    counted_in: int
    terminal: int
    entries: int
    points: int


class ReportOut(msgspec.Struct):
    """`rows`: of all places, each shop and each terminal, one a currency. Shares and averages are
    null where they would be made of fewer than 30 purchases.
    """

    first: str
    last: str
    rows: list[dict[str, Any]]
    days: list[DayOut]
    late: list[LateOut]


class PlaceOut(msgspec.Struct):
    """How far a terminal was known at a close; `silent`: not heard since the month ended."""

    terminal: int
    epoch: int
    seq: int
    contact_ms: int
    silent: bool


class MonthOut(msgspec.Struct):
    """A closed month with its roll-forward in points: opening + changes = closing."""

    month: int
    closed_ms: int
    person: str
    opening: int
    changes: dict[str, int]
    closing: int
    late_entries: int
    places: list[PlaceOut]


class OwedOut(msgspec.Struct):
    """Points members have; `by_month`: those that end in a month such as 202712 (0: no fixed end,
    -1: on their way between two terminals). `worth_minor`: as tender, null where points are none.
    """

    points: int
    by_month: dict[str, int]
    currency: str
    worth_minor: int | None


def made_report(ask: Ask, wanted: Wanted) -> Report:
    """The report somebody asks for, of what they see. LoyaltyErrors of `report`, `asked_period`."""
    days = asked_period(wanted.period, wanted.first, wanted.last, ask.house.clock.today())
    with reading(ask.parts.engine) as connection:
        return report(
            connection,
            ask.house.merchant,
            days,
            ask.who.shops,
            wanted.shop,
            wanted.terminal,
        )


def report_out(made: Report) -> ReportOut:
    """A report as the API tells it."""
    days = [
        DayOut(day.isoformat(), currency, sales, total)
        for currency, rows in made.days.items()
        for day, sales, total in rows
    ]
    late = [
        LateOut(one.month, one.counted_in, one.terminal, one.entries, one.points)
        for one in made.late
    ]
    first, last = made.period.first.isoformat(), made.period.last.isoformat()
    return ReportOut(first, last, rows_of(made), days, late)


def report_facts(made: Report) -> dict[str, Any]:
    """The same as plain values."""
    told: dict[str, Any] = msgspec.to_builtins(report_out(made))
    return told


def _report(ask: Ask, given: Wanted) -> ReportOut:
    return report_out(made_report(ask, given))


def whole_only(ask: Ask) -> None:
    """Refused `not-allowed` for who sees some shops only: this is of the merchant as a whole."""
    if ask.who.shops:
        raise Refused(403, "not-allowed")


def _months(ask: Ask, _: None) -> list[MonthOut]:
    whole_only(ask)
    with reading(ask.parts.engine) as connection:
        return [_month(connection, ask, one) for one in months.closes(connection, ask.house)]


def _month(connection: Any, ask: Ask, one: months.Closed) -> MonthOut:
    roll = months.roll_forward(connection, ask.house, one.month)
    places = [
        PlaceOut(each.terminal, each.epoch, each.seq, each.contact_ms, each.silent)
        for each in one.places
    ]
    return MonthOut(
        one.month,
        one.closed_ms,
        one.person,
        roll.opening,
        dict(roll.changes),
        roll.closing,
        roll.late_entries,
        places,
    )


def _close(ask: Ask, _: None) -> Done:
    with transaction(ask.parts.engine) as connection:
        months.close(connection, ask.house, ask.actor, ask.number("month"))
    return Done()


def _owed(ask: Ask, _: None) -> OwedOut:
    whole_only(ask)
    with reading(ask.parts.engine) as connection:
        owed = months.owed(connection, ask.house)
    by_month = {str(month): points for month, points in owed.by_month}
    return OwedOut(owed.points, by_month, owed.currency, owed.worth_minor)


_SEE = Right.SEE_REPORTS
_MONTHS = "/api/v1/months"
CALLS = (
    Call("/api/v1/reports", _report, ReportOut, "Figures of a period", takes=Wanted, right=_SEE),
    Call("/api/v1/liability", _owed, OwedOut, "Points members have, and their worth", right=_SEE),
    Call(_MONTHS, _months, list[MonthOut], "Closed months", right=_SEE),
    Call(f"{_MONTHS}/{{month}}", _close, Done, "Close a month", "PUT", right=Right.CLOSE_MONTHS),
)
