"""One member card or staff badge to print and cut out: ID-1 size, QR and Code 128.

For the demo and for a first day without ordered cards; sheets of cards are another matter.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from receipts.writing import format as fmt
from receipts.writing.code128 import QUIET, modules
from receipts.writing.document import Align, Barcode
from receipts.writing.fonts import paper_language
from receipts.writing.layout import wrap
from receipts.writing.pen import MM, Pen
from receipts.writing.plain import plain
from receipts.writing.wording import nearest, sentence

CARD_GROUPS = (2, 4, 4, 4, 2)
"""Kind, three groups of four, check: how the 16 digits of a card are read out."""

_WIDTH, _HEIGHT, _MARGIN = 85.6 * MM, 54.0 * MM, 5 * MM


class CardKind(Enum):
    """Whose card it is."""

    MEMBER = "member"
    OPERATOR = "operator"


@dataclass(frozen=True, slots=True)
class CardFacts:
    """``digits`` is the whole code with its check digits; ``holder`` may be empty (blank card)."""

    kind: CardKind
    shop_name: str
    digits: str
    holder: str = ""


def to_card_pdf(facts: CardFacts, language: str) -> bytes:
    """A one-page PDF of the card's own size. PaperError: ``barcode-digits``, ``no-face``."""
    return to_cards_pdf((facts,), language)


def to_cards_pdf(cards: Sequence[CardFacts], language: str) -> bytes:
    """One card a page, each page of a card's own size. PaperError as `to_card_pdf`."""
    spoken = paper_language(nearest(language))
    pen = Pen(spoken, _WIDTH, _HEIGHT, plain(cards[0].shop_name, 60) if cards else "")
    for number, facts in enumerate(cards):
        if number:
            pen.next_page(_WIDTH, _HEIGHT)
        _draw(pen, facts, spoken)
    return pen.done()


def _draw(pen: Pen, facts: CardFacts, spoken: str) -> None:
    code = Barcode(facts.digits)
    shop, holder = plain(facts.shop_name, 60), plain(facts.holder, 60)
    pen.frame(0.3, 0.3, _WIDTH - 0.6, _HEIGHT - 0.6, 3 * MM)
    side = 21 * 0.75 * MM
    pen.qr(code.digits, _WIDTH - _MARGIN - side, _MARGIN, 0.75 * MM)
    room = _WIDTH - 3 * _MARGIN - side
    base = _fitted(pen, shop, _MARGIN + 4 * MM, room, 13, bold=True)
    kind = sentence(spoken, f"card.{facts.kind.value}")
    base = _fitted(pen, kind, base + 5 * MM, room, 8, bold=False)
    _fitted(pen, holder, base + 6 * MM, room, 10, bold=False)
    module = min(0.4 * MM, (_WIDTH - 2 * MM) / modules(code.digits))
    wide = (modules(code.digits) - 2 * QUIET) * module
    pen.barcode(code.digits, (_WIDTH - wide) / 2, 32 * MM, module, 12 * MM)
    human = fmt.groups(code.digits, CARD_GROUPS)
    pen.text(human, _WIDTH / 2, 48.5 * MM, 9, align=Align.CENTRE)


def _fitted(pen: Pen, text: str, base: float, room: float, em: float, bold: bool) -> float:
    """``text`` on at most two lines of ``room``, smaller where it must; returns the last base."""

    def lines(at: float) -> list[str]:
        return wrap(text, room, lambda part: pen.width(part, at, bold))

    while em > 6 and len(lines(em)) > 2:
        em -= 0.5
    shown = lines(em)[:2]
    for n, line in enumerate(shown):
        pen.text(line, _MARGIN, base + n * em * 1.2, em, bold)
    return base + (len(shown) - 1) * em * 1.2
