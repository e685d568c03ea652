"""Every report by its name: made from the books, kept, and the same when it is printed again."""

from __future__ import annotations

from datetime import date

from loyalty.errors import LoyaltyError
from pos.clock import milliseconds
from pos.insight.asked import Asked, Maker
from pos.insight.report_cohorts import cohort_report
from pos.insight.report_member import member_statement
from pos.insight.report_month import month_close
from pos.insight.report_points import points_liability
from pos.insight.report_segments import segment_report
from pos.insight.report_shifts import shift_closings
from pos.insight.report_surveys import survey_report
from pos.patterns.page import staff_patterns
from pos.shop import Shop
from pos.store.insight.movements import books_mark
from pos.store.insight.reading import InsightView
from receipts.reports.kept import from_json, to_json
from receipts.reports.value import Period, Report

MAKERS: dict[str, Maker] = {
    "month-close": month_close,
    "cohorts": cohort_report,
    "segments": segment_report,
    "points-liability": points_liability,
    "shift-closings": shift_closings,
    "surveys": survey_report,
    "member-statement": member_statement,
    "staff-patterns": staff_patterns,
}
OF_A_MEMBER = frozenset({"member-statement"})
"""Who has to be named for them."""
_NAMING = frozenset({"member-statement", "staff-patterns"})
"""These tell of persons and are never kept: erasing somebody would not find them in a report."""
_LONGEST_DAYS = 366 * 30


def period(first: date, last: date) -> Period:
    """The days of a report; LoyaltyError `report-period` for none, or for more than 30 years."""
    if not 0 <= (last - first).days <= _LONGEST_DAYS:
        raise LoyaltyError("report-period", first=first.isoformat(), last=last.isoformat())
    return Period(first, last)


def report(shop: Shop, view: InsightView, asked: Asked) -> Report:
    """The report of these books and days: the kept one, else made now and kept.

    LoyaltyError `report-unknown`, those of its maker; TroubleError `report-cancelled` and the
    store's. `view.cancel` stops it, and `view.tell` hears how far it is.
    """
    maker = MAKERS.get(asked.name)
    if maker is None:
        raise LoyaltyError("report-unknown", name=asked.name[:40])
    books = books_mark(view)
    kept = asked.name not in _NAMING
    if kept and (found := _kept(shop, asked, books)):
        return found
    made_ms = milliseconds(shop.clock.now())
    view.step(asked.name)
    parts = maker(shop, view, asked)
    view.step("made")  # whoever stopped it gets none, and none is kept
    made = Report(asked.name, shop.settings.shop, asked.period, made_ms, books, parts)
    if kept:
        days = asked.period.first, asked.period.last
        with shop.store.writing() as work:
            work.keep_report(asked.name, days, books, made_ms, to_json(made))
    return made


def _kept(shop: Shop, asked: Asked, books: str) -> Report | None:
    with shop.store.reading() as view:
        text = view.kept_report(asked.name, asked.period.first, asked.period.last, books)
    try:
        return from_json(text) if text else None
    except ValueError:
        return None  # of another version of the program: made anew
