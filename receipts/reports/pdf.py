"""A report on A4 or Letter pages: what a person signs, files, or hands to an accountant.

Everything is measured before anything is drawn, so that the pages are counted; the same report in
the same language gives the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, tzinfo

from receipts.charts.layout import height_of, layout
from receipts.charts.palette import LIGHT
from receipts.charts.paper import draw as draw_chart
from receipts.reports.cells import Moment
from receipts.reports.flow import Block, paged
from receipts.reports.paper_table import table_blocks
from receipts.reports.paper_tiles import tile_blocks
from receipts.reports.sheet import FOOT, GRID, HEAD, INK, MUTED, SIDE, Sheet, space
from receipts.reports.value import Part, Picture, Report, Said, Table, Tiles, Title
from receipts.reports.written import Written
from receipts.writing.document import Align
from receipts.writing.fonts import paper_language
from receipts.writing.pen import MM, Pen
from receipts.writing.plain import plain
from receipts.writing.wording import nearest

PAGES = {"a4": (210.0, 297.0), "letter": (215.9, 279.4)}
"""Width and height in mm (ISO 216; ANSI A)."""

_CHART_EM = 7.0
_TALLEST_CHART = 110 * MM


def to_report_pdf(report: Report, language: str, page: str = "a4", zone: tzinfo = UTC) -> bytes:
    """The report on sheets of `page` (a key of `PAGES`), its moments in `zone`.

    PaperError `no-face`; LoyaltyError `currency-unknown`.
    """
    return _Setter(report, Written(paper_language(nearest(language)), zone), page).set()


class _Setter:
    """Sets the blocks of a report page after page."""

    def __init__(self, report: Report, written: Written, page: str) -> None:
        wide, high = (side * MM for side in PAGES[page])
        self._report, self._written, self._wide, self._high = report, written, wide, high
        self._name = written.words(f"report.{report.name}")
        title = plain(f"{self._name} - {report.shop}", 120)
        self._pen = Pen(written.language, wide, high, title)
        self._sheet = Sheet(self._pen, written, SIDE, wide - 2 * SIDE)

    def set(self) -> bytes:
        """The whole file."""
        pages = paged(self._blocks(), self._high - HEAD - FOOT)
        for number, blocks in enumerate(pages, 1):
            if number > 1:
                self._pen.next_page(self._wide, self._high)
            self._frame(number, len(pages))
            top = HEAD
            for block in blocks:
                block.draw(top)
                top += block.height
        return self._pen.done()

    def _frame(self, number: int, pages: int) -> None:
        sheet, report, written = self._sheet, self._report, self._written
        right = sheet.left + sheet.width
        sheet.put(
            sheet.cut(plain(report.shop), sheet.width / 2, 9, True), sheet.left, 12 * MM, 9, True
        )
        if number > 1:
            name = sheet.cut(self._name, sheet.width / 2 - 8, 9)
            sheet.put(name, right, 12 * MM, 9, align=Align.RIGHT, colour=MUTED)
        sheet.rule(17.5 * MM, INK, 0.7)
        foot = self._high - 12 * MM
        sheet.rule(foot - 4)
        made = written.words("frame.made", at=written.short(Moment(report.made_ms)))
        books = written.words("frame.books", books=report.books[:16])
        said = f"{written.period(report.period)} · {made} · {books}"
        paging = written.words("frame.page", page=str(number), pages=str(pages))
        room = sheet.width - self._pen.width(paging, 7, False) - 12
        sheet.put(sheet.cut(said, room, 7), sheet.left, foot, 7, colour=MUTED)
        sheet.put(paging, right, foot, 7, align=Align.RIGHT, colour=MUTED)

    def _blocks(self) -> Iterator[Block]:
        sheet, written = self._sheet, self._written
        yield from sheet.paragraph(self._name, 19, True, glued=True)
        period = written.period(self._report.period)
        yield from sheet.paragraph(period, 10.5, colour=MUTED, after=10, glued=True)
        for part in self._report.parts:
            yield from self._part(part)

    def _part(self, part: Part) -> Iterator[Block]:
        sheet, written = self._sheet, self._written
        match part:
            case Title():
                yield space(6, glued=True)
                yield from sheet.paragraph(written.title(part), 12.5, True, after=4, glued=True)
            case Said():
                yield from self._said(part)
            case Tiles():
                yield from tile_blocks(part, sheet)
            case Table():
                yield from table_blocks(part, sheet)
            case Picture():
                yield from self._picture(part)

    def _said(self, part: Said) -> Iterator[Block]:
        sheet, em = self._sheet, 8.5
        lines = sheet.wrapped(self._written.said(part), sheet.width - 8, em, part.alert)
        tall = len(lines) * em * 1.35

        def draw(top: float) -> None:
            # What needs a person has a bar beside it, so that it is found without its colour.
            bar = 2.2 if part.alert else 0.8
            sheet.pen.shape(
                ((sheet.left + 1, top), (sheet.left + 1, top + tall)),
                INK if part.alert else GRID,
                bar,
            )
            for number, line in enumerate(lines):
                sheet.put(line, sheet.left + 8, top + number * em * 1.35, em, part.alert)

        yield Block(tall, draw)
        yield space(6)

    def _picture(self, part: Picture) -> Iterator[Block]:
        sheet, written = self._sheet, self._written
        caption = written.words(f"picture.{part.key}")
        yield from sheet.paragraph(caption, 9.5, True, after=3, glued=True)
        tall = min(height_of(part.chart, sheet.width, _CHART_EM), _TALLEST_CHART)
        theme = LIGHT.sized(_CHART_EM)
        shapes = layout(part.chart, sheet.width, tall, written.brief, self._pen.width, theme)
        yield Block(tall, lambda top: draw_chart(self._pen, shapes, sheet.left, top))
        yield space(10)
