"""Learning a merchant's layout from a confirmed receipt, and reading the next one by it.

A layout that no longer fits is not used: its anchors must be there, and where arithmetic proves a
total, it must be the same.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from difflib import SequenceMatcher

from loyalty.errors import LoyaltyError
from receipts.reading.text.dates import days
from receipts.reading.text.figures import Line, currency_on, figures
from receipts.reading.text.fold import alike
from receipts.reading.text.numbers import receipt_number, tax_number
from receipts.reading.text.page import Page
from receipts.reading.text.receipt import Expected
from receipts.reading.text.template import Spot, Template

_ALIKE = 0.85  # likeness from which two labels are one
_HEAD = 10  # rows in which anchors stand
_MOST_ANCHORS = 5
_PRESENT = 0.6  # share of the anchors that must be found again


@dataclass(frozen=True, slots=True)
class Confirmed:
    """What a person said is true of a receipt. `number` may be ""."""

    merchant_key: str
    merchant: str
    total: Decimal
    on: date
    number: str = ""


@dataclass(frozen=True, slots=True)
class Fitted:
    """What a template found: the figure, the dates' order, and the receipt's number or ""."""

    template: Template
    total: Decimal
    number: str


def learn(name: str, page: Page, confirmed: Confirmed, expected: Expected) -> Template:
    """The layout of a confirmed receipt.

    LoyaltyError `layout-nothing-learned`: the total does not stand on it beside any words, or its
    head has no words to know it by.
    """
    lines = figures(page, currency_on(page, expected.currency))
    spot = _spot(lines, confirmed.total)
    tax = tax_number([row.text for row in page.rows])
    anchors = _anchors(page)
    if spot is None or not (anchors or tax):
        raise LoyaltyError("layout-nothing-learned")
    dated = _dated(page, confirmed.on, expected)
    numbered = (row for row in page.rows if confirmed.number and confirmed.number in row.text)
    return Template(
        name=name,
        merchant_key=confirmed.merchant_key,
        merchant=confirmed.merchant[:200],
        tax_number=tax,
        anchors=anchors,
        total=spot,
        date_label=dated[0],
        date_order=dated[1],
        number_label=next((_before(row.text, confirmed.number) for row in numbered), ""),
    )


def fit(
    templates: Sequence[Template], page: Page, lines: Sequence[Line], proved: set[Decimal]
) -> Fitted | None:
    """What the best template reads; None where none fits. `proved`: totals arithmetic gives."""
    texts = tuple(row.text for row in page.rows)
    tax = tax_number(texts)
    known = [(score, one) for one in templates if (score := _presence(one, page, tax)) > 0]
    for _, one in sorted(known, key=lambda pair: -pair[0]):
        total = _at(one.total, lines)
        if total is not None and total > 0 and (not proved or total in proved):
            return Fitted(one, total, _number(one, texts))
    return None


def label_of(text: str) -> str:
    """The words of a row without its figures."""
    return " ".join(w for w in alike(text).split() if not any(c.isdigit() for c in w))


def _spot(lines: Sequence[Line], total: Decimal) -> Spot | None:
    """The lowest row with words and this figure; a person reads the last total as the total."""
    for line in reversed(lines):
        places = [n for n, a in enumerate(reversed(line.money)) if a.value == total]
        if not places:
            continue
        own = label_of(line.text)
        above = label_of(lines[line.at - 1].text) if line.at else ""
        label, below = (own, False) if _wordy(own) else (above, True)
        if _wordy(label):
            nth = sum(_same(_label(other, lines, below), label) for other in lines[line.at + 1 :])
            return Spot(label[:200], below, nth, places[0])
    return None


def _at(spot: Spot, lines: Sequence[Line]) -> Decimal | None:
    rows = [
        line
        for line in reversed(lines)
        if len(line.money) > spot.from_right and _same(_label(line, lines, spot.below), spot.label)
    ]
    if spot.nth >= len(rows):
        return None
    return rows[spot.nth].money[-1 - spot.from_right].value


def _label(line: Line, lines: Sequence[Line], below: bool) -> str:
    if not below:
        return label_of(line.text)
    return label_of(lines[line.at - 1].text) if line.at else ""


def _wordy(label: str) -> bool:
    return sum(char.isalpha() for char in label) >= 2


def _same(one: str, other: str) -> bool:
    if not one or not other:
        return False
    if 2 * min(len(one), len(other)) < _ALIKE * (len(one) + len(other)):
        return False  # it cannot come so far: a shop may have learned hundreds
    return one == other or SequenceMatcher(None, one, other, autojunk=False).ratio() >= _ALIKE


def _anchors(page: Page) -> tuple[str, ...]:
    """Rows of the head that are words only: what does not change from one receipt to the next."""
    words = [alike(row.text) for row in page.rows[:_HEAD]]
    fixed = [text for text in words if _wordy(text) and not any(c.isdigit() for c in text)]
    return tuple(text[:200] for text in fixed[:_MOST_ANCHORS])


def _presence(template: Template, page: Page, tax: str) -> float:
    """0: not this merchant's; else the better the more of its head is there."""
    head = [alike(row.text) for row in page.rows[: _HEAD + 3]]
    found = sum(any(_same(anchor, text) for text in head) for anchor in template.anchors)
    share = found / len(template.anchors) if template.anchors else 0.0
    by_number = bool(tax) and tax == template.tax_number
    if by_number:
        return 1.0 + share
    return share if share >= _PRESENT and found >= min(2, len(template.anchors)) else 0.0


def _dated(page: Page, on: date, expected: Expected) -> tuple[str, str]:
    """The words of the date's row, and the order of its parts. The one that reads right."""
    texts = tuple(row.text for row in page.rows)
    for order in ("", "dmy", "mdy", "ymd"):
        for day in days(texts, expected.today, expected.country, order):
            if day.on == on:
                return label_of(texts[day.row])[:200], day.order
    return "", ""


def _before(text: str, number: str) -> str:
    return label_of(text.split(number, 1)[0])[:200]


def _number(template: Template, texts: Sequence[str]) -> str:
    if not template.number_label:
        return ""
    for text in texts:
        words = text.split()
        for at, word in enumerate(words):
            is_number = sum(c.isdigit() for c in word) >= 2
            if is_number and _same(label_of(" ".join(words[:at])), template.number_label):
                return word.strip(".:#")[:40]
    return receipt_number(texts)
