"""Sheets of labels: cards to cut out, and the common label sheets, on A4 and Letter.

Every label lies where the sheet's maker says, measured from the edges; the crop marks stand outside
of them, so nothing is printed on what is kept.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from receipts.writing.card import CARD_MM
from receipts.writing.errors import PaperError
from receipts.writing.fonts import paper_language
from receipts.writing.label import Box, Label, draw_label
from receipts.writing.pen import MM, Pen
from receipts.writing.plain import plain
from receipts.writing.wording import nearest

PAPERS = {"a4": (210.0, 297.0), "letter": (215.9, 279.4)}
"""Width and height in mm (ISO 216; ANSI A)."""

MOST_LABELS = 2_000
_MARK, _AWAY, _HAIR = 4 * MM, 1 * MM, 0.4


@dataclass(frozen=True, slots=True)
class Layout:
    """How labels lie on a sheet, in mm: their size, the gaps between, the least margin around.

    ``columns`` and ``rows`` at most so many, 0 for as many as fit; the block stands in the middle.
    """

    width: float
    height: float
    columns: int = 0
    rows: int = 0
    gap_x: float = 0.0
    gap_y: float = 0.0
    margin: float = 0.0


LAYOUTS = {
    "cards": Layout(*CARD_MM, 2, 5),
    "labels-21": Layout(63.5, 38.1, 3, 7, gap_x=2.5),
    "labels-24": Layout(70.0, 37.0, 3, 8),
}
"""Cards to cut out, and the two label sheets most shops can buy."""


def to_sheets_pdf(
    labels: Sequence[Label],
    layout: Layout,
    paper: str,
    language: str,
    title: str = "",
    crop_marks: bool = False,
) -> bytes:
    """``labels`` in rows on sheets of ``paper`` (a key of `PAPERS`).

    PaperError: ``sheet-too-small`` (not one label fits), ``too-many-labels``, those of
    `draw_label`, ``no-face``.
    """
    if len(labels) > MOST_LABELS:
        raise PaperError("too-many-labels", most=MOST_LABELS)
    wide, high = (side * MM for side in PAPERS[paper])
    boxes = tuple(places(layout, paper))
    pen = Pen(paper_language(nearest(language)), wide, high, plain(title, 60))
    for number, label in enumerate(labels):
        if number % len(boxes) == 0:
            if number:
                pen.next_page(wide, high)
            if crop_marks:
                _mark(pen, boxes)
        draw_label(pen, label, boxes[number % len(boxes)])
    return pen.done()


def places(layout: Layout, paper: str) -> Iterator[Box]:
    """Where the labels lie, row by row. PaperError ``sheet-too-small``."""
    page_width, page_height = PAPERS[paper]
    columns = _fitting(page_width, layout.width, layout.gap_x, layout.margin, layout.columns)
    rows = _fitting(page_height, layout.height, layout.gap_y, layout.margin, layout.rows)
    step_x, step_y = layout.width + layout.gap_x, layout.height + layout.gap_y
    left = (page_width - columns * step_x + layout.gap_x) / 2
    top = (page_height - rows * step_y + layout.gap_y) / 2
    for row in range(rows):
        for column in range(columns):
            x, y = left + column * step_x, top + row * step_y
            yield Box(x * MM, y * MM, layout.width * MM, layout.height * MM)


def _fitting(page: float, side: float, gap: float, margin: float, most: int) -> int:
    # A hundredth of a millimetre is no reason to leave a column out.
    fits = int((page - 2 * margin + gap + 0.01) / (side + gap))
    if fits < 1:
        raise PaperError("sheet-too-small", size=f"{side:g} mm")
    return min(fits, most) if most else fits


def _mark(pen: Pen, boxes: Sequence[Box]) -> None:
    """Short lines in the margin at every edge that is cut."""
    left, top = min(box.x for box in boxes), min(box.top for box in boxes)
    right = max(box.x + box.width for box in boxes)
    bottom = max(box.top + box.height for box in boxes)
    for x in sorted({edge for box in boxes for edge in (box.x, box.x + box.width)}):
        for y in (top - _AWAY - _MARK, bottom + _AWAY):
            pen.box(x - _HAIR / 2, y, _HAIR, _MARK)
    for y in sorted({edge for box in boxes for edge in (box.top, box.top + box.height)}):
        for x in (left - _AWAY - _MARK, right + _AWAY):
            pen.box(x, y - _HAIR / 2, _MARK, _HAIR)
