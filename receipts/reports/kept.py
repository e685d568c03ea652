"""A report as JSON and back: nothing is lost, and the same report is the same text.

Every value says which kind it `is`; days are ISO 8601. What is read back equals what was written.
"""

from __future__ import annotations

import json
from dataclasses import fields
from datetime import date
from typing import Any

from receipts.charts import kinds
from receipts.reports import cells, value
from receipts.reports.value import Report

FORMAT = "regulars-report-1"
_KINDS = {
    kind.__name__: kind
    for kind in (
        *(cells.Money, cells.Points, cells.Count, cells.Share, cells.Number, cells.Day),
        *(cells.Month, cells.Moment, cells.Text, cells.Word, cells.Nothing),
        *(kinds.Unit, kinds.Series, kinds.Bars, kinds.Lines, kinds.Ranking, kinds.Shares),
        *(kinds.Heat, kinds.Spark),
        *(value.Said, value.Title, value.Tile, value.Tiles, value.Table, value.Picture),
        *(value.Period, value.Report),
    )
}
_DATES = frozenset(("on", "of", "first", "last"))
"""Fields that hold a day."""


def to_plain(report: Report) -> dict[str, Any]:
    """As JSON values. ValueError for a number that JSON has no word for."""
    plain: dict[str, Any] = _plain(report)
    return {"format": FORMAT, **plain}


def to_json(report: Report) -> str:
    """Stable text: the same report is the same text. ValueError as `to_plain`."""
    compact = (",", ":")
    return json.dumps(to_plain(report), ensure_ascii=False, allow_nan=False, separators=compact)


def from_json(text: str) -> Report:
    """The report of such a text. ValueError for any other text."""
    try:
        told = json.loads(text)
        if not isinstance(told, dict) or told.pop("format", "") != FORMAT:
            raise ValueError("no report")
        found = _value(told)
    except (TypeError, AttributeError, KeyError, RecursionError) as wrong:
        raise ValueError(f"no report: {wrong}") from wrong
    if not isinstance(found, Report):
        raise ValueError("no report")
    return found


def _plain(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    if type(value).__name__ in _KINDS and type(value) is _KINDS[type(value).__name__]:
        told = {one.name: _plain(getattr(value, one.name)) for one in fields(value)}
        return {"is": type(value).__name__, **told}
    return value


def _value(told: Any) -> Any:
    if isinstance(told, list):
        return tuple(_value(one) for one in told)
    if not isinstance(told, dict):
        return told
    kind = _KINDS[told.pop("is")]
    found = {name: _value(one) for name, one in told.items()}
    for name in _DATES & found.keys():
        if isinstance(found[name], str):
            found[name] = date.fromisoformat(found[name])
    return kind(**found)
