"""Papers without goods, made from the books: points by hand, stamps moved in, a voucher alone."""

from __future__ import annotations

from loyalty.codes import SaleNumber
from loyalty.errors import LoyaltyError
from loyalty.ledger.adjusting import adjustment_from
from loyalty.ledger.count import paper_of, stamps_of
from loyalty.ledger.counting import counts_of
from loyalty.ledger.documents import opened
from loyalty.ledger.entry import Entry, Kind
from pos.afterwards import Then, member_facts, then
from pos.clock import moment_of
from pos.papers import (
    language_of,
    number_text,
    operator_name,
    shop_facts,
    slip_language,
    voucher_facts,
)
from pos.shop import Shop
from pos.store import View
from pos.vouchers import voucher_state
from receipts.writing.facts import NoteFacts, NoteKind, StampFacts, VoucherPaper

NOTES = {Kind.ADJUSTMENT: NoteKind.ADJUSTMENT, Kind.STAMPS_MOVED: NoteKind.STAMPS}
"""Entries that have a small slip of their own."""


def note_of(shop: Shop, key: SaleNumber, copy: bool = False) -> NoteFacts:
    """The slip of an adjustment, or of stamps moved in; LoyaltyError `slip-unknown` for others."""
    with shop.store.reading() as view:
        entry = view.entry(key)
        if entry is None or entry.kind not in NOTES or entry.member is None:
            raise LoyaltyError("slip-unknown", terminal=key.terminal, seq=key.seq)
        now = then(shop, view, entry)
        if entry.kind is Kind.ADJUSTMENT:
            told = adjustment_from(entry.body)
            return _note(shop, view, entry, now, told.points, told.operator, told.approved, copy)
        return _stamps(shop, view, entry, now, copy)


def _stamps(shop: Shop, view: View, entry: Entry, now: Then, copy: bool) -> NoteFacts:
    document = opened(entry.body)
    rule_id = str(document.get("rule", ""))
    program = now.program
    rule = next((rule for rule in program.stamps if rule.id == rule_id), None)
    counts = counts_of(entry)
    moved = sum(count.amount for count in counts if count.name == stamps_of(rule_id))
    void = paper_of(rule_id, "")
    serial = next((c.name.removeprefix(void) for c in counts if c.name.startswith(void)), "")
    language = slip_language(shop, view, entry)
    card = None
    if rule is not None:
        held = max(0, now.history.count(stamps_of(rule_id)))
        full, left = divmod(held, rule.needed)
        card = StampFacts(rule.name_in(language), left, rule.needed, full)
    who, allowed = str(document.get("o", "")), str(document.get("ok", ""))
    name = rule.name_in(language) if rule else rule_id
    return _note(shop, view, entry, now, moved, who, allowed, copy, name, serial, card)


def _note(
    shop: Shop,
    view: View,
    entry: Entry,
    now: Then,
    number: int,
    operator: str,
    approved: str,
    copy: bool,
    name: str = "",
    serial: str = "",
    card: StampFacts | None = None,
) -> NoteFacts:
    member = member_facts(shop, view, now, slip_language(shop, view, entry))
    return NoteFacts(
        kind=NOTES[entry.kind],
        shop=shop_facts(shop.settings),
        operator=operator_name(view, operator),
        terminal=str(entry.key.terminal),
        receipt_no=number_text(entry.key),
        at=moment_of(entry.at_ms).astimezone(shop.clock.zone),
        number=number,
        member=member.name,
        card_masked=member.card_masked,
        balance_before=member.balance_before,
        balance_after=member.balance_after,
        name=name,
        serial=serial,
        stamps=card,
        why=adjustment_from(entry.body).why if entry.kind is Kind.ADJUSTMENT else "",
        approved=operator_name(view, approved) if approved else "",
        copy=copy,
        training=shop.training,
    )


def voucher_paper(
    shop: Shop, code: str, language: str = "", copy: bool = False
) -> tuple[VoucherPaper, str]:
    """A voucher to be handed out, and its language: the one asked for, its member's, or the shop's.

    Paper that pays nothing is not printed: LoyaltyError `voucher-unknown`, `voucher-used`,
    `voucher-withdrawn`.
    """
    state = voucher_state(shop, code)
    if state.used or state.withdrawn:
        raise LoyaltyError("voucher-used" if state.used else "voucher-withdrawn")
    voucher = state.voucher
    with shop.store.reading() as view:
        member = view.member(voucher.member) if voucher.member else None
        spoken = language or language_of(shop, member)
        facts = voucher_facts(view, voucher, spoken)
    paper = VoucherPaper(
        shop_facts(shop.settings), shop.settings.currency, facts, copy, shop.training
    )
    return paper, spoken
