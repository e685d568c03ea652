"""Lines never leave the paper, and nothing of a text is lost between them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from receipts.writing.document import Align, Block, Document, Row, Size, Text
from receipts.writing.layout import Line, lay_out, wrap
from receipts.writing.raster import Painter
from receipts.writing.text import COLUMNS, columns, to_text

TEXTS = st.text(st.sampled_from("ab  é̀漢字かな한글（）、。$₩-.אب"), max_size=60)


@given(TEXTS, st.integers(2, 20))
def test_a_wrapped_text_fits_and_keeps_every_letter(text: str, width: int) -> None:
    lines = wrap(text, width, columns)
    assert max(columns(line) for line in lines) <= width
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("two words", 6, ["two", "words"]),
        ("아메리카노 두잔", 10, ["아메리카노", "두잔"]),
        ("漢字かな交じり文。", 8, ["漢字かな", "交じり", "文。"]),
        ("価格（税込）", 6, ["価格", "（税", "込）"]),
        ("unbreakable", 4, ["unbr", "eaka", "ble"]),
        ("", 4, [""]),
    ],
)
def test_lines_break_where_a_reader_expects_it(text: str, width: int, lines: list[str]) -> None:
    assert wrap(text, width, columns) == lines


@given(TEXTS, TEXTS, st.sampled_from([58, 80]), st.integers(0, 3))
def test_label_and_value_never_overlap(left: str, right: str, paper: int, indent: int) -> None:
    text = to_text(Document((Row(left, right, indent=indent),), "en", paper))
    assert max(columns(line) for line in text.splitlines()) <= COLUMNS[paper]
    kept = sorted("".join(text.split()))
    row = Row(left, right)
    assert kept == sorted("".join((row.left + row.right).split()))


@given(TEXTS, TEXTS, st.sampled_from(Size), st.booleans())
def test_drawn_cells_stay_between_the_margins(
    left: str, right: str, size: Size, bold: bool
) -> None:
    painter = Painter("ja", 384)
    blocks: list[Block] = [
        Row(left, right, bold, size),
        Text(left, Align.CENTRE, bold, size),
    ]
    for block in blocks:
        for line in lay_out(block, 384, painter.measure):
            assert isinstance(line, Line)
            for cell in line.cells:
                drawn = painter.measure(cell.text, line.size, line.bold)
                # One letter may be wider than a hopelessly narrow column, never a whole text.
                assert drawn <= cell.width + 0.01 or len(cell.text) <= 3
                assert cell.x + cell.width <= 384.01


def test_the_value_of_a_long_label_stands_on_its_last_line() -> None:
    text = to_text(Document((Row("a rather long name of a thing to eat", "$1.00"),), "en", 58))
    assert text.splitlines() == ["a rather long name of a", "thing to eat" + " " * 15 + "$1.00"]


def test_a_long_value_goes_below_its_label() -> None:
    text = to_text(Document((Row("Label", "a value of more than half"),), "en", 58))
    assert text.splitlines() == ["Label", "       a value of more than half"]


def test_a_per_cent_sign_stays_with_its_number_behind_a_space_too() -> None:
    assert wrap("double 200 % points", 12, len) == ["double 200 %", "points"]
    assert wrap("double 200 % points", 11, len) == ["double", "200 %", "points"]
