"""Reports on paper: everything is on the page, nothing overlaps, and the same is the same."""

from __future__ import annotations

from itertools import combinations

import pytest

from receipts.reports.columns import cuts
from receipts.reports.flow import Block, paged
from receipts.reports.paper_table import table_blocks
from receipts.reports.pdf import to_report_pdf
from receipts.reports.sheet import SIDE, Sheet
from receipts.reports.value import Part, Table
from receipts.reports.written import Written
from receipts.writing.document import Align
from receipts.writing.pen import Pen
from receipts.writing.text import columns
from tests.paper.pdf_reader import Pdf
from tests.reports.examples import BARE, FIGURES, FULL, LONG, MOVEMENTS, PARTS, WIDE, report

LANGUAGES = pytest.mark.parametrize("language", ["en", "ko", "ja", "zh_CN"])


class Seen(Pen):
    """A pen that remembers where it wrote."""

    def __init__(self, language: str) -> None:
        super().__init__(language, 595, 842, "")
        self.said: list[tuple[float, float, float, float, str]] = []

    def text(
        self,
        text: str,
        x: float,
        base: float,
        em: float,
        bold: bool = False,
        align: Align = Align.LEFT,
        white: bool = False,
        colour: str = "",
    ) -> None:
        """As inherited."""
        super().text(text, x, base, em, bold, align, white, colour)
        wide = self.width(text, em, bold)
        left = x - {Align.LEFT: 0.0, Align.CENTRE: 0.5, Align.RIGHT: 1.0}[align] * wide
        self.said.append((left, base - 0.75 * em, left + wide, base, text))


@LANGUAGES
@pytest.mark.parametrize("page", ["a4", "letter"])
def test_the_same_report_is_the_same_bytes(language: str, page: str) -> None:
    one = to_report_pdf(FULL, language, page)
    assert one == to_report_pdf(FULL, language, page)
    assert all(Pdf(one).faces().values()), "every face is inside"


def test_every_page_says_whose_it_is_and_which_of_how_many() -> None:
    pages = Pdf(to_report_pdf(FULL, "en", "letter")).pages()
    assert len(pages) > 3
    for number, page in enumerate(pages, 1):
        said = " ".join(page.texts)
        assert f"Page {number} of {len(pages)}" in said
        assert "Oct 1, 2026 to Oct 31, 2026" in said
        assert "Café" in said
        assert (page.width, page.height) == (pytest.approx(612, abs=1), pytest.approx(792, abs=1))


def test_a_report_of_nothing_is_one_page_that_says_so() -> None:
    (page,) = Pdf(to_report_pdf(BARE, "en")).pages()
    said = " ".join(page.texts)
    assert "There are no entries in this period." in said
    assert "Nothing in this period." in said


def test_headings_are_on_every_page_a_table_reaches_and_sums_at_its_end() -> None:
    pages = Pdf(to_report_pdf(report(MOVEMENTS), "en")).pages()
    assert len(pages) > 1
    assert all("When" in page.texts for page in pages)
    ends = ["Total" in page.texts for page in pages]
    assert ends == [*([False] * (len(pages) - 1)), True]
    assert "The first 90 of 4,000 rows." in " ".join(pages[-1].texts)


def test_every_figure_has_its_range_what_it_rests_on_and_what_it_means() -> None:
    said = " ".join(Pdf(to_report_pdf(report(FIGURES), "en")).text().split())
    for part in ("Likely between 22% and 41%", "Based on 100", "Before: 36%", "who have had"):
        assert part in said
    assert "too few" in said
    assert "₩123,456,789,012" in said


@LANGUAGES
@pytest.mark.parametrize("table", [MOVEMENTS, WIDE], ids=["long-names", "many-columns"])
def test_no_two_texts_of_a_table_overlap_and_none_leaves_the_page(
    language: str, table: Table
) -> None:
    pen = Seen(language)
    sheet = Sheet(pen, Written(language), SIDE, 595 - 2 * SIDE)
    top = 0.0
    for block in table_blocks(table, sheet):
        block.draw(top)
        top += block.height
    for left, _, right, _, text in pen.said:
        assert left >= SIDE - 0.5, text
        assert right <= 595 - SIDE + 0.5, text
    for one, other in combinations(pen.said, 2):
        across = min(one[2], other[2]) - max(one[0], other[0])
        down = min(one[3], other[3]) - max(one[1], other[1])
        assert across <= 0.1 or down <= 0.1, (one[4], other[4])


def test_a_long_name_is_cut_and_numbers_never_are() -> None:
    pen = Seen("ko")
    sheet = Sheet(pen, Written("ko"), SIDE, 300)
    for block in table_blocks(MOVEMENTS, sheet):
        block.draw(0)
    said = [text for *_, text in pen.said]
    assert LONG not in said
    assert any(text.endswith("…") and LONG.startswith(text[:-1]) for text in said)
    for row in MOVEMENTS.rows:
        assert sheet.written.short(row[3]) in said


def test_too_many_columns_go_below_each_other_with_the_first_one_repeated() -> None:
    def wide(text: str, em: float) -> float:
        return columns(text) * em * 0.55

    rows = [["Jan 2026", *["12.3%"] * 30]]
    pieces = cuts(["Joined", *["Share"] * 30], rows, [False] * 31, 500, wide)
    assert len(pieces) > 1
    assert all(piece.columns[0] == 0 for piece in pieces)
    assert [at for piece in pieces for at in piece.columns[1:]] == list(range(1, 31))
    assert all(sum(piece.widths) <= 500.01 for piece in pieces)


def test_a_heading_is_never_the_last_of_its_page() -> None:
    def block(height: float, glued: bool = False, head: Block | None = None) -> Block:
        return Block(height, lambda top: None, glued, head)

    head = block(10, glued=True)
    flow = [block(60), head, block(40, head=head), block(40, head=head), block(80, head=head)]
    pages = paged(flow, 100)
    assert [[one.height for one in page] for page in pages] == [[60], [10, 40, 40], [10, 80]]
    assert paged([], 100) == [[]]
    assert len(paged([block(500)], 100)) == 1


@pytest.mark.parametrize("part", PARTS, ids=lambda part: f"{type(part).__name__}-{part}"[:30])
def test_every_part_can_stand_alone(part: Part) -> None:
    assert Pdf(to_report_pdf(report(part), "ja")).pages()
