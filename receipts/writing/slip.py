"""The slip of a sale, a return or a cancelled act, in the member's language.

``slip`` decides what is said and in which order; it knows no printer. The code at the foot is how
the sale is found again.
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
    Feed,
    Heading,
    Qr,
    Row,
    Rule,
    Size,
    Text,
)
from receipts.writing.explain import points, worded
from receipts.writing.facts import LineFacts, MemberFacts, ShopFacts, SlipFacts, SlipKind
from receipts.writing.fonts import paper_language
from receipts.writing.wording import nearest, sentence

CODE_GROUPS = (2, 5, 3, 8, 2)
"""Kind, terminal, epoch, sequence, check: how the 20 digits of a sale code are read out."""

_SUFFIX = {SlipKind.SALE: "", SlipKind.RETURN: ".return", SlipKind.VOID: ".void"}


def slip(facts: SlipFacts, language: str, width: int = 80) -> Document:
    """The slip for ``facts`` on a roll of ``width`` mm; ends with a cut.

    In English where this machine has no letters for ``language`` (``faces_in_use`` says so).
    """
    spoken = paper_language(nearest(language))
    blocks = [
        *marks(facts.copy, facts.training, spoken),
        *shop_head(facts.shop, spoken),
        *_act(facts, spoken),
        Rule(),
        *_lines(facts, spoken),
        Rule(),
        *_totals(facts, spoken),
        *(_member(facts.member, facts, spoken) if facts.member else ()),
        *_code(facts.code, spoken),
        Feed(),
        Text(sentence(spoken, "thanks"), Align.CENTRE),
        *marks(facts.copy, facts.training, spoken),
        Cut(),
    ]
    return Document(tuple(blocks), spoken, width)


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


def _act(facts: SlipFacts, language: str) -> Iterator[Block]:
    yield Feed()
    if facts.kind is not SlipKind.SALE:
        title = sentence(language, f"title.{facts.kind.value}")
        yield Text(title, Align.CENTRE, bold=True, size=Size.LARGE)
    number = sentence(language, "receipt-no", number=facts.receipt_no)
    yield Row(fmt.minute(facts.at), number, size=Size.SMALL)
    operator = sentence(language, "operator", name=facts.operator)
    terminal = sentence(language, "terminal", name=facts.terminal)
    yield Row(operator, terminal, size=Size.SMALL)
    if facts.original_no:
        yield Row(sentence(language, "original-no"), facts.original_no, size=Size.SMALL)


def _lines(facts: SlipFacts, language: str) -> Iterator[Block]:
    for line in facts.lines:
        yield Row(_label(line, language), fmt.money(line.amount_minor, facts.currency, language))


def _label(line: LineFacts, language: str) -> str:
    # An amount typed without a word for it is still a line people can point at.
    label = line.text or sentence(language, "line.goods")
    if line.is_reward:
        label = f"[{sentence(language, 'line.reward')}] {label}"
    if line.units == 1:
        return label
    units = sentence(language, "units", units=fmt.count(line.units, language))
    # English counts before the thing, the others after it; a long name may push the count away.
    return f"{units} {label}" if language == "en" else f"{label} {units}"


def _totals(facts: SlipFacts, language: str) -> Iterator[Block]:
    def amount(minor: int) -> str:
        return fmt.money(minor, facts.currency, language)

    suffix = _SUFFIX[facts.kind]
    total = sentence(language, f"total{suffix}")
    yield Row(total, amount(facts.total_minor), bold=True, size=Size.LARGE)
    if facts.paid_by_points_minor:
        key = "returned-to-points" if suffix else "paid-by-points"
        label = sentence(language, key, points=points(facts.points_spent, language))
        yield Row(label, amount(-facts.paid_by_points_minor))
        yield Row(sentence(language, f"due{suffix}"), amount(facts.due_minor), bold=True)


def _member(member: MemberFacts, facts: SlipFacts, language: str) -> Iterator[Block]:
    yield Rule()
    yield Row(member.name or sentence(language, "member"), member.card_masked)
    moved = (
        ("earned", member.earned),
        ("taken-back", -member.taken_back),
        ("given-back", member.given_back),
    )
    for key, number in moved:
        shown = number or (key == "earned" and facts.kind is SlipKind.SALE)
        if shown:
            yield Row(sentence(language, key), points(number, language, sign=True), bold=True)
        if key == "earned" and member.why:
            yield from _why(member, facts, language)
    for reward in member.redeemed:
        label = sentence(language, "redeemed", reward=reward.name)
        yield Row(label, points(-reward.points, language, sign=True))
    before, after = member.balance_before, member.balance_after
    if before != after:
        yield Row(sentence(language, "balance-before"), points(before, language), size=Size.SMALL)
    yield Row(sentence(language, "balance"), points(after, language), bold=True)
    yield from _outlook(member, language)


def _why(member: MemberFacts, facts: SlipFacts, language: str) -> Iterator[Block]:
    yield Text(sentence(language, "why") + ":", size=Size.SMALL)
    for step in member.why:
        label, value = worded(step, language, facts.currency, facts.lines)
        yield Row(label, value, size=Size.SMALL, indent=1)


def _outlook(member: MemberFacts, language: str) -> Iterator[Block]:
    for key, dated in (("pending", member.pending), ("expiring", member.expiring)):
        for lot in dated:
            day = fmt.day(lot.on, language) if lot.on else ""
            label = sentence(language, key if day else "pending.open", day=day)
            yield Row(label, points(lot.points, language), size=Size.SMALL)
    if member.next_reward:
        near = member.next_reward
        missing = points(near.points_missing, language)
        yield Text(sentence(language, "next-reward", points=missing, reward=near.name))


def _code(digits: str, language: str) -> Iterator[Block]:
    if not digits:
        return
    yield Rule()
    yield Qr(digits)
    yield Barcode(digits, fmt.groups(digits, CODE_GROUPS))
    yield Text(sentence(language, "code.caption"), Align.CENTRE, size=Size.SMALL)
