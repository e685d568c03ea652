"""One chart of each kind, and the awkward ones: negative, empty, alone, long names."""

from __future__ import annotations

from datetime import date, timedelta

from receipts.charts.kinds import Bars, Chart, Heat, Lines, Ranking, Series, Shares, Spark, Unit
from receipts.reports.cells import Cell, Day, Month, Text, Word

EURO, SHARE = Unit("money", "EUR"), Unit("share")
MONTHS = tuple(Month(date(2026, month, 1)) for month in range(1, 13))
DAYS = tuple(Day(date(2026, 8, 1) + timedelta(days=number)) for number in range(92))
LONG = Text("한정판 수제 유기농 블루베리 치즈케이크와 계절 과일을 곁들인 아이스크림 세트")


def _wave(count: int, size: int = 1000) -> tuple[float, ...]:
    return tuple(float(size + (number * 37 % 11) * size // 9) for number in range(count))


def _names(*names: str) -> tuple[Cell, ...]:
    return tuple(map(Text, names))


EXAMPLES: dict[str, Chart] = {
    "bars": Bars(
        MONTHS, (Series(Word("earned"), _wave(12)), Series(Word("spent"), _wave(12, 700)))
    ),
    "bars-stacked": Bars(
        MONTHS[:6],
        tuple(Series(Text(f"Kind {n}"), _wave(6, 100 * n)) for n in range(1, 6)),
        EURO,
        stacked=True,
    ),
    "bars-negative": Bars(
        _names("커피", "케이크", "기프트 카드 및 상품권", "Tea"),
        (Series(Text("Change"), (1200.0, -800.0, 0.0, 300.0)),),
        EURO,
    ),
    "bars-many": Bars(DAYS, (Series(Text("Sales"), _wave(92, 250_000)),), EURO),
    "bars-one": Bars(MONTHS[:1], (Series(Text("Sales"), (4.0,)),)),
    "lines": Lines(
        MONTHS,
        (
            Series(Text("This year"), (*_wave(5), None, *_wave(6))),
            Series(LONG, _wave(12, 1010)),
            Series(Text("Before"), _wave(12, 500)),
        ),
    ),
    "lines-forecast": Lines(
        DAYS[:28],
        (Series(Text("Sales"), _wave(28, 90_000)),),
        EURO,
        low=(*([None] * 21), *(v * 0.8 for v in _wave(28, 90_000)[21:])),
        high=(*([None] * 21), *(v * 1.2 for v in _wave(28, 90_000)[21:])),
        forecast=21,
    ),
    "lines-one": Lines(MONTHS[:1], (Series(Text("Alone"), (7.0,)),)),
    "ranking": Ranking(
        (*((Text(f"Goods {n}"), 100.0 - 9 * n) for n in range(8)), (LONG, 12.0), (Text("="), -20.0))
    ),
    "shares": Shares(
        (
            *((Word(key), float(value)) for key, value in (("best", 41), ("regular", 120))),
            *((Word(key), float(value)) for key, value in (("new", 60), ("lapsed", 75))),
            (Word("lost"), 0.0),
        )
    ),
    "heat": Heat(
        MONTHS[:6],
        tuple(Text(f"+{n}") for n in range(6)),
        tuple(
            tuple(0.6 / (n + 1) + row / 50 if n + row < 6 else None for n in range(6))
            for row in range(6)
        ),
        SHARE,
    ),
    "spark": Spark((*_wave(7), None, *_wave(7))),
    "nothing": Bars((), ()),
    "nothing-known": Lines(MONTHS, (Series(Text("None"), (None,) * 12),)),
}
