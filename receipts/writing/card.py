"""Member cards and staff badges: what stands on one, and one card a page for card printers.

Sheets to cut out and sheets of labels are in `card_sheet`; a card looks the same on all of them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from receipts.writing.fonts import paper_language
from receipts.writing.label import Box, Label, Words, draw_label
from receipts.writing.pen import MM, Pen
from receipts.writing.plain import plain
from receipts.writing.wording import nearest, sentence

CARD_GROUPS = (2, 4, 4, 4, 2)
"""Kind, three groups of four, check: how the 16 digits of a card are read out."""

CARD_MM = (85.6, 54.0)
"""ISO/IEC 7810 ID-1, as card printers take it."""


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


def card_label(facts: CardFacts, language: str) -> Label:
    """A card as a label of any size: shop, kind, holder, codes."""
    spoken = paper_language(nearest(language))
    words = (
        Words(plain(facts.shop_name, 60), 13, bold=True),
        Words(sentence(spoken, f"card.{facts.kind.value}"), 8),
        Words(plain(facts.holder, 60), 10, gap=6),
    )
    return Label(words, facts.digits, CARD_GROUPS)


def to_card_pdf(facts: CardFacts, language: str) -> bytes:
    """A one-page PDF of the card's own size. PaperError: ``barcode-digits``, ``no-face``."""
    return to_cards_pdf((facts,), language)


def to_cards_pdf(cards: Sequence[CardFacts], language: str) -> bytes:
    """One card a page, each page of a card's own size. PaperError as `to_card_pdf`."""
    title = cards[0].shop_name if cards else ""
    return to_single_pdf([card_label(each, language) for each in cards], language, title, True)


def to_single_pdf(labels: Sequence[Label], language: str, title: str, frame: bool = False) -> bytes:
    """One label a page of a card's size; ``frame`` shows where to cut it out of paper.

    PaperError as `draw_label`, ``no-face``.
    """
    width, height = (side * MM for side in CARD_MM)
    pen = Pen(paper_language(nearest(language)), width, height, plain(title, 60))
    for number, label in enumerate(labels):
        if number:
            pen.next_page(width, height)
        if frame:
            pen.frame(0.3, 0.3, width - 0.6, height - 0.6, 3 * MM)
        draw_label(pen, label, Box(0, 0, width, height))
    return pen.done()
