"""A chart on the screen: the shapes of paper in the look in force, and words for all others."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QWidget

from receipts.charts.shapes import Rect, Text
from receipts.reports.written import Written
from tests.charts.examples import EXAMPLES
from ui.parts.chart import ChartPicture
from ui.theme import apply_theme, look

EVERY = pytest.mark.parametrize("name", EXAMPLES)


def shown(page: QWidget, name: str, language: str = "en") -> ChartPicture:
    """The chart on the page."""
    picture = ChartPicture(page)
    picture.show_chart(EXAMPLES[name], "A chart", Written(language))
    picture.resize(430, picture.heightForWidth(430))
    return picture


@EVERY
@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
def test_every_chart_is_drawn_in_every_look(
    app: QApplication, page: QWidget, name: str, theme: str
) -> None:
    apply_theme(app, theme)
    picture = shown(page, name)
    grabbed = picture.grab().toImage()
    colours = {
        grabbed.pixelColor(x, y).name() for x in range(0, 430, 2) for y in range(grabbed.height())
    }
    assert len(colours) > 1, "something is seen"


@EVERY
def test_who_cannot_see_it_hears_its_sentence_and_its_numbers(page: QWidget, name: str) -> None:
    picture = shown(page, name, "ko")
    assert picture.accessibleName() == "A chart"
    told = picture.accessibleDescription()
    assert told
    assert "{" not in told
    said = [shape.text for shape in picture.shapes() if isinstance(shape, Text)]
    if name == "ranking":
        assert "100" in told
        assert "100" in said


def test_an_empty_chart_says_that_it_is_empty(page: QWidget) -> None:
    picture = shown(page, "nothing")
    assert "no data" in picture.accessibleDescription()


def test_before_there_is_a_chart_there_is_nothing(page: QWidget) -> None:
    picture = ChartPicture(page)
    assert picture.shapes() == ()
    assert picture.heightForWidth(300) == 0
    assert not picture.grab().isNull()


def test_a_new_look_draws_it_anew(app: QApplication, page: QWidget) -> None:
    picture = shown(page, "bars")
    light = [shape.fill for shape in picture.shapes() if isinstance(shape, Rect)]
    apply_theme(app, "dark")
    dark = [shape.fill for shape in picture.shapes() if isinstance(shape, Rect)]
    assert light != dark
    inks = {shape.fill for shape in picture.shapes() if isinstance(shape, Text)}
    assert inks <= {look().tokens.text, look().tokens.muted}
    assert all(QColor(ink).isValid() for ink in inks)


def test_larger_text_makes_a_taller_chart(app: QApplication, page: QWidget) -> None:
    before = shown(page, "bars").heightForWidth(430)
    apply_theme(app, "light", 2.0)
    assert shown(page, "bars").heightForWidth(430) > before
