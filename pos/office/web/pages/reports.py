"""The figures as a page, as CSV, as JSON; and the months: what is owed, and closing one."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any
from urllib.parse import urlencode

import msgspec

from loyalty.errors import LoyaltyError
from pos.office.managing import shops
from pos.office.people import accounts as people
from pos.office.people.duties import Right
from pos.office.reporting import months
from pos.office.reporting.figures import LEAST, Report
from pos.office.reporting.periods import KINDS, asked_period
from pos.office.schema.engine import reading, transaction
from pos.office.web.api.reports import Wanted, made_report, report_out, whole_only
from pos.office.web.asking import Ask, File, Moved, Page, Shown
from pos.office.web.charts import HEIGHT, WIDTH, bars
from pos.office.web.pictures import local_time
from pos.office.web.refusals import Refused
from pos.office.web.report_rows import csv_of
from receipts.writing import format as paper

POINTS = ("issued", "redeemed", "expired", "adjusted", "lost")
MEANT = (
    *("sales", "card-share", "basket", "card-basket", "bare-basket", "paid", "returns"),
    *("active", "new", *(f"points-{name}" for name in POINTS), "unsent"),
)
"""Figures that are explained under the tables; each has its wording as `figure.…`."""


def _show(ask: Ask) -> Shown:
    try:
        wanted = _wanted(ask)
        made = made_report(ask, wanted)
    except LoyaltyError as no:
        return Shown("report.html", {**_frame(ask, Wanted()), "made": None, "error": no}, 422)
    with reading(ask.parts.engine) as connection:
        owed = None if _narrow(ask, wanted) else months.owed(connection, ask.house)
    charts = [
        (currency, bars(rows, made.period.first, made.period.last))
        for currency, rows in made.days.items()
    ]
    values = {
        **_frame(ask, wanted),
        "made": made,
        "error": None,
        "title": _title(ask, made),
        "charts": charts,
        "chart_size": (WIDTH, HEIGHT),
        "owed": owed,
        "points": POINTS,
        "meant": MEANT,
        "least": LEAST,
        "before": _link(ask, made, wanted, -1),
        "after": _link(ask, made, wanted, 1),
        "silent_ms": ask.house.now_ms - 24 * 3_600_000,
        **_writers(ask.language),
    }
    return Shown("report.html", values)


def _writers(language: str) -> dict[str, Callable[..., str]]:
    """How numbers, money and days are written, as on paper."""

    def day(on: Any) -> str:
        return paper.day(on, language)

    return {
        "money": lambda minor, currency: paper.money(minor, currency, language),
        "count": lambda number: paper.count(number, language),
        "day": day,
    }


def _title(ask: Ask, made: Report) -> str:
    day = partial(paper.day, language=ask.language)
    first, last = made.period.first, made.period.last
    return day(first) if first == last else f"{day(first)} – {day(last)}"


def _narrow(ask: Ask, wanted: Wanted) -> bool:
    """Whether only a part of the merchant is shown: what is owed belongs to the whole."""
    return bool(ask.who.shops or wanted.shop or wanted.terminal)


def _frame(ask: Ask, wanted: Wanted) -> dict[str, Any]:
    with reading(ask.parts.engine) as connection:
        every = shops.shops(connection, ask.house.merchant)
    today = ask.house.clock.today()
    try:
        days = asked_period(wanted.period, wanted.first, wanted.last, today)
    except LoyaltyError:
        days = asked_period("", "", "", today)
    return {
        "kinds": KINDS,
        "shops": [one for one in every if ask.who.sees(one.number)],
        "wanted": wanted,
        "days": days,
        "whole": not ask.who.shops,
        "query": urlencode(_asked(wanted)),
    }


def _asked(wanted: Wanted) -> dict[str, str]:
    told = msgspec.to_builtins(wanted)
    return {name: str(value) for name, value in told.items() if value}


def _wanted(ask: Ask) -> Wanted:
    """What the query asks; LoyaltyError `period-wrong` for what no form of ours sends."""
    told = {name: value for name, value in ask.query.items() if name in _KNOWN and value}
    try:
        return msgspec.convert(told, Wanted, strict=False)
    except msgspec.ValidationError:
        raise LoyaltyError("period-wrong", most=0) from None


_KNOWN = frozenset({"period", "from", "to", "shop", "terminal"})


def _link(ask: Ask, made: Report, wanted: Wanted, steps: int) -> str:
    """The period before or after, with the same shop."""
    there = made.period.beside(steps)
    if there.first > ask.house.clock.today():
        return ""
    told = {
        **_asked(wanted),
        "period": there.kind,
        "from": there.first.isoformat(),
        "to": there.last.isoformat(),
    }
    return f"/reports?{urlencode(told)}"


def _file(ask: Ask) -> File:
    if ask.named["kind"] not in ("csv", "json"):
        raise Refused(404, "not-found")
    made = made_report(ask, _wanted(ask))
    name = f"regulars-{made.period.first.isoformat()}-{made.period.last.isoformat()}"
    if ask.named["kind"] == "csv":
        return File(f"{name}.csv", "text/csv; charset=utf-8", csv_of(made))
    body = msgspec.json.format(msgspec.json.encode(report_out(made)))
    return File(f"{name}.json", "application/json", body)


def _months(ask: Ask) -> Shown:
    return _months_shown(ask, None)


def _months_shown(ask: Ask, no: LoyaltyError | None) -> Shown:
    whole_only(ask)
    house = ask.house
    with reading(ask.parts.engine) as connection:
        found = months.closes(connection, house)
        following = months.next_to_close(connection, house)
        quiet = months.silent(connection, house, following) if following else []
        rolls = {one.month: months.roll_forward(connection, house, one.month) for one in found}
        names = {str(p.id): p.name for p in people.everybody(connection, house.merchant)}
    values = {
        "closes": found,
        "rolls": rolls,
        "names": names,
        "following": following,
        "quiet": quiet,
        "closing": ask.who.may(Right.CLOSE_MONTHS),
        "when": lambda at_ms: local_time(at_ms, house.clock.zone)[:16] if at_ms else "–",
        "month_of": lambda month: f"{month // 100}-{month % 100:02}",
        "groups": POINTS,
        "error": no,
        **_writers(ask.language),
    }
    return Shown("months.html", values, 422 if no else 200)


def _close(ask: Ask) -> Shown | Moved:
    text = ask.typed("month")
    month = int(text) if text.isascii() and text.isdecimal() and len(text) == 6 else 0
    try:
        with transaction(ask.parts.engine) as connection:
            months.close(connection, ask.house, ask.actor, month)
    except LoyaltyError as no:
        return _months_shown(ask, no)
    return Moved("/months")


_SEE = Right.SEE_REPORTS
PAGES = (
    Page("/reports", _show, right=_SEE, menu="menu.reports"),
    Page("/reports/{kind}", _file, right=_SEE),
    Page("/months", _months, right=_SEE),
    Page("/months", _close, "POST", Right.CLOSE_MONTHS),
)
