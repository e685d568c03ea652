"""What every paper begins with: whose it is, that it is a copy, what happened, when, by whom."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from receipts.writing import format as fmt
from receipts.writing.document import Align, Block, Feed, Heading, Row, Size, Text
from receipts.writing.facts import ShopFacts
from receipts.writing.wording import sentence


def marks(copy: bool, training: bool, language: str) -> Iterator[Block]:
    """What must be seen first and last: that this is no first print, or no receipt at all."""
    if training:
        yield Text(sentence(language, "mark.training"), Align.CENTRE, bold=True, boxed=True)
    if copy:
        yield Text(sentence(language, "mark.copy"), Align.CENTRE, bold=True, boxed=True)


def shop_head(shop: ShopFacts, language: str) -> Iterator[Block]:
    """Name, address and tax number, centred."""
    yield Heading(shop.name)
    for line in shop.address:
        yield Text(line, Align.CENTRE, size=Size.SMALL)
    if shop.tax_no:
        number = sentence(language, "tax-no", number=shop.tax_no)
        yield Text(number, Align.CENTRE, size=Size.SMALL)


def act(
    title: str, at: datetime, receipt_no: str, operator: str, terminal: str, language: str
) -> Iterator[Block]:
    """The title (a key of the wording, empty for a sale), then when, which, who and where."""
    yield Feed()
    if title:
        yield Text(sentence(language, title), Align.CENTRE, bold=True, size=Size.LARGE)
    number = sentence(language, "receipt-no", number=receipt_no)
    yield Row(fmt.minute(at), number, size=Size.SMALL)
    served = sentence(language, "operator", name=operator)
    yield Row(served, sentence(language, "terminal", name=terminal), size=Size.SMALL)


def reasons(why: str, approved: str, language: str) -> Iterator[Block]:
    """Why a person did it and who allowed it, where that was asked for."""
    if why:
        yield Text(sentence(language, "reason", why=why), size=Size.SMALL)
    if approved:
        yield Text(sentence(language, "approved-by", name=approved), size=Size.SMALL)
