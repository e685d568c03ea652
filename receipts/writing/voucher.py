"""A voucher on paper: what it is good for, how long, and the code that pays, once.

It stands below the slip of the sale that gave it, behind a cut, or on a paper of its own; both are
the same blocks, so that a voucher looks like a voucher wherever it came from.
"""

from __future__ import annotations

from collections.abc import Iterator

from receipts.writing import format as fmt
from receipts.writing.document import (
    Align,
    Barcode,
    Block,
    Cut,
    Document,
    Qr,
    Row,
    Rule,
    Size,
    Text,
)
from receipts.writing.facts import CodeFacts, ShopFacts, VoucherFacts, VoucherPaper, VoucherWorth
from receipts.writing.fonts import paper_language
from receipts.writing.head import marks, shop_head
from receipts.writing.label import Label, Words
from receipts.writing.wording import nearest, sentence

VOUCHER_GROUPS = (2, 5, 4, 5, 2)
"""Kind, three groups, check: how the 18 digits of a voucher are read out."""


def voucher(facts: VoucherPaper, language: str, width: int = 80) -> Document:
    """A voucher on a roll of ``width`` mm; ends with a cut."""
    spoken = paper_language(nearest(language))
    blocks = [
        *marks(facts.copy, facts.training, spoken),
        *voucher_sheet(facts.voucher, facts.shop, facts.currency, spoken),
        *marks(facts.copy, facts.training, spoken),
        Cut(),
    ]
    return Document(tuple(blocks), spoken, width)


def voucher_sheet(
    facts: VoucherFacts, shop: ShopFacts, currency: str, language: str
) -> Iterator[Block]:
    """The whole voucher from the shop's name to its code, without marks and cut."""
    yield from shop_head(shop, language)
    yield Rule(strong=True)
    yield Text(sentence(language, "voucher.title"), Align.CENTRE, bold=True)
    headline = _headline(facts, currency, language)
    yield Text(headline, Align.CENTRE, bold=True, size=Size.LARGE)
    if headline != facts.name:
        yield Text(facts.name, Align.CENTRE, bold=True)
    for condition in _conditions(facts, currency, language):
        yield Text(condition, Align.CENTRE)
    for line in _validity(facts, language):
        yield Text(line, Align.CENTRE)
    yield Rule(strong=True)
    yield Qr(facts.code)
    yield Barcode(facts.code, code_text(facts.code))
    yield Text(sentence(language, "voucher.once"), Align.CENTRE, size=Size.SMALL)


def voucher_label(paper: VoucherPaper, language: str) -> Label:
    """A voucher as a label of any size: what it is good for, how long, whose, and its codes."""
    spoken, facts = paper_language(nearest(language)), paper.voucher
    headline = _headline(facts, paper.currency, spoken)
    words = (
        Words(paper.shop.name, 8),
        Words(headline, 13, bold=True),
        Words(facts.name if facts.name != headline else "", 9, bold=True),
        *(Words(line, 7) for line in _conditions(facts, paper.currency, spoken)),
        *(Words(line, 7) for line in _validity(facts, spoken)),
    )
    return Label(words, facts.code, VOUCHER_GROUPS)


def _headline(facts: VoucherFacts, currency: str, language: str) -> str:
    if facts.worth is VoucherWorth.MONEY:
        amount = fmt.money(facts.value_minor, currency, language)
        return sentence(language, "voucher.money", amount=amount)
    if facts.worth is VoucherWorth.PERCENT:
        return sentence(language, "voucher.percent", percent=str(facts.percent))
    if facts.worth is VoucherWorth.FREE:
        return sentence(language, "voucher.free")
    return facts.name


def _conditions(facts: VoucherFacts, currency: str, language: str) -> Iterator[str]:
    def amount(minor: int) -> str:
        return fmt.money(minor, currency, language)

    if facts.value_minor and facts.worth in (VoucherWorth.PERCENT, VoucherWorth.FREE):
        yield sentence(language, "voucher.most", amount=amount(facts.value_minor))
    if facts.minimum_minor:
        yield sentence(language, "voucher.minimum", amount=amount(facts.minimum_minor))
    if facts.personal:
        key = "voucher.for" if facts.holder else "voucher.personal"
        yield sentence(language, key, name=facts.holder)


def _validity(facts: VoucherFacts, language: str) -> Iterator[str]:
    first, last = fmt.day(facts.first_day, language), fmt.day(facts.last_day, language)
    if facts.given_on is not None and facts.first_day <= facts.given_on:
        yield sentence(language, "voucher.until", last=last)
        return
    # Two lines: both days do not fit one of a narrow roll, and a date must not break.
    yield sentence(language, "voucher.from", first=first)
    yield sentence(language, "voucher.to", last=last)


def code_text(code: str) -> str:
    """A voucher's digits as people read them out."""
    return fmt.groups(code, VOUCHER_GROUPS)


def named_codes(key: str, codes: tuple[CodeFacts, ...], language: str) -> Iterator[Block]:
    """Vouchers a slip refers to, below the sentence ``key``: name and digits."""
    if codes:
        yield Text(sentence(language, key), bold=True)
    for each in codes:
        # A line each: beside its digits a long name would be a narrow column.
        yield Row(each.name, "", indent=1)
        yield Row("", code_text(each.code), size=Size.SMALL)
