"""Cells in four languages: full in sentences, short in tables, brief in charts."""

from __future__ import annotations

from datetime import date
from zoneinfo import ZoneInfo

import pytest

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
from receipts.reports.value import Period, Said
from receipts.reports.written import Written

EN, KO = Written("en", ZoneInfo("Asia/Seoul")), Written("ko", ZoneInfo("Asia/Seoul"))
NIGHT = date(2026, 11, 3)


@pytest.mark.parametrize(
    ("cell", "english", "korean"),
    [
        (Money(-123456, "EUR"), "-€1,234.56", "-€1,234.56"),
        (Money(5000, "KRW"), "₩5,000", "₩5,000"),
        (Points(1234), "1,234 pts", "1,234P"),
        (Points(5, signed=True), "+5 pts", "+5P"),
        (Count(1234567), "1,234,567", "1,234,567"),
        (Share(0.31), "31%", "31%"),
        (Share(0.12345, places=1), "12.3%", "12.3%"),
        (Number(104.25, 1), "104.2", "104.2"),
        (Number(3.0, 0, signed=True), "+3", "+3"),
        (Day(NIGHT), "Nov 3, 2026", "2026년 11월 3일"),
        (Month(NIGHT), "Nov 2026", "2026년 11월"),
        (Moment(0), "1970-01-01 09:00", "1970-01-01 09:00"),
        (Text("<b>\x1b[2J"), "<b>[2J", "<b>[2J"),
        (Word("sale"), "Sale", "구매"),
        (Nothing("too-few"), "too few", "표본 부족"),
    ],
    ids=str,
)
def test_a_cell_is_written_as_its_reader_writes_it(cell: Cell, english: str, korean: str) -> None:
    assert (EN.full(cell), KO.full(cell)) == (english, korean)


def test_a_table_has_days_in_figures_and_a_chart_has_them_without_their_year() -> None:
    assert EN.short(Day(NIGHT)) == "2026-11-03"
    assert EN.short(Points(12)) == "12"
    assert EN.brief(Day(NIGHT)) == "Nov 3"
    assert KO.brief(Day(NIGHT)) == "11월 3일"


def test_a_range_is_told_where_there_is_one() -> None:
    assert EN.range_of(Share(0.31, 0.22, 0.41)) == "Likely between 22% and 41%"
    assert EN.range_of(Number(50, 0, 28.0, 72.0)) == "Likely between 28 and 72"
    assert EN.range_of(Share(0.31)) == ""
    assert EN.range_of(Money(1, "EUR")) == ""


def test_a_period_of_one_day_is_that_day() -> None:
    assert EN.period(Period(NIGHT, NIGHT)) == "Nov 3, 2026"
    assert KO.period(Period(date(2026, 10, 1), NIGHT)) == "2026년 10월 1일 ~ 2026년 11월 3일"


def test_a_sentence_of_another_room_is_shown_with_its_facts() -> None:
    assert EN.said(Said("of-the-future", (("n", Count(3)),))) == "of-the-future · 3"


def test_the_last_line_of_a_table_says_what_it_is() -> None:
    assert EN.sums((Nothing(), Nothing(), Count(3))) == ("Total", "", "3")
    assert EN.sums((Text("All"), Count(3))) == ("All", "3")
    assert EN.sums(()) == ()
