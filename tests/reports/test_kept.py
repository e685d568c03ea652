"""A report read back is the same report, whatever stood in it."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from receipts.reports import cells
from receipts.reports.cells import Cell, Share
from receipts.reports.kept import from_json, to_json, to_plain
from receipts.reports.value import Said, Table
from tests.reports.examples import BARE, FULL, report

WORDS = st.text(max_size=20)
FLOATS = st.floats(allow_nan=False, allow_infinity=False)
DAYS = st.dates(date(1900, 1, 1), date(2200, 1, 1))
CELLS = st.one_of(
    st.builds(cells.Money, st.integers(), WORDS),
    st.builds(cells.Points, st.integers(), st.booleans()),
    st.builds(cells.Count, st.integers(), st.booleans()),
    st.builds(cells.Share, FLOATS, st.none() | FLOATS, st.none() | FLOATS, st.integers(0, 9)),
    st.builds(cells.Number, FLOATS, st.integers(0, 9), st.none() | FLOATS),
    st.builds(cells.Day, DAYS),
    st.builds(cells.Month, DAYS),
    st.builds(cells.Moment, st.integers(0, 2**42)),
    st.builds(cells.Text, WORDS),
    st.builds(cells.Word, WORDS),
    st.builds(cells.Nothing, WORDS),
)


@pytest.mark.parametrize("one", [FULL, BARE], ids=["full", "bare"])
def test_a_report_read_back_is_the_same(one: object) -> None:
    assert isinstance(one, type(FULL))
    assert from_json(to_json(one)) == one
    assert to_json(from_json(to_json(one))) == to_json(one)


@given(st.lists(CELLS, max_size=6))
def test_every_cell_comes_back(found: list[Cell]) -> None:
    made = report(
        Table("days", ("x",) * len(found), (tuple(found),), tuple(found)),
        Said("too-few", tuple((str(n), cell) for n, cell in enumerate(found))),
    )
    assert from_json(to_json(made)) == made


def test_a_number_that_json_has_no_word_for_is_refused() -> None:
    with pytest.raises(ValueError, match="JSON"):
        to_json(report(Table("days", ("x",), ((Share(float("nan")),),))))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "null",
        "[]",
        "{}",
        '{"format":"regulars-report-1"}',
        '{"format":"regulars-report-1","is":"Count","number":3}',
        '{"format":"regulars-report-1","is":"Popen"}',
        '{"format":"regulars-report-9","is":"Report"}',
        '{"format":"regulars-report-1","is":["Report"]}',
        "[" * 100_000,
    ],
)
def test_any_other_text_is_no_report(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - json's own errors are ValueErrors, too
        from_json(text)


def test_a_field_nobody_knows_is_no_report() -> None:
    told = {**to_plain(BARE), "more": 1}
    with pytest.raises(ValueError, match="no report"):
        from_json(json.dumps(told))


def test_two_reports_are_told_apart_by_their_books() -> None:
    assert to_json(FULL) != to_json(replace(FULL, books="cd" * 32))
