"""One label: words at the left, a QR code at the right, a Code 128 with its digits across the foot.

Cards and vouchers are labels of different size; whatever the size, both codes keep the quiet zones
their readers need, and the words shrink before a code does.
"""

from __future__ import annotations

from dataclasses import dataclass

from receipts.writing import format as fmt
from receipts.writing.code128 import QUIET, modules
from receipts.writing.document import Align, Barcode
from receipts.writing.errors import PaperError
from receipts.writing.layout import wrap
from receipts.writing.pen import MM, Pen
from receipts.writing.plain import plain
from receipts.writing.qr import QUIET as QR_QUIET
from receipts.writing.qr import qr_modules

_QR_MODULE = (0.4 * MM, 0.75 * MM)
_BAR_MODULE = (0.25 * MM, 0.4 * MM)
"""Smallest and largest: three dots of an office printer at 200 dots an inch, and what is enough."""
_HUMAN_EM = 8.0
_SMALLEST_EM = 5.0
_LEAD = 1.2
_MOST_LINES = 3


@dataclass(frozen=True, slots=True)
class Words:
    """A text on a label; ``em`` in points where there is room for it, ``gap`` in points above."""

    text: str
    em: float
    bold: bool = False
    gap: float = 3.0

    def __post_init__(self) -> None:
        object.__setattr__(self, "text", plain(self.text, 120))


@dataclass(frozen=True, slots=True)
class Label:
    """``digits``: the whole code, an even number of them; ``groups``: how they are read out."""

    words: tuple[Words, ...]
    digits: str
    groups: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Box:
    """A place on a page, in points from its upper left corner."""

    x: float
    top: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class _Places:
    """Where the parts of a label stand within its box, in points from its corner."""

    pad: float
    bars: Box
    bar: float
    module: float
    side: float


def draw_label(pen: Pen, label: Label, box: Box) -> None:
    """Draw ``label`` into ``box``. PaperError: ``barcode-digits``, ``label-too-small``."""
    code = Barcode(label.digits)
    at = _places(code.digits, box)
    _words(pen, label, box, at)
    side = at.side * at.module
    pen.qr(code.digits, box.x + box.width - at.pad - side, box.top + at.pad, at.module)
    pen.barcode(code.digits, box.x + at.bars.x, box.top + at.bars.top, at.bar, at.bars.height)
    human = fmt.groups(code.digits, label.groups)
    foot = at.bars.top + at.bars.height + _HUMAN_EM * 1.15
    pen.text(human, box.x + box.width / 2, box.top + foot, _HUMAN_EM, align=Align.CENTRE)


def _places(digits: str, box: Box) -> _Places:
    smallest, usual = _BAR_MODULE
    bar = min(usual, (box.width - 2 * MM) / modules(digits))
    tall = min(12 * MM, max(5.5 * MM, box.height * 0.22))
    foot = _HUMAN_EM * 1.35 + min(4.5 * MM, box.height * 0.05)
    bars_top = box.height - foot - tall
    side = len(qr_modules(digits))
    # The quiet zone of the QR code lies between it and the edge, and the bars.
    module = min(_QR_MODULE[1], bars_top / (side + 2 * QR_QUIET), box.width * 0.4 / side)
    if bar < smallest or module < _QR_MODULE[0]:
        raise PaperError("label-too-small", wide=round(box.width / MM), high=round(box.height / MM))
    wide = (modules(digits) - 2 * QUIET) * bar
    pad = max(QR_QUIET * module, min(5 * MM, box.height * 0.09))
    pad = min(pad, (bars_top - (side + QR_QUIET) * module))
    bars = Box((box.width - wide) / 2, bars_top, wide, tall)
    return _Places(pad, bars, bar, module, side)


def _words(pen: Pen, label: Label, box: Box, at: _Places) -> None:
    room = box.width - 2 * at.pad - (at.side + QR_QUIET) * at.module
    shown = [each for each in label.words if each.text]
    tall = at.bars.top - at.pad - 1.5 * MM
    scale = 1.0
    while scale * max((one.em for one in shown), default=0) > _SMALLEST_EM:
        lines = [_wrapped(pen, each, scale, room) for each in shown]
        high = sum(_height(o, n, scale) for o, n in zip(shown, lines, strict=True))
        if high <= tall and all(len(each) <= _MOST_LINES for each in lines):
            break
        scale *= 0.95
    base = box.top + at.pad
    for each in shown:
        em = max(_SMALLEST_EM, each.em * scale)
        base += each.gap * scale if each is not shown[0] else 0.0
        for line in _lines(pen, each, scale, room):
            if base + em > box.top + at.pad + tall:
                return  # a name of several lines at the smallest size: the codes go first
            pen.text(line, box.x + at.pad, base + em * 0.85, em, each.bold)
            base += em * _LEAD


def _height(words: Words, lines: list[str], scale: float) -> float:
    return len(lines) * max(_SMALLEST_EM, words.em * scale) * _LEAD + words.gap * scale


def _lines(pen: Pen, words: Words, scale: float, room: float) -> list[str]:
    lines = _wrapped(pen, words, scale, room)
    if len(lines) <= _MOST_LINES:
        return lines
    return [*lines[: _MOST_LINES - 1], lines[_MOST_LINES - 1].rstrip() + "\u2026"]


def _wrapped(pen: Pen, words: Words, scale: float, room: float) -> list[str]:
    em = max(_SMALLEST_EM, words.em * scale)
    return wrap(words.text, room, lambda part: pen.width(part, em, words.bold))
