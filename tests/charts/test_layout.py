"""Where everything of a chart lies: on the sheet, apart from each other, and true to its number."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from receipts.charts.axis import cut, steps
from receipts.charts.kinds import Bars, Chart, Lines, Ranking, Series, Shares
from receipts.charts.layout import height_of, layout
from receipts.charts.palette import DARK, LIGHT, Theme, luminance, mixed, readable
from receipts.charts.shapes import Line, Path, Rect, Text
from receipts.charts.svg import to_svg
from receipts.reports.cells import Text as Name
from tests.charts.examples import EURO, EXAMPLES, LONG, MONTHS
from tests.charts.sheet import EM, PEN, THEME, edges, laid, ruler, texts
from tests.paper.golden import assert_golden

EVERY = pytest.mark.parametrize("name", EXAMPLES)
LANGUAGES = pytest.mark.parametrize("language", ["en", "ko", "ja", "zh_CN"])


@EVERY
@LANGUAGES
@pytest.mark.parametrize("width", [180.0, 400.0, 900.0])
def test_nothing_lies_beside_the_sheet(name: str, language: str, width: float) -> None:
    for shape in laid(EXAMPLES[name], width, language):
        left, _, right, _ = edges(shape)
        assert left >= -0.5, shape
        assert right <= width + 0.5, shape


@EVERY
@LANGUAGES
@pytest.mark.parametrize("width", [250.0, 400.0, 900.0])
def test_no_two_texts_overlap(name: str, language: str, width: float) -> None:
    said = [shape for shape in laid(EXAMPLES[name], width, language) if isinstance(shape, Text)]
    for one, other in combinations(said, 2):
        a, b = edges(one), edges(other)
        across = min(a[2], b[2]) - max(a[0], b[0])
        # Letters stand on their line and reach 0.8 em above it.
        down = min(a[3], b[3]) - max(a[1], b[1]) - 0.2 * EM
        assert across <= 0.5 or down <= 0.5, (one, other)


@EVERY
def test_the_same_chart_is_the_same_shapes(name: str) -> None:
    assert laid(EXAMPLES[name]) == laid(EXAMPLES[name])


def test_a_chart_of_nothing_says_so_and_draws_no_axis() -> None:
    for chart in (EXAMPLES["nothing"], EXAMPLES["nothing-known"], Ranking(()), Shares(())):
        (only,) = laid(chart)
        assert isinstance(only, Text)
        assert only.text == "No data in this period"


def test_bars_are_as_tall_as_their_numbers_and_hang_where_they_are_below_nothing() -> None:
    chart = EXAMPLES["bars-negative"]
    bars = [shape for shape in laid(chart) if isinstance(shape, Rect)]
    tall = [bar.height for bar in bars]
    assert len(bars) == 3, "nothing is no bar"
    assert tall[0] == pytest.approx(tall[2] * 4)
    assert tall[0] == pytest.approx(tall[1] * 1.5)
    assert bars[1].y == pytest.approx(bars[0].y + bars[0].height), "it begins where the others end"


def test_stacked_bars_stand_on_each_other() -> None:
    chart = EXAMPLES["bars-stacked"]
    assert isinstance(chart, Bars)
    swatches = len(chart.series)
    bars = [shape for shape in laid(chart) if isinstance(shape, Rect)][swatches:]
    for at in range(0, len(bars), swatches):
        pile = bars[at : at + swatches]
        for below, above in pairwise(pile):
            assert above.y + above.height == pytest.approx(below.y)
            assert above.x == below.x


def test_series_are_told_apart_without_their_colours() -> None:
    one = "#123456"
    grey = replace(THEME, fills=(one,) * 7, lines=(one,) * 6)
    chart = Bars(MONTHS[:1], tuple(Series(Name(str(n)), (500.0,)) for n in range(6)))
    shapes = layout(chart, 400, 160, PEN.brief, ruler, grey)
    swatch = [n for n, shape in enumerate(shapes) if isinstance(shape, Rect)][:6]
    patterns = []
    for start, end in pairwise(swatch):
        hatching = [shape for shape in shapes[start + 1 : end] if isinstance(shape, Line)]
        turned = {(round(s.x2 - s.x1, 1) > 0, round(s.y2 - s.y1, 1)) for s in hatching}
        patterns.append((len(hatching), frozenset(turned)))
    assert len(set(patterns)) == len(patterns)


def test_lines_break_where_nothing_is_known_and_what_is_expected_is_dashed() -> None:
    chart = EXAMPLES["lines-forecast"]
    assert isinstance(chart, Lines)
    drawn = [s for s in laid(chart) if isinstance(s, Path) and s.stroke and s.width > EM * 0.1]
    known, expected = drawn
    assert not known.dash
    assert expected.dash
    assert known.points[-1] == expected.points[0], "the dashes begin where the line ends"
    broken = EXAMPLES["lines"]
    first = [s for s in laid(broken) if isinstance(s, Path) and s.stroke == THEME.line(0)]
    assert [len(s.points) for s in first] == [5, 6]


def test_a_long_name_is_cut_and_says_so() -> None:
    for name in ("lines", "ranking"):
        (said,) = [text for text in texts(laid(EXAMPLES[name])) if LONG.text.startswith(text[:5])]
        assert said.endswith("…")


def test_numbers_in_a_grid_are_written_whole_or_not_at_all() -> None:
    chart = EXAMPLES["heat"]
    assert any(text == "60%" for text in texts(laid(chart)))
    assert not any(text.endswith("%") for text in texts(laid(chart, 110)))


def test_shares_fill_the_bar() -> None:
    bars = [s for s in laid(EXAMPLES["shares"]) if isinstance(s, Rect) and s.y == 0]
    assert sum(bar.width for bar in bars) == pytest.approx(400)


@given(
    st.integers(-(10**9), 10**9),
    st.integers(-(10**9), 10**9),
    st.integers(1, 12),
    st.sampled_from([1.0, 0.01]),
)
def test_an_axis_holds_its_numbers_with_few_round_steps(
    grains: int, others: int, most: int, least: float
) -> None:
    low, high = sorted((grains * least, others * least))
    marks = steps(low, high, most, least)
    assert marks[0] <= low + least / 2
    assert marks[-1] >= high - least / 2
    assert 2 <= len(marks) <= max(2, most) + 1
    step = round((marks[1] - marks[0]) / least)
    assert str(step).rstrip("0") in ("1", "2", "25", "5")


@given(st.text(max_size=60), st.floats(0, 300))
def test_a_cut_text_fits(text: str, room: float) -> None:
    def wide(part: str) -> float:
        return ruler(part, EM)

    found = cut(text, room, wide)
    assert wide(found) <= room or found == ""
    if wide(text) <= room:
        assert found == text


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_lines_edges_and_text_stand_out_from_their_ground(theme: Theme) -> None:
    def contrast(one: str, other: str) -> float:
        light, dark = sorted((luminance(one), luminance(other)), reverse=True)
        return (light + 0.05) / (dark + 0.05)

    assert all(contrast(line, theme.ground) >= 3 for line in (*theme.lines, theme.edge))
    assert all(contrast(ink, theme.ground) >= 4.5 for ink in (theme.ink, theme.muted))
    for part in range(0, 101, 5):
        cell = mixed(theme.line(0), theme.ground, part / 100)
        assert contrast(readable(cell), cell) >= 4.5


@EVERY
def test_the_picture_is_the_one_that_was_looked_at(name: str) -> None:
    chart: Chart = EXAMPLES[name]
    picture = to_svg(laid(chart), 400, height_of(chart, 400, EM), THEME.ground, name)
    assert_golden(f"charts/{name}.svg", picture)


def test_money_below_one_coin_is_no_step_of_an_axis() -> None:
    chart = Bars(MONTHS[:2], (Series(Name("x"), (1.0, 2.0)),), EURO)
    marks = [text for text in texts(laid(chart)) if text.startswith("€")]
    assert marks == ["€0.00", "€0.01", "€0.02"]
