"""A report with everything in it: long names, two currencies, formulas, nothing at all."""

from __future__ import annotations

from datetime import date

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
    Text,
    Word,
)
from receipts.reports.value import (
    Part,
    Period,
    Picture,
    Report,
    Said,
    Table,
    Tile,
    Tiles,
    Title,
)
from tests.charts.examples import EXAMPLES

LONG = "한정판 수제 유기농 블루베리 치즈케이크와 계절 과일을 곁들인 아이스크림 세트 " * 3
EVIL = '=cmd|"/c calc"!A1'
MADE_MS = 1_795_359_999_733


def rows(count: int) -> tuple[tuple[Cell, ...], ...]:
    """Movements, every seventh of somebody with a very long name."""
    return tuple(
        (
            Moment(MADE_MS + n * 86_400_000),
            Text(LONG if n % 7 == 0 else f"Kim {n}"),
            Word("sale"),
            Money(n * 1234, "EUR"),
            Points(n * 10 - 50, signed=True),
            Count(n),
        )
        for n in range(count)
    )


MOVEMENTS = Table(
    "movements",
    ("moment", "name", "what", "amount", "points", "count"),
    rows(90),
    (Nothing(), Nothing(), Nothing(), Money(1234, "EUR"), Points(3, signed=True), Count(5)),
    whole=4000,
)
MIXED = Table(
    "categories",
    ("category", "amount", "share", "value", "day", "month"),
    (
        (
            Text(EVIL),
            Money(-1250, "EUR"),
            Share(0.125),
            Number(1.25, 2),
            Day(date(2026, 2, 28)),
            Month(date(2026, 2, 1)),
        ),
        (Text("@sum"), Money(500, "JPY"), Nothing(), Number(-3.0, 0), Nothing(), Nothing()),
    ),
)
WIDE = Table(
    "cohorts",
    ("cohort", *("share",) * 30),
    tuple(
        (Month(date(2026, 1 + n, 1)), *(Share(0.5 / (at + 1), places=1) for at in range(30)))
        for n in range(12)
    ),
)
EMPTY = Table("answers", ("day", "answer"), ())
FIGURES = Tiles(
    (
        Tile(
            "came-back-90",
            Share(0.31, 0.22, 0.41),
            100,
            Share(0.36),
            (Said("change-unclear", (("before", Share(0.36)), ("now", Share(0.31)))),),
        ),
        Tile("average-basket", Money(123_456_789_012, "KRW"), 4000),
        Tile(
            "lapsed",
            Nothing("too-few"),
            12,
            said=(Said("too-few", (("n", Count(12)), ("minimum", Count(30)))),),
        ),
        Tile("points-closing", Points(-123_456)),
    )
)
PARTS: tuple[Part, ...] = (
    Title("coming-back"),
    Said("books-differ", (("balances", Points(12)), ("difference", Points(3))), alert=True),
    FIGURES,
    MOVEMENTS,
    MIXED,
    WIDE,
    EMPTY,
    *(Picture(name, chart) for name, chart in EXAMPLES.items()),
)


def report(*parts: Part, shop: str = "Café 별빛", name: str = "month-close") -> Report:
    """A report of October 2026."""
    days = Period(date(2026, 10, 1), date(2026, 10, 31))
    return Report(name, shop, days, MADE_MS, "ab" * 32, parts)


FULL = report(*PARTS)
BARE = report(Said("no-entries"), EMPTY)
