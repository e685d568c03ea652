"""CDNOW's 1/10 sample as the papers cut it: 39 weeks to fit, 39 weeks to see what came."""

from __future__ import annotations

import csv
from datetime import date
from functools import cache
from pathlib import Path

from loyalty.insight.value.histories import Event, History, histories

DATA = Path(__file__).parent / "data"
FITTED_UNTIL, SEEN_UNTIL = date(1997, 9, 30), date(1998, 6, 30)


@cache
def events() -> tuple[Event, ...]:
    """All purchases of the sample, in cents."""
    with (DATA / "cdnow_sample.csv").open(encoding="ascii", newline="") as file:
        return tuple(
            (row["member"], date.fromisoformat(row["date"]), round(float(row["amount"]) * 100))
            for row in csv.DictReader(file)
        )


@cache
def calibration() -> tuple[History, ...]:
    """Members at the end of September 1997; days of 0 dollars are purchases, as published."""
    return histories(events(), FITTED_UNTIL, unpaid_counts=True)


@cache
def bought_later() -> tuple[int, ...]:
    """Purchases of the same members in the 39 weeks after."""
    later = {m.member: m.repeats for m in histories(events(), SEEN_UNTIL, unpaid_counts=True)}
    return tuple(later[m.member] - m.repeats for m in calibration())


def daily(name: str) -> list[float]:
    """Sales by day of one of the files in `data`, in cents."""
    with (DATA / f"{name}.csv").open(encoding="ascii", newline="") as file:
        return [float(row["amount_minor"]) for row in csv.DictReader(file)]
