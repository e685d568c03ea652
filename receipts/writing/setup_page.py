"""The page that teaches a till its keyboard scanner: a large QR code, and bars for laser scanners.

What the codes hold is the scanner's matter (`pos.devices.scanner_setup`); here they are printed.
"""

from __future__ import annotations

from dataclasses import dataclass

from receipts.writing.code128 import QUIET, text_bars
from receipts.writing.document import Align, Document, Feed, Heading, Qr, Text
from receipts.writing.errors import PaperError
from receipts.writing.fonts import paper_language
from receipts.writing.layout import wrap
from receipts.writing.pdf import Page
from receipts.writing.pen import MM, Pen
from receipts.writing.plain import plain
from receipts.writing.qr import qr_modules
from receipts.writing.wording import nearest, sentence

_MARGIN = 20 * MM
_QR_MODULE, _BAR_MODULE, _BAR_HEIGHT = 1.2 * MM, 0.33 * MM, 25 * MM
_ROLL_DOTS = 4  # a module on a roll; 45 modules stay within 58 mm


@dataclass(frozen=True, slots=True)
class SetupFacts:
    """Texts of the codes: ``square`` and ``bars`` on a sheet, ``roll`` (no GS) on a roll."""

    shop_name: str
    square: str
    bars: str
    roll: str


def to_setup_pdf(facts: SetupFacts, language: str, page: Page) -> bytes:
    """One sheet, A4 or Letter. PaperError: ``no-face``."""
    spoken = paper_language(nearest(language))
    width, height = page.value[0] * MM, page.value[1] * MM
    pen = Pen(spoken, width, height, sentence(spoken, "scanner.title"))
    base = _lines(pen, plain(facts.shop_name, 60), _MARGIN, width, 11)
    base = _lines(pen, sentence(spoken, "scanner.title"), base + 8 * MM, width, 20, bold=True)
    base = _lines(pen, sentence(spoken, "scanner.how"), base + 4 * MM, width, 12)
    base = _lines(pen, sentence(spoken, "scanner.square"), base + 8 * MM, width, 12, bold=True)
    side = len(qr_modules(facts.square)) * _QR_MODULE
    pen.qr(facts.square, (width - side) / 2, base + 6 * MM, _QR_MODULE)
    base = _lines(
        pen, sentence(spoken, "scanner.bars"), base + side + 18 * MM, width, 12, bold=True
    )
    bars = text_bars(facts.bars)
    wide = sum(bars) * _BAR_MODULE
    if wide + 2 * QUIET * _BAR_MODULE > width:
        raise PaperError("too-wide", modules=sum(bars))
    pen.widths(bars, (width - wide) / 2, base + 6 * MM, _BAR_MODULE, _BAR_HEIGHT)
    _lines(pen, sentence(spoken, "scanner.keep"), base + _BAR_HEIGHT + 18 * MM, width, 12)
    return pen.done()


def setup_document(facts: SetupFacts, language: str, paper_mm: int) -> Document:
    """The same for a roll, with the one code it has room for."""
    spoken = paper_language(nearest(language))
    return Document(
        (
            Text(plain(facts.shop_name, 60), Align.CENTRE),
            Heading(sentence(spoken, "scanner.title")),
            Text(sentence(spoken, "scanner.how")),
            Feed(),
            Qr(facts.roll, dots=_ROLL_DOTS),
            Feed(),
            Text(sentence(spoken, "scanner.keep")),
        ),
        spoken,
        paper_mm,
    )


def _lines(pen: Pen, text: str, base: float, width: float, em: float, bold: bool = False) -> float:
    """``text`` wrapped between the margins from ``base`` on; the base of its last line."""
    room = width - 2 * _MARGIN
    for line in wrap(text, room, lambda part: pen.width(part, em, bold)):
        base += em * 1.35
        pen.text(line, _MARGIN, base, em, bold)
    return base
