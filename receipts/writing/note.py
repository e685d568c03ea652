"""The small slip of what was done for a member without a sale: stamps moved in, points by hand."""

from __future__ import annotations

from collections.abc import Iterator

from receipts.writing import format as fmt
from receipts.writing.account import stamp_card
from receipts.writing.document import Align, Block, Cut, Document, Feed, Row, Rule, Size, Text
from receipts.writing.explain import points
from receipts.writing.facts import NoteFacts, NoteKind
from receipts.writing.fonts import paper_language
from receipts.writing.head import act, marks, reasons, shop_head
from receipts.writing.wording import nearest, sentence


def note(facts: NoteFacts, language: str, width: int = 80) -> Document:
    """The slip for ``facts`` on a roll of ``width`` mm; ends with a cut."""
    spoken = paper_language(nearest(language))
    title = f"title.{facts.kind.value}"
    blocks = [
        *marks(facts.copy, facts.training, spoken),
        *shop_head(facts.shop, spoken),
        *act(title, facts.at, facts.receipt_no, facts.operator, facts.terminal, spoken),
        *reasons(facts.why, facts.approved, spoken),
        Rule(),
        Row(facts.member or sentence(spoken, "member"), facts.card_masked),
        *(_stamps(facts, spoken) if facts.kind is NoteKind.STAMPS else _points(facts, spoken)),
        Feed(),
        *marks(facts.copy, facts.training, spoken),
        Cut(),
    ]
    return Document(tuple(blocks), spoken, width)


def _stamps(facts: NoteFacts, language: str) -> Iterator[Block]:
    moved = sentence(language, "stamps", name=facts.name)
    yield Row(moved, fmt.signed(facts.number, language), bold=True)
    if facts.stamps:
        yield from stamp_card(facts.stamps, language)
    yield Rule()
    yield Row(sentence(language, "paper-card"), facts.serial)
    yield Text(sentence(language, "paper-card.void"), Align.CENTRE, bold=True)


def _points(facts: NoteFacts, language: str) -> Iterator[Block]:
    key = "adjusted.given" if facts.number > 0 else "adjusted.taken"
    yield Row(sentence(language, key), points(facts.number, language, sign=True), bold=True)
    before = points(facts.balance_before, language)
    yield Row(sentence(language, "balance-before"), before, size=Size.SMALL)
    yield Row(sentence(language, "balance"), points(facts.balance_after, language), bold=True)
