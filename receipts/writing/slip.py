"""The slip of a sale, a return, an exchange or a cancelled act, in the member's language.

`slip` decides what is said and in which order; it knows no printer. The code at the foot is how the
sale is found again. Vouchers that were handed out follow behind a cut, to be kept apart.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from receipts.claim_code import NO_PAGE
from receipts.writing import format as fmt
from receipts.writing.account import member_part
from receipts.writing.document import (
    Align,
    Barcode,
    Block,
    Cut,
    Document,
    Feed,
    Qr,
    Row,
    Rule,
    Size,
    Text,
)
from receipts.writing.explain import points
from receipts.writing.facts import BackFacts, LineFacts, SlipFacts, SlipKind
from receipts.writing.fonts import paper_language
from receipts.writing.head import act, marks, reasons, shop_head
from receipts.writing.voucher import named_codes, voucher_sheet
from receipts.writing.wording import nearest, sentence

CODE_GROUPS = (2, 5, 3, 8, 2)
"""Kind, terminal, epoch, sequence, check: how the 20 digits of a sale code are read out."""

_SUFFIX = {
    SlipKind.SALE: "",
    SlipKind.RETURN: ".return",
    SlipKind.VOID: ".void",
    SlipKind.UNLINKED: ".return",
    SlipKind.EXCHANGE: "",
}


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
        *(_came_back(facts.came_back, facts, spoken) if facts.came_back else ()),
        *_lines(facts.lines, facts.currency, spoken),
        Rule(),
        *_totals(facts, spoken),
        *(_net(facts.came_back, facts, spoken) if facts.came_back else ()),
        *(member_part(facts.member, facts, spoken) if facts.member else ()),
        *_codes(facts, spoken),
        *_claim(facts, spoken),
        *_code(facts.code, spoken, qr=not facts.claim_url),
        Feed(),
        Text(sentence(spoken, "thanks"), Align.CENTRE),
        *marks(facts.copy, facts.training, spoken),
        Cut(),
        *_vouchers(facts, spoken),
    ]
    return Document(tuple(blocks), spoken, width)


def _act(facts: SlipFacts, language: str) -> Iterator[Block]:
    title = "" if facts.kind is SlipKind.SALE else f"title.{facts.kind.value}"
    yield from act(title, facts.at, facts.receipt_no, facts.operator, facts.terminal, language)
    if facts.original_no:
        yield Row(sentence(language, "original-no"), facts.original_no, size=Size.SMALL)
    yield from reasons(facts.why, facts.approved, language)


def _lines(
    lines: Iterable[LineFacts], currency: str, language: str, sign: int = 1
) -> Iterator[Block]:
    for line in lines:
        amount = fmt.money(sign * line.amount_minor, currency, language)
        yield Row(_label(line, language), amount)


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
    size = Size.NORMAL if facts.came_back else Size.LARGE
    yield Row(total, amount(facts.total_minor), bold=True, size=size)
    if facts.paid_by_points_minor:
        key = "returned-to-points" if suffix else "paid-by-points"
        label = sentence(language, key, points=points(facts.points_spent, language))
        yield Row(label, amount(-facts.paid_by_points_minor))
    for paid in facts.deductions:
        label = sentence(language, paid.means.value, name=paid.name)
        yield Row(label, amount(-paid.amount_minor) if paid.amount_minor else "")
    if facts.kept_minor:
        yield Row(sentence(language, "kept"), amount(-facts.kept_minor))
    if facts.came_back:
        return
    if facts.due_minor != facts.total_minor:
        yield Row(sentence(language, f"due{suffix}"), amount(facts.due_minor), bold=True)
    if facts.kept_minor:
        yield Text(sentence(language, "kept.why"), size=Size.SMALL)


def _came_back(back: BackFacts, facts: SlipFacts, language: str) -> Iterator[Block]:
    """The half that came back; where an exchange was cancelled, what went out again."""

    def amount(minor: int) -> str:
        return fmt.money(minor, facts.currency, language)

    void = facts.kind is SlipKind.VOID
    sign = 1 if void else -1
    yield Text(sentence(language, "out-again" if void else "came-back"), bold=True)
    if back.original_no and not void:
        yield Row(sentence(language, "original-no"), back.original_no, size=Size.SMALL)
    yield from _lines(back.lines, facts.currency, language, sign)
    if back.points_minor:
        key = "returned-to-points" if back.points else "not-in-money"
        label = sentence(language, key, points=points(back.points, language))
        yield Row(label, amount(-sign * back.points_minor))
    if back.kept_minor:
        yield Row(sentence(language, "kept"), amount(-sign * back.kept_minor))
        yield Text(sentence(language, "kept.why"), size=Size.SMALL)
    yield Rule()
    yield Text(sentence(language, "cancelled-goods" if void else "new-goods"), bold=True)


def _net(back: BackFacts, facts: SlipFacts, language: str) -> Iterator[Block]:
    """What is paid or handed out when both halves are set off."""

    def amount(minor: int) -> str:
        return fmt.money(minor, facts.currency, language)

    void = facts.kind is SlipKind.VOID
    label = sentence(language, "out-again" if void else "set-off")
    yield Row(label, amount(-back.refund_minor))
    net = facts.due_minor - back.refund_minor
    pays = net < 0 if void else net >= 0
    key = "due" if pays else "due.void" if void else "due.return"
    yield Row(sentence(language, key), amount(abs(net)), bold=True, size=Size.LARGE)


def _codes(facts: SlipFacts, language: str) -> Iterator[Block]:
    if not (facts.lapsed or facts.revived):
        return
    yield Rule()
    yield from named_codes("voucher.lapsed", facts.lapsed, language)
    yield from named_codes("voucher.revived", facts.revived, language)


def _claim(facts: SlipFacts, language: str) -> Iterator[Block]:
    """The code by which the sale is credited later; quieter where a member was known."""
    if not facts.claim_url:
        return
    yield Rule()
    if facts.member is None:
        key = "claim.bring" if facts.claim_url.startswith(NO_PAGE) else "claim.scan"
        yield Text(sentence(language, key), Align.CENTRE, bold=True)
    yield Qr(facts.claim_url)
    if facts.member is not None:
        yield Text(sentence(language, "claim.look"), Align.CENTRE, size=Size.SMALL)
    elif facts.hand_code:
        typed = sentence(language, "claim.type", code=facts.hand_code)
        yield Text(typed, Align.CENTRE, size=Size.SMALL)


def _code(digits: str, language: str, qr: bool) -> Iterator[Block]:
    """The code of the sale. One QR code a slip: of two, a phone reads the wrong one."""
    if not digits:
        return
    yield Rule()
    if qr:
        yield Qr(digits)
    yield Barcode(digits, fmt.groups(digits, CODE_GROUPS))
    yield Text(sentence(language, "code.caption"), Align.CENTRE, size=Size.SMALL)


def _vouchers(facts: SlipFacts, language: str) -> Iterator[Block]:
    """Each on a paper of its own, so that it outlives the slip in a wallet."""
    for each in facts.vouchers:
        yield from marks(facts.copy, facts.training, language)
        yield from voucher_sheet(each, facts.shop, facts.currency, language)
        yield Cut()
