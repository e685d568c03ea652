"""The report that closes a shift: what was sold, what the points did, and what a person must sign.

The last eight characters of the ledger's chain are printed, so that paper in a drawer can show
later whether the books before it were changed.
"""

from __future__ import annotations

from collections.abc import Iterator

from receipts.writing import format as fmt
from receipts.writing.closing_facts import ClosingFacts, CountedFacts
from receipts.writing.document import (
    Align,
    Block,
    Cut,
    Document,
    Feed,
    Row,
    Rule,
    Size,
    Text,
)
from receipts.writing.explain import points
from receipts.writing.fonts import paper_language
from receipts.writing.head import marks, shop_head
from receipts.writing.wording import has, nearest, sentence


def closing(facts: ClosingFacts, language: str, width: int = 80) -> Document:
    """The closing report of a shift on a roll of ``width`` mm; ends with a cut."""
    spoken = paper_language(nearest(language))
    blocks = [
        *marks(facts.copy, facts.training, spoken),
        *shop_head(facts.shop, spoken),
        *_who(facts, spoken),
        *_sales(facts, spoken),
        *_points(facts, spoken),
        *_given_out(facts, spoken),
        *_looked_at(facts, spoken),
        *_tenders(facts, spoken),
        *_records(facts, spoken),
        Cut(),
    ]
    return Document(tuple(blocks), spoken, width)


def _who(facts: ClosingFacts, language: str) -> Iterator[Block]:
    yield Feed()
    yield Text(sentence(language, "closing.title"), Align.CENTRE, True, Size.LARGE)
    yield Text(sentence(language, "closing.shift", number=facts.shift_no), Align.CENTRE)
    yield Feed()
    yield Row(sentence(language, "closing.operator"), facts.operator)
    yield Row(sentence(language, "closing.terminal"), facts.terminal)
    yield Row(sentence(language, "closing.opened"), fmt.minute(facts.opened_at))
    yield Row(sentence(language, "closing.closed"), fmt.minute(facts.closed_at))
    yield Rule()


def _sales(facts: ClosingFacts, language: str) -> Iterator[Block]:
    def row(key: str, number: int, bold: bool = False) -> Row:
        return Row(sentence(language, f"closing.{key}"), fmt.count(number, language), bold)

    def sum_row(key: str, minor: int, bold: bool = False) -> Row:
        amount = fmt.money(minor, facts.currency, language)
        return Row(sentence(language, f"closing.{key}"), amount, bold)

    yield row("sales", facts.sales)
    yield sum_row("sales-total", facts.sales_total_minor, bold=True)
    yield row("with-card", facts.sales_with_card)
    yield row("returns", facts.returns)
    yield sum_row("returns-total", facts.returns_total_minor)
    yield _counted("voids", CountedFacts(facts.voids, facts.voids_total_minor), facts, language)
    yield row("enrolments", facts.enrolments)
    yield Rule()


def _points(facts: ClosingFacts, language: str) -> Iterator[Block]:
    yield Text(sentence(language, "closing.points"), bold=True)
    for key, number in (
        ("earned", facts.points_earned),
        ("redeemed", -facts.points_redeemed),
        ("returned", -facts.points_returned),
        ("expired", -facts.points_expired),
    ):
        label = sentence(language, f"closing.{key}")
        yield Row(label, points(number, language, sign=True), indent=1)
    done = facts.program
    # What has no sign moves nothing in or out of the program.
    for key, number in (
        ("vested", done.vested),
        ("pending", done.pending),
        ("waived", done.waived),
    ):
        if number:
            label = sentence(language, f"closing.{key}")
            yield Row(label, points(number, language), indent=1)
    yield Rule()


def _given_out(facts: ClosingFacts, language: str) -> Iterator[Block]:
    done = facts.program
    sums = (
        ("vouchers-given", done.vouchers_given),
        ("vouchers-used", done.vouchers_used),
        ("cards-used", done.cards_used),
    )
    if not done.rewards and not any(counted.count for _, counted in sums):
        return
    yield Text(sentence(language, "closing.given-out"), bold=True)
    for name, number in done.rewards:
        yield Row(name, fmt.count(number, language), indent=1)
    for key, counted in sums:
        if counted.count:
            yield _counted(key, counted, facts, language, indent=1)
    yield Rule()


def _looked_at(facts: ClosingFacts, language: str) -> Iterator[Block]:
    """What a person did against the rule of things, or by their own judgement."""
    done = facts.program
    rows: list[Row] = []
    if done.without_slip.count:
        rows.append(_counted("without-slip", done.without_slip, facts, language, indent=1))
    if done.adjusted.count:
        label = _label("adjusted", done.adjusted, language)
        rows.append(Row(label, points(done.adjusted.amount, language, sign=True), indent=1))
    if done.stamps_moved.count:
        label = _label("stamps-moved", done.stamps_moved, language)
        rows.append(Row(label, fmt.signed(done.stamps_moved.amount, language), indent=1))
    if done.kept_minor:
        kept = fmt.money(done.kept_minor, facts.currency, language)
        rows.append(Row(sentence(language, "closing.kept"), kept, indent=1))
    if rows:
        yield Text(sentence(language, "closing.looked-at"), bold=True)
        yield from rows
        yield Rule()


def _counted(
    key: str, counted: CountedFacts, facts: ClosingFacts, language: str, indent: int = 0
) -> Row:
    amount = fmt.money(counted.amount, facts.currency, language)
    return Row(_label(key, counted, language), amount, indent=indent)


def _label(key: str, counted: CountedFacts, language: str) -> str:
    return sentence(language, f"closing.{key}", count=fmt.count(counted.count, language))


def _tenders(facts: ClosingFacts, language: str) -> Iterator[Block]:
    if not facts.tenders:
        return
    yield Text(sentence(language, "closing.tenders"), bold=True)
    for tender in facts.tenders:
        key = f"tender.{tender.name}"
        name = sentence(language, key) if has(key) else tender.name
        count = fmt.count(tender.count, language)
        label = sentence(language, "closing.tender", name=name, count=count)
        yield Row(label, fmt.money(tender.amount_minor, facts.currency, language), indent=1)
    yield Rule()


def _records(facts: ClosingFacts, language: str) -> Iterator[Block]:
    yield Row(sentence(language, "closing.unsent"), fmt.count(facts.unsent, language))
    yield Row(sentence(language, "closing.fingerprint"), facts.chain_head[-8:], bold=True)
    yield Feed(2)
    yield Row(sentence(language, "closing.signature"), "_" * 20)
